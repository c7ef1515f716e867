"""Snapshots: what entries come to, put down, so that no start need count them all; not trusted unproven."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

import apsw

from crossread.base.canonical import canonical_json
from crossread.record.rows import CHECKSUM_BYTES, NO_ROW

_PUT = "INSERT OR REPLACE INTO projections VALUES (?, ?, ?, ?, ?, ?)"
_READ = "SELECT name, version, seq, counted, value, checksum FROM projections"
_CHECKSUM = "SELECT checksum FROM entries WHERE seq = ?"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the first `seq` entries come to, as JSON in `value`, by the fold of a `name` and a `version`.

    `counted` is the checksum of the last entry counted. As each entry's checksum holds the one before, it
    stands for all of them: where the record has another one there, the snapshot is of other entries.
    """

    name: str
    version: int
    seq: int
    counted: bytes
    value: str


class Snapshots:
    """The snapshots in a record's database. Raises what apsw raises; what is wrong counts as not there."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def read(self, name: str) -> Snapshot | None:
        """Return the snapshot of a name; None where there is none that can be trusted."""
        return next(self._proven(self._connection.execute(_READ + " WHERE name = ?", (name,))), None)

    def of(self, beginning: str) -> dict[str, Snapshot]:
        """Return by name those whose names begin so and that can be trusted."""
        found = self._connection.execute(
            _READ + " WHERE substr(name, 1, ?) = ?", (len(beginning), beginning)
        ).fetchall()
        return {one.name: one for one in self._proven(found)}

    def put(self, snapshots: Iterable[Snapshot]) -> None:
        """Put snapshots down, each in the place of the one before; call inside a transaction."""
        self._connection.executemany(
            _PUT, ((s.name, s.version, s.seq, s.counted, s.value, _checksum(s)) for s in snapshots)
        )

    def _proven(self, rows: Iterable[tuple[object, ...]]) -> Iterator[Snapshot]:
        for name, version, seq, counted, value, kept in rows:
            if not (isinstance(name, str) and isinstance(version, int) and isinstance(seq, int)):
                continue
            if not (isinstance(counted, bytes) and isinstance(value, str)):
                continue
            snapshot = Snapshot(name, version, seq, counted, value)
            if _checksum(snapshot) == kept and self._checksum_at(seq) == counted:
                yield snapshot

    def _checksum_at(self, seq: int) -> object:
        return NO_ROW if seq == 0 else self._connection.execute(_CHECKSUM, (seq,)).get


def _checksum(snapshot: Snapshot) -> bytes:
    """Return 8 bytes of BLAKE2b over all that a snapshot says."""
    head = canonical_json([snapshot.name, snapshot.version, snapshot.seq, snapshot.counted.hex()])
    return blake2b(f"{head}{snapshot.value}".encode(), digest_size=CHECKSUM_BYTES).digest()
