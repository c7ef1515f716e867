"""The sheet before handing in: what is still open, and both ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.answering import Answering
from crossread.desktop.pages.question_list import QuestionList
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, primary


class HandInSheet(QWidget):
    """Asks whether to hand in; `agreed` or `declined`, or `chosen` with a question to go back to."""

    agreed = Signal()
    declined = Signal()
    chosen = Signal(int)
    _escaped = Signal()

    def __init__(self, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        still_open = answering.open_required()
        numbers = {question.id: number for number, question in enumerate(answering.questions)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(labels.prompt(_("Hand in this stage?")))
        column.addWidget(
            labels.body(
                _(
                    "You then see how each answer was marked, and why. The answers can no longer be "
                    "changed, but you may try the stage again."
                )
            )
        )
        self.hand_in = primary(_("Hand in")) if not still_open else plain(_("Hand in all the same"))
        self.decline = plain(_("Not yet")) if not still_open else primary(_("Not yet"))
        if still_open:
            column.addSpacing(4)
            column.addWidget(
                labels.strong(
                    ngettext(
                        "{count} required question is still open:",
                        "{count} required questions are still open:",
                        len(still_open),
                    ).format(count=len(still_open))
                )
            )
            lines = [(numbers[question.id], question.prompt, "") for question in still_open]
            questions = QuestionList(lines, self)
            questions.chosen.connect(self.chosen)
            column.addWidget(questions)
        for question in answering.incomplete():
            words = _("Question {number} asks for more passages than you have marked.")
            column.addWidget(labels.body(words.format(number=numbers[question.id] + 1)))
        row = QHBoxLayout()
        row.addWidget(self.decline)
        row.addStretch(1)
        row.addWidget(self.hand_in)
        column.addSpacing(4)
        column.addLayout(row)
        column.addStretch(1)
        self.hand_in.clicked.connect(self.agreed)
        self.decline.clicked.connect(self.declined)
        self._escaped.connect(self.declined, Qt.ConnectionType.QueuedConnection)  # deletes the sheet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decline by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._escaped.emit()
        else:
            super().keyPressEvent(event)

    def focus(self) -> None:
        """Put the focus on the way that is best."""
        (self.hand_in if self.hand_in.property("look") == "primary" else self.decline).setFocus()
