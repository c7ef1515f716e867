"""What is taken up of a record when it is opened: what was put down, and the entries behind that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossread.base.entries import Entry
    from crossread.record.record import Record
    from crossread.record.snapshots import Snapshot

# So many of the newest entries are at hand at most, whatever was put down: read in less than 100 ms.
MOST = 5_000

PROJECTIONS = "projection/"  # before the name of a projection, in the name that its state is put down under
PACKS = "pack/"  # likewise before a pack's id
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
    counted: Mapping[str, Snapshot]
    begun_over: frozenset[str]


def take_up(record: Record) -> TakenUp:
    """Take up what is needed at once; a record of any length takes some milliseconds. Raises Expected."""
    last, checksum = record.last()
    found = record.snapshots(PROJECTIONS)
    counted = {name: one for name, one in found.items() if last - one.seq <= MOST}
    behind = min((one.seq for one in counted.values()), default=max(0, last - MOST))
    tail = tuple(record.entries(behind))
    over = {_over(draft) for draft in record.drafts(ANSWERS).values()}
    return TakenUp(last, checksum, behind, tail, counted, frozenset(record.known(over - {""})))


def _over(draft: Any) -> str:
    return str(draft.get("over", "")) if isinstance(draft, dict) else ""
