"""What is said of one value of a figure: a number is of what it counts, a date of what happened then."""

from dataclasses import replace

from crossread.desktop.pages.compare.figures.words import value_sentence
from crossread.progress.figures_shown import QuantityShown, ValueShown
from tests.inquiry.comparing_samples import COMPARED

FORTY = ValueShown(source="gazette", low=40, high=40, counted="boats")
DAY = replace(FORTY, low=737_191, high=737_191, counted="flood")


def test_a_number_says_what_it_counts_and_a_date_what_it_is_about() -> None:
    boats = QuantityShown(id="boats", name="boats", values=(FORTY,))
    day = QuantityShown(id="day", name="day", values=(DAY,), measure="day")
    assert value_sentence(FORTY, boats, COMPARED).endswith("40; counted: boats")
    assert value_sentence(DAY, day, COMPARED).endswith("; about: flood")
    assert "counted" not in value_sentence(DAY, day, COMPARED)
