"""The panes of the desk at work: cards and contents, sizes, and what is marked in them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from crossread.base.translation import _
from crossread.desktop.pages.around.source_notes import SourceNotes
from crossread.desktop.pages.desk.pane_choosing import PaneChoosing
from crossread.desktop.pages.desk.standing import Standing
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.pane_marking import PaneMarking
from crossread.desktop.pages.questions.showing import PassageSeen
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.layers.marks import ReadingMark
from crossread.operations.opening.opened import OpenPack
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.passages import PassageKey, Selection


class DeskPanes(PaneChoosing):
    """One to four panes and what is done in them.

    `moved`: a text was scrolled. `caret_moved`: another place is chosen, or another pane is in hand.
    `menu_asked` gives the pane whose menu is wanted, `back_asked` wants the other panes again, `words_asked`
    the list of explained words, at the entry with this key. `refused` gives a sentence on what was not kept.
    """

    moved = Signal()
    caret_moved = Signal()
    selected = Signal(object)
    dragged = Signal(object)
    card_opened = Signal(str)
    add_asked = Signal(str)
    link_asked = Signal(str)
    menu_asked = Signal(object)
    back_asked = Signal()
    words_asked = Signal(str)
    refused = Signal(str)

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QObject
    ) -> None:
        self._around = around
        self._single_keys = True
        super().__init__(opened, remembered, parent)
        self._marking = PaneMarking(self, around.veiling)

    def make_pane(self) -> Pane:
        """Make one more pane and listen to it."""
        pane = super().make_pane()
        pane.source_chosen.connect(self._source_chosen)
        pane.which_chosen.connect(self._which_chosen)
        pane.card_asked.connect(self._card_asked)
        pane.sheet_closed.connect(self.changed)
        pane.contents_chosen.connect(self._contents_chosen)
        pane.menu_asked.connect(self._menu_asked)
        pane.back_asked.connect(self.back_asked)
        pane.zoom_asked.connect(self._zoom_asked)
        pane.add_asked.connect(self.add_asked)
        pane.selected.connect(self.selected)
        pane.dragged.connect(self.dragged)
        pane.moved.connect(self.moved)
        pane.caret_moved.connect(self.caret_moved)
        pane.entered.connect(self._entered)
        pane.notice_acted.connect(self._notice_acted)
        pane.link_asked.connect(self.link_asked)
        pane.view.set_single_keys(self._single_keys)
        pane.standing = Standing(self._around, pane.view, pane)
        pane.standing.words_asked.connect(self.words_asked)
        return pane

    def take_settings(self) -> None:
        """Show in the texts what the settings want shown there."""
        for pane in self._made:
            if pane.standing is not None:
                pane.standing.take_settings()

    def set_single_keys(self, on: bool) -> None:
        """Let S and M act in the texts, or not."""
        self._single_keys = on
        for pane in self._made:
            pane.view.set_single_keys(on)

    def filled(self, pane: Pane) -> None:
        """Mark in a pane what is to be marked in its text."""
        self._marking.mark(pane)
        self._marking.warn_in(pane)

    # Cards, contents, sizes

    def toggle_card(self) -> None:
        """Open or close the card of the source in the pane in hand."""
        self._turn_card(self.in_hand)

    def _turn_card(self, pane: Pane) -> None:
        if pane.card_open():
            pane.close_sheet()
            self.focus(pane.number)
        else:
            notes = SourceNotes(self._around, self.opened, pane)
            notes.refused.connect(self.refused)
            pane.open_card(notes)
            self.card_opened.emit(pane.source_id)

    def toggle_contents(self) -> None:
        """Open or close the contents of the text in hand."""
        if self.in_hand.contents_open():
            self.in_hand.close_sheet()
            self.focus(self.focused)
        else:
            self.in_hand.open_contents()

    def zoom(self, by: int) -> None:
        """Make the text in hand larger or smaller by a step; by 0, as large as the others."""
        self._zoom_in(self.in_hand, by)

    def _zoom_in(self, pane: Pane, by: int) -> None:
        pane.set_zoom(pane.zoom + by if by else 0)
        self.changed.emit()
        announce(pane, _("Text size {size}").format(size=pane.view.text_size()))

    # Marks

    def set_underlay(self, underlay: Callable[[Pane], Sequence[ReadingMark]]) -> None:
        """Say what is marked in a pane below all that belongs to questions."""
        self._marking.underlay = underlay
        self._marking.mark_all()

    def show_selections(self, selections: Sequence[Selection], mark: Mark | None) -> None:
        """Mark what the learner selected for the question in view."""
        self._marking.set_selections(selections, mark)

    def clear_selections(self) -> None:
        """Let go of what is selected in the texts."""
        for pane in self.panes:
            pane.let_go()

    def show_evidence(self, passages: tuple[PassageKey, ...], at: PassageKey | None = None) -> None:
        """Bring up the sources of these passages, as many as there are panes, and mark and show them.

        With `at` that one's source is brought up, and only its pane scrolls.
        """
        if self._marking.evidence and not passages:
            self.clear_selections()
        if passages:
            wanted = passages if at is None else (at,)
            self.bring_up(list(dict.fromkeys(passage.source for passage in wanted)))
        self._marking.set_evidence(passages, at)

    def evidence(self) -> tuple[PassageKey, ...]:
        """Return the passages that are marked as evidence now."""
        return self._marking.evidence

    def show_selection(self, selection: Selection) -> None:
        """Bring up a passage that the learner marked, in the text that it was marked in."""
        self.bring_up((selection.source,))
        holder = self.holding(selection.source)
        if holder is not None and self.holding(selection.source, selection.which) is None:
            self.set_which(holder, selection.which)
        self._marking.show_selection(selection)

    def seen(self, passage: PassageKey) -> PassageSeen:
        """Tell a passage in the words of a text in view."""
        return self._marking.seen(passage, self._best_which(passage.source))

    def warn_of_other_text(self, question: Question | None, *, marks: bool) -> None:
        """Say so in each pane that shows a text in which this question has no passage at all.

        `marks`: the question is answered by marking words.
        """
        self._marking.warn_of_other_text(question, marks=marks)

    # Signals of the panes

    def _sender(self) -> Pane:
        sender = self.sender()
        return sender if isinstance(sender, Pane) else self.in_hand

    def _source_chosen(self, source: str) -> None:
        self.choose_source(self._sender().number, source)

    def _which_chosen(self, which: str) -> None:
        self.set_which(self._sender(), which)

    def _card_asked(self, _source: str) -> None:
        self._turn_card(self._sender())

    def _contents_chosen(self, position: int) -> None:
        pane = self._sender()
        with self.step():
            pane.read_from(position)
        self.focus(pane.number)

    def _menu_asked(self) -> None:
        pane = self._sender()
        self.take_in_hand(pane)
        self.menu_asked.emit(pane)

    def _zoom_asked(self, by: int) -> None:
        self._zoom_in(self._sender(), by)

    def _entered(self) -> None:
        pane = self._sender()
        if pane not in self.panes:
            return  # it is just being put away
        if pane.number != self.focused:
            self.take_in_hand(pane)
        self.moved.emit()
        self.caret_moved.emit()

    def _notice_acted(self) -> None:
        pane = self._sender()
        number, other = pane.number, self._marking.other_text(pane)
        if other is None:
            self.add_asked.emit(pane.source_id)
            return
        self.set_which(pane, other)
        self._marking.scroll_to_evidence(self.panes[number])
