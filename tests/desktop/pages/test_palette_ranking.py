"""What a few letters find: words that begin so before words that hold them before letters in order."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.pages.finding.palette_ranking import best, rank
from crossread.texts.finding.search_folding import fold_words

LINES = [
    ("next", "next question"),
    ("quest", "question before"),
    ("request", "a request for sources"),
    ("quiet", "quick estate"),
    ("night", "theme: night"),
]
words = st.text("abcdeq uest", max_size=12)


def test_words_that_begin_so_come_first_then_words_that_hold_it_then_letters_in_order() -> None:
    assert best(LINES, "quest") == ["quest", "next", "request", "quiet"]


def test_several_words_may_stand_in_any_order() -> None:
    assert best(LINES, "night theme") == ["night"]
    assert best(LINES, "bef que") == ["quest"]


def test_initials_come_before_letters_met_by_chance() -> None:
    lines = [("chance", "unequal"), ("initials", "go to the next question")]
    assert best(lines, "nq") == ["initials", "chance"]


def test_accents_and_capitals_count_for_nothing() -> None:
    assert best([("a", fold_words("Über Köln"))], "uber ko") == ["a"]
    assert best([("a", fold_words("Uber Koln"))], "Ü Kö") == ["a"]


def test_what_was_chosen_lately_comes_before_its_equals_and_first_where_nothing_is_typed() -> None:
    lines = [("one", "note one"), ("two", "note two"), ("other", "denote")]
    assert best(lines, "note", ["two", "other"]) == ["two", "one", "other"]
    assert best(lines, "", ["other"]) == ["other", "one", "two"]


@given(words, words)
def test_whatever_is_found_has_all_the_letters_typed(line: str, typed: str) -> None:
    found = rank(line, typed)
    if found is not None:
        assert all(letter in line for letter in typed.replace(" ", ""))
        assert found.tier in (0, 1, 2)
    else:
        assert typed.strip() not in line


def test_letters_far_apart_are_met_by_chance_and_find_nothing() -> None:
    assert best([("far", "setting: right edge. justified makes all lines end")], "veil") == []
    assert best([("near", "reveal it")], "veit") == ["near"]
    assert best([("aloud", "find words in all sources found")], "aloud") == []


def test_what_tells_of_a_thing_comes_after_it_where_both_fit_alike() -> None:
    lines = [("help", "review"), ("page", "review: what comes back today"), ("other", "look at a review")]
    assert best(lines, "review", telling={"help"}) == ["page", "help", "other"]


def test_what_has_several_names_stands_once_where_its_best_one_does() -> None:
    lines = [("veil", "uncover the passage"), ("set", "veil graphic passages"), ("veil", "graphic passage")]
    assert best(lines, "graphic") == ["veil", "set"]
    assert best(lines, "passage") == ["veil", "set"]


@given(words)
def test_a_line_is_found_by_itself_first(line: str) -> None:
    if line.strip():
        assert best([("other", line + " and more"), ("self", line)], line)[0] == "self"
