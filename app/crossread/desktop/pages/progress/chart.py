"""A picture on the page: painted from lines, boxes and words, walked through by keys, each point heard."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.pages.progress.chart_painting import paint, room_of
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.pictures.walked_picture import WalkedPicture
from crossread.reports.charts.drawing import Drawing, Point, Room

MARGIN = 2  # pixels around the picture, for the ring
LEAST = 200  # pixels at the default text size

Draw = Callable[[Room], Drawing]


class Chart(WalkedPicture):
    """One picture, as wide as there is room and as high as that takes; `draw` makes it for a room."""

    def __init__(self, name: str, draw: Draw, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, nothing=_("Nothing to show yet."))
        self.draw = draw
        self._drawn: tuple[int, Drawing] | None = None
        self.show_changed()

    def show_again(self) -> None:
        """Draw it anew: what it shows has changed."""
        self.show_changed()

    def forget_layout(self) -> None:
        """Forget the picture as it was drawn."""
        self._drawn = None

    def points(self) -> list[Point]:
        """Return the points of the picture as it is drawn now."""
        return self.drawing(self.width()).points

    def drawing(self, width: int) -> Drawing:
        """Return the picture for a width of this widget in pixels."""
        if self._drawn is None or self._drawn[0] != width:
            room = room_of(max(theme.current().scaled(LEAST), width) - 2 * MARGIN)
            self._drawn = (width, self.draw(room))
        return self._drawn[1]

    def said(self) -> list[str]:
        """Return what is said of each point."""
        return [point.said for point in self.points()]

    def in_reading_order(self) -> list[tuple[str, QRect]]:
        """Return what is said of each point with the place where it is painted."""
        return [(point.said, self._where(point).toAlignedRect()) for point in self.points()]

    # Where things stand

    def _sides(self) -> Sides:
        """Return the sides of the picture, within its margin."""
        drawn = self.drawing(self.width())
        return Sides(QRectF(0, 0, drawn.width, drawn.height), self.isRightToLeft())

    def _where(self, point: Point) -> QRectF:
        where = self._sides().rect(point.x, point.y, point.width, point.height)
        return where.translated(MARGIN, MARGIN)

    def part_at(self, where: QPointF) -> int:
        """Return the number of the point at a place; -1 where there is none."""
        found = (number for number, point in enumerate(self.points()) if self._where(point).contains(where))
        return next(found, -1)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the picture takes at a width."""
        return ceil(self.drawing(width).height) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        """Return as much as there is room for across."""
        wide = max(self.width(), theme.current().scaled(LEAST))
        return QSize(theme.current().scaled(420), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow picture."""
        return QSize(theme.current().scaled(LEAST), self.minimumHeight())

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, and a ring around the point in hand."""
        painter = QPainter(self)
        painter.translate(MARGIN, MARGIN)
        paint(painter, self.drawing(self.width()), self._sides())
        painter.translate(-MARGIN, -MARGIN)
        points = self.points()
        if self.hasFocus() and points:
            painter.setPen(theme.current().focus_pen())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = self._where(points[self._current]).adjusted(-2, -1, 2, 1)
            painter.drawRoundedRect(around.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 4, 4)
        painter.end()
