"""Where a learner is in a pack, from the record: what was put down of it, and the entries behind that."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from crossread.operations.taken_up import PACKS, PROJECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crossread.inquiry.state import InquiryState
    from crossread.operations.asking_record import AskingRecord
    from crossread.progress.projection import Projection
    from crossread.record.record import Record
    from crossread.record.snapshots import Snapshot

S = TypeVar("S")

_TELL_EVERY = 50_000  # entries counted between two tellings how far it is


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


def projections_read(
    ask: AskingRecord, projections: Sequence[Projection[Any]], progress: Callable[[int, int], None]
) -> tuple[list[Any], int, bytes]:
    """Count entries by projections, in one go; return their states, and the last entry's number and checksum.

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
    return [state for _one, state, _after in begun], last, checksum


def _last(record: Record) -> tuple[int, bytes]:
    return record.last()


def _projection_begun(ask: AskingRecord, projection: Projection[S]) -> tuple[S, int]:
    """Return a state to go on from, and up to which entry it counts."""
    from crossread.operations.projected import state_put_down

    _last_entry, put_down = ask(partial(_begin, PROJECTIONS + projection.name))
    state = state_put_down(projection, put_down) if put_down is not None else None
    return (projection.empty(), 0) if put_down is None or state is None else (state, put_down.seq)
