"""Dates of packs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.edtf import is_date


@pytest.mark.parametrize(
    "text",
    [
        "1992",
        "1992-02",
        "1992-02-26",
        "2024-02~",
        "1992?",
        "2000-02-29",
        "1992/1994",
        "1992-02~/1992-03",
        "1992-05/1992",
    ],
)
def test_these_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "92", "1992-13", "1992-00", "2011-02-29", "1992-2", "26.02.1992", "1992 ", "~1992", "1992%"),
        *("1992-02-26T10:00", "1994/1992", "1992/", "/1992", "1992/1993/1994", "1992-03/1992-02", "١٩٩٢"),
    ],
)
def test_these_are_none(text: str) -> None:
    assert not is_date(text)


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: object) -> None:
    assert is_date(str(day))


@given(st.text(max_size=24))
def test_any_text_is_answered(text: str) -> None:
    assert is_date(text) in {True, False}
