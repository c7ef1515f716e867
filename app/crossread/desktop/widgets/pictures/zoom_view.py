"""A picture to look at closely: fitted, enlarged step by step, and moved about by mouse or keys."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from crossread.desktop.theme import theme

STEP = 1.25
MOST = 8.0  # times the picture's own size
_MOVE = 60  # pixels that an arrow moves it


class ZoomView(QWidget):
    """One picture on a light ground. `zoomed` gives its size in percent of its own.

    Keys: + and − by steps, 0 to fit it in, 1 for its own size, arrows to move it. The wheel enlarges at the
    mouse, dragging moves.
    """

    zoomed = Signal(int)

    def __init__(self, image: QImage, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = image
        self._scale = 0.0  # 0: fitted
        self._middle = QPointF(
            image.width() / 2, image.height() / 2
        )  # what stands in the middle, in its pixels
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setMinimumSize(120, 80)

    # The size

    def scale(self) -> float:
        """Return how large the picture is shown, in times its own size."""
        return self._scale or self._fitting()

    def _fitting(self) -> float:
        if self._image.isNull():
            return 1.0
        return min(self.width() / self._image.width(), self.height() / self._image.height(), 1.0)

    def fit(self) -> None:
        """Show all of it."""
        self._scale = 0.0
        self._middle = QPointF(self._image.width() / 2, self._image.height() / 2)
        self._tell()

    def in_full(self) -> None:
        """Show it in its own size."""
        self._zoom_to(1.0, QRectF(self.rect()).center())

    def step(self, by: int) -> None:
        """Enlarge by so many steps, or make smaller; never smaller than fitted."""
        self._zoom_to(self.scale() * STEP**by, QRectF(self.rect()).center())

    def _zoom_to(self, scale: float, at: QPointF) -> None:
        """Show it in a size such that what stands at a point stays there."""
        before, least = self.scale(), self._fitting()
        scale = min(max(scale, least), max(MOST, least))
        away = at - QRectF(self.rect()).center()
        self._middle += away / before - away / scale
        self._scale = 0.0 if scale <= least else scale
        self._tell()

    def _tell(self) -> None:
        self._keep_within()
        self.zoomed.emit(round(self.scale() * 100))
        self.update()

    # Moving

    def _move_by(self, by: QPointF) -> None:
        self._middle -= by / self.scale()
        self._keep_within()
        self.update()

    def _keep_within(self) -> None:
        """Let no more of the ground be seen than there has to be."""
        seen = QSizeF(self.width(), self.height()) / self.scale()
        for_x, for_y = (
            min(seen.width(), self._image.width()) / 2,
            min(seen.height(), self._image.height()) / 2,
        )
        self._middle = QPointF(
            min(max(self._middle.x(), for_x), self._image.width() - for_x),
            min(max(self._middle.y(), for_y), self._image.height() - for_y),
        )

    def shown(self) -> QRectF:
        """Return which part of the picture is seen, in its pixels."""
        size = QSizeF(self.width(), self.height()) / self.scale()
        corner = self._middle - QPointF(size.width() / 2, size.height() / 2)
        return QRectF(corner, size).intersected(QRectF(self._image.rect()))

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enlarge, fit, move."""
        moves = {
            Qt.Key.Key_Left: QPointF(_MOVE, 0),
            Qt.Key.Key_Right: QPointF(-_MOVE, 0),
            Qt.Key.Key_Up: QPointF(0, _MOVE),
            Qt.Key.Key_Down: QPointF(0, -_MOVE),
        }
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step(1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.step(-1)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.in_full()
        elif key in moves:
            self._move_by(moves[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarge at the mouse."""
        if event.angleDelta().y():
            self._zoom_to(self.scale() * STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it along."""
        if self._held is not None:
            self._move_by(event.position() - self._held)
            self._held = event.position()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._held = None
        self.unsetCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted, or within."""
        super().resizeEvent(event)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of the focus away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the part that is seen, on the light ground that pictures have in every theme."""
        look, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("ground"))
        seen, scale = self.shown(), self.scale()
        corner = QRectF(self.rect()).center() - (self._middle - seen.topLeft()) * scale
        where = QRectF(corner, seen.size() * scale)
        painter.fillRect(where, theme.load_theme("paper").colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 2)
        if not self._image.isNull():
            painter.drawImage(where, self._image, seen)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), look.ring))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
