"""The note that is being written: kept with each letter, put among the others once the field is left."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from crossread.base.canonical import new_id
from crossread.desktop.pages.in_work import InWork
from crossread.inquiry.commands import Command, PutNote
from crossread.inquiry.notes import Note, NotedPassage
from crossread.inquiry.notes_storing import note_from_json, note_json
from crossread.inquiry.state import InquiryState

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session

FIELD = "note-in-work"  # the one field that what is typed into a note is kept under, until it is put


class _OneNote(InWork[Note]):
    """A note that there is, or one that is begun."""

    def known(self, state: InquiryState) -> Note | None:
        """Return the note as it stands among the others."""
        return state.passage_notes.get(self.now.id)

    def _command(self) -> Command:
        return PutNote(note=self.now)

    def _json(self) -> dict[str, Any]:
        return note_json(self.now)

    def _read(self, kept: Mapping[str, Any]) -> Note:
        return note_from_json(kept, 1)

    def _is_worth_keeping(self) -> bool:
        """Tell whether there is more in it than the one passage that it was begun on."""
        now = self.now
        says = bool(now.text.strip() or now.tags or now.claim or len(now.passages) > 1)
        return says or self.known(self._session.state(self.opened.pack.id)) is not None


class NoteInWork:
    """One note of a pack in the hands of the learner; `note` is it as it is now, None where there is none."""

    def __init__(self, session: "Session", opened: "OpenPack") -> None:
        self._session, self._opened = session, opened
        self._work: _OneNote | None = None

    @property
    def note(self) -> Note | None:
        """The note as it is written."""
        return self._work.now if self._work is not None else None

    @property
    def kept(self) -> Note | None:
        """The note as it stands among the others; None where it does not yet."""
        return self._work.known(self._session.state(self._opened.pack.id)) if self._work is not None else None

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        self._opened = opened
        if self._work is not None:
            self._work.opened = opened

    def begin(self, *passages: NotedPassage) -> None:
        """Begin a new note on passages; nothing of it is put as long as nothing is in it but one passage.

        Raises Expected where the note in work so far cannot be kept: then that one stays in work.
        """
        self.keep()
        note = Note(id=new_id(), text="", passages=passages)
        self._work = _OneNote(self._session, self._opened, FIELD, note, is_put=False)

    def take(self, note: Note) -> None:
        """Go on with a note that there is; raises as `begin` does."""
        if self.note is None or self.note.id != note.id:
            self.keep()
            self._work = _OneNote(self._session, self._opened, FIELD, note)

    def change(self, **changes: Any) -> None:
        """Change fields of the note; it is kept as typed at once."""
        if self._work is not None:
            self._work.change(**changes)

    def keep(self, *, goes_on: bool = False) -> bool:
        """Put the note as it is now among the others, as `InWork.keep` does."""
        return self._work.keep(goes_on=goes_on) if self._work is not None else False

    def refresh(self) -> None:
        """Take up what has become of the note elsewhere; it may have been taken away."""
        if self._work is None:
            return
        self._work.retry()
        if self._work.is_put and self.kept is None:
            self._work = None
        else:
            self._work.refresh()

    def put_down(self) -> None:
        """Let go of the note, once it is kept."""
        self.keep()
        self._work = None

    def forget(self) -> None:
        """Let go of the note without keeping it: it was taken away."""
        if self._work is not None:
            self._work.forget()
        self._work = None

    def recover(self) -> None:
        """Put what was typed and never put, because the window was ended while somebody wrote."""
        if self._work is None:
            _OneNote(self._session, self._opened, FIELD, Note(id=new_id(), text="")).recover()
