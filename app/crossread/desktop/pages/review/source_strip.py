"""The text beside a question that is asked alone, with its passages marked once they are told."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.declared import SINGLE_KEYS
from crossread.desktop.pages.desk.desk_marks import own_marks, placed
from crossread.desktop.pages.desk.standing import Standing
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.place import Place
from crossread.desktop.widgets.layers.marks import ReadingMark
from crossread.questions.mark import Mark
from crossread.questions.passages import DIGEST, PassageKey, Selection, Which
from crossread.questions.placing import place
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack


class SourceStrip(QWidget):
    """One pane of the pack that a question is from, any source and text of it.

    `selected` gives words that the learner marked, `asked` a Place where an original can be added.
    """

    selected = Signal(object)
    asked = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._opened: OpenPack | None = None
        self._evidence: tuple[PassageKey, ...] = ()
        self._own: tuple[Sequence[Selection], Mark | None] = ((), None)
        self._which: dict[str, Which] = {}
        self._first = ""  # the source to show once the strip is in view
        self.pane = Pane(0, self)
        self.pane.standing = Standing(around, self.pane.view, self.pane)
        self.pane.header.more.hide()
        self.pane.source_chosen.connect(self.show_source)
        self.pane.which_chosen.connect(self._turn)
        self.pane.card_asked.connect(self._open_card)
        self.pane.add_asked.connect(self._add)
        self.pane.selected.connect(self.selected)
        self.pane.dragged.connect(self.selected)
        self.take_settings()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)

    def take_settings(self) -> None:
        """Dot words, cover passages and take single keys as the settings say."""
        self.pane.view.set_single_keys(self._around.settings[SINGLE_KEYS])
        if self.pane.standing is not None and self._opened is not None:
            self.pane.standing.take_settings()

    def open(self, opened: "OpenPack", sources: Sequence[str], *, takes_passages: bool) -> None:
        """Show a pack's text once this is in view: of the first of some sources, with nothing marked."""
        self._opened, self._evidence, self._own, self._which = opened, (), ((), None), {}
        self.pane.set_takes_passages(takes_passages)
        known = [source.id for source in opened.pack.sources]
        self._first = next((one for one in sources if one in known), known[0])
        if self.isVisible():
            self.show_source(self._first)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the text that was asked for before this was in view."""
        super().showEvent(event)
        if self._first:
            self.show_source(self._first)

    def shown(self) -> Mapping[str, Which]:
        """Return which text of each source was brought into view."""
        return self._which

    def show_source(self, source: str) -> None:
        """Bring a source into view."""
        if self._opened is not None:
            self._show(source, self._which.get(source, DIGEST))

    def show_own(self, selections: Sequence[Selection], mark: Mark | None) -> None:
        """Mark what the learner selected, by what it earned once that is known."""
        self._own = tuple(selections), mark
        self._paint()

    def show_evidence(self, passages: Sequence[PassageKey], at: PassageKey | Selection | None = None) -> None:
        """Mark passages, and go to one of them: by default to the first that stands in the text in view."""
        if self._opened is None:
            return
        self._evidence = tuple(passages)
        wanted = at or next((one for one in passages if one.source == self.pane.source_id), None)
        wanted = wanted or next(iter(passages), None)
        if wanted is None:
            return
        if isinstance(wanted, Selection):
            self._show(wanted.source, wanted.which)
            where: Range | None = Range(wanted.start, wanted.end)
        else:
            where = self._bring_up(wanted)
        self._paint()
        if where is not None:
            self.pane.show_range(where)

    def _bring_up(self, passage: PassageKey) -> Range | None:
        """Show the text in which a passage stands: the one in view where it does, else the digest."""
        if self._opened is None:
            return None
        for which in dict.fromkeys((self._which.get(passage.source, DIGEST), DIGEST)):
            text = self._opened.shown(passage.source, which)
            where = place(passage, text) if text is not None else None
            if where is not None:
                self._show(passage.source, which)
                return where
        self._show(passage.source, DIGEST)
        return None

    def _show(self, source: str, which: Which) -> None:
        if self._opened is None:
            return
        same = (source, which) == (self.pane.source_id, self._which.get(source)) and not self._first
        self._first = ""
        if not same or self.pane.is_covered():
            self.pane.show_text(self._opened, source, which)
        self._which[source] = self.pane.which
        self._paint()

    def _turn(self, which: str) -> None:
        if self._opened is not None and self._opened.shown(self.pane.source_id, which) is None:
            self.pane.explain_missing_original()
        else:
            self._show(self.pane.source_id, which)

    def _paint(self) -> None:
        opened, source = self._opened, self.pane.source_id
        if opened is None or self._first:
            return
        text = opened.shown(source, self.pane.which)
        if text is None:
            return
        selections, mark = self._own
        found, _lost = placed(source, text, self._evidence)
        marks = [ReadingMark(where, "right" if mark is not None else "evidence") for where in found]
        self.pane.set_marks([*marks, *own_marks(source, text, selections, mark)])

    def _open_card(self, _source: str) -> None:
        self.pane.open_card()

    def _add(self, _source: str) -> None:
        if self._opened is not None:
            self.asked.emit(Place("overview", self._opened.pack.id))
