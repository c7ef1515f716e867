"""Writing on the board: the note in work stands in a column at the side."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.pages.notes.note_editor import NoteEditor
from crossread.desktop.pages.notes.note_in_work import NoteInWork
from crossread.desktop.pages.notes.noted_spots import pieces_of, spot_of, veiled_pieces
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.inquiry.commands import RemoveNote
from crossread.progress.notes_board import Piece, Row, all_tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack

WIDTH = 380  # pixels at the default text size, beside the cards
_ENDLESS = 16_777_215  # as Qt has it for no limit


class BoardWriting(QWidget):
    """The column of the note in work, hidden while there is none.

    `spot_asked` gives a Spot to go to, `removed` the sentence on a note that was taken away. `turned`: it
    came or went.
    """

    spot_asked = Signal(object)
    removed = Signal(str)
    refused = Signal(str)
    closed = Signal()
    turned = Signal()

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._opened = around, opened
        self._rows: tuple[Row, ...] = ()
        self._alone = False
        self.work = NoteInWork(around.session, opened)
        self.editor = NoteEditor(self.work, self)
        self.editor.add.hide()  # nothing is selected here
        self.editor.closed.connect(self.close_note)
        self.editor.done.connect(self.close_note)
        self.editor.shown.connect(self._show_piece)
        self.editor.remove_asked.connect(self._remove)
        self.editor.refused.connect(self.refused)
        column = QVBoxLayout(self)
        set_margins(column, 1, 0, 0, 0)
        column.addWidget(self.editor)
        self.setFocusProxy(self.editor)
        self._measure()
        self.hide()

    def _measure(self) -> None:
        wide = theme.current().scaled(WIDTH)
        self.setMinimumWidth(0 if self._alone else wide)
        self.setMaximumWidth(_ENDLESS if self._alone else wide)

    def set_alone(self, alone: bool) -> None:
        """Take all the room there is, or that of a column."""
        if alone != self._alone:
            self._alone = alone
            self._measure()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        self._opened = opened
        self.work.set_opened(opened)

    def write(self, row: Row, rows: Sequence[Row]) -> None:
        """Write on a row: go on with its note, or begin one on its passages."""
        self._rows = tuple(rows)
        if row.note is not None:
            self._try(partial(self.work.take, row.note))
        else:
            self._try(partial(self.work.begin, *(piece.passage for piece in row.pieces)))
        self._fill()
        self.show()
        self.editor.focus()

    def refresh(self, rows: Sequence[Row]) -> None:
        """Take up what has changed elsewhere."""
        self._rows = tuple(rows)
        if self.isHidden():
            return
        self.work.refresh()
        if self.work.note is None:
            self.hide()
        else:
            self._fill()

    def _fill(self) -> None:
        note = self.work.note
        if note is not None:
            pieces = pieces_of(note, self._rows, self._opened)
            told = veiled_pieces(self._around.veiling, self._opened, pieces)
            self.editor.fill(told, all_tags(self._rows), self._opened.pack)

    def keep(self) -> None:
        """Keep what is unfinished."""
        self.editor.keep()

    def close_note(self) -> None:
        """Put the column away; the note is kept."""
        self._try(self.work.put_down)
        self.hide()
        self.closed.emit()

    def _remove(self) -> None:
        note = self.work.kept
        self.work.forget()
        self.hide()
        self.closed.emit()
        if note is not None:
            self._try(partial(self._around.session.do, self._opened, RemoveNote(note=note.id)))
            self.removed.emit(_("Note removed."))

    def _show_piece(self, piece: object) -> None:
        spot = spot_of(piece) if isinstance(piece, Piece) else None
        if spot is not None:
            self.spot_asked.emit(spot)

    def _try(self, deed: "Callable[[], object]") -> None:
        try:
            deed()
        except Expected as error:
            self.refused.emit(error.message)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "editor"):
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the column has come."""
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the column has gone."""
        super().hideEvent(event)
        self.turned.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the hairline towards the cards."""
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("ground"))
        at = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(at, 0, 1, self.height(), now.colour("line"))
