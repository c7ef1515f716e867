"""The timeline as a table: the same moments row by row, for screen readers and whoever likes it plain."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.pages.timeline_words import sayers_in_words, what_in_words
from crossread.packs.chronology import Row
from crossread.packs.pack import Pack

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TimelineTable(QTableWidget):
    """Date, what, who says so. `opened` gives the number of the row that Enter or a double click is on."""

    opened = Signal(int)
    row_entered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setAccessibleName(_("Timeline as a table; Enter leads to the passage"))
        self.setHorizontalHeaderLabels([_("Date"), _("What"), _("Who says so")])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.doubleClicked.connect(self._double_clicked)
        self.currentCellChanged.connect(self._moved)

    def set_rows(self, pack: Pack, rows: Sequence[Row]) -> None:
        """Show these moments."""
        self.clearContents()
        self.setRowCount(len(rows))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        for number, row in enumerate(rows):
            told = (date_in_words(row.written), what_in_words(row), sayers_in_words(pack, row))
            for column, words in enumerate(told):
                item = QTableWidgetItem(words)
                item.setTextAlignment(top)
                self.setItem(number, column, item)
        self.setColumnWidth(2, self.width() // 4)

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
