"""Stages entered, cards opened, expectations, notes and flags."""

import pytest

from crossread.base.errors import Expected
from crossread.inquiry.commands import EnterStage, Flag, OpenCard, SetExpectation, SetNote
from tests.inquiry.making import WITH_ORIGINALS, Learner, kinds


def test_entering_a_stage_is_remembered_where_it_changes_something() -> None:
    learner = Learner()
    (entered,) = learner.do(EnterStage(stage="read"))
    assert (entered.payload["stage"], entered.attempt) == ("read", 1)
    assert learner.state.stage == "read"
    assert learner.do(EnterStage(stage="read")) == []
    assert kinds(learner.do(EnterStage(stage="before"))) == ["stage-entered"]


def test_coming_back_to_a_stage_enters_its_newest_attempt() -> None:
    learner = Learner()
    learner.answer("first")
    learner.hand_in()
    learner.try_again()
    learner.do(EnterStage(stage="before"))
    (entered,) = learner.do(EnterStage(stage="read"))
    assert entered.attempt == 2


def test_a_card_counts_once() -> None:
    learner = Learner()
    assert kinds(learner.do(OpenCard(source="pilot"))) == ["card-opened"]
    assert learner.do(OpenCard(source="pilot")) == []
    assert learner.state.cards == {"pilot"}


def test_an_expectation_is_set_changed_and_taken_back() -> None:
    learner = Learner()
    assert learner.do(SetExpectation(stage="before", text="  ")) == []
    learner.do(SetExpectation(stage="before", text="In the number of boats"))
    assert learner.do(SetExpectation(stage="before", text="In the number of boats")) == []
    assert learner.state.expectations == {"before": "In the number of boats"}
    learner.do(SetExpectation(stage="before", text=""))
    assert learner.state.expectations == {}


def test_a_note_is_set_and_removed_under_its_key() -> None:
    learner = Learner()
    assert kinds(learner.do(SetNote(key="meet/pilot/who", text="A pilot"))) == ["note-set"]
    assert learner.do(SetNote(key="meet/pilot/who", text="A pilot")) == []
    assert kinds(learner.do(SetNote(key="meet/pilot/who", text=" "))) == ["note-removed"]
    assert learner.do(SetNote(key="meet/pilot/who", text="")) == []
    assert learner.state.notes == {}


def test_a_question_is_flagged_for_later_until_the_flag_is_taken_off() -> None:
    learner = Learner()
    (flagged,) = learner.do(Flag(question="first", on=True))
    assert (flagged.kind, flagged.payload) == ("flagged", {"stage": "read", "on": True})
    assert learner.do(Flag(question="first", on=True)) == []
    assert learner.view("first").flagged
    assert not learner.view("forty").flagged
    learner.answer("first")  # answered or not: the learner decides what is done
    assert learner.view("first").flagged
    learner.do(Flag(question="first", on=False))
    assert learner.do(Flag(question="first", on=False)) == []
    assert not learner.view("first").flagged


def test_handing_in_takes_the_flags_of_the_stage_off_also_of_what_waits() -> None:
    learner = Learner()
    for question in ("first", "forty", "wording", "exam"):
        learner.do(Flag(question=question, on=True))
    learner.answer("first")
    learner.hand_in()
    assert learner.state.flags == {"exam"}
    with pytest.raises(Expected, match="handed in"):
        learner.do(Flag(question="first", on=True))
    learner.try_again()
    assert not learner.view("first").flagged
    learner.texts = WITH_ORIGINALS
    assert not learner.view("wording").flagged


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Flag(question="gone", on=True), "no-such-question"),
        (EnterStage(stage="gone"), "no-such-stage"),
        (SetExpectation(stage="gone", text="x"), "no-such-stage"),
        (OpenCard(source="gone"), "no-such-source"),
    ],
)
def test_what_is_not_in_the_pack_is_refused(
    command: Flag | EnterStage | SetExpectation | OpenCard, code: str
) -> None:
    with pytest.raises(Expected) as raised:
        Learner().do(command)
    assert raised.value.code == code
    assert "gone" in raised.value.message
