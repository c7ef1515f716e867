"""The table of the claim matrix: walked with the arrow keys, filled by numbers, painted cell by cell."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from crossread.desktop.answers.matrix.face import CellFace
from crossread.desktop.pages.compare.matrix.model import Index, MatrixModel, MatrixRow
from crossread.desktop.pages.compare.matrix.painting import (
    GAP,
    FacePainter,
    cell_least,
    claim_height,
    claim_width,
    head_height,
    paint_claim,
    paint_source,
)
from crossread.desktop.pages.compare.matrix.words import Column
from crossread.desktop.theme import theme
from crossread.desktop.widgets.frames.steady_bar import keep_room
from crossread.inquiry.comparison import CellId

Key, Mod = Qt.Key, Qt.KeyboardModifier
ENTER = (Key.Key_Return, Key.Key_Enter)


class ClaimHeader(QHeaderView):
    """The claims, each before its row."""

    def __init__(self, table: "MatrixTable") -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802  (Qt calls it)
        """Paint a claim."""
        rows = self._table.cells.rows
        if section < len(rows):
            painter.save()
            painter.fillRect(rect, theme.current().colour("ground"))
            where = QRectF(rect).adjusted(0, 0, 0, -GAP)
            strong = self._table.currentIndex().row() == section
            paint_claim(painter, where, rows[section], strong=strong, from_right=self.isRightToLeft())
            painter.restore()

    def sizeHint(self) -> QSize:
        """Return the width that the table gives to claims."""
        return QSize(self._table.claims_wide(), 0)


class SourceHeader(QHeaderView):
    """The sources, each above its column."""

    def __init__(self, table: "MatrixTable") -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802  (Qt calls it)
        """Paint the badge and the name of a source."""
        columns = self._table.cells.columns
        if section < len(columns):
            painter.save()
            painter.fillRect(rect, theme.current().colour("ground"))
            paint_source(painter, QRectF(rect), columns[section], from_right=self.isRightToLeft())
            painter.restore()

    def sizeHint(self) -> QSize:
        """Return the height that the names take."""
        return QSize(0, head_height(self._table.cells.columns, self._table.cells_wide()))


class MatrixTable(QTableView):
    """Claims by sources. Arrow keys walk, Home and End go to the ends of a row, with Ctrl to the corners.

    `reached` gives the claim and the source gone to. `emptied` asks to empty the cell in hand, `more_asked`
    for one thing more that its source says. `looked_for` comes with Enter or a double click, `row_asked`
    with Space or a click on a claim. `measured`: rows have taken their heights anew, all of them.
    """

    reached = Signal(str, str)
    emptied = Signal()
    more_asked = Signal()
    looked_for = Signal()
    row_asked = Signal()
    measured = Signal()

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._by_keyboard = False
        self.cells = MatrixModel(columns, self)
        self._least = cell_least(self.cells.columns)
        self._painter = FacePainter(self)
        self._claims, self._sources = ClaimHeader(self), SourceHeader(self)
        self.setVerticalHeader(self._claims)
        self.setHorizontalHeader(self._sources)
        self.setModel(self.cells)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        keep_room(self)
        self.setCornerButtonEnabled(False)
        self.setProperty("look", "matrix")
        self._claims.sectionClicked.connect(self._claim_clicked)
        self.doubleClicked.connect(self._double_clicked)

    # What is shown

    def show_rows(self, rows: Sequence[MatrixRow], faces: Mapping[CellId, CellFace]) -> None:
        """Show these rows; the cell in hand stays in hand, and at its height, where it is still there."""
        at, height = self.at(), self.rowViewportPosition(self.currentIndex().row())
        changed = self.cells.show_rows(rows, faces)
        if len(changed) == len(rows):
            self._measure()
        else:
            for row in changed:
                self._measure_row(row)
        if at is not None and self.at() != at and self.go(*at):
            by = self.rowViewportPosition(self.currentIndex().row()) - height
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)
            self.scrollTo(self.currentIndex())
        if self.at() is None and rows:
            self.setCurrentIndex(self.cells.index(0, 0))
        self._claims.viewport().update()

    def at(self) -> CellId | None:
        """Return the claim and the source of the cell in hand; None where there is none."""
        return self.cells.place(self.currentIndex())

    def go(self, claim: str, source: str) -> bool:
        """Take a cell in hand and bring it into view; False where it is not shown."""
        index = self.cells.index_of(claim, source)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  (Qt calls it)
        """Tell which cell was gone to."""
        super().currentChanged(current, previous)
        self._claims.viewport().update()
        place = self.cells.place(current)
        if place is not None:
            self.reached.emit(*place)

    # Sizes

    def claims_wide(self) -> int:
        """Return how wide the claims stand, in pixels."""
        return claim_width(self.width())

    def cells_wide(self) -> int:
        """Return how wide a cell is at least with the gap after it, in pixels."""
        fit, room = self._fitting()
        return room // fit

    def _fitting(self) -> tuple[int, int]:
        """Return how many columns stand in view, each whole, and the pixels that they fill together."""
        room = max(1, self.width() - self.claims_wide() - self.verticalScrollBar().sizeHint().width())
        fit = min(len(self.cells.columns), room // self._least)
        return max(1, fit), room

    def _measure(self) -> None:
        """Give claims, columns and rows the room that they take."""
        self._least = cell_least(self.cells.columns)
        wide = self.cells_wide()
        self._claims.setFixedWidth(self.claims_wide())
        self._sources.setFixedHeight(head_height(self.cells.columns, wide))
        fit, room = self._fitting()
        for column in range(len(self.cells.columns)):  # any so many of them fill what is in view
            self.setColumnWidth(column, wide + (column % fit < room % fit))
        for row in range(len(self.cells.rows)):
            self._measure_row(row)
        self.updateGeometries()
        # The place that was scrolled to is kept as pixels, and columns have another width now.
        self._sources.setOffsetToSectionPosition(self.horizontalScrollBar().value())
        self.measured.emit()

    def whole_high(self) -> int:
        """Return how high it stands with all its rows in view, in pixels."""
        return self._sources.height() + self._claims.length() + 2 * self.frameWidth()

    def _measure_row(self, row: int) -> None:
        wide = self.cells_wide()
        cells = (
            self._painter.height(self.cells.face(row, column), wide)
            for column in range(len(self.cells.columns))
        )
        claim = claim_height(self.cells.rows[row], self.claims_wide())
        self.setRowHeight(row, max(claim, *cells) if self.cells.columns else claim)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width; in less height, keep the cell in hand in view where it was."""
        at = self.visualRect(self.currentIndex())
        before = event.oldSize().height()
        super().resizeEvent(event)
        if event.size().height() < before and at.top() < before and at.bottom() > 0:
            self.scrollTo(self.currentIndex())
        if event.size().width() != event.oldSize().width():
            self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size or theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sources"):
            self._painter.forget()
            self._measure()

    def sizeHint(self) -> QSize:
        """Return some rows; what there is more is scrolled to."""
        now = theme.current()
        return QSize(now.scaled(480), now.scaled(210))

    def minimumSizeHint(self) -> QSize:
        """Return room for the head and a row."""
        now = theme.current()
        return QSize(now.scaled(200), now.scaled(110))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrow keys; look, open, empty, go on by the keys that the class names."""
        self._show_ring(True)
        plain = not event.modifiers() & ~Mod.KeypadModifier
        key = event.key()
        if plain and key in ENTER:
            self.looked_for.emit()
        elif plain and key == Key.Key_Space:
            self.row_asked.emit()
        elif plain and key in (Key.Key_Delete, Key.Key_Backspace):
            self.emptied.emit()
        elif key == Key.Key_Plus and not event.modifiers() & Mod.ControlModifier:
            self.more_asked.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()  # letters search nothing here
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away: who clicks sees where they are."""
        self._show_ring(False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where the focus did not come by the mouse."""
        self._show_ring(event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._show_ring(False)
        super().focusOutEvent(event)

    def _show_ring(self, on: bool) -> None:
        if self._painter.rings != on:
            self._painter.rings = on
            self.update(self.currentIndex())

    def _claim_clicked(self, row: int) -> None:
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self.cells.index(row, column))
        self.row_asked.emit()

    def _double_clicked(self, _index: QModelIndex) -> None:
        self.looked_for.emit()
