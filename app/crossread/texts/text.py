"""A text as it is read: blocks of shown words, and ranges of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from crossread.base.canonical import digest

BlockKind = Literal["heading", "paragraph", "item", "quote", "preformatted", "term", "definition"]
Style = Literal["strong", "emphasis", "code", "link"]


@dataclass(frozen=True, slots=True)
class Span:
    """A style on part of a block: code points from `start` up to `end`; `target` is a link's address."""

    start: int
    end: int
    style: Style
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as shown: its words without any markup, and its styles.

    `level` is 1 to 6 for a heading, the depth from 1 for an item or a quote. `marker` is what stands
    before an item ("•", "3."); it is no part of the text, and is empty where an item goes on. Preformatted
    words and forced line breaks hold line feeds; a block is never empty.
    """

    kind: BlockKind
    text: str
    level: int = 0
    marker: str = ""
    spans: tuple[Span, ...] = ()


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
