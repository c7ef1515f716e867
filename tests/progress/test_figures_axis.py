"""The axis of figures: every value stands on it, to scale, and no words cover others."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.progress.figures_axis import Bounds, Mark, Measures, Placed, Scale, place_marks, scale_of

COUNTS = st.integers(0, 10**7).map(float) | st.floats(-1000, 1e9, allow_nan=False)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: float(day.toordinal()))
MINUTES = st.integers(0, 1439).map(float)


def bounds(of: st.SearchStrategy[float]) -> st.SearchStrategy[Bounds]:
    exact = of.map(lambda value: (value, value))
    opened = of.flatmap(lambda value: st.sampled_from([(value, None), (None, value)]))
    ranged = st.tuples(of, of).map(lambda two: (min(two), max(two)))
    return exact | opened | ranged


MARKS = st.lists(
    st.builds(
        Mark,
        bounds(COUNTS),
        st.lists(st.floats(0, 1200), min_size=1, max_size=3).map(
            lambda all_: tuple(sorted(all_, reverse=True))
        ),
    ),
    max_size=12,
)
MEASURES = st.builds(
    Measures,
    width=st.floats(200, 2000),
    badge=st.floats(10, 50),
    arrow=st.floats(0, 40),
    gap=st.floats(0, 20),
)


def holds(scale: Scale, values: Sequence[Bounds]) -> bool:
    known = [bound for one in values for bound in one if bound is not None]
    return all(scale.first <= bound <= scale.last for bound in known)


@given(st.lists(bounds(COUNTS)), st.integers(2, 12))
def test_any_numbers_stand_on_an_axis_that_begins_at_nothing(values: list[Bounds], most: int) -> None:
    scale = scale_of(values, "number", most)
    assert scale.first <= 0 <= scale.last
    assert scale.first < scale.last
    assert list(scale.ticks) == sorted(set(scale.ticks))
    known = [bound for one in values for bound in one if bound is not None]
    slack = 1e-9 * max([1.0, *map(abs, known)])
    assert all(scale.first - slack <= bound <= scale.last + slack for bound in known)
    assert len(scale.ticks) <= max(3, most)


@given(st.lists(bounds(DAYS), min_size=1), st.integers(3, 12))
def test_any_days_stand_on_an_axis(values: list[Bounds], most: int) -> None:
    scale = scale_of(values, "day", most)
    assert holds(scale, values) or scale.last == date.max.toordinal()
    assert scale.first < scale.last
    assert list(scale.ticks) == sorted(set(scale.ticks))
    assert all(date.fromordinal(int(tick)) for tick in scale.ticks if tick <= date.max.toordinal())


@given(st.lists(bounds(MINUTES), min_size=1), st.integers(3, 12))
def test_any_times_of_the_day_stand_on_an_axis(values: list[Bounds], most: int) -> None:
    scale = scale_of(values, "minute", most)
    assert holds(scale, values)
    assert scale.first < scale.last


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([(161.0, None), (500.0, 1000.0)], (0, 200, 400, 600, 800, 1000)),
        ([(63.0, 63.0), (83.0, 83.0)], (0, 20, 40, 60, 80, 100)),
        ([(0.0, 0.0)], (0, 1)),
        ([], (0, 1)),
        ([(-3.0, 4.0)], (-4, -2, 0, 2, 4)),
    ],
)
def test_marks_of_the_axis_are_round_numbers(values: list[Bounds], ticks: tuple[float, ...]) -> None:
    assert scale_of(values, "number", 6).ticks == ticks


def test_days_years_apart_are_marked_by_years() -> None:
    days = [date(1988, 3, 1), date(1992, 2, 26)]
    scale = scale_of([(float(day.toordinal()), None) for day in days], "day", 8)
    assert [date.fromordinal(int(tick)).year for tick in scale.ticks] == [1988, 1989, 1990, 1991, 1992, 1993]


def test_values_stand_to_scale() -> None:
    scale, measures = scale_of([(0.0, 1000.0)], "number", 6), Measures(1000, 20, 30, 8)
    half = measures.x(scale, 500.0)
    assert half == pytest.approx(500)
    assert measures.x(scale, 1000.0) - half == pytest.approx(half - measures.x(scale, 0.0))


def stretches(placed: Sequence[Placed]) -> list[tuple[int, float, float]]:
    found = [(one.lane, one.begin, one.end) for one in placed]
    return found + [(one.words_lane, one.words_begin, one.words_begin + one.words_width) for one in placed]


@given(MARKS, MEASURES, st.booleans())
def test_nothing_covers_anything_and_all_of_it_fits(
    marks: list[Mark], measures: Measures, one_by_one: bool
) -> None:
    scale = scale_of([mark.bounds for mark in marks], "number", 6)
    placed = place_marks(marks, scale, measures, one_by_one=one_by_one)
    for (lane, begin, end), (other, first, last) in combinations(stretches(placed), 2):
        assert lane != other or end <= first + 1e-6 or last <= begin + 1e-6
    for _lane, begin, end in stretches(placed):
        assert -1e-6 <= begin <= end <= measures.width + 1e-6


@given(MARKS, MEASURES)
def test_one_by_one_each_stands_below_the_one_before(marks: list[Mark], measures: Measures) -> None:
    scale = scale_of([mark.bounds for mark in marks], "number", 6)
    lanes = [one.lane for one in place_marks(marks, scale, measures, one_by_one=True)]
    assert lanes == sorted(set(lanes))


def test_words_that_fit_on_no_side_of_a_bar_stand_below_it() -> None:
    scale, measures = scale_of([(0.0, 1000.0)], "number", 6), Measures(600, 20, 20, 8)
    (placed,) = place_marks([Mark((0.0, 1000.0), (300.0, 80.0))], scale, measures)
    assert placed.words_lane == placed.lane + 1
    assert placed.form == 0


def test_shorter_words_are_taken_where_the_whole_have_no_room_beside() -> None:
    scale, measures = scale_of([(500.0, 500.0), (1000.0, None)], "number", 6), Measures(400, 20, 20, 8)
    placed = place_marks([Mark((500.0, 500.0), (390.0, 90.0))], scale, measures)
    assert placed[0].form == 1
