"""Dragging with the mouse: press, a few moves, let go."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_GRIP = QPoint(14, 12)


def carry(what: QWidget, to: QPoint) -> None:
    """Press on a widget and move the mouse to a global place, with the button held."""
    QTest.mousePress(what, Qt.MouseButton.LeftButton, pos=_GRIP)
    start = what.mapToGlobal(_GRIP)
    for step in (1, 2, 3):
        _move(what, start + (to - start) * step / 3)


def drop(what: QWidget, at: QPoint) -> None:
    """Let the mouse go at a global place."""
    QTest.mouseRelease(what, Qt.MouseButton.LeftButton, pos=what.mapFromGlobal(at))


def drag(what: QWidget, to: QPoint) -> None:
    """Carry a widget to a global place and let it go there."""
    carry(what, to)
    drop(what, to)


def middle(widget: QWidget) -> QPoint:
    """Return the global place of a widget's middle."""
    return widget.mapToGlobal(widget.rect().center())


def _move(what: QWidget, to: QPoint) -> None:
    """Move with the button held, which QTest cannot say."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(what.mapFromGlobal(to)),
        QPointF(to),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(what, event)
