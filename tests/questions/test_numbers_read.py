"""Reading numbers as people type them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.numbers_read import LONGEST_TEXT, read_number
from crossread.texts.written.number_words import read_number_words


@pytest.mark.parametrize(
    "typed",
    ["1275", "1,275", "1 275", "1\u00a0275", "1\u2009275", "1\u202f275", "1'275", "1’275", "+1275", "1275.0",
     " 1,275 people ", "1,275 people.", "about 1,275", "１２７５", "1275,0",
     "one thousand two hundred and seventy-five",
     "One thousand, two hundred and seventy-five people"],
)  # fmt: skip
def test_one_number_has_many_spellings(typed: str) -> None:
    assert read_number(typed) == 1275


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.275", "1.275"),  # alone it is a decimal
        ("1.275.000", "1275000"),  # here nothing else is possible
        ("1.275,5", "1275.5"),
        ("1,275.5", "1275.5"),
        ("1 275,5", "1275.5"),
        ("3,5", "3.5"),
        ("0,275", "0.275"),
        ("1234,567", "1234.567"),
        (".5", "0.5"),
        ("-3.5", "-3.5"),
        ("−3.5", "-3.5"),
        ("– 3", "-3"),
        ("1.2 million", "1200000"),
        ("2 thousand boats", "2000"),
        ("2 thousands", "2000"),
        ("two millions", "2000000"),
        ("0", "0"),
    ],
)
def test_points_commas_and_signs_are_read_as_they_must_be(typed: str, value: str) -> None:
    assert read_number(typed) == Fraction(value)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "many", "nan", "inf", "∞", "½", "485²", "1e5", "0x10", "3/4", "485 or 500", "1991-1992",
     "12 34", "1,2,3", "12,34,567", "1,275,5.0,1", "--5", "9" * 31, "1" * (LONGEST_TEXT + 1), "one two",
     "one or two", "hundred", "people 5", "five 6", "3k", "3 k", "1 billion", "2 billions", "two dozen",
     "3 dozens", "4 bn"],
)  # fmt: skip
def test_what_is_no_number_or_several_is_not_guessed(typed: str) -> None:
    assert read_number(typed) is None


def test_a_unit_may_hold_a_digit() -> None:
    assert read_number("12 km2", "km2") == 12
    assert read_number("12 km2") is None
    assert read_number("12 km²", "km²") == read_number("12 km2", "km²") == 12
    assert read_number("12² km²", "km²") is None


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("$40", "$", 40),
        ("$ 1,275", "$", 1275),
        ("−$40", "$", -40),
        ("about US$ 40", "US$", 40),
        ("km 5", "km", 5),
        ("people: 40", "people:", 40),
        ("ten", "t", 10),  # not “en” with a unit before it
        ("million", "m", None),
        ("$", "$", None),
        ("€40", "$", None),
        ("$40 or $50", "$", None),
        ("12", "1", 12),
    ],
)
def test_a_unit_may_stand_before_its_number(typed: str, unit: str, value: int | None) -> None:
    assert read_number(typed, unit) == value


@given(st.text(max_size=20), st.text(max_size=3))
def test_no_unit_is_too_odd_either(typed: str, unit: str) -> None:
    value = read_number(typed, unit)
    assert value is None or isinstance(value, Fraction)


@given(st.text(max_size=LONGEST_TEXT + 10))
def test_no_text_is_too_odd_to_read(typed: str) -> None:
    value = read_number(typed)
    assert value is None or isinstance(value, Fraction)


@given(st.integers(-(10**12), 10**12))
def test_thousands_may_be_parted_in_any_of_the_ways(value: int) -> None:
    for mark in (",", " ", "\u00a0", "\u202f", "'"):
        assert read_number(f"{value:,}".replace(",", mark)) == value


@given(st.decimals(-(10**6), 10**6, places=2))
def test_decimals_are_read_exactly_with_point_and_with_comma(value: object) -> None:
    assert read_number(str(value)) == Fraction(str(value))
    assert read_number(str(value).replace(".", ",")) == Fraction(str(value))


_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(value: int) -> str:
    """Write a number below a million as an English speaker would."""
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10 - 2] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{_ONES[value // 100]} hundred" + (f" and {spell(value % 100)}" if value % 100 else "")
    rest = value % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{spell(value // 1000)} thousand" + (joint + spell(rest) if rest else "")


@given(st.integers(0, 999_999))
def test_number_words_are_read_with_and_without_and(value: int) -> None:
    assert read_number(spell(value)) == value
    assert read_number(spell(value).replace(" and ", " ").upper() + " people") == value
    assert read_number(f"minus {spell(value)}") == -value


def test_words_behind_a_number_are_left() -> None:
    assert read_number_words(["a", "hundred", "boats"]) == (100, 2)
    assert read_number_words(["five", "and", "more"]) == (5, 1)
    assert read_number_words(["a", "boat"]) is None
