"""After the hand-in: what a learner says of their own answer, and marks that were held back."""

from dataclasses import replace

import pytest

from crossread.base.errors import Expected
from crossread.inquiry.commands import Answer, Rate, Release
from crossread.packs.pack import Pack
from crossread.progress.history import history
from crossread.questions.essay import Essay, Idea, Level
from tests.inquiry.making import EXAM, PACK, Learner, kinds, pack_with
from tests.questions.making import CHOICE, SHARED

ESSAY = Essay(
    id="own",
    **SHARED,
    rubric=(
        Level(id="low", name="Names one source", descriptor="Takes a number from one account."),
        Level(id="high", name="Weighs both", descriptor="Says why the two numbers differ."),
    ),
    ideas=(Idea(id="dawn", text="One counted at dawn", words=("dawn",)), Idea(id="some", text="Some say so")),
)
TEXT = {"text": "The pilot counted the boats at dawn."}
RATING = {"level": "high", "ideas": ["dawn"]}


def code_of(learner: Learner, command: object) -> str:
    with pytest.raises(Expected) as raised:
        learner.do(command)  # type: ignore[arg-type]
    return raised.value.code


def test_an_answer_is_rated_once_it_is_closed_and_anew_when_the_writer_thinks_otherwise() -> None:
    learner = Learner(pack=pack_with(ESSAY))
    assert code_of(learner, Rate(question="own", rating=RATING)) == "not-closed"
    learner.answer("own", TEXT)
    assert code_of(learner, Rate(question="own", rating=RATING)) == "not-closed"
    assert not learner.view("own").may_rate
    learner.hand_in()
    assert learner.view("own").may_rate
    assert learner.view("own").rating is None
    (rated,) = learner.do(Rate(question="own", rating=RATING))
    answer = learner.view("own").answered
    assert answer is not None
    assert rated.payload == {"stage": "read", "answer": answer.entry, "rating": RATING}
    assert learner.view("own").rating == RATING
    assert learner.do(Rate(question="own", rating=RATING)) == []
    learner.do(Rate(question="own", rating={"level": "low"}))
    assert learner.view("own").rating == {"level": "low", "ideas": []}


def test_a_rating_belongs_to_the_answer_that_was_rated() -> None:
    learner = Learner(pack=pack_with(ESSAY))
    learner.answer("own", TEXT)
    learner.hand_in()
    learner.do(Rate(question="own", rating=RATING))
    learner.try_again()
    assert learner.view("own").rating is None
    assert learner.view("own", attempt=1).rating == RATING
    assert not learner.view("own", attempt=1).may_rate


def test_what_was_checked_can_be_rated_at_once() -> None:
    learner = Learner(pack=replace(pack_with(ESSAY), behaviour="tries"))
    learner.check("own", TEXT)
    assert learner.view("own").may_rate
    learner.do(Rate(question="own", rating=RATING))
    assert learner.view("own").rating == RATING


def test_not_knowing_is_nothing_to_rate() -> None:
    learner = Learner(pack=pack_with(ESSAY))
    learner.do(Answer(question="own", response=None, dont_know=True))
    learner.hand_in()
    assert not learner.view("own").may_rate
    assert code_of(learner, Rate(question="own", rating=RATING)) == "not-closed"


def test_in_an_exam_a_rating_waits_for_the_release_as_the_rubric_is_feedback() -> None:
    learner = Learner(pack=replace(pack_with(ESSAY), behaviour="exam"))
    learner.answer("own", TEXT)
    learner.hand_in()
    assert code_of(learner, Rate(question="own", rating=RATING)) == "not-closed"
    learner.release("read")
    learner.do(Rate(question="own", rating=RATING))


def test_only_kinds_that_ask_for_it_are_rated_and_only_in_their_shape() -> None:
    learner = Learner(pack=pack_with(ESSAY, CHOICE))
    learner.answer("own", TEXT)
    learner.answer("first")
    learner.hand_in()
    assert code_of(learner, Rate(question="first", rating=RATING)) == "no-rating"
    assert not learner.view("first").may_rate
    assert code_of(learner, Rate(question="gone", rating=RATING)) == "no-such-question"
    with pytest.raises(ValueError, match="level"):
        learner.do(Rate(question="own", rating={"level": 3}))


def test_results_are_released_only_when_they_are_there_and_held_back() -> None:
    learner = Learner()
    assert code_of(learner, Release(stage="exam")) == "still-open"
    assert code_of(learner, Release(stage="gone")) == "no-such-stage"
    learner.answer("first")
    learner.hand_in("read")
    assert code_of(learner, Release(stage="read")) == "nothing-held-back"


def test_a_release_shows_earlier_attempts_too_and_none_that_come_later() -> None:
    learner = Learner()
    learner.answer("exam", {"text": "12"})
    learner.hand_in("exam")
    learner.try_again("exam")
    learner.answer("exam")
    assert code_of(learner, Release(stage="exam")) == "still-open"  # its key would be shown
    learner.hand_in("exam")
    assert learner.view("exam", attempt=1).mark is None
    assert kinds(learner.release()) == ["released"]
    marks = [learner.view("exam", attempt=number).mark for number in (1, 2)]
    assert [mark.score for mark in marks if mark] == [0, 1]
    learner.try_again("exam")
    learner.answer("exam")
    learner.hand_in("exam")
    assert learner.view("exam").mark is None
    assert learner.view("exam").held_back
    assert learner.view("exam", attempt=2).mark is not None


def test_of_a_stage_with_one_exam_question_the_others_are_shown_at_once() -> None:
    learner = Learner(pack=pack_with(CHOICE, replace(EXAM, stage="read", behaviour="exam")))
    learner.answer("first")
    learner.answer("exam")
    learner.hand_in()
    assert (learner.view("first").held_back, learner.view("exam").held_back) == (False, True)
    assert learner.view("first").mark is not None
    learner.release("read")
    assert learner.view("exam").mark is not None


def asked_as(behaviour: str) -> Pack:
    stages = tuple(replace(one, behaviour=behaviour if one.id == "exam" else "") for one in PACK.stages)
    return replace(PACK, stages=stages)


def test_a_mark_that_was_shown_stays_shown_when_the_stage_becomes_an_exam() -> None:
    learner = Learner(pack=asked_as("deferred"))
    learner.answer("exam")
    learner.hand_in("exam")
    learner.pack = asked_as("exam")
    assert learner.view("exam").mark is not None
    assert not learner.view("exam").held_back


def test_a_mark_held_back_waits_for_its_release_when_the_stage_is_no_exam_any_more() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    learner.pack = asked_as("deferred")
    assert learner.view("exam").held_back
    assert [one.held_back for one in history(learner.entries)] == [True]
    learner.release()
    assert learner.view("exam").mark is not None
    assert [one.held_back for one in history(learner.entries)] == [False]
