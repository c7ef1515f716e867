"""Honest ranges: they hold the share, narrow with items, and tell change from chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.progress.honest_range import Range, differs, items_weighed, wilson
from crossread.progress.skills import NEWEST, SKILLS, skills_progress
from tests.progress.making import first_try

shares = st.floats(0, 1)


@given(shares, st.integers(1, 1000))
def test_a_range_holds_its_share_and_narrows_with_items(share: float, items: int) -> None:
    few, many = wilson(share, items), wilson(share, items * 4)
    assert 0 <= few.low <= share <= few.high <= 1
    assert many.high - many.low < few.high - few.low


def test_the_range_is_that_of_the_tables() -> None:
    found = wilson(0.5, 10)
    assert (round(found.low, 3), round(found.high, 3)) == (0.237, 0.763)
    assert wilson(0.7, 0) == Range(0.0, 1.0)


@given(st.lists(st.floats(0.5, 5), min_size=1, max_size=30))
def test_items_of_uneven_weight_tell_no_more_than_so_many_even_ones(weights: list[float]) -> None:
    assert 1 - 1e-9 <= items_weighed(weights) <= len(weights) + 1e-9
    assert items_weighed([weights[0]] * 7) == pytest.approx(7)


def test_a_change_is_told_only_where_chance_would_not_have_it() -> None:
    assert not differs(0.5, wilson(0.5, 20), 0.6, wilson(0.6, 20))
    assert differs(0.3, wilson(0.3, 20), 0.9, wilson(0.9, 20))
    assert differs(0.9, wilson(0.9, 20), 0.3, wilson(0.3, 20))


@pytest.mark.parametrize(
    ("scores", "change"),
    [
        ([1.0] * NEWEST, "none"),
        ([0.0] * NEWEST + [1.0] * NEWEST, "more"),
        ([1.0] * NEWEST + [0.0] * NEWEST, "less"),
        ([0.0] * 5 + [1.0] * NEWEST, "unclear"),
    ],
)
def test_the_newest_twenty_are_held_against_the_twenty_before(scores: list[float], change: str) -> None:
    state = SKILLS.empty()
    for number, score in enumerate(scores):
        SKILLS.add(state, first_try(number, score))
    found = skills_progress(state)["close-reading"]
    assert (found.change, found.now.items, found.before.items) == (change, NEWEST, len(scores) - NEWEST)
