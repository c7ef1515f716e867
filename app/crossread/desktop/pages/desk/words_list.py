"""The list of explained words: a real list, painted; arrow keys go through it, letters stay keys."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crossread.desktop.pages.desk.words_rows import WordRow, is_name
from crossread.desktop.theme import theme
from crossread.desktop.theme.fonts import FontName
from crossread.desktop.widgets.badge import paint_badge
from crossread.desktop.widgets.paragraph import LEADING, Paragraph

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_SIDE, _EDGE, _GAP, _BADGE = 20, 10, 4, 18  # pixels at the default text size


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[WordRow, ...] = ()

    def set_rows(self, rows: Sequence[WordRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role == ROW:
            return self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = index.data(ROW)
        head = isinstance(row, WordRow) and row.entry is None
        return Qt.ItemFlag.NoItemFlags if head else super().flags(index)


class WordLayout:
    """One row laid out in a width; `height` is what it takes, in pixels. `mirrored` begins at the right."""

    def __init__(self, row: WordRow, width: int, *, mirrored: bool) -> None:
        look = theme.current()
        self._row, self._width, self._mirrored = row, width, mirrored
        self._side = look.scaled(_SIDE)
        self._room = max(40, width - 2 * self._side)
        self._words: list[tuple[QPointF, Paragraph, str]] = []
        self._badges: list[tuple[QRectF, str, int]] = []
        y = float(look.scaled(_EDGE))
        if row.entry is None:
            y = self._below(y, row.title, "small-strong", "muted")
        else:
            y = self._below(y, row.kind, "small", "muted") if is_name(row.entry) else y
            y = self._below(y, row.title, "strong", "ink")
            y = self._below(y, row.meaning, "interface", "ink") + look.scaled(_GAP)
            y = self._lay_sources(y)
        self.height = ceil(y + look.scaled(_EDGE))

    def _paragraph(self, words: str, font: FontName, room: float) -> Paragraph:
        edge = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        return Paragraph(words, theme.current().font(font), room, LEADING, edge)

    def _below(self, y: float, words: str, font: FontName, colour: str) -> float:
        made = self._paragraph(words, font, self._room)
        self._words.append((QPointF(self._side, y), made, colour))
        return y + made.height

    def _lay_sources(self, y: float) -> float:
        """Set badges in a row, or below one another where the sources have words of their own."""
        look, row = theme.current(), self._row
        side, gap = look.scaled(_BADGE), look.scaled(_GAP)
        if not is_name(row.entry):
            x = 0.0
            for one in row.sources:
                if x and x + side > self._room:
                    x, y = 0.0, y + side + gap
                self._badges.append(
                    (self._mirror(QRectF(self._side + x, y, side, side)), one.letter, one.index)
                )
                x += side + gap
            return y + side if row.sources else y
        for one in row.sources:
            room = self._room - side - 2 * gap
            words = self._paragraph(one.words, "interface", room)
            self._badges.append((self._mirror(QRectF(self._side, y, side, side)), one.letter, one.index))
            where = self._mirror(QRectF(self._side + side + 2 * gap, y, room, words.height))
            drop = max(0.0, (side - words.height) / 2)
            self._words.append((where.topLeft() + QPointF(0, drop), words, "ink"))
            y += max(side, words.height) + gap / 2
        return y

    def _mirror(self, where: QRectF) -> QRectF:
        if self._mirrored:
            where.moveLeft(self._width - where.right())
        return where

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the row with its top left corner at a point."""
        look = theme.current()
        for where, words, colour in self._words:
            words.paint(painter, at + where, look.colour(colour))
        for badge, letter, index in self._badges:
            paint_badge(painter, badge.translated(at), letter, index, look)


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: "WordsList") -> None:
        super().__init__(parent)
        self._list = parent
        self._laid: dict[tuple[int, int], WordLayout] = {}

    def forget(self) -> None:
        self._laid.clear()

    def _layout(self, index: Index, width: int) -> WordLayout | None:
        row, key = index.data(ROW), (index.row(), width)
        if not isinstance(row, WordRow):
            return None
        if key not in self._laid:
            mirrored = self._list.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._laid[key] = WordLayout(row, width, mirrored=mirrored)
        return self._laid[key]

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._list.viewport().width()
        laid = self._layout(index, width)
        return QSize(width, laid.height if laid else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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


class WordsList(QListView):
    """Explained words, one below the other.

    `shown` gives the WordRow that was clicked or entered, `left_above` tells that Up was pressed on the
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
        self.verticalScrollBar().setSingleStep(24)
        self._model, self._delegate = _Model(self), _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._show)

    def rows(self) -> tuple[WordRow, ...]:
        """Return the rows shown."""
        return self._model.rows

    def set_rows(self, rows: Sequence[WordRow]) -> None:
        """Show these rows; the current one stays current where it is still there."""
        if tuple(rows) == self._model.rows:
            return
        current = self.current()
        self._delegate.forget()
        self._model.set_rows(rows)
        if current is None or not self.set_current(current.key):
            self.scrollToTop()

    def current(self) -> WordRow | None:
        """Return the row that is current."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, WordRow) else None

    def set_current(self, key: str) -> bool:
        """Make an entry current by its key, and bring it into view; False where it is not listed."""
        number = next((at for at, row in enumerate(self._model.rows) if row.key == key), -1)
        if number >= 0:
            self.setCurrentIndex(self._model.index(number))
            self.scrollTo(self._model.index(number))
        return number >= 0

    def go_first(self) -> None:
        """Make the first entry current."""
        first = next((row for row in self._model.rows if row.entry is not None), None)
        if first is not None:
            self.set_current(first.key)

    def _show(self, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, WordRow) and row.entry is not None:
            self.shown.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show by Enter; letters are keys here, and Up on the first row leads back to the field."""
        first = next((at for at, row in enumerate(self._model.rows) if row.entry is not None), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._show(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= first:
            self.left_above.emit()
        elif event.text() and event.text().isprintable() and not event.text().isspace():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the focus comes."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew."""
        self._delegate.forget()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew in another theme or text size."""
        super().changeEvent(event)
        kinds = (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds and hasattr(self, "_delegate"):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
            self.viewport().update()
