"""A table with a column a source: words by source, or what each source calls the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.frames.steady_bar import keep_room
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides

Index = QModelIndex | QPersistentModelIndex

CELL = Qt.ItemDataRole.UserRole
_PAD = (7, 10)  # pixels above and beside the words, at the default text size
_LEAST = 116  # pixels at the default text size: the least of a column
_BADGE = 22
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class WordCell:
    """One cell: its words, a quiet line below them, and what a screen reader hears; `key` leads on."""

    key: str
    words: str
    below: str = ""
    name: str = ""

    @property
    def said(self) -> str:
        """What is heard."""
        return self.name or "; ".join(part for part in (self.words, self.below) if part)


@dataclass(frozen=True, slots=True)
class WordHead:
    """The head of a column: a source's letter and place, and its name."""

    letter: str
    index: int
    words: str


class WordCellPainter(QStyledItemDelegate):
    """Paints a cell: words that wrap, a quiet line, and that it is the one at hand."""

    def __init__(self, parent: "WordsBySource") -> None:
        super().__init__(parent)
        self._table = parent

    def laid(self, cell: WordCell, width: int, *, strong: bool) -> tuple[Paragraph, Paragraph | None]:
        """Lay the words of a cell out in the width of a column."""
        now = theme.current()
        room = width - 2 * now.scaled(_PAD[1])
        words = Paragraph(cell.words, now.font("strong" if strong else "interface"), room)
        return words, Paragraph(cell.below, now.font("small"), room) if cell.below else None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the words take in the width of the column."""
        cell, width = index.data(CELL), self._table.columnWidth(index.column())
        if not isinstance(cell, WordCell):
            return QSize(width, 1)
        words, below = self.laid(cell, width, strong=self._table.is_head(index.column()))
        high = words.height + (below.height if below else 0)
        return QSize(width, round(high) + 2 * theme.current().scaled(_PAD[0]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        now, where, cell = theme.current(), QRectF(option.rect), index.data(CELL)
        is_current = index == self._table.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.colour("line"), 1))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        if not isinstance(cell, WordCell):
            painter.restore()
            return
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("selected"))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -2), 4, 4)
        sides = Sides(where, self._table.isRightToLeft())
        strong = self._table.is_head(index.column())
        words, below = self.laid(cell, round(where.width()), strong=strong)
        at = QPointF(where.left() + now.scaled(_PAD[1]), where.top() + now.scaled(_PAD[0]))
        words.paint(painter, at, now.colour("ink"), sides)
        if below is not None:
            below.paint(painter, at + QPointF(0, words.height), now.colour("muted"), sides)
        if is_current and self._table.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(now.focus_pen())
            painter.drawRoundedRect(where.adjusted(2, 2, -2, -3), 4, 4)
        painter.restore()


class WordsHead(QHeaderView):
    """Paints the heads of the columns: badge and name of each source."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.heads: tuple[WordHead | None, ...] = ()
        self.first = ""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def _laid(self, section: int, width: int) -> tuple[WordHead | None, Paragraph]:
        now = theme.current()
        head = self.heads[section] if section < len(self.heads) else None
        badge = now.scaled(_BADGE) + now.scaled(6) if head is not None else 0
        words = head.words if head is not None else self.first
        return head, Paragraph(words, now.font("strong"), width - badge - 2 * now.scaled(_PAD[1]))

    def least(self) -> int:
        """Return the width at which no word of a source's name is broken, in pixels."""
        now = theme.current()
        metrics = QFontMetrics(now.font("strong"))
        words = [word for head in self.heads if head is not None for word in head.words.split()]
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return widest + now.scaled(_BADGE) + now.scaled(6) + 2 * now.scaled(_PAD[1]) + 2

    def high(self) -> int:
        """Return the height at which no head is cut off, in pixels."""
        now = theme.current()
        words = [self._laid(at, self.sectionSize(at))[1].height for at in range(self.count())]
        return round(max([now.scaled(_BADGE), *words])) + 2 * now.scaled(_PAD[0])

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802  (Qt calls it)
        """Paint one head."""
        now, where = theme.current(), QRectF(rect)
        head, words = self._laid(section, rect.width())
        sides = Sides(where, self.isRightToLeft())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, now.colour("ground"))
        painter.setPen(QPen(now.colour("control-line"), 1))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        left = where.left() + now.scaled(_PAD[1])
        if head is not None:
            side = float(now.scaled(_BADGE))
            top = where.top() + (where.height() - side) / 2
            paint_badge(painter, sides.rect(left, top, side, side), head.letter, head.index, now)
            left += side + now.scaled(6)
        at = QPointF(left, where.top() + (where.height() - words.height) / 2)
        words.paint(painter, at, now.colour("ink"), sides)
        painter.restore()


class WordsBySource(QTableWidget):
    """`reached` gives the key of the cell come to, `entered` that of one on which Enter is pressed."""

    reached = Signal(str)
    entered = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = ""
        self.setAccessibleName(name)
        self.setProperty("look", "matrix")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        keep_room(self)
        self.verticalHeader().hide()
        self.setItemDelegate(WordCellPainter(self))
        self._head = WordsHead(self)
        self.setHorizontalHeader(self._head)
        self.currentCellChanged.connect(self._moved)
        self.doubleClicked.connect(self._double_clicked)

    def is_head(self, column: int) -> bool:
        """Tell whether a column says what the others are about."""
        return bool(self._first) and column == 0

    def set_cells(
        self, heads: Sequence[WordHead], rows: Sequence[Sequence[WordCell | None]], key: str, first: str = ""
    ) -> None:
        """Show cells; with `first`, the first of each row says what the row is about, under that head.

        The cell of `key` is at hand then, else the first that has words.
        """
        self.blockSignals(True)
        self._first = first
        self.clearContents()
        self.setColumnCount(len(heads) + bool(first))
        self.setRowCount(len(rows))
        self._head.heads = (*((None,) if first else ()), *heads)
        self._head.first = first
        for at, head in enumerate(self._head.heads):
            item = QTableWidgetItem(f"{head.letter}, {head.words}" if head is not None else first)
            self.setHorizontalHeaderItem(at, item)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell.words if cell is not None else "")
                item.setData(CELL, cell)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, cell.said if cell else _("empty"))
                self.setItem(row, column, item)
        self._share_out()
        places = [(row, column) for row, cells in enumerate(rows) for column, _one in enumerate(cells)]
        named = [place for place in places if (cell := self.cell(*place)) and cell.key and cell.key == key]
        filled = [place for place in places if (cell := self.cell(*place)) and cell.key]
        if filled:
            self.setCurrentCell(*(named or filled)[0])
        self.blockSignals(False)

    def cell(self, row: int, column: int) -> WordCell | None:
        """Return what stands in a cell; None where it is empty."""
        item = self.item(row, column)
        found = item.data(CELL) if item is not None else None
        return found if isinstance(found, WordCell) else None

    def current(self) -> WordCell | None:
        """Return the cell at hand."""
        return self.cell(self.currentRow(), self.currentColumn())

    def _share_out(self) -> None:
        """Share the width out among the sources, then give each row the height of its words."""
        now, count = theme.current(), self.columnCount()
        if not count:
            return
        least = max(now.scaled(_LEAST), self._head.least())
        room = max(1, self.width() - self.verticalScrollBar().sizeHint().width())
        fit = max(1, min(count, room // least))  # columns in view, each whole
        for column in range(count):
            self.setColumnWidth(column, room // fit + (column % fit < room % fit))  # not a pixel is left
        self._head.setFixedHeight(self._head.high())
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_out()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share_out()

    def _moved(self, row: int, column: int, _row: int, _column: int) -> None:
        cell = self.cell(row, column)
        self.reached.emit(cell.key if cell is not None else "")

    def _double_clicked(self, _index: QModelIndex) -> None:
        self._enter()

    def _enter(self) -> None:
        cell = self.current()
        if cell is not None and cell.key:
            self.entered.emit(cell.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on by Enter; other keys go through the cells."""
        if event.key() in ENTER and not event.modifiers():
            self._enter()
        else:
            super().keyPressEvent(event)
