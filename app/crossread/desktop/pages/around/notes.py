"""The three questions on every source, with notes that are kept as they are typed."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from crossread.base.canonical import new_id
from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels

QUESTIONS: tuple[tuple[str, str, str], ...] = (
    ("who", N_("Who is behind it?"), N_("Who wrote it, for whom, and what do they gain by it?")),
    ("evidence", N_("What is the evidence?"), N_("What it rests on, what it only claims")),
    ("others", N_("What do others say?"), N_("You can come back to this while reading.")),
)
PAUSE_MS = 700  # after which what was typed is kept


def note_key(source: str, question: str) -> str:
    """Return the key that a note is kept under."""
    return f"meet/{source}/{question}"


class NoteField(QPlainTextEdit):
    """A field of some lines that keeps what is typed when there is a pause; Tab leaves it.

    `kept` gives the text then, `typed` gives it with each change. What is kept in one visit to the field has
    one `visit`.
    """

    kept = Signal(str)
    typed = Signal(str)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleDescription(placeholder)  # Qt tells that of a field of one line only
        self.setTabChangesFocus(True)
        self._last = ""
        self.visit = new_id()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.keep)
        self._filling = False
        self.textChanged.connect(self._changed)
        self._restyle()

    def fill(self, kept: str, typed: str) -> None:
        """Show what was typed; where that is not what is kept already, it is so soon."""
        self._last = kept
        if typed != self.toPlainText():
            self._filling = True
            self.setPlainText(typed)
            self._filling = False
        self._timer.stop()
        if typed != kept:
            self._timer.start()

    def _changed(self) -> None:
        if not self._filling:
            self._timer.start()
            self.typed.emit(self.toPlainText())

    def is_dirty(self) -> bool:
        """Tell whether something typed is not kept yet."""
        return self.toPlainText() != self._last

    def keep(self) -> None:
        """Keep what was typed now."""
        self._timer.stop()
        text = self.toPlainText()
        if text != self._last:
            self._last = text
            self.kept.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin another visit, unless only the window was away."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.visit = new_id()
        super().focusInEvent(event)

    def _restyle(self) -> None:
        height = self.fontMetrics().lineSpacing() * self._lines + theme.current().scaled(22)
        self.setFixedHeight(height)

    def changeEvent(self, event: QEvent) -> None:
        """Take up a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_timer"):
            self._restyle()


class Notes(QWidget):
    """The three notes on one source; `kept` and `typed` give a key and a text, `kept` also the visit."""

    kept = Signal(str, str, str)
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(labels.heading(_("Three questions for every source")))
        column.addWidget(labels.quiet(_("Notes only for you: nothing here is marked, and you may skip it.")))
        self.fields: dict[str, NoteField] = {}
        for key, question, placeholder in QUESTIONS:
            column.addSpacing(8)
            label = labels.strong(_(question))
            field = NoteField(_(question), _(placeholder), self)
            label.setBuddy(field)
            field.kept.connect(self._kept)
            field.typed.connect(self._typed)
            self.fields[key] = field
            column.addWidget(label)
            column.addWidget(field)

    def show_source(self, source: str, notes: Mapping[str, str], typed: Mapping[str, str]) -> None:
        """Show the notes on a source, as they are kept and as they were typed since, by key."""
        self._source = source
        for key, field in self.fields.items():
            name = note_key(source, key)
            kept = notes.get(name, "")
            field.fill(kept, typed.get(name, kept))

    def show_kept(self, notes: Mapping[str, str]) -> None:
        """Show what is kept by now, but where somebody is at work."""
        for key, field in self.fields.items():
            if not field.hasFocus() and not field.is_dirty():
                kept = notes.get(note_key(self._source, key), "")
                field.fill(kept, kept)

    def keep(self) -> None:
        """Keep what was typed now."""
        for field in self.fields.values():
            field.keep()

    def _kept(self, text: str) -> None:
        sender: QObject | None = self.sender()
        for key, field in self.fields.items():
            if field is sender:
                self.kept.emit(note_key(self._source, key), text, field.visit)

    def _typed(self, text: str) -> None:
        sender: QObject | None = self.sender()
        for key, field in self.fields.items():
            if field is sender:
                self.typed.emit(note_key(self._source, key), text)
