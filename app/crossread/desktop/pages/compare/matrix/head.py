"""The head of the claim matrix: which rows, how much is given, how many cells are filled, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.matrix.filter import MatrixFilter
from crossread.desktop.pages.compare.matrix.words import GIVEN_WORDS, Column
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.segmented import Segmented


class MatrixHead(QWidget):
    """`filter` says which rows are wanted, `given_chosen` how much is given; the rest asks for deeds."""

    given_chosen = Signal(str)
    files_asked = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.count = labels.muted("", self)
        self.given = Segmented(
            [(key, _(words)) for key, words in GIVEN_WORDS.items()],
            self,
            look="pills",
            name=_("How much is filled in from the start"),
        )
        self.given.chosen.connect(self.given_chosen)
        self.files = plain(_("Export ▾"), self)
        self.files.setAccessibleName(_("Export"))
        self.files.clicked.connect(self.files_asked)
        self.filter = MatrixFilter(columns, self)
        self.written = labels.quiet("", self)
        self.written.hide()
        inside = QWidget(self)
        row = FlowLayout(inside, across=12, down=8)
        row.addWidget(self.filter)
        row.addWidget(self.given)
        row.addWidget(self.files)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(inside)
        column.addWidget(self.written)

    def say(self, told: str) -> None:
        """Say what was written to a file."""
        self.written.setText(told)
        self.written.setVisible(bool(told))
