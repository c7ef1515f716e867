"""The figures of one quantity as a table: the same as on the axis, row by row."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.pages.compare.figures.words import value_words
from crossread.desktop.theme import theme
from crossread.desktop.widgets.lists.words_table import WordsTable
from crossread.packs.pack import Pack
from crossread.progress.figures_shown import QuantityShown, ValueShown

SHARES = (0.24, 0.26, 0.5)  # of the width, for each column
NARROW_SHARES = (0.35, 0.65)
NARROW = 520  # pixels at the default text size, below which the last two columns are one


class FiguresTable(WordsTable):
    """Source, figure, and on whose word, of what and when."""

    def __init__(self, what: str, parent: QWidget) -> None:
        self._rows: list[tuple[str, str, str]] = []
        super().__init__(
            _("{what}, as a table; Enter leads to the passage").format(what=what),
            [_("Source"), _("Figure"), _("On whose word, of what, when")],
            SHARES,
            parent,
        )

    def set_values(self, values: Sequence[ValueShown], quantity: QuantityShown, pack: Pack) -> None:
        """Show these values, in this order."""
        self._rows = []
        for value in values:
            source = pack.source(value.source)
            told = value_words(value, quantity.unit)
            if value.hedge:
                told = _("{value}; hedged: “{hedge}”").format(value=told, hedge=value.hedge)
            when = date_in_words(value.when) if value.when else ""
            more = "; ".join(part for part in (value.whom, value.counted, when) if part)
            self._rows.append((f"{source.letter}, {source.card.short}", told, more))
        self._fill()

    def _fill(self) -> None:
        if self._is_narrow():
            self.setColumnCount(len(NARROW_SHARES))
            self._shares = NARROW_SHARES
            self.set_words(
                [(source, "\n".join(part for part in rest if part)) for source, *rest in self._rows]
            )
        else:
            self.setColumnCount(len(SHARES))
            self.setHorizontalHeaderLabels([_("Source"), _("Figure"), _("On whose word, of what, when")])
            self._shares = SHARES
            self.set_words(self._rows)

    def _is_narrow(self) -> bool:
        return self.width() < theme.current().scaled(NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many columns as there is room for."""
        if self._is_narrow() != (self.columnCount() == len(NARROW_SHARES)):
            row = self.currentRow()
            self._fill()
            self.setCurrentCell(row, 0)
        super().resizeEvent(event)
