"""Covered passages: which parts of a text are covered, and what stands there instead."""

from collections.abc import Sequence

from crossread.base.translation import _
from crossread.texts.passages.covering import cover, merged, touches, words_beside
from crossread.texts.text import Range, Text

_ONE_SIGN = "\ue000"  # for private use: no text is written with it
_SPACE = "\u00a0"


def covered_labels() -> tuple[str, ...]:
    """Return what a covered passage says in the text, the longest that fits being taken.

    Spaces at which no line breaks stand in it, and around it: between its words and the edge of its face.
    """
    words = _("Covered").replace(" ", _SPACE)
    return f"{_SPACE}{words}{_SPACE}", f"{_SPACE}…{_SPACE}", "…"


def covered_sign() -> str:
    """Return what stands for a covered passage wherever words of a text are told outside of it."""
    return _("[graphic passage, covered]")


def in_one_sign(words: str) -> str:
    """Return words with one character for each sign of a covered passage, so that no cut goes through it."""
    return words.replace(covered_sign(), _ONE_SIGN)


def in_full(words: str) -> str:
    """Return words with the signs in full that `in_one_sign` made short."""
    return words.replace(_ONE_SIGN, covered_sign())


class Covers:
    """The covered parts of one text, and the text as it is shown with them."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self.shown = text
        self.ranges: tuple[Range, ...] = ()

    def put(self, ranges: Sequence[Range]) -> bool:
        """Cover these ranges and no others; False where that is so already."""
        wanted = merged(ranges)
        if wanted == self.ranges:
            return False
        self.ranges = wanted
        self.shown = cover(self._text, wanted, covered_labels())
        return True

    def touch(self, where: Range) -> bool:
        """Tell whether any of a range is covered."""
        return bool(self.ranges) and touches(where, self.ranges)

    def whole(self, where: Range) -> Range:
        """Return a range with all of the covered parts that it touches."""
        if not self.touch(where):
            return where
        covers = [one for one in self.ranges if touches(one, (where,))]
        first = min((one.start for one in covers), default=where.start)
        last = max((one.end for one in covers), default=where.end)
        return Range(min(where.start, first), max(where.end, last))

    def words(self, where: Range) -> str:
        """Return the words of a range, with one sign for each covered part."""
        if not self.ranges:
            return self._text.words(where)
        return words_beside(self._text, where, self.ranges, covered_sign())
