"""The part of a session that knows what is put on the texts: highlights, notes, layers, and taking back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Literal

from crossread.base.errors import Expected
from crossread.operations.sessions.taking_back import TakingBack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from crossread.base.folders import DataFolders
    from crossread.inquiry.commands import Command
    from crossread.inquiry.comparison import Conclusion
    from crossread.inquiry.noted import Noted
    from crossread.inquiry.notes import Layer, NotedPassage
    from crossread.inquiry.state import InquiryState
    from crossread.operations.noting.layer_contents import LayerContents
    from crossread.operations.noting.layers import LayerTaken
    from crossread.operations.noting.pack_notes import PackNotes
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.remembering.memory import Memory
    from crossread.operations.sessions.background import Background
    from crossread.operations.sessions.changed import What
    from crossread.progress.conclusion_check import Remark
    from crossread.progress.notes_board import Piece, Row
    from crossread.reports.notes_annotation import ForOthers

# What highlights and notes can be handed on as: Markdown, HTML, W3C Web Annotations.
NotesFormat = Literal["md", "html", "json"]


class SessionNotes(ABC):
    """What a session can say of highlights and notes, and what of this sitting it can take back."""

    _folders: DataFolders
    _background: Background
    _memory: Memory

    def __init__(self) -> None:
        self._notes: dict[str, PackNotes] = {}
        self._steps: dict[str, TakingBack] = {}

    @abstractmethod
    def state(self, pack_id: str) -> InquiryState:
        """Return where the learner is in a pack."""

    @abstractmethod
    def _decide(self, opened: OpenPack, command: Command) -> bool:
        """Do a command and save it; False where it changes nothing."""

    @abstractmethod
    def _tell_of(self, *what: What, pack: str = "") -> None:
        """Tell those who listen what changed."""

    @abstractmethod
    def back_up_before(self, why: str, then: Callable[[], None]) -> None:
        """Do something that changes much once what there is now is backed up."""

    # What there is

    def noted(self, opened: OpenPack) -> Noted:
        """Return all highlights and notes with their places now: the learner's own, then the layers'.

        It is the same object until something changes. What a layer holds may come a moment later: "state" is
        told then.
        """
        notes = self._notes_of(opened)
        return notes.noted(self.state(opened.pack.id))

    def board(self, opened: OpenPack) -> tuple[Row, ...]:
        """Return all of `noted` as rows in the order of the texts; the same ones until something changes."""
        return self._notes_of(opened).board(self.state(opened.pack.id))

    def pieces(self, opened: OpenPack, passages: Iterable[NotedPassage]) -> tuple[Piece, ...]:
        """Return passages with their places now, such as those that a conclusion rests on.

        The place of one may come a moment later: "state" is told then.
        """
        return self._notes_of(opened).pieces(passages)

    def look_over(self, opened: OpenPack, conclusion: Conclusion) -> tuple[Remark, ...]:
        """Say what is still open in a conclusion: a check, and no mark."""
        return self._notes_of(opened).look_over(self.state(opened.pack.id), conclusion)

    def firm_line(self, opened: OpenPack, conclusion: Conclusion) -> str:
        """Return the id of the line of what stands firm that belongs to a conclusion, "" for none."""
        return self._notes_of(opened).firm_line(self.state(opened.pack.id), conclusion)

    def _notes_of(self, opened: OpenPack) -> PackNotes:
        from crossread.inquiry.placing_notes import Places
        from crossread.operations.noting.pack_notes import PackNotes
        from crossread.operations.remembering.old_texts import RememberedTexts

        pack_id = opened.pack.id
        notes = self._notes.get(pack_id)
        if notes is None or notes.opened is not opened:
            places = notes.places if notes else Places({}, RememberedTexts(self._memory, pack_id))
            notes = self._notes[pack_id] = PackNotes(opened, places)
        for layer in notes.to_load(self.state(pack_id)):
            if layer not in notes.awaited:
                notes.awaited.add(layer)
                self._load_layer(notes, layer)
        return notes

    # Layers

    def layers(self, pack_id: str) -> tuple[Layer, ...]:
        """Return the sets that others made and that lie over a pack, hidden ones too, oldest first."""
        return tuple(self.state(pack_id).layers.values())

    def add_layer(self, opened: OpenPack, path: Path, done: Callable[[LayerTaken | Expected], None]) -> None:
        """Lay a file's annotations over a pack; `done` gets the layer, or why there is none."""
        from crossread.operations.noting.layers import take_in

        self._background.run(
            partial(take_in, self._folders.layers, path, opened), partial(self._layer_taken, opened, done)
        )

    def _layer_taken(
        self,
        opened: OpenPack,
        done: Callable[[LayerTaken | Expected], None],
        result: LayerTaken | Expected,
    ) -> None:
        if isinstance(result, Expected):
            done(result)
        else:  # what others wrote comes to what the learner did: that is backed up first
            self.back_up_before("import", partial(self._lay_over, opened, done, result))

    def _lay_over(
        self, opened: OpenPack, done: Callable[[LayerTaken | Expected], None], taken: LayerTaken
    ) -> None:
        from crossread.inquiry.commands import AddLayer

        notes = self._notes.get(opened.pack.id)
        if notes is not None:
            notes.forget_layer(taken.layer.digest)
        try:
            if not self._do_undoably(opened, AddLayer(layer=taken.layer)):
                self._tell_of("state", pack=opened.pack.id)  # it was there, but perhaps its copy was lost
        except Expected as error:
            done(error)
        else:
            done(taken)

    def _load_layer(self, notes: PackNotes, layer: str) -> None:
        from crossread.operations.noting.layers import contents_of

        self._background.run(
            partial(contents_of, self._folders.layers, layer, notes.opened),
            partial(self._layer_loaded, notes, layer),
        )

    def _layer_loaded(self, notes: PackNotes, layer: str, contents: LayerContents | Expected) -> None:
        notes.take_layer(layer, contents)
        self._tell_of("state", pack=notes.opened.pack.id)

    def switch_layer(self, opened: OpenPack, layer: str, *, on: bool) -> bool:
        """Show a set or hide it, by its digest; False where it is so already."""
        from crossread.inquiry.commands import SwitchLayer

        return self._do_undoably(opened, SwitchLayer(layer=layer, on=on))

    def remove_layer(self, opened: OpenPack, layer: str) -> bool:
        """Take a set away, by its digest; False where it is not there.

        Its file stays with the library, so that this can be taken back.
        """
        from crossread.inquiry.commands import RemoveLayer

        return self._do_undoably(opened, RemoveLayer(layer=layer))

    # Handing on

    def export_notes(
        self,
        opened: OpenPack,
        path: Path,
        form: NotesFormat,
        done: Callable[[Path | Expected], None],
        for_others: ForOthers | None = None,
    ) -> None:
        """Write the learner's own highlights and notes to a file; `done` gets its place once it is written.

        With `for_others` it is a set that others can lay over their texts ("json" only).
        """
        from crossread.operations.handing_on.handing_on import hand_on_notes

        job = partial(hand_on_notes, opened.pack, self.board(opened), path, form, for_others)
        self._background.run(job, done)

    def write_file(self, path: Path, content: bytes, done: Callable[[Path | Expected], None]) -> None:
        """Write what a page hands on to a file; `done` gets its place once it is written."""
        from crossread.operations.handing_on.handing_on import write_file

        self._background.run(partial(write_file, path, content), done)

    # Taking back

    def undoable(self, pack_id: str) -> str:
        """Say what `undo` would do ("Remove the highlight"); "" where there is nothing to take back."""
        return self._steps_of(pack_id).undoable(self.state(pack_id))

    def redoable(self, pack_id: str) -> str:
        """Say what `redo` would do; "" where nothing was taken back."""
        return self._steps_of(pack_id).redoable(self.state(pack_id))

    def note_turns(self, pack_id: str) -> int:
        """Count what was done to the notes of a pack, taken back or done again in this sitting."""
        return self._steps_of(pack_id).turns

    def undo(self, pack_id: str) -> str:
        """Take back the newest highlight, note or set of this sitting; return what was done, as a sentence.

        "" where there is nothing to take back. Raises Expected where nothing can be remembered.
        """
        return self._steps_of(pack_id).undo(self.state(pack_id))

    def redo(self, pack_id: str) -> str:
        """Do again what was taken back last; returns and raises as `undo` does."""
        return self._steps_of(pack_id).redo(self.state(pack_id))

    def _do_undoably(self, opened: OpenPack, command: Command, visit: str = "") -> bool:
        pack_id = opened.pack.id
        return self._steps_of(pack_id).do(self.state(pack_id), opened, command, visit)

    def _steps_of(self, pack_id: str) -> TakingBack:
        return self._steps.setdefault(pack_id, TakingBack(self._decide))
