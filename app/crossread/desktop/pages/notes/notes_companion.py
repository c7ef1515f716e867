"""The notes beside the texts: highlights and notes of the sources in view, and where a note is written."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.pages.desk.companion import Companion
from crossread.desktop.pages.notes.note_editor import NoteEditor
from crossread.desktop.pages.notes.note_in_work import NoteInWork
from crossread.desktop.pages.notes.noted_deeds import NotedDeeds
from crossread.desktop.pages.notes.noted_spots import first_spot, pieces_of, spot_of, veiled, veiled_pieces
from crossread.desktop.pages.notes.notes_list_page import NotesListPage
from crossread.desktop.pages.panes.removed_banner import RemovedBanner
from crossread.desktop.place import Place, Spot
from crossread.desktop.widgets.announce import announce
from crossread.inquiry.notes import MEANINGS, NotedPassage
from crossread.progress.notes_board import Piece, Row, all_tags

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed


class NotesCompanion(Companion):
    """The tab of notes: a list, and in its place the note that is being written."""

    name = "notes"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self.work = NoteInWork(around.session, opened)
        self._deeds = NotedDeeds(around.session, self._pack)
        self._here: Spot | None = None
        self._from_text = False  # whether the note in work was begun with a key or a menu of a text
        self._rows: tuple[Row, ...] = ()
        self._made_of: tuple[Row, ...] | None = None
        self.notes = NotesListPage(self._deeds, self)
        self.notes.wanted.connect(self.do)
        self.notes.board_asked.connect(self._go_to_board)
        self.editor = NoteEditor(self.work, self)
        self.editor.closed.connect(self.close_note)
        self.editor.done.connect(self._be_done)
        self.editor.shown.connect(self._show_piece)
        self.editor.add_asked.connect(self._join_here)
        self.editor.remove_asked.connect(self._remove_in_work)
        self.editor.refused.connect(self.refused)
        self.banner = RemovedBanner(partial(around.session.note_turns, opened.pack.id), self)
        self.banner.acted.connect(self._banner_acted)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.notes)
        self.pages.addWidget(self.editor)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.banner)
        around.veiling.changed.connect(self._veil_changed)
        self._refresh()

    def _veil_changed(self) -> None:
        self._made_of = None
        self._refresh()

    def _pack(self) -> "OpenPack":
        return self.opened

    # What there is

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows of the pack, in the order of the texts."""
        return self._rows

    def _refresh(self) -> None:
        session = self.around.session
        rows = session.board(self.opened)
        if self._made_of is not rows:
            self._made_of = rows
            self._rows = veiled(self.around.veiling, self.opened, rows)
            self.notes.set_rows(self._rows, session.layers(self.opened.pack.id))
        self.work.refresh()
        if self.writing() and self.work.note is None:
            self.pages.setCurrentWidget(self.notes)
        elif self.writing():
            self._fill_editor()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self.work.set_opened(opened)
        self._refresh()

    def set_in_view(self, sources: Sequence[str]) -> None:
        """Say which sources stand in the panes."""
        self.notes.set_in_view(frozenset(sources))

    def set_view(self, here: Spot | None) -> None:
        """Say where the learner reads now; the row of that passage is marked."""
        self._here = here
        self.notes.set_here(here)

    def changed(self, what: "Changed") -> None:
        """Show again what has changed."""
        if "settings" in what.what:  # perhaps what is veiled
            self._made_of = None
        if what.what & {"state", "originals", "settings"}:
            self._refresh()
        self.banner.see_again()

    # One row

    def do(self, row: object, deed: str) -> None:
        """Do something with a row, by the name that NotedMenu has for it."""
        if not isinstance(row, Row):
            return
        if deed == "show":
            self._show_row(row)
        elif deed == "write" and row.own:
            self._write(row)
        elif deed == "remove":
            self._try(partial(self._remove, row))
        elif deed == "place":
            self._try(partial(self._place, row))
        for meaning in MEANINGS:
            if deed == f"meaning/{meaning}":
                self._try(partial(self._deeds.change_meaning, row, meaning))

    def _show_row(self, row: Row) -> None:
        spot = first_spot(row)
        if spot is not None:
            self.show_spot(spot)
        elif row.note is not None and not row.pieces:
            self._write(row)

    def _write(self, row: Row) -> None:
        if row.note is not None:
            self.open_note(row.note.id)
        else:
            self.begin_note(*(piece.passage for piece in row.pieces))
        self.editor.focus()

    def _remove(self, row: Row) -> None:
        told = self._deeds.remove(row)
        if told:
            self.banner.show_removed(told)

    def _place(self, row: Row) -> None:
        if self._deeds.place(row, self._here):
            announce(self, _("Placed."))

    def _show_piece(self, piece: object) -> None:
        spot = spot_of(piece) if isinstance(piece, Piece) else None
        if spot is not None:
            self.show_spot(spot)

    # The note in work

    def writing(self) -> bool:
        """Tell whether a note is being written."""
        return self.pages.currentWidget() is self.editor

    def begin_note(self, *passages: NotedPassage, from_text: bool = False) -> None:
        """Begin a note on passages, and write it; once one `from_text` is done, one is back there."""
        self._from_text = from_text
        self._try(partial(self.work.begin, *passages))
        self._open_editor()

    def open_note(self, note: str, *, from_text: bool = False) -> None:
        """Go on with a note, by its id; `from_text` as for `begin_note`."""
        self._from_text = from_text
        known = self.around.session.state(self.opened.pack.id).passage_notes.get(note)
        if known is not None:
            self._try(partial(self.work.take, known))
            self._open_editor()

    def show_entry(self, entry: str) -> None:
        """Go on with a note that was found."""
        self.open_note(entry)

    def join(self, passage: NotedPassage) -> None:
        """Add a passage to the note in work; begin one where none is."""
        note = self.work.note
        if note is None:
            self.begin_note(passage)
            return
        if passage in note.passages:
            told = _("This passage is in the note already.")
        else:
            self.work.change(passages=(*note.passages, passage))
            self.editor.keep()
            told = _("Added to the note.")
        announce(self, told)
        self._open_editor()

    def _join_here(self) -> None:
        passage = self._deeds.passage_at(self._here)
        if passage is None:
            self.refused.emit(_("Select the words in a text first, then add them to the note."))
        else:
            self.join(passage)

    def _open_editor(self) -> None:
        self._fill_editor()
        if self.work.note is not None:
            self.pages.setCurrentWidget(self.editor)

    def _fill_editor(self) -> None:
        note = self.work.note
        if note is not None:
            pieces = pieces_of(note, self._rows, self.opened)
            told = veiled_pieces(self.around.veiling, self.opened, pieces)
            self.editor.fill(told, all_tags(self._rows), self.opened.pack)

    def _be_done(self) -> None:
        """Go back to where the note was begun: in the text at its words, or in the list."""
        from_text = self._from_text
        self.close_note()
        if from_text:
            self.left.emit()

    def close_note(self) -> None:
        """Go back to all notes; the one in work is kept."""
        note = self.work.note
        self._try(self.work.put_down)
        self.pages.setCurrentWidget(self.notes)
        if note is not None:
            self.notes.show_row(f"note//{note.id}")
        self.notes.focus()

    def _remove_in_work(self) -> None:
        note = self.work.kept
        self.work.forget()
        self.pages.setCurrentWidget(self.notes)
        row = next((one for one in self._rows if one.note and note and one.note.id == note.id), None)
        if row is not None:
            self._try(partial(self._remove, row))
        self.notes.focus()

    # What is done

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Expected as error:
            self.refused.emit(error.message)

    def _banner_acted(self, action: str) -> None:
        self.banner.clear()
        if action == "undo":
            self._try(self._undo)
            self.enter()

    def _undo(self) -> None:
        announce(self, self._deeds.undo())

    def _go_to_board(self) -> None:
        self.go(Place("board", self.opened.pack.id))

    def enter(self) -> None:
        """Take the focus: into the note in work, else the list, else the filter."""
        if self.writing():
            self.editor.focus()
        else:
            self.notes.focus()

    def leave(self) -> None:
        """Keep what is unfinished."""
        self.editor.keep()
