"""The list of highlights and notes, whose rows show all of themselves when they are current."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.notes.noted_layout import RowLayout
from crossread.desktop.pages.notes.noted_words import spoken
from crossread.desktop.theme import theme
from crossread.desktop.widgets.lists.painted_list import PaintedList
from crossread.desktop.widgets.lists.spoken_rows import Index
from crossread.progress.notes_board import Row

_PAD = (10, 12)  # pixels above and beside a row, at the default text size


class _Padded:
    """A row with room around it."""

    def __init__(self, row: Row, width: int, *, full: bool, mirrored: bool) -> None:
        look = theme.current()
        self._above, self._beside = look.scaled(_PAD[0]), look.scaled(_PAD[1])
        self._laid = RowLayout(row, width - 2 * self._beside, look, full=full, mirrored=mirrored)
        self.height = self._laid.height + 2 * self._above

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the row with its top left corner at a point."""
        self._laid.paint(painter, at + QPointF(self._beside, self._above))


class NotedList(PaintedList[Row]):
    """Highlights and notes, one below the other.

    `removed` gives the Row to take away (Delete), `picked` the one that became current, None for none;
    `menu_asked` asks for the menu of the current one, at a point of the viewport.
    """

    removed = Signal(object)
    picked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._reading = ""  # the key of the row of the passage that is being read
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def spoken(self, row: Row) -> str:
        """Say a row as it is heard."""
        return spoken(row)

    def lay_out(self, row: Row, width: int, *, current: bool) -> _Padded:
        """Lay a row out in a width, in pixels: the current one with nothing left out."""
        return _Padded(row, width, full=current, mirrored=self.mirrored())

    def paint_below(self, painter: QPainter, where: QRectF, row: Row) -> None:
        """Paint the line below a row, and that it is where one reads."""
        now = theme.current()
        painter.fillRect(QRectF(where.left(), where.bottom() - 1, where.width(), 1), now.colour("line"))
        if row.key == self._reading:
            edge = where.right() - 3 if self.mirrored() else where.left()
            painter.fillRect(QRectF(edge, where.top(), 3, where.height()), now.colour("accent"))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same one stays current, or the one that came to its place."""
        before, at = self.current(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        if not self.put_rows(rows):
            return
        key = before.key if before else ""
        number = next((number for number, row in enumerate(rows) if row.key == key), min(at, len(rows) - 1))
        if number >= 0:
            self.setCurrentIndex(self.model_rows.index(number))
        self.verticalScrollBar().setValue(scrolled)
        self.picked.emit(self.current())

    def set_current(self, key: str) -> bool:
        """Make a row current by its key; False where there is none such."""
        return self.go_to_row(lambda row: row.key == key)

    def set_here(self, key: str) -> None:
        """Mark the row of the passage that is being read, "" for none."""
        if key != self._reading:
            self._reading = key
            self.viewport().update()

    def here(self) -> str:
        """Return the key of the row that is marked as being read."""
        return self._reading

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  (Qt calls it)
        """Show all of the row that is current now."""
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()
        self.picked.emit(self.current())

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take away by Delete; other keys as in any list."""
        row = self.current()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row:
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)
