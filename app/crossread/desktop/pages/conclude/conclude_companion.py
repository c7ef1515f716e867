"""The tab where a learner concludes: their words, reasons with passages, what speaks against it, a paper."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.pages.conclude.conclude_frame import ConcludeFrame
from crossread.desktop.pages.conclude.looking_card import LookingCard
from crossread.desktop.pages.conclude.paper_files import PaperFiles
from crossread.desktop.pages.conclude.reason_card import ReasonCard
from crossread.desktop.pages.notes.noted_deeds import NotedDeeds
from crossread.desktop.pages.notes.noted_spots import spot_of
from crossread.desktop.pages.notes.noted_words import shortened
from crossread.desktop.widgets.announce import announce
from crossread.inquiry.notes import NotedPassage
from crossread.operations.handing_on.concluding import (
    PaperFormat,
    looking_back,
    paper_as,
    paper_parts,
    passages_of,
)
from crossread.progress.conclusion_check import Remark
from crossread.progress.notes_board import Piece

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack


class ConcludeCompanion(ConcludeFrame):
    """The conclusion of a stage of kind `conclude`; in other stages that of the first one there is."""

    name = "conclude"
    stays = True

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self._deeds = NotedDeeds(around.session, self._pack)
        self.files = PaperFiles(around.session, opened.pack.title, self.paper, self)
        reasons = self.page.reasons
        reasons.moved.connect(self._move)
        reasons.gone.connect(self.remove_reason)
        reasons.removed.connect(self._take)
        reasons.add_asked.connect(self._add_here)
        reasons.shown.connect(self._show_piece)
        reasons.more_asked.connect(self.add_reason)
        self.page.remarks.chosen.connect(self._lead)
        self.page.export.clicked.connect(self._export)
        self.files.told.connect(self._told)
        self.files.refused.connect(self.refused)
        self.banner.acted.connect(self._banner_acted)

    def _connect_looking(self, card: LookingCard) -> None:
        super()._connect_looking(card)
        card.removed.connect(self._take_from_looking)
        card.add_asked.connect(self._add_to_looking)
        card.shown.connect(self._show_piece)

    def _pack(self) -> "OpenPack":
        return self.opened

    # Reasons

    def add_reason(self) -> None:
        """Begin a reason, with the focus in it."""
        made = self.work.begin()
        self._done()
        self._reach(made)

    def _move(self, reason: str, by: int) -> None:
        number = self.work.move(reason, by)
        if number:
            self._done()
            count = len(self.work.conclusion.reasons)
            announce(self, _("Now reason {number} of {all}").format(number=number, all=count))
            self._reach(reason)

    def remove_reason(self, reason: str) -> None:
        """Take a reason away, by its id; the banner can bring it back."""
        self.keep()
        self.work.remove(reason)
        self._done()
        self.banner.show_removed(_("Reason removed."))

    def _reach(self, reason: str) -> None:
        card = self.page.reasons.card(reason)
        if card is not None:
            card.reach()

    # Passages

    def add_evidence(self, passage: NotedPassage) -> bool:
        """Put a passage behind the reason in hand, or begin a reason with it; False where it is there."""
        self.keep()
        self.work.refresh()
        target = self.work.target()
        there = self.work.passages(target)
        if passage in there:
            announce(self, _("This passage is there already."))
            return False
        if target:
            self.work.put(target, *there, passage)
        else:
            self.work.begin(passage)
        self._done()
        card = self.in_hand()
        if card is not None:
            announce(self, card.added().format(quote=shortened(self._pieces()[passage].words)))
            bring_into_view(card)
        return True

    def _add_here(self, target: str) -> None:
        self.work.in_hand = target
        passage = self._deeds.passage_at(self._here)
        if passage is None:
            self.refused.emit(_("Select the words in a text first, then add them here."))
        else:
            self.add_evidence(passage)

    def _add_to_looking(self) -> None:
        card = self.sender()
        if isinstance(card, LookingCard):
            self._add_here(card.target)

    def _take(self, target: str, passage: object) -> None:
        self.keep()
        self.work.put(target, *(one for one in self.work.passages(target) if one != passage))
        self._done()
        self.banner.show_removed(_("Passage taken away."))

    def _take_from_looking(self, passage: object) -> None:
        card = self.sender()
        if isinstance(card, LookingCard):
            self._take(card.target, passage)

    def _show_piece(self, piece: object) -> None:
        spot = spot_of(piece) if isinstance(piece, Piece) else None
        if spot is not None:
            self.show_spot(spot)

    def _lead(self, remark: object) -> None:
        if isinstance(remark, Remark):
            self.page.reach(remark.field, remark.reason)

    # The paper

    def paper(self, form: PaperFormat) -> bytes:
        """Return the paper in a format, with the words of passages as they may be told now.

        Raises Expected("no-conclusion") where nothing is written yet.
        """
        self.work.keep()
        looking = looking_back(self.opened.pack, self.around.session.state(self.opened.pack.id))
        told = self._pieces()
        pieces = [told[passage] for passage in passages_of(self.work.conclusion, looking)]
        parts = paper_parts(
            self.work.conclusion,
            looking,
            pieces,
            self.around.clock.now().date().isoformat(),
            self.page.author.text(),
            self.opened.originals,
        )
        return paper_as(self.opened.pack, parts, form)

    def _export(self) -> None:
        self.files.open_menu(self.page.export)

    def _told(self, sentence: str) -> None:
        actions = [("folder", _("Show in folder")), ("close", _("Close"))]
        self.banner.show_message(sentence, actions)

    # What is done

    def _banner_acted(self, action: str) -> None:
        self.banner.clear()
        if action == "undo":
            self._try(self._undo)
            self.enter()
        elif action == "folder":
            self.files.show_folder()

    def _undo(self) -> None:
        announce(self, self._deeds.undo())

    def enter(self) -> None:
        """Take the focus: into the reason in hand, or what is concluded, as long as nothing is."""
        card = self.in_hand()
        if isinstance(card, ReasonCard) and self.work.conclusion.text.strip():
            card.reach()
        else:
            self.page.text.reach()
