"""The parts of a conclusion put together: its fields, what is typed into them, what is in hand."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.desktop.pages.around.stages import onward, onward_words
from crossread.desktop.pages.conclude.all_in_work import AllInWork
from crossread.desktop.pages.conclude.behind import Behind
from crossread.desktop.pages.conclude.conclude_page import ConcludePage
from crossread.desktop.pages.conclude.looking_card import LookingCard
from crossread.desktop.pages.conclude.way_on import WayOn
from crossread.desktop.pages.desk.companion import Companion
from crossread.desktop.pages.notes.noted_spots import veiled_pieces
from crossread.desktop.pages.panes.removed_banner import RemovedBanner
from crossread.desktop.place import Spot
from crossread.inquiry.notes import NotedPassage
from crossread.progress.notes_board import Piece

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed
    from crossread.packs.pack import Stage


class ConcludeFrame(Companion):
    """Shows the conclusion of a stage, and keeps what is typed; `ConcludeCompanion` does the rest."""

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self._here: Spot | None = None
        self._stale = False
        self._stage: Stage | None = None
        self.page = ConcludePage(opened.pack, self)
        self.work = AllInWork(around.session, opened, _stage_of(opened, None))
        self.banner = RemovedBanner(partial(around.session.note_turns, opened.pack.id), self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.page, 1)
        whole.addWidget(self.banner)
        self.way_on = WayOn(self)
        self.way_on.asked.connect(self._go_on)
        whole.addWidget(self.way_on)
        for field in self.page.writings().values():
            field.text.edited.connect(self._typed)
            field.text.paused.connect(self._pause)
            field.text.left.connect(self.keep)
            field.text.too_long.connect(self.refused)
        self.page.reasons.typed.connect(self._reason_typed)
        self.page.reasons.paused.connect(self._pause)
        self.page.reasons.left.connect(self.keep)
        self.page.reasons.too_long.connect(self.refused)
        self.page.remarks.asked.connect(self._look_over)
        around.veiling.changed.connect(self._refresh)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        self._refresh()

    def _connect_looking(self, card: LookingCard) -> None:
        card.text.edited.connect(self._looking_typed)
        card.text.paused.connect(self._pause)
        card.text.left.connect(self.keep)
        card.text.too_long.connect(self.refused)

    # What there is

    def open_stage(self, stage: "Stage | None") -> None:
        """Show the conclusion that belongs to a stage."""
        self._stage = stage
        self._show_way()
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
        """Show again what has changed; what could not be kept before may be kept now."""
        self.work.retry()
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
        self._show_way()
        firm = self.opened.pack.floor_line(self.around.session.firm_line(self.opened, conclusion))
        self.page.show_firm(firm.text if firm else "")

    def _pieces(self) -> dict[NotedPassage, Piece]:
        """Return all passages in it with their places, their words as they may be told now."""
        pieces = self.around.session.pieces(self.opened, self.work.all_passages())
        told = veiled_pieces(self.around.veiling, self.opened, pieces) if self.opened.pack.graphic else pieces
        return {piece.passage: piece for piece in told}

    def _look_over(self) -> None:
        self.page.remarks.fill(self.around.session.look_over(self.opened, self.work.conclusion))

    # The way on

    def _show_way(self) -> None:
        """Lead to the questions of the stage in view, or, once they are handed in, to what comes after it."""
        pack, stage = self.opened.pack, self._stage
        asks = stage is not None and bool(pack.questions_of(stage.id))
        self.page.show_beside(asks and stage is not None and stage.kind == "conclude")
        if stage is None:
            self.way_on.lead_nowhere()
        elif asks and not self.around.session.state(pack.id).of(stage.id).latest.handed_in:
            self.way_on.lead_to_questions()
        else:
            self.way_on.lead_onward(onward_words(pack, stage))

    def _go_on(self) -> None:
        if self.way_on.leads == "questions":
            self.questions_asked.emit()
        elif self._stage is not None:
            self.go(onward(self.opened.pack, self._stage))

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

    def keep(self) -> None:
        """Put all that was typed into the record."""
        self._try(self.work.keep)

    def _pause(self) -> None:
        """Keep what was typed; whoever typed goes on."""
        self._try(partial(self.work.keep, goes_on=True))

    def _done(self) -> None:
        self.keep()
        self._refresh()

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Expected as error:
            self.refused.emit(error.message)

    def leave(self) -> None:
        """Keep what is unfinished."""
        self.keep()

    # What is in hand

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


def _stage_of(opened: "OpenPack", stage: "Stage | None") -> str:
    """Return whose conclusion is written, by id: that of the stage in view, else of the first of its kind."""
    if stage is not None and stage.kind == "conclude":
        return stage.id
    return next((one.id for one in opened.pack.stages if one.kind == "conclude"), "")
