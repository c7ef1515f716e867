"""Highlights and notes on the desk: what its keys and bars do, and how they are marked in the panes."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.pages.notes.highlights import Done, Highlights, Target
from crossread.desktop.pages.notes.note_in_work import NoteInWork
from crossread.desktop.pages.notes.noted_marks import noted_marks
from crossread.desktop.pages.panes.pane_highlighting import PaneHighlighting
from crossread.desktop.widgets.announce import announce
from crossread.inquiry.notes import MEANINGS, Meaning

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed
    from crossread.desktop.pages.desk.desk_panes import DeskPanes
    from crossread.desktop.pages.notes.notes_companion import NotesCompanion
    from crossread.desktop.pages.page import Surroundings
    from crossread.desktop.pages.panes.pane import Pane
    from crossread.desktop.widgets.layers.marks import ReadingMark
    from crossread.operations.opening.opened import OpenPack


class DeskNoting(QObject):
    """Joins the panes to the highlights and notes of the pack.

    `takes` tells whether the question in view takes passages, `open_notes` brings the notes into view and
    returns them. `said` gives what was removed, for a banner that can bring it back; `refused` a sentence on
    what was not allowed.
    """

    said = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        around: "Surroundings",
        panes: "DeskPanes",
        takes: Callable[[], bool],
        open_notes: "Callable[[], NotesCompanion | None]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._panes = around.session, panes
        self._takes, self._open_notes = takes, open_notes
        self._highlights = Highlights(around.session, self._opened)
        self._watched: dict[Pane, PaneHighlighting] = {}
        self._evidence_for = ""  # the question, where evidence is the newest thing done in the texts
        panes.arranged.connect(self._watch)
        panes.set_underlay(self.marks)
        self._watch()
        NoteInWork(around.session, panes.opened).recover()

    def _opened(self) -> "OpenPack":
        return self._panes.opened

    def _watch(self) -> None:
        for pane in self._panes.panes:
            if pane not in self._watched:
                watching = PaneHighlighting(pane, self._highlights, self._takes)
                watching.chosen.connect(self._mark)
                watching.note_asked.connect(self._note)
                watching.removed.connect(self._remove)
                watching.evidence_asked.connect(pane.view.send_selection)
                self._watched[pane] = watching

    def marks(self, pane: "Pane") -> "list[ReadingMark]":
        """Return how highlights and notes are marked in a pane."""
        return noted_marks(self._highlights.noted, pane.source_id, pane.which)

    def watching(self, pane: "Pane") -> PaneHighlighting:
        """Return what watches a pane."""
        return self._watched[pane]

    # Keys

    def deeds(self) -> "Mapping[str, Deed]":
        """Return what the keys of highlights and notes do."""
        return {
            "highlight": self._mark_last,
            **{f"highlight-{meaning}": partial(self._mark_here, meaning) for meaning in MEANINGS},
            "note": self._note_here,
            "note-join": self._join_here,
        }

    def _here(self) -> PaneHighlighting:
        return self._watched[self._panes.in_hand]

    def _target(self) -> Target | None:
        """Return the words in hand; say so where there are none, or they are covered."""
        watching = self._here()
        target = watching.target() if self._panes.in_hand.view.isVisible() else None
        if target is None:
            self.refused.emit(_("Put the caret into a text first, or select words there."))
        elif watching.view.is_veiled(target.range):
            self.refused.emit(_("These words are covered. Once they are shown they can be highlighted."))
            return None
        return target

    def _mark_last(self) -> None:
        self._mark_here(self._highlights.last)

    def _mark_here(self, meaning: Meaning) -> None:
        target = self._target()
        if target is not None:
            self._here().let_go()
            self._mark(target, meaning)

    def _note_here(self) -> None:
        target = self._target()
        if target is not None:
            self._here().let_go()
            self._note(target)

    def _join_here(self) -> None:
        target = self._target()
        notes = self._open_notes() if target is not None else None
        if target is not None and notes is not None:
            self._here().let_go()
            notes.join(self._highlights.passage(target))

    # What is done

    def _mark(self, target: object, meaning: str) -> None:
        if isinstance(target, Target) and meaning in MEANINGS:
            words = self._panes.in_hand.view.words(target.range)
            self._tell(partial(self._highlights.mark, meaning, target, words))

    def _remove(self, highlight: str) -> None:
        self._tell(partial(self._highlights.remove, highlight))

    def _note(self, target: object) -> None:
        notes = self._open_notes() if isinstance(target, Target) else None
        if notes is None or not isinstance(target, Target):
            return
        known = self._highlights.own_note_on(target)
        if known is not None:
            notes.open_note(known.id, from_text=True)
        else:
            notes.begin_note(self._highlights.passage(target), from_text=True)
        notes.editor.focus()

    def _tell(self, deed: Callable[[], Done]) -> None:
        self._evidence_for = ""
        try:
            done = deed()
        except Expected as error:
            self.refused.emit(error.message)
            return
        if done.removed:
            self.said.emit(done.told)
        else:
            announce(self._panes.in_hand, done.told)

    # Taking back

    def gave_evidence(self, question: str) -> None:
        """Take note that the newest thing done in the texts was to mark evidence for a question."""
        self._evidence_for = question

    def evidence_is_newest(self, question: str) -> bool:
        """Tell whether the newest thing done in the texts was to mark evidence for this very question."""
        return self._evidence_for == question

    def undo(self) -> bool:
        """Take back what was done last to highlights and notes; False where there is nothing."""
        return self._take(self._session.undo)

    def redo(self) -> bool:
        """Do again what was taken back last; False where there is nothing."""
        return self._take(self._session.redo)

    def _take(self, deed: Callable[[str], str]) -> bool:
        try:
            told = deed(self._panes.opened.pack.id)
        except Expected as error:
            self.refused.emit(error.message)
            return True
        announce(self._panes.in_hand, told)
        return bool(told)
