"""The three notes on a source, kept in the record as they are typed, wherever they are shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crossread.base.errors import Expected
from crossread.desktop.pages.around.notes import Notes, note_key
from crossread.desktop.pages.page import Surroundings
from crossread.inquiry.commands import SetNote
from crossread.operations.opening.opened import OpenPack


class SourceNotes(Notes):
    """The notes on one source of a pack; `refused` gives a sentence where one could not be kept."""

    refused = Signal(str)

    def __init__(self, around: Surroundings, opened: OpenPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._opened = around, opened
        self.kept.connect(self._keep)
        self.typed.connect(self._type)

    def open_source(self, source: str) -> None:
        """Show the notes on a source, what was typed last among them."""
        self.keep()
        session, pack = self._around.session, self._opened.pack.id
        notes = session.state(pack).notes
        keys = [note_key(source, key) for key in self.fields]
        typed = {key: session.typed(pack, key, notes.get(key, "")) for key in keys}
        self.show_source(source, notes, typed)

    def _type(self, key: str, text: str) -> None:
        session, pack = self._around.session, self._opened.pack.id
        session.set_typed(pack, key, text, session.state(pack).notes.get(key, ""))

    def show_again(self) -> None:
        """Show what is kept by now."""
        self.show_kept(self._around.session.state(self._opened.pack.id).notes)

    def _keep(self, key: str, text: str, visit: str) -> None:
        try:
            self._around.session.do(self._opened, SetNote(key=key, text=text), visit)
        except Expected as error:
            self.refused.emit(error.message)
        self._type(key, text)  # nothing more than what is kept, unless that was refused
