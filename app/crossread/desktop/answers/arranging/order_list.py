"""The rows of an order one below the other, with a line that shows where a dragged one would go."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.desktop.answers.arranging.order_row import OrderRow
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.theme import theme

_GAP = 8  # pixels between rows, and around them: there the line is painted
_EDGE = 24  # pixels around the mouse that are kept in view while dragging
_BESIDE = 80  # pixels beside the rows; a row let go farther away goes back


class OrderList(QWidget):
    """Rows in an order that the user may change. Tab comes to one of them, the arrow keys go along them.

    `moved` gives the key of a row and the place, from 0, that the user has given it.
    """

    moved = Signal(str, int)

    def __init__(self, texts: Mapping[str, str], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._line: int | None = None  # the gap that a dragged row would go to: 0 is before the first
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, _GAP // 2, 0, _GAP // 2)
        self._column.setSpacing(_GAP)
        self._rows = {key: OrderRow(key, text, self) for key, text in texts.items()}
        self._order: tuple[str, ...] = tuple(texts)
        self._current = ""  # the key of the row that had the focus last
        for row in self._rows.values():
            self._column.addWidget(row)
            row.moved.connect(self._step)
            row.reached.connect(self._reached)
            row.passed.connect(self._pass)
            row.carried.connect(self._carry)
            row.dropped.connect(self._drop)
            row.put_back.connect(self._put_back)
        self._point()

    def row(self, key: str) -> OrderRow:
        """Return the row of a key; KeyError where there is none."""
        return self._rows[key]

    def rows(self) -> tuple[OrderRow, ...]:
        """Return the rows from the first to the last."""
        return tuple(self._rows[key] for key in self._order)

    def line(self) -> int | None:
        """Return the gap where a dragged row would go, from 0 before the first; None while none would."""
        return self._line

    def focused(self) -> OrderRow | None:
        """Return the row that has the focus."""
        return next((row for row in self._rows.values() if row.hasFocus()), None)

    def set_order(self, order: Sequence[str]) -> None:
        """Put the rows into an order, without a signal; the focus stays with its row."""
        if tuple(order) == self._order:
            return
        self._order = tuple(order)
        focused = self.focused()
        for place, row in enumerate(self.rows()):
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
        self._point()
        if focused is not None:
            self._column.activate()
            bring_into_view(focused)

    def _point(self) -> None:
        """Let the focus come to the row that had it last, else to the first."""
        if self._order:
            current = self._current if self._current in self._order else self._order[0]
            for key, row in self._rows.items():
                row.set_current(key == current)
            self.setFocusProxy(self._rows[current])

    def _reached(self) -> None:
        row = self.sender()
        if isinstance(row, OrderRow):
            self._current = row.key
            self._point()

    def _step(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, OrderRow):
            to = self._order.index(row.key) + step
            if 0 <= to < len(self._order):
                self.moved.emit(row.key, to)

    def _pass(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, OrderRow):
            to = self._order.index(row.key) + step
            if 0 <= to < len(self._order):
                self.rows()[to].setFocus(Qt.FocusReason.TabFocusReason)
                bring_into_view(self.rows()[to])

    # Dragging

    def _place_for(self, row: OrderRow, at: QPoint) -> tuple[int, int] | None:
        """Return the gap next to a global place and the place that the row would have there, both from 0.

        None where it would stay: on either side of itself, far beside the rows, or out of the window.
        """
        here, window = self.mapFromGlobal(at), self.window()
        beside = not -_BESIDE <= here.x() <= self.width() + _BESIDE
        if beside or not window.rect().contains(window.mapFromGlobal(at)):
            return None
        gap = sum(one.geometry().center().y() < here.y() for one in self.rows())  # middles above the mouse
        now = self._order.index(row.key)
        if gap in (now, now + 1):
            return None
        return gap, gap - 1 if gap > now else gap

    def _carry(self, at: QPoint) -> None:
        row = self.sender()
        if not isinstance(row, OrderRow):
            return
        found = self._place_for(row, at)
        self._line = found[0] if found else None
        here = self.mapFromGlobal(at)
        bring_into_view(self, QRect(here - QPoint(0, _EDGE), here + QPoint(0, _EDGE)))
        self.update()

    def _drop(self, at: QPoint) -> None:
        row = self.sender()
        if not isinstance(row, OrderRow):
            return
        found = self._place_for(row, at)
        self._put_back()
        if found:
            self.moved.emit(row.key, found[1])

    def _put_back(self) -> None:
        self._line = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line between the two rows where the dragged one would go."""
        if self._line is None:
            return
        rows = self.rows()
        below = self._line < len(rows)
        y = rows[self._line].geometry().top() - _GAP / 2 if below else rows[-1].geometry().bottom() + _GAP / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("accent"))
        painter.drawRoundedRect(4, round(y - 1.5), self.width() - 8, 3, 1.5, 1.5)
        painter.drawEllipse(QPointF(4, round(y)), 4, 4)
