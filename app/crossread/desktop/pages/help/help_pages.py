"""The pages of the help, read from where the program brings them along, with what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from crossread.base.folders import help_folder
from crossread.desktop.pages.help.help_words import HelpWords
from crossread.texts.finding.search_folding import fold_words
from crossread.texts.text import Text

# The pages in the order of the contents; each is a file of this name in the folder of the help.
ORDER = (
    "reading",
    "answering",
    "evidence",
    "notes",
    "comparing",
    "matrix",
    "witnesses",
    "concluding",
    "review",
    "progress",
    "history",
    "search",
    "words",
    "originals",
    "articles",
    "look",
    "keys",
    "learners",
    "data",
    "handing",
    "backups",
    "trouble",
    "teachers",
)


# The last line of a page: where else to look. In the window these are buttons.
_SEE_ALSO = "See also: "
_LINK = re.compile(r"\]\(([a-z]+)\.md\)")


@dataclass(frozen=True)
class Topic:
    """One page of the help: its title, its sections, the pages to look at next, and its Markdown."""

    id: str
    title: str
    sections: tuple[str, ...]
    see_also: tuple[str, ...]
    source: str

    @cached_property
    def text(self) -> Text:
        """The page as it is shown."""
        from crossread.texts.readers.markdown_reader import read_markdown

        return read_markdown(self.source)

    def position(self, section: int) -> int:
        """Return where a section starts, in code points of the text; 0 where there is none such."""
        at = -1
        for block, start in zip(self.text.blocks, self.text.starts, strict=True):
            if block.kind == "heading" and block.level == 2:
                at += 1
                if at == section:
                    return start
        return 0


@cache
def topics() -> tuple[Topic, ...]:
    """Return all pages of the help, in the order of the contents."""
    return tuple(_read(name) for name in ORDER)


def _read(name: str) -> Topic:
    source = (help_folder() / f"{name}.md").read_text("utf-8")
    lines = source.splitlines()
    title = lines[0].removeprefix("# ")
    sections = tuple(line.removeprefix("## ") for line in lines if line.startswith("## "))
    see_also = tuple(link for line in lines if line.startswith(_SEE_ALSO) for link in _LINK.findall(line))
    words = "\n".join(line for line in lines if not line.startswith(_SEE_ALSO))
    return Topic(name, title, sections, see_also, words)


def topic(name: str) -> Topic:
    """Return a page by its name; the first one where there is no such page."""
    return next((one for one in topics() if one.id == name), topics()[0])


def pages_with(typed: str) -> Sequence[Topic]:
    """Return the pages that hold all words typed, best first.

    Best are those with most of them in their title, then in one paragraph, then in their headings.
    """
    wanted = HelpWords(typed)
    found = [one for one in topics() if wanted.all_in(one.text)]

    def how_well(one: Topic) -> tuple[int, int, int]:
        headings = fold_words(" ".join(one.sections))
        return (
            wanted.how_many(fold_words(one.title)),
            wanted.closest(one.text),
            wanted.how_many(headings),
        )

    return sorted(found, key=how_well, reverse=True)
