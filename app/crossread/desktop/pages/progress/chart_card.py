"""A card with a picture: what it is, a sentence on it, the table behind it, and the way to save it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.pages.progress.chart import Chart, Draw
from crossread.desktop.pages.progress.chart_saving import ChartSaving
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, rename
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.lists.words_table import WordsTable

BESIDE = 26  # pixels at the default text size, before and after the words of a cell together


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
        self._is_folded = False
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
        shows = self.chart.isVisibleTo(self)
        if shows:
            self._make_table()
        elif self.table is not None:
            self.table.hide()
        self.chart.setVisible(not shows)
        rename(self.as_table, _("Show as a picture") if shows else _("Show as a table"))
        if shows and self.table is not None:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_table(self) -> None:
        """Make the table for the room there is: where its columns have none, each row is a cell of lines."""
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self._is_folded = self._has_no_room()
        if self._is_folded:
            self.table = WordsTable(self.title, self._columns[:1], [1.0], self)
            self.table.set_words([[self._in_lines(row)] for row in self._rows])
        else:
            self.table = WordsTable(self.title, self._columns, self._shares, self)
            self.table.set_words(self._rows)
        self.body.insertWidget(self.body.indexOf(self.chart) + 1, self.table)
        self.table.show()

    def _in_lines(self, row: Sequence[str]) -> str:
        told = zip(self._columns[1:], row[1:], strict=True)
        lines = [_("{column}: {value}").format(column=column, value=value) for column, value in told]
        return "\n".join([row[0], *lines])

    def _has_no_room(self) -> bool:
        """Tell whether a word would be broken in some column."""
        look = theme.current()
        metrics, head = QFontMetrics(look.font("small")), QFontMetrics(look.font("strong"))
        needed = 0
        for number, title in enumerate(self._columns):
            words = [word for row in self._rows for word in row[number].split(" ")]
            widths = [metrics.horizontalAdvance(word) for word in words]
            widths += [head.horizontalAdvance(word) for word in title.split(" ")]
            needed += max(widths, default=0) + look.scaled(BESIDE)
        margins = self.body.contentsMargins()
        return needed > self.width() - margins.left() - margins.right()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the table anew where its columns have room now, or have none any more."""
        super().resizeEvent(event)
        shows = self.table is not None and self.table.isVisibleTo(self)
        if shows and self._is_folded != self._has_no_room():
            self._make_table()

    def _open_saving(self) -> None:
        self.saving.open_menu(self.save)
