"""The words around a place that was found, for a list of results."""

from bisect import bisect_right
from collections.abc import Sequence

from crossread.texts.text import Range, Text

AROUND = 60  # code points of context on each side of a hit


def in_context(text: Text, where: Range, veils: Sequence[Range] = ()) -> tuple[str, Range]:
    """Return words of the block around a range, whole ones, and where the range stands in them.

    Nothing of what is covered is among them. An ellipsis stands where the block goes on.
    """
    block = bisect_right(text.starts, where.start) - 1
    first, past = text.starts[block], text.starts[block] + len(text.blocks[block].text)
    start = max([first, *(veil.end for veil in veils if first < veil.end <= where.start)])
    end = min([past, *(veil.start for veil in veils if where.end <= veil.start < past)])
    if where.start - start > AROUND:
        space = _space(text.shown, where.start - AROUND, where.start)
        start = where.start - AROUND if space is None else space + 1
    if end - where.end > AROUND:
        space = _space(text.shown, where.end + AROUND, where.end)
        end = where.end + AROUND if space is None else space
    while start < where.start and text.shown[start].isspace():
        start += 1
    while end > where.end and text.shown[end - 1].isspace():
        end -= 1
    before, after = ("… " if start > first else ""), (" …" if end < past else "")
    words = before + text.shown[start:end].replace("\n", " ") + after
    at = where.start - start + len(before)
    return words, Range(at, at + where.end - where.start)


def _space(shown: str, begin: int, upto: int) -> int | None:
    """Return the first space on the way from one position to another; None where there is none."""
    way = range(begin, upto) if begin < upto else range(begin, upto - 1, -1)
    return next((at for at in way if at < len(shown) and shown[at].isspace()), None)
