"""The grid of a matrix: claims by sources, walked with the arrow keys, at any width."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QStyle, QWidget

from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.answers.matrix.cell import MatrixCell, level_for
from crossread.desktop.answers.matrix.face import CellFace, narrow_height
from crossread.desktop.answers.matrix.plan import MatrixPlan, cell_width, is_wide, plan
from crossread.desktop.theme import theme
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.painting.badge import Badge
from crossread.inquiry.comparison import CellId


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: a source's id, its letter and the place that gives its colour."""

    id: str
    letter: str
    index: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: a claim's id and its words."""

    id: str
    text: str


class MatrixGrid(QWidget):
    """Claims as rows, sources as columns, a cell for each two.

    Arrow keys go from cell to cell, Home and End to the ends of a row, with Ctrl to the first and the last
    cell. Tab comes to the cell in hand and leaves the grid. Claims stand above their cells, or beside them
    where there is room; where even the shortest cells have none, they scroll sideways under their claims.
    `reached` gives the row and the column gone to, `entered` comes with Enter on a cell.
    """

    reached = Signal(str, str)
    entered = Signal()

    def __init__(
        self,
        rows: Sequence[GridRow],
        columns: Sequence[GridColumn],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows, self._columns = tuple(rows), tuple(columns)
        self.setAccessibleName(name)
        self._badges = [Badge(column.letter, column.index, self) for column in columns]
        self._claims: list[Label] = []
        self._cells: dict[CellId, MatrixCell] = {}
        for row in rows:
            self._claims.append(Label(row.text, "strong", self))
            for column in columns:
                cell = MatrixCell(self)
                cell.reached.connect(self._cell_reached)
                cell.entered.connect(self.entered)
                cell.set_current(False)
                self._cells[row.id, column.id] = cell
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.valueChanged.connect(self._place)
        self._bar.hide()
        self._at: CellId | None = next(iter(self._cells), None)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self._at is not None:
            self._cells[self._at].set_current(True)
            self.setFocusProxy(self._cells[self._at])

    def cell(self, row: str, column: str) -> MatrixCell:
        """Return a cell; KeyError where there is none."""
        return self._cells[row, column]

    def set_face(self, row: str, column: str, face: CellFace) -> None:
        """Show something in a cell; `refit` afterwards, once for all of them."""
        self._cells[row, column].set_face(face)

    def refit(self) -> None:
        """Take the room that the cells need now, after their faces have changed."""
        self._place()

    def at(self) -> CellId | None:
        """Return the row and the column of the cell in hand; None in a grid without cells."""
        return self._at

    def go(self, row: str, column: str) -> None:
        """Take a cell in hand, and the focus there where the grid has it; it is brought into view."""
        cell = self._cells[row, column]
        focused = self.has_focus_within()
        self._take(row, column)
        if focused:
            cell.setFocus(Qt.FocusReason.TabFocusReason)
        self._bring_sideways(column)
        bring_into_view(cell)

    def has_focus_within(self) -> bool:
        """Tell whether the focus is on a cell."""
        return any(cell.hasFocus() for cell in self._cells.values())

    def _cell_reached(self) -> None:
        sender = self.sender()
        place = next((place for place, cell in self._cells.items() if cell is sender), None)
        if place is not None and place != self._at:
            self._take(*place)

    def _take(self, row: str, column: str) -> None:
        if (row, column) == self._at:
            return
        if self._at is not None:
            self._cells[self._at].set_current(False)
        self._at = (row, column)
        self._cells[self._at].set_current(True)
        self.setFocusProxy(self._cells[self._at])
        self.reached.emit(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        other = event.modifiers() & ~(
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier
        )
        to = None if other or self._at is None else self._target(event.key(), control, self._at)
        if to is None:
            super().keyPressEvent(event)
        else:
            self.go(*to)

    def _target(self, key: int, control: bool, at: CellId) -> CellId | None:
        """Return where a key leads, the cell in hand itself at an edge; None for a key that leads nowhere."""
        rows, columns = [row.id for row in self._rows], [column.id for column in self._columns]
        row, column = rows.index(at[0]), columns.index(at[1])
        last_row, last_column = len(rows) - 1, len(columns) - 1
        on, back = (column + 1, column - 1) if not self.isRightToLeft() else (column - 1, column + 1)
        ends: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Home: (0 if control else row, 0),
            Qt.Key.Key_End: (last_row if control else row, last_column),
        }
        steps: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (row, min(max(0, back), last_column)),
            Qt.Key.Key_Right: (row, min(max(0, on), last_column)),
            Qt.Key.Key_Up: (max(0, row - 1), column),
            Qt.Key.Key_Down: (min(last_row, row + 1), column),
        }
        to = (ends if control else {**ends, **steps}).get(key)
        return (rows[to[0]], columns[to[1]]) if to else None

    # Where things stand

    def _plan(self, width: int) -> MatrixPlan:
        count = len(self._columns)
        each, wide = cell_width(width, count), is_wide(width, count)
        level = level_for(each)
        heights = [self._row_height(row, each) if wide else narrow_height(level) for row in self._rows]
        return plan(width, count, [claim.heightForWidth for claim in self._claims], heights)

    def _row_height(self, row: GridRow, width: int) -> int:
        cells = (self._cells[row.id, column.id] for column in self._columns)
        return max((cell.wide_height(width) for cell in cells), default=0)

    def _place(self) -> None:
        width, count = self.width(), len(self._columns)
        level, wide = level_for(cell_width(width, count)), is_wide(width, count)
        for cell in self._cells.values():
            cell.level, cell.wide = level, wide
        found = self._plan(width)
        over = max(0, found.left + found.across - width)
        self._bar.setRange(0, over)
        self._bar.setPageStep(width)
        self._bar.setSingleStep(found.cell)
        self._bar.setVisible(over > 0)
        self._bar.setGeometry(0, found.height + 2, width, self._bar.sizeHint().height())
        shift = self._bar.value() if over else 0
        for number, badge in enumerate(self._badges):
            left = found.column(number) - shift
            side = badge.sizeHint().width()
            middle = left if wide else left + (found.cell - side) // 2
            badge.setGeometry(self._seen(QRect(middle, 0, side, side)))
        for row, label, where in zip(self._rows, self._claims, found.rows, strict=True):
            label.setGeometry(self._seen(where.claim))
            for number, column in enumerate(self._columns):
                cell = self._cells[row.id, column.id]
                left = found.column(number) - shift
                cell.setGeometry(self._seen(QRect(left, where.top, found.cell, where.height)))
        self.updateGeometry()

    def _seen(self, where: QRect) -> QRect:
        """Return where something is seen: as in a mirror where the window runs from the right."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), where)

    def _bring_sideways(self, column: str) -> None:
        if self._bar.isHidden():
            return
        found = self._plan(self.width())
        left = found.column([one.id for one in self._columns].index(column))
        right = left + found.cell
        value = self._bar.value()
        self._bar.setValue(min(max(value, right - self.width()), left))

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt calls it)
        """Return True: claims take more lines where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at which nothing is cut off."""
        found = self._plan(width)
        bar = self._bar.sizeHint().height() + 2 if found.left + found.across > width else 0
        return found.height + bar

    def sizeHint(self) -> QSize:
        """Return the grid at the usual width of a column of questions."""
        width = theme.current().scaled(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow grid; its height for a width comes from `heightForWidth`."""
        return QSize(theme.current().scaled(120), theme.current().scaled(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cells into place."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_at"):
            self._place()
