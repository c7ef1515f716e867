"""Carrying a range from an old text into a new one along what both have in common."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from crossread.texts.passages.likeness import stands_for
from crossread.texts.text import Range, Text

_TOKEN = re.compile(r"\w+|[^\w\s]")
# A difference of more comparisons than this is not looked for: the search by quote has to do.
_MOST_COMPARISONS = 400_000_000
# So many words and signs in a row are the same by more than chance.
_STRONG = 4


@dataclass(frozen=True, slots=True)
class Kept:
    """A word or sign that both texts have: where it starts in each, how long it is in code points.

    `run` counts the words and signs of the unbroken row it stands in.
    """

    old: int
    new: int
    length: int
    run: int


_START = Kept(0, 0, 0, 0)


@dataclass(frozen=True)
class Common:
    """All that two texts have in common, in the order of the old one."""

    kept: tuple[Kept, ...]

    @cached_property
    def old_starts(self) -> Sequence[int]:
        """Where each kept part starts in the old text, ascending."""
        return [part.old for part in self.kept]

    @cached_property
    def by_new(self) -> Sequence[Kept]:
        """The kept parts in the order of the new text."""
        return sorted(self.kept, key=lambda part: part.new)

    @cached_property
    def new_starts(self) -> Sequence[int]:
        """Where each kept part starts in the new text, ascending."""
        return [part.new for part in self.by_new]


def common(old: Text, new: Text) -> Common:
    """Compare two texts, whole blocks first and then words within the blocks that changed.

    Worked out once for each pair, as long as the new text lives.
    """
    key = f"common with {old.digest}"
    known: Common | None = new.known.get(key)
    if known is None:
        known = new.known[key] = Common(tuple(sorted(_compare(old, new), key=lambda part: part.old)))
    return known


def carry(where: Range, old: Text, new: Text) -> Range | None:
    """Carry a range of the old text to the new one; None where nothing tells where it went.

    What is returned may be unlike the old words: whoever asks has to judge it.
    """
    both = common(old, new)
    first = bisect_left(both.old_starts, where.start)
    if first and both.kept[first - 1].old + both.kept[first - 1].length > where.start:
        first -= 1
    past = bisect_left(both.old_starts, where.end)
    before = both.kept[first - 1] if first else _START
    after = both.kept[past] if past < len(both.kept) else Kept(len(old.shown), len(new.shown), 0, 0)
    # What took the place of changed words lies between kept ones, if those changed words are all there was.
    open_start = not _TOKEN.search(old.shown, before.old + before.length, where.start)
    open_end = not _TOKEN.search(old.shown, where.end, after.old)
    if first == past:
        return _trimmed(new, before.new + before.length, after.new) if open_start and open_end else None
    begin, finish = both.kept[first], both.kept[past - 1]
    start = begin.new + max(0, where.start - begin.old)
    end = finish.new + min(finish.length, where.end - finish.old)
    if open_start:
        edge = _trimmed(new, before.new + before.length, begin.new)
        start = (
            edge.start if edge and stands_for(old.shown[where.start : begin.old], new.words(edge)) else start
        )
    if open_end:
        edge = _trimmed(new, finish.new + finish.length, after.new)
        rest = old.shown[finish.old + finish.length : where.end]
        end = edge.end if edge and stands_for(rest, new.words(edge)) else end
    return Range(start, end) if start < end else None


def is_from_elsewhere(place: Range, where: Range, old: Text, new: Text) -> bool:
    """Tell whether more than half of a place in the new text is known to be other old words than `where`."""
    both = common(old, new)
    first = bisect_left(both.new_starts, place.start)
    past = bisect_left(both.new_starts, place.end)
    others = sum(
        part.length
        for part in both.by_new[first:past]
        if part.run >= _STRONG and not where.start <= part.old < where.end
    )
    return 2 * others > place.end - place.start


def _trimmed(text: Text, start: int, end: int) -> Range | None:
    """Return a range of a text without the space at its ends; None where nothing is left."""
    between = text.shown[start : max(start, end)]
    left = len(between) - len(between.lstrip())
    return Range(start + left, start + len(between.rstrip())) if between.strip() else None


def _compare(old: Text, new: Text) -> Iterator[Kept]:
    old_blocks = [block.text for block in old.blocks]
    new_blocks = [block.text for block in new.blocks]
    same = _equal(old_blocks, new_blocks)
    moved = _moved_blocks(old_blocks, new_blocks, same)
    for old_block, new_block in [*same, *moved]:
        starts = old.starts[old_block], new.starts[new_block]
        tokens = list(_TOKEN.finditer(old_blocks[old_block]))
        for token in tokens:
            length = token.end() - token.start()
            yield Kept(starts[0] + token.start(), starts[1] + token.start(), length, len(tokens))
    taken_old, taken_new = {pair[0] for pair in moved}, {pair[1] for pair in moved}
    edges = [(-1, -1), *same, (len(old_blocks), len(new_blocks))]
    for (old_before, new_before), (old_next, new_next) in pairwise(edges):
        yield from _compare_words(
            _tokens(old, [b for b in range(old_before + 1, old_next) if b not in taken_old]),
            _tokens(new, [b for b in range(new_before + 1, new_next) if b not in taken_new]),
        )


def _equal(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of places in the longest common subsequence; none where that would take too long."""
    from rapidfuzz.distance import Indel

    if len(old) * len(new) > _MOST_COMPARISONS:
        return []
    return [
        (step.src_start + number, step.dest_start + number)
        for step in Indel.opcodes(old, new)
        if step.tag == "equal"
        for number in range(step.src_end - step.src_start)
    ]


def _moved_blocks(
    old: Sequence[str], new: Sequence[str], same: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pair blocks that stand elsewhere now: the same words, once only among what is left on each side."""
    stay_old, stay_new = {pair[0] for pair in same}, {pair[1] for pair in same}
    left_old = [number for number in range(len(old)) if number not in stay_old]
    left_new = [number for number in range(len(new)) if number not in stay_new]
    counts_old = Counter(old[number] for number in left_old)
    places = {new[number]: number for number in left_new}
    counts_new = Counter(new[number] for number in left_new)
    return [
        (number, places[old[number]])
        for number in left_old
        if counts_old[old[number]] == 1 and counts_new[old[number]] == 1
    ]


def _tokens(text: Text, blocks: Sequence[int]) -> list[tuple[int, str]]:
    return [
        (text.starts[number] + token.start(), token.group())
        for number in blocks
        for token in _TOKEN.finditer(text.blocks[number].text)
    ]


def _compare_words(old: list[tuple[int, str]], new: list[tuple[int, str]]) -> Iterator[Kept]:
    pairs = _equal([word for _, word in old], [word for _, word in new])
    row: list[tuple[int, int]] = []
    for pair in [*pairs, None]:
        if row and (pair is None or pair != (row[-1][0] + 1, row[-1][1] + 1)):
            for old_number, new_number in row:
                start, word = old[old_number]
                yield Kept(start, new[new_number][0], len(word), len(row))
            row = []
        if pair is not None:
            row.append(pair)
