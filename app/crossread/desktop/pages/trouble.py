"""The page where a pack cannot be shown: a sentence that says what to do, and the way back."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.page import Page
from crossread.desktop.place import LIBRARY
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import primary

SLOW_MS = 2000  # so long a pack may be opening before one is offered the way back


class TroublePage(Page):
    """One message in the middle of the window; the way back comes by itself where opening takes long."""

    name = "overview"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._message = labels.title(""), labels.body("")
        self._back = primary(_("Back to the library"))
        self._back.clicked.connect(self._go_back)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._back.show)
        inner = QWidget(self)
        inner.setMaximumWidth(560)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 64, 0, 32)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._message)
        column.addSpacing(8)
        column.addWidget(self._back)
        column.addStretch(1)
        # Not by alignment: a label that is aligned gets the height of one line, and the rest is cut off.
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(inner, 1000)
        row.addStretch(1)

    def show_opening(self) -> None:
        """Say that a pack is being opened."""
        self._title.setText(_("Opening the pack…"))
        self._message.setText("")
        self._back.hide()
        self._slow.start()

    def show_message(self, message: str) -> None:
        """Say why the pack cannot be shown."""
        self._slow.stop()
        self._title.setText(_("This pack cannot be opened"))
        self._message.setText(message)
        self._back.show()
        self._back.setFocus()

    def message(self) -> str:
        """Return the sentence shown; "" while a pack is being opened."""
        return self._message.text()

    def _go_back(self) -> None:
        self.asked.emit(LIBRARY)
