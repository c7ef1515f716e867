"""Drafts as the views see them: those that the record holds, and upon them those on their way there."""

from collections.abc import Mapping
from typing import Any

from crossread.base.errors import Expected

Value = Mapping[str, Any] | None

LATE_S = 2.0  # what was typed is written within half a second: after so many nobody is to think that it was


class Drafts:
    """What is not yet an answer, and where the desk was, each under its key; None stands for none.

    `refused` is why the newest could not be written, None where they were.
    """

    def __init__(self) -> None:
        self._kept: dict[str, Mapping[str, Any]] = {}
        self._unsaved: dict[str, Value] = {}
        self.held: dict[str, Value] = {}  # those that wait for the record to be opened
        self.refused: Expected | None = None
        self._since = 0.0  # since when nothing of what is unsaved was written

    def get(self, key: str) -> Value:
        """Return what was kept under a key; None where nothing was."""
        return self._kept.get(key)

    def keys(self, begin: str) -> tuple[str, ...]:
        """Return the keys that begin so and that something is kept under."""
        return tuple(key for key in self._kept if key.startswith(begin))

    def give(self, key: str, value: Value, now: float) -> None:
        """Put a value in the place of what was under a key; it is unsaved until `written` says so.

        `now` is in the clock's monotonic seconds.
        """
        if not self._unsaved:
            self._since = now
        self._unsaved[key] = value
        self._put(key, value)

    def is_late(self, now: float) -> bool:
        """Tell whether something has been on its way to the disk for longer than it should take."""
        return bool(self._unsaved) and now - self._since >= LATE_S

    def written(self, key: str, value: Value, error: Expected | None, now: float) -> None:
        """Take note that a value, or a newer one, was written, or why not."""
        self.refused, self._since = error, now
        if error is None and key in self._unsaved and self._unsaved[key] is value:
            del self._unsaved[key]  # else a newer one is on its way

    def hold(self, drafts: Mapping[str, Value]) -> None:
        """Have drafts wait until the record is open: `let_go` gives them then."""
        self.held.update(drafts)

    def let_go(self) -> Mapping[str, Value]:
        """Return those that waited, to be written now."""
        held, self.held = self.held, {}
        return held

    def take(self, kept: Mapping[str, Any]) -> None:
        """Take over what the record holds; what is unsaved is newer and stays."""
        self._kept = dict(kept)
        for key, value in self._unsaved.items():
            self._put(key, value)

    def _put(self, key: str, value: Value) -> None:
        if value is None:
            self._kept.pop(key, None)
        else:
            self._kept[key] = value
