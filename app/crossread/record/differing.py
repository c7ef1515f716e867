"""What a backup and its record have that the other has not: counted by answers, notes and all else."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from crossread.base.entries import ANSWERS, TAKEN_BACK
from crossread.base.record_difference import Counted, Difference
from crossread.record.backup_errors import stopped_early
from crossread.record.database import Database
from crossread.record.record import Record
from crossread.record.rows import Row, StoredRow

Ask = Callable[[Callable[[Record], Any]], Any]
Stopped = Callable[[], bool]
Change = tuple[str, str, str]  # pack, kind and payload of an entry that concerns a note or a highlight
Standing = Mapping[tuple[str, str], str]

# Notes and highlights are told by what there is of them, not by how often they were written.
_NOTES = ("note-set", "note-removed", "highlight-set", "highlight-removed")
_ON_PASSAGES = "passage/"  # begins the key of a note that stands though it says nothing
_PAGE = 500
# What a learner did not do but only went through: said of nothing.
_IN_PASSING = frozenset(("session", "time-spent", "source-read", "card-opened", "stage-entered"))


@dataclass(slots=True)
class _Tail:
    """What one of both holds behind what they have in common."""

    empty: bool = True
    answers: int = 0
    others: int = 0
    given: set[str] = field(default_factory=set)
    notes: list[Change] = field(default_factory=list)

    def add(self, rows: Iterable[StoredRow], known: Collection[str]) -> None:
        """Count more of it; what the other knows as well counts nowhere."""
        for one in rows:
            self.empty = False
            kind = one.row.kind
            if kind in _NOTES:
                self.notes.append((one.row.pack, kind, one.row.payload))
            elif one.row.id not in known:
                self._add(one.row)

    def _add(self, row: Row) -> None:
        """Count one that only this one holds; an answer that it takes back again is none."""
        if row.kind in ANSWERS:
            self.answers += 1
            self.given.add(row.id)
        elif row.kind == TAKEN_BACK and (back := _taken_back(row)) in self.given:
            self.given.discard(back)
            self.answers -= 1
        elif row.kind not in _IN_PASSING:
            self.others += 1


def _taken_back(row: Row) -> str:
    """Return the id of the answer that an entry takes back."""
    told = json.loads(row.payload)
    return str(told.get("entry", "")) if isinstance(told, dict) else ""


def difference(copy: Database, ask: Ask, stopped: Stopped) -> Difference:
    """Compare a backup with its record, which `ask` lets a job look into, some entries at a time.

    Raises Expected `backup-stopped` once it is to stop, Damaged and what apsw raises where the backup cannot
    be read, and what `ask` raises.
    """
    common = last_in_common(copy, ask)
    ids = {one.row.id for page in _pages(common, copy.queries.after, stopped) for one in page}
    here, there, both = _Tail(), _Tail(), set[str]()
    for page in _pages(common, partial(_asked, ask), stopped):
        both |= ids & {one.row.id for one in page}
        here.add(page, ids)
    for page in _pages(common, copy.queries.after, stopped):
        there.add(page, both)
    touched = {_key(change) for change in (*here.notes, *there.notes)}
    before = _standing({}, copy.payloads(_NOTES, common), touched) if touched else {}
    notes_here = _standing(before, here.notes, touched)
    notes_there = _standing(before, there.notes, touched)
    return Difference(
        gone=Counted(here.answers, _more(notes_here, notes_there), here.others),
        back=Counted(there.answers, _more(notes_there, notes_here), there.others),
        same=here.empty and there.empty,
    )


def _asked(ask: Ask, seq: int, count: int) -> list[StoredRow]:
    found: list[StoredRow] = ask(partial(_after, seq, count))
    return found


def _after(seq: int, count: int, record: Record) -> list[StoredRow]:
    return record.ask(lambda queries: queries.after(seq, count))


def last_in_common(copy: Database, ask: Ask) -> int:
    """Return the number of the last entry up to which both hold the same."""
    last = copy.last()[0]

    def same(seq: int) -> bool:
        kept = copy.checksum_at(seq)
        return bool(kept) and ask(lambda record: record.checksum_at(seq)) == kept

    if same(last):
        return last
    low, high = 0, last  # the same up to `low`, not at `high`
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if same(middle) else (low, middle)
    return low


def _pages(
    seq: int, after: Callable[[int, int], list[StoredRow]], stopped: Stopped
) -> Iterator[list[StoredRow]]:
    while page := after(seq, _PAGE):
        if stopped():
            raise stopped_early()
        yield page
        seq = page[-1].row.seq


def _key(change: Change) -> tuple[str, str]:
    pack, kind, payload = change
    said = json.loads(payload)
    return pack, str(said.get("key", "")) if kind.startswith("note") else f"highlight/{said.get('id', '')}"


def _standing(before: Standing, changes: Iterable[Change], touched: Collection[tuple[str, str]]) -> Standing:
    """Return by key what stands once changes are made to what stood before."""
    now = dict(before)
    for change in changes:
        key = _key(change)
        _pack, kind, payload = change
        if key not in touched:
            continue
        emptied = (
            kind == "note-set" and not key[1].startswith(_ON_PASSAGES) and not json.loads(payload)["text"]
        )
        if emptied or kind.endswith("-removed"):
            now.pop(key, None)
        else:
            now[key] = payload
    return now


def _more(one: Standing, other: Standing) -> int:
    return sum(other.get(key) != said for key, said in one.items())
