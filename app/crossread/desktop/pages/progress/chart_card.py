"""A card with a picture: what it is, a sentence on it, the table behind it, and the way to save it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.pages.progress.chart import Chart, Draw
from crossread.desktop.pages.progress.chart_saving import ChartSaving
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, rename
from crossread.desktop.widgets.card_frame import CardFrame
from crossread.desktop.widgets.flow import FlowLayout
from crossread.desktop.widgets.words_table import WordsTable


class ChartCard(CardFrame):
    """A heading, a sentence, the picture; below it *Show as a table* and *Save…*.

    `told` and `refused` say what became of a file.
    """

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self, title: str, sentence: str, draw: Draw, parent: QWidget | None = None, *, padding: int = 24
    ) -> None:
        super().__init__(parent, padding=padding)
        self.title = title
        self.body.addWidget(labels.heading(title, self))
        self.sentence = labels.quiet(sentence, self)
        self.sentence.setVisible(bool(sentence))
        self.body.addWidget(self.sentence)
        self.body.addSpacing(6)
        self.chart = Chart(title, draw, self)
        self.body.addWidget(self.chart)
        self.table: WordsTable | None = None
        self._columns: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self._shares: Sequence[float] = ()
        self.as_table = link_button(_("Show as a table"), self)
        self.as_table.clicked.connect(self._turn)
        self.save = link_button(_("Save the picture…"), self)
        self.saving = ChartSaving(title, draw, self)
        self.saving.told.connect(self.told)
        self.saving.refused.connect(self.refused)
        self.save.clicked.connect(self._open_saving)
        self.foot = FlowLayout(across=18)
        self.foot.addWidget(self.as_table)
        self.foot.addWidget(self.save)
        self.body.addLayout(self.foot)

    def set_table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
    ) -> None:
        """Say what stands in the table; its columns part the width as `shares` are to one another."""
        self._columns, self._rows = columns, rows
        self._shares = [share / sum(shares) for share in shares]

    def _turn(self) -> None:
        if self.table is None:
            self.table = WordsTable(self.title, self._columns, self._shares, self)
            self.table.set_words(self._rows)
            self.body.insertWidget(self.body.indexOf(self.chart) + 1, self.table)
            self.table.hide()
        shows = self.table.isHidden()
        self.table.setVisible(shows)
        self.chart.setVisible(not shows)
        rename(self.as_table, _("Show as a picture") if shows else _("Show as a table"))
        if shows:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_saving(self) -> None:
        self.saving.open_menu(self.save)
