"""The slider over the dates of writing: to scale, with a badge for each source, faint until it is there."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.when.words import moment_words
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.sides import Sides
from crossread.progress.when_written import Moment, spread

# Pixels at the default text size.
HEIGHT = 92
BADGE = 24
SIDE = 20  # left free at both ends
LINE = 24  # from the top
KNOB = 8
YEARS_APART = 64
FAINT = 0.3  # how much is seen of a badge whose source is not written yet
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


class WhenSlider(QSlider):
    """Its value is the number of a moment. Arrows go from one to the next, Home and End to the ends."""

    def __init__(self, moments: Sequence[Moment], letters: Sequence[str], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._moments, self._letters = tuple(moments), tuple(letters)
        self.setRange(0, max(0, len(moments) - 1))
        self.setSingleStep(1)
        self.setPageStep(1)
        self.setAccessibleName(_("Date of writing"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._tell)
        self._tell()

    @property
    def moment(self) -> Moment | None:
        """The moment that is chosen, None where nothing is dated."""
        return self._moments[self.value()] if self._moments else None

    def _tell(self) -> None:
        self.setAccessibleDescription(moment_words(self.moment) if self.moment else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a slider as wide as there is room."""
        return QSize(theme.current().scaled(320), theme.current().scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow slider."""
        return QSize(theme.current().scaled(160), theme.current().scaled(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    # Where moments stand

    def across(self, day: date) -> float:
        """Return how far a day is from the side at which time begins, in pixels."""
        side = theme.current().scaled(SIDE)
        first, last = self._moments[0].day.toordinal(), self._moments[-1].day.toordinal()
        share = (day.toordinal() - first) / max(1, last - first)
        return side + share * (self.width() - 2 * side)

    def _badges(self) -> list[tuple[int, str, float]]:
        """Return the moment, the letter and the begin of each badge."""
        found = [
            (number, row.source.letter)
            for number, moment in enumerate(self._moments)
            for row in moment.rows
            if row.source is not None
        ]
        wanted = [self.across(self._moments[number].day) for number, _letter in found]
        begins = spread(wanted, theme.current().scaled(BADGE) + 2, self.width())
        return [(*one, begin) for one, begin in zip(found, begins, strict=True)]

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the moment that is clicked: to that of a badge, or to the nearest."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while its button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where the mouse has led to."""
        event.accept()

    def _go_to(self, where: QPointF) -> None:
        if not self._moments:
            return
        at, look = Sides.of(self).x(where.x()), theme.current()
        if where.y() > look.scaled(LINE + KNOB):
            side = look.scaled(BADGE)
            on = [one for one, _letter, begin in self._badges() if begin <= at <= begin + side]
            if on:
                self.setValue(on[0])
                return
        days = [abs(self.across(moment.day) - at) for moment in self._moments]
        self.setValue(days.index(min(days)))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, the years, the sources and the knob."""
        if not self._moments:
            return
        look, sides, painter = theme.current(), Sides.of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, side = look.scaled(LINE), look.scaled(BADGE)
        self._paint_years(painter)
        here = self.across(self._moments[self.value()].day)
        painter.setPen(QPen(look.colour("control-line"), 2))
        painter.drawLine(sides.point(0, line), sides.point(self.width(), line))
        painter.setPen(QPen(look.colour("accent"), 4))
        painter.drawLine(sides.point(0, line), sides.point(here, line))
        top = line + look.scaled(KNOB + 8)
        for number, letter, begin in self._badges():
            painter.setOpacity(1 if number <= self.value() else FAINT)
            painter.setPen(QPen(look.colour("control-line"), 1))
            day = self.across(self._moments[number].day)
            painter.drawLine(sides.point(day, line), sides.point(begin + side / 2, top))
            where = sides.rect(begin, top, side, side)
            paint_badge(painter, where, letter, self._letters.index(letter), look)
        painter.setOpacity(1)
        knob = look.scaled(KNOB)
        painter.setPen(QPen(look.colour("surface"), 2))
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(sides.point(here, line), knob, knob)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.focus_pen())
            painter.drawEllipse(sides.point(here, line), knob + 4, knob + 4)

    def _paint_years(self, painter: QPainter) -> None:
        look, sides = theme.current(), Sides.of(self)
        first, last = self._moments[0].day.year, self._moments[-1].day.year
        step = next(
            (one for one in STEPS if (last - first + 1) / one * look.scaled(YEARS_APART) <= self.width()),
            STEPS[-1],
        )
        painter.setFont(look.font("small"))
        metrics, taken = painter.fontMetrics(), -1.0
        painter.setPen(look.colour("muted"))
        for year in range(first, last + 1, step):
            width = metrics.horizontalAdvance(str(year)) + 2.0
            x = self.across(max(date(year, 1, 1), self._moments[0].day))
            begin = min(max(0.0, x - width / 2), self.width() - width)
            if begin < taken:
                continue
            taken = begin + width + 4
            top = self.height() - metrics.height()
            painter.drawText(
                sides.rect(begin, top, width, metrics.height()), int(Qt.AlignmentFlag.AlignCenter), str(year)
            )
