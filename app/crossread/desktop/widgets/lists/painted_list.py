"""A list that paints its rows: a real list for keyboard and screen reader, each row laid out in its width."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.lists.spoken_rows import Index, SpokenRows

RowT = TypeVar("RowT")


class Laid(Protocol):
    """A row laid out in a width; `height` is what it takes, in pixels."""

    height: int

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the row with its top left corner at a point."""


class _Painting(QStyledItemDelegate):
    """Paints rows, and keeps them as they were laid out for one width and look."""

    def __init__(self, parent: "PaintedList[Any]") -> None:
        super().__init__(parent)
        self._list = parent
        self._laid: dict[tuple[int, int, bool], Laid] = {}

    def forget(self) -> None:
        self._laid.clear()

    def _layout(self, index: Index, width: int) -> Laid | None:
        row, current = self._list.model_rows.row(index), self._list.is_current(index)
        if row is None:
            return None
        key = (index.row(), width, current)
        if key not in self._laid:
            self._laid[key] = self._list.lay_out(row, width, current=current)
        return self._laid[key]

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._list.viewport().width()
        laid = self._layout(index, width)
        return QSize(width, laid.height if laid else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, where = theme.current(), QRectF(option.rect)
        row, laid = self._list.model_rows.row(index), self._layout(index, round(where.width()))
        if laid is None:
            return
        painter.save()
        painter.setClipRect(where)
        current = self._list.is_current(index)
        if current:
            painter.fillRect(where, now.colour("selected"))
        self._list.paint_below(painter, where, row)
        laid.paint(painter, where.topLeft())
        if current and self._list.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(now.focus_pen())
            painter.drawRoundedRect(where.adjusted(2, 2, -2, -3), 4, 4)
        painter.restore()


class PaintedList(QListView, Generic[RowT]):
    """Rows one below the other: arrow keys go through them, letters stay keys of the page.

    `shown` gives the row that was clicked or entered, `left_above` tells that Up was pressed on the first one
    that can be picked.
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
        self.verticalScrollBar().setSingleStep(24)
        self.model_rows: SpokenRows[RowT] = SpokenRows(self.spoken, self, self.is_head)
        self._painting = _Painting(self)
        self.setModel(self.model_rows)
        self.setItemDelegate(self._painting)
        self.clicked.connect(self._show)

    # What a row is

    @abstractmethod
    def spoken(self, row: RowT) -> str:
        """Say a row as it is heard."""

    @abstractmethod
    def lay_out(self, row: RowT, width: int, *, current: bool) -> Laid:
        """Lay a row out in a width, in pixels."""

    def is_head(self, row: RowT) -> bool:
        """Tell whether a row is a heading, which cannot be picked."""
        del row
        return False

    def paint_below(self, painter: QPainter, where: QRectF, row: RowT) -> None:
        """Paint what stands on the ground of a row, below its words."""

    def mirrored(self) -> bool:
        """Tell whether rows begin at the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    # Rows

    def rows(self) -> tuple[RowT, ...]:
        """Return the rows shown."""
        return self.model_rows.rows

    def current(self) -> RowT | None:
        """Return the row that is current."""
        return self.model_rows.row(self.currentIndex())

    def is_current(self, index: Index) -> bool:
        """Tell whether a row is current."""
        return index.row() == self.currentIndex().row()

    def put_rows(self, rows: Sequence[RowT]) -> bool:
        """Show these rows, none of them current; False where they are the same, which then stay."""
        if tuple(rows) == self.model_rows.rows:
            return False
        self._painting.forget()
        self.model_rows.set_rows(rows)
        return True

    def first(self) -> int:
        """Return the number of the first row that can be picked, -1 where there is none."""
        return next((at for at, row in enumerate(self.model_rows.rows) if not self.is_head(row)), -1)

    def go_to(self, number: int) -> None:
        """Make a row current by its number, and bring it into view."""
        self.setCurrentIndex(self.model_rows.index(number))
        self.scrollTo(self.model_rows.index(number))

    def go_to_row(self, fits: Callable[[RowT], bool]) -> bool:
        """Make the first row that fits current, and bring it into view; False where none does."""
        number = next((at for at, row in enumerate(self.rows()) if fits(row)), -1)
        if number >= 0:
            self.go_to(number)
        return number >= 0

    def _show(self, index: Index) -> None:
        row = self.model_rows.row(index)
        if row is not None and not self.is_head(row):
            self.shown.emit(row)

    # Keys, focus, looks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show by Enter; letters are keys of the page, and Up on the first row leads to what is above."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._show(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= max(0, self.first()):
            self.left_above.emit()
        elif event.text() and event.text().isprintable() and not event.text().isspace():
            event.ignore()  # a list would look for rows that begin so
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the focus comes."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.first() >= 0:
            self.go_to(self.first())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew."""
        self._painting.forget()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew in another theme or text size."""
        super().changeEvent(event)
        kinds = (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds and hasattr(self, "_painting"):
            self._painting.forget()
            self.scheduleDelayedItemsLayout()
            self.viewport().update()
