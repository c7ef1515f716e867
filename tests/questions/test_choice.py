"""Choice: pick the one right option."""

from dataclasses import replace

from crossread.questions.choice import ChoiceResponse, Option, faults, mark, words
from tests.questions.making import CHOICE, TEXTS

ROPE, TAR, _BOATS = CHOICE.options


def codes(*options: Option) -> set[str]:
    return {fault.code for fault in faults(replace(CHOICE, options=options))}


def test_a_wrong_option_earns_nothing_and_its_feedback_and_the_key_are_shown() -> None:
    (part,) = mark(CHOICE, ChoiceResponse("tar"), TEXTS).parts
    assert part.score == 0
    assert (part.given, part.key, part.feedback) == ("The tar sheds", ROPE.text, TAR.feedback)


def test_an_option_that_is_gone_is_neither_right_nor_wrong_and_shows_by_its_id() -> None:
    gone = mark(CHOICE, ChoiceResponse("gone"), TEXTS)
    assert gone.score is None
    assert "no longer part of this question" in gone.parts[0].feedback
    assert mark(CHOICE, ChoiceResponse(), TEXTS).score == 0
    assert words(CHOICE, ChoiceResponse("gone")) == "gone"
    assert words(CHOICE, ChoiceResponse("rope")) == "The rope store"


def test_one_option_is_no_choice() -> None:
    assert codes(ROPE) == {"too-few-options"}


def test_exactly_one_option_is_right() -> None:
    assert codes(TAR, replace(TAR, id="x", text="x")) == {"no-right-option"}
    assert codes(ROPE, replace(TAR, correct=True)) == {"several-right-options"}


def test_options_differ_in_id_and_text() -> None:
    assert codes(ROPE, replace(TAR, id="rope")) == {"id-twice"}
    assert codes(ROPE, replace(TAR, text="the  ROPE store")) == {"text-twice"}


def test_options_have_an_id_and_a_text() -> None:
    assert codes(ROPE, replace(TAR, id=" ")) == {"no-id"}
    assert codes(ROPE, replace(TAR, text="")) == {"no-text"}


def test_missing_feedback_is_a_warning_where_it_is_missing() -> None:
    (fault,) = faults(replace(CHOICE, options=(ROPE, replace(TAR, feedback=""))))
    assert (fault.severity, fault.code, fault.at) == ("warning", "no-feedback", ("options", 1))
