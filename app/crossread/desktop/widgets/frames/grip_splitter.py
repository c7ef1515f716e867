"""A splitter whose borders are hairlines, easy to grab, and moved by arrow keys too."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from crossread.desktop.theme import theme

GRAB = 4  # pixels beside the hairline that the mouse may take hold of as well
STEP = 24  # pixels by which a key moves a border, at the default text size


class Grip(QSplitterHandle):
    """One border: a hairline, stronger under the mouse and with the focus.

    Arrow keys move it, Enter and a double click ask to even out what it parts.
    """

    evening_asked = Signal()

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _is_strong(self) -> bool:
        return self.underMouse() or self.hasFocus()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Take hold in a broad strip of which only the middle is drawn.

        Qt does so too, in a strip half as broad; each of the two would undo the other for ever.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        if self.orientation() == Qt.Orientation.Horizontal:
            self.setContentsMargins(GRAB, 0, GRAB, 0)
        else:
            self.setContentsMargins(0, GRAB, 0, GRAB)
        self._shape()

    def _shape(self) -> None:
        line, more = self.contentsRect(), 1 if self._is_strong() else 0
        if self.orientation() == Qt.Orientation.Horizontal:
            line.adjust(-more, 0, more, 0)
        else:
            line.adjust(0, -more, 0, more)
        self.setMask(QRegion(line))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        role = "focus" if self.hasFocus() else "accent" if self.underMouse() else "line"
        painter.fillRect(self.rect(), theme.current().colour(role))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stand out under the mouse."""
        super().enterEvent(event)
        self._shape()

    def leaveEvent(self, event: QEvent) -> None:
        """Be a hairline again."""
        super().leaveEvent(event)
        self._shape()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand out with the focus."""
        super().focusInEvent(event)
        self._shape()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be a hairline again."""
        super().focusOutEvent(event)
        self._shape()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the border by arrow keys, as it lies on the screen; even out by Enter."""
        step = theme.current().scaled(STEP)
        across = self.orientation() == Qt.Orientation.Horizontal
        steps = (
            {Qt.Key.Key_Left: -step, Qt.Key.Key_Right: step}
            if across
            else {Qt.Key.Key_Up: -step, Qt.Key.Key_Down: step}
        )
        by = steps.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.moveSplitter((self.x() if across else self.y()) + GRAB + by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.evening_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Ask to even out."""
        self.evening_asked.emit()


class GripSplitter(QSplitter):
    """Widgets beside or above one another; `evening_asked`: the border was double-clicked.

    `name` is what a screen reader calls its borders.
    """

    evening_asked = Signal()

    def __init__(self, orientation: Qt.Orientation, name: str, parent: QWidget) -> None:
        self._name = name
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802  (Qt calls it)
        """Make a border."""
        grip = Grip(self.orientation(), self)
        grip.setAccessibleName(self._name)
        grip.evening_asked.connect(self.evening_asked)
        return grip

    def parts(self) -> list[QWidget]:
        """Return what it parts, in order."""
        widgets = (self.widget(number) for number in range(self.count()))
        return [widget for widget in widgets if widget is not None]

    def give(self, index: int, by: int) -> None:
        """Make one of the widgets larger by so many pixels, or smaller, at the cost of its neighbour in view.

        That is the next one, or the one before the last; none becomes smaller than it may be.
        """
        seen = [number for number, widget in enumerate(self.parts()) if not widget.isHidden()]
        if index not in seen or len(seen) < 2:
            return
        at = seen.index(index)
        other = seen[at + 1] if at + 1 < len(seen) else seen[at - 1]
        sizes = self.sizes()
        by = min(by, sizes[other] - self._least(other))
        by = max(by, self._least(index) - sizes[index])
        sizes[index] += by
        sizes[other] -= by
        self.setSizes(sizes)
        self.splitterMoved.emit(0, index)

    def _least(self, index: int) -> int:
        widget = self.parts()[index]
        across = self.orientation() == Qt.Orientation.Horizontal
        least, hint = widget.minimumSize(), widget.minimumSizeHint()
        return (least.width() or hint.width()) if across else (least.height() or hint.height())
