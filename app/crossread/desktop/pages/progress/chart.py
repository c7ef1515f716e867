"""A picture on the page: painted from lines, boxes and words, walked through by keys, each point heard."""

from collections.abc import Callable
from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.progress.chart_painting import paint, room_of
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.sides import Sides
from crossread.reports.charts.drawing import Drawing, Point, Room

MARGIN = 2  # pixels around the picture, for the ring
LEAST = 200  # pixels at the default text size

Draw = Callable[[Room], Drawing]


class Chart(QFrame):
    """One picture, as wide as there is room and as high as that takes.

    `draw` makes it for a room. The arrow keys go from point to point, Home and End to the ends, and what is
    there is said; the mouse resting on a point says the same. A screen reader finds each point in the tree.
    """

    def __init__(self, name: str, draw: Draw, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self.draw = name, draw
        self._drawn: tuple[int, Drawing] | None = None
        self._current = 0
        self._heard: list[QWidget] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._changed()

    def show_again(self) -> None:
        """Draw it anew: what it shows has changed."""
        self._changed()

    @property
    def current(self) -> int:
        """The number of the point in hand."""
        return self._current

    def points(self) -> list[Point]:
        """Return the points of the picture as it is drawn now."""
        return self.drawing(self.width()).points

    def drawing(self, width: int) -> Drawing:
        """Return the picture for a width of this widget in pixels."""
        if self._drawn is None or self._drawn[0] != width:
            room = room_of(max(theme.current().scaled(LEAST), width) - 2 * MARGIN)
            self._drawn = (width, self.draw(room))
        return self._drawn[1]

    def _changed(self) -> None:
        self._drawn = None
        self._current = min(self._current, max(0, len(self.points()) - 1))
        self._fit()
        self._tell()
        self._name_points()
        self.update()

    def _tell(self) -> None:
        points = self.points()
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(points[self._current].said if points else _("Nothing to show yet."))

    def _name_points(self) -> None:
        """Have each point stand in the tree of a screen reader, where it is painted."""
        points = self.points()
        while len(self._heard) > len(points):
            self._heard.pop().deleteLater()
        while len(self._heard) < len(points):
            part = QWidget(self)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setProperty("overlay", True)
            part.show()
            self._heard.append(part)
        for part, point in zip(self._heard, points, strict=True):
            part.setAccessibleName(point.said)
            part.setGeometry(self._where(point).toAlignedRect())

    # Where things stand

    def _sides(self) -> Sides:
        """Return the sides of the picture, within its margin."""
        drawn = self.drawing(self.width())
        return Sides(QRectF(0, 0, drawn.width, drawn.height), self.isRightToLeft())

    def _where(self, point: Point) -> QRectF:
        where = self._sides().rect(point.x, point.y, point.width, point.height)
        return where.translated(MARGIN, MARGIN)

    def _at(self, where: QPointF) -> int:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it for the new width."""
        super().resizeEvent(event)
        self._fit()
        self._name_points()

    def _fit(self) -> None:
        high = self.heightForWidth(self.width())
        if high != self.minimumHeight() or high != self.maximumHeight():
            self.setFixedHeight(high)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self._changed()
        super().changeEvent(event)

    # Mouse and keys

    def set_current(self, number: int) -> None:
        """Take a point in hand, and say it."""
        points = self.points()
        if 0 <= number < len(points) and number != self._current:
            self._current = number
            self._tell()
            self.update()
            if self.hasFocus():
                announce(self, points[number].said)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the point clicked in hand."""
        self.set_current(self._at(event.position()))
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say a point where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._at(QPointF(event.pos()))
            if number >= 0:
                said = f"<qt>{escape(self.points()[number].said)}</qt>"
                QToolTip.showText(event.globalPos(), said, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from point to point by the arrows, to the ends by Home and End."""
        last = len(self.points()) - 1
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
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in steps and last >= 0:
            self.set_current(min(max(0, steps[key]), last))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which point is in hand."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

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
