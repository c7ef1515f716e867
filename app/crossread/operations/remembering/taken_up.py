"""What is taken up of a record when it is opened: what was put down, and the entries behind that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crossread.operations.remembering.put_down import BY_PACK, PROJECTIONS, PutDown, listed, parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossread.base.entries import Entry
    from crossread.record.record import Record
    from crossread.record.snapshots import Snapshot

# So many of the newest entries are at hand at most, whatever was put down: read in less than 100 ms.
MOST = 5_000

PACKS = "pack/"  # before a pack's id, in the name that where one is in it is put down under
ANSWERS = "answer/"  # before the place of an answer, in the key of its draft


@dataclass(frozen=True, slots=True)
class TakenUp:
    """How far a record goes, and what of it is at hand.

    `last` is the number of its last entry and `checksum` that entry's. `tail` are the entries behind entry
    `behind`, oldest first; `counted` are states of projections by name, no older than that. `begun_over` are
    those entries that drafts were begun over and that the record has.
    """

    last: int
    checksum: bytes
    behind: int
    tail: tuple[Entry, ...]
    counted: Mapping[str, PutDown]
    begun_over: frozenset[str]


def take_up(record: Record) -> TakenUp:
    """Take up what is needed at once; a record of any length takes some milliseconds. Raises Expected."""
    last, checksum = record.last()
    found = {**record.snapshots(PROJECTIONS), **record.snapshots(BY_PACK)}
    recent = {name: one for name, one in found.items() if last - one.seq <= MOST}
    counted = {name: PutDown(one, _short_parts(record, one)) for name, one in recent.items()}
    behind = min((one.seq for one in recent.values()), default=max(0, last - MOST))
    tail = tuple(record.entries(behind))
    over = {_over(draft) for draft in record.drafts(ANSWERS).values()}
    return TakenUp(last, checksum, behind, tail, counted, frozenset(record.known(over - {""})))


def _short_parts(record: Record, whole: Snapshot) -> Mapping[str, Snapshot] | None:
    """Read what was put down pack by pack, unless that takes long."""
    if not whole.name.startswith(BY_PACK):
        return {}
    try:
        told = listed(whole)
    except ValueError:  # of another version
        return {}
    return None if told.is_long else parts_of(record, whole, told.packs)


def _over(draft: Any) -> str:
    return str(draft.get("over", "")) if isinstance(draft, dict) else ""
