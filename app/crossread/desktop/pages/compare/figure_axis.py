"""The axis of one quantity: every source's figure to scale, with its words beside it."""

from collections.abc import Sequence
from html import escape
from math import ceil, floor

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QWidget

from crossread.desktop.pages.compare.figure_axis_painting import (
    ARROW,
    BADGE,
    GAP,
    LANE,
    AxisPainting,
    ValueOnAxis,
)
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.sides import Sides
from crossread.progress.figures_axis import Mark, Measures, Placed, Scale, place_marks, scale_of
from crossread.progress.figures_shown import Measure

AIR = 6  # pixels at the default text size between the last lane and the axis
TICK = 96  # pixels at the default text size that a mark of the axis takes at least


class FigureAxis(QFrame):
    """Badges on lanes above an axis. Arrow keys go from value to value; Enter or a click gives `opened`.

    A hollow badge stands for a hedged figure, a bar for a range, an arrow for an end that is left open.
    `entered` gives the number of the value in hand. One by one they stand below each other, with a thread.

    A frame, because a screen reader says the name of one as the focus comes into it.
    """

    opened = Signal(int)
    entered = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._values: tuple[ValueOnAxis, ...] = ()
        self._measure: Measure = "number"
        self._one_by_one = False
        self._current = 0
        self._laid: tuple[int, Scale, tuple[Placed, ...]] | None = None
        self._heard: list[QWidget] = []  # one a value, for who goes by ear
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_values(
        self, values: Sequence[ValueOnAxis], measure: Measure, *, one_by_one: bool = False
    ) -> None:
        """Show these values, in this order."""
        self._values, self._measure, self._one_by_one = tuple(values), measure, one_by_one
        self._current = min(self._current, max(0, len(values) - 1))
        self._changed()

    def _changed(self) -> None:
        self._laid = None
        self._tell()
        self._fit()
        self._name_values()
        self.update()

    @property
    def current(self) -> int:
        """The number of the value in hand."""
        return self._current

    def set_current(self, number: int) -> None:
        """Take a value in hand."""
        if 0 <= number < len(self._values) and number != self._current:
            self._current = number
            self._tell()
            self.update()
            if self.hasFocus():
                announce(self, self._values[number].sentence)
            self.entered.emit(number)

    def _tell(self) -> None:
        self.setAccessibleName(self._name)
        told = self._values[self._current].sentence if self._values else ""
        self.setAccessibleDescription(told)

    def _name_values(self) -> None:
        """Have each value stand in the tree of a screen reader, where its badge is painted."""
        while len(self._heard) > len(self._values):
            self._heard.pop().deleteLater()
        while len(self._heard) < len(self._values):
            part = QWidget(self)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setProperty("overlay", True)
            part.show()
            self._heard.append(part)
        sides, lane = Sides.of(self), theme.current().scaled(LANE)
        placed = zip(self._values, self._lay_out(self.width())[1], strict=True)
        in_lanes = sorted(placed, key=lambda pair: (pair[1].lane, pair[1].begin))  # as one reads them
        for part, (value, one) in zip(self._heard, in_lanes, strict=True):
            part.setAccessibleName(value.sentence)
            begin, end = floor(one.begin), ceil(one.end)  # whole pixels, the same from either side
            part.setGeometry(sides.rect(begin, one.lane * lane, end - begin, lane).toRect())

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._fit()
        self._name_values()

    def _fit(self) -> None:
        """Be as high as all lanes are at this width; a layout may ask before it knows the width."""
        high = self.heightForWidth(self.width())
        if high != self.minimumHeight():
            self.setFixedHeight(high)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self._changed()
        super().changeEvent(event)

    # Mouse and keys

    def _at(self, where: QPointF) -> int:
        """Return the number of the value at a point; -1 where there is none."""
        sides, lane = Sides.of(self), theme.current().scaled(LANE)
        for number, one in enumerate(self._lay_out(self.width())[1]):
            mark = sides.rect(one.begin, one.lane * lane, one.end - one.begin, lane)
            words = sides.rect(one.words_begin, one.words_lane * lane, one.words_width, lane)
            if mark.contains(where) or words.contains(where):
                return number
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the value clicked in hand."""
        number = self._at(event.position())
        if number >= 0:
            self.set_current(number)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the value clicked."""
        number = self._at(event.position())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton and number == self._current:
            self.opened.emit(number)
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a value can be clicked."""
        over = self._at(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say all of a value where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._at(QPointF(event.pos()))
            if number >= 0:
                QToolTip.showText(
                    event.globalPos(), f"<qt>{escape(self._values[number].sentence)}</qt>", self
                )
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from value to value by the arrows, to the ends by Home and End; Enter opens one."""
        last = len(self._values) - 1
        on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            on, back = back, on
        steps = {
            on: self._current + 1,
            Qt.Key.Key_Down: self._current + 1,
            back: self._current - 1,
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in steps and self._values:
            self.set_current(min(max(0, steps[key]), last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._values:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which value is in hand."""
        super().focusInEvent(event)
        self.entered.emit(self._current)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

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
