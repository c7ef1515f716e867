"""What a stage came to: its points, and which questions to look at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.answering import Answering
from crossread.desktop.pages.question_list import QuestionList
from crossread.desktop.pages.words import marked_words, number_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.bar import Bar
from crossread.desktop.widgets.buttons import plain
from crossread.questions.kind import Question


class StageSummary(QWidget):
    """The end of a stage; `chosen` gives a question to look at."""

    chosen = Signal(int)

    def __init__(self, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answering = answering
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(labels.quiet(self._which_attempt()))
        if answering.holds_back:
            column.addWidget(labels.title(_("Handed in")))
            column.addWidget(labels.body(_("What it earned, and why, is shown later.")))
        else:
            self._add_points(column)
        look, fine, unanswered, rest = self._sorted()
        self._first = min([line[0] for line in look], default=0)
        self.first_look = plain(_("Read the feedback ›"), self)
        self.first_look.clicked.connect(self._go_to_first)
        self.first_look.setVisible(not answering.holds_back)
        column.addWidget(self.first_look, 0, Qt.AlignmentFlag.AlignLeft)
        for heading, lines in (
            (_("Worth another look"), look),
            (_("Right; the reasons may still be worth reading"), fine),
            (_("Not answered"), unanswered),
            (_("Not marked"), rest),
        ):
            if lines:
                column.addSpacing(8)
                column.addWidget(labels.strong(heading))
                questions = QuestionList(lines, self)
                questions.chosen.connect(self.chosen)
                column.addWidget(questions)
        column.addStretch(1)

    def _add_points(self, column: QVBoxLayout) -> None:
        points = self._answering.points()
        told = _("{earned} of {all} points").format(
            earned=number_words(points.earned), all=number_words(points.all)
        )
        column.addWidget(labels.title(told))
        if points.all:
            column.addWidget(Bar(points.earned / points.all, name=told))

    def _which_attempt(self) -> str:
        number = self._answering.attempt
        if number == 1:
            return _("Handed in · {stage}").format(stage=self._answering.stage.title)
        return _("Handed in, attempt {number} · {stage}").format(
            number=number, stage=self._answering.stage.title
        )

    def _sorted(self) -> tuple[list[tuple[int, str, str]], ...]:
        look, fine, unanswered, rest = [], [], [], []
        for number, question in enumerate(self._answering.questions):
            line = (number, question.prompt, self._standing(question))
            view = self._answering.view(question)
            mark = view.mark
            if view.answered is None and view.status != "waiting":
                unanswered.append(line)
            elif mark is None or mark.score is None:
                rest.append(line)
            elif mark.verdict == "right":
                fine.append(line)
            else:
                look.append(line)
        return look, fine, unanswered, rest

    def _go_to_first(self) -> None:
        self.chosen.emit(self._first)

    def _standing(self, question: Question) -> str:
        view = self._answering.view(question)
        if view.status == "waiting":
            return _("waits for the original")
        if view.mark is None:
            return _("not answered") if view.answered is None else _("answered")
        dont_know = view.answered is not None and view.answered.dont_know
        return marked_words(question, view.mark, dont_know=dont_know)
