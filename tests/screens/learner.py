"""Learners to draw: one some way through the Khojaly pack, one who has answered one of every kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crossread.base.errors import Expected
from crossread.inquiry.asked import asked
from crossread.inquiry.commands import (
    Answer,
    Certainty,
    Check,
    EnterStage,
    Flag,
    HandIn,
    OpenCard,
    SetExpectation,
    SetNote,
)
from crossread.inquiry.view import question_view
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.session import Session
from crossread.packs.pack import Stage
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json

PACK = "khojaly-1992"
HANDED_IN = ("read-who", "read-responsible")
BEGUN = "read-toll"
BEGUN_QUESTIONS = 3
EVERY = "every-kind"
FIRST = "corridor"  # what a new user opens first
FIRST_HANDED_IN = "told"

Until = Callable[[Callable[[], bool]], None]
Learner = Callable[[Session, Until], None]

# What a learner types who is asked for an own text; where a key exists, the key is what they give.
OWN_WORDS = {
    "essay": {
        "text": "The two texts part on the time and on the way. One passes on what it was told; the other "
        "believes what it says, and neither was there to see it. So the way it came about stays open."
    },
    "discussion": {"notes": "Who told them? Could one have it from the other?"},
}


@dataclass(frozen=True)
class _Work:
    """A session with an open pack."""

    session: Session
    opened: OpenPack

    def stages(self) -> Sequence[Stage]:
        return [stage for stage in self.opened.pack.stages if self.opened.pack.questions_of(stage.id)]

    def questions(self, stage: str) -> Sequence[Question]:
        return asked(self.session.state(self.opened.pack.id), self.opened.pack, stage)

    def answer(self, question: Question, number: int) -> None:
        """Give an answer: mostly the right one, every fourth time none but "I don't know"."""
        state = self.session.state(self.opened.pack.id)
        view = question_view(state, self.opened.pack, question, self.opened.has_original)
        if not view.may_change:
            return
        response = given(self.opened, question, know=number % 4 != 1)
        command = Check if view.checks else Answer
        self.session.do(
            self.opened,
            command(
                question=question.id,
                response=response,
                certainty=_certainty(response, number),
                dont_know=response is None,
            ),
        )


def _certainty(response: dict[str, object] | None, number: int) -> Certainty:
    """Say how sure the learner is; who does not know is not asked."""
    if response is None:
        return ""
    return "fairly sure" if number % 2 else "certain"


def given(opened: OpenPack, question: Question, *, know: bool) -> dict[str, object] | None:
    """Return the response of a learner who knows the answer, or None for one who does not."""
    kind = KINDS[question.kind]
    if not kind.scored:
        return dict(OWN_WORDS[question.kind])
    response = kind.solve(question, opened.texts) if know else None
    return None if response is None else response_json(response)


def _open(session: Session, until: Until, pack: str) -> _Work:
    found: list[OpenPack | Expected] = []
    session.open_pack(pack, found.append)
    until(lambda: bool(found))
    if isinstance(found[0], Expected):
        raise found[0]
    return _Work(session, found[0])


def open_for(session: Session, until: Until, pack: str) -> OpenPack:
    """Open a pack and return it."""
    return _open(session, until, pack).opened


def first_day(_session: Session, _until: Until) -> None:
    """Have done nothing yet."""


def some_way(session: Session, until: Until) -> None:
    """Come some way through the Khojaly pack, once."""
    if session.state(PACK).stages:
        return
    work = _open(session, until, PACK)
    session.do(
        work.opened, SetExpectation(stage="before", text="On the figures, and on who is to blame for what.")
    )
    for source in ("karcic", "ahmadzada"):
        session.do(work.opened, OpenCard(source=source))
    session.do(
        work.opened, SetNote(key="meet/ahmadzada/who", text="One author, open about where he is from.")
    )
    for stage in (*HANDED_IN, BEGUN):
        session.do(work.opened, EnterStage(stage=stage))
        questions = work.questions(stage)
        for number, question in enumerate(questions[: None if stage in HANDED_IN else BEGUN_QUESTIONS]):
            work.answer(question, number)
        if stage in HANDED_IN:
            session.do(work.opened, HandIn(stage=stage))
    _leave_one_open(work)
    until(lambda: session.status.kind == "ready")


def first_pack(session: Session, until: Until) -> None:
    """Have handed in a stage of the pack that a new user opens first, once."""
    if session.state(FIRST).of(FIRST_HANDED_IN).latest.handed_in:
        return
    work = _open(session, until, FIRST)
    session.do(work.opened, EnterStage(stage=FIRST_HANDED_IN))
    for number, question in enumerate(work.questions(FIRST_HANDED_IN)):
        work.answer(question, number)
    session.do(work.opened, HandIn(stage=FIRST_HANDED_IN))
    until(lambda: session.status.kind == "ready")


def _leave_one_open(work: _Work) -> None:
    """Mark what the first question about passages of the stage that was begun asks for, flag it, and go."""
    question = next(one for one in work.questions(BEGUN) if KINDS[one.kind].quoted(one))
    draft = {
        "response": given(work.opened, question, know=True),
        "certainty": "fairly sure",
        "dont_know": False,
    }
    work.session.set_draft(PACK, question.id, draft)
    work.session.do(work.opened, Flag(question=question.id, on=True))


def every_kind(session: Session, until: Until) -> None:
    """Answer everything in the pack of every kind, and hand nothing in."""
    if any(stage.latest.answers for stage in session.state(EVERY).stages.values()):
        return
    work = _open(session, until, EVERY)
    for stage in work.stages():
        session.do(work.opened, EnterStage(stage=stage.id))
        for number, question in enumerate(work.questions(stage.id)):
            work.answer(question, number)
    until(lambda: session.status.kind == "ready")


def all_handed_in(session: Session, until: Until) -> None:
    """Hand in every stage of the pack of every kind."""
    every_kind(session, until)
    hand_in_all(session, until, EVERY)


def hand_in_all(session: Session, until: Until, pack: str) -> None:
    """Answer what is open in a pack and hand in every stage of it that is not handed in yet."""
    work = _open(session, until, pack)
    for stage in work.stages():
        if session.state(pack).of(stage.id).latest.handed_in:
            continue
        session.do(work.opened, EnterStage(stage=stage.id))
        attempt = session.state(pack).of(stage.id).latest
        for number, question in enumerate(work.questions(stage.id)):
            if attempt.answer_to(question) is None:
                work.answer(question, number)
        session.do(work.opened, HandIn(stage=stage.id))
    until(lambda: session.status.kind == "ready")
