"""Multiple: the share of what is right that was picked, less the share of what is wrong; or the weights."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.multiple import (
    Multiple,
    MultipleResponse,
    WeighedOption,
    empty,
    faults,
    mark,
    solve,
    words,
)
from tests.questions.closed_samples import MULTIPLE, WEIGHED
from tests.questions.texts_told import TEXTS

ROPE, TAR, CHURCH, _MOLE, _INN = MULTIPLE.options


def score(question: Multiple, *picked: str) -> float | None:
    return mark(question, MultipleResponse(picked), TEXTS).score


def codes(*options: WeighedOption) -> set[str]:
    return {fault.code for fault in faults(replace(MULTIPLE, options=options))}


@pytest.mark.parametrize(
    ("picked", "earned"),
    [
        ((), 0),
        (("rope",), 1 / 2),
        (("rope", "tar"), 1),
        (("rope", "tar", "church"), 1 - 1 / 3),
        (("rope", "church"), 1 / 2 - 1 / 3),
        (("rope", "church", "mole"), 0),
        (("church",), 0),
        (("rope", "tar", "church", "mole", "inn"), 0),
        (("tar", "rope", "tar"), 1),
    ],
)
def test_each_right_option_earns_its_share_and_each_wrong_one_costs_its_own(
    picked: tuple[str, ...], earned: float
) -> None:
    assert score(MULTIPLE, *picked) == pytest.approx(earned, abs=1e-12)


@pytest.mark.parametrize(
    ("picked", "earned"),
    [
        (("rope", "tar"), 1),
        (("rope",), 2 / 3),
        (("tar",), 1 / 3),
        (("rope", "tar", "mole"), 1),
        (("rope", "tar", "church"), 2 / 3),
        (("tar", "church"), 0),
        (("church",), 0),
    ],
)
def test_weights_are_summed_over_the_most_that_can_be_had(picked: tuple[str, ...], earned: float) -> None:
    assert score(WEIGHED, *picked) == pytest.approx(earned, abs=1e-12)


def test_weights_are_taken_as_they_are_written() -> None:
    options = (
        WeighedOption(id="a", text="a", weight=0.1, feedback="."),
        WeighedOption(id="b", text="b", weight=0.2, feedback="."),
        WeighedOption(id="c", text="c", weight=-0.3, feedback="."),
    )
    assert score(replace(MULTIPLE, options=options), "a", "b", "c") == 0  # 0.1 + 0.2 - 0.3 is not 0 in floats


def test_there_is_a_part_for_each_option_picked_and_for_each_that_should_have_been() -> None:
    parts = {part.of: part for part in mark(MULTIPLE, MultipleResponse(("church", "rope")), TEXTS).parts}
    assert list(parts) == ["rope", "tar", "church"]
    assert (parts["rope"].verdict, parts["rope"].given, parts["rope"].key) == ("right", ROPE.text, ROPE.text)
    assert parts["rope"].feedback == ROPE.feedback
    assert (parts["tar"].verdict, parts["tar"].given, parts["tar"].key) == ("wrong", "", TAR.text)
    assert "did not pick" in parts["tar"].feedback
    assert (parts["church"].verdict, parts["church"].given, parts["church"].key) == ("wrong", CHURCH.text, "")
    assert parts["church"].feedback == CHURCH.feedback


def test_an_option_that_weighs_nothing_is_neither_right_nor_wrong() -> None:
    (part,) = (p for p in mark(WEIGHED, MultipleResponse(("mole",)), TEXTS).parts if p.of == "mole")
    assert (part.verdict, part.key) == ("unscored", "")


def test_an_option_that_is_gone_leaves_no_score() -> None:
    gone = mark(MULTIPLE, MultipleResponse(("rope", "gone")), TEXTS)
    assert gone.score is None
    assert "no longer part of the question" in gone.parts[-1].feedback
    assert words(MULTIPLE, MultipleResponse(("rope", "gone"))) == "The rope store / gone"


def test_nothing_is_picked_as_long_as_no_id_is_there() -> None:
    assert empty(MultipleResponse(("",)))
    assert not empty(MultipleResponse(("rope",)))


@given(st.lists(st.sampled_from([-1.0, -0.5, 0.0, 0.25, 1.0]), min_size=1, max_size=6), st.data())
def test_a_weight_above_0_never_costs_and_one_below_never_earns(
    weights: list[float], data: st.DataObject
) -> None:
    options = tuple(
        WeighedOption(id=str(number), text=str(number), weight=weight)
        for number, weight in enumerate(weights)
    )
    question = replace(MULTIPLE, options=options)
    ids = [option.id for option in options]
    picked = data.draw(st.lists(st.sampled_from(ids), unique=True))
    more = data.draw(st.sampled_from(ids))
    before, after = score(question, *picked), score(question, *picked, more)
    assert before is not None
    assert after is not None
    if more not in picked:
        assert after >= before if weights[int(more)] >= 0 else after <= before
    solved = solve(question, TEXTS)
    assert (solved is None) == (max(weights) <= 0)
    assert solved is None or score(question, *solved.options) == 1


def test_a_sound_weighed_question_has_no_faults() -> None:
    assert faults(WEIGHED) == []


def test_one_option_is_not_enough() -> None:
    assert codes(ROPE) == {"too-few-options"}


def test_something_is_right() -> None:
    assert codes(CHURCH, replace(TAR, correct=False)) == {"no-right-option"}
    down = [replace(option, correct=False, weight=-1) for option in (ROPE, TAR)]
    assert codes(*down) == {"no-right-option"}


def test_a_question_that_pays_for_picking_everything_is_warned_of() -> None:
    (fault,) = faults(replace(MULTIPLE, options=(ROPE, TAR)))
    assert (fault.severity, fault.code, fault.at) == ("warning", "no-wrong-option", ("options",))
    up = [replace(option, correct=False, weight=1) for option in (ROPE, TAR)]
    assert codes(*up) == {"no-wrong-option"}


@pytest.mark.parametrize("weight", [1.5, -2, float("nan"), float("inf")])
def test_weights_run_from_minus_1_to_1(weight: float) -> None:
    options = (*WEIGHED.options, WeighedOption(id="x", text="x", weight=weight, feedback="."))
    question = replace(WEIGHED, options=options)
    (fault,) = faults(question)
    assert (fault.code, fault.at) == ("weight-out-of-range", ("options", 4, "weight"))
    assert score(question, "rope", "tar", "x") == 1  # what cannot be is worth nothing


def test_correct_and_weight_do_not_mix() -> None:
    options = (*WEIGHED.options, WeighedOption(id="x", text="x", correct=True, feedback="."))
    (fault,) = faults(replace(WEIGHED, options=options))
    assert (fault.code, fault.at) == ("correct-and-weight", ("options", 4, "correct"))


def test_options_have_an_id_and_a_text_of_their_own() -> None:
    assert codes(ROPE, CHURCH, replace(TAR, id=" ")) == {"no-id"}
    assert codes(ROPE, CHURCH, replace(TAR, text="")) == {"no-text"}
    assert codes(ROPE, CHURCH, replace(TAR, id="rope")) == {"id-twice"}
    assert codes(ROPE, CHURCH, replace(TAR, text="the  ROPE store")) == {"text-twice"}


def test_missing_feedback_is_a_warning_at_each_option() -> None:
    bare = tuple(replace(option, feedback="") for option in (ROPE, CHURCH))
    found = faults(replace(MULTIPLE, options=bare))
    assert [(fault.severity, fault.code, fault.at) for fault in found] == [
        ("warning", "no-feedback", ("options", 0)),
        ("warning", "no-feedback", ("options", 1)),
    ]
