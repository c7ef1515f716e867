"""The list of notes beside the texts: its filter, its rows, and below them what can be done with one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_description
from crossread.desktop.pages.notes.noted_deeds import NotedDeeds
from crossread.desktop.pages.notes.noted_filter import NotedFilter
from crossread.desktop.pages.notes.noted_list import NotedList
from crossread.desktop.pages.notes.noted_menu import NotedMenu
from crossread.desktop.pages.notes.noted_spots import is_at
from crossread.desktop.pages.notes.noted_words import count_words
from crossread.desktop.pages.notes.notes_empty import NotesEmpty
from crossread.desktop.place import Spot
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, quiet_button, rename
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.desktop.widgets.picking.menus import open_menu
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.inquiry.notes import Layer
from crossread.progress.notes_board import Row, all_tags, matching

LOW = 220  # pixels at the default text size; of less height the list has all that can be spared


class NotesListPage(QWidget):
    """Shows rows and asks for what is to be done with one: `wanted` gives a Row and a deed.

    What deeds there are stands in NotedMenu ("show", "write" and so on). `board_asked` asks for the board.
    """

    wanted = Signal(object, str)
    board_asked = Signal()

    def __init__(self, deeds: NotedDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._rows: tuple[Row, ...] = ()
        self._here: Spot | None = None
        self._in_view: frozenset[str] = frozenset()
        self.filter = NotedFilter(self)
        self.filter.changed.connect(self.refresh)
        self.scope = Segmented(
            [("view", _("In view")), ("all", _("All sources"))], self, name=_("Of which sources")
        )
        self.scope.set_value("view")
        self.scope.chosen.connect(self._scope_chosen)
        self.count = labels.quiet("", self)
        self.list = NotedList(_("Highlights and notes"), self)
        self.list.shown.connect(self._shown)
        self.list.removed.connect(self._removed)
        self.list.picked.connect(self._picked)
        self.list.menu_asked.connect(self._open_menu)
        self.empty = NotesEmpty(self)
        self.empty.other.clicked.connect(self._show_all)
        self.write = quiet_button(_("Write a note"), self)
        self.remove = quiet_button(_("Remove"), self)
        self.place = quiet_button(_("Place at the selection"), self)
        self.board = link_button(_("Board ›"), self)
        set_key_description(self.board, "board")
        self.board.clicked.connect(self.board_asked)
        for button, deed in ((self.write, "write"), (self.remove, "remove"), (self.place, "place")):
            button.setProperty("deed", deed)
            button.clicked.connect(self._pressed)
        self._lay_out()
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        set_margins(head, 20, 14, 16, 8)
        head.setSpacing(8)
        head.addWidget(self.filter)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.scope)
        row.addWidget(self.count, 1)
        head.addLayout(row)
        deeds = QWidget(self)
        flow = FlowLayout(deeds, across=0, down=0)
        for button in (self.write, self.remove, self.place):
            flow.addWidget(button)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        set_margins(foot, 12, 6, 16, 10)
        foot.addWidget(deeds, 1)
        foot.addWidget(self.board, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what little height there is to the list: its menu and keys do what the foot does."""
        super().resizeEvent(event)
        self._foot.setVisible(self.height() >= theme.current().scaled(LOW))
        filter_height = self.filter.minimumSizeHint().height() + 8
        others = self.minimumSizeHint().height() - (0 if self.filter.isHidden() else filter_height)
        fits = others + filter_height <= self.height()
        self.filter.setVisible(fits or not self.filter.is_all())  # one that is in use is to be seen

    # What is shown

    def set_rows(self, rows: tuple[Row, ...], layers: Sequence[Layer]) -> None:
        """Show these rows, as far as they are asked for."""
        self._rows = rows
        self.filter.offer(all_tags(rows), layers)
        self.refresh()

    def set_in_view(self, sources: frozenset[str]) -> None:
        """Say which sources stand in the panes."""
        if sources != self._in_view:
            self._in_view = sources
            self.refresh()

    def set_here(self, here: Spot | None) -> None:
        """Say where the learner reads; the row of that passage is marked."""
        self._here = here
        key = next((row.key for row in self.list.rows() if here and is_at(row, here)), "")
        self.list.set_here(key)
        self._picked(self.list.current())

    def refresh(self) -> None:
        """Show what is asked for now."""
        sources = self._in_view if self.scope.value() == "view" and self._in_view else None
        found = matching(self._rows, self.filter.wanted(sources))
        held = self.list.hasFocus()
        self.list.set_rows(found)
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.count.setText(count_words(len(found), len(self._rows)) if self._rows else "")
        if not self._rows:
            self.empty.teach()
        elif not found and self.filter.is_all():
            self.empty.say_nothing_fits(_("Nothing on the sources in view"), _("Show those on all sources"))
        elif not found:
            self.empty.say_nothing_fits(_("Nothing fits"), _("Show all"))
        if held and not found:
            self.focus()
        self.set_here(self._here)

    def show_row(self, key: str) -> None:
        """Make a row current, by its key, whatever is asked for just now."""
        if not self.list.set_current(key) and any(row.key == key for row in self._rows):
            self._show_all()
            self.list.set_current(key)

    def focus(self) -> None:
        """Put the focus into the list, or where there is none into the filter."""
        target: QWidget = self.list if self.list.rows() else self.filter.words
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scope_chosen(self, _scope: str) -> None:
        self.refresh()

    def _show_all(self) -> None:
        self.scope.set_value("all")
        self.filter.clear()
        self.focus()

    # One row

    def _picked(self, row: object) -> None:
        """Offer what can be done with the row that is current now."""
        known = row if isinstance(row, Row) else None
        own = known is not None and known.own
        self.write.setVisible(own)
        self.remove.setVisible(own)
        self.place.setVisible(known is not None and self._deeds.may_place(known, self._here))
        if known is not None:
            rename(self.write, _("Edit the note") if known.note else _("Write a note"))
            rename(self.remove, _("Remove the note") if known.note else _("Remove the highlight"))

    def _shown(self, row: object) -> None:
        self.wanted.emit(row, "show")

    def _removed(self, row: object) -> None:
        self.wanted.emit(row, "remove")

    def _pressed(self) -> None:
        button, row = self.sender(), self.list.current()
        if button is not None and row is not None:
            self.wanted.emit(row, str(button.property("deed")))

    def _open_menu(self, at: object) -> None:
        row = self.list.current()
        if row is not None and isinstance(at, QPoint):
            menu = NotedMenu(row, self.list, may_place=self._deeds.may_place(row, self._here))
            menu.picked.connect(self.wanted)
            open_menu(menu, self.list.viewport().mapToGlobal(at))
