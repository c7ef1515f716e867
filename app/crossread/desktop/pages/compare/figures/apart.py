"""Badges to mark: which sources are expected to stand apart from the others."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.badge import SIDE, paint_badge
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.picking.checks import Check, Checks
from crossread.packs.sources.source import Source

AROUND = 4  # pixels at the default text size, between a badge and its edge
ROUND = 6  # pixels
TICK = "✓"


class SourceCheck(Check):
    """One source: its badge, in a box with a tick where it is marked."""

    def __init__(self, source: Source, index: int, parent: QWidget) -> None:
        name = _("{letter}, {source}").format(letter=source.letter, source=source.card.short)
        super().__init__(source.id, name, parent)
        self._letter, self._index = source.letter, index
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the badge with a tick, so that nothing jumps."""
        look = theme.current()
        high = look.scaled(SIDE) + 2 * look.scaled(AROUND)
        return QSize(high + self._tick(), high)

    def _tick(self) -> int:
        look = theme.current()
        return QFontMetrics(look.font("interface")).horizontalAdvance(TICK) + look.scaled(AROUND)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box with the badge; filled and ticked where it is marked."""
        look, painter, marked = theme.current(), QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour("chosen" if marked else "control-line"), 1))
        ground = "chosen" if marked else "hover" if self.underMouse() else "surface"
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(where, ROUND, ROUND)
        around, side, sides = look.scaled(AROUND), look.scaled(SIDE), Sides.of(self)
        paint_badge(painter, sides.rect(around, around, side, side), self._letter, self._index, look)
        if marked:
            painter.setFont(look.font("interface"))
            painter.setPen(look.colour("on-chosen"))
            box = sides.rect(around + side, 0, self._tick(), self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), TICK)
        if self.shows_focus():
            inside = QRectF(self.rect()).adjusted(3, 3, -3, -3) if marked else QRectF(self.rect())
            self.paint_focus(painter, inside, ROUND - 2, "on-chosen" if marked else "focus")


class SourceChecks(Checks):
    """The badges of sources, with their places in the pack; any number may be marked."""

    def __init__(self, sources: Sequence[tuple[int, Source]], name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        row = FlowLayout(self, across=6)
        for index, source in sources:
            check = SourceCheck(source, index, self)
            self.take(check)
            row.addWidget(check)

    def value_in_order(self) -> tuple[str, ...]:
        """Return the ids of the sources that are marked, in the order of the pack."""
        return tuple(check.key for check in self.checks() if check.isChecked())
