"""What was on the screen with each answer, as far as it is at hand: it is read after the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crossread.base.errors import Expected

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from crossread.base.entries import Entry
    from crossread.record.record import Record


class SeenAtHand:
    """Questions as they were shown, by their digest; `is_read` once all are here, as far as they can be."""

    def __init__(self) -> None:
        self._known: dict[str, Mapping[str, Any]] = {}
        self.is_read = False

    def get(self, name: str) -> Mapping[str, Any] | None:
        """Return what was shown, by its digest; None for what is not here."""
        return self._known.get(name)

    def give(self, name: str, seen: Mapping[str, Any]) -> None:
        """Add what is shown now, under its digest."""
        self._known[name] = seen

    def lacking(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Return the digests that entries name and that are not here; where none is, all is read."""
        names = {entry.seen_digest for entry in entries if entry.seen_digest} - self._known.keys()
        self.is_read = self.is_read or not names
        return frozenset(names)

    def take(self, result: Mapping[str, Mapping[str, Any]] | Expected) -> None:
        """Take up what the record told, or that it told nothing."""
        self.is_read = True
        if not isinstance(result, Expected):
            self._known.update(result)


def all_seen(names: frozenset[str], record: Record) -> Mapping[str, Mapping[str, Any]]:
    """Look up what was on the screen by digest, as far as the record has it."""
    return {name: seen for name in names if (seen := record.seen(name)) is not None}
