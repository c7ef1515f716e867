"""A field of a conclusion with what it asks above it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.pages.kept_text import KeptText
from crossread.desktop.widgets import labels


class ReasonText(KeptText):
    """The words of a reason; `moved` gives -1 or 1 where Alt+Up or Alt+Down move it among the others."""

    moved = Signal(int)

    def event(self, event: QEvent) -> bool:
        """Keep these keys, which lead elsewhere on the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the reason; other keys as in any longer text."""
        if step := _step(event):
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class Written(QWidget):
    """A question, and the words that answer it; `asks` stands in the field as long as it is empty."""

    def __init__(self, label: str, asks: str, parent: QWidget, *, lines: tuple[int, int] = (2, 10)) -> None:
        super().__init__(parent)
        self.label = labels.strong(label, self)
        self.text = KeptText(label, self, lines=lines)
        self.text.setPlaceholderText(asks)
        self.text.setAccessibleDescription(asks)  # Qt tells that of a field of one line only
        self.label.setBuddy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(self.text)
        self.setFocusProxy(self.text)

    def reach(self) -> None:
        """Put the focus into it, where it can be seen."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)


def _step(event: QKeyEvent) -> int:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
