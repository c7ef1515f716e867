"""The page where a pack cannot be shown: a sentence that says what to do, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.page import Page
from crossread.desktop.place import LIBRARY
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import primary


class TroublePage(Page):
    """One message in the middle of the window."""

    name = "overview"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._message = labels.title(""), labels.body("")
        self._back = primary(_("Back to the library"))
        self._back.clicked.connect(self._go_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 64, 32, 32)
        column.setSpacing(16)
        for widget in (self._title, self._message):
            widget.setFixedWidth(560)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_opening(self) -> None:
        """Say that a pack is being opened."""
        self._title.setText(_("Opening the pack…"))
        self._message.setText("")
        self._back.hide()

    def show_message(self, message: str) -> None:
        """Say why the pack cannot be shown."""
        self._title.setText(_("This pack cannot be opened"))
        self._message.setText(message)
        self._back.show()
        self._back.setFocus()

    def message(self) -> str:
        """Return the sentence shown; "" while a pack is being opened."""
        return self._message.text()

    def _go_back(self) -> None:
        self.asked.emit(LIBRARY)
