"""Notes in a plain text: marks such as [12] and the numbered list at its end, where both are plain to see."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from crossread.texts.text import Block, Span

_MARK = re.compile(r"\[(\d{1,3})\]")
# How a note begins: "12. ", "12) ", "[12] " or "12 ^".
_BEGINS = re.compile(r"\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)]|(\d{1,3})\s*\^)\s*(?=\S)")

_FEWEST = 2  # notes; one numbered line at the end may be anything, but for one that begins "[1]"
_WIDEST_GAP = 5  # between numbers that follow each other: copies of a page lose notes
_LONGEST = 12  # paragraphs of one note
_TRIED = 20  # lists from the end: a text has no more
# Of the marks, how many have to lead to a note, and of the notes, how many need a mark (0 to 1).
_LED = 0.9
_MARKED = 0.5


def with_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return a text's blocks with its notes and their marks; as they are where there is any doubt.

    There is none where numbers ascend from 1, each at the start of a paragraph, and nearly all marks
    before them lead to one of them. No word is changed.
    """
    found = _notes(blocks)
    if not found:
        return tuple(blocks)
    first = min(found)
    numbers = set(found.values())
    return tuple(
        replace(block, note=found[place])
        if place in found
        else replace(block, spans=(*block.spans, *_marks(block, numbers)))
        if place < first
        else block
        for place, block in enumerate(blocks)
    )


def _marks(block: Block, numbers: set[str]) -> list[Span]:
    return [
        Span(mark.start(), mark.end(), "note", _name(mark[1]))
        for mark in _MARK.finditer(block.text)
        if _name(mark[1]) in numbers
    ]


def _name(digits: str) -> str:
    return str(int(digits))


def _notes(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the note, by number, that each block is part of; nothing where that is not certain."""
    begins = [
        (place, int(next(filter(None, found.groups()))))
        for place, block in enumerate(blocks)
        if (found := _BEGINS.match(block.text))
    ]
    starts = [at for at, (_place, number) in enumerate(begins) if number == 1]
    # Of several lists the notes are the last that the marks lead to.
    lists = (_ascending(begins, at) for at in reversed(starts))
    long_enough = islice((rows for rows in lists if _long_enough(rows, blocks)), _TRIED)
    chosen = next((rows for rows in long_enough if _certain(rows, blocks)), [])
    notes: dict[int, str] = {}
    if not chosen:
        return notes
    for (place, number), (following, _number) in zip(chosen, [*chosen[1:], (-1, 0)], strict=True):
        # What stands between two notes is the rest of the first; what follows the last may be anything.
        past = following if place < following <= place + _LONGEST else place + 1
        notes.update(dict.fromkeys(range(place, past), str(number)))
    return notes


def _ascending(begins: Sequence[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    rows = [begins[start]]
    for place, number in begins[start + 1 : start + 1_000]:
        if not rows[-1][1] < number <= rows[-1][1] + _WIDEST_GAP:
            break
        rows.append((place, number))
    return rows


def _long_enough(rows: Sequence[tuple[int, int]], blocks: Sequence[Block]) -> bool:
    return len(rows) >= _FEWEST or blocks[rows[0][0]].text.lstrip().startswith("[")


def _certain(rows: Sequence[tuple[int, int]], blocks: Sequence[Block]) -> bool:
    before = blocks[: rows[0][0]]
    marks = {int(mark) for block in before for mark in _MARK.findall(block.text)}
    notes = {number for _place, number in rows}
    both = len(marks & notes)
    return bool(both) and both >= _LED * len(marks) and both >= _MARKED * len(notes)
