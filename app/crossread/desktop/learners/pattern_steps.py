"""How many pictures of a pattern are given so far: three dots that fill, and never which ones."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.desktop.theme import theme
from crossread.operations.learners.learners import PATTERN

DOT = 12  # pixels across at the default text size


class PatternSteps(QWidget):
    """Dots, as many of them filled as pictures were given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_given(self, count: int) -> None:
        """Fill so many dots."""
        self._given = count
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the dots."""
        dot = theme.current().scaled(DOT)
        return QSize((2 * PATTERN - 1) * dot + 4, dot + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot = look.scaled(DOT)
        for nth in range(PATTERN):
            painter.setPen(QPen(look.colour("ink"), 1.5))
            painter.setBrush(look.colour("ink") if nth < self._given else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(2 + dot / 2 + 2 * nth * dot, 2 + dot / 2), dot / 2, dot / 2)
