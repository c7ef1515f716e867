"""The board: all highlights and notes of a pack as cards, by source, tag, claim or meaning."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.notes.board_area import BoardArea
from crossread.desktop.pages.notes.board_files import BoardFiles, dropped_set
from crossread.desktop.pages.notes.board_head import BoardHead
from crossread.desktop.pages.notes.board_sets import BoardSets
from crossread.desktop.pages.notes.board_writing import BoardWriting
from crossread.desktop.pages.notes.noted_deeds import NotedDeeds
from crossread.desktop.pages.notes.noted_menu import NotedMenu
from crossread.desktop.pages.notes.noted_spots import first_spot, veiled
from crossread.desktop.pages.notes.notes_empty import NotesEmpty
from crossread.desktop.pages.page import PackPage, Surroundings
from crossread.desktop.pages.panes.removed_banner import RemovedBanner
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.pages.words import nothing_to_redo, nothing_to_undo
from crossread.desktop.place import Place, Spot
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.picking.menus import open_menu
from crossread.inquiry.notes import MEANINGS
from crossread.operations.opening.opened import OpenPack
from crossread.progress.notes_board import Row, all_tags, matching
from crossread.progress.notes_groups import groups_of

if TYPE_CHECKING:
    from crossread.operations.sessions.changed import Changed


NARROW = 800  # pixels at the default text size; a page of less has no room for cards beside a note


class BoardPage(PackPage):
    """Cards in groups; each leads back to its passage, and can be written on here."""

    name = "board"

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, opened, remembered, parent)
        self._deeds = NotedDeeds(around.session, self._pack)
        self._rows: tuple[Row, ...] = ()
        self._made_of: tuple[Row, ...] | None = None
        self.files = BoardFiles(around.session, opened, self)
        self.files.told.connect(self._told)
        self.files.refused.connect(self.refused)
        self.banner = RemovedBanner(partial(around.session.note_turns, opened.pack.id), self)
        self.banner.acted.connect(self._banner_acted)
        self.head = BoardHead(self, claims=bool(opened.pack.claims))
        self.head.changed.connect(self._show)
        self.head.back_asked.connect(self._to_overview)
        self.head.files_asked.connect(self._open_files)
        self.writing = BoardWriting(around, opened, self)
        self.writing.refused.connect(self.refused)
        self.writing.spot_asked.connect(self._go_to_spot)
        self.writing.removed.connect(self._say_removed)
        self.writing.turned.connect(self._arrange)
        self.writing.closed.connect(self.enter)
        self.empty = NotesEmpty(self)
        self.empty.other.clicked.connect(self._leave_empty)
        self.sets = BoardSets(self)
        self.sets.switched.connect(self._switch_set)
        self.sets.removed.connect(self._remove_set)
        self.cards = BoardArea((self.empty, self.sets), self)
        self.cards.wanted.connect(self.do)
        self.cards.menu_asked.connect(self._open_menu)
        self.cards.emptied.connect(self.enter)
        self.setAcceptDrops(True)
        around.veiling.changed.connect(self._veil_changed)
        self._lay_out()
        self._refresh()

    def _lay_out(self) -> None:
        self._board = QWidget(self)
        board = self._column = QVBoxLayout(self._board)
        board.setContentsMargins(0, 0, 0, 0)
        board.setSpacing(0)
        board.addWidget(self.head)
        board.addWidget(self.cards, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._board, 1)
        row.addWidget(self.writing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self.banner)  # below, so that the cards stay where they are

    def _arrange(self) -> None:
        """Give a narrow page to the note in work alone."""
        self._put_head()
        narrow = self.width() < theme.current().scaled(NARROW)
        self.writing.set_alone(narrow)
        self._board.setVisible(self.writing.isHidden() or not narrow)

    def _put_head(self) -> None:
        """Keep the head above the cards; where it takes half of the height, it scrolls with them."""
        width = max(1, self._board.width())
        low = 2 * self.head.heightForWidth(width) > self.height()
        if low:
            self.cards.take_head(self.head)
        elif self._column.indexOf(self.head) < 0:
            self._column.insertWidget(0, self.head)
        self.head.set_inset(0 if low else 32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set cards and writing side by side, or one in the place of the other."""
        super().resizeEvent(event)
        self._arrange()

    def _pack(self) -> OpenPack:
        return self.opened

    # What there is

    def _refresh(self) -> None:
        session, pack = self.around.session, self.opened
        noted, rows = session.noted(pack), session.board(pack)
        self.sets.fill(noted.layers, noted.trouble, rows)
        if rows is not self._made_of:
            self._made_of = rows
            self._rows = veiled(self.around.veiling, pack, rows)
            self.head.offer(all_tags(self._rows), noted.layers)
        self.writing.refresh(self._rows)
        self._show()

    def _show(self) -> None:
        """Show what is asked for, in its groups; what has the focus keeps it, or the card in its place."""
        found = matching(self._rows, self.head.wanted())
        self.head.say(len(found), len(self._rows))
        groups = groups_of(found, self.head.by(), self.opened.pack) if found else ()
        self.cards.fill(groups, self.head.by())
        self.empty.setVisible(not found)
        if not self._rows:
            self.empty.teach()
            self.empty.offer(_("To the texts ›"))
        elif not found:
            self.empty.say_nothing_fits(_("Nothing fits"), _("Show all"))

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self.files.opened = opened
        self.writing.set_opened(opened)
        self._refresh()

    def changed(self, what: "Changed") -> None:
        """Show again what has changed."""
        if "settings" in what.what:  # perhaps what is veiled
            self._made_of = None
        self.banner.see_again()
        if what.what & {"state", "originals", "settings"}:
            self._refresh()

    def _veil_changed(self) -> None:
        self._made_of = None
        self._refresh()

    # One card

    def do(self, row: object, deed: str, group: str = "") -> None:
        """Do something with a row, by the name that NotedMenu has for it; `group` is where it stands."""
        if not isinstance(row, Row):
            return
        if deed == "show" and (first_spot(row) is not None or row.pieces):
            self._go_to_spot(first_spot(row, group))
        elif deed in ("show", "write") and row.own:
            self.writing.write(row, self._rows)
        elif deed == "remove":
            self._try(partial(self._remove, row))
        for meaning in MEANINGS:
            if deed == f"meaning/{meaning}":
                self._try(partial(self._deeds.change_meaning, row, meaning))

    def _remove(self, row: Row) -> None:
        told = self._deeds.remove(row)
        if told:
            self._say_removed(told)

    def _go_to_spot(self, spot: object) -> None:
        if isinstance(spot, Spot):
            self.asked.emit(Place("stage", self.opened.pack.id, spot=spot))
        else:
            self.refused.emit(_("This passage has no place in the texts as they are now."))

    def _open_menu(self, row: object, at: object) -> None:
        if isinstance(row, Row) and isinstance(at, QPoint):
            menu = NotedMenu(row, self, may_place=False)
            menu.picked.connect(self.do)
            open_menu(menu, at)

    # Sets and files

    def _switch_set(self, layer: str, on: bool) -> None:
        self._try(partial(self.around.session.switch_layer, self.opened, layer, on=on))

    def _remove_set(self, layer: str) -> None:
        self._try(partial(self.around.session.remove_layer, self.opened, layer))
        self._say_removed(_("Set taken away."))

    def _open_files(self, below: QWidget) -> None:
        self.files.open_menu(below)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that may be a set; others are for the pack."""
        if dropped_set(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the set that was dropped."""
        path = dropped_set(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.add(path)
        else:
            event.ignore()

    # Telling and taking back

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Expected as error:
            self.refused.emit(error.message)

    def _say_removed(self, sentence: str) -> None:
        self.banner.show_removed(sentence)

    def _told(self, sentence: str) -> None:
        folder = [("folder", _("Show in folder"))] if self.files.folder else []
        self.banner.show_message(sentence, [*folder, ("close", _("Close"))])

    def _banner_acted(self, action: str) -> None:
        self.banner.clear()
        if action == "undo":
            self.undo()
            self.enter()
        elif action == "folder":
            self.files.show_folder()

    def undo(self) -> None:
        """Take back what was done last to highlights, notes and sets."""
        self._try(self._take_back)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._try(self._do_again)

    def _take_back(self) -> None:
        announce(self, self._deeds.undo() or nothing_to_undo())

    def _do_again(self) -> None:
        announce(self, self._deeds.redo() or nothing_to_redo())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put away by Escape what is being said, before it leads back from the page."""
        if event.key() != Qt.Key.Key_Escape or not self.banner.message():
            super().keyPressEvent(event)
            return
        focus = self.window().focusWidget()
        was_there = focus is not None and self.banner.isAncestorOf(focus)
        self.banner.clear()
        if was_there:
            self.enter()

    # Where one is

    def _to_overview(self) -> None:
        self.asked.emit(Place("overview", self.opened.pack.id))

    def _leave_empty(self) -> None:
        if self._rows:
            self.head.clear()
        else:
            self.asked.emit(Place("stage", self.opened.pack.id))

    def deeds(self) -> Mapping[str, Deed]:
        """Return what the page's keys do."""
        return {"undo": self.undo, "redo": self.redo, "find": self.head.focus_words}

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        lists: list[QWidget] = [*self.cards.lists()[:1]]
        writing: list[QWidget] = [self.writing] if self.writing.isVisible() else []
        return [self.head.groups, *lists, *writing]

    def enter(self) -> None:
        """Begin with the first card, or with what leads on where there is none."""
        lists = self.cards.lists()
        target = lists[0] if lists else self.head.groups
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep what is unfinished; what was only said is done with."""
        self.writing.keep()
        self.banner.clear()
