"""How the axis of a quantity is painted: badges, bars and arrows to scale, words beside, marks below."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from crossread.desktop.pages.compare.figures.words import tick_words
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.sides import Sides
from crossread.progress.figures_axis import Bounds, Measures, Placed, Scale
from crossread.progress.figures_shown import Measure

# Pixels at the default text size.
BADGE = 22
ARROW = 26
GAP = 8
LANE = 30
BAR = 6
HEAD = 5  # of an arrow
ROUND = 4  # corners of a badge
TICK = 4  # above the axis
RING = 3  # around the value in hand


@dataclass(frozen=True, slots=True)
class ValueOnAxis:
    """A value as it is drawn: its words whole and shorter, and a `sentence` that says all of it."""

    bounds: Bounds
    letter: str
    index: int
    hedged: bool
    words: tuple[str, ...]
    sentence: str


class AxisPainting:
    """Paints one axis; lanes are counted from the top."""

    def __init__(self, painter: QPainter, sides: Sides, measures: Measures, scale: Scale) -> None:
        self.painter = painter
        self._sides, self._measures, self._scale = sides, measures, scale
        self._look = theme.current()
        self._lane = self._look.scaled(LANE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of the words themselves

    def scale(self, measure: Measure, line: float) -> None:
        """Paint the axis itself at a height of `line`, and its marks."""
        look, sides, painter = self._look, self._sides, self.painter
        painter.setFont(look.font("small"))
        metrics = QFontMetricsF(look.font("small"))
        step = self._scale.ticks[1] - self._scale.ticks[0]
        taken = -self._measures.gap
        for tick in self._scale.ticks:
            x = self._measures.x(self._scale, tick)
            painter.setPen(QPen(look.colour("control-line"), 1))
            painter.drawLine(sides.point(x, line - look.scaled(TICK)), sides.point(x, line))
            words = tick_words(tick, measure, step)
            width = metrics.horizontalAdvance(words) + 2
            left = min(max(0.0, x - width / 2), sides.within.width() - width)
            if left < taken + self._measures.gap:
                continue
            taken = left + width
            painter.setPen(look.colour("muted"))
            where = sides.rect(left, line + self._measures.gap / 2, width, metrics.height())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setPen(QPen(look.colour("control-line"), 1))
        first, last = (self._measures.x(self._scale, end) for end in (self._scale.first, self._scale.last))
        painter.drawLine(sides.point(first, line), sides.point(last, line))

    def thread(self, placed: Sequence[Placed]) -> None:
        """Paint a thread from each value to the next."""
        pen = QPen(self._look.colour("control-line"), 1.5)
        pen.setDashPattern([3, 3])
        self.painter.setPen(pen)
        points = [self._sides.point(one.x, self._middle(one)) for one in placed]
        for one, other in pairwise(points):
            self.painter.drawLine(one, other)

    def value(self, value: ValueOnAxis, one: Placed, *, current: bool) -> None:
        """Paint a value with its words, and a ring around it where it is in hand."""
        painter, side, middle = self.painter, self._measures.badge, self._middle(one)
        low, high = value.bounds
        colour = QColor(self._look.source(value.index).colour)
        if low is None or high is None:
            self._arrow(one, middle, colour, forward=high is None)
        elif low < high:
            bar = self._look.scaled(BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            where = self._sides.rect(one.x, middle - bar / 2, one.end - one.x, bar)
            painter.drawRoundedRect(where, bar / 2, bar / 2)
        where = self._sides.rect(one.x - side / 2, middle - side / 2, side, side)
        if value.hedged:
            self._hollow(where, value.letter, colour)
        else:
            paint_badge(painter, where, value.letter, value.index, self._look)
        self._words(value.words[one.form], one)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._look.focus_pen())
            around = where.adjusted(-RING, -RING, RING, RING)
            painter.drawRoundedRect(around, ROUND + RING, ROUND + RING)

    def _middle(self, one: Placed) -> float:
        return one.lane * self._lane + self._lane / 2

    def _words(self, words: str, one: Placed) -> None:
        font = self._look.font("interface")
        self.painter.setFont(font)
        self.painter.setPen(self._look.colour("ink"))
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, one.words_width)
        place = self._sides.rect(one.words_begin, one.words_lane * self._lane, one.words_width, self._lane)
        behind = place.adjusted(0, TICK, 0, -TICK)
        self.painter.fillRect(behind, self._look.colour("surface"))  # a thread may run there
        self.painter.drawText(place, int(self._sides.begin | Qt.AlignmentFlag.AlignVCenter), cut)

    def _arrow(self, one: Placed, middle: float, colour: QColor, *, forward: bool) -> None:
        half, head = self._measures.badge / 2 + RING, self._look.scaled(HEAD)
        begin, end = (one.x + half, one.end) if forward else (one.x - half, one.begin)
        back = -head if forward else head
        self.painter.setPen(QPen(colour, 2))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawLine(self._sides.point(begin, middle), self._sides.point(end, middle))
        points = [(end + back, middle - head), (end, middle), (end + back, middle + head)]
        self.painter.drawPolyline(QPolygonF([self._sides.point(x, y) for x, y in points]))

    def _hollow(self, where: QRectF, letter: str, colour: QColor) -> None:
        """Paint the badge of a hedged figure: its letter in a frame."""
        painter = self.painter
        painter.setBrush(self._look.colour("surface"))
        painter.setPen(QPen(colour, 2.5))
        painter.drawRoundedRect(where.adjusted(1.5, 1.5, -1.5, -1.5), ROUND, ROUND)
        font = QFont(self._look.font("strong"))
        font.setPixelSize(max(8, round(where.width() * 0.5)))
        painter.setFont(font)
        painter.setPen(self._look.colour("ink"))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), letter)
