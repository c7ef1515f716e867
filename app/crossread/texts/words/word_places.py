"""Which words of a text a range touches, found by halving."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from crossread.texts.text import Range
from crossread.texts.words.normal import Word


def words_touched(words: Sequence[Word], where: Range) -> range:
    """Return the numbers of the words that share a character with a range."""
    first = bisect_right(words, where.start, key=lambda word: word.end)
    return range(first, max(first, bisect_left(words, where.end, key=lambda word: word.start)))


def ranges_touched(ranges: Sequence[Range], where: Range) -> range:
    """Return the numbers of those of ranges in order that share a character with a range.

    The ranges may not overlap.
    """
    first = bisect_right(ranges, where.start, key=lambda one: one.end)
    return range(first, max(first, bisect_left(ranges, where.end, key=lambda one: one.start)))
