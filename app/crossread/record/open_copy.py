"""A look at a record that another program has open: a copy of its bytes in memory, verified before it counts.

The program that has it open holds SQLite's exclusive lock for as long as it runs, so no second connection to
the file may read (there is no WAL: a rollback journal keeps one file whole on every disk). The file itself
may be read. It changes only while the journal beside it holds something, so what is read between two looks
at an empty journal is the record as it was at one moment; and were it not, entries, what was seen and drafts
each have their checksum. Nothing is written anywhere: no lock, no journal, no file of our own.
"""

import time
from collections.abc import Callable
from math import ceil
from pathlib import Path

import apsw

from crossread.base.errors import N_, Expected
from crossread.record import schema
from crossread.record.check import check_all
from crossread.record.database import Database
from crossread.record.errors import Damaged, newer, told
from crossread.record.schema import journal_of

LARGEST = 400_000_000  # bytes that are held in memory at most: some 300,000 entries
_LOOKS = 20  # for a moment of rest; somebody who types saves a draft a second at most
_REST_S = 0.05  # between two looks
_DAMAGED = 3  # copies that must be damaged alike before the record is said to be

State = tuple[int, int, int, int]


def copy_of_open(path: Path, progress: Callable[[int, int], None] | None = None) -> Database:
    """Return a verified copy, in memory, of a record's database that another program has open.

    So may one be read that cannot be locked, as its disk lets nothing be written. To be closed after use.
    `progress` is told entries done and entries there are. Only to be called while this process has no
    connection to the file (see `schema.look`). Raises Damaged; Expected `record-busy` where it was never at
    rest, `record-newer`, `record-too-long`, and what the disk refuses.
    """
    damage: Damaged | None = None
    damaged = 0
    for look in range(_LOOKS):
        if look:
            time.sleep(_REST_S)
        content = _at_rest(path)
        if content is None:
            continue
        try:
            return _verified(content, progress)
        except Damaged as error:
            damage, damaged = error, damaged + 1
            if damaged == _DAMAGED:
                break
    if damage is not None:
        raise damage
    raise Expected(
        "record-busy",
        N_("This learner's record is being written to all the time just now. Try again in a moment."),
    )


def _at_rest(path: Path) -> bytes | None:
    """Read the file; None where it was changed meanwhile, or may have been."""
    with told(saving=False):
        before = _state(path)
        if before is None:
            return None
        if before[0] > LARGEST:
            raise Expected(
                "record-too-long",
                N_(
                    "This learner’s record ({size} MB) is too long to be read while a window has it open, "
                    "or on a disk that may only be read: that can be done up to {most} MB. Export it in the "
                    "window that has it open, or close that window and try again; from such a disk, copy the "
                    "data folder to another one first."
                ),
                size=ceil(before[0] / 1_000_000),
                most=LARGEST // 1_000_000,
            )
        content = path.read_bytes()
        return content if _state(path) == before else None


def _state(path: Path) -> State | None:
    """Return what changes with each change of the file; None while a change is under way."""
    at = path.stat()
    try:
        journal = journal_of(path).stat()
    except FileNotFoundError:
        return at.st_size, at.st_mtime_ns, at.st_ino, 0
    return None if journal.st_size else (at.st_size, at.st_mtime_ns, at.st_ino, journal.st_mtime_ns)


def _verified(content: bytes, progress: Callable[[int, int], None] | None) -> Database:
    with told(saving=False):
        connection = apsw.Connection(":memory:")
        database = Database(connection)
        try:
            connection.deserialize("main", content)
            schema.harden(connection)
            connection.pragma("query_only", True)
            if (found := schema.version_of(connection)) > schema.VERSION:
                raise newer(found, schema.VERSION)
            check_all(database, progress)
        except BaseException:
            database.close()
            raise
        return database
