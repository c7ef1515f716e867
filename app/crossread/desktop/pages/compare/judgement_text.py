"""The field for the words of a judgement: it undoes its typing, and tells soon after the last key."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from crossread.desktop.answers.long_text import LongText, is_redo, is_undo

PAUSE_MS = 400  # after the last key


class JudgementText(LongText):
    """`paused` comes a moment after the last key, and when the focus goes elsewhere: then it is kept."""

    paused = Signal()

    def __init__(self, name: str, parent: QWidget, *, lines: tuple[int, int] = (2, 8)) -> None:
        super().__init__(name, parent, lines=lines)
        self.setUndoRedoEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.edited.connect(self._pause.start)

    def is_unkept(self) -> bool:
        """Tell whether something was typed that `paused` has not told of yet."""
        return self._pause.isActive()

    def keep_now(self) -> None:
        """Tell at once what was typed and not told of yet."""
        if self._pause.isActive():
            self._pause.stop()
            self.paused.emit()

    def show_text(self, text: str) -> None:
        """Show a text from elsewhere, without a signal; nothing of before is left to undo."""
        if text != self.text() and not self.is_unkept():
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
        """Take the leaving for a pause."""
        QPlainTextEdit.focusOutEvent(self, event)
        self.keep_now()
