"""The tables of a record, their version, and what a file must look like to be one."""

from collections.abc import Callable
from pathlib import Path

import apsw

from crossread.record.errors import Damaged, newer

VERSION = 2
APPLICATION_ID = int.from_bytes(b"XRrd")

_FIRST = (
    (
        "CREATE TABLE entries (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, session TEXT NOT NULL, "
        "at TEXT NOT NULL, monotonic REAL NOT NULL, kind TEXT NOT NULL, pack TEXT NOT NULL, "
        "pack_version TEXT NOT NULL, question TEXT NOT NULL, seen_digest TEXT NOT NULL, "
        "key_digest TEXT NOT NULL, attempt INTEGER NOT NULL, payload TEXT NOT NULL, "
        "checksum BLOB NOT NULL) STRICT"
    ),
    "CREATE TABLE seen (digest TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE drafts (key TEXT PRIMARY KEY, value TEXT NOT NULL, checksum BLOB NOT NULL) STRICT",
    # The record's notes to itself (its version, how far it was verified), and the second logs that
    # were compared with it, by name and size in bytes.
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL, checksum BLOB NOT NULL) STRICT",
    "CREATE TABLE logs (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID",
)

_SECOND = (
    # What entries come to, put down: how far it counts (`seq`, and that entry's checksum in `counted`).
    (
        "CREATE TABLE projections (name TEXT PRIMARY KEY, version INTEGER NOT NULL, seq INTEGER NOT NULL, "
        "counted BLOB NOT NULL, value TEXT NOT NULL, checksum BLOB NOT NULL) STRICT"
    ),
    # Each ends with the number of its entry: a pack's entries in order, and the few of one attempt at a
    # question, without a look at all others.
    "CREATE INDEX entries_of_pack ON entries (pack)",
    "CREATE INDEX entries_of_place ON entries (pack, question, attempt)",
)

# All that a version is made of; its last tells what the newest has.
_TABLES = {1: _FIRST, 2: _FIRST + _SECOND}


def _to_second(connection: apsw.Connection) -> None:
    for statement in _SECOND:
        connection.execute(statement)


# UPGRADES[n] makes version n + 2 out of version n + 1, inside a transaction.
UPGRADES: tuple[Callable[[apsw.Connection], None], ...] = (_to_second,)


def create(connection: apsw.Connection) -> None:
    """Make the tables of the newest version in an empty database; call inside a transaction."""
    for statement in _TABLES[VERSION]:
        connection.execute(statement)
    stamp(connection, VERSION)


def stamp(connection: apsw.Connection, version: int) -> None:
    """Write down whose file this is and which version of the tables it has."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def version_of(connection: apsw.Connection) -> int:
    """Return the version that a database says it has."""
    return int(connection.pragma("user_version"))


def upgrade(connection: apsw.Connection) -> None:
    """Bring an older schema to the newest, one step after another; call inside a transaction."""
    for step in UPGRADES[version_of(connection) - 1 :]:
        step(connection)
    stamp(connection, VERSION)


def check_tables(connection: apsw.Connection) -> None:
    """Raise Damaged where the tables of a database are not exactly those of the version that it says.

    A flipped bit in a table's definition can leave a file that opens and means something else.
    """
    version = version_of(connection)
    if connection.pragma("application_id") != APPLICATION_ID or version not in _TABLES:
        raise Damaged("the file's stamp is not a record's")
    found = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    if found != set(_TABLES[version]):
        raise Damaged("the tables are not a record's")


def look(path: Path, vfs: str | None) -> str:
    """Look at a file before SQLite opens it: "absent", "empty" or "there".

    Raises Expected `record-newer` for the file of a newer version (nothing is opened for writing then),
    Damaged for one that is no record, OSError where it cannot be read. Only to be called while this
    process has no connection to the file: closing a file drops all POSIX locks that the process has on it.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return "absent"
    if not header:
        return "empty"
    if journal_of(path).exists() and journal_of(path).stat().st_size:
        return "there"  # SQLite first puts back what the journal holds, the header too
    if len(header) < 100 or header[:16] != b"SQLite format 3\0":
        raise Damaged("the file is no database")
    version = int.from_bytes(header[60:64])
    if version > VERSION:
        # One flipped bit makes a version newer. The tables of a truly newer one say so a second time.
        if _says_newer(path, vfs):
            raise newer(version, VERSION)
        raise Damaged("the header's version is wrong")
    fixed = (header[18:24], header[56:60], header[68:72])
    # Rollback journal twice, no reserved bytes, the three fixed fractions; UTF-8; ours.
    if fixed != (b"\1\1\0\x40\x20\x20", b"\0\0\0\1", APPLICATION_ID.to_bytes(4)) or version < 1:
        raise Damaged("the header is not a record's")
    return "there"


def _says_newer(path: Path, vfs: str | None) -> bool:
    try:
        connection = read_only(path, vfs)
        try:
            return bool(
                connection.execute(
                    "SELECT CAST(value AS INTEGER) > ? FROM meta WHERE key = 'schema'", (VERSION,)
                ).get
            )
        finally:
            connection.close()
    except apsw.Error:
        return False


def read_only(path: Path, vfs: str | None) -> apsw.Connection:
    """Open a database for reading as it lies there: no lock, no journal, not a byte written."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(f"{path.resolve().as_uri()}?immutable=1", flags=flags, vfs=vfs)
    harden(connection)
    return connection


def harden(connection: apsw.Connection) -> None:
    """Set what guards against a file that is not what it seems."""
    connection.pragma("trusted_schema", False)
    connection.pragma("cell_size_check", True)
    connection.pragma("mmap_size", 0)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of a database."""
    return path.with_name(path.name + "-journal")
