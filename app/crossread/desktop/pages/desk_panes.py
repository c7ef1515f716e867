"""The panes of the desk: which source stands in which, and what is marked in them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from crossread.base.translation import _
from crossread.desktop.pages.desk_place import PanePlace
from crossread.desktop.pages.pane import Pane
from crossread.desktop.pages.pane_marking import OTHER, PaneMarking
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.pages.showing import PassageSeen
from crossread.desktop.widgets.announce import announce
from crossread.operations.opened import OpenPack
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.passages import PassageKey, Selection, Which

COUNT = 2  # panes beside one another


class DeskPanes(QObject):
    """Two panes, or one for a pack with one source.

    `changed`: a pane shows something else. `moved`: a text was scrolled. `raised`: this pane should be
    in front.
    """

    changed = Signal()
    moved = Signal()
    raised = Signal(int)
    selected = Signal(object)
    card_opened = Signal(str)
    add_asked = Signal(str)
    link_asked = Signal(str)
    zoom_asked = Signal(int)

    def __init__(self, opened: OpenPack, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self._opened, self._remembered = opened, remembered
        self.panes = tuple(Pane(number) for number in range(COUNT))
        self.used = min(COUNT, len(opened.pack.sources))
        self.focused = 0
        self._marking = PaneMarking(self._in_use, self._pack)
        self._last: dict[str, Which] = {}
        for pane in self.panes:
            pane.source_chosen.connect(self._source_chosen)
            pane.which_chosen.connect(self._which_chosen)
            pane.card_asked.connect(self._card_asked)
            pane.card_closed.connect(self.changed)
            pane.add_asked.connect(self.add_asked)
            pane.selected.connect(self.selected)
            pane.moved.connect(self.moved)
            pane.entered.connect(self._entered)
            pane.notice_acted.connect(self._notice_acted)
            pane.link_asked.connect(self.link_asked)
            pane.view.zoom_asked.connect(self.zoom_asked)

    def set_single_keys(self, on: bool) -> None:
        """Let S and M act in the texts, or not."""
        for pane in self.panes:
            pane.view.set_single_keys(on)

    def _in_use(self) -> tuple[Pane, ...]:
        return self.panes[: self.used]

    def _pack(self) -> OpenPack:
        return self._opened

    # What stands where

    def restore(self, places: Sequence[PanePlace], wanted: Sequence[str], focused: int) -> None:
        """Show what was remembered; where nothing was, the wanted sources in order."""
        known = {source.id for source in self._opened.pack.sources}
        chosen: list[PanePlace] = []
        for place in [*places, *(PanePlace(source) for source in wanted)]:
            if place.source in known and place.source not in [one.source for one in chosen]:
                chosen.append(place)
        self.focused = min(focused, self.used - 1)
        for pane, place in zip(self._in_use(), chosen, strict=False):
            self._show(pane, place.source, place.which)
        self.changed.emit()

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack with other originals; panes keep their sources."""
        self._opened = opened
        self.note_positions()
        for pane in self._in_use():
            self._show(pane, pane.source_id, pane.which)
        self.changed.emit()

    def places(self) -> tuple[PanePlace, ...]:
        """Return what each pane shows."""
        return tuple(PanePlace(pane.source_id, pane.which) for pane in self._in_use())

    def shown(self) -> dict[str, Which]:
        """Return which text of each source in view is shown."""
        return {pane.source_id: pane.which for pane in self._in_use()}

    def letters(self) -> list[str]:
        """Return the letters of the sources shown."""
        return [pane.source.letter for pane in self._in_use()]

    def names(self) -> list[str]:
        """Name what each pane shows, for tabs."""
        return [f"{pane.source.letter}  {pane.source.card.short}" for pane in self._in_use()]

    def _show(self, pane: Pane, source: str, which: Which) -> None:
        if pane.source_id:
            self._note_position(pane)
        which = which if self._opened.shown(source, which) else "digest"
        shown = self._opened.shown(source, which)
        at = self._remembered.position(f"{source}/{which}", shown.text.digest) if shown else 0
        pane.show_text(self._opened, source, which, at)
        self._marking.mark(pane)
        self._marking.warn_in(pane)

    def choose_source(self, number: int, source: str) -> None:
        """Put a source into a pane; where the other pane shows it, the two change places."""
        pane = self.panes[number]
        if pane.source_id == source:
            pane.close_card()
            self.focus(number)
            return
        for other in self._in_use():
            if other is not pane and other.source_id == source:
                which = other.which
                self._show(other, pane.source_id, pane.which)
                self._show(pane, source, which)
                break
        else:
            self._show(pane, source, self._best_which(source))
        self.changed.emit()
        self.focus(number)
        announce(pane, _("Now in this pane: {name}").format(name=self.names()[number]))

    def _best_which(self, source: str) -> Which:
        """Show a source in the text it was last read in; the digest at first."""
        which = self._last.get(source, "digest")
        return which if self._opened.shown(source, which) else "digest"

    def bring_up(self, sources: Sequence[str]) -> None:
        """See to it that these sources are in the panes, as far as there are panes for them."""
        shown = self.shown()  # what is there already stays, so that no text moves without need
        wanted = [*(one for one in sources if one in shown), *(one for one in sources if one not in shown)]
        wanted = wanted[: self.used]
        missing = [one for one in wanted if one not in shown]
        for source in missing:
            free = [pane for pane in self._in_use() if pane.source_id not in wanted]
            if not free:
                break
            pane = next((one for one in free if one.number != self.focused), free[0])
            self._show(pane, source, self._best_which(source))
            announce(pane, _("Now in a pane: {name}").format(name=self.names()[pane.number]))
        if missing:
            self.changed.emit()
        front = self.panes[self.focused]
        if wanted and front.source_id not in wanted:
            number = next((one.number for one in self._in_use() if one.source_id in wanted), None)
            if number is not None:
                self.focused = number
                self.raised.emit(number)

    def toggle_which(self) -> None:
        """Change between digest and original in the pane with the focus."""
        pane = self.panes[self.focused]
        self._set_which(pane, "original" if pane.which == "digest" else "digest")

    def _set_which(self, pane: Pane, which: Which) -> None:
        if self._opened.shown(pane.source_id, which) is None:
            pane.explain_missing_original()
            return
        self._last[pane.source_id] = which
        self._show(pane, pane.source_id, which)
        self.changed.emit()
        announce(pane, _("digest") if which == "digest" else _("original"))

    def toggle_card(self) -> None:
        """Open or close the card of the source in the pane with the focus."""
        pane = self.panes[self.focused]
        if pane.card_open():
            pane.close_card()
        else:
            self._open_card(pane)

    def _open_card(self, pane: Pane) -> None:
        pane.open_card()
        self.card_opened.emit(pane.source_id)

    def focus(self, number: int) -> None:
        """Put the focus into a pane."""
        self.focused = min(max(0, number), self.used - 1)
        self.raised.emit(self.focused)
        self.panes[self.focused].focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    # Where one is in the texts

    def note_positions(self) -> None:
        """Remember the place in each text in view."""
        for pane in self._in_use():
            if pane.source_id:
                self._note_position(pane)

    def _note_position(self, pane: Pane) -> None:
        if pane.is_laid_out():
            self._remembered.set_position(pane.key, pane.text.digest, pane.view.place())

    # Marks

    def show_selections(self, selections: Sequence[Selection], mark: Mark | None) -> None:
        """Mark what the learner selected for the question in view."""
        self._marking.set_selections(selections, mark)

    def clear_selections(self) -> None:
        """Let go of what is selected in the texts."""
        for pane in self._in_use():
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
        for pane in self._in_use():
            if pane.source_id == selection.source and pane.which != selection.which:
                self._set_which(pane, selection.which)
        self._marking.show_selection(selection)

    def seen(self, passage: PassageKey) -> PassageSeen:
        """Tell a passage in the words of the text in view."""
        shown = self.shown()
        which = shown.get(passage.source) or self._best_which(passage.source)
        return self._marking.seen(passage, which, in_view=passage.source in shown)

    def warn_of_other_text(self, question: Question | None, *, marks: bool) -> None:
        """Say so in each pane that shows a text in which this question has no passage at all.

        `marks`: the question is answered by marking words.
        """
        self._marking.warn_of_other_text(question, marks=marks)

    # Signals of the panes

    def _pane_of(self, sender: QObject | None) -> Pane:
        return sender if isinstance(sender, Pane) else self.panes[self.focused]

    def _source_chosen(self, source: str) -> None:
        self.choose_source(self._pane_of(self.sender()).number, source)

    def _which_chosen(self, which: str) -> None:
        self._set_which(self._pane_of(self.sender()), "original" if which == "original" else "digest")

    def _card_asked(self, _source: str) -> None:
        pane = self._pane_of(self.sender())
        if pane.card_open():
            pane.close_card()
        else:
            self._open_card(pane)

    def _entered(self) -> None:
        self.focused = self._pane_of(self.sender()).number
        self.moved.emit()

    def _notice_acted(self) -> None:
        pane = self._pane_of(self.sender())
        other = OTHER[pane.which]
        if self._opened.shown(pane.source_id, other) is not None:
            self._set_which(pane, other)
            self._marking.scroll_to_evidence(pane)
        else:
            self.add_asked.emit(pane.source_id)
