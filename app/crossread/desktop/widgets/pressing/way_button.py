"""The buttons that lead back and forward through the places come through: an angle each, drawn here."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from crossread.desktop.theme import theme


class WayButton(QAbstractButton):
    """An angle that points to where one came from, or on; paler where there is nowhere to go."""

    def __init__(self, name: str, parent: QWidget, *, forward: bool = False) -> None:
        super().__init__(parent)
        self._forward = forward
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as high as the buttons of the bar."""
        now = theme.current()
        return QSize(now.scaled(28), now.scaled(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the angle, and the ring of the focus."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        under = self.isEnabled() and (self.underMouse() or self.isDown())
        if under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        role = "ink" if under else "muted" if self.isEnabled() else "line"
        pen = QPen(now.colour(role), max(1.5, now.scaled(16) / 10))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        point = now.scaled(5) / 2 * (1 if self._forward is not mirrored else -1)
        middle, half = QPointF(self.rect().center()), now.scaled(5)
        ends = (QPointF(-point, -half), QPointF(point, 0), QPointF(-point, half))
        painter.drawPolyline(QPolygonF([middle + end for end in ends]))
        if self.hasFocus():
            painter.setPen(now.focus_pen())
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
