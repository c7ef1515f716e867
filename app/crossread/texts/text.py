"""A text as it is read: blocks of shown words, and ranges of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from crossread.base.canonical import digest

BlockKind = Literal["heading", "paragraph", "item", "quote", "preformatted", "term", "definition", "picture"]
Style = Literal["strong", "emphasis", "code", "link", "note", "picture"]

PICTURES = "images/"  # what the address of a pack's own picture begins with


@dataclass(frozen=True, slots=True)
class Span:
    """A style on part of a block: code points from `start` up to `end`.

    `target` is a link's address, and of a mark of a note ("[1]") the name of the note. A *picture* is one
    within other words, which only its description in brackets stands for; `target` is its address.
    """

    start: int
    end: int
    style: Style
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as shown: its words without any markup, and its styles.

    `level` is 1 to 6 for a heading, the depth from 1 for an item or a quote. `marker` is what stands
    before an item ("•", "3."); it is no part of the text, and is empty where an item goes on. Preformatted
    words and forced line breaks hold line feeds; a block is never empty. `note` names the note that the
    block is part of. The words of a picture are its caption; `file` is the picture, below `images/`.
    """

    kind: BlockKind
    text: str
    level: int = 0
    marker: str = ""
    spans: tuple[Span, ...] = ()
    note: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Code points of `Text.shown` from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """A whole text.

    Every position in the program counts code points of `shown`: the blocks' words joined by one line
    feed. (Qt counts UTF-16 units; the desktop converts at one place.)
    """

    blocks: tuple[Block, ...]

    @cached_property
    def shown(self) -> str:
        """All words as shown, a line feed between blocks."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each block starts in `shown`."""
        starts, at = [], 0
        for block in self.blocks:
            starts.append(at)
            at += len(block.text) + 1
        return tuple(starts)

    @cached_property
    def notes(self) -> Mapping[str, Range]:
        """The words of each note, by its name, in the order in which the notes stand."""
        found: dict[str, Range] = {}
        for block, start in zip(self.blocks, self.starts, strict=True):
            if block.note:
                first = found.get(block.note, Range(start, start)).start
                found[block.note] = Range(first, start + len(block.text))
        return found

    @cached_property
    def note_marks(self) -> Mapping[str, tuple[Range, ...]]:
        """Where the marks of each note stand, in order; a note that nothing refers to has none."""
        found: dict[str, list[Range]] = {name: [] for name in self.notes}
        for block, start in zip(self.blocks, self.starts, strict=True):
            for span in block.spans:
                if span.style == "note" and span.target in found:
                    found[span.target].append(Range(start + span.start, start + span.end))
        return {name: tuple(marks) for name, marks in found.items()}

    def note_at(self, position: int) -> str:
        """Return the name of the note whose mark covers a position, or else ends there; "" for none."""
        marks = [(mark, name) for name, all_marks in self.note_marks.items() for mark in all_marks]
        covering = (name for mark, name in marks if mark.start <= position < mark.end)
        ending = (name for mark, name in marks if mark.end == position)
        return next(covering, "") or next(ending, "")

    def note_around(self, position: int) -> str:
        """Return the name of the note whose words hold a position, "" where none does."""
        return next((name for name, where in self.notes.items() if where.start <= position <= where.end), "")

    @cached_property
    def digest(self) -> str:
        """The name of this text: SHA-256 of `shown`, 64 hex digits."""
        return digest(self.shown)

    @cached_property
    def known(self) -> dict[str, Any]:
        """What this room has worked out about the text, by the name of what it is.

        It lives as long as the text does, so that nothing has to be looked up by a whole text's words.
        """
        return {}

    def words(self, where: Range) -> str:
        """Return what is shown in a range."""
        return self.shown[where.start : where.end]
