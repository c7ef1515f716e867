"""The badge of a source as a button that opens the list of sources."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.sides import Sides

ARROW = 12  # pixels at the default text size, for the arrow beside the badge


class BadgeButton(QAbstractButton):
    """The badge of a source as a button that opens the list of sources."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter, self._index = "", 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_source(self, letter: str, index: int, title: str, last: str) -> None:
        """Show another source; `last` is the letter of the last one there is."""
        self._letter, self._index = letter, index
        self.setAccessibleName(
            _("Source {letter}, {title}: choose another").format(letter=letter, title=title)
        )
        self.setToolTip(_("Choose another source (keys A to {last})").format(last=last))
        self.update()

    def letter(self) -> str:
        """Return the letter of the source shown."""
        return self._letter

    def sizeHint(self) -> QSize:
        """Return the badge with the arrow of a list beside it, and room for the ring of the focus."""
        side = theme.current().scaled(28) + 6
        return QSize(side + theme.current().scaled(ARROW), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge, the arrow and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, side, sides = theme.current(), self.height() - 6, Sides.of(self)
        paint_badge(painter, sides.rect(3, 3, side, side), self._letter, self._index, look)
        half = look.scaled(3)
        tip = sides.point(self.width() - look.scaled(ARROW) / 2 - 1, self.height() / 2 + half / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("ink" if self.underMouse() else "muted"), 1.5))
        painter.drawPolyline([tip - QPointF(half, half), tip, tip + QPointF(half, -half)])
        if self.hasFocus():
            painter.setPen(look.focus_pen())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
