"""Highlights of one pack in the hands of the learner: put, changed, taken off. No widget, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crossread.base.canonical import new_id
from crossread.base.translation import _
from crossread.desktop.pages.notes.meanings import meaning_name
from crossread.desktop.pages.notes.noted_words import shortened
from crossread.inquiry.commands import PutHighlight, RemoveHighlight
from crossread.inquiry.noted import HighlightHere, Noted, NoteHere
from crossread.inquiry.notes import Highlight, Meaning, Note, NotedPassage
from crossread.questions.passages import Which
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session


@dataclass(frozen=True, slots=True)
class Target:
    """Words of one text that something is to be done with."""

    source: str
    which: Which
    range: Range


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, as a sentence; `removed` where something is gone that one may want back."""

    told: str
    removed: bool = False


class Highlights:
    """What stands on the texts of a pack, and what a learner does to it.

    `opened` gives the pack as it is now, `last` is the meaning that was given last.
    """

    def __init__(self, session: "Session", opened: "Callable[[], OpenPack]") -> None:
        self._session, self._opened = session, opened
        self.last: Meaning = "evidence"

    @property
    def noted(self) -> Noted:
        """All highlights and notes with their places."""
        return self._session.noted(self._opened())

    # What is there

    def at(self, source: str, which: Which, where: Range) -> HighlightHere | None:
        """Return the highlight at a place, the learner's own before others', the shortest of several."""
        found = self.noted.highlights_at(source, which, where)
        return min(found, key=lambda one: (bool(one.highlight.layer), _length(one.range)), default=None)

    def note_at(self, source: str, which: Which, where: Range) -> NoteHere | None:
        """Return the passage of a note at a place; which of several as for highlights."""
        found = self.noted.notes_at(source, which, where)
        return min(found, key=lambda one: (bool(one.note.note.layer), _length(one.range)), default=None)

    def layer_title(self, layer: str) -> str:
        """Return what a set is called, by its digest; "" where it is not there."""
        return next((one.title for one in self.noted.layers if one.digest == layer), "")

    def own_on(self, target: Target) -> Highlight | None:
        """Return the learner's own highlight on these very words."""
        for one in self.noted.highlights_in(target.source, target.which):
            if one.range == target.range and not one.highlight.layer:
                return one.highlight
        return None

    def own_note_on(self, target: Target) -> Note | None:
        """Return the learner's own note that has these very words among its passages."""
        for one in self.noted.notes_in(target.source, target.which):
            if one.range == target.range and not one.note.note.layer:
                return one.note.note
        return None

    def passage(self, target: Target) -> NotedPassage:
        """Make the passage of some words; ValueError where their text is not there or they are blank."""
        from crossread.operations.noting.noting import passage_of

        return passage_of(self._opened(), target.source, target.which, target.range)

    # What is done

    def mark(self, meaning: Meaning, target: Target, words: str) -> Done:
        """Highlight words with a meaning; with the one that they have already, take it off.

        Another meaning on the very same words takes the place of the first; other highlights may lie over
        one another. `words` are they as they may be told. Raises Expected where it is not allowed.
        """
        self.last = meaning
        before = self.own_on(target)
        if before is not None and before.meaning == meaning:
            return self.remove(before.id)
        passage = self.passage(target)
        if before is not None:
            self._session.do(self._opened(), PutHighlight(highlight=replace(before, meaning=meaning)))
            told = _("Now {meaning}: {quote}")
        else:
            put = Highlight(id=new_id(), meaning=meaning, passage=passage)
            self._session.do(self._opened(), PutHighlight(highlight=put))
            told = _("Highlighted, {meaning}: {quote}")
        return Done(told.format(meaning=meaning_name(meaning), quote=shortened(words)))

    def remove(self, highlight: str) -> Done:
        """Take a highlight off, by id. Raises Expected where nothing can be remembered."""
        self._session.do(self._opened(), RemoveHighlight(highlight=highlight))
        return Done(_("Highlight removed."), removed=True)


def _length(where: Range) -> int:
    return where.end - where.start
