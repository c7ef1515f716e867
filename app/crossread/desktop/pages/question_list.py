"""Questions as a list of lines to go to, each with its number and how it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from crossread.desktop.theme import theme


class QuestionLine(QAbstractButton):
    """One question: number, the start of its prompt, and a word on how it stands at the end."""

    picked = Signal(int)

    def __init__(self, number: int, prompt: str, standing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._prompt, self._standing = number, prompt, standing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{number + 1}. {prompt} {standing}".strip())
        self.setToolTip(prompt)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.picked.emit(self._number)

    def sizeHint(self) -> QSize:
        """Ask for one line with air, or two where there is a word on the standing."""
        metrics = QFontMetrics(theme.current().font("interface"))
        lines = 2 if self._standing else 1
        return QSize(200, metrics.height() * lines + theme.current().scaled(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(look.colour("focus") if self.hasFocus() else look.colour("hover"))
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        metrics = QFontMetrics(look.font("interface"))
        top, edge = look.scaled(7), look.scaled(8)
        indent = edge + look.scaled(28)
        room = self.width() - indent - edge
        painter.setFont(look.font("interface"))
        painter.setPen(look.colour("muted"))
        painter.drawText(QRect(edge, top, look.scaled(28), metrics.height()), 0, str(self._number + 1))
        painter.setPen(look.colour("ink"))
        words = metrics.elidedText(self._prompt, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(indent, top, room, metrics.height()), 0, words)
        if self._standing:
            painter.setPen(look.colour("muted"))
            painter.setFont(look.font("small"))
            below = QRect(indent, top + metrics.height(), room, metrics.height())
            painter.drawText(below, 0, self._standing)


class QuestionList(QWidget):
    """Lines one below the other; `chosen` gives a question's number from 0."""

    chosen = Signal(int)

    def __init__(self, lines: Sequence[tuple[int, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, prompt, standing in lines:
            line = QuestionLine(number, prompt, standing, self)
            line.picked.connect(self.chosen)
            column.addWidget(line)
