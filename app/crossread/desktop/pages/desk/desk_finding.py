"""Finding words on the desk: in one pane, or in all sources by the list beside them; F3 goes on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from crossread.desktop.pages.finding.find_companion import FindCompanion
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.pane_finding import PaneFinding, selected_words
from crossread.desktop.place import Place
from crossread.packs.library.search_parts import variants_of
from crossread.packs.pack import Pack
from crossread.texts.finding.search import Query, Variants, read_query
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.desk import Desk

FIND = "find"


class DeskFinding(QObject):
    """The searches of one desk: a bar for each pane, and the companion "find"."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._by_pane: dict[Pane, PaneFinding] = {}
        self._before: Place | None = None
        self._list: FindCompanion | None = None
        self._walked: tuple[Pane, Range] | None = None  # the hit of the list that was gone to
        self._goes_by_list = False
        self._known: tuple[Pack, Variants] | None = None  # the spellings of the pack that is open
        desk.panes.arranged.connect(self.refresh)
        desk.panes.changed.connect(self.refresh)
        desk.side.turned.connect(self.refresh)
        self.refresh()

    def _read(self, typed: str) -> Query | None:
        pack = self._desk.opened.pack
        if self._known is None or self._known[0] is not pack:
            self._known = pack, variants_of(pack)
        return read_query(typed, self._known[1])

    def of(self, pane: Pane) -> PaneFinding:
        """Return what finds words in a pane."""
        if pane not in self._by_pane:
            made = self._by_pane[pane] = PaneFinding(pane, self._read)
            made.opened.connect(self._bar_opened)
            made.closed.connect(self._bar_closed)
            made.used.connect(self._bar_used)
        return self._by_pane[pane]

    # What keys ask for

    def open_bar(self) -> None:
        """Find words in the pane in hand: those selected there, else those that were last searched for."""
        finding = self.of(self._desk.panes.in_hand)
        words = self._selected()
        if not words and not finding.typed():
            words = self._desk.around.recent.last
        finding.open(words)

    def open_list(self) -> None:
        """Find words in all sources: those selected in the pane in hand, else those last searched for."""
        words = self._selected()
        for finding in self._by_pane.values():
            finding.close()
        self._desk.show_companion(FIND)
        companion = self._companion()
        if companion is None:
            return
        if words or not companion.field.text():
            companion.search_for(words or self._desk.around.recent.last)
        companion.enter()

    def list_words(self, words: str) -> None:
        """List where words are in this pack; the focus stays where it is."""
        self._desk.side.show_companion(FIND, focus=False)
        companion = self._companion()
        if companion is not None:
            companion.search_for(words)

    def step(self, by: int) -> None:
        """Go to the next of what was found (1), or to the one before (-1), wherever the focus is."""
        pane = self._desk.panes.in_hand
        finding = self.of(pane)
        companion = self._companion()
        if (
            companion is not None
            and companion.findings.count
            and (self._goes_by_list or not finding.is_open())
        ):
            self._goes_by_list = True
            self._desk.side.show_companion(FIND, focus=False)
            companion.step(by)
        elif finding.is_open():
            finding.step(by)
        elif self._desk.around.recent.last:
            finding.open(self._desk.around.recent.last)
            finding.step(by)
        else:
            self.open_bar()

    def _selected(self) -> str:
        return selected_words(self._desk.panes.in_hand.view)

    # The bars

    def _bar_opened(self) -> None:
        self._before = self._desk.here()

    def _bar_closed(self) -> None:
        """Let Back lead to where one was before; what the list found is marked again."""
        finding = self.sender()
        if isinstance(finding, PaneFinding):
            self._desk.around.recent.add(finding.bar.field.text())
        here = self._desk.here()
        if self._before is not None and here != self._before:
            self._desk.jumped.emit(self._before, here)
        self._before = None
        self._goes_by_list = True
        self.refresh()

    def _bar_used(self) -> None:
        self._goes_by_list = False

    # The list

    def _companion(self) -> FindCompanion | None:
        """Return the companion, as soon as it was looked at once."""
        companion = self._desk.side.companion
        if self._list is None and isinstance(companion, FindCompanion):
            self._list = companion
            companion.found.connect(self._list_used)
            companion.entry_asked.connect(self._show_entry)
        return self._list

    def _list_used(self) -> None:
        self._goes_by_list = True
        self._note_walked()
        self.refresh()

    def _note_walked(self) -> None:
        """Remember which hit was gone to; the one before stays marked as found no longer."""
        before, self._walked = self._walked, None
        companion, pane = self._companion(), self._desk.panes.in_hand
        where = pane.view.shown_range()
        if companion is not None and companion.walked_to is not None and where is not None:
            self._walked = (pane, where)
        if before is None or before == self._walked or before[0] not in self._desk.panes.panes:
            return
        if before[0].view.shown_range() == before[1]:
            before[0].view.unmark_shown()

    def _show_entry(self, companion: str, entry: str) -> None:
        self._desk.show_companion(companion)
        shown = self._desk.side.companion
        if shown is not None and shown.name == companion:
            shown.show_entry(entry)

    # Marks

    def refresh(self) -> None:
        """Mark in each pane what is found in its text now."""
        companion = self._companion()
        in_view = companion is not None and self._desk.side.companion is companion
        for pane in self._desk.panes.panes:
            finding = self.of(pane)
            finding.refresh()
            query, current = None, None
            if companion is not None and in_view:
                query = companion.findings.query if companion.findings.count else None
                spot = companion.walked_to
                if spot is not None and (spot.source, spot.which) == (pane.source_id, pane.which):
                    current = Range(spot.start, spot.end)
            finding.mark(query, current)
