"""Dates of packs."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.sources.edtf import is_date, span


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
        *("0000", "0000/1992", "0000-02-29"),  # it could stand on no axis
    ],
)
def test_these_are_none(text: str) -> None:
    assert not is_date(text)


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: object) -> None:
    assert is_date(str(day))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1992", "1992-01-01", "1992-12-31"),
        ("1992-02", "1992-02-01", "1992-02-29"),
        ("1900-02~", "1900-02-01", "1900-02-28"),
        ("1992-02-26?", "1992-02-26", "1992-02-26"),
        ("1992-02-25/1992-02-26", "1992-02-25", "1992-02-26"),
        ("1992-05/1992", "1992-05-01", "1992-12-31"),
        ("1988/1994-05~", "1988-01-01", "1994-05-31"),
    ],
)
def test_a_date_may_mean_each_day_from_its_first_to_its_last(text: str, first: str, last: str) -> None:
    assert span(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "soon", "1992-13", "1994/1992", "0000", "0000/1992", "1992-02-30"])
def test_what_is_no_date_means_no_day(text: str) -> None:
    assert span(text) is None


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    written = str(draw(st.dates()))
    return written[: draw(st.sampled_from([4, 7, 10]))] + draw(st.sampled_from(["", "~", "?"]))


@given(single_dates())
def test_a_day_of_a_date_lies_within_its_month_and_that_within_its_year(text: str) -> None:
    bare = text.rstrip("~?")
    spans = [span(bare[:length]) for length in (4, 7, 10) if length <= len(bare)]
    days = [day for day in spans if day]
    assert len(days) == len(spans)
    assert span(text) == days[-1]
    for (first, last), (inner_first, inner_last) in pairwise(days):
        assert first <= inner_first <= inner_last <= last


@given(single_dates(), single_dates())
def test_an_interval_goes_from_the_start_of_one_date_to_the_end_of_the_other(start: str, end: str) -> None:
    found, first, last = span(f"{start}/{end}"), span(start), span(end)
    assert first
    assert last
    assert found == ((first[0], last[1]) if is_date(f"{start}/{end}") else None)
    assert not found or found[0] <= found[1]


@given(st.text(max_size=24))
def test_whatever_is_a_date_has_its_days(text: str) -> None:
    assert (span(text) is not None) == is_date(text)
