"""A button that can also be dragged: pressed and let go it is clicked, pressed and moved it is carried."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from crossread.desktop.widgets.painting.painted import Painted


class DragButton(Painted, QPushButton):
    """Subclasses paint it. What is dragged where is for those around to say; nothing leaves the window.

    `carried` comes with each move while it is dragged, `dropped` where it is let go, both with the place
    in global pixels; `put_back` comes where the drag is given up: by Escape, or because it is no longer
    in view or no longer free. A `frozen` one stays put.
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
        self._focused: QWidget | None = None  # what had the focus before the drag
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
        if self._dragged and self.frozen:
            self._give_up()
        if self._pressed_at is not None and not self.frozen and not self._dragged:
            far = (at - self._pressed_at).manhattanLength()
            self._dragged = far >= QApplication.startDragDistance()
            if self._dragged:
                self._begin_drag()
        if self._dragged:
            self.carried.emit(at)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it, or take the click; another button than the one that carries it lets nothing go."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self._pressed_at = None
        if self._dragged and self.frozen:
            self._give_up()
            return
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
            self._give_up()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give a drag up where what is dragged is no longer to be seen."""
        if self._dragged:
            self._give_up()
        super().hideEvent(event)

    def _give_up(self) -> None:
        self._pressed_at = None
        self._end_drag()
        self.put_back.emit()

    def _begin_drag(self) -> None:
        """Take the focus as long as it is dragged, for Escape: not all of them get it by a click."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self and focus.window() is self.window():
            self._focused = focus
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setDown(False)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def _end_drag(self) -> None:
        self._dragged = False
        focused, self._focused = self._focused, None
        if focused is not None and self.hasFocus() and isValid(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unsetCursor()
        self.update()
