"""Words that several texts have in common: the longest runs, found in time that grows with the texts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

# Ranges of words are known again by a polynomial over this prime: 61 bits, so that no two agree by chance.
_PRIME = (1 << 61) - 1
_BASE = 1_000_003


class CommonRun(NamedTuple):
    """A run of `words` words that two texts share, and the numbers of the words where it starts in each.

    A place counts in a text where the run lies in no longer one that both share. Where it lies in longer
    ones everywhere in a text, its first place there stands for it.
    """

    words: int
    in_one: tuple[int, ...]
    in_other: tuple[int, ...]


def common_runs(
    texts: Sequence[Sequence[str]], least: int
) -> Iterator[tuple[int, int, tuple[CommonRun, ...]]]:
    """Yield, for each two texts that share any, their numbers and the runs of `least` words or more.

    Runs stand in the order of their first places. `least` is 1 or more. The time grows with the texts and
    the number of pairs that share anything, also where a text repeats itself over and over.
    """
    shared = _shared_stretches(texts, least)
    for one, other in combinations(range(len(texts)), 2):
        if shared[one].grams.isdisjoint(shared[other].grams):
            continue
        yield one, other, _runs_of_two(shared[one], shared[other], least)


class _Stretches:
    """The parts of a text that any other text has too, as numbers of runs of `least` words ("grams").

    Between two parts stands `parting`, a number below 0 that no other text has.
    """

    def __init__(self, grams: Sequence[int], elsewhere: set[int], parting: int) -> None:
        self.row: list[int] = []
        self.places: list[int] = []
        for place, gram in enumerate(grams):
            if gram in elsewhere:
                self.row.append(gram)
                self.places.append(place)
            elif self.row and self.row[-1] >= 0:
                self.row.append(parting)
                self.places.append(place)
        self.grams = {gram for gram in self.row if gram >= 0}
        self._automaton: _Automaton | None = None
        self._hashes: list[int] | None = None

    @property
    def automaton(self) -> "_Automaton":
        if self._automaton is None:
            self._automaton = _Automaton(self.row)
        return self._automaton

    def key(self, start: int, length: int, powers: Sequence[int]) -> tuple[int, int]:
        """Return what a part of the row is known by, wherever it stands."""
        if self._hashes is None:
            self._hashes = [0]
            for gram in self.row:
                self._hashes.append((self._hashes[-1] * _BASE + gram + 1) % _PRIME)
        hashes = self._hashes
        return length, (hashes[start + length] - hashes[start] * powers[length]) % _PRIME


class _Automaton:
    """A suffix automaton (Blumer et al. 1985): all that a row holds, in at most twice as many states."""

    def __init__(self, row: Sequence[int]) -> None:
        self.goes: list[dict[int, int]] = [{}]
        self.link = [-1]
        self.longest = [0]
        self.first_end = [-1]
        last = 0
        for place, item in enumerate(row):
            last = self._extend(last, place, item)

    def _extend(self, last: int, place: int, item: int) -> int:
        goes, link = self.goes, self.link
        new = self._state({}, self.longest[last] + 1, place)
        at = last
        while at >= 0 and item not in goes[at]:
            goes[at][item] = new
            at = link[at]
        if at < 0:
            link[new] = 0
            return new
        after = goes[at][item]
        if self.longest[at] + 1 == self.longest[after]:
            link[new] = after
            return new
        copy = self._state(dict(goes[after]), self.longest[at] + 1, self.first_end[after])
        link[copy] = link[after]
        while at >= 0 and goes[at].get(item) == after:
            goes[at][item] = copy
            at = link[at]
        link[after] = link[new] = copy
        return new

    def _state(self, goes: dict[int, int], longest: int, first_end: int) -> int:
        self.goes.append(goes)
        self.link.append(-1)
        self.longest.append(longest)
        self.first_end.append(first_end)
        return len(self.goes) - 1

    def maximal_in(self, row: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Yield each part of another row that this one holds and that lies in no longer one.

        As (its start there, its length, its first start here).
        """
        goes, link, longest = self.goes, self.link, self.longest
        state = length = 0
        for end, item in enumerate(row):
            before, was = state, length
            while state and item not in goes[state]:
                state = link[state]
                length = longest[state]
            if item in goes[state]:
                state = goes[state][item]
                length += 1
            if was and length <= was:
                yield end - was, was, self.first_end[before] - was + 1
        if length:
            yield len(row) - length, length, self.first_end[state] - length + 1


def _shared_stretches(texts: Sequence[Sequence[str]], least: int) -> list[_Stretches]:
    numbers: dict[tuple[str, ...], int] = {}
    rows = [
        [
            numbers.setdefault(gram, len(numbers))
            for gram in zip(*(words[at:] for at in range(least)), strict=False)
        ]
        for words in texts
    ]
    holders = Counter(gram for row in rows for gram in set(row))
    elsewhere = {gram for gram, count in holders.items() if count > 1}
    return [_Stretches(row, elsewhere, parting=-2 - number) for number, row in enumerate(rows)]


def _runs_of_two(one: _Stretches, other: _Stretches, least: int) -> tuple[CommonRun, ...]:
    powers = [1]
    for _ in range(max(len(one.row), len(other.row))):
        powers.append(powers[-1] * _BASE % _PRIME)
    in_one: dict[tuple[int, int], list[int]] = {}
    in_other: dict[tuple[int, int], list[int]] = {}
    first_in_one: dict[tuple[int, int], int] = {}
    first_in_other: dict[tuple[int, int], int] = {}
    for start, length, first in other.automaton.maximal_in(one.row):
        key = one.key(start, length, powers)
        in_one.setdefault(key, []).append(one.places[start])
        first_in_other[key] = other.places[first]
    for start, length, first in one.automaton.maximal_in(other.row):
        key = other.key(start, length, powers)
        in_other.setdefault(key, []).append(other.places[start])
        first_in_one[key] = one.places[first]
    runs = [
        CommonRun(
            key[0] + least - 1,
            tuple(in_one.get(key) or [first_in_one[key]]),
            tuple(in_other.get(key) or [first_in_other[key]]),
        )
        for key in {**in_one, **in_other}
    ]
    return tuple(sorted(runs, key=lambda run: (run.in_one, run.in_other, -run.words)))
