"""The tab where a learner concludes: their words, reasons with passages, what speaks against it, a paper."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.answers.long_text import LONGEST
from crossread.desktop.pages.conclude.all_in_work import AllInWork
from crossread.desktop.pages.conclude.behind import Behind
from crossread.desktop.pages.conclude.conclude_page import ConcludePage
from crossread.desktop.pages.conclude.looking_card import LookingCard
from crossread.desktop.pages.conclude.paper_files import PaperFiles
from crossread.desktop.pages.conclude.reason_card import ReasonCard
from crossread.desktop.pages.desk.companion import Companion
from crossread.desktop.pages.notes.noted_deeds import NotedDeeds
from crossread.desktop.pages.notes.noted_spots import spot_of, veiled_pieces
from crossread.desktop.pages.notes.noted_words import shortened
from crossread.desktop.pages.panes.removed_banner import RemovedBanner
from crossread.desktop.place import Spot
from crossread.desktop.widgets.announce import announce
from crossread.inquiry.notes import NotedPassage
from crossread.operations.concluding import PaperFormat, looking_back, paper_as, paper_parts, passages_of
from crossread.progress.conclusion_check import Remark
from crossread.progress.notes_board import Piece

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.changed import Changed
    from crossread.operations.opened import OpenPack
    from crossread.packs.pack import Stage


class ConcludeCompanion(Companion):
    """The conclusion of a stage of kind `conclude`; in other stages that of the first one there is."""

    name = "conclude"
    stays = True

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self._here: Spot | None = None
        self._stale = False
        self._deeds = NotedDeeds(around.session, self._pack)
        self.page = ConcludePage(opened.pack, self)
        self.work = AllInWork(around.session, opened, _stage_of(opened, None))
        self.files = PaperFiles(around.session, opened.pack.title, self.paper, self)
        self.banner = RemovedBanner(partial(around.session.note_turns, opened.pack.id), self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.page, 1)
        whole.addWidget(self.banner)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        for field in self.page.writings().values():
            field.text.edited.connect(self._typed)
            field.text.paused.connect(self.keep)
            field.text.refused.connect(self._too_long)
        reasons = self.page.reasons
        reasons.typed.connect(self._reason_typed)
        reasons.paused.connect(self.keep)
        reasons.too_long.connect(self._too_long)
        reasons.moved.connect(self._move)
        reasons.gone.connect(self.remove_reason)
        reasons.removed.connect(self._take)
        reasons.add_asked.connect(self._add_here)
        reasons.shown.connect(self._show_piece)
        reasons.more_asked.connect(self.add_reason)
        self.page.remarks.asked.connect(self._look_over)
        self.page.remarks.chosen.connect(self._lead)
        self.page.export.clicked.connect(self._export)
        self.files.told.connect(self._told)
        self.files.refused.connect(self.refused)
        self.banner.acted.connect(self._banner_acted)
        self.around.veiling.changed.connect(self._refresh)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def _connect_looking(self, card: LookingCard) -> None:
        card.text.edited.connect(self._looking_typed)
        card.text.paused.connect(self.keep)
        card.text.refused.connect(self._too_long)
        card.removed.connect(self._take_from_looking)
        card.add_asked.connect(self._add_to_looking)
        card.shown.connect(self._show_piece)

    def _pack(self) -> "OpenPack":
        return self.opened

    # What there is

    def open_stage(self, stage: "Stage | None") -> None:
        """Show the conclusion that belongs to a stage."""
        wanted = _stage_of(self.opened, stage)
        if wanted != self.work.conclusion.stage:
            self.leave()
            self.work = AllInWork(self.around.session, self.opened, wanted)
            self._refresh()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self.work.set_opened(opened)
        self._refresh()

    def set_view(self, here: Spot | None) -> None:
        """Say where the learner reads now: from there a passage is added."""
        self._here = here

    def changed(self, what: "Changed") -> None:
        """Show again what has changed."""
        if what.what & {"state", "originals", "settings"}:
            self._stale = not self.isVisible()
            if not self._stale:
                self._refresh()
        self.banner.see_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while other things were in view."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        self.work.refresh()
        expected, conclusion = self.work.expected(), self.work.conclusion
        for card in self.page.set_looking([stage for stage, _words in expected]):
            self._connect_looking(card)
        pieces = self._pieces()
        for name, field in self.page.writings().items():
            field.text.show_text(getattr(conclusion, name))
        self.page.reasons.fill(conclusion.reasons, pieces)
        for card, (stage, words) in zip(self.page.looking, expected, strict=True):
            judgement = self.work.judgement(stage.id)
            card.fill(words, judgement, [pieces[passage] for passage in judgement.passages])
        self._show_in_hand()
        if self.page.remarks.on:
            self._look_over()
        firm = self.opened.pack.floor_line(self.around.session.firm_line(self.opened, conclusion))
        self.page.show_firm(firm.text if firm else "")

    def _pieces(self) -> dict[NotedPassage, Piece]:
        """Return all passages in it with their places, their words as they may be told now."""
        pieces = self.around.session.pieces(self.opened, self.work.all_passages())
        told = veiled_pieces(self.around.veiling, self.opened, pieces) if self.opened.pack.graphic else pieces
        return {piece.passage: piece for piece in told}

    # What is typed

    def _typed(self) -> None:
        sender = self.sender()
        for name, field in self.page.writings().items():
            if field.text is sender:
                self.work.type_field(name, field.text.text())

    def _reason_typed(self, reason: str, words: str) -> None:
        self.work.type_reason(reason, words)

    def _looking_typed(self) -> None:
        sender = self.sender()
        for card in self.page.looking:
            if card.text is sender:
                self.work.type_looking(card.stage, card.text.text())

    def _too_long(self, by: int) -> None:
        told = _("A text here can have {most} characters; this one would have {over} more. Shorten it first.")
        self.refused.emit(told.format(most=LONGEST, over=by))

    def keep(self) -> None:
        """Put all that was typed into the record."""
        self._try(self.work.keep)

    def _done(self) -> None:
        self.keep()
        self._refresh()

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

    def _cards(self) -> list[Behind]:
        return [*self.page.reasons.cards, *self.page.looking]

    def in_hand(self) -> Behind | None:
        """Return what passages that are sent go to; None where a reason is begun for them."""
        target = self.work.target()
        return next((card for card in self._cards() if card.target == target), None)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for card in self._cards():
            if new is not None and card.isAncestorOf(new):
                self.work.in_hand = card.target
                self._show_in_hand()

    def _show_in_hand(self) -> None:
        wanted = self.in_hand()
        for card in self._cards():
            card.set_in_hand(card is wanted)

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

    # The check

    def _look_over(self) -> None:
        self.page.remarks.fill(self.around.session.look_over(self.opened, self.work.conclusion))

    def _lead(self, remark: object) -> None:
        if isinstance(remark, Remark):
            self.page.reach(remark.field, remark.reason)

    # The paper

    def paper(self, form: PaperFormat) -> bytes:
        """Return the paper in a format; raises Expected("no-conclusion") where nothing is written yet."""
        self.work.keep()
        looking = looking_back(self.opened.pack, self.around.session.state(self.opened.pack.id))
        cited = passages_of(self.work.conclusion, looking)
        pieces = self.around.session.pieces(self.opened, cited)
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
        actions = [("folder", _("Show in its folder")), ("close", _("Close"))]
        self.banner.show_message(sentence, actions)

    # What is done

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Expected as error:
            self.refused.emit(error.message)

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

    def leave(self) -> None:
        """Keep what is unfinished."""
        self.keep()


def _stage_of(opened: "OpenPack", stage: "Stage | None") -> str:
    """Return whose conclusion is written, by id: that of the stage in view, else of the first of its kind."""
    if stage is not None and stage.kind == "conclude":
        return stage.id
    return next((one.id for one in opened.pack.stages if one.kind == "conclude"), "")
