"""A box to tick, with words beside it that wrap; and the box itself, wherever one is painted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import unmarked
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.picking.checks import Check

BOX = 16  # pixels at the default text size: the side of a box
_GAP, _AROUND = 8, 5  # pixels at the default text size: beside the box, around all
_USUAL = 320  # a width to ask for, in pixels; the layout decides
_TICK = ((0.25, 0.52), (0.43, 0.70), (0.76, 0.32))  # of the box's side


def paint_box(painter: QPainter, box: QRectF, *, ticked: bool, used: bool) -> None:
    """Paint a box with its tick, in ink colours where it can no longer be used."""
    now = theme.current()
    strong = "accent" if used else "muted"
    painter.setPen(QPen(now.colour(strong if ticked else "control-line"), 1.5))
    painter.setBrush(now.colour(strong if ticked else "surface"))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
    if ticked:
        pen = QPen(now.colour("on-accent" if used else "surface"), max(1.6, box.width() / 8))
        pen.setCapStyle(pen.capStyle().RoundCap)
        pen.setJoinStyle(pen.joinStyle().RoundJoin)
        painter.setPen(pen)
        at = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _TICK]
        painter.drawPolyline(at)


class TickBox(Check):
    """One thing that is ticked or not, on its own; its words never stand cut off."""

    def __init__(self, key: str, words: str, parent: QWidget) -> None:
        super().__init__(key, words, parent)
        self._said = words
        self.setText(unmarked(words))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _words(self, width: float) -> Paragraph:
        now = theme.current()
        return Paragraph(self._said, now.font("interface"), width - self._left() - now.scaled(_AROUND))

    def _left(self) -> int:
        now = theme.current()
        return now.scaled(_AROUND) + now.scaled(BOX) + now.scaled(_GAP)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt calls it)
        """Tell that it is higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which no word is cut off, in pixels."""
        return int(self._words(width).height) + 2 * theme.current().scaled(_AROUND) + 1

    def sizeHint(self) -> QSize:
        """Return the box at its usual width."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow box; its height for a width comes from `heightForWidth`."""
        return QSize(theme.current().scaled(120), theme.current().scaled(BOX + 2 * _AROUND))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and its words."""
        now = theme.current()
        painter, where = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sides = Sides(where, painter.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        words = self._words(where.width())
        around, side = now.scaled(_AROUND), now.scaled(BOX)
        middle = around + (words.height / words.lines - side) / 2
        used = self.isEnabled() and not self.frozen
        paint_box(painter, sides.rect(around, round(middle), side, side), ticked=self.isChecked(), used=used)
        words.paint(painter, QPointF(self._left(), around), now.colour("ink" if used else "muted"), sides)
        if self.shows_focus():
            self.paint_focus(painter, where, 5)
