"""A table of words, as high as all its rows: for screen readers and whoever likes it plain."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from crossread.desktop.theme import theme
from crossread.desktop.theme.style_sheet import WIDEST_RING

BESIDE = 20  # pixels at the default text size, before and after the words of a cell together
AIR = 14  # pixels at the default text size, above and below the words of a row together
SPARE = 2  # pixels by which words of a cell may be wider than they were measured
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsTable(QTableWidget):
    """Rows of words that wrap in their cells; nothing of them is cut off.

    `shares` are the shares of the width that the columns take; no column is narrower than its longest word
    where there is room for all.
    `opened` gives the row that Enter or a double click is on, `row_entered` the one that is come to.
    """

    opened = Signal(int)
    row_entered = Signal(int)

    def __init__(
        self, name: str, columns: Sequence[str], shares: Sequence[float], parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(columns), parent)
        self._shares: Sequence[float] = tuple(shares)
        self.setAccessibleName(name)
        self.setProperty("look", "words")
        self.setHorizontalHeaderLabels(list(columns))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        wrapped = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter) | int(
            Qt.TextFlag.TextWordWrap
        )
        header.setDefaultAlignment(Qt.AlignmentFlag(wrapped))
        self.doubleClicked.connect(self._double_clicked)
        self.currentCellChanged.connect(self._moved)

    def set_words(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows of as many cells as there are columns."""
        self.clearContents()
        self.setRowCount(len(rows))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setTextAlignment(middle)
                self.setItem(number, column, item)
        self._share_out()

    def _share_out(self) -> None:
        """Share the width out among the columns, then give each row the height that its words need."""
        width = self.viewport().width()
        self.setFont(theme.current().font("interface"))
        columns = range(self.columnCount())
        if sum(self._least(column) for column in columns) > width:
            self.setFont(theme.current().font("small"))  # rather than break words
        widths = self._widths(width)
        # Qt measures as from the left; words that run from the right may take a little more on their line.
        self._set_widths([max(1, across - SPARE) for across in widths])
        self.resizeRowsToContents()
        self._set_widths(widths)
        self._wrap_header()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + theme.current().scaled(AIR))
        self.updateGeometry()

    def _widths(self, width: int) -> list[int]:
        """Part a width as the shares say; what some need beyond theirs, those give that can spare it."""
        least = [self._least(column) for column in range(self.columnCount())]
        asked = [max(width * share, needed) for share, needed in zip(self._shares, least, strict=True)]
        spare = sum(asked) - sum(least)
        given = min(1.0, max(0.0, sum(asked) - width) / spare) if spare else 0.0
        parted = [int(one - (one - needed) * given) for one, needed in zip(asked, least, strict=True)]
        widest = parted.index(max(parted))
        parted[widest] = max(1, width - sum(parted) + parted[widest])
        return parted

    def _set_widths(self, widths: Sequence[int]) -> None:
        for column, across in enumerate(widths):
            self.setColumnWidth(column, across)

    def _least(self, column: int) -> int:
        """Return the width at which no word of a column is broken, in pixels."""
        head, metrics = self.horizontalHeader(), self.fontMetrics()
        heading = QFontMetrics(head.font())
        words = [item.text() for row in range(self.rowCount()) if (item := self.item(row, column))]
        widths = [metrics.horizontalAdvance(one) for told in words for one in told.split()]
        title = self.horizontalHeaderItem(column)
        widths += [heading.horizontalAdvance(one) for one in (title.text() if title else "").split()]
        return max(widths, default=0) + theme.current().scaled(BESIDE)

    def _wrap_header(self) -> None:
        """Make the head as high as its words take in the columns."""
        head, most = self.horizontalHeader(), 1
        metrics = QFontMetrics(head.font())
        for column in range(self.columnCount()):
            title = self.horizontalHeaderItem(column)
            room = QRect(0, 0, self.columnWidth(column) - theme.current().scaled(BESIDE), 10_000)
            words = title.text() if title else ""
            most = max(most, metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height())
        head.setFixedHeight(most + theme.current().scaled(AIR))

    def sizeHint(self) -> QSize:
        """Return the height of all rows: the page scrolls, not the table."""
        rows = self.horizontalHeader().height() + self.verticalHeader().length()
        return QSize(400, rows + 2 * WIDEST_RING)

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

    def row_rect(self, number: int) -> QRect:
        """Return where a row stands, in the table's own coordinates."""
        index = self.model().index(number, 0)
        return self.visualRect(index).translated(self.viewport().pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row by Enter."""
        if event.key() in ENTER and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _double_clicked(self) -> None:
        self.opened.emit(self.currentRow())

    def _moved(self, row: int, _column: int, _before: int, _old: int) -> None:
        if row >= 0:
            self.row_entered.emit(row)
