"""Steps of a sitting that can be taken back and done again, for each pack its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.base.errors import N_, Expected

if TYPE_CHECKING:
    from collections.abc import Callable

    from crossread.inquiry.commands import Command
    from crossread.inquiry.state import InquiryState
    from crossread.operations.opening.opened import OpenPack

# So many steps can be taken back.
MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class _Step:
    """A command that takes something back, on the pack as it was open then; `visit` as `do` was given it.

    Without a command it stands for what was done and stays.
    """

    opened: OpenPack
    command: Command | None
    visit: str = ""


class TakingBack:
    """What was done in one pack and can be taken back, and what was taken back and can be done again.

    Nothing is taken out of the record: what is taken back is remembered as well. `decide` does a command and
    tells whether it changed anything.
    """

    def __init__(self, decide: Callable[[OpenPack, Command], bool]) -> None:
        self._decide = decide
        self._back: list[_Step] = []
        self._forth: list[_Step] = []
        self.turns = 0  # how often anything was done, taken back or done again

    def do(self, state: InquiryState, opened: OpenPack, command: Command, visit: str = "") -> bool:
        """Do a command, and be ready to take it back if it is one of those that can be.

        What is done one after the other in one `visit` to a field, by a name of its own, is one step.
        """
        from crossread.inquiry.undoing import inverse, stays

        back = inverse(state, command)
        self.turns += 1
        if not self._decide(opened, command):
            return False
        if back is not None:
            if not (visit and self._back and self._back[-1].visit == visit):
                self._back.append(_Step(opened, back, visit))
                del self._back[:-MOST_STEPS]
            self._forth.clear()
        elif stays(command) and self._back and self._back[-1].command is not None:
            self._back.append(_Step(opened, None))
        return True

    def undoable(self, state: InquiryState) -> str:
        """Say what `undo` would do; "" where there is nothing to take back."""
        return _intention(state, self._back)

    def redoable(self, state: InquiryState) -> str:
        """Say what `redo` would do; "" where nothing was taken back."""
        return _intention(state, self._forth)

    def undo(self, state: InquiryState) -> str:
        """Take the newest step back; return what was done, "" for nothing.

        Raises Expected "check-stays" once where that is a check: what it told is known, and the step before
        is not taken back unawares.
        """
        return self._take(state, self._back, self._forth)

    def redo(self, state: InquiryState) -> str:
        """Do again what was taken back last; return what was done, "" for nothing."""
        return self._take(state, self._forth, self._back)

    def _take(self, state: InquiryState, steps: list[_Step], others: list[_Step]) -> str:
        from crossread.inquiry.undoing import inverse, outcome

        while steps:
            step = steps[-1]
            if step.command is None:
                steps.pop()
                raise Expected(
                    "check-stays",
                    N_("A check is not taken back: you know its key. Once more takes back the step before."),
                )
            other = inverse(state, step.command)
            self.turns += 1
            done = self._decide(step.opened, step.command)
            steps.pop()  # only now: what could not be remembered can be tried again
            if done and other is not None:
                others.append(_Step(step.opened, other))
                return outcome(state, step.command)
        return ""


def _intention(state: InquiryState, steps: list[_Step]) -> str:
    if not steps or steps[-1].command is None:
        return ""
    from crossread.inquiry.undoing import intention

    return intention(state, steps[-1].command)
