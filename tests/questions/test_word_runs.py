"""Words by their place: what a selection holds and what it is worth."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.word_runs import PassageRuns, WordRun, overlap_score, words_in
from crossread.texts.text import Range
from crossread.texts.words.normal import text_words
from tests.questions.making import GAZETTE, place_of, text_of

TEXT = text_of("one two three, four five")


def held(start: int, end: int) -> list[str]:
    run = words_in(text_words(TEXT), Range(start, end))
    return [word.text for word in text_words(TEXT)[run.first : run.end]]


def test_whole_words_are_held_with_or_without_the_space_around() -> None:
    assert held(4, 13) == held(3, 15) == ["two", "three"]


def test_a_slip_into_the_next_word_changes_nothing() -> None:
    assert held(2, 14) == ["two", "three"]
    assert held(4, 16) == ["two", "three"]


def test_a_word_that_lost_a_letter_still_counts() -> None:
    assert held(5, 12) == ["two", "three"]


def test_a_piece_of_one_word_is_that_word_and_a_comma_is_none() -> None:
    assert held(8, 9) == ["three"]
    assert held(13, 15) == []
    assert held(9, 3) == []


@given(st.integers(-5, 200), st.integers(-5, 200))
def test_any_range_holds_words_that_it_touches(start: int, end: int) -> None:
    words = text_words(GAZETTE)
    run = words_in(words, Range(start, end))
    assert 0 <= run.first <= run.end <= len(words)
    assert all(word.start < end and word.end > start for word in words[run.first : run.end])


PASSAGE = PassageRuns(core=WordRun(20, 30), acceptable=WordRun(15, 40))


@pytest.mark.parametrize(
    ("first", "end", "score"),
    [
        (20, 30, Fraction(1)),  # the core
        (15, 40, Fraction(1)),  # all that is acceptable
        (22, 30, Fraction(1)),  # 80 % of the core
        (23, 30, Fraction(14, 17)),  # 70 % of the core, nothing else
        (13, 40, Fraction(1)),  # the hand slipped by two words
        (12, 40, Fraction(50, 53)),  # three words too many
        (20, 50, Fraction(4, 5)),  # 20 of 30 words are acceptable
        (26, 30, Fraction(4, 7)),  # 40 % of the core: F1 0.571
        (27, 30, Fraction(0)),  # 30 %: F1 0.46, below a half
        (30, 40, Fraction(0)),  # acceptable, but none of the core
        (0, 50, Fraction(2, 3)),  # twice the acceptable words
        (0, 51, Fraction(0)),  # more than that
        (50, 60, Fraction(0)),
        (20, 20, Fraction(0)),
    ],
)
def test_what_a_selection_is_worth(first: int, end: int, score: Fraction) -> None:
    assert overlap_score(WordRun(first, end), PASSAGE) == score


runs = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: WordRun(min(ends), max(ends)))


@given(runs)
def test_only_most_of_the_core_with_no_more_outside_than_a_slip_earns_everything(run: WordRun) -> None:
    score = overlap_score(run, PASSAGE)
    outside = max(0, 15 - run.first) + max(0, run.end - 40)
    fits = outside <= 2 and run.shared(PASSAGE.core) >= 8
    assert (score == 1) == fits
    assert score == 0 or Fraction(1, 2) <= score <= 1


@pytest.mark.parametrize(("acceptable", "slip"), [(1, 0), (7, 0), (8, 1), (15, 1), (16, 2), (400, 2)])
def test_the_hand_may_slip_a_word_in_eight_and_two_at_most(acceptable: int, slip: int) -> None:
    words = WordRun(100, 100 + acceptable)
    passage = PassageRuns(words, words)
    assert overlap_score(WordRun(100, 100 + acceptable + slip), passage) == 1
    assert overlap_score(WordRun(100 - slip, 100 + acceptable), passage) == 1
    assert overlap_score(WordRun(100, 100 + acceptable + slip + 1), passage) < 1


@given(st.integers(20, 30), st.integers(20, 30))
def test_more_of_the_core_never_earns_less(end: int, more: int) -> None:
    first, last = sorted((end, more))
    assert overlap_score(WordRun(20, first), PASSAGE) <= overlap_score(WordRun(20, last), PASSAGE)


@given(st.integers(40, 90), st.integers(40, 90))
def test_more_outside_never_earns_more(end: int, more: int) -> None:
    first, last = sorted((end, more))
    assert overlap_score(WordRun(15, first), PASSAGE) >= overlap_score(WordRun(15, last), PASSAGE)


def test_the_quote_of_a_passage_holds_its_words() -> None:
    run = words_in(text_words(GAZETTE), place_of(GAZETTE, "forty boats were lost"))
    assert len(run) == 4
