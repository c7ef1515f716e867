"""The parts of the desk and what belongs to all of them: banner, companions, places in the texts, panes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.in_hand.matrix_sending import CellSending
from crossread.desktop.pages.conclude.desk_concluding import DeskConcluding
from crossread.desktop.pages.desk.companion import Companion
from crossread.desktop.pages.desk.desk_alone import DeskAlone
from crossread.desktop.pages.desk.desk_claims import DeskClaims
from crossread.desktop.pages.desk.desk_front import DeskFront
from crossread.desktop.pages.desk.desk_layout import DeskLayout
from crossread.desktop.pages.desk.desk_noting import DeskNoting
from crossread.desktop.pages.desk.desk_panes import DeskPanes
from crossread.desktop.pages.desk.desk_side import DeskSide
from crossread.desktop.pages.desk.desk_spots import DeskSpots
from crossread.desktop.pages.desk.desk_steps import Steps
from crossread.desktop.pages.page import PackPage, Surroundings
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.pane_menu import PaneMenu
from crossread.desktop.pages.panes.removed_banner import RemovedBanner
from crossread.desktop.pages.questions.question_column import QuestionColumn
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.place import Place, Spot
from crossread.desktop.tab_order import stops
from crossread.desktop.widgets.telling.banner import BannerLook
from crossread.inquiry.state import InquiryState
from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import Stage
from crossread.progress.reading_mirror import CARD

if TYPE_CHECKING:
    from crossread.desktop.pages.notes.notes_companion import NotesCompanion
    from crossread.inquiry.notes import NotedPassage

NOTE_PLACE_MS = 300  # a pause in scrolling after which the place is noted
SEE_MS = 120  # a pause in moving the caret after which a companion is told


class DeskFrame(PackPage):
    """Panes with texts, questions and companions beside them, put together; `Desk` has them work."""

    name = "desk"

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, opened, remembered, parent)
        self._stage = opened.pack.stages[0]
        self._restoring = False
        self._address = ""
        self.banner = RemovedBanner(partial(around.session.note_turns, opened.pack.id), self)
        self.panes = DeskPanes(around, opened, remembered, self)
        self._spots = DeskSpots(self.panes)
        self._steps = Steps(self.here, self)
        self.panes.step = self._steps.step
        self.column = QuestionColumn(around, self, see=self.panes.seen)
        self.side = DeskSide(around, opened, self.column, self.selection_spot, self)
        self.layout_ = DeskLayout(self.panes.panes, self.side, self)
        self.front = DeskFront(around, opened, self.layout_, self._focus_texts)
        self.cells = CellSending(around, self.panes, self.front, self._stage_now, self)
        self.concluding = DeskConcluding(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.layout_, 1)
        whole.addWidget(self.banner)  # below, so that the texts stay where they are
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTE_PLACE_MS)
        self._alone = DeskAlone(self.panes, self.layout_, self)
        self._claims = DeskClaims(self.panes, self._state, self._stage_now, self)
        self._see_later = QTimer(self)
        self._see_later.setSingleShot(True)
        self._see_later.setInterval(SEE_MS)
        self._see_later.timeout.connect(self.side.see)
        self.noting = DeskNoting(around, self.panes, self.takes_passages, self._open_notes, self)

    # The banner

    def show_attached(self, sentences: Sequence[str], *, all_well: bool) -> None:
        """Say what became of files that were added."""
        look: BannerLook = "news" if all_well else "caution"
        self.banner.show_message("\n".join(sentences), [("close", _("Close"))], look)

    def _link_asked(self, address: str) -> None:
        """Show an address in full before it opens in the browser; only https and mailto ever do."""
        if QUrl(address).scheme() in ("https", "mailto"):
            self._address = address
            told = _("This opens in your browser, outside Crossread: {address}")
            actions = [("open", _("Open")), ("close", _("Not now"))]
            self.banner.show_message(told.format(address=address), actions)

    def _banner_acted(self, action: str) -> None:
        self.banner.clear()
        if action == "open":
            QDesktopServices.openUrl(QUrl(self._address))
        elif action == "undo":
            self.noting.undo()
            self.panes.focus(self.panes.focused)

    def _say_removed(self, sentence: str) -> None:
        self.banner.show_removed(sentence)

    # What stands beside the texts

    @property
    def companion(self) -> Companion | None:
        """What stands in the place of the questions; None where they are in view."""
        return self.side.companion

    def show_companion(self, name: str, focus: bool = True) -> None:
        """Bring a companion into view, or the questions by "questions", wherever the desk has them now."""
        self._alone.set_on(False)
        self.side.show_companion(name, focus=False)
        if not self.layout_.drawer_open():
            self.layout_.set_drawer(True)
        if focus:
            self.side.focus()

    def _open_notes(self) -> "NotesCompanion | None":
        """Bring the notes into view, and return them."""
        from crossread.desktop.pages.notes.notes_companion import NotesCompanion

        self.show_companion("notes", focus=False)
        return self.companion if isinstance(self.companion, NotesCompanion) else None

    def add_evidence(self, passage: "NotedPassage") -> None:
        """Put a passage behind the reason in hand, with the conclusion in view."""
        self.concluding.add(passage)

    def _show_words(self, entry: str) -> None:
        """Show the list of explained words, at one of them."""
        self.show_companion("words")
        if self.companion is not None:
            self.companion.show_entry(entry)

    def takes_passages(self) -> bool:
        """Tell whether what is marked in a text goes to a cell, to a reason, or to the question in view."""
        if self.cells.waits or self.concluding.in_view:
            return True
        body = self.column.body
        return self.companion is None and body is not None and body.takes_passages()

    # Places in the texts

    def selection_spot(self) -> Spot | None:
        """Return what is selected in the pane in hand, else the sentence at its caret."""
        return self._spots.chosen()

    def show_spot(self, spot: Spot, focus: bool = False) -> None:
        """Show a place in a text, in a pane that has it or is free for it, as a step to come back from."""
        why_not = self._spots.why_not(spot)
        if why_not:
            self.refused.emit(why_not)
            return
        with self._steps.step():
            self.front.hide()
            pane = self._spots.show(spot)
        if focus:
            self.panes.focus(pane.number)

    def _spot_asked(self, spot: object) -> None:
        if isinstance(spot, Spot):
            self.show_spot(spot)

    def here(self) -> Place:
        """Return exactly where one is: the place in each pane."""
        return replace(self._spots.here(self.opened.pack.id, self._stage.id), front=self.front.here())

    def show_in_others(self) -> None:
        """Show in the other panes what their sources say on the claim of what is chosen in this one."""
        self.front.hide()
        self._alone.set_on(False)
        self._claims.show_in_others(self.selection_spot())

    def _state(self) -> InquiryState:
        return self.around.session.state(self.opened.pack.id)

    def _stage_now(self) -> Stage:
        return self._stage

    # The panes

    def toggle_alone(self) -> None:
        """Let the pane in hand fill the desk, or have all panes and the questions again as they were."""
        self.front.hide()
        self._alone.turn()
        self._timer.start()

    def _open_pane_menu(self, pane: object) -> None:
        if isinstance(pane, Pane):
            PaneMenu(self.panes, self.layout_, self.deeds(), pane).open_below(pane.header.more)

    def sources_in_view(self) -> tuple[tuple[str, str], ...]:
        """Return the texts and cards in the panes that can be seen; none behind the comparison."""
        seen = () if self.front.on else tuple(pane for pane in self.panes.panes if pane.isVisible())
        return tuple((pane.source_id, CARD if pane.card_open() else pane.which) for pane in seen)

    def way(self) -> list[QWidget]:
        """Return all that Tab comes to: the panes as they stand, what is beside them, what is below."""
        return [*self.layout_.way(), *stops(self.banner)]

    def parts(self) -> list[QWidget]:
        """Return where F6 stops: the texts in view, then the questions."""
        views = [pane.focus_target() for pane in self.panes.panes if pane.isVisible()]
        if self.front.on and self.front.area is not None:
            views = [self.front.area]
        return [*views, *([self.side] if self.side.isVisible() else [])]

    def enter(self) -> None:
        """Put the focus where reading goes on."""
        self.banner.see_again()
        if self.front.on:
            self.front.enter()
        else:
            self._focus_texts()

    def _focus_texts(self) -> None:
        self.panes.focus(self.panes.focused)
