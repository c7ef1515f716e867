"""What may be shown and done with a question now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from crossread.inquiry.asked import asked, opens_after, waits
from crossread.inquiry.behaviours import Behaviour, behaviour_of, certainty_of
from crossread.inquiry.marking import seen_digest
from crossread.inquiry.standing import is_held_back, may_rate, may_submit
from crossread.inquiry.state import Answered, Attempt, InquiryState
from crossread.packs.pack import Pack
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.registry import KINDS

QuestionStatus = Literal["open", "answered", "handed-in", "waiting", "locked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question as it stands.

    `mark` is there only where it may be shown, `held_back` tells whether there is one that may not be yet;
    `may_change` tells whether another response may be given, `checks` whether that is done by a Check
    button; `tries_left` is None where tries are not counted. `reworded` tells whether the pack has another
    wording of it now than when it was answered, `replaced` whether what was answered counts here no more,
    because the question is of another kind now, or came from another stage. A question that is "locked"
    opens once those of the ids `opens_after` are answered. Of its hints `hints_open` are open by
    themselves; the learner `may_hint` where more can be opened at will. `asks_certainty` says whether to
    ask how sure the learner is; "" leaves that to their setting. `rating` is what they say of their own
    closed answer, as JSON, and `may_rate` whether they may say so now.
    """

    status: QuestionStatus
    answered: Answered | None
    mark: Mark | None
    may_change: bool
    checks: bool
    tries_left: int | None
    reworded: bool = False
    replaced: bool = False
    held_back: bool = False
    flagged: bool = False
    opens_after: tuple[str, ...] = ()
    hints_open: int = 0
    may_hint: bool = False
    asks_certainty: Literal["", "yes", "no"] = ""
    rating: Mapping[str, Any] | None = None
    may_rate: bool = False


def question_view(
    state: InquiryState,
    pack: Pack,
    question: Question,
    has_original: Callable[[str], bool],
    *,
    attempt: int = 0,
) -> QuestionView:
    """Say how a question stands in the newest attempt, or in an earlier one by its number."""
    stage = state.of(question.stage)
    at = stage.attempt(attempt) or stage.latest
    newest = at is stage.latest
    behaviour = behaviour_of(pack, question)
    answered = at.answer_to(question)
    is_waiting = waits(question, has_original) and not (answered and answered.mark)
    may_answer = newest and not is_waiting and not at.handed_in
    before = opens_after(state, pack, question, has_original) if may_answer else ()
    may_change = may_answer and not before and may_submit(behaviour, at, answered)
    held_back = is_held_back(behaviour, at, answered)
    return QuestionView(
        status=_status(at, answered, is_waiting, bool(before)),
        answered=answered,
        mark=None if held_back else _mark_to_show(answered, may_change),
        may_change=may_change,
        checks=behaviour.checks and may_change,
        tries_left=_tries_left(behaviour, answered, may_change),
        replaced=answered is None and _is_replaced(state, question, at, newest=newest),
        reworded=answered is not None and _is_reworded(pack, question, answered),
        held_back=held_back and answered is not None and answered.mark is not None,
        flagged=newest and question.id in state.flags,
        opens_after=before,
        hints_open=min(len(question.hints), behaviour.hints_open(_wrong_tries(answered))),
        may_hint=may_change and behaviour.hints == "free" and bool(question.hints),
        asks_certainty=certainty_of(pack, question) if KINDS[question.kind].scored else "no",
        rating=answered.rating if answered else None,
        may_rate=newest and may_rate(question, behaviour, at, answered),
    )


def _is_reworded(pack: Pack, question: Question, answered: Answered) -> bool:
    """Compare the question as it is with what was on the screen when the answer was given."""
    return bool(answered.seen_digest) and answered.seen_digest != seen_digest(pack, question)


def _is_replaced(state: InquiryState, question: Question, attempt: Attempt, *, newest: bool) -> bool:
    """Tell whether a question without an answer in an attempt was answered when it was another one."""
    if question.id in attempt.answers:
        return True  # when it was of another kind
    return newest and attempt.number == 1 and state.newest_answer(question.id) is not None


def _status(attempt: Attempt, answered: Answered | None, is_waiting: bool, is_locked: bool) -> QuestionStatus:
    if is_waiting:
        return "waiting"
    if attempt.handed_in:
        return "handed-in"
    if is_locked:
        return "locked"
    return "answered" if answered else "open"


def _mark_to_show(answered: Answered | None, may_change: bool) -> Mark | None:
    if answered is None or answered.mark is None:
        return None
    if may_change:
        return _without_key(answered, answered.mark)
    late = answered.settled and answered.mark.score is not None and answered.mark.score < 1
    return replace(answered.mark, later=late)


def _without_key(answered: Answered, mark: Mark) -> Mark:
    """Leave out what would give the answer away to one who may try again: keys and what was missed.

    Of "I don't know" nothing is left to tell.
    """
    given = (part for part in mark.parts if not answered.dont_know and (part.given or part.selection))
    return replace(mark, parts=tuple(part.without_key for part in given))


def _wrong_tries(answered: Answered | None) -> int:
    """Count the tries of which none earned all."""
    return answered.tries - answered.settled if answered else 0


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

    Those that are locked are among them; those not asked, or waiting for an original, are not.
    """
    attempt = state.of(stage).latest
    return tuple(
        question
        for question in asked(state, pack, stage)
        if question.required and not attempt.answer_to(question) and not waits(question, has_original)
    )
