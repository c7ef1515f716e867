"""The library: where one was, the packs there are, and how it is going."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.dropped import dropped_files
from crossread.desktop.pages.finding.find_field import FindField
from crossread.desktop.pages.library.library_shown import LibraryShown, shown_now
from crossread.desktop.pages.library.library_side import LibrarySide
from crossread.desktop.pages.library.library_words import greeting, where_one_was
from crossread.desktop.pages.library.own_packs import OwnPacks
from crossread.desktop.pages.library.pack_card import PackCard
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.place import NEW_PACK, Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.operations.sessions.changed import Changed

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed
    from crossread.desktop.pages.library.removed_row import RemovedRow

WIDEST = 1220  # pixels at the default text size
_ENDLESS = 16_777_215  # as Qt has it for no limit
SEARCH = 380  # pixels of the field at the default text size
NARROW = 900  # below this the side stands under the packs
_SHOWN = frozenset(("status", "library", "state", "originals"))  # changes that may be seen on it


class LibraryPage(Page):
    """The first page; `said` gives a sentence on what was put back, or on what could not be done."""

    name = "library"
    said = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._ready = False
        self._waiting_for_card = False
        self._shown: LibraryShown | None = None  # what stands on it
        self._scrolled = 0  # pixels, before it was built anew
        self._awaited = ""  # the pack whose line is to have the focus once it is there
        self._soon = QTimer(self)  # once what was built is laid out
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._keep_view)
        self.cards: list[PackCard] = []
        self.removed: list[RemovedRow] = []
        self._row: QBoxLayout | None = None
        self._head: QBoxLayout | None = None
        self._field: FindField | None = None
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(_("Library"))
        self._own = OwnPacks(around, self._area)
        self._own.changed.connect(self._focus_again)
        self._own.done.connect(self.done)
        self._own.said.connect(self.said)
        self.setAcceptDrops(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def begin(self) -> None:
        """Show what the library holds, as far as its index knows; once."""
        if self._ready:
            return
        self._ready = True
        self._waiting_for_card = True
        self._build(shown_now(self._around))

    # What stands on it

    def _build(self, shown: LibraryShown) -> None:
        """Build it anew, with the focus and what is in view as they were."""
        self._shown = shown
        focused, typing = self._focused_card(), self._field is not None and self._field.hasFocus()
        line = self._awaited or self._focused_line()
        if not self._soon.isActive():
            self._scrolled = self._area.verticalScrollBar().value()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, theme.current().scaled(40), 32, 40)
        column.setSpacing(4)
        where = where_one_was(
            shown.packs, shown.places.get(shown.last, {}), is_guest=self._around.seats.taken.is_guest
        )
        self._line = labels.muted(where)
        column.addLayout(self._make_head())
        column.addSpacing(theme.current().scaled(20))
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(22)
        left = QVBoxLayout()
        left.setSpacing(20)
        self._fill_packs(left, shown)
        side = LibrarySide(page)
        side.asked.connect(self.asked)
        side.fill(shown.skills, shown.packs, shown.places, shown.unknown, shown.review)
        row.addLayout(left, 58)
        row.addWidget(side, 42)
        column.addLayout(row)
        column.addStretch(1)
        holder = QWidget()
        centre = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        centre.setContentsMargins(0, 0, 0, 0)
        page.setMaximumWidth(theme.current().scaled(WIDEST) + 64)
        centre.addStretch(1)
        centre.addWidget(page, 1000)
        centre.addStretch(1)
        self._area.setWidget(holder)
        self._arrange()
        self._soon.start(0)
        if typing:
            self._to_field()
        elif focused:
            self._focus_card(focused)
        elif line:
            self._focus_again(line)
        elif self._waiting_for_card and self.cards:
            self._waiting_for_card = False
            self.enter()

    def _keep_view(self) -> None:
        """Go where it was scrolled to before it was built anew, and to what has the focus."""
        if self._scrolled:
            self._area.verticalScrollBar().setValue(self._scrolled)
            self._show_focused()

    def _show_focused(self) -> None:
        for card in (*self.cards, *self.removed):
            if card.isAncestorOf(self.window().focusWidget() or self):
                self._area.ensureWidgetVisible(card)

    def _make_head(self) -> QBoxLayout:
        """Greet, and offer to search; what was typed there already stays."""
        before = self._field
        self._field = FindField(_("Search all packs"), _("Search all packs"), self)
        # The field goes away with the page, so it has to be done with the key before.
        self._field.searched.connect(self._typed, Qt.ConnectionType.QueuedConnection)
        self._field.stepped.connect(self._search)
        self._field.went_down.connect(self._go_down)
        if before is not None:
            self._field.setText(before.text())
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(labels.display(greeting(self._around.clock.now().astimezone().hour)))
        told.addWidget(self._line)
        self._head.addLayout(told, 1)
        self._head.addWidget(self._field, 1)
        return self._head

    def _fill_packs(self, column: QVBoxLayout, shown: LibraryShown) -> None:
        self.cards = []
        for pack in shown.in_order():
            card = PackCard(
                pack,
                shown.far[pack.id],
                shown.places[pack.id],
                leading=not self.cards,
                known=not shown.unknown,
            )
            card.opened.connect(self._continue)
            card.overview_asked.connect(self._overview)
            self._own.take(card)
            column.addWidget(card)
            self.cards.append(card)
        self.removed = self._own.removed_rows(self)
        for row in self.removed:
            column.addWidget(row)
        column.addStretch(1)

    def told(self) -> str:
        """Return the line under the greeting."""
        return self._line.text()

    # Ways on

    def _search(self, _by: int) -> None:
        if self._field is not None:
            self.asked.emit(Place("search", about=self._field.text().strip()))

    def _typed(self, _words: str) -> None:
        """Show what is found as soon as something is typed; typing goes on there."""
        if self._field is not None and self._field.text().strip():
            self.asked.emit(Place("search", about=self._field.text()))

    def _go_down(self) -> None:
        """Go down to what is found, or to the packs where nothing is searched for."""
        if self._field is not None and not self._field.text().strip():
            self.enter()

    def _to_field(self) -> None:
        if self._field is not None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.selectAll()

    def _continue(self, pack_id: str) -> None:
        self.asked.emit(Place("stage", pack_id))

    def _overview(self, pack_id: str) -> None:
        self.asked.emit(Place("overview", pack_id))

    def _focus_again(self, pack_id: str) -> None:
        """Go on with a pack that was changed: its card, or its line as soon as that is there; "": near it."""
        self._focus_card(pack_id)
        on_card = bool(pack_id) and self._focused_card() == pack_id
        line = next((row for row in self.removed if pack_id in ("", row.removed.id)), None)
        if line is not None and not on_card:
            line.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._awaited = "" if on_card or line is not None else pack_id
        if not self._awaited:
            self.enter()
        self._soon.start(0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take articles."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin a pack of the articles that were dropped."""
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            making = self._around.making
            making.told += making.add(files)
            self.asked.emit(NEW_PACK)

    # Keys

    def _focused_card(self) -> str:
        for card in self.cards:
            if card.main is not None and card.main is self.window().focusWidget():
                return card.pack_id
        return ""

    def _focused_line(self) -> str:
        focus = self.window().focusWidget()
        return next((row.removed.id for row in self.removed if row.back is focus), "")

    def _focus_card(self, pack_id: str) -> None:
        for card in self.cards:
            if card.pack_id == pack_id and card.main is not None:
                card.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Begin with the first card."""
        if self.cards and not (self._focused_card() or self._focused_line()):
            self._focus_card(self.cards[0].pack_id)

    def deeds(self) -> Mapping[str, Deed]:
        """Return what the page's keys do."""
        return {"find": self._to_field, "undo-here": self._own.undo}

    def parts(self) -> list[QWidget]:
        """Return where F6 stops: the first card's way in."""
        return [card.main for card in self.cards[:1] if card.main is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from card to card with the arrow keys."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        ids = [card.pack_id for card in self.cards if card.main is not None]
        focused = self._focused_card()
        if step and ids:
            place = ids.index(focused) + step if focused in ids else 0
            pack_id = ids[min(max(0, place), len(ids) - 1)]
            self._focus_card(pack_id)
            self._show_focused()
        else:
            super().keyPressEvent(event)

    # Changes

    def changed(self, what: Changed) -> None:
        """Show again what has changed, where that is to be seen here."""
        if not self._ready or not self.isVisible() or not what.what & _SHOWN:
            return
        shown = shown_now(self._around)
        if shown != self._shown:
            self._build(shown)

    def show_again(self) -> None:
        """Show how things stand now: one comes back to the page."""
        if self._ready:
            self._build(shown_now(self._around))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side under the packs where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def put_away(self) -> None:
        """Forget what is built anew when one comes back.

        Whatever stays costs time whenever the theme or the text size changes.
        """
        self.cards, self.removed, self._row, self._head, self._field = [], [], None, None, None
        self._area.setWidget(QWidget())

    def _arrange(self) -> None:
        if self._row is None or self._head is None:
            return
        narrow = self.width() < theme.current().scaled(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for row in (self._row, self._head):
            row.setDirection(down if narrow else across)
        if self._field is not None:  # one that is narrower than its column would mislead that
            self._field.setMaximumWidth(_ENDLESS if narrow else theme.current().scaled(SEARCH))
