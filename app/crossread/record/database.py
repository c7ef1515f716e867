"""One connection to one record's database: its statements, and nothing that decides."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw

from crossread.base.canonical import digest
from crossread.base.entries import ANSWERS, TAKEN_BACK
from crossread.base.files import sync_folder
from crossread.record import schema
from crossread.record.errors import Damaged, newer
from crossread.record.kept_values import KeptValues
from crossread.record.queries import Queries
from crossread.record.rows import NO_ROW, Row, StoredRow
from crossread.record.snapshots import Snapshots

SYNCHRONOUS = "FULL"  # anything less loses what was acknowledged (tests/torture)
PAGE = 250  # entries read at once, so that no statement stays open between two writes: some milliseconds
_KIB, _CHECKING_KIB = 2_000, 64_000  # of pages held in memory: SQLite's own measure; while all is checked
_OPERATIONS = 20_000  # of SQLite between two looks whether something else is wanted: some milliseconds
_WAIT_MS = 500  # for a virus scanner or a copying program to let go

_ROW = ", ".join(Row._fields)
_ADD = f"INSERT INTO entries ({_ROW}, checksum) VALUES ({', '.join('?' * (len(Row._fields) + 1))})"  # noqa: S608  (names from Row)
_READ = f"SELECT {_ROW}, checksum FROM entries WHERE seq > ? ORDER BY seq LIMIT ?"  # noqa: S608
_FIND = f"SELECT {_ROW}, checksum FROM entries WHERE id = ?"  # noqa: S608


class Database(KeptValues):
    """A record's database, open. Raises what apsw raises, and `Damaged` where bytes are wrong."""

    def __init__(self, connection: apsw.Connection) -> None:
        super().__init__(connection)
        self.queries = Queries(connection)
        self.snapshots = Snapshots(connection)

    @classmethod
    def create(cls, path: Path, vfs: str | None) -> "Database":
        """Make an empty record at `path`, where nothing or an empty file is, and make it durable."""
        connection = _connect(path, vfs, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
        database = cls(connection)
        try:
            with database.transaction():
                schema.create(connection)
                database.set_note("schema", schema.VERSION)
            # SQLite syncs the folder for its journal only, not for the database itself.
            sync_folder(path.parent)
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def open(
        cls, path: Path, vfs: str | None, before_upgrade: "Callable[[Database], None] | None" = None
    ) -> "Database":
        """Open an existing record for reading and writing, upgrading an older schema.

        `before_upgrade` is given the database as it is, before anything of it is changed; what it raises
        leaves all as it was.
        """
        connection = _connect(path, vfs, apsw.SQLITE_OPEN_READWRITE)
        database = cls(connection)
        try:
            found = schema.version_of(connection)
            if found > schema.VERSION and (database.note("schema") or 0) > schema.VERSION:
                raise newer(found, schema.VERSION)  # told only now, as the file's end was in its journal
            schema.check_tables(connection)
            if schema.version_of(connection) < schema.VERSION:
                if before_upgrade is not None:
                    before_upgrade(database)
                with database.transaction():
                    schema.upgrade(connection)
                    database.set_note("schema", schema.VERSION)
                schema.check_tables(connection)
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def open_read_only(cls, path: Path, vfs: str | None) -> "Database":
        """Open a file as it lies there, a backup or a damaged record; nothing about it is checked."""
        return cls(schema.read_only(path, vfs))

    @classmethod
    def open_as_it_is(cls, path: Path, vfs: str | None) -> "Database":
        """Open a file for writing, of whatever version it is; nothing about it is checked or upgraded."""
        return cls(_connect(path, vfs, apsw.SQLITE_OPEN_READWRITE))

    def close(self) -> None:
        """Close the connection, whatever state it is in."""
        with suppress(apsw.Error):
            self._connection.close(force=True)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all inside or nothing; durable when left without an error."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(apsw.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            raise

    # Entries

    def last(self) -> tuple[int, bytes]:
        """Return number and checksum of the last entry; (0, eight zero bytes) where there is none."""
        found = self._connection.execute("SELECT seq, checksum FROM entries ORDER BY seq DESC LIMIT 1").get
        if found is None:
            return 0, NO_ROW
        seq, kept = found
        if not isinstance(kept, bytes):
            raise Damaged(f"entry {seq} has no checksum")
        return seq, kept

    def checksum_at(self, seq: int) -> bytes:
        """Return the checksum stored with entry `seq`; eight zero bytes for 0, none where it is missing."""
        if seq == 0:
            return NO_ROW
        kept = self._connection.execute("SELECT checksum FROM entries WHERE seq = ?", (seq,)).get
        return kept if isinstance(kept, bytes) else b""

    def pages(self, after: int = 0, size: int = PAGE) -> Iterator[list[StoredRow]]:
        """Yield the rows behind entry `after`, in order, up to `size` at once."""
        while page := [_stored(v) for v in self._connection.execute(_READ, (after, size))]:
            yield page
            after = page[-1].row.seq

    def find(self, ids: Iterable[str]) -> dict[str, StoredRow]:
        """Return the rows with these ids, where they are there."""
        found = {}
        for entry_id in ids:
            values = self._connection.execute(_FIND, (entry_id,)).fetchone()
            if values is not None:
                found[entry_id] = _stored(values)
        return found

    def known(self, ids: Iterable[str]) -> set[str]:
        """Return those of these ids that entries have."""
        look = "SELECT id FROM entries WHERE id = ?"
        return {i for i in ids if self._connection.execute(look, (i,)).fetchone() is not None}

    def add(self, stored: Sequence[StoredRow], seen: Mapping[str, str]) -> None:
        """Insert rows, and what was seen, by digest; call inside a transaction."""
        self._connection.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", seen.items())
        self._connection.executemany(_ADD, ((*row, checksum) for row, checksum in stored))

    def count_answers(self, after: int = 0, up_to: int | None = None) -> int:
        """Return how many answers there are, in stages, in practice and in review; none that was taken back.

        Only entries behind `after` count, up to and with `up_to`: what takes back an answer from before
        takes away one.
        """
        last = self.last()[0] if up_to is None else up_to
        marks = ", ".join("?" * len(ANSWERS))
        counting = f"SELECT total((kind IN ({marks})) - (kind = ?)) FROM entries WHERE seq > ? AND seq <= ?"  # noqa: S608
        return int(self._connection.execute(counting, (*ANSWERS, TAKEN_BACK, after, last)).get)

    def payloads(self, kinds: Collection[str], up_to: int) -> Iterator[tuple[str, str, str]]:
        """Yield pack, kind and payload (JSON) of the entries of these kinds, up to and with entry `up_to`."""
        marks = ", ".join("?" * len(kinds))
        asked = f"SELECT pack, kind, payload FROM entries WHERE seq <= ? AND kind IN ({marks}) ORDER BY seq"  # noqa: S608
        for pack, kind, payload in self._connection.execute(asked, (up_to, *kinds)):
            yield str(pack), str(kind), str(payload)

    # What was seen

    def seen(self, name: str) -> str | None:
        """Return what was seen, as JSON, by its digest; None where it never was or was lost for good.

        Raises Damaged where it does not fit its digest, or is missing and an entry names it.
        """
        text = self._connection.execute("SELECT value FROM seen WHERE digest = ?", (name,)).get
        if text is None:
            if self.is_named(name) and name not in (self.note("seen-lost") or ()):
                raise Damaged("what was shown with an answer is missing")
            return None
        if not isinstance(text, str) or digest(text) != name:
            raise Damaged("what was shown with an answer does not fit its digest")
        return text

    def all_seen(self) -> Iterator[tuple[str, str | None]]:
        """Yield (digest, JSON) of all that was seen, None for what does not fit its digest.

        Not to be held open over a write.
        """
        for name, text in self._connection.execute("SELECT digest, value FROM seen"):
            yield str(name), text if isinstance(text, str) and digest(text) == name else None

    def unseen(self, names: Iterable[str]) -> set[str]:
        """Return those of these digests that stand for nothing that was kept."""
        look = "SELECT digest FROM seen WHERE digest = ?"
        return {n for n in names if n and self._connection.execute(look, (n,)).fetchone() is None}

    def is_named(self, name: str) -> bool:
        """Tell whether an entry names this digest; looks at every entry."""
        find = "SELECT 1 FROM entries WHERE seen_digest = ?1 OR key_digest = ?1 LIMIT 1"
        return self._connection.execute(find, (name,)).get is not None

    # The file

    def check_structure(self, wanted: Callable[[], bool] | None = None) -> bool:
        """Raise Damaged where SQLite's own `integrity_check` or the table definitions fail.

        It takes seconds in a long record; False where it was broken off, as something else is `wanted`.
        """
        schema.check_tables(self._connection)
        # Room for a whole index: each is gone through in another order than the table it is held against.
        self._connection.pragma("cache_size", -_CHECKING_KIB)
        self._connection.set_progress_handler(wanted, _OPERATIONS)
        try:
            found = self._connection.execute("PRAGMA integrity_check(1)").get
        except apsw.InterruptError:
            return False
        finally:
            self._connection.set_progress_handler(None)
            self._connection.pragma("cache_size", -_KIB)
        if found != "ok":
            raise Damaged(f"integrity_check: {found}")
        return True

    def size(self) -> int:
        """Return how large the file is, in bytes."""
        return int(self._connection.pragma("page_count")) * int(self._connection.pragma("page_size"))

    def copy_steps(
        self, target: Path, vfs: str | None, pages: int, *, durable: bool = True
    ) -> Iterator[tuple[int, int]]:
        """Copy this database into a new file, `pages` pages between two yields of the pages left and all.

        Entries added by this connection in between go into the copy too. Where it is not `durable` the
        next transaction in the copy makes it so: a thread that saves answers need not wait for that.
        """
        destination = apsw.Connection(str(target), vfs=vfs)
        try:
            destination.pragma("synchronous", "FULL" if durable else "OFF")
            backup = destination.backup("main", self._connection, "main")
            try:
                while not backup.done:
                    backup.step(pages)
                    yield backup.remaining, backup.page_count
            except BaseException:
                # Not `with`: its end, after a failed step, hides the error behind a SystemError (apsw 3.54).
                with suppress(apsw.Error, SystemError):
                    backup.close(force=True)
                raise
            backup.finish()
        finally:
            destination.close(force=True)


def _connect(path: Path, vfs: str | None, flags: int) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=flags, vfs=vfs)
    try:
        connection.set_busy_timeout(_WAIT_MS)
        schema.harden(connection)
        connection.pragma("locking_mode", "EXCLUSIVE")
        connection.pragma("journal_mode", "TRUNCATE")
        connection.pragma("synchronous", SYNCHRONOUS)
    except BaseException:
        connection.close(force=True)
        raise
    return connection


def _stored(values: tuple[Any, ...]) -> StoredRow:
    return StoredRow(Row._make(values[:-1]), values[-1])
