"""Differences between two passages, word by word: what stayed, what was put in place of what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.texts.normal import Word, text_words
from crossread.texts.text import Range, Text
from crossread.texts.word_lists import english
from crossread.texts.word_places import words_touched

Change = Literal["same", "changed", "left-out", "put-in"]

# More comparisons than this are not made (about a second); what lies between the ends is then all changed.
_MOST_COMPARISONS = 400_000_000
_LONGEST_STRAY = 2  # common words: found again between two changes, they mean nothing to a reader


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words in one text and what stands for it in the other; ranges in each, from word to word.

    *same* words stand in both; *changed* ones in both, but others; *left-out* ones only in the one
    (`other` is None), *put-in* ones only in the other (`one` is None).
    """

    change: Change
    one: Range | None
    other: Range | None


def differences(
    one: Text, other: Text, in_one: Range | None = None, in_other: Range | None = None
) -> tuple[Piece, ...]:
    """Align two passages, or whole texts, by their normal words and return the pieces in order.

    Letter case, quotation marks and punctuation make no difference. A stray common word between two changes
    is part of the change, so that it can be read. Words that moved are left out in one place and put in at
    another.
    """
    ours, theirs = _words(one, in_one), _words(other, in_other)
    return tuple(
        Piece(change, _range(ours[first:past]), _range(theirs[into:upto]))
        for change, first, past, into, upto in _steps([w.text for w in ours], [w.text for w in theirs])
    )


def _words(text: Text, where: Range | None) -> Sequence[Word]:
    words = text_words(text)
    if where is None:
        return words
    touched = words_touched(words, where)
    return words[touched.start : touched.stop]


def _range(words: Sequence[Word]) -> Range | None:
    return Range(words[0].start, words[-1].end) if words else None


_Step = tuple[Change, int, int, int, int]


def _steps(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[_Step]:
    """Yield steps (change, from, to, from, to): same and differing ones by turns."""
    kept = [run for run in _same(ours, theirs) if run[1] > run[0]]
    at, into = 0, 0
    for first, past, begin in [*kept, (len(ours), len(ours), len(theirs))]:
        is_stray = (
            past > first
            and (past < len(ours) or begin + past - first < len(theirs))
            and past - first <= _LONGEST_STRAY
            and english().function_words.issuperset(ours[first:past])
            and (first > at or begin > into)
        )
        if is_stray:
            continue
        if first > at or begin > into:
            change: Change = "put-in" if first == at else "left-out" if begin == into else "changed"
            yield change, at, first, into, begin
        if past > first:
            yield "same", first, past, begin, begin + past - first
        at, into = past, begin + past - first


def _same(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of equal words of the longest common subsequence: (from, to, from in the other)."""
    from rapidfuzz.distance import Indel

    start = 0
    while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
        start += 1
    end = 0
    while end < min(len(ours), len(theirs)) - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    yield 0, start, 0
    middle, their_middle = ours[start : len(ours) - end], theirs[start : len(theirs) - end]
    if len(middle) * len(their_middle) <= _MOST_COMPARISONS:
        for step in Indel.opcodes(middle, their_middle):
            if step.tag == "equal":
                yield start + step.src_start, start + step.src_end, start + step.dest_start
    yield len(ours) - end, len(ours), len(theirs) - end
