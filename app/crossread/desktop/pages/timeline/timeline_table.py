"""The timeline as a table: the same moments row by row, for screen readers and whoever likes it plain."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.pages.timeline.timeline_words import sayers_in_words, what_in_words
from crossread.desktop.widgets.lists.words_table import WordsTable
from crossread.packs.pack import Pack
from crossread.packs.sources.chronology import Row

SHARES = (0.24, 0.5, 0.26)  # of the width, for each column


class TimelineTable(WordsTable):
    """Date, what, who says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Timeline as a table; Enter leads to the passage"),
            [_("Date"), _("What"), _("Who says so")],
            SHARES,
            parent,
        )

    def set_rows(self, pack: Pack, rows: Sequence[Row]) -> None:
        """Show these moments."""
        self.set_words(
            [(date_in_words(row.written), what_in_words(row), sayers_in_words(pack, row)) for row in rows]
        )
