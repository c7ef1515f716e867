"""The part of a session that takes what is answered outside a stage, and keeps what belongs to no pack."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from crossread.base.errors import Expected

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from crossread.base.entries import NewEntry
    from crossread.operations.remembering.memory import Memory
    from crossread.operations.sessions.changed import What


class SessionOutside(ABC):
    """What a session does for review and practice; the way through a stage knows nothing of it."""

    _memory: Memory

    @abstractmethod
    def _tell_of(self, *what: What, pack: str = "") -> None:
        """Tell those who listen what changed."""

    def give_outside(self, pack_id: str, new: Sequence[NewEntry]) -> None:
        """Let entries on questions of a pack count, and save them.

        Raises Expected where nothing can be remembered.
        """
        self._memory.remember(pack_id, new)
        self._tell_of("state", pack=pack_id)

    def note_file(self, noted: NewEntry | Expected) -> Expected | None:
        """Remember a file that holds words of the learner, which goes with them: any that is handed on.

        `noted` is what `handed_on_file.exported` made of it. Returns what is in the way, where something is:
        the file is there all the same.
        """
        if isinstance(noted, Expected):
            return noted
        try:
            self.give_outside("", [noted])
        except Expected as error:
            return error
        return None

    def note_file_at(self, form: str, path: Path) -> Expected | None:
        """Remember a file of some pages the same way, on the thread this is called on, the main one."""
        from crossread.operations.handing_on.handed_on_file import exported

        try:
            return self.note_file(exported(form, path))
        except Expected as error:
            return error

    def kept(self, name: str) -> Mapping[str, Any]:
        """Return what was kept under a name; empty where nothing was."""
        return self._memory.draft(f"kept/{name}") or {}

    def keep(self, name: str, value: Mapping[str, Any] | None) -> None:
        """Keep something under a name, in place of what was there; None removes it."""
        self._memory.set_draft(f"kept/{name}", value)
