"""What the entries come to, at hand: the states of projections, kept up as entries are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from crossread.operations.remembering.put_down import name_of, snapshots_of, state_put_down

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from crossread.base.entries import Entry
    from crossread.operations.remembering.entries_at_hand import EntriesAtHand
    from crossread.operations.remembering.put_down import PutDown
    from crossread.progress.projection import Projection
    from crossread.record.snapshots import Snapshot

S = TypeVar("S")


class Projected:
    """The states of those projections that were asked for."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Projection[Any], Any]] = {}
        self._put_down: dict[str, PutDown] = {}

    def take(self, put_down: Mapping[str, PutDown]) -> None:
        """Take up what was put down; what was at hand before is of other entries."""
        self._kept.clear()
        self._put_down = dict(put_down)

    def get(self, projection: Projection[S], at_hand: EntriesAtHand) -> S | None:
        """Return the state of a projection, None where that wants entries that are not at hand."""
        name = projection.name
        if name not in self._kept:
            begun = self._begin(projection, at_hand)
            if begun is None:
                return None
            self.put(projection, *begun, at_hand)
        state: S = self._kept[name][1]
        return state

    def _begin(self, projection: Projection[S], at_hand: EntriesAtHand) -> tuple[S, int] | None:
        """Return a state to begin with and up to which entry it counts."""
        put_down = self._put_down.get(name_of(projection))
        if put_down is not None:
            if put_down.is_long:
                return None  # it is read elsewhere
            state = state_put_down(projection, put_down)
            if state is not None:
                return state, put_down.whole.seq
        return (projection.empty(), 0) if at_hand.behind == 0 else None

    def put(self, projection: Projection[S], state: S, up_to: int, at_hand: EntriesAtHand) -> None:
        """Take up a state that counts the entries up to one of those at hand; the newer ones are added."""
        for entry in at_hand.after(up_to):
            projection.add(state, entry)
        self._kept[projection.name] = projection, state
        self._put_down.pop(name_of(projection), None)  # some are long

    @property
    def long(self) -> Mapping[str, PutDown]:
        """What was put down, is long, and was not asked for yet."""
        return {name: one for name, one in self._put_down.items() if one.is_long}

    def put_ahead(
        self, projection: Projection[S], state: S, put_down: PutDown, at_hand: EntriesAtHand
    ) -> None:
        """Take up a state that was read ahead of what was put down, unless it was asked for meanwhile."""
        if self._put_down.get(name_of(projection)) is put_down:
            self.put(projection, state, put_down.whole.seq, at_hand)

    def add(self, entry: Entry) -> None:
        """Let one more entry count in all of them."""
        for projection, state in self._kept.values():
            projection.add(state, entry)

    def to_put_down(self, at_hand: EntriesAtHand) -> Iterator[tuple[Snapshot, ...]]:
        """Put them down one after the other, as they are when it is their turn."""
        for name in tuple(self._kept):
            if name in self._kept:  # else other entries were taken up meanwhile
                yield snapshots_of(*self._kept[name], at_hand.last, at_hand.checksum)
