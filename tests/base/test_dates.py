"""Dates in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.dates import date_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-02~", "about February 2024"),
        ("1992-02-26", "26 February 1992"),
        ("2013", "2013"),
        ("2013?", "perhaps 2013"),
        ("2013-05%", "perhaps about May 2013"),
        ("1992-02-25/1992-02-26", "25–26 February 1992"),
        ("1992-02/1992-03", "February 1992 to March 1992"),
        ("2013/..", "from 2013 on"),
        ("../2013", "until 2013"),
        ("199X", "the 1990s"),
        ("19XX", "between 1900 and 1999"),
        ("2021-21", "spring 2021"),
        ("[2013, 2014]", "2013 or 2014"),
        ("{2013,2014-05}", "2013 and May 2014"),
        ("", ""),
        ("some time in the war", "some time in the war"),
        ("2013-17", "2013-17"),
        ("../..", "../.."),
        ("١٩٩٢", "١٩٩٢"),  # digits of another script are no EDTF
    ],
)
def test_a_date_reads_as_people_say_it(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@given(st.text(max_size=30))
def test_whatever_is_no_date_comes_back_as_it_was(text: str) -> None:
    words = date_in_words(text)
    assert words == text.strip() or any(sign.isdigit() for sign in words)


@given(st.dates())
def test_every_day_names_its_day_and_year(day: object) -> None:
    text = f"{day}"
    words = date_in_words(text)
    assert str(int(text[8:])) in words
    assert str(int(text[:4])) in words
