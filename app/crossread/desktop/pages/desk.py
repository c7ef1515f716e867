"""The desk: texts side by side, and the questions on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.settings import SINGLE_KEYS
from crossread.base.translation import _
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.answering import Answering
from crossread.desktop.pages.companion import Companion
from crossread.desktop.pages.desk_alone import DeskAlone
from crossread.desktop.pages.desk_claims import DeskClaims
from crossread.desktop.pages.desk_keys import desk_deeds
from crossread.desktop.pages.desk_layout import DeskLayout
from crossread.desktop.pages.desk_noting import DeskNoting
from crossread.desktop.pages.desk_panes import DeskPanes
from crossread.desktop.pages.desk_place import DeskPlace
from crossread.desktop.pages.desk_side import QUESTIONS, DeskSide
from crossread.desktop.pages.desk_spots import DeskSpots
from crossread.desktop.pages.desk_steps import Steps
from crossread.desktop.pages.page import PackPage, Surroundings
from crossread.desktop.pages.pane import Pane
from crossread.desktop.pages.pane_menu import PaneMenu
from crossread.desktop.pages.question_column import QuestionColumn
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.pages.showing import ToShow
from crossread.desktop.place import Place, Spot
from crossread.desktop.tab_order import go_along, stops
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.banner import Banner, BannerLook
from crossread.inquiry.state import InquiryState
from crossread.operations.changed import Changed
from crossread.operations.opened import OpenPack
from crossread.packs.pack import Stage
from crossread.questions.passages import PassageKey, Selection

if TYPE_CHECKING:
    from crossread.desktop.pages.desk_finding import DeskFinding
    from crossread.desktop.pages.notes_companion import NotesCompanion

NOTE_PLACE_MS = 300  # a pause in scrolling after which the place is noted
SEE_MS = 120  # a pause in moving the caret after which a companion is told


class Desk(PackPage):
    """One read stage at work."""

    name = "desk"

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, opened, remembered, parent)
        self._stage = opened.pack.stages[0]
        self._restoring = False
        self._address = ""
        self.banner = Banner(self)
        self.panes = DeskPanes(around, opened, remembered, self)
        self._spots = DeskSpots(self.panes)
        self._steps = Steps(self.here, self)
        self.panes.step = self._steps.step
        self.column = QuestionColumn(around, self, see=self.panes.seen)
        self.side = DeskSide(around, opened, self.column, self.selection_spot, self)
        self.layout_ = DeskLayout(self.panes.panes, self.side, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(self.layout_, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTE_PLACE_MS)
        self._timer.timeout.connect(self.note_place)
        self._alone = DeskAlone(self.panes, self.layout_, self)
        self._claims = DeskClaims(self.panes, self._state, self._stage_now, self)
        self._see_later = QTimer(self)
        self._see_later.setSingleShot(True)
        self._see_later.setInterval(SEE_MS)
        self._see_later.timeout.connect(self.side.see)
        self.noting = DeskNoting(around, self.panes, self.takes_passages, self._open_notes, self)
        self._connect()

    def _connect(self) -> None:
        self.column.shown.connect(self._question_shown)
        self.column.given_changed.connect(self._mark_panes)
        self.column.wants_text.connect(self._bring_up)
        self.column.show_me.connect(self._show_passages)
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
        self.panes.selected.connect(self._selected)
        self.panes.card_opened.connect(self.card_opened)
        self.panes.add_asked.connect(self.add_asked)
        self.panes.raised.connect(self.layout_.raise_pane)
        self.layout_.pane_raised.connect(self.panes.focus)
        self.layout_.resized.connect(self._timer.start)
        self.banner.acted.connect(self._banner_acted)
        self.panes.link_asked.connect(self._link_asked)
        self.side.spot_asked.connect(self._spot_asked)
        self.side.asked.connect(self.asked)
        self.side.refused.connect(self.refused)
        self.noting.said.connect(self._say_removed)
        self.noting.refused.connect(self.refused)
        self.side.turned.connect(self._timer.start)
        self.side.turned.connect(self._side_turned)
        self.side.left.connect(self.enter)
        self._steps.jumped.connect(self._alone.let_go)
        self._steps.jumped.connect(self.jumped)
        self.panes.set_single_keys(self.around.settings[SINGLE_KEYS])
        self.panes.words_asked.connect(self._show_words)
        self.around.veiling.changed.connect(self.column.see_again)

    # Stages

    def open_stage(self, stage: Stage) -> None:
        """Show a stage as it was left, or from its first question."""
        self._stage = stage
        self._restoring = True
        desk = self.remembered.desk(stage.id)
        answering = Answering(self.around.session, self.opened, stage, self.panes.shown)
        self._alone.set_on(False)
        self.panes.restore(desk.panes, self._first_panes(answering), desk.focused)
        self.layout_.set_sizes(desk.sizes, desk.square)
        self.layout_.raise_pane(self.panes.focused)
        self._alone.set_on(desk.alone)
        self._alone.let_go()  # the texts are to stand where they were left, not where they are just now
        self.side.show_companion(desk.beside, focus=False)
        self.column.open_stage(
            answering,
            desk.question,
            summary=desk.summary,
            next_title=self._next_title(),
        )
        self._restoring = False
        if not desk.panes:
            self._bring_up_question()
        self.note_place()

    def _first_panes(self, answering: Answering) -> tuple[str, ...]:
        questions = answering.questions
        wanted = [*answering.stage.panes, *(questions[0].sources if questions else ())]
        return (*wanted, *(source.id for source in self.opened.pack.sources))

    def _next_stage(self) -> Stage | None:
        stages = self.opened.pack.stages
        place = stages.index(self._stage)
        return stages[place + 1] if place + 1 < len(stages) else None

    def _next_title(self) -> str:
        following = self._next_stage()
        return _("Next: {stage} ›").format(stage=following.title) if following else _("To the overview ›")

    def _onward(self) -> None:
        following = self._next_stage()
        pack = self.opened.pack.id
        self.asked.emit(Place("stage", pack, following.id) if following else Place("overview", pack))

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
        desk = self._desk_place()
        self.column.open_stage(
            Answering(self.around.session, opened, self._stage, self.panes.shown),
            desk.question,
            summary=desk.summary,
            next_title=self._next_title(),
        )

    # What is in view

    def _question_shown(self) -> None:
        where = self._where_words()
        self.layout_.say_where(where)
        self.panes.show_evidence(())
        self.panes.clear_selections()  # what was selected for one question is not for the next
        self._claims.clear()
        if not self._restoring:
            self._bring_up_question()
            self._timer.start()
        self._mark_panes()

    def _where_words(self) -> str:
        if self.column.showing == "summary":
            return _("Summary")
        if self.column.showing == "hand-in":
            return _("Hand in")
        return _("Question {number} of {all}").format(number=self.column.number + 1, all=self.column.count)

    def _bring_up_question(self) -> None:
        question = self.column.question
        if question is not None and self.column.showing == "question":
            self.panes.bring_up(question.sources)
            self._mark_panes()

    def _bring_up(self, source: str) -> None:
        self.panes.bring_up((source,))
        self._mark_panes()

    def _mark_panes(self) -> None:
        body = self.column.body
        selections: Sequence[Selection] = body.answer.selections() if body else ()
        mark = self.column.answering.view(body.question).mark if body else None
        self.panes.show_selections(selections, mark)
        self.panes.warn_of_other_text(body.question if body else None, marks=self.takes_passages())

    def takes_passages(self) -> bool:
        """Tell whether what is marked in a text answers the question, which is beside the texts then."""
        body = self.column.body
        return self.companion is None and body is not None and body.takes_passages()

    def _selected(self, selection: object) -> None:
        if not isinstance(selection, Selection) or self.companion is not None:
            return  # a question that is out of view is not answered
        if self.column.add_selection(selection):
            self.noting.gave_evidence(self.column.body.question.id if self.column.body else "")
            self.panes.clear_selections()  # the mark below the words takes its place

    def _show_passages(self, wanted: object) -> None:
        """Show passages of the answer key, or one that the learner marked."""
        if not isinstance(wanted, ToShow):
            return
        if wanted.passages:
            self.panes.show_evidence(
                wanted.passages, wanted.at if isinstance(wanted.at, PassageKey) else None
            )
        if isinstance(wanted.at, Selection):
            self.panes.show_selection(wanted.at)
        self._mark_panes()

    def _panes_arranged(self) -> None:
        self.layout_.set_panes(self.panes.panes)
        self.layout_.raise_pane(self.panes.focused)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802  (Qt calls it)
        """Go by Tab through the panes in the order in which they stand, then through what is beside them."""
        return go_along([*stops(self.banner), *self.layout_.way()], self, following=following)

    def _panes_changed(self) -> None:
        self.layout_.name_panes(self.panes.names())
        self.layout_.arrange_again()
        self.column.see_again()
        self.side.set_in_view(list(self.panes.shown()))
        self._timer.start()
        self._see_later.start()

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
        self.banner.show_message(sentence, [("undo", _("Undo")), ("close", _("Close"))])

    # Places in the texts

    @property
    def companion(self) -> Companion | None:
        """What stands in the place of the questions; None where they are in view."""
        return self.side.companion

    @cached_property
    def finding(self) -> "DeskFinding":
        """What finds words in the panes, and across the sources."""
        from crossread.desktop.pages.desk_finding import DeskFinding

        return DeskFinding(self)

    def _open_notes(self) -> "NotesCompanion | None":
        """Bring the notes into view, and return them."""
        from crossread.desktop.pages.notes_companion import NotesCompanion

        self.show_companion("notes", focus=False)
        return self.companion if isinstance(self.companion, NotesCompanion) else None

    def _side_turned(self) -> None:
        self._mark_panes()
        if self.side.name == "find":
            self.finding.refresh()

    def show_companion(self, name: str, focus: bool = True) -> None:
        """Bring a companion into view, or the questions by "questions", wherever the desk has them now."""
        self._alone.set_on(False)
        self.side.show_companion(name, focus=False)
        if not self.layout_.drawer_open():
            self.layout_.set_drawer(True)
        if focus:
            self.side.focus()

    def _show_words(self, entry: str) -> None:
        """Show the list of explained words, at one of them."""
        self.show_companion("words")
        if self.companion is not None:
            self.companion.show_entry(entry)

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
            pane = self._spots.show(spot)
        if focus:
            self.panes.focus(pane.number)

    def _spot_asked(self, spot: object) -> None:
        if isinstance(spot, Spot):
            self.show_spot(spot)

    def here(self) -> Place:
        """Return exactly where one is: the place in each pane."""
        return self._spots.here(self.opened.pack.id, self._stage.id)

    def go_to(self, place: Place) -> None:
        """Show the places in the texts and the question that a place names, and find the words it is about."""
        if place.about:
            self.finding.list_words(place.about)
        if place.question:
            self._show_question(place.question)
        why_not = self._spots.why_not(place.spot) if place.spot else ""
        if why_not:
            self.refused.emit(why_not)
        elif place.spot is not None:
            if place.others:
                self._spots.restore(place)
            else:
                self._spots.show(place.spot)
            self.panes.focus(self.panes.focused)
        self.note_place()

    def _show_question(self, question: str) -> None:
        ids = [one.id for one in self.column.answering.questions]
        if question in ids:
            self.side.show_companion(QUESTIONS, focus=False)
            self.column.go(ids.index(question))

    def show_in_others(self) -> None:
        """Show in the other panes what their sources say on the claim of what is chosen in this one."""
        self._alone.set_on(False)
        self._claims.show_in_others(self.selection_spot())

    def _state(self) -> InquiryState:
        return self.around.session.state(self.opened.pack.id)

    def _stage_now(self) -> Stage:
        return self._stage

    # One pane alone

    def toggle_alone(self) -> None:
        """Let the pane in hand fill the desk, or have all panes and the questions again as they were."""
        self._alone.turn()
        self._timer.start()

    def _open_pane_menu(self, pane: object) -> None:
        if isinstance(pane, Pane):
            PaneMenu(self.panes, self.layout_, self.deeds(), pane).open_below(pane.header.more)

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
        self.note_place()

    # Keys

    def deeds(self) -> Mapping[str, Deed]:
        """Return what the desk's keys do."""
        return desk_deeds(self)

    def parts(self) -> list[QWidget]:
        """Return where F6 stops: the texts in view, then the questions."""
        views = [pane.focus_target() for pane in self.panes.panes if pane.isVisible()]
        return [*views, *([self.side] if self.side.isVisible() else [])]

    def enter(self) -> None:
        """Put the focus where reading goes on."""
        self.panes.focus(self.panes.focused)

    # Changes

    def changed(self, what: Changed) -> None:
        """Show again what has changed."""
        if "settings" in what.what:
            self.panes.set_single_keys(self.around.settings[SINGLE_KEYS])
            self.panes.take_settings()
            self.column.see_again()
        if "state" in what.what or "settings" in what.what:
            self.column.refresh()
            self._mark_panes()
        self.side.changed(what)
