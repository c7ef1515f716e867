"""Questions as a list of lines to go to, each with its number and how it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.painted import Painted
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.tips import set_tip

_EDGE, _NUMBER, _ABOVE = 8, 28, 7  # pixels at the default text size
_USUAL = 280


class QuestionLine(Painted, QAbstractButton):
    """One question: number from 0, the start of its prompt, and a word on how it stands below.

    One of another stage has the number -1, and none to be seen.
    """

    picked = Signal(int)

    def __init__(self, number: int, prompt: str, standing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._prompt, self._standing = number, prompt, standing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        name = f"{prompt} {standing}".strip()
        self.setAccessibleName(f"{number + 1}. {name}" if number >= 0 else name)
        set_tip(self, prompt)
        self.hear_the_mouse()
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.picked.emit(self._number)

    def _below(self, width: int) -> Paragraph | None:
        now = theme.current()
        room = width - now.scaled(2 * _EDGE + _NUMBER)
        return Paragraph(self._standing, now.font("small"), max(1, room)) if self._standing else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt calls it)
        """Return True: fewer pixels across need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the prompt's one line and of all of the words below."""
        now, below = theme.current(), self._below(width)
        line = QFontMetrics(now.font("interface")).height()
        return int(line + (below.height if below else 0)) + now.scaled(2 * _ABOVE)

    def sizeHint(self) -> QSize:
        """Return the line at its usual width."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow line; its height for a width comes from `heightForWidth`."""
        return QSize(theme.current().scaled(120), theme.current().scaled(2 * _ABOVE + 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(look.focus_pen() if self.hasFocus() else look.colour("hover"))
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        metrics = QFontMetrics(look.font("interface"))
        top, edge = look.scaled(_ABOVE), look.scaled(_EDGE)
        indent = edge + look.scaled(_NUMBER)
        room, sides = self.width() - indent - edge, Sides.of(self)
        painter.setFont(look.font("interface"))
        painter.setPen(look.colour("muted"))
        number = str(self._number + 1) if self._number >= 0 else "›"
        painter.drawText(sides.rect(edge, top, look.scaled(_NUMBER), metrics.height()), 0, number)
        painter.setPen(look.colour("ink"))
        words = metrics.elidedText(self._prompt, Qt.TextElideMode.ElideRight, room)
        painter.drawText(sides.rect(indent, top, room, metrics.height()), 0, words)
        below = self._below(self.width())
        if below is not None:
            below.paint(painter, QPointF(indent, top + metrics.height()), look.colour("muted"), sides)


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

    def lines(self) -> tuple[QuestionLine, ...]:
        """Return the lines, in order."""
        return tuple(self.findChildren(QuestionLine))
