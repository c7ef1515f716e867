"""Numerical: bounds belong to what is right, and nothing is compared as a float."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.numerical import (
    Distractor,
    Numerical,
    NumericalResponse,
    bounds,
    faults,
    lacks,
    mark,
)
from tests.questions.making import NUMERICAL, TEXTS


def score(question: Numerical, typed: str) -> float | None:
    return mark(question, NumericalResponse(typed), TEXTS).score


def test_the_ends_of_the_tolerance_are_right_and_what_lies_beyond_is_wrong() -> None:
    typed = ["37.99", "38", "40", "42", "42.01"]
    assert [score(NUMERICAL, one) for one in typed] == [0, 1, 1, 1, 0]


def test_a_tolerance_in_per_cent_is_of_the_answer() -> None:
    question = replace(NUMERICAL, answer="-50", within="2 %")
    assert bounds(question) == (Fraction(-51), Fraction(-49))
    assert bounds(replace(NUMERICAL, answer="0.3", within="10%")) == (Fraction("0.27"), Fraction("0.33"))


def test_tenths_add_up() -> None:
    question = replace(NUMERICAL, answer="0.3", within="0.1")
    assert score(question, "0.2") == score(question, "0.4") == 1  # 0.3 - 0.1 is not 0.2 in floats


def test_a_range_holds_both_its_ends() -> None:
    question = replace(NUMERICAL, answer="", within="", range=("26", "forty"))
    assert [score(question, one) for one in ("25", "26", "twenty-six boats", "40", "41")] == [0, 1, 1, 1, 0]


def test_what_is_no_number_earns_nothing_and_is_told_so() -> None:
    (part,) = mark(NUMERICAL, NumericalResponse("a great many"), TEXTS).parts
    assert part.score == 0
    assert part.feedback == "“a great many” is not a number."


def test_what_is_no_number_is_told_before_it_counts() -> None:
    assert lacks(NUMERICAL, NumericalResponse("nearly forty")) == "“nearly forty” is not a number."
    assert lacks(NUMERICAL, NumericalResponse("12 boats")) == ""
    assert lacks(NUMERICAL, NumericalResponse(" ")) == ""


def test_a_number_and_nothing_are_not_told_that_they_are_none() -> None:
    for typed in ("12", ""):
        (part,) = mark(NUMERICAL, NumericalResponse(typed), TEXTS).parts
        assert (part.score, part.feedback) == (0, "")


def test_the_key_is_told_with_its_tolerance_and_unit() -> None:
    assert mark(NUMERICAL, NumericalResponse("1"), TEXTS).parts[0].key == "40 ± 2 boats"
    ranged = replace(NUMERICAL, answer="", within="", range=("26", "40"))
    assert mark(ranged, NumericalResponse("1"), TEXTS).parts[0].key == "26 to 40 boats"


@given(st.integers(-1000, 1000), st.integers(0, 50), st.integers(-1100, 1100))
def test_right_is_what_is_no_farther_than_the_tolerance(answer: int, within: int, typed: int) -> None:
    question = replace(NUMERICAL, answer=str(answer), within=str(within))
    assert score(question, str(typed)) == float(abs(typed - answer) <= within)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"answer": ""}, "answer-or-range"),
        ({"range": ("1", "2")}, "answer-or-range"),
        ({"answer": "many"}, "not-a-number"),
        ({"answer": "nan"}, "not-a-number"),
        ({"within": "some"}, "not-a-tolerance"),
        ({"within": "-1"}, "not-a-tolerance"),
        ({"within": "5 percent"}, "not-a-tolerance"),
        ({"within": "inf"}, "not-a-tolerance"),
        ({"answer": "", "within": "", "range": ("2", "1")}, "range-upside-down"),
        ({"answer": "", "within": "", "range": ("2", "x")}, "not-a-number"),
        ({"answer": "", "within": "1", "range": ("1", "2")}, "range-with-tolerance"),
    ],
)
def test_a_key_that_cannot_be_used_is_a_fault_and_marks_nothing_right(
    changes: dict[str, object], code: str
) -> None:
    question = replace(NUMERICAL, **changes)  # type: ignore[arg-type]
    assert [fault.code for fault in faults(question)] == [code]
    mark(question, NumericalResponse("1"), TEXTS)


def test_who_gives_a_typical_wrong_number_is_told_why_however_it_is_spelled() -> None:
    for typed in ("26", "twenty-six boats", "26.0"):
        (part,) = mark(NUMERICAL, NumericalResponse(typed), TEXTS).parts
        assert (part.score, part.feedback) == (0, "That is what the pilot counted.")
    assert mark(NUMERICAL, NumericalResponse("27"), TEXTS).parts[0].feedback == ""


def test_a_distractor_within_the_tolerance_is_right_and_warned_of() -> None:
    swallowed = replace(NUMERICAL, within="14")
    (fault,) = faults(swallowed)
    assert (fault.severity, fault.code) == ("warning", "tolerance-swallows")
    assert fault.at == ("distractors", 0, "answer")
    (part,) = mark(swallowed, NumericalResponse("26"), TEXTS).parts
    assert (part.score, part.feedback) == (1, "")
    assert faults(replace(NUMERICAL, within="13.9")) == []
    ranged = replace(NUMERICAL, answer="", within="", range=("20", "30"))
    assert [fault.code for fault in faults(ranged)] == ["tolerance-swallows"]


@pytest.mark.parametrize(
    ("answer", "feedback", "code", "at"),
    [
        ("many", "So says one.", "not-a-number", ("distractors", 1, "answer")),
        ("twenty-six", "Again.", "number-twice", ("distractors", 1, "answer")),
        ("27", " ", "no-feedback", ("distractors", 1)),
    ],
)
def test_distractors_are_numbers_of_their_own_with_a_word_to_say(
    answer: str, feedback: str, code: str, at: tuple[str | int, ...]
) -> None:
    more = (*NUMERICAL.distractors, Distractor(answer=answer, feedback=feedback))
    (fault,) = faults(replace(NUMERICAL, distractors=more))
    assert (fault.code, fault.at) == (code, at)
