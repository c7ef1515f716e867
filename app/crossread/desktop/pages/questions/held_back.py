"""Results that are held back after an exam, and the way to have them shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.flow import FlowLayout


class HeldBack(QWidget):
    """Says that results are held back; who may release them is asked once more. `agreed`: show them."""

    agreed = Signal()

    def __init__(self, parent: QWidget, *, may_release: bool) -> None:
        super().__init__(parent)
        told = _("What it earned, and why, is held back for now.")
        if not may_release:
            told = _("What it earned, and why, is held back until your teacher shows it.")
        self.show_results = plain(_("Show results…"), self)
        self.show_results.clicked.connect(self._ask)
        self.show_results.setVisible(may_release)
        self._sure = QWidget(self)
        question = _("Results that are shown stay shown: who tries the stage again then knows the answers.")
        self.yes, self.no = plain(_("Show them"), self._sure), plain(_("Not now"), self._sure)
        for button in (self.yes, self.no):
            button.setAccessibleDescription(question)
        self._question = question
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self._declined)
        buttons = QWidget(self._sure)
        row = FlowLayout(buttons)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        sure = QVBoxLayout(self._sure)
        sure.setContentsMargins(0, 0, 0, 0)
        sure.addWidget(labels.body(question, self._sure))
        sure.addWidget(buttons)
        self._sure.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(labels.body(told, self))
        column.addWidget(self.show_results, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._sure)

    def _ask(self) -> None:
        self._sure.show()
        self.show_results.hide()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._question)

    def _declined(self) -> None:
        self.show_results.show()
        self.show_results.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sure.hide()
