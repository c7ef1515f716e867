"""Records from before pools, ratings and releases: read as they were meant."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from crossread.base.entries import Entry
from crossread.inquiry.fold import fold_all
from crossread.inquiry.state import InquiryState
from crossread.progress.far import how_far
from crossread.progress.history import history
from crossread.progress.skills import SkillFigure, skills
from tests.inquiry.making import PACK, Learner

SHOWN = {"gazette": {"digest": "d1", "which": "digest"}, "pilot": {"digest": "d2", "which": "digest"}}


def old(seq: int, kind: str, question: str = "", attempt: int = 1, /, **payload: Any) -> Entry:
    return Entry(
        seq=seq,
        id=f"e{seq}",
        session="s",
        at=datetime(2026, 2, 1, 9, seq, tzinfo=UTC),
        monotonic=float(seq),
        kind=kind,
        pack=PACK.id,
        pack_version="0.9.0",
        question=question,
        seen_digest="seen" if question else "",
        key_digest="key" if question else "",
        attempt=attempt,
        payload={**payload, "v": 1},
    )


def answered(seq: int, question: str, stage: str, response: object, **changes: Any) -> Entry:
    payload: dict[str, Any] = {
        "stage": stage,
        "kind": PACK.by_id[question].kind,
        "skill": "close-reading",
        "points": 1,
        "required": True,
        "review": True,
        "sources": ["gazette", "pilot"],
        "response": response,
        "certainty": "guess",
        "dont_know": False,
        "behaviour": "deferred",
        "try": 1,
        "seed": 0,
        "texts": SHOWN,
    }
    return old(seq, "answered", question, **{**payload, **changes})


def marked(seq: int, question: str, stage: str, answer: str, score: float | None, **changes: Any) -> Entry:
    payload: dict[str, Any] = {
        "stage": stage,
        "answer": answer,
        "raw": score,
        "score": score,
        "parts": [{"score": score, "given": "given", "key": "asked for"}],
        "first_try": True,
        "points": 1,
        "skill": "close-reading",
        "behaviour": "deferred",
    }
    return old(seq, "marked", question, **{**payload, **changes})


ENTRIES = [
    old(1, "stage-entered", stage="read", kind="read"),
    answered(2, "first", "read", {"option": "tar"}),
    answered(3, "first", "read", {"option": "rope"}),
    answered(4, "forty", "read", {"verdict": "says-so"}),
    old(5, "withdrawn", "forty", stage="read", answer="e4"),
    old(
        6,
        "handed-in",
        stage="read",
        answers={"first": "e3"},
        open=["forty", "where", "optional"],
        waiting=["wording"],
    ),
    marked(7, "first", "read", "e3", 1.0),
    answered(8, "twice", "checked", {"text": "mayor"}, behaviour="tries"),
    marked(9, "twice", "checked", "e8", 0.0, behaviour="tries"),
    answered(10, "twice", "checked", {"text": "the watchman"}, behaviour="tries", **{"try": 2}),
    marked(11, "twice", "checked", "e10", 0.666, raw=1.0, behaviour="tries", first_try=False),
    answered(12, "now", "checked", {"option": "rope"}, behaviour="immediate"),
    marked(13, "now", "checked", "e12", 1.0, behaviour="immediate"),
    answered(14, "exam", "exam", {"text": "40"}, behaviour="exam"),
    old(15, "handed-in", stage="exam", answers={"exam": "e14"}, open=[], waiting=[]),
    marked(16, "exam", "exam", "e14", 1.0, behaviour="exam"),
    old(17, "card-opened", source="pilot"),
    old(18, "stage-entered", "", 2, stage="read", kind="read"),
]


def folded() -> InquiryState:
    return fold_all(PACK.id, ENTRIES, "ada")


def test_answers_marks_and_attempts_are_those_of_then() -> None:
    learner = Learner(state=folded())
    first = learner.view("first", attempt=1)
    assert first.mark is not None
    assert (first.status, first.mark.score) == ("handed-in", 1)
    assert learner.view("forty", attempt=1).answered is None
    assert learner.view("first").status == "open"
    twice = learner.view("twice")
    assert twice.answered is not None
    assert (twice.answered.tries, twice.answered.settled, twice.may_change) == (2, True, False)
    assert twice.mark is not None
    assert twice.mark.score == 0.666
    assert not learner.view("now").may_change
    assert learner.view("exam").held_back
    assert learner.state.cards == {"pilot"}
    assert not learner.state.flags
    assert how_far(learner.state, PACK, learner.has_original).answered == 4


@pytest.mark.parametrize(
    "odd", [{"score": "most"}, {"parts": None}, {"parts": [{"given": 3}]}, {"score": {}, "raw": {}}]
)
def test_a_mark_that_cannot_be_read_takes_no_answer_away(odd: dict[str, Any]) -> None:
    sound = ENTRIES[6]
    entries = [*ENTRIES[:6], replace(sound, payload={**sound.payload, **odd}), *ENTRIES[7:]]
    learner = Learner(state=fold_all(PACK.id, entries, "ada"))
    first = learner.view("first", attempt=1)
    assert first.answered is not None
    assert first.answered.response == {"option": "rope"}
    assert first.mark is not None
    assert first.mark.score is None
    assert len(history(entries)) == 7


def test_a_response_that_cannot_be_read_is_not_scored_and_keeps_no_stage_from_being_handed_in() -> None:
    entries = [ENTRIES[0], answered(2, "first", "read", {"option": ["rope"]}), ENTRIES[3]]
    learner = Learner(state=fold_all(PACK.id, entries, "ada"))
    learner.hand_in()
    (first, forty) = learner.view("first").mark, learner.view("forty").mark
    assert first is not None
    assert first.score is None
    assert forty is not None
    assert forty.score is not None


def test_they_go_on_from_there() -> None:
    learner = Learner(state=folded())
    learner.release()
    assert learner.view("exam").mark is not None
    learner.answer("forty")
    (_handed_in, remark) = learner.hand_in()
    assert remark.payload["first_try"] is False  # was left open then
    learner.hand_in("checked")


def test_skills_and_history_are_as_they_were() -> None:
    assert skills(ENTRIES)["close-reading"] == SkillFigure(2 / 3, 3, sure=False)
    scores = [(one.question, one.score, one.held_back, one.rating) for one in history(ENTRIES)]
    assert scores == [
        ("exam", None, True, ""),
        ("now", 1, False, ""),
        ("twice", 0.666, False, ""),
        ("twice", 0, False, ""),
        ("forty", None, False, ""),
        ("first", 1, False, ""),
        ("first", None, False, ""),
    ]
