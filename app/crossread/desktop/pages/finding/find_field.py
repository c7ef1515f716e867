"""The field that words to find are typed into."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.field import Field

SOON_MS = 40  # after the last letter, until it is searched for
_LETTERS = 10  # that the field has room for at least


class FindField(Field):
    """Takes words to find. `searched` gives them a moment after they were typed, `entered` by Enter.

    `stepped` gives 1 for Enter and -1 for Shift+Enter, `went_down` tells of the key Down, `left` of Escape,
    which goes on to whatever the field stands in.
    """

    searched = Signal(str)
    stepped = Signal(int)
    went_down = Signal()
    left = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget, *, after_ms: int = SOON_MS) -> None:
        super().__init__(name, hint, parent)
        self.setClearButtonEnabled(False)
        self._last = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(after_ms)
        self._soon.timeout.connect(self._search)
        self.textEdited.connect(self._soon.start)
        self._dress()

    def fill(self, words: str) -> None:
        """Put words in, to be typed over, and search for them now."""
        self.setText(words)
        self.selectAll()
        self._search()

    def _dress(self) -> None:
        self.setMinimumWidth(theme.current().scaled(_LETTERS * 10))

    def _search(self) -> None:
        self._soon.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.searched.emit(self._last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through what is found by Enter, down to the list, and leave by Escape."""
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search()
            self.stepped.emit(-1 if back else 1)
        elif key == Qt.Key.Key_Down:
            self._search()
            self.went_down.emit()
        elif key == Qt.Key.Key_Escape:
            self._soon.stop()
            self.left.emit()
            event.ignore()
        else:
            super().keyPressEvent(event)
