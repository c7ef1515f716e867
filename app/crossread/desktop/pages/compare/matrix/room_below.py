"""The height that a claim matrix of few rows need not take is left to what is in hand below it."""

from PySide6.QtCore import QObject, QTimer

from crossread.desktop.pages.compare.laid_out.shared_height import SharedHeight
from crossread.desktop.pages.compare.matrix.table import MatrixTable
from crossread.desktop.theme import theme

SPARE = 32  # pixels at the default text size, below the last row


class RoomBelow(QObject):
    """Goes by which rows there are and how wide they stand: as a row is filled and grows, nothing moves."""

    def __init__(self, table: MatrixTable, split: SharedHeight) -> None:
        super().__init__(split)
        self._table, self._split = table, split
        self._rows: tuple[object, ...] = ()
        self._later = QTimer(self)  # the table measures itself while it is given its place
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        table.measured.connect(self._later.start)

    def _fit(self) -> None:
        table, spare = self._table, theme.current().scaled(SPARE)
        rows = (spare, table.width(), *(row.claim for row in table.cells.rows))
        if rows != self._rows:
            self._rows = rows
            self._split.set_needed(table.whole_high() + spare)
