"""Numbers of paragraphs: how people find a place together, in class and in a citation."""

from bisect import bisect_right

from crossread.texts.text import Range, Text

_UNCOUNTED = frozenset({"heading", "picture"})


def paragraph_numbers(text: Text) -> tuple[str, ...]:
    """Return the number of each block from 1; "" for headings, pictures and notes, which are not counted.

    Notes have numbers of their own. Worked out once for each text.
    """
    known: tuple[str, ...] | None = text.known.get("paragraph numbers")
    if known is None:
        known = text.known["paragraph numbers"] = _counted(text)
    return known


def _counted(text: Text) -> tuple[str, ...]:
    numbers, number = [], 0
    for block in text.blocks:
        counts = block.kind not in _UNCOUNTED and not block.note
        number += counts
        numbers.append(str(number) if counts else "")
    return tuple(numbers)


def note_in(text: Text, where: Range) -> str:
    """Return the number of the note that a range begins in, as its text gives it; "" where that is none."""
    at = bisect_right(text.starts, where.start) - 1
    name = text.blocks[at].note if at >= 0 else ""
    marker = next((block.marker for block in text.blocks if block.note == name and block.marker), "")
    return (marker.rstrip(".") or name) if name else ""


def numbers_in(text: Text, where: Range) -> tuple[str, ...]:
    """Return the numbers of the first and the last numbered block that a range touches, one if the same."""
    if not text.blocks:
        return ()
    first = bisect_right(text.starts, where.start) - 1
    last = bisect_right(text.starts, max(where.start, where.end - 1)) - 1
    touched = [number for number in paragraph_numbers(text)[max(0, first) : last + 1] if number]
    return tuple(dict.fromkeys((touched[0], touched[-1]))) if touched else ()
