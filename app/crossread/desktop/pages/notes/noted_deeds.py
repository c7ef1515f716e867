"""What is done with a highlight or a note of a list: taken away, changed, placed again. No widget, no Qt."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from crossread.base.translation import _
from crossread.desktop.pages.notes.noted_spots import lost_piece
from crossread.desktop.place import Spot
from crossread.inquiry.commands import Command, PutHighlight, PutNote, RemoveHighlight, RemoveNote
from crossread.inquiry.notes import Meaning, NotedPassage
from crossread.progress.notes_board import Row
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session


class NotedDeeds:
    """Deeds on the rows of one pack; all raise Expected where nothing can be remembered."""

    def __init__(self, session: "Session", opened: "Callable[[], OpenPack]") -> None:
        self._session, self._opened = session, opened

    def remove(self, row: Row) -> str:
        """Take a row of the learner's own away; return what was done as a sentence, "" where nothing was.

        Of a note on a highlight it is the note that goes.
        """
        if not row.own:
            return ""
        if row.note is not None:
            return _("Note removed.") if self._do(RemoveNote(note=row.note.id)) else ""
        if row.highlight is not None:
            done = self._do(RemoveHighlight(highlight=row.highlight.id))
            return _("Highlight removed.") if done else ""
        return ""

    def change_meaning(self, row: Row, meaning: Meaning) -> None:
        """Give a highlight of the learner's own another meaning."""
        if row.highlight is not None and row.own:
            self._do(PutHighlight(highlight=replace(row.highlight, meaning=meaning)))

    def may_place(self, row: Row, here: Spot | None) -> bool:
        """Tell whether a passage of a row is not placed, and could stand where words are selected."""
        return row.own and here is not None and here.end > here.start and lost_piece(row) is not None

    def place(self, row: Row, here: Spot | None) -> bool:
        """Put the first passage of a row that is not placed where words are selected, in any source."""
        lost = lost_piece(row)
        passage = self.passage_at(here) if self.may_place(row, here) else None
        if lost is None or passage is None:
            return False
        if row.highlight is not None:
            return self._do(PutHighlight(highlight=replace(row.highlight, passage=passage)))
        if row.note is not None:
            passages = tuple(passage if one == lost.passage else one for one in row.note.passages)
            return self._do(PutNote(note=replace(row.note, passages=passages)))
        return False

    def passage_at(self, here: Spot | None) -> NotedPassage | None:
        """Make the passage of selected words; None where there are none."""
        from crossread.operations.noting.noting import passage_of

        if here is None or here.end <= here.start:
            return None
        try:
            return passage_of(self._opened(), here.source, here.which, Range(here.start, here.end))
        except ValueError:  # blank, or their text is gone
            return None

    def undo(self) -> str:
        """Take back the newest step; return what was done as a sentence, "" where there is none."""
        return self._session.undo(self._opened().pack.id)

    def redo(self) -> str:
        """Do again what was taken back last; return what was done as a sentence, "" where there is none."""
        return self._session.redo(self._opened().pack.id)

    def _do(self, command: Command) -> bool:
        return self._session.do(self._opened(), command)
