"""A field that takes the next key pressed, whatever that key does elsewhere."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.desktop.key_names import name_of
from crossread.desktop.theme import theme

_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyField(QWidget):
    """Waits for a key while it has the focus. `pressed` gives the key's portable name, `left`: by Escape.

    Tab leaves it as it leaves any field, so that nobody is caught in it.
    """

    pressed = Signal(str)
    left = Signal()

    def __init__(self, asking: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = asking
        self.setAccessibleName(name)
        self.setAccessibleDescription(asking)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def ask(self, asking: str, name: str) -> None:
        """Ask for another key: `asking` is shown, `name` is for screen readers."""
        self._asking = asking
        self.setAccessibleName(name)
        self.setAccessibleDescription(asking)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the words and the ring of the focus."""
        now = theme.current()
        metrics = QFontMetrics(now.font("interface"))
        width = metrics.horizontalAdvance(self._asking) + 2 * now.scaled(12)
        return QSize(width, metrics.height() + 2 * now.scaled(7))

    def event(self, event: QEvent) -> bool:
        """Keep every key but Tab from being a shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell which key it was; Escape leaves."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        elif event.key() in _LEAVING and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif name := name_of(event.keyCombination()):
            self.pressed.emit(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a field that says what it waits for."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = now.focus_pen() if self.hasFocus() else QPen(now.colour("control-line"), 1)
        pen.setStyle(Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(now.colour("surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(now.font("interface"))
        painter.setPen(now.colour("ink" if self.hasFocus() else "muted"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._asking)
