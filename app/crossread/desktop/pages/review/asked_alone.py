"""One question asked outside its stage: what is given to it, and its mark once it was checked. No Qt."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from crossread.desktop.answers.passages.quoting import Tell
from crossread.desktop.pages.questions.attempts_before import EarlierAnswer
from crossread.desktop.pages.questions.given import Given, given_in_draft, nothing_given
from crossread.inquiry.behaviours import IMMEDIATE, Behaviour, certainty_of
from crossread.inquiry.state import Answered
from crossread.inquiry.view import QuestionView
from crossread.operations.outside.asked_outside import Asked, Response
from crossread.questions.kind import Doubt, Question
from crossread.questions.mark import Mark
from crossread.questions.marking import mark_answer
from crossread.questions.matrix import StatementGiven
from crossread.questions.passages import Which
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session


class AskedAlone:
    """A question in the hands of a learner, checked at once; no points are counted.

    What is given is kept as a draft until it is checked, so that a set goes on where it was interrupted.
    """

    counts = False
    handed_in = True  # there is nothing to come back to, and so nothing to flag

    def __init__(self, session: "Session", asked: Asked) -> None:
        self._session = session
        self.asked = asked
        self.mark: Mark | None = None
        self._closed: Given | None = None

    @property
    def opened(self) -> "OpenPack":
        """The pack that the question is from."""
        return self.asked.opened

    @property
    def question(self) -> Question:
        """The question."""
        return self.asked.question

    @property
    def questions(self) -> tuple[Question, ...]:
        """The question alone."""
        return (self.asked.question,)

    def close(self, mark: Mark, given: Given) -> None:
        """Take up the mark of what was given: nothing else can be given any more."""
        self.mark, self._closed = mark, given
        self._session.keep(self._draft, None)

    def response(self, given: Given, shown: Mapping[str, Which]) -> Response:
        """Spell what was given as it is kept."""
        return Response(
            response=None if given.dont_know else response_json(given.response),
            certainty="" if given.dont_know else given.certainty,
            dont_know=given.dont_know,
            shown=shown,
        )

    # What a question in view asks

    def view(self, question: Question) -> QuestionView:
        """Return how the question stands."""
        is_open = self.mark is None
        return QuestionView(
            status="open" if is_open else "handed-in",
            answered=self._answered(),
            mark=self.mark,
            may_change=is_open,
            checks=is_open,
            tries_left=1 if is_open else 0,
            may_hint=is_open and bool(question.hints),
            asks_certainty=certainty_of(self.opened.pack, question),
        )

    def _answered(self) -> Answered | None:
        given = self._closed
        if given is None:
            return None
        return Answered(
            entry="",
            seq=0,
            kind=self.question.kind,
            response=None if given.dont_know else response_json(given.response),
            certainty=given.certainty,
            dont_know=given.dont_know,
            mark=self.mark,
            tries=1,
        )

    def behaviour(self, question: Question) -> Behaviour:  # noqa: ARG002  (all are asked alike)
        """Return how a question is asked: checked at once, with one try."""
        return IMMEDIATE

    def seed(self, question: Question) -> int:  # noqa: ARG002  (there is one)
        """Return the seed by which what the question shows is mixed this time."""
        return self.asked.seed

    def given(self, question: Question) -> Given:
        """Return what was given: what was checked, else the draft, else nothing yet."""
        if self._closed is not None:
            return self._closed
        draft = self._session.kept(self._draft)
        return given_in_draft(question, draft) if draft else nothing_given(question)

    def compared(self) -> Mapping[tuple[str, str], tuple[StatementGiven, ...]]:
        """Return nothing of the comparison: what stands there would be an answer."""
        return {}

    def keep(self, question: Question, given: Given) -> None:
        """Keep what was given as a draft."""
        self._session.keep(self._draft, None if given.is_empty(question) else given.as_draft())

    def doubt(self, question: Question, given: Given) -> Doubt[Any] | None:
        """Return what to ask back before this is marked, "did you mean"; None where nothing."""
        if self.mark is not None or given.dont_know or given.is_empty(question):
            return None
        return KINDS[question.kind].doubt(question, given.response)

    def is_empty(self, question: Question, given: Given) -> bool:
        """Tell whether nothing has been given yet."""
        return given.is_empty(question)

    def lacks(self, question: Question) -> str:
        """Say in a sentence what a begun answer still wants; "" where nothing."""
        given = self.given(question)
        if given.dont_know or given.is_empty(question):
            return ""
        return KINDS[question.kind].lacks(question, given.response)

    def is_checked(self, question: Question, given: Given) -> bool:  # noqa: ARG002  (there is one try)
        """Tell whether the answer was marked."""
        return self.mark is not None

    def explains(self, question: Question) -> bool:  # noqa: ARG002  (there is one)
        """Tell whether the explanation may be shown: once it is marked."""
        return self.mark is not None

    def key_to(self, question: Question) -> Mark:
        """Return what was asked for."""
        return mark_answer(question, None, self.opened.texts)

    def rating(self, question: Question) -> Any | None:  # noqa: ARG002  (nothing of that kind is asked)
        """Return None: only what is not scored is weighed by the learner."""
        return None

    def earlier(self, question: Question, tell: Tell) -> tuple[EarlierAnswer, ...]:  # noqa: ARG002
        """Return nothing: what was answered before stands in the history."""
        return ()

    @property
    def _draft(self) -> str:
        return "asked/" + "/".join(self.asked.key)
