"""The list of highlights and notes: a real list, whose rows show all of themselves when they are current."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crossread.desktop.pages.notes.noted_layout import RowLayout
from crossread.desktop.pages.notes.noted_words import spoken
from crossread.desktop.theme import theme
from crossread.progress.notes_board import Row

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
_PAD = (10, 12)  # pixels above and beside a row, at the default text size


class RowModel(QAbstractListModel):
    """Rows for a list; a screen reader hears each in whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints rows; `here` is the key of the row of the passage that is being read."""

    def __init__(self, parent: "NotedList") -> None:
        super().__init__(parent)
        self._list = parent
        self.here = ""

    def _laid(self, index: Index, width: int) -> RowLayout | None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return None
        beside = theme.current().scaled(_PAD[1])
        mirrored = self._list.layoutDirection() == Qt.LayoutDirection.RightToLeft
        full = index.row() == self._list.currentIndex().row()
        return RowLayout(row, width - 2 * beside, theme.current(), full=full, mirrored=mirrored)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the row at the width of the list."""
        width = self._list.viewport().width()
        laid = self._laid(index, width)
        return QSize(width, (laid.height if laid else 0) + 2 * theme.current().scaled(_PAD[0]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row, that it is current, and that it is where one reads."""
        now = theme.current()
        where = QRectF(option.rect)
        laid = self._laid(index, round(where.width()))
        row = index.data(ROW)
        if laid is None or not isinstance(row, Row):
            return
        painter.save()
        painter.setClipRect(where)
        current = index.row() == self._list.currentIndex().row()
        if current:
            painter.fillRect(where, now.colour("selected"))
        painter.fillRect(QRectF(where.left(), where.bottom() - 1, where.width(), 1), now.colour("line"))
        if row.key == self.here:
            mirrored = self._list.layoutDirection() == Qt.LayoutDirection.RightToLeft
            edge = where.right() - 3 if mirrored else where.left()
            painter.fillRect(QRectF(edge, where.top(), 3, where.height()), now.colour("accent"))
        beside, above = now.scaled(_PAD[1]), now.scaled(_PAD[0])
        laid.paint(painter, QPointF(where.left() + beside, where.top() + above))
        if current and self._list.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(now.focus_pen())
            painter.drawRoundedRect(where.adjusted(2, 2, -2, -3), 4, 4)
        painter.restore()


class NotedList(QListView):
    """Highlights and notes, one below the other; arrow keys go through them.

    `shown` gives the Row that was clicked or entered, `removed` the one to take away (Delete), `picked` the
    one that became current, None for none; `menu_asked` asks for the menu of the current one, at a point of
    the viewport.
    """

    shown = Signal(object)
    removed = Signal(object)
    picked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.verticalScrollBar().setSingleStep(24)
        self._model = RowModel(self)
        self._delegate = RowDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._clicked)

    def rows(self) -> tuple[Row, ...]:
        """Return the rows shown."""
        return self._model.rows

    def current(self) -> Row | None:
        """Return the row that is current."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same one stays current, or the one that came to its place."""
        if tuple(rows) == self._model.rows:
            return
        before, at = self.current(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self._model.set_rows(rows)
        key = before.key if before else ""
        number = next((number for number, row in enumerate(rows) if row.key == key), min(at, len(rows) - 1))
        if number >= 0:
            self.setCurrentIndex(self._model.index(number))
        self.verticalScrollBar().setValue(scrolled)
        self.picked.emit(self.current())

    def set_current(self, key: str) -> bool:
        """Make a row current by its key; False where there is none such."""
        number = next((number for number, row in enumerate(self.rows()) if row.key == key), -1)
        if number >= 0:
            self.setCurrentIndex(self._model.index(number))
            self.scrollTo(self._model.index(number))
        return number >= 0

    def set_here(self, key: str) -> None:
        """Mark the row of the passage that is being read, "" for none."""
        if key != self._delegate.here:
            self._delegate.here = key
            self.viewport().update()

    def here(self) -> str:
        """Return the key of the row that is marked as being read."""
        return self._delegate.here

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  (Qt calls it)
        """Show all of the row that is current now."""
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()
        self.picked.emit(self.current())

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(at)

    def _clicked(self, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            self.shown.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show by Enter, take away by Delete; other keys than those of a list go on to the page."""
        row = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row and not event.modifiers():
            self.shown.emit(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row:
            self.removed.emit(row)
        elif event.text() and event.text().isprintable() and not event.text().isspace():
            event.ignore()  # a list would look for rows that begin so; letters are keys here
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the focus comes."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows():
            self.setCurrentIndex(self._model.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew in another theme or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_delegate"):
            self.scheduleDelayedItemsLayout()
            self.viewport().update()
