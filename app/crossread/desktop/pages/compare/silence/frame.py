"""What stands on the page of silences: the sources, the claims each leaves out, and the work on one."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.answer import Letters
from crossread.desktop.pages.compare.laid_out.filtered_list import FilteredList
from crossread.desktop.pages.compare.laid_out.list_and_work import ListAndWork
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.silence.work import SilenceWork
from crossread.desktop.pages.compare.told.no_claims import NoClaims
from crossread.desktop.pages.compare.told.row_offer import RowOffer
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.picking.segmented import Segmented

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack


class SilenceFrame(ComparePart):
    """Tabs by source, a list of claims, beside it the work on one or the offer of its row, and notices."""

    name = "silence"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        sources = opened.pack.sources
        self._letters: Letters = {source.id: (source.letter, at) for at, source in enumerate(sources)}
        tabs = [(one.id, f"{one.letter}  {one.card.short}") for one in sources]
        self.sources = Segmented(tabs, self, look="pills", name=_("Whose silence"))
        self.sources.set_value(sources[0].id)
        self.lines = FilteredList(_("What this source leaves out"), _("Words of the claim"), self)
        self.split = ListAndWork(self.lines, _("What explains the silence"), self)
        self.work = SilenceWork(self._letters, self.split)
        self.offer = RowOffer(self.split)
        self.split.body.addWidget(self.offer)
        self.split.body.addWidget(self.work, 1)
        self.split.body.addStretch(0)  # takes the rest where there is only the offer
        self.held = labels.quiet("", self)
        self.came = labels.quiet("", self)  # what became of a row that was shown and is no silence
        self.came.hide()
        self.empty = CardFrame(self, look="dashed")
        self._title = labels.heading("", self.empty)
        self._why = labels.body("", self.empty)
        self.empty.body.addWidget(self._title)
        self.empty.body.addWidget(self._why)
        self.no_claims = NoClaims(self)
        self.no_claims.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(12)
        column.addWidget(
            labels.muted(_("What a source leaves out while others speak of it. Choose whose silence."), self)
        )
        for widget in (self.sources, self.came, self.empty, self.no_claims):
            column.addWidget(widget)
        column.addWidget(self.split, 1)
        column.addWidget(self.held)
        column.addStretch(0)

    def say_what_is_held(self, count: int) -> None:
        """Say of how many claims nothing is told as long as questions are open."""
        self.held.setText(
            ngettext(
                "{count} claim is kept back here: a question that is open asks about it.",
                "{count} claims are kept back here: questions that are open ask about them.",
                count,
            ).format(count=count)
        )
        self.held.setVisible(bool(count))

    def say_nothing_there(self, letter: str) -> None:
        """Say why no silence of a source, by its letter, is listed."""
        self._title.setText(_("Nothing that only the others speak of"))
        why = _("On every claim that can be shown here, {letter} says something, or nobody does.")
        self._why.setText(why.format(letter=letter))
