"""The entries at hand: those that the record holds, then those on their way there, each in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.base.canonical import canonical_json, digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crossread.base.clock import Clock
    from crossread.base.entries import Entry, NewEntry


class EntriesAtHand:
    """Every entry of a learner, `all`, oldest first; one counts as soon as it is given.

    `session` names the sitting that new entries are written in.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.all: list[Entry] = []
        self._pending: dict[str, NewEntry] = {}  # by id, oldest first
        self._places: dict[str, int] = {}  # where each pending entry stands among all

    @property
    def pending(self) -> bool:
        """Whether some are not known to be written."""
        return bool(self._pending)

    def take(self, entries: Iterable[Entry], session: str) -> None:
        """Take up what the record holds; what is not written yet comes behind it."""
        self.all = list(entries)
        if not self._pending:
            return
        there = {entry.id: place for place, entry in enumerate(self.all)}
        for new in self._pending.values():
            self._places[new.id] = there.get(new.id, len(self.all))
            if new.id not in there:
                self.all.append(self._as_entry(new, session))

    def give(self, new: NewEntry, session: str) -> Entry:
        """Add a new entry, to be written, and return it as the record will have it."""
        shown = self._as_entry(new, session)
        self._places[new.id] = len(self.all)
        self.all.append(shown)
        self._pending[new.id] = new
        return shown

    def written(self, entries: Iterable[Entry]) -> None:
        """Take up entries as they were written, with the time they were given."""
        for entry in entries:
            self._pending.pop(entry.id, None)
            place = self._places.pop(entry.id, None)
            if place is not None:
                self.all[place] = entry

    def _as_entry(self, new: NewEntry, session: str) -> Entry:
        """Show a new entry as the record will number it: one writer, one order."""
        from crossread.base.entries import Entry

        return Entry(
            seq=self.all[-1].seq + 1 if self.all else 1,
            id=new.id,
            session=session,
            at=self._clock.now(),
            monotonic=self._clock.monotonic(),
            kind=new.kind,
            pack=new.pack,
            pack_version=new.pack_version,
            question=new.question,
            seen_digest=digest(canonical_json(new.seen)) if new.seen is not None else "",
            key_digest=digest(canonical_json(new.key)) if new.key is not None else "",
            attempt=new.attempt,
            payload=new.payload,
        )
