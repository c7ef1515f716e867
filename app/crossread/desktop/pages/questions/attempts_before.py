"""What the attempts at a stage came to: the points of each, and what was answered to a question in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.base.translation import _
from crossread.desktop.answers.passages.quoting import Tell
from crossread.desktop.pages.words import marked_words
from crossread.inquiry.behaviours import behaviour_of
from crossread.inquiry.standing import is_held_back
from crossread.inquiry.state import Answered, Attempt, InquiryState
from crossread.inquiry.view import question_view
from crossread.packs.pack import Pack
from crossread.progress.history import marked_passages
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_from_json

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Points earned of those that there were."""

    earned: float
    all: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptPoints:
    """What an attempt that was handed in came to; no points where some of it is held back."""

    number: int
    points: Points | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAnswer:
    """An answer of an earlier attempt: its number, the answer in words, and in a line what it earned."""

    attempt: int
    response: str
    standing: str


def points_of(
    state: InquiryState, opened: "OpenPack", questions: Iterable[Question], attempt: Attempt
) -> Points:
    """Add up the points of the answers of an attempt, as the page of progress and every file do.

    What was left open counts nowhere: how many those are is told beside the points. Nor does what waits for
    an original, or is not scored.
    """
    earned = total = 0.0
    for question in questions:
        view = question_view(state, opened.pack, question, opened.has_original, attempt=attempt.number)
        unscored = not KINDS[question.kind].scored or (view.mark and view.mark.score is None)
        if view.answered is None or view.status == "waiting" or unscored:
            continue
        total += question.points
        earned += question.points * (view.mark.score or 0.0) if view.mark else 0.0
    return Points(earned=earned, all=total)


def points_over_all(session: "Session", pack: str, stage: str) -> Points | None:
    """Return the points of the answers that count over all attempts; None where none may be told."""
    from crossread.progress.way import WAY, ways

    stages = [one for way in ways(session.projected(WAY)) if way.pack == pack for one in way.stages]
    found = next((one for one in stages if one.stage == stage), None)
    if found is None or found.held_back or not found.of:
        return None
    return Points(earned=found.earned, all=found.of)


def attempts_at(state: InquiryState, opened: "OpenPack", stage: str) -> tuple[AttemptPoints, ...]:
    """List the attempts at a stage that were handed in, the first one first."""
    questions = opened.pack.questions_of(stage)
    found = []
    for attempt in state.of(stage).attempts:
        if attempt.handed_in:
            there = [one for one in questions if one.id in attempt.answers or one.id in attempt.left_open]
            held_back = any(_is_held_back(opened.pack, one, attempt) for one in there)
            points = None if held_back else points_of(state, opened, there, attempt)
            found.append(AttemptPoints(number=attempt.number, points=points))
    return tuple(found)


def earlier_answers(
    state: InquiryState, pack: Pack, question: Question, tell: Tell
) -> tuple[EarlierAnswer, ...]:
    """List what was answered to a question before the newest attempt at its stage, the first one first.

    `tell` says how a quote is told. Answers to another kind of question are left to the history.
    """
    found = []
    for attempt in state.of(question.stage).attempts[:-1]:
        answered = attempt.answer_to(question)
        if answered is not None:
            held_back = is_held_back(behaviour_of(pack, question), attempt, answered)
            found.append(
                EarlierAnswer(
                    attempt=attempt.number,
                    response=_words(question, answered, tell),
                    standing=_standing(question, answered, held_back=held_back),
                )
            )
    return tuple(found)


def _is_held_back(pack: Pack, question: Question, attempt: Attempt) -> bool:
    return is_held_back(behaviour_of(pack, question), attempt, attempt.answer_to(question))


def _standing(question: Question, answered: Answered, *, held_back: bool) -> str:
    if held_back:
        told = _("held back")
    elif answered.mark is None:
        told = _("not marked")
    else:
        told = marked_words(question, answered.mark, dont_know=answered.dont_know)
    if not answered.certainty:
        return told
    return _("{told} · {certainty}").format(told=told, certainty=_(answered.certainty))


def _words(question: Question, answered: Answered, tell: Tell) -> str:
    if answered.dont_know:
        return _("I don’t know")
    try:
        response = response_from_json(question.kind, answered.response or {})
    except ValueError:
        return ""
    words: str = KINDS[question.kind].words(question, response)
    for selection in marked_passages(answered.response):
        quote = " ".join(selection.quote.split())
        words = words.replace(quote, " ".join(tell(selection, selection.quote).split()))
    return words
