"""The button of a menu: three short lines, drawn here."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from crossread.desktop.theme import theme


class MoreButton(QAbstractButton):
    """Three short lines, which open the menu."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as large as the buttons beside it."""
        side = theme.current().scaled(32)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, and the ring of the focus."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        under = self.underMouse() or self.isDown()
        if under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        pen = QPen(now.colour("ink" if under else "muted"), max(1.5, now.scaled(16) / 10))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle, half, apart = self.rect().center(), now.scaled(7), now.scaled(5)
        for line in (-1, 0, 1):
            y = middle.y() + line * apart
            painter.drawLine(middle.x() - half, y, middle.x() + half, y)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(now.focus_pen())
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
