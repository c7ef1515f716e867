"""The entries at hand: the newest that the record holds, then those on their way there, each in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crossread.base.entries import Entry
    from crossread.operations.remembering.taken_up import TakenUp
    from crossread.record.rows import Prepared


class EntriesAtHand:
    """The newest entries of a learner, `newest`, oldest first; one counts as soon as it is given.

    They follow entry `behind`: where that is 0 they are all that there are. `last` is the number of the
    newest and `checksum` what the record keeps with it, or will: its rows are chained in this order.
    """

    def __init__(self) -> None:
        self.newest: list[Entry] = []
        self.behind = 0
        self.last = 0
        self.checksum = b""
        self._begun_over: frozenset[str] = frozenset()
        self._pending: dict[str, Prepared] = {}  # by id, oldest first
        self._given: set[str] = set()  # the ids of those given in this sitting, or met in it

    @property
    def pending(self) -> bool:
        """Whether some are not known to be written."""
        return bool(self._pending)

    @property
    def unwritten(self) -> tuple[Entry, ...]:
        """Those that are not known to be written, oldest first."""
        if not self._pending:
            return ()
        return tuple(entry for entry in self.newest if entry.id in self._pending)

    def holds(self, entry: str) -> bool:
        """Tell of an entry that a draft was begun over whether it is remembered."""
        return entry in self._begun_over or entry in self._given

    def know(self, entry: str) -> None:
        """Take note of an entry that is remembered, as a draft is begun over it."""
        self._given.add(entry)

    def after(self, seq: int) -> Iterator[Entry]:
        """Return those behind an entry, oldest first."""
        return (entry for entry in self.newest if entry.seq > seq)

    def take(self, taken: TakenUp) -> None:
        """Take up what the record holds; what is not written yet comes behind it."""
        self.newest, self.behind = list(taken.tail), taken.behind
        self.last, self.checksum = taken.last, taken.checksum
        self._begun_over = taken.begun_over
        there = {entry.id for entry in self.newest}
        for prepared in self._pending.values():
            if prepared.row.id not in there:
                self._put(prepared)

    def give(self, prepared: Sequence[Prepared]) -> list[Entry]:
        """Add new entries, to be written, and return them as the record will have them."""
        self._pending.update((one.row.id, one) for one in prepared)
        self._given.update(one.row.id for one in prepared)
        return [self._put(one) for one in prepared]

    def written(self, entries: Iterable[Entry]) -> None:
        """Take up that entries were written."""
        for entry in entries:
            self._pending.pop(entry.id, None)

    def _put(self, prepared: Prepared) -> Entry:
        """Give an entry its number and chain it to the one before, as the record will."""
        from crossread.record.rows import NO_ROW, checksum, entry_of

        row = prepared.row._replace(seq=self.last + 1)
        self.last, self.checksum = row.seq, checksum(row, self.checksum or NO_ROW)
        entry = entry_of(row)
        self.newest.append(entry)
        return entry
