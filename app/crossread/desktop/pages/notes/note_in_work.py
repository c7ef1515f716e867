"""The note that is being written: kept with each letter, put among the others when there is a pause."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crossread.base.canonical import new_id
from crossread.base.errors import Expected
from crossread.inquiry.commands import PutNote
from crossread.inquiry.notes import Note, NotedPassage
from crossread.inquiry.notes_storing import note_from_json, note_json

if TYPE_CHECKING:
    from crossread.operations.opened import OpenPack
    from crossread.operations.session import Session

FIELD = "note-in-work"  # the one field that what is typed into a note is kept under, until it is put


class NoteInWork:
    """One note of a pack in the hands of the learner; `note` is it as it is now, None where there is none."""

    def __init__(self, session: "Session", opened: "OpenPack") -> None:
        self._session = session
        self.opened = opened
        self.note: Note | None = None

    @property
    def kept(self) -> Note | None:
        """The note as it stands among the others; None where it does not yet."""
        if self.note is None:
            return None
        return self._session.state(self.opened.pack.id).passage_notes.get(self.note.id)

    def begin(self, *passages: NotedPassage) -> Note:
        """Begin a new note on passages; nothing of it is put as long as nothing is in it but one passage."""
        self.keep()
        self.note = Note(id=new_id(), text="", passages=passages)
        return self.note

    def take(self, note: Note) -> Note:
        """Go on with a note that there is."""
        if self.note is None or self.note.id != note.id:
            self.keep()
            self.note = note
        return self.note

    def change(self, **changes: Any) -> None:
        """Change fields of the note; it is kept as typed at once."""
        if self.note is not None:
            self.note = replace(self.note, **changes)
            self._type(json.dumps(note_json(self.note)))

    def keep(self) -> bool:
        """Put the note as it is now among the others; False where there was nothing to put.

        Raises Expected where that is not allowed; what was typed is then still kept.
        """
        note = self.note
        if note is None or not (self.kept or self._says_something(note)):
            self._type("")
            return False
        changed = self._session.do(self.opened, PutNote(note=note))
        self._type("")
        self.note = self.kept or note
        return changed

    def refresh(self) -> bool:
        """Take up what has become of the note elsewhere; True where it is another now, or was taken away."""
        if self.note is None or self._typed():
            return False
        now = self.kept
        if now is None and not self.note.seq:
            return False  # begun, and never put yet
        changed = now is None or replace(now, seq=self.note.seq) != self.note
        self.note = now
        return changed

    def put_down(self) -> None:
        """Let go of the note, once it is kept."""
        self.keep()
        self.note = None

    def forget(self) -> None:
        """Let go of the note without keeping it: it was taken away."""
        self.note = None
        self._type("")

    def recover(self) -> None:
        """Put what was typed and never put, because the window was ended while somebody wrote."""
        typed = self._typed()
        if not typed or self.note is not None:
            return
        try:
            value = json.loads(typed)
            note = note_from_json(value, 1) if isinstance(value, Mapping) else None
        except ValueError:
            note = None
        if note is None:
            self._type("")
            return
        self.note = note
        try:
            self.put_down()
        except Expected:
            self.note = None  # it stays among what was typed

    def _says_something(self, note: Note) -> bool:
        """Tell whether there is more in a note than the one passage that it was begun on."""
        return bool(note.text.strip() or note.tags or note.claim or len(note.passages) > 1)

    def _typed(self) -> str:
        return self._session.typed(self.opened.pack.id, FIELD, "")

    def _type(self, text: str) -> None:
        if text or self._typed():
            self._session.set_typed(self.opened.pack.id, FIELD, text, "")
