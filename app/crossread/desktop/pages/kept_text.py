"""The field for words that are kept: it undoes its typing, tells of a long pause, and of being left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from crossread.desktop.answers.written.long_text import LongText, is_redo, is_undo, too_long_words

# After the last key. Each letter is kept as typed before that, so that this may be long: at each pause all
# that is written goes into the record once more.
PAUSE_MS = 10_000


class KeptText(LongText):
    """A longer text; `paused` comes some time after the last key, `left` when the visit to it is over.

    `too_long` gives a sentence on what was pasted and does not fit.
    """

    paused = Signal()
    left = Signal()
    too_long = Signal(str)

    def __init__(self, name: str, parent: QWidget, *, lines: tuple[int, int] = (2, 8)) -> None:
        super().__init__(name, parent, lines=lines)
        self.setUndoRedoEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.edited.connect(self._pause.start)
        self.refused.connect(self._refuse)

    def _refuse(self, over: int) -> None:
        self.too_long.emit(too_long_words(over))

    def keep_now(self) -> None:
        """Take what was typed just now for the end of a visit."""
        if self._pause.isActive():
            self._pause.stop()
            self.left.emit()

    def show_text(self, text: str) -> None:
        """Show a text from elsewhere, without a signal; nothing of before is left to undo."""
        if text != self.text():
            super().show_text(text)
            self.setUndoRedoEnabled(False)
            self.setUndoRedoEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo what was typed; other keys as in any longer text."""
        if is_undo(event):
            self.undo()
        elif is_redo(event):
            self.redo()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        QPlainTextEdit.focusOutEvent(self, event)
        self._pause.stop()
        self.left.emit()
