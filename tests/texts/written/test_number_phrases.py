"""Numbers, dates and times as texts write them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.texts.figures.tokens import tokens_of
from crossread.texts.written.dates_written import date_at
from crossread.texts.written.number_words import SMALL, TENS
from crossread.texts.written.numbers_written import STARTS, Number, number_at
from crossread.texts.written.ordinals import ordinal_at
from crossread.texts.written.times_written import time_at

_ONES = {value: word for word, value in SMALL.items()}
_TENS = {value: word for word, value in TENS.items()}


def in_words(value: int) -> str:
    """Write a number below a million as an English book does."""
    if value >= 1000:
        rest = value % 1000
        more = f" and {in_words(rest)}" if 0 < rest < 100 else f" {in_words(rest)}" if rest else ""
        return f"{in_words(value // 1000)} thousand{more}"
    if value >= 100:
        return f"{_ONES[value // 100]} hundred" + (f" and {in_words(value % 100)}" if value % 100 else "")
    if value in _ONES:
        return _ONES[value]
    return _TENS[value - value % 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")


def first_number(words: str) -> Number | None:
    """Read the first number in some words."""
    tokens = tokens_of(words)
    places = (
        place for place in range(len(tokens)) if tokens.sort[place] == "number" or tokens.low[place] in STARTS
    )
    return next((number for place in places if (number := number_at(tokens, place))), None)


def bounds(words: str) -> tuple[object, object] | None:
    """Read the bounds of the first number in some words."""
    number = first_number(words)
    return (number.low, number.high) if number else None


def date_in(words: str) -> str:
    """Read the first date in some words, as EDTF."""
    tokens = tokens_of(words)
    dates = (date_at(tokens, place) for place in range(len(tokens)))
    return next((date.when for date in dates if date), "")


@given(st.integers(0, 999_999), st.sampled_from(["{} people", "about {}.", "{}, it was said", "({})"]))
def test_a_number_in_words_is_read_as_it_was_written(value: int, around: str) -> None:
    assert bounds(around.format(in_words(value))) == (value, value)


@given(
    st.integers(1000, 10**12),
    st.sampled_from([",", "'", "’", "\u00a0", "\u2009", "\u202f", " "]),
    st.sampled_from(["{} people", "about {} people", "({} people)"]),
)
def test_thousands_are_parted_in_many_ways(value: int, mark: str, around: str) -> None:
    assert bounds(around.format(f"{value:,}".replace(",", mark))) == (value, value)


@given(st.integers(1, 10**6), st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９"]))
def test_digits_of_other_scripts_are_digits(value: int, digits: str) -> None:
    assert bounds(str(value).translate(str.maketrans("0123456789", digits))) == (value, value)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("500-1,000 dead", 500, 1000),
        ("200–300 people", 200, 300),
        ("between 500 and 1,000", 500, 1000),
        ("between 90 and 120 million", 90_000_000, 120_000_000),
        ("from 1.8 to 4.6 metres", Fraction(9, 5), Fraction(23, 5)),
        ("two or three", 2, 3),
        ("half a million", 500_000, 500_000),
        ("two and a half million", 2_500_000, 2_500_000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("£35m", 35_000_000, 35_000_000),
        ("eight and a half years", Fraction(17, 2), Fraction(17, 2)),
        ("4½ per cent", Fraction(9, 2), Fraction(9, 2)),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("a hundred and six", 106, 106),
        ("two thirds", Fraction(2, 3), Fraction(2, 3)),
        ("one in eight", Fraction(1, 8), Fraction(1, 8)),
        ("two out of three families", Fraction(2, 3), Fraction(2, 3)),
        ("a third of them", Fraction(1, 3), Fraction(1, 3)),
        ("1/3 of the town", Fraction(1, 3), Fraction(1, 3)),
        ("dozens of homes", 24, None),
        ("a few dozen", 24, None),
        ("hundreds", 200, None),
        ("several hundred", 200, None),
        ("tens of thousands", 20_000, None),
    ],
)
def test_ranges_fractions_and_vague_words_have_bounds(
    words: str, low: Fraction | int, high: Fraction | int | None
) -> None:
    assert bounds(words) == (low, high)


@pytest.mark.parametrize(
    "words", ["a man", "from the town", "half", "dozen", "the score was 3-2", "a few people"]
)
def test_what_is_no_number_is_not_read_as_one(words: str) -> None:
    number = first_number(words.replace("the score was ", ""))
    assert number is None or number.past <= 1


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("on 25-26 February 1992", "1992-02-25/1992-02-26"),
        ("on 26.02.1992", "1992-02-26"),
        ("on 26/02/1992", "1992-02-26"),
        ("on 02/26/1992", "1992-02-26"),
        ("in (3.04.92)", "1992-04-03"),
        ("on February 26, 1992", "1992-02-26"),
        ("on February 25–26, 1992", "1992-02-25/1992-02-26"),
        ("on Feb. 26, 1992", "1992-02-26"),
        ("on 1992-02-26", "1992-02-26"),
        ("the night of 25 to 26 February", "XXXX-02-25/XXXX-02-26"),
        ("the 26th of February", "XXXX-02-26"),
        ("on the first of August", "XXXX-08-01"),
        ("the twenty-fifth of May 1901", "1901-05-25"),
        ("from 25 February – 3 March 1992", "1992-02-25/1992-03-03"),
        ("in March 1997", "1997-03"),
        ("In May they came", "XXXX-05"),
        ("in the autumn of 1991", "1991-23"),
        ("the winter of 1991–92", "1991/1992"),
        ("the winter of 91-92", "1991/1992"),
        ("the war (1992-1994)", "1992/1994"),
        ("from 1988 to 1994", "1988/1994"),
        ("from 1998/1999", "1998/1999"),
        ("since 1954", "1954"),
        ("the 1994 ceasefire", "1994"),
        ("the flood of 1954", "1954"),
        ("in the early 1990s", "199X"),
        ("of the 90’s", "199X"),
        ("in the nineties", "199X"),
        ("am 25. Februar 1992", "1992-02-25"),
        ("le 25 mars 1992", "1992-03-25"),
        ("el 25 de febrero de 1992", "1992-02-25"),
        ("25 февраля 1992 г.", "1992-02-25"),
        ("25 Şubat 1992", "1992-02-25"),
        ("٢٥/٠٢/١٩٩٢", "1992-02-25"),
    ],
)
def test_dates_are_read_in_many_styles(words: str, when: str) -> None:
    assert date_in(words) == when


@pytest.mark.parametrize(
    "words",
    ["45.13.1992", "1850 soldiers", "some 2000 homes", "they may go", "march on", "2,135", "the 1st",
     "$1992", "page 1992", "9999", "T1992"],
)  # fmt: skip
def test_what_is_no_date_is_not_read_as_one(words: str) -> None:
    assert date_in(words) == ""


def test_of_a_day_that_there_is_not_the_month_is_read() -> None:
    assert date_in("31 February 1992") == "1992-02"


@given(st.dates(date(1000, 1, 1), date(2100, 12, 31)))
def test_a_day_is_the_same_in_each_style(day: date) -> None:
    month = day.strftime("%B")
    written = [f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()]
    assert {date_in(one) for one in written} == {day.isoformat()}


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("8:30 pm", 1230),
        ("8:30\u00a0pm", 1230),
        ("11.25 p.m.", 1405),
        ("23:40", 1420),
        ("10 pm", 1320),
        ("12 am", 0),
        ("half past six", 390),
        ("quarter to seven", 405),
        ("ten minutes to twelve", 710),
        ("twenty-five past five", 325),
        ("twelve minutes past four in the morning", 252),
        ("eight o'clock", 480),
        ("eight o’clock", 480),
        ("six in the morning", 360),
        ("six in the evening", 1080),
    ],
)
def test_times_of_the_day_are_minutes(words: str, minutes: int) -> None:
    time = time_at(tokens_of(words), 0)
    assert time is not None
    assert time.minutes == minutes


def test_a_point_between_hours_and_minutes_needs_a_word_before_it() -> None:
    at = [time_at(tokens_of(words), 1) for words in ("at 5.21 the", "at 5.21 million", "of 5.21 the")]
    assert [time and time.minutes for time in at] == [321, None, None]


@pytest.mark.parametrize(
    "words", ["ten to twelve", "25:00", "8:75", "six people", "half of it", "quarter of an hour", "8.30"]
)
def test_what_is_no_time_is_not_read_as_one(words: str) -> None:
    assert time_at(tokens_of(words), 0) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [("28th", 28), ("thirty-second", 32), ("fourth", 4), ("twentieth", 20), ("twenty first", 21)],
)
def test_ordinals_are_read_in_digits_and_words(words: str, value: int) -> None:
    ordinal = ordinal_at(tokens_of(words), 0)
    assert ordinal is not None
    assert ordinal[0] == value
