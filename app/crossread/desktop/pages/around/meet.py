"""Meeting the sources: each one's card, and three questions on it, before any text is read."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.around.own_steps import step_deeds
from crossread.desktop.pages.around.side_page import SideColumn, SidePage
from crossread.desktop.pages.around.source_card import SourceCard
from crossread.desktop.pages.around.source_list import SourceList
from crossread.desktop.pages.around.source_notes import SourceNotes
from crossread.desktop.pages.around.stages import onward, onward_words
from crossread.desktop.pages.page import PackPage, Surroundings
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button, primary, rename
from crossread.inquiry.commands import OpenCard
from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import Stage
from crossread.packs.sources.source import Source
from crossread.progress.reading_mirror import CARD

LIST = 220  # pixels of the list, at the default text size
LIST_LEAST = 64
EDGE = 56  # pixels at the default text size, beside the card where there is room
LEAST_EDGE, SHARE_OF_EDGE = 16, 12  # pixels at least; one so many parts of the width at most


class MeetPage(PackPage):
    """A *meet* stage."""

    name = "meet"

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, opened, remembered, parent)
        pack = opened.pack
        self._stage = pack.stages[0]
        self._source = pack.sources[0]
        self._around: QHBoxLayout | None = None  # what stands around the card
        self.list = SourceList(pack.sources, self)
        self.list.chosen.connect(self.show_source)
        self._list_frame = QFrame(self)
        self._list_frame.setProperty("look", "ground")
        list_column = QVBoxLayout(self._list_frame)
        list_column.setContentsMargins(14, 24, 14, 16)
        self._list_area = QScrollArea(self._list_frame)
        self._list_area.setWidgetResizable(True)
        self._list_area.setFrameShape(QFrame.Shape.NoFrame)
        self._list_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list_area.setWidget(self.list)
        list_column.addWidget(self._list_area, 1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(_("Card"))
        self._area.setProperty("look", "reached")
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        middle = QFrame(self)
        middle.setProperty("look", "surface")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._area)
        main = QWidget(self)
        columns = QHBoxLayout(main)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._list_frame)
        line = QFrame(main)
        line.setProperty("look", "line")
        line.setFixedWidth(1)
        columns.addWidget(line)
        columns.addWidget(middle, 1)
        side = SideColumn(_("Three questions for every source"), self)
        self.notes = SourceNotes(around, opened, self)
        self.notes.refused.connect(self.refused)
        side.column.addWidget(self.notes)
        side.column.addStretch(1)
        self.skip = link_button("", self)
        self.skip.clicked.connect(self.go_on)
        self.next = primary("", self)
        self.next.clicked.connect(self.next_source)
        side.footer.addWidget(self.skip)
        side.footer.addStretch(1)
        side.footer.addWidget(self.next)
        self.side = SidePage(main, side, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.side, 1)

    def open_stage(self, stage: Stage) -> None:
        """Show a *meet* stage at the source that was met last."""
        self._stage = stage
        known = [source.id for source in self.opened.pack.sources]
        last = self.remembered.place.source
        self.show_source(last if last in known else known[0])

    def sources_in_view(self) -> tuple[tuple[str, str], ...]:
        """Return the card in view."""
        return ((self._source.id, CARD),)

    def show_source(self, source_id: str) -> None:
        """Show a source's card and the notes on it; that it was opened is remembered."""
        self._source = self.opened.pack.source(source_id)
        self.list.set_value(source_id)
        self._list_area.ensureWidgetVisible(self.list.pick(source_id), 0, 0)
        self._area.setWidget(self._card())
        self._area.verticalScrollBar().setValue(0)
        self._open_card()
        self._fill()
        self.remembered.set_source(source_id)
        self.remembered.tell(
            {"stage": self._stage.title, "letters": [self._source.letter], "number": 0, "of": 0}
        )
        last = self._place() == len(self.opened.pack.sources) - 1
        onwards = onward_words(self.opened.pack, self._stage)
        rename(self.next, onwards if last else _("Next source ›"))
        rename(self.skip, onwards)
        self.skip.setVisible(not last and len(self._seen()) == len(self.opened.pack.sources))
        told = _("Source {letter}, {title}")
        announce(self, told.format(letter=self._source.letter, title=self._source.card.title))

    def _card(self) -> QWidget:
        holder = QWidget()
        self._around = QHBoxLayout(holder)
        self._around.addWidget(self._source_card(holder), 1)
        self._set_edges()
        return holder

    def _set_edges(self) -> None:
        """Leave air around the card, as far as the width allows."""
        look = theme.current()
        edge = max(LEAST_EDGE, min(look.scaled(EDGE), self._area.width() // SHARE_OF_EDGE))
        if self._around is not None:
            self._around.setContentsMargins(edge, min(edge, look.scaled(34)), edge, 32)

    def _source_card(self, holder: QWidget) -> SourceCard:
        lead = _("Before you read it: who is speaking?")
        return SourceCard(self.opened.pack, self._source, holder, lead=lead)

    def _place(self) -> int:
        return self.opened.pack.sources.index(self._source)

    def _seen(self) -> frozenset[str]:
        return self.around.session.state(self.opened.pack.id).cards

    def _fill(self) -> None:
        self.list.set_seen(self._seen())
        self.notes.open_source(self._source.id)

    def _open_card(self) -> None:
        try:
            self.around.session.do(self.opened, OpenCard(source=self._source.id))
        except Expected as error:
            self.refused.emit(error.message)

    def next_source(self) -> None:
        """Go to the next source; after the last one to the next stage."""
        self._step(1)

    def previous_source(self) -> None:
        """Go to the source before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        sources: tuple[Source, ...] = self.opened.pack.sources
        place = self._place() + step
        if place >= len(sources):
            self.go_on()
        elif place >= 0:
            in_list = self.list.pick(self._source.id).hasFocus()
            self.show_source(sources[place].id)
            if in_list:
                self.list.pick(self._source.id).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_on(self) -> None:
        """Go on to the next stage."""
        self.notes.keep()
        self.asked.emit(onward(self.opened.pack, self._stage))

    def leave(self) -> None:
        """Keep what was typed."""
        self.notes.keep()

    def changed(self, _what: object) -> None:
        """Tick the cards that were seen; show notes as they are kept by now."""
        self.notes.show_again()
        self.list.set_seen(self._seen())

    def deeds(self) -> Mapping[str, Deed]:
        """Return what the page's keys do."""
        return {
            "source-next": self.next_source,
            "source-previous": self.previous_source,
            **step_deeds(self),
        }

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self.list.pick(self._source.id), self._area, self.notes.fields["who"]]

    def enter(self) -> None:
        """Begin with the list."""
        self.list.pick(self._source.id).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list as much as the width allows: in a narrow window only the badges."""
        super().resizeEvent(event)
        look = theme.current()
        wide = self.width() >= look.scaled(900)
        self._set_edges()
        self._list_frame.setFixedWidth(look.scaled(LIST) if wide else look.scaled(LIST_LEAST) + 28)
