"""One stage being answered: what was given so far, and what is done with it. No widget, no Qt."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from crossread.desktop.answers.passages.quoting import Tell
from crossread.desktop.pages.questions.attempts_before import (
    AttemptPoints,
    EarlierAnswer,
    Points,
    attempts_at,
    earlier_answers,
    points_of,
    points_over_all,
)
from crossread.desktop.pages.questions.given import Given, given_in_answer, given_in_draft, nothing_given
from crossread.inquiry.asked import asked
from crossread.inquiry.behaviours import Behaviour, behaviour_of
from crossread.inquiry.commands import (
    Answer,
    Check,
    Command,
    Flag,
    HandIn,
    Rate,
    Release,
    TryAgain,
    Withdraw,
)
from crossread.inquiry.standing import is_held_back
from crossread.inquiry.state import InquiryState
from crossread.inquiry.view import QuestionView, open_required, question_view
from crossread.packs.pack import Stage
from crossread.questions.kind import AnyKind, Doubt, Question
from crossread.questions.mark import Mark
from crossread.questions.marking import mark_answer
from crossread.questions.matrix import StatementGiven
from crossread.questions.passages import Which
from crossread.questions.registry import KINDS
from crossread.questions.storing import rating_from_json, rating_json, response_json

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session

Standing = Literal["open", "answered", "waiting", "locked", "right", "later", "partly", "wrong"]


class Answering:
    """A stage of an open pack in the hands of a learner; `shown` says which text of each source is open.

    `questions` are those that the learner is asked, in the order in which they are asked.
    """

    counts = True

    def __init__(
        self,
        session: "Session",
        opened: "OpenPack",
        stage: Stage,
        shown: Callable[[], Mapping[str, Which]] = dict,
    ) -> None:
        self._session = session
        self._shown = shown
        self.opened = opened
        self.stage = stage
        self.questions = asked(session.state(opened.pack.id), opened.pack, stage.id)

    @property
    def state(self) -> InquiryState:
        """Where the learner is in the pack."""
        return self._session.state(self.opened.pack.id)

    @property
    def handed_in(self) -> bool:
        """Whether the latest attempt was handed in."""
        return self.state.of(self.stage.id).latest.handed_in

    @property
    def attempt(self) -> int:
        """The number of the latest attempt, from 1."""
        return self._session.state(self.opened.pack.id).of(self.stage.id).latest.number

    def view(self, question: Question) -> QuestionView:
        """Return how a question stands."""
        state = self._session.state(self.opened.pack.id)
        return question_view(state, self.opened.pack, question, self.opened.has_original)

    def behaviour(self, question: Question) -> Behaviour:
        """Return how a question is asked."""
        return behaviour_of(self.opened.pack, question)

    def seed(self, question: Question) -> int:
        """Return the seed by which what a question shows is mixed."""
        return self._session.seed(self.opened.pack.id, question.id)

    def given(self, question: Question) -> Given:
        """Return what was given to a question: the draft, else the answer in force, else nothing yet."""
        view = self.view(question)
        draft = self._session.draft(self.opened.pack.id, question.id) if view.may_change else None
        if draft:
            return given_in_draft(question, draft)
        return given_in_answer(question, view.answered) if view.answered else nothing_given(question)

    def compared(self) -> Mapping[tuple[str, str], tuple[StatementGiven, ...]]:
        """Return what the learner put into the claim matrix of the comparison, by claim and source."""
        cells = self._session.state(self.opened.pack.id).cells
        return {
            place: tuple(
                StatementGiven(stance=one.stance, selection=one.selection) for one in cell.statements
            )
            for place, cell in cells.items()
        }

    def keep(self, question: Question, given: Given) -> None:
        """Keep what was given as a draft."""
        self._session.set_draft(self.opened.pack.id, question.id, given.as_draft())

    def leave(self, question: Question, given: Given) -> None:
        """Leave a question: what was given becomes its answer, unless it has to be checked first."""
        view = self.view(question)
        if view.may_change and not view.checks:
            self.answer(question, given)

    def answer(self, question: Question, given: Given) -> None:
        """Make what was given the answer; nothing given takes the answer back.

        Raises Expected where the inquiry does not allow it.
        """
        if self.is_empty(question, given):
            if self.view(question).answered is not None:
                self._do(Withdraw(question=question.id))
        else:
            self._do(Answer(question=question.id, **self._as_given(given)))
        self._session.set_draft(self.opened.pack.id, question.id, None)

    def check(self, question: Question, given: Given) -> None:
        """Have what was given marked at once; raises Expected where the inquiry does not allow it."""
        self._do(Check(question=question.id, **self._as_given(given)))
        self._session.set_draft(self.opened.pack.id, question.id, None)

    def doubt(self, question: Question, given: Given) -> Doubt[Any] | None:
        """Return what to ask back before this is marked, "did you mean"; None where nothing."""
        may_ask = behaviour_of(self.opened.pack, question).asks_back and self.view(question).may_change
        if not may_ask or given.dont_know or self.is_empty(question, given):
            return None
        return _kind(question).doubt(question, given.response)

    def flag(self, question: Question, on: bool) -> None:
        """Flag a question for later or take the flag off; raises Expected where that is not allowed."""
        self._do(Flag(question=question.id, on=on))

    def rate(self, question: Question, rating: Any) -> None:
        """Keep what the learner says of their own closed answer; raises Expected where not allowed."""
        self._do(Rate(question=question.id, rating=rating_json(rating)))

    def rating(self, question: Question) -> Any | None:
        """Return what the learner says of their own answer; None where that is nothing yet."""
        rating = self.view(question).rating
        if rating is None:
            return None
        try:
            return rating_from_json(question.kind, rating)
        except ValueError:
            return None

    def _as_given(self, given: Given) -> dict[str, Any]:
        return {
            "response": None if given.dont_know else response_json(given.response),
            "certainty": given.certainty,
            "dont_know": given.dont_know,
            "shown": self._shown(),
        }

    def _do(self, command: Command) -> None:
        self._session.do(self.opened, command)

    def is_empty(self, question: Question, given: Given) -> bool:
        """Tell whether nothing has been given yet."""
        return given.is_empty(question)

    def explains(self, question: Question) -> bool:
        """Tell whether the explanation may be shown: the question is closed, and nothing is held back."""
        view = self.view(question)
        closed = not view.may_change and view.status not in ("waiting", "locked")
        return closed and not self._is_held_back(question)

    def key_to(self, question: Question) -> Mark:
        """Return what was asked for, for a question that nothing was given to."""
        return mark_answer(question, None, self.opened.texts)

    def incomplete(self) -> tuple[Question, ...]:
        """List the questions that were begun and still want something."""
        return tuple(question for question in self.questions if self.lacks(question))

    def lacks(self, question: Question) -> str:
        """Say in a sentence what a begun answer still wants; "" where nothing."""
        given = self.given(question)
        if given.dont_know or self.is_empty(question, given):
            return ""
        return _kind(question).lacks(question, given.response)

    def standing(self, question: Question, given: Given | None = None) -> Standing:
        """Say in a word how a question stands; `given` is what is in it just now, where it is in view.

        What is not scored is answered or open, also once it is closed.
        """
        view = self.view(question)
        if view.status in ("waiting", "locked"):
            return view.status
        if view.mark is not None and view.mark.verdict != "unscored":
            return view.mark.verdict
        if given is not None and view.may_change:
            return "open" if self.is_empty(question, given) else "answered"
        return "answered" if view.answered is not None or self.is_unchecked(question) else "open"

    def is_checked_alone(self, question: Question) -> bool:
        """Tell whether a question is checked by itself, now or once it can be answered."""
        return behaviour_of(self.opened.pack, question).checks

    def is_unchecked(self, question: Question) -> bool:
        """Tell whether something was given to a question that is checked, and never was checked."""
        view = self.view(question)
        if not view.checks or not view.may_change or view.answered is not None:
            return False
        return not self.is_empty(question, self.given(question))

    def unchecked(self) -> tuple[Question, ...]:
        """List the questions to which something was given that was never checked."""
        return tuple(filter(self.is_unchecked, self.questions))

    @property
    def anything_given(self) -> bool:
        """Whether there is anything to hand in: an answer, or something given that was never checked."""
        return any(self.view(one).answered is not None or self.is_unchecked(one) for one in self.questions)

    @property
    def holds_back(self) -> bool:
        """Whether marks of this stage are made but not shown yet."""
        return any(map(self._is_held_back, self.questions))

    def _is_held_back(self, question: Question) -> bool:
        attempt = self._session.state(self.opened.pack.id).of(self.stage.id).latest
        behaviour = behaviour_of(self.opened.pack, question)
        return is_held_back(behaviour, attempt, attempt.answer_to(question))

    def is_checked(self, question: Question, given: Given) -> bool:
        """Tell whether this very response was marked already: to have it marked again changes nothing."""
        answered = self.view(question).answered
        if answered is None or answered.mark is None or given.dont_know != answered.dont_know:
            return False
        return given.dont_know or response_json(given.response) == answered.response

    @property
    def may_release(self) -> bool:
        """Whether the learner may have the marks shown that are held back."""
        return self.handed_in and self.holds_back and self._session.may_show_results

    def release(self) -> None:
        """Show the marks that are held back; raises Expected where that is not allowed."""
        self._do(Release(stage=self.stage.id))

    def open_required(self) -> tuple[Question, ...]:
        """List the required questions that are still open."""
        state = self._session.state(self.opened.pack.id)
        return open_required(state, self.opened.pack, self.stage.id, self.opened.has_original)

    def hand_in(self) -> None:
        """Hand the stage in; raises Expected where that is not allowed.

        What was given and never checked is checked first: it was an answer to whoever gave it.
        """
        for question in self.unchecked():
            self.check(question, self.given(question))
        self._do(HandIn(stage=self.stage.id))

    def try_again(self) -> None:
        """Open the next attempt; raises Expected where that is not allowed.

        Where a pool was edited since the last one, `questions` are others than before.
        """
        self._do(TryAgain(stage=self.stage.id))
        self.questions = asked(self._session.state(self.opened.pack.id), self.opened.pack, self.stage.id)

    def points(self) -> Points:
        """Add up the points of the newest attempt, as `points_of` does."""
        return points_of(self.state, self.opened, self.questions, self.state.of(self.stage.id).latest)

    def points_over_all(self) -> Points | None:
        """Return the points of the answers that count over all attempts, as the page of progress has them.

        None where nothing of them may be told.
        """
        return points_over_all(self._session, self.opened.pack.id, self.stage.id)

    # Earlier attempts

    def attempts(self) -> tuple[AttemptPoints, ...]:
        """List the attempts at this stage that were handed in, the first one first."""
        return attempts_at(self.state, self.opened, self.stage.id)

    def earlier(self, question: Question, tell: Tell) -> tuple[EarlierAnswer, ...]:
        """List what was answered to a question before the newest attempt; `tell` says how to quote."""
        return earlier_answers(self.state, self.opened.pack, question, tell)


def _kind(question: Question) -> AnyKind:
    return KINDS[question.kind]
