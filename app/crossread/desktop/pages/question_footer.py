"""The foot of the question column: back, a quiet word, and the way on."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, primary, rename

Showing = Literal["question", "hand-in", "summary", "nothing"]


class QuestionFooter(QWidget):
    """Two buttons whose words follow what is in view; `back` and `onward` tell which was pressed."""

    back_asked = Signal()
    onward = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back, self.note, self.next = plain(_("‹ Back")), labels.quiet(""), primary(_("Next ›"))
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.onward)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 14)
        row.addWidget(self.back)
        row.addWidget(self.note, 1)
        row.addWidget(self.next)

    def show_question(self, *, first: bool, last: bool, handed_in: bool, later: bool) -> None:
        """Offer the ways from a question; `later` says that feedback comes at the end of the stage."""
        rename(self.back, _("‹ Back"))
        self.back.setToolTip("")
        self.back.setEnabled(not first)
        onward = _("Summary") if handed_in else _("Hand in")
        rename(self.next, onward if last else _("Next ›"))
        self.note.setText(_("feedback at the end") if later else "")
        self.back.show()
        self.next.show()

    def show_end(self, next_title: str, *, may_try_again: bool) -> None:
        """Offer the ways from a stage that is handed in, or that asks nothing."""
        rename(self.back, _("Try again"))
        self.back.setToolTip(_("Answer the stage anew; what you handed in is kept"))
        self.back.setEnabled(True)
        self.back.setVisible(may_try_again)
        rename(self.next, next_title)
        self.next.show()
        self.note.setText("")

    def show_sheet(self) -> None:
        """Offer nothing: the sheet in view has its own ways on."""
        self.back.hide()
        self.next.hide()
        self.note.setText("")
