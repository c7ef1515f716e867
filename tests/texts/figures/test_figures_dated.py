"""Finding figures that are dates, and telling years from counts; in other languages too."""

from datetime import date

import pytest

from crossread.texts.figures.figures import reads_words_of
from tests.texts.figured import figures_in, only


def test_years_are_told_from_counts() -> None:
    found = figures_in(
        "In 1992 the town had 2135 inhabitants.",
        "The 1994 ceasefire held; 1850 soldiers left, and 2,000 stayed.",
        "By then some 1900 homes were gone, more than in the flood of 1954.",
    )
    assert [(figure.words, figure.kind) for figure in found] == [
        ("1992", "date"),
        ("2135", "count"),
        ("1994", "date"),
        ("1850", "count"),
        ("2,000", "count"),
        ("1900", "count"),
        ("1954", "date"),
    ]


def test_a_day_alone_has_the_month_that_was_named_before_it() -> None:
    month, day = figures_in("In February of 1992 they closed the road, and on the 26th they began.")
    assert (month.when, day.when) == ("1992-02", "1992-02-26")
    assert day.low == day.high == date(1992, 2, 26).toordinal()


def test_days_without_a_year_have_no_bounds() -> None:
    figure = only("They mourn on 26 February there.")
    assert (figure.when, figure.low, figure.high) == ("XXXX-02-26", None, None)


@pytest.mark.parametrize(
    ("words", "first", "last"), [("early", 1, 10), ("mid", 10, 20), ("late", 20, 29), ("by", 1, 29)]
)
def test_late_in_a_month_is_its_last_third(words: str, first: int, last: int) -> None:
    figure = only(f"They came there {words} February 1992.")
    assert figure.when == "1992-02"
    assert figure.hedge == words
    assert figure.low == date(1992, 2, first).toordinal()
    assert figure.high == date(1992, 2, last).toordinal()


def test_late_on_a_day_is_that_day() -> None:
    figure = only("The dam broke late on 14 March 1992.")
    assert figure.low == figure.high == date(1992, 3, 14).toordinal()


def test_other_languages_give_digits_and_dates() -> None:
    found = figures_in("25 февраля 1992 года погибли 613 человек.", "قتل ٦١٣ شخصا في ٢٥/٠٢/١٩٩٢.")
    assert [(figure.words, figure.when) for figure in found] == [
        ("25 февраля 1992", "1992-02-25"),
        ("613", ""),
        ("٦١٣", ""),
        ("٢٥/٠٢/١٩٩٢", "1992-02-25"),
    ]
    assert reads_words_of("en")
    assert reads_words_of("en-GB")
    assert not reads_words_of("ru")
