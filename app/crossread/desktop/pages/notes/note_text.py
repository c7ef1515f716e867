"""The field that a note is written in: it grows with its words, undoes its typing, and tells of a pause."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.long_text import LongText, is_redo, is_undo

PAUSE_MS = 1500  # in writing, after which a note is put among the others; it is kept as typed before that


class NoteText(LongText):
    """A note's words; `paused` comes some time after the last letter, and when the focus goes elsewhere."""

    paused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Note"), parent, lines=(4, 12))
        self.setPlaceholderText(_("Your words, for you alone: nothing here is marked."))
        self.setAccessibleDescription(self.placeholderText())  # Qt tells that of a field of one line only
        self.setUndoRedoEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.edited.connect(self._pause.start)

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
        """Take the leaving for a pause."""
        QPlainTextEdit.focusOutEvent(self, event)
        if self._pause.isActive():
            self._pause.stop()
            self.paused.emit()
