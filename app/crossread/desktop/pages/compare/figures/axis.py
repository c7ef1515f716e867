"""The axis of one quantity: every source's figure to scale, with its words beside it."""

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.compare.figures.axis_painting import (
    ARROW,
    BADGE,
    GAP,
    LANE,
    AxisPainting,
    ValueOnAxis,
)
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.painted import is_plain
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.pictures.walked_picture import WalkedPicture
from crossread.progress.figures_axis import Mark, Measures, Placed, Scale, place_marks, scale_of
from crossread.progress.figures_shown import Measure

AIR = 6  # pixels at the default text size between the last lane and the axis
TICK = 96  # pixels at the default text size that a mark of the axis takes at least


class FigureAxis(WalkedPicture):
    """Badges on lanes above an axis, walked through by keys; Enter or a click gives `opened`.

    A hollow badge stands for a hedged figure, a bar for a range, an arrow for an end that is left open. One
    by one they stand below each other, with a thread.
    """

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._values: tuple[ValueOnAxis, ...] = ()
        self._measure: Measure = "number"
        self._one_by_one = False
        self._laid: tuple[int, Scale, tuple[Placed, ...]] | None = None
        self.setMouseTracking(True)

    def set_values(
        self, values: Sequence[ValueOnAxis], measure: Measure, *, one_by_one: bool = False
    ) -> None:
        """Show these values, in this order."""
        self._values, self._measure, self._one_by_one = tuple(values), measure, one_by_one
        self.show_changed()

    def forget_layout(self) -> None:
        """Forget where everything stood."""
        self._laid = None

    def said(self) -> list[str]:
        """Return the sentence on each value."""
        return [value.sentence for value in self._values]

    def in_reading_order(self) -> list[tuple[str, QRect]]:
        """Return the sentence on each value with the place of its badge, lane by lane."""
        sides, lane = Sides.of(self), theme.current().scaled(LANE)
        placed = zip(self._values, self._lay_out(self.width())[1], strict=True)
        found = []
        for value, one in sorted(placed, key=lambda pair: (pair[1].lane, pair[1].begin)):
            begin, end = floor(one.begin), ceil(one.end)  # whole pixels, the same from either side
            found.append((value.sentence, sides.rect(begin, one.lane * lane, end - begin, lane).toRect()))
        return found

    # Where things stand

    def _lay_out(self, width: int) -> tuple[Scale, tuple[Placed, ...]]:
        if self._laid is None or self._laid[0] != width:
            look = theme.current()
            metrics = QFontMetricsF(look.font("interface"))
            most = max(2, int(width / look.scaled(TICK)))
            scale = scale_of([value.bounds for value in self._values], self._measure, most)
            marks = [
                Mark(value.bounds, tuple(ceil(metrics.horizontalAdvance(one)) + 2.0 for one in value.words))
                for value in self._values
            ]
            self._laid = (
                width,
                scale,
                place_marks(marks, scale, self._measures(width), one_by_one=self._one_by_one),
            )
        return self._laid[1], self._laid[2]

    def _measures(self, width: int) -> Measures:
        look = theme.current()
        return Measures(width, look.scaled(BADGE), look.scaled(ARROW), look.scaled(GAP))

    def _lanes(self, width: int) -> int:
        placed = self._lay_out(width)[1]
        return max((max(one.lane, one.words_lane) + 1 for one in placed), default=1)

    def _foot(self) -> int:
        return ceil(QFontMetricsF(theme.current().font("small")).height()) + theme.current().scaled(GAP)

    def where(self, number: int) -> QPointF:
        """Return the middle of a value's badge."""
        placed = self._lay_out(self.width())[1][number]
        lane = theme.current().scaled(LANE)
        return Sides.of(self).point(placed.x, placed.lane * lane + lane / 2)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lanes and of the axis below."""
        look = theme.current()
        return self._lanes(width) * look.scaled(LANE) + look.scaled(AIR) + self._foot()

    def sizeHint(self) -> QSize:
        """Return as much as there is room for across."""
        width = max(self.width(), theme.current().scaled(280))
        return QSize(theme.current().scaled(480), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow axis."""
        return QSize(theme.current().scaled(200), self._foot() + theme.current().scaled(LANE))

    # Mouse and keys

    def part_at(self, where: QPointF) -> int:
        """Return the number of the value at a point; -1 where there is none."""
        sides, lane = Sides.of(self), theme.current().scaled(LANE)
        for number, one in enumerate(self._lay_out(self.width())[1]):
            mark = sides.rect(one.begin, one.lane * lane, one.end - one.begin, lane)
            words = sides.rect(one.words_begin, one.words_lane * lane, one.words_width, lane)
            if mark.contains(where) or words.contains(where):
                return number
        return -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the value clicked."""
        number = self.part_at(event.position())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton and number == self._current:
            self.opened.emit(number)
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a value can be clicked."""
        over = self.part_at(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the value in hand by Enter; go on by the arrows."""
        if is_plain(event) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._values:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the axis and every value."""
        scale, placed = self._lay_out(self.width())
        painting = AxisPainting(QPainter(self), Sides.of(self), self._measures(self.width()), scale)
        painting.scale(self._measure, self.height() - self._foot())
        if self._one_by_one:
            painting.thread(placed)
        for number, (value, one) in enumerate(zip(self._values, placed, strict=True)):
            painting.value(value, one, current=number == self._current and self.hasFocus())
        painting.painter.end()
