"""A button that can also be dragged: pressed and let go it is clicked, pressed and moved it is carried."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from crossread.desktop.widgets.painted import Painted


class DragButton(Painted, QPushButton):
    """Subclasses paint it. What is dragged where is for those around to say; nothing leaves the window.

    `carried` comes with each move while it is dragged, `dropped` where it is let go, both with the place
    in global pixels; `put_back` comes where the drag is given up by Escape. A `frozen` one stays put.
    """

    carried = Signal(QPoint)
    dropped = Signal(QPoint)
    put_back = Signal()

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.frozen = False
        self._pressed_at: QPoint | None = None
        self._dragged = False
        self._by_mouse = False
        self._wanted = False
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hear_the_mouse()

    def is_dragged(self) -> bool:
        """Tell whether it is being dragged now."""
        return self._dragged

    def want(self, wanted: bool) -> None:
        """Show that what is dragged would come to this one, or no longer."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.update()

    def is_wanted(self) -> bool:
        """Tell whether what is dragged would come to this one."""
        return self._wanted

    def is_clicked_by_mouse(self) -> bool:
        """Tell, while a click is told, whether it was made with the mouse."""
        return self._by_mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it, once the mouse has left the place of the press for good."""
        at = event.globalPosition().toPoint()
        if self._pressed_at is not None and not self.frozen and not self._dragged:
            far = (at - self._pressed_at).manhattanLength()
            self._dragged = far >= QApplication.startDragDistance()
            if self._dragged:
                self.setDown(False)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()
        if self._dragged:
            self.carried.emit(at)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it, or take the click."""
        self._pressed_at = None
        if self._dragged:
            self._end_drag()
            self.dropped.emit(event.globalPosition().toPoint())
            return
        self._by_mouse = True
        super().mouseReleaseEvent(event)
        self._by_mouse = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a drag up by Escape."""
        if event.key() == Qt.Key.Key_Escape and self._dragged:
            self._pressed_at = None
            self._end_drag()
            self.put_back.emit()
        else:
            super().keyPressEvent(event)

    def _end_drag(self) -> None:
        self._dragged = False
        self.unsetCursor()
        self.update()
