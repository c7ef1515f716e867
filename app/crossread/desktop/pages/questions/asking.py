"""What a question in view asks of whoever asks it: a stage, or review and practice. No widget, no Qt."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from crossread.desktop.answers.passages.quoting import Tell
from crossread.desktop.pages.questions.attempts_before import EarlierAnswer
from crossread.desktop.pages.questions.given import Given
from crossread.inquiry.behaviours import Behaviour
from crossread.inquiry.view import QuestionView
from crossread.operations.opening.opened import OpenPack
from crossread.questions.kind import Doubt, Question
from crossread.questions.mark import Mark
from crossread.questions.matrix import StatementGiven


class Asking(Protocol):
    """Questions of an open pack in the hands of a learner."""

    @property
    def opened(self) -> OpenPack:
        """The pack."""

    @property
    def questions(self) -> Sequence[Question]:
        """Those that are asked, in their order."""

    @property
    def counts(self) -> bool:
        """Whether what an answer earns is counted, so that points are told."""

    @property
    def handed_in(self) -> bool:
        """Whether nothing can be flagged for later any more."""

    def view(self, question: Question) -> QuestionView:
        """Return how a question stands."""

    def behaviour(self, question: Question) -> Behaviour:
        """Return how a question is asked."""

    def seed(self, question: Question) -> int:
        """Return the seed by which what a question shows is mixed."""

    def given(self, question: Question) -> Given:
        """Return what was given to a question so far."""

    def compared(self) -> Mapping[tuple[str, str], tuple[StatementGiven, ...]]:
        """Return what the learner put into the claim matrix of the comparison, by claim and source."""

    def keep(self, question: Question, given: Given) -> None:
        """Keep what was given as a draft."""

    def doubt(self, question: Question, given: Given) -> Doubt[Any] | None:
        """Return what to ask back before this is marked; None where nothing."""

    def is_empty(self, question: Question, given: Given) -> bool:
        """Tell whether nothing has been given yet."""

    def lacks(self, question: Question) -> str:
        """Say in a sentence what a begun answer still wants; "" where nothing."""

    def is_checked(self, question: Question, given: Given) -> bool:
        """Tell whether this very response was marked already."""

    def explains(self, question: Question) -> bool:
        """Tell whether the explanation may be shown."""

    def key_to(self, question: Question) -> Mark:
        """Return what was asked for, for a question that nothing was given to."""

    def rating(self, question: Question) -> Any | None:
        """Return what the learner says of their own answer; None where that is nothing."""

    def earlier(self, question: Question, tell: Tell) -> Sequence[EarlierAnswer]:
        """List what was answered before that may be looked at beside the feedback; `tell` quotes passages."""
