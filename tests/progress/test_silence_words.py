"""What is told of a silence, in words: each of those who speak by its own verb."""

from crossread.progress.silence_words import speaking_words


def test_each_is_told_by_how_it_stands() -> None:
    assert speaking_words([("B", ("denies",))]) == "B denies it"
    told = speaking_words([("A", ("asserts",)), ("B", ("denies",)), ("C", ("asserts",))])
    assert told == "A and C assert it; B denies it"


def test_who_says_several_things_is_named_at_each() -> None:
    told = speaking_words([("C", ("hedges", "reports")), ("E", ("reports",))])
    assert told == "C and E report it of others; C hedges it"


def test_who_is_silent_is_not_named() -> None:
    assert speaking_words([("A", ("silent",)), ("D", ("reports",))]) == "D reports it of others"
