"""A scale: a step that can be defended, and the reasons for it."""

from dataclasses import replace

import pytest
from hypothesis import given

from crossread.questions.item import Item
from crossread.questions.mark import Mark
from crossread.questions.scale import Reason, Scale, ScaleResponse, empty, faults, lacks, mark, solve, words
from tests.questions.open_samples import OPEN_IMPROVE, OPEN_RESPONSES, SCALE
from tests.questions.texts_told import TEXTS

WITHOUT_REASONS = replace(SCALE, reasons=())
NONE_COUNTS = replace(SCALE, reasons=SCALE.reasons[2:])


def marked(step: str = "", *reasons: str, question: Scale = SCALE) -> Mark:
    return mark(question, ScaleResponse(step, reasons), TEXTS)


@pytest.mark.parametrize(
    ("step", "reasons", "score"),
    [
        ("none", ["others", "fewer"], 1),
        ("little", ["others", "fewer"], 1),
        ("much", ["others", "fewer"], 1 / 2),
        ("none", [], 1 / 2),
        ("none", ["others"], 3 / 4),
        ("none", ["others", "late"], 1 / 2),
        ("none", ["others", "fewer", "late"], 3 / 4),
        ("none", ["late", "seaman"], 1 / 2),  # reasons never earn less than nothing
        ("much", ["others", "fewer", "late", "seaman"], 0),  # to tick all is to say nothing
        ("", ["others"], 1 / 4),
    ],
)
def test_half_is_for_the_step_and_half_for_the_reasons(step: str, reasons: list[str], score: float) -> None:
    assert marked(step, *reasons).score == score


def test_without_reasons_that_count_the_step_is_all() -> None:
    assert marked("little", question=WITHOUT_REASONS).score == 1
    assert marked("much", question=WITHOUT_REASONS).score == 0
    mark = marked("little", "late", question=NONE_COUNTS)
    assert mark.score == 1
    assert mark.parts[1].score is None


def test_the_step_is_set_beside_every_step_that_can_be_defended() -> None:
    step = marked("much").parts[0]
    assert (step.of, step.score, step.given) == ("step", 0, "very much")
    assert step.key == "not at all / a little"
    assert step.feedback == "He himself counted fewer."


def test_a_step_without_feedback_is_told_of_all_the_same() -> None:
    bare = replace(SCALE, steps=tuple(replace(step, feedback="") for step in SCALE.steps))
    assert marked("none", question=bare).parts[0].feedback == "This step can be defended."
    assert marked("much", question=bare).parts[0].feedback == "This step is hard to defend here."
    assert marked(question=bare).parts[0].feedback == ""


def test_the_authors_reasons_stand_beside_those_of_the_learner() -> None:
    _step, *reasons = marked("none", "others", "late").parts
    assert [(one.of, one.given, one.key, one.score) for one in reasons] == [
        ("others", "Others told him", "Others told him", 1),
        ("fewer", "", "He counted fewer", 0),
        ("late", "He came after nine", "", 0),
    ]
    assert reasons[2].feedback == "The boats were still there at ten."


def test_what_has_left_the_scale_is_not_scored() -> None:
    for unscored in (marked("middle", "others"), marked("none", "rumour")):
        assert unscored.score is None
        (gone,) = (part for part in unscored.parts if "no longer part" in part.feedback)
        assert gone.score is None
    assert marked("middle").parts[0].key == "not at all / a little"


def test_a_reason_in_ones_own_words_is_kept_and_earns_nothing() -> None:
    assert mark(SCALE, ScaleResponse(because="He doubts it."), TEXTS).score == 0
    assert not empty(ScaleResponse(because="He doubts it."))
    assert empty(ScaleResponse(because="  "))
    given = ScaleResponse("little", ("fewer", "rumour"), "He\ndoubts it.")
    assert words(SCALE, given) == "a little / He counted fewer / rumour / “He doubts it.”"


def test_the_first_step_that_can_be_defended_is_taken_to_solve_it() -> None:
    assert solve(SCALE, TEXTS) == ScaleResponse("none", ("others", "fewer"))
    assert solve(replace(SCALE, defensible=("other",)), TEXTS) is None


def test_what_is_missing_is_said() -> None:
    assert lacks(SCALE, ScaleResponse()) == ""
    assert lacks(SCALE, ScaleResponse(reasons=("others",))) == "No step is taken yet."
    assert lacks(SCALE, ScaleResponse("none")) == "No reason is ticked yet."
    assert lacks(SCALE, ScaleResponse("none", ("late",))) == ""
    assert lacks(WITHOUT_REASONS, ScaleResponse("none")) == ""


@given(OPEN_RESPONSES["scale"])
def test_one_right_thing_more_never_earns_less(response: ScaleResponse) -> None:
    before = mark(SCALE, response, TEXTS).score
    for better in OPEN_IMPROVE["scale"](response):
        after = mark(SCALE, better, TEXTS).score
        assert before is None or after is None or after >= before


ONE_STEP = replace(SCALE, steps=(SCALE.steps[0],), defensible=("none",))


def with_reason(reason_id: str, text: str, feedback: str = "No.") -> Scale:
    return replace(SCALE, reasons=(*SCALE.reasons, Reason(id=reason_id, text=text, feedback=feedback)))


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        (replace(SCALE, claim=" "), ["no-claim"]),
        (replace(SCALE, of="nobody"), ["source-not-named"]),
        (replace(SCALE, of=""), []),
        (ONE_STEP, ["too-few-steps", "all-defensible"]),
        (replace(SCALE, steps=(*SCALE.steps, Item(id="much", text="wholly"))), ["id-twice"]),
        (replace(SCALE, defensible=()), ["no-defensible-step"]),
        (replace(SCALE, defensible=("none", "nonne")), ["unknown-step"]),
        (replace(SCALE, defensible=("none", "none")), ["step-twice"]),
        (replace(SCALE, defensible=("much", "none", "little")), ["all-defensible"]),
        (with_reason("x", "he  counted FEWER"), ["text-twice"]),
        (with_reason("x", " "), ["no-text"]),
        (with_reason("x", "A rumour", ""), ["no-feedback"]),
        (with_reason("step", "A rumour"), ["id-taken"]),
        (NONE_COUNTS, ["no-reason-counts"]),
        (WITHOUT_REASONS, []),
    ],
)
def test_faults_of_a_scale(question: Scale, codes: list[str]) -> None:
    assert [fault.code for fault in faults(question)] == codes


def test_a_step_that_there_is_not_comes_with_those_that_there_are() -> None:
    (fault,) = faults(replace(SCALE, defensible=("nonne",)))
    assert fault.at == ("defensible", 0)
    assert fault.known == ("none", "little", "much")


def test_only_what_makes_a_scale_poorer_is_a_warning() -> None:
    poorer = replace(NONE_COUNTS, reasons=(Reason(id="x", text="A rumour"),))
    assert {fault.severity for fault in faults(poorer)} == {"warning"}
