"""Aligning two rows of words: which stand in both in the same order, and what stands between them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from crossread.texts.wording.common_runs import common_runs
from crossread.texts.wording.word_lists import english
from crossread.texts.words.normal import Word

Change = Literal["same", "changed", "left-out", "put-in"]

# More comparisons than this are not made at once (about a tenth of a second). Long texts are parted first
# at the long runs of words that they share; what is still too long between two of them counts as changed.
_MOST_COMPARISONS = 40_000_000
_LONG = 7  # words
_LONGEST_STRAY = 2  # common words: found again between two changes, they mean nothing to a reader
# What stands in one text only moves by so many words at most, to begin where a sentence does.
_FURTHEST = 60
_ENDS_SENTENCE = re.compile(r"[.!?…\n]")


class Step(NamedTuple):
    """Words from number `first` up to `past`, and what stands for them in the other text."""

    change: Change
    first: int
    past: int
    into: int
    upto: int


def align_words(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Step]:
    """Yield steps from the beginning of both texts to their ends, same and differing ones by turns.

    A stray common word between two changes is part of the change. `ours` and `theirs` are normal words.
    """
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
            yield Step(change, at, first, into, begin)
        if past > first:
            yield Step("same", first, past, begin, begin + past - first)
        at, into = past, begin + past - first


def at_sentences(
    steps: Sequence[Step], ours: Sequence[Word], theirs: Sequence[Word], texts: tuple[str, str]
) -> list[Step]:
    """Move what is only in one text to where a sentence begins, if the same words stand there too.

    Of "A. B. C." against "A. C." what is left out may be "B", or the end of "A" and the start of "B".
    `texts` are what the words are from.
    """
    moved = list(steps)
    for number in range(1, len(moved) - 1):
        before, step, after = moved[number - 1 : number + 2]
        if step.change not in {"left-out", "put-in"} or before.change != "same" or after.change != "same":
            continue
        # Of the same words on either side one at least stays, but for those that all begins or ends with.
        room = (
            before.past - before.first - (number > 1),
            after.past - after.first - (number < len(moved) - 2),
        )
        if step.change == "left-out":
            by = _slide(ours, step.first, step.past, room, texts[0])
        else:
            by = _slide(theirs, step.into, step.upto, room, texts[1])
        moved[number - 1] = before._replace(past=before.past + by, upto=before.upto + by)
        moved[number] = Step(step.change, step.first + by, step.past + by, step.into + by, step.upto + by)
        moved[number + 1] = after._replace(first=after.first + by, into=after.into + by)
    return [step for step in moved if step.past > step.first or step.upto > step.into]


def _slide(words: Sequence[Word], first: int, past: int, room: tuple[int, int], text: str) -> int:
    """Return by how many words a stretch moves, to the left below 0; `room` is how far it may, either way."""
    for by in range(min(_FURTHEST, room[0]) + 1):
        if _begins_sentence(words, first - by, text):
            return -by
        if by == room[0] or words[first - by - 1].text != words[past - by - 1].text:
            break
    for by in range(min(_FURTHEST, room[1]) + 1):
        if _begins_sentence(words, first + by, text):
            return by
        if by == room[1] or words[first + by].text != words[past + by].text:
            break
    return 0


def _begins_sentence(words: Sequence[Word], number: int, text: str) -> bool:
    return number == 0 or bool(_ENDS_SENTENCE.search(text, words[number - 1].end, words[number].start))


def _same(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of equal words that stand in the same order: (from, to, from in the other)."""
    start = 0
    while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
        start += 1
    end = 0
    while end < min(len(ours), len(theirs)) - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    yield 0, start, 0
    middle, their_middle = ours[start : len(ours) - end], theirs[start : len(theirs) - end]
    for first, past, into in _same_between(middle, their_middle):
        yield start + first, start + past, start + into
    yield len(ours) - end, len(ours), len(theirs) - end


def _same_between(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of the longest common subsequence; of long texts, between the long runs they share."""
    if len(ours) * len(theirs) <= _MOST_COMPARISONS:
        yield from _subsequence(ours, theirs)
        return
    at = into = 0
    for first, begin, words in [*_long_runs(ours, theirs), (len(ours), len(theirs), 0)]:
        gap, their_gap = ours[at:first], theirs[into:begin]
        if len(gap) * len(their_gap) <= _MOST_COMPARISONS:
            for one, past, other in _subsequence(gap, their_gap):
                yield at + one, at + past, into + other
        if words:
            yield first, first + words, begin
        at, into = first + words, begin + words


def _subsequence(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    from rapidfuzz.distance import Indel

    for step in Indel.opcodes(ours, theirs):
        if step.tag == "equal":
            yield step.src_start, step.src_end, step.dest_start


def _long_runs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return long runs that stand once in both and in the same order, the longest chosen first."""
    runs = [
        (run.in_one[0], run.in_other[0], run.words)
        for _one, _other, found in common_runs([ours, theirs], _LONG)
        for run in found
        if len(run.in_one) == len(run.in_other) == 1
    ]
    chosen: list[tuple[int, int, int]] = []
    for run in sorted(runs, key=lambda run: (-run[2], run)):
        place = bisect_left(chosen, run)
        before, after = chosen[max(0, place - 1) : place], chosen[place : place + 1]
        if all(_follows(run, one) for one in before) and all(_follows(one, run) for one in after):
            chosen.insert(place, run)
    return chosen


def _follows(run: tuple[int, int, int], before: tuple[int, int, int]) -> bool:
    """Tell whether a run begins after another one ends, in both texts."""
    return run[0] >= before[0] + before[2] and run[1] >= before[1] + before[2]
