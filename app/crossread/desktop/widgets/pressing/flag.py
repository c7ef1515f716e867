"""A flag for later: painted where a question stands, and as the button that sets it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.painted import Painted
from crossread.desktop.widgets.painting.sides import Sides

_SIDE, _GAP, _PAD = 11, 5, 4  # pixels at the default text size


def paint_flag(painter: QPainter, where: QRectF, colour: QColor, *, filled: bool) -> None:
    """Paint a small flag on its pole into a square; only its outline where it is not `filled`."""
    pole = where.left() + where.width() * 0.22
    painter.setPen(QPen(colour, max(1.2, where.width() / 10)))
    painter.drawLine(QPointF(pole, where.top()), QPointF(pole, where.bottom()))
    cloth = QPolygonF(
        [
            QPointF(pole, where.top() + where.height() * 0.06),
            QPointF(where.right(), where.top() + where.height() * 0.3),
            QPointF(pole, where.top() + where.height() * 0.56),
        ]
    )
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(cloth)


class FlagToggle(Painted, QAbstractButton):
    """Sets a flag or takes it off; to a screen reader a check box. `toggled` and `clicked` are Qt's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Flag for later"))
        self.hear_the_mouse()

    def words(self) -> str:
        """Return what it says now."""
        return _("Flagged") if self.isChecked() else _("Flag for later")

    def sizeHint(self) -> QSize:
        """Return the flag and the longer of its two words, so that nothing jumps."""
        now = theme.current()
        metrics = QFontMetrics(now.font("small"))
        across = max(metrics.horizontalAdvance(words) for words in (_("Flagged"), _("Flag for later")))
        pad = now.scaled(_PAD)
        return QSize(across + now.scaled(_SIDE + _GAP) + 2 * pad, metrics.height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the flag, the words beside it and the ring of the focus, at the far end."""
        now, where = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        colour = now.colour("accent" if self.underMouse() else "ink" if on else "muted")
        painter.setFont(now.font("small-strong" if on else "small"))
        metrics = QFontMetrics(painter.font())
        side, gap, pad = now.scaled(_SIDE), now.scaled(_GAP), now.scaled(_PAD)
        across, sides = metrics.horizontalAdvance(self.words()), Sides.of(self)
        left = where.width() - pad - across - gap - side
        paint_flag(painter, sides.rect(left, (where.height() - side) / 2, side, side), colour, filled=on)
        painter.setPen(colour)
        words = sides.rect(left + side + gap, 0, across + 2, where.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.words())
        if self.shows_focus():
            self.paint_focus(painter, where, 4)
