"""What may be shown and done with a question now."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from crossread.base.canonical import canonical_json, digest
from crossread.inquiry.behaviours import Behaviour, behaviour_of
from crossread.inquiry.marking import seen_json
from crossread.inquiry.standing import may_submit, waits
from crossread.inquiry.state import Answered, Attempt, InquiryState
from crossread.packs.pack import Pack
from crossread.questions.kind import Question
from crossread.questions.mark import Mark

QuestionStatus = Literal["open", "answered", "handed-in", "waiting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question as it stands.

    `mark` is there only where it may be shown; `may_change` tells whether another response may be given,
    `checks` whether that is done by a Check button; `tries_left` is None where tries are not counted.
    `reworded` tells whether the pack has another wording of it now than when it was answered.
    """

    status: QuestionStatus
    answered: Answered | None
    mark: Mark | None
    may_change: bool
    checks: bool
    tries_left: int | None
    reworded: bool = False


def question_view(
    state: InquiryState,
    pack: Pack,
    question: Question,
    has_original: Callable[[str], bool],
    *,
    released: bool = False,
    attempt: int = 0,
) -> QuestionView:
    """Say how a question stands in the newest attempt, or in an earlier one by its number.

    `released` tells whether marks that an exam holds back may be shown.
    """
    stage = state.of(question.stage)
    at = stage.attempt(attempt) or stage.latest
    behaviour = behaviour_of(pack, question)
    answered = at.answer_to(question)
    is_waiting = waits(question, has_original) and not (answered and answered.mark)
    may_change = not is_waiting and at is stage.latest and may_submit(behaviour, at, answered)
    return QuestionView(
        status=_status(at, answered, is_waiting),
        answered=answered,
        mark=_mark_to_show(behaviour, answered, may_change, released),
        may_change=may_change,
        checks=behaviour.checks and may_change,
        tries_left=_tries_left(behaviour, answered, may_change),
        reworded=answered is not None and _is_reworded(pack, question, answered),
    )


def _is_reworded(pack: Pack, question: Question, answered: Answered) -> bool:
    """Compare the question as it is with what was on the screen when the answer was given."""
    return bool(answered.seen_digest) and answered.seen_digest != digest(
        canonical_json(seen_json(pack, question))
    )


def _status(attempt: Attempt, answered: Answered | None, is_waiting: bool) -> QuestionStatus:
    if is_waiting:
        return "waiting"
    if attempt.handed_in:
        return "handed-in"
    return "answered" if answered else "open"


def _mark_to_show(
    behaviour: Behaviour, answered: Answered | None, may_change: bool, released: bool
) -> Mark | None:
    if answered is None or answered.mark is None or (behaviour.holds_back and not released):
        return None
    return _without_key(answered.mark) if may_change else answered.mark


def _without_key(mark: Mark) -> Mark:
    """Leave out what would give the answer away to one who may try again: keys and what was missed."""
    parts = (replace(part, key="", passage=None) for part in mark.parts if part.given or part.selection)
    return replace(mark, parts=tuple(parts))


def _tries_left(behaviour: Behaviour, answered: Answered | None, may_change: bool) -> int | None:
    if not behaviour.checks:
        return None
    if not may_change:
        return 0
    return behaviour.tries - (answered.tries if answered else 0)


def open_required(
    state: InquiryState, pack: Pack, stage: str, has_original: Callable[[str], bool]
) -> tuple[Question, ...]:
    """List the required questions of a stage that are not answered in its newest attempt.

    Those that wait for an original are not among them.
    """
    attempt = state.of(stage).latest
    return tuple(
        question
        for question in pack.questions_of(stage)
        if question.required and not attempt.answer_to(question) and not waits(question, has_original)
    )
