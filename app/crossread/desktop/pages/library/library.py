"""The library: where one was, the packs there are, and how it is going."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.finding.find_field import FindField
from crossread.desktop.pages.library.pack_card import PackCard
from crossread.desktop.pages.library.skills_view import SkillsView
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.place import PROGRESS, Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.card_frame import CardFrame
from crossread.operations.changed import Changed

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed
    from crossread.packs.library import ShelfPack

WIDEST = 1220  # pixels at the default text size
_ENDLESS = 16_777_215  # as Qt has it for no limit
SEARCH = 380  # pixels of the field at the default text size
NARROW = 900  # below this the side stands under the packs


class LibraryPage(Page):
    """The first page."""

    name = "library"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._ready = False
        self._waiting_for_card = False
        self.cards: list[PackCard] = []
        self._row: QBoxLayout | None = None
        self._head: QBoxLayout | None = None
        self._field: FindField | None = None
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(_("Library"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def begin(self) -> None:
        """Show what the library holds, as far as its index knows; once."""
        if self._ready:
            return
        self._ready = True
        self._waiting_for_card = True
        self._build()

    # What stands on it

    def _build(self) -> None:
        focused, typing = self._focused_card(), self._field is not None and self._field.hasFocus()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, theme.current().scaled(40), 32, 40)
        column.setSpacing(4)
        packs = self._around.session.shelf() if self._ready else ()
        places = {pack.id: _told(self._around.session.place(pack.id)) for pack in packs}
        last = str(self._around.settings.place("last").get("pack", ""))
        self._line = labels.muted(self._where_one_was(packs, places, last))
        column.addLayout(self._make_head())
        column.addSpacing(theme.current().scaled(20))
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(22)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(20)
        right.setSpacing(16)
        self._fill_packs(left, packs, places, last)
        self._fill_side(right, packs, places)
        row.addLayout(left, 58)
        row.addLayout(right, 42)
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
        if typing:
            self._to_field()
        elif focused:
            self._focus_card(focused)
        elif self._waiting_for_card and self.cards:
            self._waiting_for_card = False
            self.enter()

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

    def _where_one_was(
        self, packs: tuple[ShelfPack, ...], places: Mapping[str, Mapping[str, Any]], last: str
    ) -> str:
        if not self._ready:
            return " "
        told = places.get(last, {})
        letters, number, of = told.get("letters"), told.get("number"), told.get("of")
        if isinstance(letters, list) and letters and number and of:
            return _("You were reading {letters}, question {number} of {of}.").format(
                letters=read_together([str(letter) for letter in letters]), number=number, of=of
            )
        if told.get("stage"):
            return _("You were at “{stage}”.").format(stage=told["stage"])
        if not packs:
            return _("Looking for packs…")
        return _("Several accounts of one event, side by side. Everything you do stays on this machine.")

    def _fill_packs(
        self,
        column: QVBoxLayout,
        packs: tuple[ShelfPack, ...],
        places: Mapping[str, Mapping[str, Any]],
        last: str,
    ) -> None:
        self.cards = []
        sound = sorted(
            (pack for pack in packs if not pack.broken),
            key=lambda pack: (pack.id != last, not places[pack.id], pack.title.casefold()),
        )
        for pack in [*sound, *(pack for pack in packs if pack.broken)]:
            card = PackCard(
                pack, self._around.session.how_far(pack.id), places[pack.id], leading=not self.cards
            )
            card.opened.connect(self._continue)
            card.overview_asked.connect(self._overview)
            column.addWidget(card)
            self.cards.append(card)
        column.addStretch(1)

    def _fill_side(
        self, column: QVBoxLayout, packs: tuple[ShelfPack, ...], places: Mapping[str, Mapping[str, Any]]
    ) -> None:
        if not self._ready:
            return
        going = CardFrame(padding=24)
        going.body.addWidget(labels.heading(_("How it is going")))
        skills = SkillsView(self._around.session.skills(), going, most=4)
        if skills.empty:
            skills.hide()
            going.body.addWidget(
                labels.body(
                    _(
                        "Nothing to tell yet. After the first stage you hand in, this shows what goes well "
                        "and on how many questions that rests."
                    )
                )
            )
        else:
            going.body.addSpacing(6)
            going.body.addWidget(skills)
            more = plain(_("See all"), going)
            more.setAccessibleName(_("See all: how it is going"))
            more.clicked.connect(self._progress)
            going.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(going)
        lacking = self._lacking(packs, places)
        if lacking:
            column.addWidget(lacking)
        column.addStretch(1)

    def _lacking(
        self, packs: tuple[ShelfPack, ...], places: Mapping[str, Mapping[str, Any]]
    ) -> CardFrame | None:
        """Say what could be added to a pack that was begun: the authors' own texts."""
        for pack in packs:
            added, able = places[pack.id].get("originals"), places[pack.id].get("originals-of")
            if not isinstance(added, int) or not isinstance(able, int) or added >= able:
                continue
            card = CardFrame(padding=24)
            card.body.addWidget(labels.heading(_("Add the authors’ own texts")))
            words = ngettext(
                "“{pack}” brings digests. One source’s own text is not added yet.",
                "“{pack}” brings digests. {count} sources’ own texts are not added yet.",
                able - added,
            )
            card.body.addWidget(labels.body(words.format(pack=pack.title, count=able - added)))
            card.body.addSpacing(6)
            button = plain(_("Add…"), card)
            button.setAccessibleName(_("Add the authors’ own texts to {pack}").format(pack=pack.title))
            button.setProperty("pack", pack.id)
            button.clicked.connect(self._add_clicked)
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            return card
        return None

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

    def _progress(self) -> None:
        self.asked.emit(PROGRESS)

    def _add_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.asked.emit(Place("overview", str(button.property("pack"))))

    # Keys

    def _focused_card(self) -> str:
        for card in self.cards:
            if card.main is not None and card.main is self.window().focusWidget():
                return card.pack_id
        return ""

    def _focus_card(self, pack_id: str) -> None:
        for card in self.cards:
            if card.pack_id == pack_id and card.main is not None:
                card.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Begin with the first card."""
        if self.cards and not self._focused_card():
            self._focus_card(self.cards[0].pack_id)

    def deeds(self) -> Mapping[str, Deed]:
        """Return what the page's keys do."""
        return {"find": self._to_field}

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
            for card in self.cards:
                if card.pack_id == pack_id:
                    self._area.ensureWidgetVisible(card)
        else:
            super().keyPressEvent(event)

    # Changes

    def changed(self, what: Changed) -> None:
        """Show again what has changed."""
        if self._ready and what.what & {"library", "state", "originals"} and self.isVisible():
            self._build()

    def show_again(self) -> None:
        """Show how things stand now: one comes back to the page."""
        if self._ready:
            self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side under the packs where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def put_away(self) -> None:
        """Forget what is built anew when one comes back.

        Whatever stays costs time whenever the theme or the text size changes.
        """
        self.cards, self._row, self._head, self._field = [], None, None, None
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


def greeting(hour: int) -> str:
    """Greet by the hour of the day, 0 to 23."""
    if 5 <= hour < 12:
        return _("Good morning.")
    return _("Good afternoon.") if 12 <= hour < 18 else _("Good evening.")


def _told(place: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what was remembered of a place for the library to tell."""
    told = place.get("told")
    return told if isinstance(told, Mapping) else {}


def read_together(letters: Sequence[str]) -> str:
    """Name the sources that stood in the panes."""
    if len(letters) < 3:
        return _(" beside ").join(letters)
    return _("{some} and {last}").format(some=", ".join(letters[:-1]), last=letters[-1])
