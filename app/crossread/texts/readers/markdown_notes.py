"""Footnotes in Markdown: numbers in the text, the notes themselves as the last list of the tree."""

from re import Match
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from crossread.texts.readers.markdown_inline import NOTE_MARK


class Notes:
    """The notes of one text.

    The library's extension finds the definitions; numbering and placing them is done here, because
    there it takes time with the square of how many there are, and fails on a note within a note.
    """

    def __init__(self, parser: Markdown) -> None:
        found = FootnoteExtension()
        found.extendMarkdown(parser)
        parser.inlinePatterns.deregister("footnote")
        parser.inlinePatterns.register(NoteMarks(r"\[\^([^\]]*)\]", self), "footnote", 175)
        for step in ("footnote", "footnote-duplicate"):
            parser.treeprocessors.deregister(step)
        parser.treeprocessors.register(NoteList(parser, self), "footnote", 50)
        self.definitions = found.footnotes
        self.numbers: dict[str, int] = {}


class NoteMarks(InlineProcessor):
    """Puts [1] where the text refers to its first note: a note mark, which is no part of normal words."""

    def __init__(self, pattern: str, notes: Notes) -> None:
        super().__init__(pattern)
        self._notes = notes

    def handleMatch(  # type: ignore[override]  # noqa: N802  (the library's own)
        self,
        m: Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the mark and where the reference stood; nothing where there is no such note."""
        number = self._notes.numbers.get(m.group(1))
        if not number:
            return None, None, None
        mark = Element(NOTE_MARK, name=str(number))
        mark.text = AtomicString(f"[{number}]")
        return mark, m.start(), m.end()


class NoteList(Treeprocessor):
    """Puts the notes at the end of the tree, before the words within blocks are looked at."""

    def __init__(self, parser: Markdown, notes: Notes) -> None:
        super().__init__(parser)
        self._blocks = parser.parser
        self._notes = notes

    def run(self, root: Element) -> None:
        """Append a list of all notes; reading one may define more."""
        notes = self._notes
        listed = Element("ol")
        while waiting := [name for name in notes.definitions if name not in notes.numbers]:
            for name in waiting:
                notes.numbers[name] = len(notes.numbers) + 1
                number = str(notes.numbers[name])
                item, within = SubElement(listed, "li", {NOTE_MARK: number}), Element("div")
                # The list processors treat a parent that is an item in a way of their own.
                self._blocks.parseChunk(within, notes.definitions[name])
                item.extend(within)
        if len(listed):
            root.append(listed)
