"""Asking a record's database for some of its entries, each compared with its checksum."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import apsw

from crossread.record.errors import Damaged
from crossread.record.rows import NO_ROW, Row, StoredRow, fits, verify

PAGE = 500  # entries asked for at once: read and compared in some milliseconds

_ROW = ", ".join(f"one.{name}" for name in Row._fields)
# The row before comes along: what an entry is compared with is chained to it.
_SOME = (
    f"SELECT {_ROW}, one.checksum, before.checksum FROM entries AS one "  # noqa: S608  (names from Row)
    "LEFT JOIN entries AS before ON before.seq = one.seq - 1 "
)
_AFTER = f"SELECT {_ROW}, one.checksum FROM entries AS one WHERE one.seq > ? ORDER BY one.seq LIMIT ?"  # noqa: S608
_OF_PACK = _SOME + "WHERE one.pack = ? AND one.seq > ? ORDER BY one.seq LIMIT ?"
_OF_PLACE = _SOME + "WHERE one.pack = ? AND one.question = ? AND one.attempt >= ? ORDER BY one.seq"
_BY_NUMBER = _SOME + "WHERE one.seq = ?"
# Looked through from the newest on, so many at once; which of them are of a kind is told by their numbers.
_KINDS = "SELECT seq, kind FROM entries WHERE seq < ? ORDER BY seq DESC LIMIT ?"
_KINDS_OF_PACK = "SELECT seq, kind FROM entries WHERE pack = ? AND seq < ? ORDER BY seq DESC LIMIT ?"


class Queries:
    """What may be asked of a record. Raises what apsw raises, and `Damaged` where a row is wrong."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def after(self, seq: int, count: int = PAGE) -> list[StoredRow]:
        """Return up to `count` entries behind entry `seq`, oldest first."""
        kept = self._connection.execute("SELECT checksum FROM entries WHERE seq = ?", (seq,)).get
        before = NO_ROW if seq == 0 else kept
        found = [
            StoredRow(Row._make(values[:-1]), values[-1])
            for values in self._connection.execute(_AFTER, (seq, count))
        ]
        if found:
            verify(found, seq, before if isinstance(before, bytes) else b"")
        return found

    def of_pack(self, pack: str, after: int, count: int = PAGE) -> list[StoredRow]:
        """Return up to `count` entries of a pack behind entry `after`, oldest first."""
        return self._some(_OF_PACK, (pack, after, count))

    def of_place(self, pack: str, question: str, attempt: int) -> list[StoredRow]:
        """Return what there is of a question (or of none: "") in an attempt and later ones, oldest first."""
        return self._some(_OF_PLACE, (pack, question, attempt))

    def newest(
        self, kinds: Collection[str], before: int | None, look: int, pack: str = ""
    ) -> tuple[list[int], int]:
        """Look through `look` entries from the one before entry `before` on (None: from the newest).

        Returns the numbers of those of some kinds, newest first, and the number that the next look goes on
        before; 0 where there is nothing older. With a `pack` only that one's are looked through.
        """
        end = 1 << 62 if before is None else before
        found: list[tuple[Any, ...]]
        if pack:
            found = self._connection.execute(_KINDS_OF_PACK, (pack, end, look)).fetchall()
        else:
            found = self._connection.execute(_KINDS, (end, look)).fetchall()
        numbers = [int(seq) for seq, its_kind in found if its_kind in kinds]
        return numbers, int(found[-1][0]) if len(found) == look else 0

    def by_number(self, numbers: Iterable[int]) -> list[StoredRow]:
        """Return the entries with these numbers, as asked for; those that are not there are left out."""
        return [row for number in numbers for row in self._some(_BY_NUMBER, (number,))]

    def _some(self, query: str, values: Sequence[Any]) -> list[StoredRow]:
        found = []
        for told in self._connection.execute(query, values):
            row, kept, before = Row._make(told[:-2]), told[-2], told[-1]
            chained = NO_ROW if row.seq == 1 else before
            if not isinstance(kept, bytes) or not isinstance(chained, bytes) or not fits(row, kept, chained):
                raise Damaged(f"entry {row.seq} does not fit its checksum")
            found.append(StoredRow(row, kept))
        return found
