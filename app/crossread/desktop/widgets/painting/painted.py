"""What all buttons that paint themselves share: hit anywhere, and a focus ring for the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractButton

from crossread.desktop.theme import theme

if TYPE_CHECKING:  # a class may have one ancestor of Qt's only: the button that this is mixed into
    Button = QAbstractButton
else:
    Button = object

STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
}  # fmt: skip


# Pixels between the edge of what can be chosen and the ring of the focus: on the edge it would look chosen.
RING_IN = 3

# What takes back what is picked, where it has the focus; Space and a click do as well.
TAKES_BACK = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def is_plain(event: QKeyEvent) -> bool:
    """Tell whether a key is pressed alone; the keypad is no other key."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


class Painted(Button):
    """Mixed into a button of Qt's, before it: `class Pick(Painted, QRadioButton)`.

    Arrow keys are left to the group around, which knows the order. Enter presses as Space does, but never
    lets go what is picked: who presses it to go on keeps what they have.
    """

    _by_keyboard = False
    _by_enter = False
    _by_space = False

    def hear_the_mouse(self) -> None:
        """Repaint as the mouse comes and goes; called once, by the constructor."""
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  (Qt calls it)
        """Take a click anywhere on what is painted."""
        return self.rect().contains(pos)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: nothing of it may be cut off."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring where the focus did not come by the mouse, nor with the whole window."""
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus ring away: who clicks sees where they are."""
        self._by_keyboard = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as well; leave the arrow keys to the group."""
        self._by_keyboard = True
        if event.key() in STEPS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain(event):
            self._by_enter = True
            self.click()
            self._by_enter = False
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let Qt press it, which it does as Space is let go."""
        self._by_space = event.key() == Qt.Key.Key_Space
        super().keyReleaseEvent(event)
        self._by_space = False

    def pressed_by_space(self) -> bool:
        """Tell whether it is being pressed by Space just now."""
        return self._by_space

    def pressed_by_enter(self) -> bool:
        """Tell whether it is being pressed by Enter just now."""
        return self._by_enter

    def shows_focus(self) -> bool:
        """Tell whether the focus ring is to be painted."""
        return self.hasFocus() and self._by_keyboard

    def paint_focus(self, painter: QPainter, where: QRectF, radius: float, role: str = "focus") -> None:
        """Paint the focus ring inside `where`: rounded, in a colour that stands out there."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.current().focus_pen(role))
        half = theme.current().ring / 2
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), radius, radius)
