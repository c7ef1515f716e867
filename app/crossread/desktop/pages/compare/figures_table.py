"""The figures of one quantity as a table: the same as on the axis, row by row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.pages.compare.figures_words import value_words
from crossread.desktop.widgets.words_table import WordsTable
from crossread.packs.pack import Pack
from crossread.progress.figures_shown import QuantityShown, ValueShown

SHARES = (0.24, 0.26, 0.5)  # of the width, for each column


class FiguresTable(WordsTable):
    """Source, figure, and on whose word, of what and when."""

    def __init__(self, what: str, parent: QWidget) -> None:
        super().__init__(
            _("{what}, as a table; Enter leads to the passage").format(what=what),
            [_("Source"), _("Figure"), _("On whose word, of what, when")],
            SHARES,
            parent,
        )

    def set_values(self, values: Sequence[ValueShown], quantity: QuantityShown, pack: Pack) -> None:
        """Show these values, in this order."""
        rows = []
        for value in values:
            source = pack.source(value.source)
            told = value_words(value, quantity.unit)
            if value.hedge:
                told = _("{value}; hedged: “{hedge}”").format(value=told, hedge=value.hedge)
            when = date_in_words(value.when) if value.when else ""
            name = f"{source.letter}, {source.card.short}"
            more = "; ".join(part for part in (value.whom, value.counted, when) if part)
            rows.append((name, told, more))
        self.set_words(rows)
