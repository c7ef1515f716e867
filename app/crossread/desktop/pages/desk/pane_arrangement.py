"""Which text stands in which pane: one to four of them, none twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from crossread.base.translation import _
from crossread.desktop.pages.desk.desk_place import PanePlace
from crossread.desktop.pages.desk.desk_steps import Step
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.widgets.announce import announce
from crossread.operations.opening.opened import OpenPack
from crossread.questions.passages import DIGEST, Which

USUAL, MOST = 2, 4  # panes


def _no_place(_pane: Pane) -> int | None:
    """Know of no place but the one in view."""


class PaneArrangement(QObject):
    """The panes in use, in the order in which they stand.

    `focused` is the number of the one in hand, which keys act on. `arranged`: there are other panes, or
    they stand in another order. `changed`: a pane shows something else. `raised`: this pane should be in
    view. With `alone` the pane in hand is the only one in view. `kept_place` gives the place to remember
    of a pane where that is another than the one in view.
    """

    arranged = Signal()
    changed = Signal()
    raised = Signal(int)

    def __init__(self, opened: OpenPack, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self.opened, self._remembered = opened, remembered
        self._made: list[Pane] = []  # those in use, then those put away
        self.used = 0
        self.focused = 0
        self.alone = False
        self.step: Step = nullcontext
        self.kept_place: Callable[[Pane], int | None] = _no_place
        self._last: dict[str, Which] = {}
        self._turned: dict[str, tuple[Which, Which]] = {}  # by source: for a question, and from which text
        self._use(min(USUAL, self.most()))

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The panes in use."""
        return tuple(self._made[: self.used])

    @property
    def in_hand(self) -> Pane:
        """The pane that keys act on."""
        return self._made[self.focused]

    def make_pane(self) -> Pane:
        """Make one more pane."""
        return Pane(len(self._made))

    def most(self) -> int:
        """Return how many panes there can be: four, or as many as there are texts."""
        return max(1, min(MOST, sum(len(self.opened.whiches(one.id)) for one in self.opened.pack.sources)))

    def _use(self, count: int) -> None:
        while len(self._made) < count:
            self._made.append(self.make_pane())
        self.used = count
        self.focused = min(self.focused, count - 1)

    # What stands where

    def restore(self, places: Sequence[PanePlace], wanted: Sequence[str], focused: int) -> None:
        """Show what was remembered; where nothing was, or is there no more, the wanted sources in order."""
        for pane in self.panes:
            self.note_position(pane)
        count = min(len(places) or USUAL, self.most())
        chosen = self._first_of(self._candidates(places, wanted), count)
        self._use(count)
        self.focused = min(focused, count - 1)
        self.arranged.emit()
        for pane, place in zip(self.panes, chosen, strict=True):
            pane.set_zoom(place.zoom)
            self._show(pane, place.source, place.which)
        self.changed.emit()

    def _candidates(self, places: Sequence[PanePlace], wanted: Sequence[str]) -> Iterator[PanePlace]:
        known = {source.id for source in self.opened.pack.sources}
        for place in places:
            if place.source in known:
                is_there = self.opened.shown(place.source, place.which) is not None
                yield PanePlace(place.source, place.which if is_there else DIGEST, place.zoom)
        taken = {place.source for place in places}
        yield from (PanePlace(source) for source in wanted if source in known and source not in taken)
        for source in self.opened.pack.sources:
            yield from (PanePlace(source.id, which) for which in self.opened.whiches(source.id))

    @staticmethod
    def _first_of(candidates: Iterable[PanePlace], count: int) -> list[PanePlace]:
        """Return the first so many places with no text among them twice."""
        chosen: dict[tuple[str, Which], PanePlace] = {}
        for place in candidates:
            if len(chosen) < count:
                chosen.setdefault((place.source, place.which), place)
        return list(chosen.values())

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack with other originals; panes keep their texts where these are still there."""
        places = self.places()
        self.note_positions()
        self.opened = opened
        self.restore(places, (), self.focused)

    def places(self) -> tuple[PanePlace, ...]:
        """Return what each pane shows."""
        return tuple(PanePlace(pane.source_id, pane.which, pane.zoom) for pane in self.panes)

    def shown(self) -> dict[str, Which]:
        """Return which text of each source is in view; of several the one in hand, else the first."""
        order = [self.in_hand, *self.panes]
        found: dict[str, Which] = {}
        for pane in order:
            found.setdefault(pane.source_id, pane.which)
        return {pane.source_id: found[pane.source_id] for pane in self.panes}

    def holding(self, source: str, which: Which = "") -> Pane | None:
        """Return the pane that shows a source, in this text where it is named; None where none does."""
        for pane in (self.in_hand, *self.panes):
            if pane.source_id == source and which in ("", pane.which):
                return pane
        return None

    def letters(self) -> list[str]:
        """Return the letters of the sources shown."""
        return [pane.source.letter for pane in self.panes]

    def names(self) -> list[str]:
        """Name what each pane shows, for tabs; of a source shown twice with the text that it is."""
        sources = [pane.source_id for pane in self.panes]
        names = []
        for pane in self.panes:
            name = f"{pane.source.letter}  {pane.source.card.short}"
            names.append(name if sources.count(pane.source_id) < 2 else f"{name}, {pane.text_label()}")
        return names

    def _show(self, pane: Pane, source: str, which: Which) -> None:
        self.note_position(pane)
        shown = self.opened.shown(source, which)
        at = self._remembered.position(f"{source}/{which}", shown.text.digest) if shown else 0
        pane.show_text(self.opened, source, which, at)
        self.filled(pane)

    def filled(self, pane: Pane) -> None:
        """Do what is to be done once a pane shows another text."""

    def _exchange(self, one: Pane, other: Pane) -> None:
        """Let two panes change places with all that they hold; the one in hand is the place, not the pane."""
        first, second = one.number, other.number
        self._made[first], self._made[second] = other, one
        one.number, other.number = second, first
        self.arranged.emit()
        self.changed.emit()

    # Bringing texts into view

    def _best_which(self, source: str) -> Which:
        """Show a source in the text it was last read in; the digest at first."""
        which = self._last.get(source, DIGEST)
        return which if self.opened.shown(source, which) else DIGEST

    def _free_text(self, source: str) -> Which | None:
        """Return a text of a source that no pane shows, the one last read first; None where all are shown."""
        texts = (self._best_which(source), *self.opened.whiches(source))
        return next((which for which in texts if self.holding(source, which) is None), None)

    def bring_up(self, sources: Sequence[str], which: Which = "") -> None:
        """See to it that these sources are in the panes, as far as there are panes for them.

        Where a text of theirs is named, each stands there in that one; where none is, those that were turned
        so before turn back.
        """
        shown = self.shown()
        # The first is what it is about. Of the others those there already stay: no text moves without need.
        rest = sorted(sources[1:], key=lambda one: one not in shown)
        wanted = [*sources[:1], *rest][: self.used]
        missing = [one for one in wanted if one not in shown]
        for source in missing:
            needed = {one for one in wanted if self.holding(one)}
            keep = {id(self.holding(one)) for one in needed}
            free = [pane for pane in self.panes if id(pane) not in keep]
            if not free:
                break
            pane = next((one for one in free if one.number != self.focused), free[0])
            self._show(pane, source, which if self.opened.shown(source, which) else self._best_which(source))
            announce(pane, _("Now in a pane: {name}").format(name=self.names()[pane.number]))
        turned = self._turn_to(wanted, which) if which else self._turn_back()
        if missing or turned:
            self.changed.emit()
        if wanted and self.in_hand.source_id not in wanted:
            number = next((one.number for one in self.panes if one.source_id in wanted), None)
            if number is None:
                return
            focus = QApplication.focusWidget()
            if focus is not None and self.in_hand.isAncestorOf(focus):
                self.focus(number)  # else the caret would be in one pane, and keys would act on another
            else:
                self.take_in_hand(self.panes[number])

    def _turn_to(self, sources: Sequence[str], which: Which) -> bool:
        """Show these sources in a text that is named; True where that changed anything."""
        turned = {pane.source_id: (pane, pane.which) for pane in self._in_other_text(sources, which)}
        for source, (pane, before) in turned.items():
            self._turned.setdefault(source, (which, before))
            self._show(pane, source, which)
            announce(pane, _("Now in a pane: {name}").format(name=self.names()[pane.number]))
        return bool(turned)

    def _turn_back(self) -> bool:
        """Show sources again in the text that they stood in before a question needed another."""
        turned, self._turned = self._turned, {}
        found = [(self.holding(source, which), before) for source, (which, before) in turned.items()]
        back = [(pane, before) for pane, before in found if pane and not self.holding(pane.source_id, before)]
        for pane, before in back:
            self._show(pane, pane.source_id, before)
        return bool(back)

    def _in_other_text(self, sources: Sequence[str], which: Which) -> list[Pane]:
        """Return a pane for each of these sources whose text of that name is there and in no pane."""
        lacking = [
            source
            for source in sources
            if self.opened.shown(source, which) is not None and self.holding(source, which) is None
        ]
        return [pane for source in lacking if (pane := self.holding(source)) is not None]

    def bring_text(self, source: str, which: Which, number: int = -1, *, exactly: bool = False) -> Pane:
        """See to it that a text stands in a pane, and return that pane.

        It is the one that shows it already, or `number`, where it is one, or another that shows the source,
        or the next one, but for the pane in hand only where there is no other. With `exactly` it comes to
        stand in `number` even if another pane shows it.
        """
        is_one = 0 <= number < self.used
        holder = self.holding(source, which)
        if holder is not None:
            if exactly and is_one and holder.number != number:
                self._exchange(holder, self.panes[number])
            return holder
        free = self.in_hand if self.alone else self.panes[(self.focused + 1) % self.used]
        pane = self.panes[number] if is_one else self.holding(source) or free
        self._show(pane, source, which)
        self.changed.emit()
        announce(pane, _("Now in a pane: {name}").format(name=self.names()[pane.number]))
        return pane

    # The one in hand

    def focus(self, number: int) -> None:
        """Put the focus into a pane."""
        self.take_in_hand(self._made[min(max(0, number), self.used - 1)])
        self.in_hand.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def take_in_hand(self, pane: Pane) -> None:
        """Have keys act on a pane and bring it into view, wherever the focus is."""
        self.focused = pane.number
        self.raised.emit(self.focused)

    # Where one is in the texts

    def note_positions(self) -> None:
        """Remember the place in each text in view."""
        for pane in self.panes:
            self.note_position(pane)

    def note_position(self, pane: Pane) -> None:
        """Remember the place in the text of a pane."""
        if pane.source_id and pane.is_laid_out():
            kept = self.kept_place(pane)
            at = pane.view.place() if kept is None else kept
            self._remembered.set_position(pane.key, pane.text.digest, at)
