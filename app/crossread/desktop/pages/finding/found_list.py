"""The list of what was found: a real list, grouped, each hit in its words; arrow keys go from hit to hit."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crossread.desktop.pages.finding.found_layout import FoundLayout
from crossread.desktop.pages.finding.found_rows import FoundRow
from crossread.desktop.theme import theme

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole


class FoundModel(QAbstractListModel):
    """Rows for a list; heads cannot be picked, and a screen reader hears each row in whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[FoundRow, ...] = ()

    def set_rows(self, rows: Sequence[FoundRow]) -> None:
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
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let arrow keys pass over heads."""
        row = index.data(ROW)
        if isinstance(row, FoundRow) and row.role == "head":
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class FoundDelegate(QStyledItemDelegate):
    """Paints rows, and keeps them as they were laid out for one width and look."""

    def __init__(self, parent: "FoundList") -> None:
        super().__init__(parent)
        self._list = parent
        self._laid: dict[tuple[int, int], FoundLayout] = {}

    def forget(self) -> None:
        """Lay rows out anew when they are asked for."""
        self._laid.clear()

    def _layout(self, index: Index, width: int) -> FoundLayout | None:
        row = index.data(ROW)
        if not isinstance(row, FoundRow):
            return None
        key = (index.row(), width)
        if key not in self._laid:
            mirrored = self._list.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._laid[key] = FoundLayout(row, width, theme.current(), mirrored=mirrored)
        return self._laid[key]

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the row at the width of the list."""
        width = self._list.viewport().width()
        laid = self._layout(index, width)
        return QSize(width, laid.height if laid else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row, and that it is the current one."""
        now, where = theme.current(), QRectF(option.rect)
        laid = self._layout(index, round(where.width()))
        if laid is None:
            return
        painter.save()
        painter.setClipRect(where)
        current = index.row() == self._list.currentIndex().row()
        if current:
            painter.fillRect(where, now.colour("selected"))
        laid.paint(painter, where.topLeft())
        if current and self._list.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.colour("focus"), now.ring))
            painter.drawRoundedRect(where.adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()


class FoundList(QListView):
    """What was found, one below the other.

    `shown` gives the FoundRow that was clicked or entered, `left_above` tells that Up was pressed on the
    first one: the field is above.
    """

    shown = Signal(object)
    left_above = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)  # the first screenful at once, the rest while nothing else is to do
        self.verticalScrollBar().setSingleStep(24)
        self._model = FoundModel(self)
        self._delegate = FoundDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._show)

    def rows(self) -> tuple[FoundRow, ...]:
        """Return the rows shown."""
        return self._model.rows

    def hits(self) -> tuple[FoundRow, ...]:
        """Return the rows that are hits."""
        return tuple(row for row in self._model.rows if row.role == "hit")

    def current(self) -> FoundRow | None:
        """Return the row that is current."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, FoundRow) else None

    def set_rows(self, rows: Sequence[FoundRow]) -> None:
        """Show these rows from the first one on, and none is current; the same ones stay as they are."""
        if tuple(rows) == self._model.rows:
            return
        self._delegate.forget()
        self._model.set_rows(rows)
        self.scrollToTop()

    def set_current(self, number: int) -> None:
        """Make a row current by its number among all rows, and bring it into view; -1: none."""
        self.setCurrentIndex(self._model.index(number) if number >= 0 else QModelIndex())
        if number >= 0:
            above = number > 0 and self._model.rows[number - 1].role == "head"
            if above:
                self.scrollTo(self._model.index(number - 1))
            self.scrollTo(self._model.index(number))

    def current_number(self) -> int:
        """Return the number of the current row among all rows, -1 where there is none."""
        return self.currentIndex().row()

    def first_hit(self) -> int:
        """Return the number of the first row that can be gone to, -1 where there is none."""
        return next((number for number, row in enumerate(self._model.rows) if row.role != "head"), -1)

    def _show(self, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, FoundRow) and row.role != "head":
            self.shown.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show by Enter; letters are keys here, and Up on the first row leads back to the field."""
        number = self.current_number()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._show(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and number <= self.first_hit():
            self.left_above.emit()
        elif event.text() and event.text().isprintable() and not event.text().isspace():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the focus comes."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.set_current(self.first_hit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew."""
        self._delegate.forget()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew in another theme or text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange) and hasattr(
            self, "_delegate"
        ):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
            self.viewport().update()
