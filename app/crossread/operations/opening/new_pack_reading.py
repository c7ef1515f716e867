"""Reading a file for a new pack: its words as the pack will show them, and what it says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crossread.base.errors import N_, Expected
from crossread.base.translation import _, ngettext
from crossread.operations.opening.articles import read_article
from crossread.operations.opening.attaching import read_file, shown_name
from crossread.packs.making.from_articles_card import ArticleCard, card_of
from crossread.texts.text import Text

_NAMED = ("place", "body", "person", "people", "other")  # what a title is made of, the best first
_NUMBERS = {
    2: N_("{name}: two accounts"),
    3: N_("{name}: three accounts"),
    4: N_("{name}: four accounts"),
    5: N_("{name}: five accounts"),
    6: N_("{name}: six accounts"),
    7: N_("{name}: seven accounts"),
    8: N_("{name}: eight accounts"),
}


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What was read of a file: its name, its words as a pack keeps them, and what it says of itself.

    `words` counts those of `text`; `encoding` is what the file was read in.
    """

    name: str
    text: Text
    markdown: str
    words: int
    encoding: str
    card: ArticleCard


def read_for_pack(file: Path, encoding: str | None = None) -> ReadArticle:
    """Read a file as an article of a pack; `encoding` is for one whose own does not show.

    Raises Expected as `read_article` does, and for what no text of a pack may hold.
    """
    # Only now: the window lists files long before it reads any.
    from crossread.packs.making.from_articles_text import markdown_of
    from crossread.texts.readers.markdown_reader import read_markdown
    from crossread.texts.readers.plain_reader import decode
    from crossread.texts.words.normal import text_words

    article = read_article(file, encoding)
    markdown = markdown_of(article.text)
    try:
        text = read_markdown(markdown)
    except Expected as error:
        raise Expected(error.code, N_("{name}: {why}"), name=article.name, why=error.message) from error
    raw, _used = decode(read_file(file), article.encoding)
    return ReadArticle(
        name=article.name,
        text=text,
        markdown=markdown,
        words=len(text_words(text)),
        encoding=article.encoding,
        card=card_of(shown_name(file), raw, article.text),
    )


def proposed_title(texts: Mapping[str, Text]) -> str:
    """Propose a title from the name that most of the texts share; the same texts always give the same.

    Without a name that at least two of them share it only says how many articles there are.
    """
    from crossread.texts.names.name_joining import join_names
    from crossread.texts.names.names import find_names

    names = [
        name
        for name in join_names({source: find_names(text) for source, text in texts.items()})
        if len(name.sources) > 1
    ]
    if names:
        most = len(names[0].sources)
        shared = [name for name in names[:8] if len(name.sources) == most]
        best = min(shared, key=lambda name: (_NAMED.index(name.kind), shared.index(name)))
        return _(_NUMBERS.get(len(texts), "{name}")).format(name=best.words)
    count = len(texts)
    return ngettext("{count} article", "{count} articles", count).format(count=count)
