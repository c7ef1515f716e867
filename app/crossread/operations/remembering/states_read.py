"""Where a learner is in a pack, from the record: what was put down of it, and the entries behind that."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from crossread.operations.remembering.put_down import (
    PutDown,
    as_by_pack,
    listed,
    name_of,
    parts_of,
    snapshots_of,
    state_put_down,
)
from crossread.operations.remembering.taken_up import PACKS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crossread.inquiry.state import InquiryState
    from crossread.operations.remembering.asking_record import AskingRecord
    from crossread.progress.projection import Projection
    from crossread.record.record import Record
    from crossread.record.snapshots import Snapshot

S = TypeVar("S")

_TELL_EVERY = 50_000  # entries counted between two tellings how far it is
_PARTS = 50  # packs read at once: some milliseconds


def state_read(ask: AskingRecord, pack_id: str, learner: str) -> tuple[InquiryState, int]:
    """Return where a learner is in a pack, and up to which entry that counts. Raises Expected."""
    from crossread.inquiry.fold import fold_all
    from crossread.inquiry.state import InquiryState

    (last, _checksum), put_down = ask(partial(_begin, PACKS + pack_id))
    state, after = InquiryState(pack=pack_id, learner=learner), 0
    if put_down is not None:
        state, after = _state_of(put_down, pack_id, learner) or (state, after)
    state = fold_all(pack_id, ask.entries(after, pack_id), learner, state)
    return state, max(last, state.last_seq)


def _begin(name: str, record: Record) -> tuple[tuple[int, bytes], Snapshot | None]:
    return record.last(), record.snapshot(name)


def _state_of(put_down: Snapshot, pack_id: str, learner: str) -> tuple[InquiryState, int] | None:
    from crossread.inquiry.state_storing import VERSION, state_from_json

    if put_down.version == VERSION:
        with suppress(ValueError):
            state = state_from_json(put_down.value)
            if state.pack == pack_id:
                return replace(state, learner=learner), put_down.seq
    return None


@dataclass(frozen=True, slots=True)
class Counted:
    """States of projections that count the entries up to `last`.

    `put_down` is what is to be put down of those that had to be counted from the first entry on.
    """

    states: tuple[Any, ...]
    last: int
    put_down: tuple[Snapshot, ...]


def projections_read(
    ask: AskingRecord, projections: Sequence[Projection[Any]], progress: Callable[[int, int], None]
) -> Counted:
    """Count entries by projections, in one go, from what was put down of them on.

    `progress(done, of)` is told now and then. Raises Expected.
    """
    last, checksum = ask(_last)
    begun = [(one, *_projection_begun(ask, one)) for one in projections]
    for entry in ask.entries(min(after for _one, _state, after in begun)):
        if entry.seq > last:
            break  # given meanwhile: it is at hand
        for projection, state, after in begun:
            if entry.seq > after:
                projection.add(state, entry)
        if entry.seq % _TELL_EVERY == 0:
            progress(entry.seq, last)
    anew = [(one, state) for one, state, after in begun if after == 0]
    put_down = tuple(new for one, state in anew for new in put_to_rest(one, state, last, checksum))
    return Counted(tuple(state for _one, state, _after in begun), last, put_down)


def put_to_rest(projection: Projection[S], state: S, last: int, checksum: bytes) -> tuple[Snapshot, ...]:
    """Put a state down that counts the entries up to `last`; of its packs only that is held from then on."""
    from crossread.progress.by_pack import PackStates

    found = snapshots_of(projection, state, last, checksum)
    if isinstance(state, PackStates):
        state.rest(last)
    return found


def read_ahead(ask: AskingRecord, long: Sequence[tuple[Projection[Any], PutDown]]) -> list[Any]:
    """Take up states of what was put down of them; None for each that cannot be. Raises Expected."""
    return [state_put_down(one, _with_parts(ask, put_down)) for one, put_down in long]


def _with_parts(ask: AskingRecord, put_down: PutDown) -> PutDown:
    """Read what was put down pack by pack, some packs at once."""
    if put_down.parts is not None:
        return put_down
    packs, parts = tuple(listed(put_down.whole).packs), dict[str, Any]()
    for begin in range(0, len(packs), _PARTS):
        parts |= ask(partial(_parts, put_down.whole, packs[begin : begin + _PARTS]))
    return PutDown(put_down.whole, parts)


def _parts(whole: Snapshot, packs: Sequence[str], record: Record) -> dict[str, Snapshot]:
    return parts_of(record, whole, packs)


def _last(record: Record) -> tuple[int, bytes]:
    return record.last()


def _projection_begun(ask: AskingRecord, projection: Projection[S]) -> tuple[S, int]:
    """Return a state to go on from, and up to which entry it counts."""
    _last_entry, whole = ask(partial(_begin, name_of(projection)))
    if whole is not None and whole.version == projection.version:
        put_down = PutDown(whole, {} if as_by_pack(projection) is None else None)
        state = read_ahead(ask, [(projection, put_down)])[0]
        if state is not None:
            return state, whole.seq
    return projection.empty(), 0
