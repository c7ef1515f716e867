"""The list of what was found: grouped, each hit in its words; arrow keys go from hit to hit."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QListView, QWidget

from crossread.desktop.pages.finding.found_layout import FoundLayout
from crossread.desktop.pages.finding.found_rows import FoundRow
from crossread.desktop.theme import theme
from crossread.desktop.widgets.lists.painted_list import PaintedList


class FoundList(PaintedList[FoundRow]):
    """What was found, one below the other; above it is the field."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)  # the first screenful at once, the rest while nothing else is to do

    def spoken(self, row: FoundRow) -> str:
        """Say a row as it is heard."""
        return row.spoken

    def lay_out(self, row: FoundRow, width: int, *, current: bool) -> FoundLayout:
        """Lay a row out in a width, in pixels."""
        del current
        return FoundLayout(row, width, theme.current(), mirrored=self.mirrored())

    def is_head(self, row: FoundRow) -> bool:
        """Tell whether a row is the head of a group."""
        return row.role == "head"

    def hits(self) -> tuple[FoundRow, ...]:
        """Return the rows that are hits."""
        return tuple(row for row in self.rows() if row.role == "hit")

    def set_rows(self, rows: Sequence[FoundRow]) -> None:
        """Show these rows from the first one on, and none is current; the same ones stay as they are."""
        if self.put_rows(rows):
            self.scrollToTop()

    def go_to(self, number: int) -> None:
        """Make a row current by its number among all rows, and bring it into view, with its head."""
        if number > 0 and self.is_head(self.rows()[number - 1]):
            self.scrollTo(self.model_rows.index(number - 1))
        super().go_to(number)

    def set_current(self, number: int) -> None:
        """Make a row current by its number among all rows, and bring it into view; -1: none."""
        if number >= 0:
            self.go_to(number)
        else:
            self.setCurrentIndex(QModelIndex())

    def current_number(self) -> int:
        """Return the number of the current row among all rows, -1 where there is none."""
        return self.currentIndex().row()

    def first_hit(self) -> int:
        """Return the number of the first row that can be gone to, -1 where there is none."""
        return self.first()
