"""An axis to scale: where values stand on it, and where their words find room. Any unit of length."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from crossread.progress.figures_shown import Measure

Bounds = tuple[float | None, float | None]

_STEPS = (1, 2, 5)
_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)
_MONTHS = (1, 2, 3, 6)
_DAYS = (1, 2, 7, 14)
_MONTH, _YEAR = 28, 365  # days at least
_IN_A_YEAR = 12  # months
_LAST_YEAR = date.max.year
_LEAST = 1e-6  # that two numbers differ by, to be told apart at all


@dataclass(frozen=True, slots=True)
class Scale:
    """From where to where an axis goes, and the values marked on it, in order; `first` is below `last`."""

    first: float
    last: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Return how far along the axis a value stands, 0 to 1."""
        return min(1.0, max(0.0, (value - self.first) / (self.last - self.first)))


def scale_of(values: Iterable[Bounds], measure: Measure, most: int) -> Scale:
    """Return an axis on which all values stand, with at most `most` marks (2 or more) but never under two.

    Numbers begin at nothing, or below it where one is; days and times of day only where they have to.
    """
    known = [bound for bounds in values for bound in bounds if bound is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    if measure == "number":
        low, high = min(0.0, low), max(0.0, high)
        return _marked(_numbers(low, high, most))
    if measure == "minute":
        step = next((one for one in _MINUTES if (high - low) / one <= most - 2), _MINUTES[-1])
        return _marked(_multiples(low, high, step))
    return _marked(_days(int(low), int(high), most))


def _marked(ticks: Sequence[float]) -> Scale:
    return Scale(ticks[0], ticks[-1], tuple(ticks))


def _numbers(low: float, high: float, most: int) -> list[float]:
    if high - low < _LEAST:
        return [0.0, 1.0]
    power = floor(log10((high - low) / max(1, most - 1)))
    for scale in range(power, power + 3):
        for step in _STEPS:
            found = _multiples(low, high, step * 10.0**scale)
            if len(found) <= max(2, most):
                return found
    return [low, high]


def _multiples(low: float, high: float, step: float) -> list[float]:
    first, last = floor(low / step), ceil(high / step)
    last = max(last, first + 1)
    # What is a whole number is one exactly: 3 times 0.1 is not 0.3.
    return [float(round(number * step, 12)) for number in range(first, last + 1)]


def _days(low: int, high: int, most: int) -> list[float]:
    low, high = max(1, low), min(date.max.toordinal(), max(1, high))
    room = max(1, most - 2)
    span = high - low
    for step in _DAYS:
        if span / step <= room:
            found = list(range(low, high + step, step))
            return [float(day) for day in (found if len(found) > 1 else [*found, low + step])]
    for months in _MONTHS:
        if span / (months * _MONTH) <= room:
            return list(_months(low, high, months))
    steps = (step * 10**power for power in range(5) for step in _STEPS)
    return list(_years(low, high, next(step for step in steps if span / (step * _YEAR) <= room)))


def _months(low: int, high: int, step: int) -> Iterator[float]:
    first = date.fromordinal(low)
    number = (first.year * _IN_A_YEAR + first.month - 1) // step * step
    while True:
        year, month = divmod(number, _IN_A_YEAR)
        if year > _LAST_YEAR:
            yield float(date.max.toordinal())
            return
        day = date(max(1, year), month + 1, 1).toordinal()
        yield float(day)
        if day >= high and day > low:
            return
        number += step


def _years(low: int, high: int, step: int) -> Iterator[float]:
    year = date.fromordinal(low).year // step * step
    while year <= _LAST_YEAR:
        day = date(max(1, year), 1, 1).toordinal()
        yield float(day)
        if day >= high and day > low:
            return
        year += step
    yield float(date.max.toordinal())


# Where all of it finds room


@dataclass(frozen=True, slots=True)
class Mark:
    """A value to be placed; `words` are the widths of its words, whole first, then shorter ones."""

    bounds: Bounds
    words: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """How large things are: a badge, an arrow beside it, the room between, and the whole axis across.

    `beside` is kept free at both ends of the axis.
    """

    width: float
    badge: float
    arrow: float
    gap: float

    @property
    def beside(self) -> float:
        """The room beside both ends: for half a badge and an arrow."""
        return self.badge / 2 + self.arrow

    def x(self, scale: Scale, value: float) -> float:
        """Return where a value stands, from the side at which the axis begins."""
        return self.beside + scale.share(value) * max(0.0, self.width - 2 * self.beside)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a mark stands: its badge at `x`, all that is drawn of it from `begin` to `end`, on a lane from 0.

    Its words stand on `words_lane` from `words_begin` on, `words_width` wide; `form` says which of them.
    """

    x: float
    begin: float
    end: float
    lane: int
    words_lane: int
    words_begin: float
    words_width: float
    form: int


def place_marks(
    marks: Sequence[Mark], scale: Scale, measures: Measures, *, one_by_one: bool = False
) -> tuple[Placed, ...]:
    """Place marks such that nothing covers anything: in the first lane with room, one after another.

    Each is placed in the order given; `one_by_one` gives each a lane of its own, below the one before.
    """
    lanes = _Lanes()
    return tuple(_placed(mark, scale, measures, lanes, one_by_one=one_by_one) for mark in marks)


class _Lanes:
    """What is taken of each lane."""

    def __init__(self) -> None:
        self._taken: list[list[tuple[float, float]]] = []

    def first(self, stretches: Sequence[tuple[int, float, float]], *, fresh: bool) -> int:
        """Take the first lane in which stretches (lanes below it, from, to) have room; return it."""
        lane = len(self._taken) if fresh else 0
        while not all(self._is_free(lane + below, begin, end) for below, begin, end in stretches):
            lane += 1
        for below, begin, end in stretches:
            self._row(lane + below).append((begin, end))
        return lane

    def _row(self, lane: int) -> list[tuple[float, float]]:
        while len(self._taken) <= lane:
            self._taken.append([])
        return self._taken[lane]

    def _is_free(self, lane: int, begin: float, end: float) -> bool:
        return lane >= len(self._taken) or all(
            end <= one or begin >= other for one, other in self._taken[lane]
        )


def _placed(mark: Mark, scale: Scale, measures: Measures, lanes: _Lanes, *, one_by_one: bool) -> Placed:
    x, begin, end = _extent(mark.bounds, scale, measures)
    form, below, words, width = _beside(mark, begin, end, measures)
    gap = measures.gap
    if below:
        stretches = [(0, begin, end + gap), (1, words, words + width + gap)]
    else:
        stretches = [(0, min(begin, words), max(end, words + width) + gap)]
    lane = lanes.first(stretches, fresh=one_by_one)
    return Placed(x, begin, end, lane, lane + below, words, width, form)


def _extent(bounds: Bounds, scale: Scale, measures: Measures) -> tuple[float, float, float]:
    """Return where the badge stands, and from where to where a mark is drawn: with its bar or arrow."""
    low, high = bounds
    half = measures.badge / 2
    if low is None or high is None:
        bound = low if low is not None else high
        x = measures.x(scale, bound or 0.0)
        return (
            x,
            x - half - (measures.arrow if low is None else 0),
            x + half + (measures.arrow if high is None else 0),
        )
    first, last = measures.x(scale, low), measures.x(scale, high)
    return first, first - half, max(first + half, last)


def _beside(mark: Mark, begin: float, end: float, measures: Measures) -> tuple[int, int, float, float]:
    """Return which words fit, how many lanes below the mark, from where on, and how wide."""
    after, before = measures.width - end - measures.gap, begin - measures.gap
    for form, width in enumerate(mark.words):
        if width <= after:
            return form, 0, end + measures.gap, width
        if width <= before:
            return form, 0, before - width, width
    for form, width in enumerate(mark.words):
        if width <= measures.width:
            return form, 1, min(begin, measures.width - width), width
    return len(mark.words) - 1, 1, 0.0, max(0.0, measures.width)
