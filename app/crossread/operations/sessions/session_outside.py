"""The part of a session that takes what is answered outside a stage, and keeps what belongs to no pack."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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

    def kept(self, name: str) -> Mapping[str, Any]:
        """Return what was kept under a name; empty where nothing was."""
        return self._memory.draft(f"kept/{name}") or {}

    def keep(self, name: str, value: Mapping[str, Any] | None) -> None:
        """Keep something under a name, in place of what was there; None removes it."""
        self._memory.set_draft(f"kept/{name}", value)
