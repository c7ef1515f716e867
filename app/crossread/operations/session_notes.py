"""The part of a session that knows what is put on the texts: highlights, notes, layers, and taking back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossread.inquiry.commands import Command
    from crossread.inquiry.noted import Noted
    from crossread.inquiry.notes import Layer
    from crossread.inquiry.placing_notes import Places
    from crossread.inquiry.state import InquiryState
    from crossread.operations.opened import OpenPack


# So many steps of a sitting can be taken back.
MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class _Step:
    """A command that takes something back, on the pack as it was open then."""

    opened: OpenPack
    command: Command


class SessionNotes(ABC):
    """What a session can say of highlights and notes, and what it can take back of this sitting.

    Nothing is taken out of the record: what is taken back is remembered as well.
    """

    def __init__(self) -> None:
        self._back: dict[str, list[_Step]] = {}
        self._forth: dict[str, list[_Step]] = {}
        self._places: dict[str, Places] = {}
        self._noted: dict[str, tuple[OpenPack, InquiryState, Noted]] = {}

    @abstractmethod
    def state(self, pack_id: str) -> InquiryState:
        """Return where the learner is in a pack."""

    @abstractmethod
    def _decide(self, opened: OpenPack, command: Command) -> bool:
        """Do a command and save it; False where it changes nothing."""

    # What there is

    def noted(self, opened: OpenPack) -> Noted:
        """Return all highlights and notes with their places now: the learner's own, then the layers'."""
        from crossread.inquiry.noted import Noted, PlacedHighlight, PlacedNote
        from crossread.inquiry.placing_notes import Places
        from crossread.operations.noting import texts_now

        pack_id = opened.pack.id
        state = self.state(pack_id)
        known = self._noted.get(pack_id)
        if known is not None and known[0] is opened and _same_notes(known[1], state):
            return known[2]
        places = self._places.setdefault(pack_id, Places({}))
        places.use(texts_now(opened))
        noted = Noted(
            highlights=tuple(
                PlacedHighlight(one, places.of(one.passage)) for one in state.highlights.values()
            ),
            notes=tuple(
                PlacedNote(one, tuple(map(places.of, one.passages))) for one in state.passage_notes.values()
            ),
            layers=tuple(state.layers.values()),
        )
        self._noted[pack_id] = (opened, state, noted)
        return noted

    def layers(self, pack_id: str) -> tuple[Layer, ...]:
        """Return the sets that others made and that lie over a pack, hidden ones too, oldest first."""
        return tuple(self.state(pack_id).layers.values())

    def switch_layer(self, opened: OpenPack, layer: str, *, on: bool) -> bool:
        """Show a set or hide it, by its digest; False where it is so already."""
        from crossread.inquiry.commands import SwitchLayer

        return self._do_undoably(opened, SwitchLayer(layer=layer, on=on))

    def remove_layer(self, opened: OpenPack, layer: str) -> bool:
        """Take a set away, by its digest; False where it is not there."""
        from crossread.inquiry.commands import RemoveLayer

        return self._do_undoably(opened, RemoveLayer(layer=layer))

    # Taking back

    def undoable(self, pack_id: str) -> str:
        """Say what `undo` would do ("Remove the highlight"); "" where there is nothing to take back."""
        return self._intention(pack_id, self._back)

    def redoable(self, pack_id: str) -> str:
        """Say what `redo` would do; "" where nothing was taken back."""
        return self._intention(pack_id, self._forth)

    def undo(self, pack_id: str) -> str:
        """Take back the newest highlight, note or set of this sitting; return what was done, as a sentence.

        "" where there is nothing to take back. Raises Expected where nothing can be remembered.
        """
        return self._take(pack_id, self._back, self._forth)

    def redo(self, pack_id: str) -> str:
        """Do again what was taken back last; returns and raises as `undo` does."""
        return self._take(pack_id, self._forth, self._back)

    def _do_undoably(self, opened: OpenPack, command: Command) -> bool:
        """Do a command, and be ready to take it back if it is of those that can be."""
        from crossread.inquiry.undoing import inverse

        pack_id = opened.pack.id
        back = inverse(self.state(pack_id), command)
        if not self._decide(opened, command):
            return False
        if back is not None:
            steps = self._back.setdefault(pack_id, [])
            steps.append(_Step(opened, back))
            del steps[:-MOST_STEPS]
            self._forth.pop(pack_id, None)
        return True

    def _intention(self, pack_id: str, steps: dict[str, list[_Step]]) -> str:
        if not steps.get(pack_id):
            return ""
        from crossread.inquiry.undoing import intention

        return intention(self.state(pack_id), steps[pack_id][-1].command)

    def _take(self, pack_id: str, steps: dict[str, list[_Step]], others: dict[str, list[_Step]]) -> str:
        from crossread.inquiry.undoing import inverse, outcome

        while steps.get(pack_id):
            step = steps[pack_id][-1]
            before = self.state(pack_id)
            other = inverse(before, step.command)
            done = self._decide(step.opened, step.command)
            steps[pack_id].pop()
            if done and other is not None:
                others.setdefault(pack_id, []).append(_Step(step.opened, other))
                return outcome(before, step.command)
        return ""


def _same_notes(one: InquiryState, other: InquiryState) -> bool:
    return (
        one.highlights is other.highlights
        and one.passage_notes is other.passage_notes
        and one.layers is other.layers
    )
