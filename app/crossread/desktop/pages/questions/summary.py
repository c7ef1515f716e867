"""What a stage came to: its points, which questions to look at, and what is held back."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.questions.answering import Answering
from crossread.desktop.pages.questions.attempt_list import AttemptList
from crossread.desktop.pages.questions.held_back import HeldBack
from crossread.desktop.pages.questions.question_list import QuestionList
from crossread.desktop.pages.words import is_scored, marked_words, points_of_all
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.telling.bar import Bar
from crossread.inquiry.view import QuestionView
from crossread.progress.points_told import points_told
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS

Group = Literal["look", "weigh", "fine", "given", "unanswered", "waiting", "unmarked"]


class StageSummary(QFrame):
    """The end of a stage; `chosen` gives a question to look at, `release_agreed` wants all marks shown.

    A frame, because a screen reader says the name of one as the focus comes into it.
    """

    chosen = Signal(int)
    release_agreed = Signal()

    def __init__(self, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answering = answering
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(labels.quiet(self._which_attempt()))
        self.setAccessibleName(points_of_all(answering) or _("Handed in"))
        self.held_back: HeldBack | None = None
        if answering.holds_back:
            column.addWidget(labels.title(_("Handed in")))
            self.held_back = HeldBack(self, may_release=answering.may_release)
            self.held_back.agreed.connect(self.release_agreed)
            column.addWidget(self.held_back)
        else:
            self._add_points(column)
        attempts = answering.attempts()
        if len(attempts) > 1:
            column.addWidget(AttemptList(attempts, self))
        groups = self._sorted()
        self._first = min([line[0] for line in groups["look"] or groups["weigh"]], default=0)
        self.first_look = plain(_("Read the feedback ›"), self)
        self.first_look.clicked.connect(self._go_to_first)
        self.first_look.setVisible(not answering.holds_back)
        column.addWidget(self.first_look, 0, Qt.AlignmentFlag.AlignLeft)
        headings: Mapping[Group, str] = {
            "look": _("Worth another look"),
            "weigh": _("Yours to weigh"),
            "fine": _("Right; the reasons may still be worth reading"),
            "given": _("Answered"),
            "unanswered": _("Not answered"),
            "waiting": _("Waiting for a text"),
            "unmarked": _("Not marked"),
        }
        for group, heading in headings.items():
            if groups[group]:
                column.addSpacing(8)
                column.addWidget(labels.strong(heading))
                questions = QuestionList(groups[group], self)
                questions.chosen.connect(self.chosen)
                column.addWidget(questions)
        column.addStretch(1)

    def focus(self) -> bool:
        """Put the focus on the way to what is told; False where there is none."""
        ways = (self.first_look, self.held_back.show_results if self.held_back else None)
        way = next((one for one in ways if one is not None and one.isVisible()), None)
        if way is not None:
            way.setFocus(Qt.FocusReason.TabFocusReason)
        return way is not None

    def _add_points(self, column: QVBoxLayout) -> None:
        told = points_of_all(self._answering)
        column.addWidget(labels.title(told or _("What you wrote is kept")))
        if told:
            points = self._answering.points()
            column.addWidget(Bar(points.earned / points.all, told=told))
        required = [one for one in self._answering.questions if one.required]
        views = [view for one in required if (view := self._answering.view(one)).status != "waiting"]
        answered = sum(view.answered is not None for view in views)
        if told and answered < len(views):
            words = _("{answered} of {required} questions answered")
            column.addWidget(labels.muted(words.format(answered=answered, required=len(views)), self))
        if told and self._answering.attempt > 1:
            column.addWidget(labels.muted(self._counted(), self))

    def _counted(self) -> str:
        """Say which answers count over all attempts, and their points where those are not of this one."""
        counted, here = self._answering.points_over_all(), self._answering.points()
        if counted is None or counted == here:
            return _("Over all attempts the newest answer that you handed in counts, question by question.")
        told = _(
            "Over all attempts the newest answer that you handed in counts, question by question: {points}."
        )
        return told.format(points=points_told(counted.earned, counted.all))

    def _which_attempt(self) -> str:
        number = self._answering.attempt
        if number == 1:
            return _("Handed in · {stage}").format(stage=self._answering.stage.title)
        return _("Handed in, attempt {number} · {stage}").format(
            number=number, stage=self._answering.stage.title
        )

    def _sorted(self) -> dict[Group, list[tuple[int, str, str]]]:
        groups: dict[Group, list[tuple[int, str, str]]] = {
            "look": [], "weigh": [], "fine": [], "given": [], "unanswered": [], "waiting": [], "unmarked": [],
        }  # fmt: skip
        for number, question in enumerate(self._answering.questions):
            view = self._answering.view(question)
            line = (number, question.prompt, self._standing(question, view))
            groups[_group(question, view)].append(line)
        return groups

    def read_on(self) -> bool:
        """Go to the first question that has something to be told; False where nothing is told yet."""
        told = self.first_look.isVisible()
        if told:
            self._go_to_first()
        return told

    def _go_to_first(self) -> None:
        self.chosen.emit(self._first)

    def _standing(self, question: Question, view: QuestionView) -> str:
        if view.status == "waiting":
            return _("waits for the original")
        if view.replaced:
            return _("changed since you answered it")
        if view.answered is None:
            return _("not answered")
        if view.held_back:
            return _("answered")
        if KINDS[question.kind].rating is not None:
            return _("weighed") if view.rating is not None else _("not weighed yet")
        if not is_scored(question.kind):
            return _("to look at again")
        if view.mark is None:
            return _("answered")
        return marked_words(question, view.mark, dont_know=view.answered.dont_know)


def _group(question: Question, view: QuestionView) -> Group:
    """Say under which heading a question belongs."""
    if view.status == "waiting":
        return "waiting"
    if view.replaced:
        return "unmarked"
    if view.answered is None:
        return "unanswered"
    if view.held_back:
        return "given"
    if not is_scored(question.kind):
        return "weigh"
    if view.mark is None or view.mark.score is None:
        return "unmarked"
    return "fine" if view.mark.is_right else "look"
