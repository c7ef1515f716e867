"""How a stage stands, in a word."""

from crossread.reports.charts.way import Station, points_words, stands_words


def test_a_stage_that_asks_nothing_is_never_under_way() -> None:
    assert stands_words(Station("before", "Before", 0, 0, attempts=1)) == "been there"
    assert stands_words(Station("before", "Before", 0, 0)) == "not begun"


def test_a_stage_that_asks_something_is_under_way_until_it_is_handed_in() -> None:
    assert stands_words(Station("read", "Read", 1, 5, attempts=1)) == "under way"
    assert stands_words(Station("read", "Read", 5, 5, attempts=1, handed_in=True)) == "handed in"
    assert stands_words(Station("talk", "Talk", 0, 0, attempts=1, handed_in=True)) == "handed in"


def test_points_of_several_attempts_are_told_to_be_of_all_of_them() -> None:
    told = Station("read", "Read", 4, 7, attempts=2, handed_in=True, earned=1.5, of=4)
    assert points_words(told) == "1.5 of 4 points over all attempts"
    assert points_words(Station("read", "Read", 4, 7, attempts=1, earned=1.5, of=4)) == "1.5 of 4 points"
