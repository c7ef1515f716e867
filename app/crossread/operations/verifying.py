"""Verifying all that is kept of a learner: the record, its second log, its backups. Nothing is repaired."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from crossread.base.errors import N_, Expected
from crossread.record.aside import Stopped
from crossread.record.backup_names import Backup, list_backups
from crossread.record.backups import ANSWERS, about, verify
from crossread.record.check import check_all
from crossread.record.database import Database
from crossread.record.errors import Damaged, told
from crossread.record.lock import FolderLock
from crossread.record.logs_over import logs_over
from crossread.record.record import DATABASE_FILE
from crossread.record.schema import journal_of, look
from crossread.record.second_log import log_files, read_log

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class VerifiedRecord:
    """What came of the record itself; `damage` says in English where it is damaged, "" where it is whole."""

    entries: int = 0
    answers: int = 0
    damage: str = ""
    there: bool = True


@dataclass(frozen=True, slots=True)
class VerifiedLogs:
    """What came of the second logs.

    `lines` were read in `files`, `damaged` of them cannot be used; `missing` entries stand in them and not in
    the record, without those that a restore gave up.
    """

    files: int = 0
    lines: int = 0
    damaged: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class VerifiedBackup:
    """What came of one backup; `damage` says in English where it is damaged, "" where it is whole."""

    name: str
    made: datetime
    entries: int = 0
    answers: int = 0
    damage: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """All of it. `is_well` where nothing is wrong."""

    record: VerifiedRecord
    logs: VerifiedLogs
    backups: Sequence[VerifiedBackup] = field(default=())

    @property
    def is_well(self) -> bool:
        """Whether nothing is damaged and nothing is missing."""
        damaged = [self.record.damage, *(backup.damage for backup in self.backups)]
        return not any(damaged) and not self.logs.damaged and not self.logs.missing


def verify_learner(folder: Path, progress: Progress | None = None) -> Verified:
    """Verify what is kept in a learner's folder, which nothing else may have open meanwhile.

    Nothing is changed, but that SQLite takes back a change that was cut short, as the next start would.
    `progress` gets entries done and entries there are. Raises Expected `record-locked`, `record-newer`, and
    what the disk refuses.
    """
    with told(saving=False):
        if not folder.is_dir():
            return Verified(VerifiedRecord(there=False), VerifiedLogs())
        lock = FolderLock(folder)
    try:
        record, known, over = _record(folder, progress)
        logs = _logs(folder, known, over)
        with told(saving=False):
            backups = [_backup(backup) for backup in list_backups(folder)]
        return Verified(record, logs, backups)
    finally:
        lock.release()


Known = Callable[[list[str]], set[str]]


def _record(
    folder: Path, progress: Progress | None
) -> tuple[VerifiedRecord, frozenset[str] | None, frozenset[str]]:
    """Verify the record; returns the ids of its entries as well, None where they cannot be known."""
    path = folder / DATABASE_FILE
    try:
        with told(saving=False):
            state = look(path, None)
            if state == "absent" and not list_backups(folder) and not any(log_files(folder).values()):
                return VerifiedRecord(there=False), None, frozenset()
            if state != "there":
                raise Damaged(f"the database is {state}")
            with _opened(path) as database:
                entries, _checksum = check_all(database, progress)
                ids = frozenset(one.row.id for page in database.pages() for one in page)
                answers = database.count_among(ANSWERS, 0, entries)
                return VerifiedRecord(entries, answers), ids, logs_over(database)
    except Damaged as error:
        return VerifiedRecord(damage=str(error)), None, frozenset()


@contextmanager
def _opened(path: Path) -> Iterator[Database]:
    journal = journal_of(path)
    is_hot = journal.exists() and journal.stat().st_size > 0
    database = Database.open_as_it_is(path, None) if is_hot else Database.open_read_only(path, None)
    try:
        yield database
    finally:
        database.close()


def _logs(folder: Path, known: frozenset[str] | None, over: frozenset[str]) -> VerifiedLogs:
    lines = damaged = 0
    missing: set[str] = set()
    with told(saving=False):
        files = log_files(folder)
        for name in files:
            content = read_log(folder / name)
            lines += len(content.entries) + content.damaged
            damaged += content.damaged
            if known is not None and name not in over:
                missing |= {entry.stored.row.id for entry in content.entries} - known
    return VerifiedLogs(len(files), lines, damaged, len(missing))


def _backup(backup: Backup) -> VerifiedBackup:
    try:
        entries, _checksum = verify(backup.path, None, _never)
        with told(saving=False):
            copy = Database.open_read_only(backup.path, None)
            try:
                said = about(copy)
                answers = said.answers if said else copy.count_among(ANSWERS, 0, entries)
            finally:
                copy.close()
    except Damaged as error:
        return VerifiedBackup(backup.name, backup.made, damage=str(error))
    return VerifiedBackup(backup.name, backup.made, entries, answers)


def _never() -> bool:
    return False


def open_elsewhere(error: Expected) -> Expected:
    """Say of a record that is open in a window what a command can do all the same."""
    if error.code != "record-locked":
        return error
    return Expected(
        "record-locked",
        N_(
            "{why} `crossread backup --list` works meanwhile, and the page “Backups” in the window makes and "
            "restores backups too."
        ),
        why=error.message,
    )


__all__ = ["Stopped", "Verified", "open_elsewhere", "verify_learner"]
