"""Two parts: an answer, and the passages that it rests on."""

import dataclasses
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from crossread.questions.kind import Question
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import Selection
from crossread.questions.registry import KINDS
from crossread.questions.two_part import (
    TwoPart,
    TwoPartResponse,
    doubt,
    empty,
    faults,
    lacks,
    mark,
    quoted,
    silent,
    solve,
    words,
)
from tests.questions.making import SHORT_ANSWER, VERDICT
from tests.questions.open_samples import (
    DISCUSSION,
    ESSAY,
    FIRST,
    LOUDER,
    MATRIX,
    OPEN_IMPROVE,
    OPEN_RESPONSES,
    SCALE,
    SHOWS_GONE,
    SHOWS_SMOKE,
    TWO_PART,
)
from tests.questions.texts_told import ALREADY_GONE, GAZETTE, ROPE_STORE, SHARED, TEXTS, select

RIGHT, WRONG = {"option": "rope"}, {"option": "tar"}
IN_PART = select("gazette", GAZETTE, "rope store at nine")  # F1 is 8/11
ONE_ASKED = replace(TWO_PART, choose=(1, 2))


def marked(
    answer: dict[str, Any] | None = None, *selections: Selection, question: TwoPart = TWO_PART
) -> Mark:
    return mark(question, TwoPartResponse(answer or {}, selections), TEXTS)


def part(mark: Mark, of: str) -> Part:
    (found,) = (one for one in mark.parts if one.of == of)
    return found


@pytest.mark.parametrize(
    ("answer", "selections", "score"),
    [
        (RIGHT, [SHOWS_SMOKE, SHOWS_GONE], 1),
        (RIGHT, [SHOWS_SMOKE], 3 / 4),
        (RIGHT, [], 1 / 2),
        (RIGHT, [LOUDER], 1 / 2),
        (WRONG, [SHOWS_SMOKE, SHOWS_GONE], 1 / 2),
        (WRONG, [IN_PART], 2 / 11),
        ({}, [SHOWS_GONE], 1 / 4),
        ({}, [], 0),
    ],
)
def test_half_is_for_the_answer_and_half_for_the_evidence(
    answer: dict[str, Any], selections: list[Selection], score: float
) -> None:
    assert marked(answer, *selections).score == pytest.approx(score)


@pytest.mark.parametrize(
    ("answer", "selections", "told"),
    [
        (RIGHT, [SHOWS_SMOKE, SHOWS_GONE], "The answer is right, and the evidence shows it."),
        (RIGHT, [SHOWS_SMOKE], "The answer is right; the evidence shows it only in part."),
        (RIGHT, [LOUDER], "The answer is right; what you marked does not show it."),
        (RIGHT, [], "The answer is right; the evidence for it is missing."),
        (WRONG, [SHOWS_SMOKE, SHOWS_GONE], "You found the evidence, but the answer is not what it says."),
        (WRONG, [LOUDER], "Neither the answer nor the evidence is right."),
        ({}, [SHOWS_SMOKE, SHOWS_GONE], "You found the evidence; the answer itself is missing."),
        ({}, [], "Both the answer and the evidence are missing."),
    ],
)
def test_the_first_part_says_which_half_failed(
    answer: dict[str, Any], selections: list[Selection], told: str
) -> None:
    assert marked(answer, *selections).parts[0].feedback == told


def test_the_halves_come_first_then_the_parts_of_each() -> None:
    mark = marked(RIGHT, SHOWS_SMOKE, question=replace(TWO_PART, because=""))
    assert [one.of for one in mark.parts] == ["answer", "evidence", "answer/", "evidence/1", "evidence/2"]
    answer, evidence, inner, found, missed = mark.parts
    assert (answer.score, answer.given, answer.key) == (1, "The rope store", "The rope store")
    assert evidence.score == 0.5
    assert evidence.given == f"“{ROPE_STORE.core}”"
    assert evidence.key == f"{ROPE_STORE.core} / {ALREADY_GONE.core}"
    assert evidence.feedback == "What you marked is the evidence in part."
    assert inner.feedback == "Smoke was seen over it at nine."
    assert found.selection == SHOWS_SMOKE
    assert missed.passage == ALREADY_GONE.core_key


def test_parts_of_the_answer_keep_the_names_of_its_own_kind() -> None:
    weighed = replace(TWO_PART, answer=SCALE)
    mark = marked({"step": "little", "reasons": ["late"]}, question=weighed)
    assert [one.of for one in mark.parts if one.of.startswith("answer/")] == [
        "answer/step",
        "answer/others",
        "answer/fewer",
        "answer/late",
    ]
    assert part(mark, "answer").score == 0.5
    assert part(mark, "answer").key == "not at all / a little / Others told him / He counted fewer"


def test_no_score_where_either_half_has_none() -> None:
    gone = replace(SHOWS_SMOKE, text_digest="gone", quote="in other words")
    for unscored in (marked({"option": "left"}, SHOWS_SMOKE), marked(RIGHT, gone)):
        assert unscored.score is None
        assert unscored.parts[0].feedback.endswith("so it is not scored.")
    assert part(marked(RIGHT, gone), "evidence").feedback.endswith("so it is not scored.")
    assert part(marked(RIGHT, gone), "answer").score == 1


@pytest.mark.parametrize("odd", [{"option": 3}, {"option": None}, {"option": ["rope"]}])
def test_an_answer_that_is_none_of_its_kind_is_wrong_and_no_failure(odd: dict[str, Any]) -> None:
    mark = marked(odd, SHOWS_SMOKE, SHOWS_GONE)
    assert mark.score == 0.5
    assert mark.parts[0].feedback == "You found the evidence, but the answer is not what it says."
    assert words(TWO_PART, TwoPartResponse(odd)) == ""
    assert doubt(TWO_PART, TwoPartResponse(odd)) is None
    assert not empty(TwoPartResponse({"option": 3}))


def test_a_reason_is_set_beside_the_authors_and_earns_nothing() -> None:
    given = TwoPartResponse(because=" It was gone. ")
    found = part(mark(TWO_PART, given, TEXTS), "because")
    assert (found.score, found.given, found.key) == (None, "It was gone.", TWO_PART.model)
    assert mark(TWO_PART, given, TEXTS).score == 0
    unasked = mark(replace(TWO_PART, because=""), given, TEXTS)
    assert "because" not in [one.of for one in unasked.parts]


def test_it_is_empty_as_long_as_neither_half_nor_a_reason_is_there() -> None:
    assert empty(TwoPartResponse())
    assert empty(TwoPartResponse({"option": "", "more": [], "other": {"a": " ", "b": False}}))
    assert not empty(TwoPartResponse(RIGHT))
    assert not empty(TwoPartResponse({"number": 0}))
    assert not empty(TwoPartResponse(selections=(LOUDER,)))
    assert not empty(TwoPartResponse(because="So."))


def test_what_each_half_still_wants_is_said() -> None:
    assert lacks(TWO_PART, TwoPartResponse()) == ""
    assert lacks(TWO_PART, TwoPartResponse(RIGHT)) == (
        "2 more passages are asked for. The reason is still missing."
    )
    assert lacks(TWO_PART, TwoPartResponse(selections=(LOUDER,), because="So.")) == (
        "The answer is still missing. 1 more passage is asked for."
    )
    weighed = replace(TWO_PART, answer=SCALE, choose=(1, 1), because="")
    given = TwoPartResponse({"step": "little"}, (LOUDER,))
    assert lacks(weighed, given) == "No reason is ticked yet."
    assert lacks(TWO_PART, TwoPartResponse(RIGHT, (SHOWS_SMOKE, SHOWS_GONE), "So.")) == ""


def test_it_is_put_in_words_half_by_half() -> None:
    given = TwoPartResponse(WRONG, (SHOWS_SMOKE,), "Smoke\ncomes first.")
    assert words(TWO_PART, given) == (
        "The tar sheds – “smoke over the rope store at nine” – Smoke comes first."
    )


def test_it_is_solved_by_the_key_of_each_half() -> None:
    assert solve(TWO_PART, TEXTS) == TwoPartResponse(RIGHT, (SHOWS_SMOKE, SHOWS_GONE))
    assert solve(TWO_PART, {"pilot": TEXTS["pilot"]}) is None
    keyless = replace(FIRST, options=FIRST.options[1:])
    assert solve(replace(TWO_PART, answer=keyless), TEXTS) is None


def test_a_near_miss_in_the_answer_is_asked_back_and_the_rest_kept() -> None:
    typed = replace(TWO_PART, answer=SHORT_ANSWER)
    asked = doubt(typed, TwoPartResponse({"text": "the wacthman"}, (LOUDER,), "So."))
    assert asked is not None
    assert asked.meant == "the watchman"
    assert asked.response.answer["text"] == "the watchman"
    assert (asked.response.selections, asked.response.because) == ((LOUDER,), "So.")
    assert doubt(typed, TwoPartResponse({"text": "the watchman"})) is None
    assert doubt(TWO_PART, TwoPartResponse(WRONG)) is None


def test_what_the_answer_quotes_and_whose_silence_it_is_about_shows_outside() -> None:
    assert [at for at, _key in quoted(TWO_PART)] == [
        ("passages", 0, "core"),
        ("passages", 0, "acceptable"),
        ("passages", 1, "core"),
        ("passages", 1, "acceptable"),
    ]
    left_out = replace(TWO_PART, answer=replace(VERDICT, answer="does-not-say"))
    assert list(silent(left_out)) == ["pilot"]
    assert list(silent(TWO_PART)) == []


@given(OPEN_RESPONSES["two-part"])
def test_one_right_part_more_never_earns_less(response: TwoPartResponse) -> None:
    for question in (TWO_PART, ONE_ASKED):
        before = mark(question, response, TEXTS).score
        for better in OPEN_IMPROVE["two-part"](response):
            after = mark(question, better, TEXTS).score
            assert before is None or after is None or after >= before


@given(OPEN_RESPONSES["two-part"])
def test_no_two_parts_have_the_same_name(response: TwoPartResponse) -> None:
    of = [one.of for one in mark(TWO_PART, response, TEXTS).parts]
    assert len(set(of)) == len(of)


RIDDLE = Question(id="both", kind="riddle", **SHARED)
ONE_OPTION = replace(FIRST, options=FIRST.options[:1])


@pytest.mark.parametrize(
    ("question", "at", "code"),
    [
        (replace(TWO_PART, answer=ONE_OPTION), ("answer", "options"), "too-few-options"),
        (replace(TWO_PART, answer=RIDDLE), ("answer", "kind"), "unknown-kind"),
        (replace(TWO_PART, answer=TWO_PART), ("answer", "kind"), "nested-kind"),
        (replace(TWO_PART, answer=MATRIX), ("answer", "kind"), "nested-kind"),
        (replace(TWO_PART, answer=ESSAY), ("answer", "kind"), "nested-kind"),
        (replace(TWO_PART, answer=DISCUSSION), ("answer", "kind"), "nested-kind"),
        (replace(TWO_PART, passages=(ROPE_STORE,)), ("choose",), "choose-out-of-range"),
        (replace(TWO_PART, because=" "), ("because",), "no-because"),
    ],
)
def test_faults_of_two_parts(question: TwoPart, at: tuple[str | int, ...], code: str) -> None:
    (fault,) = faults(question)
    assert (fault.at, fault.code) == (at, code)


def test_an_answer_of_a_wrong_kind_comes_with_the_kinds_that_there_are() -> None:
    (fault,) = faults(replace(TWO_PART, answer=ESSAY))
    assert {"choice", "multiple", "numerical", "scale", "verdict"} <= set(fault.known)
    assert set(fault.known).isdisjoint({"evidence", "matrix", "two-part", "essay", "discussion"})


def test_a_question_within_is_read_back_as_its_own_kind() -> None:
    from crossread.questions.storing import question_from_json, question_json

    assert question_from_json(question_json(TWO_PART)) == TWO_PART


def test_what_is_asked_within_is_no_kind_by_itself() -> None:
    shared = {field.name for field in dataclasses.fields(Question)}
    assert set(KINDS["two-part"].nested) == {"answer"}
    assert not set(KINDS["two-part"].nested) & shared
