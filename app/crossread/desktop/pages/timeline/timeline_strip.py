"""The whole time of a pack to scale, in one strip: how close things happened, how late they were told."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.sides import Sides
from crossread.packs.sources.chronology import Row

HEIGHT = 88  # pixels at the default text size
BADGE = 22
SIDE = 18  # left free at both ends
YEARS_APART = 56  # pixels that two years on the scale keep at least between them
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


class TimelineStrip(QWidget):
    """What happened stands above the line, as bars that grow with how much fell together; sources below it.

    `chosen` gives the number of the row nearest to where it was clicked.
    """

    chosen = Signal(int)

    def __init__(self, letters: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = tuple(letters)
        self._rows: tuple[Row, ...] = ()
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these moments."""
        self._rows = tuple(rows)
        self._current = -1
        happened = sum(row.moment == "happened" for row in rows)
        written = len(rows) - happened
        if rows:
            self.setAccessibleName(
                _("{first} to {last}: {happened}, {written}").format(
                    first=rows[0].first.year,
                    last=max(row.last for row in rows).year,
                    happened=ngettext("{count} event", "{count} events", happened).format(count=happened),
                    written=ngettext("{count} text written", "{count} texts written", written).format(
                        count=written
                    ),
                )
            )
        self.update()

    def set_current(self, number: int) -> None:
        """Mark where a row stands."""
        if number != self._current:
            self._current = number
            self.update()

    def sizeHint(self) -> QSize:
        """Return a strip as wide as there is room."""
        return QSize(400, theme.current().scaled(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    # Where moments stand

    def across(self, day: date) -> float:
        """Return where a day is seen, in pixels from the left."""
        return Sides.of(self).x(self._from_begin(day))

    def _from_begin(self, day: date) -> float:
        """Return how far a day is from the side at which time begins, in pixels."""
        first, last = self._bounds()
        side = theme.current().scaled(SIDE)
        share = (day.toordinal() - first) / max(1, last - first)
        return side + share * (self.width() - 2 * side)

    def _bounds(self) -> tuple[int, int]:
        first = min(row.first for row in self._rows)
        last = max(row.last for row in self._rows)
        return date(first.year, 1, 1).toordinal(), date(last.year, 12, 31).toordinal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the nearest moment."""
        if self._rows and event.button() == Qt.MouseButton.LeftButton:
            at = event.position().x()
            below = event.position().y() > self._line()
            kinds = [row.moment == ("written" if below else "happened") for row in self._rows]
            numbers = [number for number, fits in enumerate(kinds) if fits] or list(range(len(self._rows)))
            self.chosen.emit(min(numbers, key=lambda number: abs(self.across(self._rows[number].first) - at)))
        super().mousePressEvent(event)

    # Painting

    def _line(self) -> float:
        return self.height() * 0.42

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, the years, what happened and who wrote."""
        if not self._rows:
            return
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter)
        painter.setPen(QPen(look.colour("control-line"), 1.5))
        painter.drawLine(QPointF(0, self._line()), QPointF(self.width(), self._line()))
        self._paint_happened(painter)
        self._paint_written(painter)
        if 0 <= self._current < len(self._rows):
            x = self.across(self._rows[self._current].first)
            painter.setPen(look.focus_pen())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, self._line()), 6, 6)

    def _paint_years(self, painter: QPainter) -> None:
        look = theme.current()
        first, last = (date.fromordinal(day).year for day in self._bounds())
        room = self.width() / look.scaled(YEARS_APART)
        step = next((one for one in STEPS if (last - first + 1) / one <= room), STEPS[-1])
        painter.setFont(look.font("small"))
        metrics = painter.fontMetrics()
        for year in range(-(-first // step) * step, last + 1, step):
            x = self.across(date(year, 1, 1))
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(x, self._line() - 4), QPointF(x, self.height() - metrics.height()))
            painter.setPen(look.colour("muted"))
            width = metrics.horizontalAdvance(str(year))
            left = min(max(0.0, x - width / 2), self.width() - width)
            painter.drawText(QPointF(left, self.height() - metrics.descent()), str(year))

    def _paint_happened(self, painter: QPainter) -> None:
        """Paint bars three pixels wide; what falls on the same ones makes the bar higher."""
        look = theme.current()
        heights: dict[int, int] = {}
        for row in self._rows:
            if row.moment == "happened":
                bar = round(self.across(row.first) / 4)
                heights[bar] = heights.get(bar, 0) + 1
        most, room = max(heights.values(), default=1), self._line() - 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("ink"))
        for bar, count in heights.items():
            height = max(4.0, room * count / most)
            painter.drawRect(QRectF(bar * 4 - 1.5, self._line() - height, 3, height))

    def _paint_written(self, painter: QPainter) -> None:
        """Paint the sources' badges; one that would cover another moves aside, with a thread to its day."""
        look, side = theme.current(), float(theme.current().scaled(BADGE))
        top, taken, sides = self._line() + 7, -side, Sides.of(self)
        ordered = [row for row in self._rows if row.source is not None]
        ordered.sort(key=lambda row: row.first)
        for row in ordered:
            if row.source is None:
                continue
            x = self._from_begin(row.first)
            left = min(max(x - side / 2, taken + 2), self.width() - side)
            taken = left + side
            painter.setPen(QPen(look.colour("control-line"), 1))
            painter.drawLine(sides.point(x, self._line()), sides.point(left + side / 2, top))
            index = self._letters.index(row.source.letter)
            paint_badge(painter, sides.rect(left, top, side, side), row.source.letter, index, look)
