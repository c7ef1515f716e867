"""Handing a stage in, trying it again, and what pack changes do to it."""

from dataclasses import replace

import pytest

from crossread.base.errors import Expected
from crossread.inquiry.commands import Answer, Check, HandIn, TryAgain, Withdraw
from crossread.inquiry.view import open_required
from crossread.progress.far import how_far
from crossread.progress.skills import skills
from crossread.questions.choice import Option
from tests.inquiry.making import PACK, RIGHT, WITH_ORIGINALS, WRONG, Learner, kinds, pack_with
from tests.questions.making import CHOICE, NUMERICAL, VERDICT


def code_of(learner: Learner, command: object) -> str:
    with pytest.raises(Expected) as raised:
        learner.do(command)  # type: ignore[arg-type]
    return raised.value.code


def test_handing_in_names_the_answers_in_force_and_marks_them() -> None:
    learner = Learner()
    learner.answer("first", WRONG["first"])
    (answered,) = learner.answer("first")
    (other,) = learner.answer("optional")
    handed_in, *marked = learner.hand_in()
    assert handed_in.payload == {
        "stage": "read",
        "answers": {"first": answered.id, "optional": other.id},
        "open": ["forty", "where"],
        "waiting": ["wording"],
    }
    assert [(one.kind, one.question, one.payload["answer"]) for one in marked] == [
        ("marked", "first", answered.id),
        ("marked", "optional", other.id),
    ]
    mark = learner.view("first").mark
    assert mark is not None
    assert (mark.score, mark.parts[0].given) == (1, "The rope store")


def test_marks_are_not_there_before_the_hand_in() -> None:
    learner = Learner()
    learner.answer("first")
    view = learner.view("first")
    assert (view.status, view.mark, view.may_change) == ("answered", None, True)
    assert (view.checks, view.tries_left) == (False, None)


def test_open_required_questions_can_be_listed_before() -> None:
    learner = Learner()
    learner.answer("first")
    still_open = open_required(learner.state, PACK, "read", learner.has_original)
    assert [question.id for question in still_open] == ["forty", "where"]
    learner.texts = WITH_ORIGINALS
    still_open = open_required(learner.state, PACK, "read", learner.has_original)
    assert [question.id for question in still_open] == ["forty", "where", "wording"]


def test_a_stage_that_is_handed_in_is_read_only() -> None:
    learner = Learner()
    learner.answer("first")
    learner.hand_in()
    assert code_of(learner, Answer(question="first", response=WRONG["first"])) == "handed-in"
    assert code_of(learner, Answer(question="forty", response=RIGHT["forty"])) == "handed-in"
    assert code_of(learner, Withdraw(question="first")) == "handed-in"
    assert code_of(learner, HandIn(stage="read")) == "already-handed-in"
    assert learner.answer("first") == []  # looking at it and going on changes nothing
    view = learner.view("forty")
    assert (view.status, view.answered, view.may_change) == ("handed-in", None, False)


def test_a_stage_is_handed_in_whole_also_where_its_questions_are_checked() -> None:
    learner = Learner()
    learner.check("now")
    assert kinds(learner.hand_in("checked")) == ["handed-in"]  # the mark is there already
    assert code_of(learner, Check(question="twice", response=RIGHT["twice"])) == "handed-in"


def test_nothing_cannot_be_handed_in() -> None:
    assert code_of(Learner(), HandIn(stage="read")) == "nothing-answered"
    assert code_of(Learner(), HandIn(stage="before")) == "nothing-answered"
    assert code_of(Learner(), HandIn(stage="gone")) == "no-such-stage"


def test_trying_again_starts_empty_and_keeps_what_was() -> None:
    learner = Learner()
    assert code_of(learner, TryAgain(stage="read")) == "not-handed-in"
    learner.answer("first", WRONG["first"])
    learner.hand_in()
    (entered,) = learner.try_again()
    assert (entered.kind, entered.attempt) == ("stage-entered", 2)
    assert learner.view("first").status == "open"
    assert learner.view("first", attempt=1).mark is not None
    assert not learner.view("first", attempt=1).may_change
    learner.answer("first")
    learner.hand_in()
    scores = [learner.view("first", attempt=number).mark for number in (1, 2)]
    assert [mark.score for mark in scores if mark] == [0, 1]


def test_the_first_hand_in_is_the_first_try() -> None:
    learner = Learner()
    learner.answer("first")
    assert learner.hand_in()[1].payload["first_try"] is True
    learner.try_again()
    learner.answer("first")
    learner.answer("forty")  # was left open the first time, and its key has been shown since
    assert [marked.payload["first_try"] for marked in learner.hand_in()[1:]] == [False, False]


def test_a_question_that_waited_the_first_time_has_its_first_try_later() -> None:
    learner = Learner()
    learner.answer("first")
    learner.hand_in()
    learner.texts = WITH_ORIGINALS
    assert learner.view("wording").status == "handed-in"
    learner.try_again()
    learner.answer("wording")
    assert learner.hand_in()[1].payload["first_try"] is True


def test_an_answer_whose_original_is_gone_waits_and_is_not_marked() -> None:
    learner = Learner(texts=WITH_ORIGINALS)
    learner.answer("wording")
    learner.answer("first")
    learner.texts = Learner().texts
    handed_in, *marked = learner.hand_in()
    assert handed_in.payload["waiting"] == ["wording"]
    assert [one.question for one in marked] == ["first"]
    assert learner.view("wording").status == "waiting"


def test_marks_of_an_exam_are_made_and_held_back_until_they_are_released() -> None:
    learner = Learner()
    learner.answer("exam")
    assert kinds(learner.hand_in("exam")) == ["handed-in", "marked"]
    assert learner.view("exam").mark is None
    assert learner.view("exam").held_back
    assert kinds(learner.release()) == ["released"]
    assert learner.release() == []
    released = learner.view("exam").mark
    assert released is not None
    assert released.score == 1


def test_marks_are_made_with_the_questions_as_they_are_now() -> None:
    learner = Learner()
    (answered,) = learner.answer("first", WRONG["first"])
    options = tuple(replace(option, correct=option.id == "tar") for option in CHOICE.options)
    learner.pack = replace(pack_with(replace(CHOICE, options=options)), version="1.1.0")
    _handed_in, marked = learner.hand_in()
    assert marked.payload["score"] == 1
    assert marked.pack_version == "1.1.0"
    assert marked.key != answered.key


def test_an_answer_to_a_question_that_left_the_pack_is_kept_and_counts_no_more() -> None:
    learner = Learner()
    learner.answer("first")
    learner.answer("forty")
    learner.pack = pack_with(CHOICE)
    handed_in, *marked = learner.hand_in()
    assert list(handed_in.payload["answers"]) == ["first"]
    assert len(marked) == 1
    assert "forty" in learner.state.of("read").latest.answers


def test_an_option_that_left_the_pack_is_not_scored() -> None:
    learner = Learner()
    learner.answer("first", {"option": "boats"})
    options = (*CHOICE.options[:2], Option(id="quay", text="The quay"))
    learner.pack = pack_with(replace(CHOICE, options=options))
    assert learner.hand_in()[1].payload["score"] is None


def test_an_answer_to_a_question_that_is_asked_in_another_way_now_counts_no_more() -> None:
    learner = Learner()
    learner.answer("first")
    learner.answer("forty")
    asked_anew = replace(NUMERICAL, id="first")
    learner.pack = pack_with(asked_anew, VERDICT)
    assert (learner.view("first").status, learner.view("first").answered) == ("open", None)
    assert open_required(learner.state, learner.pack, "read", learner.has_original) == (asked_anew,)
    assert how_far(learner.state, learner.pack, learner.has_original).answered == 1
    handed_in, *marked = learner.hand_in()
    assert list(handed_in.payload["answers"]) == ["forty"]
    assert handed_in.payload["open"] == ["first"]
    assert [one.question for one in marked] == ["forty"]
    assert learner.view("first").mark is None


def test_a_question_that_is_asked_in_another_way_now_can_be_answered_anew() -> None:
    learner = Learner()
    learner.answer("first")
    learner.pack = pack_with(replace(NUMERICAL, id="first"))
    assert learner.answer("first", {"text": ""}) == []
    assert kinds(learner.answer("first", {"text": "40"})) == ["answered"]
    assert learner.hand_in()[1].payload["score"] == 1


def test_what_was_checked_before_the_pack_asked_otherwise_was_the_first_try() -> None:
    checked = replace(CHOICE, id="first", behaviour="tries")
    learner = Learner(pack=pack_with(checked))
    learner.check("first", WRONG["first"])
    learner.pack = pack_with(replace(checked, behaviour="deferred"))
    learner.answer("first")
    _handed_in, marked = learner.hand_in()
    assert (marked.payload["score"], marked.payload["first_try"]) == (1, False)
    (figure,) = (one for one in skills(learner.entries).values() if one.items)
    assert (figure.share, figure.items) == (0, 1)
