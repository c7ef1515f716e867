"""The desk: texts side by side, and the questions on them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crossread.base.declared import SINGLE_KEYS
from crossread.base.translation import _
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.around.stages import onward, onward_words
from crossread.desktop.pages.desk.desk_asking import DeskAsking
from crossread.desktop.pages.desk.desk_first import BESIDE, first_front, first_panes
from crossread.desktop.pages.desk.desk_frame import DeskFrame
from crossread.desktop.pages.desk.desk_keys import desk_deeds
from crossread.desktop.pages.desk.desk_place import DeskPlace
from crossread.desktop.pages.desk.desk_side import QUESTIONS
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.questions.answering import Answering
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.place import Place, Spot
from crossread.inquiry.state import InquiryState, in_comparison_alone
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.changed import Changed
from crossread.packs.pack import Stage

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.desk_finding import DeskFinding


class Desk(DeskFrame):
    """One read stage at work."""

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, opened, remembered, parent)
        self._asking = DeskAsking(self)
        self._seen: InquiryState | None = None  # as it was when something changed last
        self._brings_up = False  # whether the question that waits out of view has its sources in no pane yet
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.note_place)
        self.column.shown.connect(self._question_shown)
        self.column.add_asked.connect(self.add_asked)
        self.column.onward.connect(self._onward)
        self.column.elsewhere.connect(self._go_to_question)
        self.column.refused.connect(self.refused)
        self.panes.arranged.connect(self._panes_arranged)
        self.panes.changed.connect(self._panes_changed)
        self.panes.moved.connect(self._timer.start)
        self.panes.caret_moved.connect(self._see_later.start)
        self.panes.menu_asked.connect(self._open_pane_menu)
        self.panes.back_asked.connect(self.toggle_alone)
        self.panes.card_opened.connect(self.card_opened)
        self.panes.add_asked.connect(self.add_asked)
        self.panes.raised.connect(self.layout_.raise_pane)
        self.layout_.pane_raised.connect(self.panes.focus)
        self.layout_.resized.connect(self._timer.start)
        self.banner.acted.connect(self._banner_acted)
        self.panes.link_asked.connect(self._link_asked)
        self.front.turned.connect(self._timer.start)
        self.front.spot_asked.connect(self._spot_asked_in_front)
        self.front.asked.connect(self.asked)
        self.front.refused.connect(self.refused)
        self.cells.refused.connect(self.refused)
        self.cells.turned.connect(self._asking.mark)
        self.concluding.refused.connect(self.refused)
        self.side.spot_asked.connect(self._spot_asked)
        self.side.asked.connect(self.asked)
        self.side.refused.connect(self.refused)
        self.noting.said.connect(self._say_removed)
        self.noting.refused.connect(self.refused)
        self.side.turned.connect(self._timer.start)
        self.side.turned.connect(self._side_turned)
        self.side.left.connect(self.layout_.close_drawer)  # it would stand before the text
        self.side.left.connect(self.enter)
        self._steps.jumped.connect(self._alone.let_go)
        self._steps.jumped.connect(self.jumped)
        self.panes.set_single_keys(self.around.settings[SINGLE_KEYS])
        self.panes.words_asked.connect(self._show_words)
        self.panes.refused.connect(self.refused)
        self.around.veiling.changed.connect(self.column.see_again)

    # Stages

    def open_stage(self, stage: Stage) -> None:
        """Show a stage as it was left, or from its first question."""
        self._stage = stage
        self._restoring = True
        desk = self.remembered.desk(stage.id)
        answering = Answering(self.around.session, self.opened, stage, self.panes.shown)
        self._alone.set_on(False)
        self.panes.restore(desk.panes, first_panes(answering, self.opened.pack), desk.focused)
        self.layout_.set_sizes(desk.sizes, desk.square)
        self.layout_.raise_pane(self.panes.focused)
        self._alone.set_on(desk.alone)
        self._alone.let_go()  # the texts are to stand where they were left, not where they are just now
        front = desk.front if desk.panes else first_front(self.opened.pack, stage)
        self.front.open_stage(stage, front, desk.compared)
        self.side.open_stage(stage)
        beside = desk.beside if desk.panes else BESIDE.get(stage.kind, desk.beside)
        self.side.show_companion(beside, focus=False)
        self.column.open_stage(
            answering,
            desk.question,
            summary=desk.summary,
            next_title=onward_words(self.opened.pack, self._stage),
        )
        self.side.count_open()
        self._restoring = False
        self._brings_up = not desk.panes
        self._bring_up()
        self.note_place()

    def _bring_up(self) -> None:
        """Bring up what the first question is about, once it is in view; the stage's own till then."""
        if self._brings_up and self.side.name == QUESTIONS:
            self._brings_up = False
            self._asking.bring_up()

    def _onward(self) -> None:
        self.asked.emit(onward(self.opened.pack, self._stage))

    def _go_to_question(self, question: str) -> None:
        """Go to a question of another stage."""
        stage = self.opened.pack.by_id[question].stage
        desk = self.remembered.desk(stage)
        self.remembered.set_desk(stage, replace(desk, question=question, summary=False))
        self.asked.emit(Place("stage", self.opened.pack.id, stage))

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self.panes.set_opened(opened)
        self.side.set_opened(opened)
        self.front.set_opened(opened)
        desk = self._desk_place()
        self.column.open_stage(
            Answering(self.around.session, opened, self._stage, self.panes.shown),
            desk.question,
            summary=desk.summary,
            next_title=onward_words(self.opened.pack, self._stage),
        )

    # What is in view

    def _spot_asked_in_front(self, spot: object) -> None:
        """Show a passage that the comparison leads to, with the focus on it."""
        if isinstance(spot, Spot):
            self.show_spot(spot, focus=True)

    def _question_shown(self) -> None:
        where = self._where_words()
        self.layout_.say_where(where)
        self._asking.turn_from()
        self._claims.clear()
        if not self._restoring:
            self._asking.bring_up()
            self._timer.start()
        self._asking.mark()

    def _where_words(self) -> str:
        if self.column.showing == "summary":
            return _("Summary")
        if self.column.showing == "hand-in":
            return _("Hand in")
        return _("Question {number} of {all}").format(number=self.column.number + 1, all=self.column.count)

    def _panes_arranged(self) -> None:
        self.layout_.set_panes(self.panes.panes)
        self.layout_.raise_pane(self.panes.focused)

    def _panes_changed(self) -> None:
        self.layout_.name_panes(self.panes.names())
        self.layout_.arrange_again()
        self.column.see_again()
        self.side.set_in_view(list(self.panes.shown()))
        self._timer.start()
        self._see_later.start()

    # Places in the texts

    @cached_property
    def finding(self) -> "DeskFinding":
        """What finds words in the panes, and across the sources."""
        from crossread.desktop.pages.desk.desk_finding import DeskFinding

        return DeskFinding(self)

    def _side_turned(self) -> None:
        self._asking.mark()
        if not self._restoring:
            self._bring_up()
        if self.side.name == "find":
            self.finding.refresh()

    def go_to(self, place: Place) -> None:
        """Show the texts at their places, or the question, that a place names; find the words it is about."""
        if place.about:
            self.finding.list_words(place.about)
        if place.question:
            self._show_question(place.question)
        why_not = self._spots.why_not(place.spot) if place.spot else ""
        if why_not:
            self.refused.emit(why_not)
        elif place.front:
            if place.others:
                self._spots.restore(place)
            self.front.show(place.front)
            self.front.enter()
        elif place.spot is not None:
            self.front.hide()
            if place.others:
                self._spots.restore(place)
            else:
                self._spots.show(place.spot)
            self.panes.focus(self.panes.focused)
        elif place.question:
            self.show_companion(QUESTIONS)  # one asked for the question, and not for a text
        self.note_place()

    def _show_question(self, question: str) -> None:
        ids = [one.id for one in self.column.answering.questions]
        if question in ids:
            self.side.show_companion(QUESTIONS, focus=False)
            self.column.go(ids.index(question))

    # Where one is

    def _desk_place(self) -> DeskPlace:
        question = self.column.question
        before = self.remembered.desk(self._stage.id)
        return DeskPlace(
            question=question.id if question else before.question,
            panes=self.panes.places(),
            focused=self.panes.focused,
            sizes=self.layout_.sizes(),
            square=self.layout_.square(),
            summary=self.column.showing == "summary",
            alone=self.layout_.alone,
            beside=self.side.name,
            front=self.front.here(),
            compared=self.front.arranged(),
        )

    def note_place(self) -> None:
        """Remember where the desk stands."""
        self._timer.stop()
        self.panes.note_positions()
        self.remembered.set_desk(self._stage.id, self._desk_place())
        self.remembered.tell(
            {
                "stage": self._stage.title,
                "letters": self.panes.letters(),
                "number": self.column.number + 1 if self.column.showing == "question" else 0,
                "of": self.column.count,
            }
        )

    def leave(self) -> None:
        """Make the answer in view count, and remember the place."""
        self.column.leave()
        self.side.leave()
        self.front.leave()
        self.cells.stop()
        self.note_place()

    # Keys

    def deeds(self) -> Mapping[str, Deed]:
        """Return what the desk's keys do."""
        return desk_deeds(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put away what was only said, by Escape."""
        if event.key() == Qt.Key.Key_Escape and self.cells.waits:
            self.front.toggle()  # back to the cell that waits
        elif event.key() == Qt.Key.Key_Escape and self.layout_.close_drawer():
            self.enter()
        if event.key() == Qt.Key.Key_Escape:
            self._claims.clear()
            self.banner.clear()
        super().keyPressEvent(event)

    # Changes

    def _asks_anew(self) -> bool:
        """Tell whether what changed may be seen in questions: what is said in the comparison is not."""
        before, self._seen = self._seen, self.around.session.state(self.opened.pack.id)
        return before is None or not in_comparison_alone(before, self._seen)

    def changed(self, what: Changed) -> None:
        """Show again what has changed."""
        if "settings" in what.what:
            self.panes.set_single_keys(self.around.settings[SINGLE_KEYS])
            self.panes.take_settings()
            self.column.see_again()
        if "settings" in what.what or ("state" in what.what and self._asks_anew()):
            self.column.refresh()
            self._asking.mark()
        self.banner.see_again()
        self.side.changed(what)
        self.front.changed(what)
