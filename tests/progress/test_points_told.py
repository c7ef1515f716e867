"""Points are told to a tenth, whole where they are whole; never all for less, and never nothing for some."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.progress.points_told import earned_words, points_told


@pytest.mark.parametrize(
    ("earned", "of", "told"),
    [
        (3 + 2 / 3, 5, "3.7 of 5 points"),
        (5, 5, "5 of 5 points"),
        (0, 5, "0 of 5 points"),
        (4.97, 5, "4.9 of 5 points"),
        (0.02, 5, "0.1 of 5 points"),
        (0.25, 1, "0.3 of 1 points"),
        (2.5, 5, "2.5 of 5 points"),
        (0.1 + 0.2, 0.3, "0.3 of 0.3 points"),
        (1 / 3 + 1 / 3 + 1 / 3, 1, "1 of 1 points"),
        (1.25, 1.25, "1.25 of 1.25 points"),
        (1234567.25, 2345678, "1234567.3 of 2345678 points"),
    ],
)
def test_points_are_told_to_a_tenth(earned: float, of: float, told: str) -> None:
    assert points_told(earned, of) == told


@given(st.integers(1, 4000), st.integers(0, 60), st.integers(1, 60))
def test_what_is_told_is_near_and_never_all_or_nothing_where_it_is_not(
    of: int, part: int, parts: int
) -> None:
    earned = of * min(part, parts) / parts
    told = float(earned_words(earned, of))
    assert abs(told - earned) <= 0.1
    assert (told == of) == (part >= parts)
    assert (told == 0) == (part == 0)
