"""How a stage stands, in a word."""

from crossread.reports.charts.way import Station, stands_words


def test_a_stage_that_asks_nothing_is_never_under_way() -> None:
    assert stands_words(Station("before", "Before", 0, 0, attempts=1)) == "been there"
    assert stands_words(Station("before", "Before", 0, 0)) == "not begun"


def test_a_stage_that_asks_something_is_under_way_until_it_is_handed_in() -> None:
    assert stands_words(Station("read", "Read", 1, 5, attempts=1)) == "under way"
    assert stands_words(Station("read", "Read", 5, 5, attempts=1, handed_in=True)) == "handed in"
    assert stands_words(Station("talk", "Talk", 0, 0, attempts=1, handed_in=True)) == "handed in"
