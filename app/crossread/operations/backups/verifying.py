"""Verifying all that is kept of a learner: the record, its second log, its backups. Nothing is repaired."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from crossread.base.errors import Expected
from crossread.record.backup_names import Backup, list_backups
from crossread.record.backups import about, verify
from crossread.record.check import check_all
from crossread.record.database import Database
from crossread.record.errors import Damaged, told
from crossread.record.lock import FolderLock
from crossread.record.logs_over import logs_over
from crossread.record.open_copy import copy_of_open
from crossread.record.record import DATABASE_FILE
from crossread.record.schema import journal_of, look
from crossread.record.second_log import log_files, read_log

Progress = Callable[[int, int], None]
_READ_AGAIN = 5  # times that the log of an open record is read anew where its last line may be half written
_PAUSE_S = 0.05


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
    """All of it. `is_open` where a window had the record open, and it was read as it was at one moment."""

    record: VerifiedRecord
    logs: VerifiedLogs
    backups: Sequence[VerifiedBackup] = field(default=())
    is_open: bool = False

    @property
    def is_well(self) -> bool:
        """Whether nothing is damaged and nothing is missing."""
        damaged = [self.record.damage, *(backup.damage for backup in self.backups)]
        return not any(damaged) and not self.logs.damaged and not self.logs.missing


def verify_learner(folder: Path, progress: Progress | None = None) -> Verified:
    """Verify what is kept in a learner's folder; where a window has it open, as it is at this moment.

    Where nothing can be written, as on a disk that may only be read, it is read as beside a window: without
    a lock. Nothing is changed, but that SQLite takes back a change that was cut short, as the next start
    would. `progress` gets entries done and entries there are. Raises Expected `record-busy`, `record-newer`,
    `record-too-long`, and what the disk refuses.
    """
    with told(saving=False):
        if not folder.is_dir():
            return Verified(VerifiedRecord(there=False), VerifiedLogs())
        try:
            lock = FolderLock(folder)
        except Expected as error:
            if error.code != "record-locked":
                raise
            return _verify_open(folder, progress)
        except OSError as error:
            try:
                return replace(_verify_open(folder, progress), is_open=False)
            except Expected as why:
                raise error if why.code == "record-busy" else why from None
    try:
        record, known, over = _record(folder, _opened, progress)
        logs = _logs(_read_logs(folder), known, over)
        return Verified(record, logs, _backups(folder))
    finally:
        lock.release()


def _verify_open(folder: Path, progress: Progress | None) -> Verified:
    """Verify beside a window. Its log goes first: what stands in it is in the record already, never later."""
    logged = _read_logs(folder)
    for _again in range(_READ_AGAIN):
        if not any(one.damaged for one in logged):
            break
        time.sleep(_PAUSE_S)
        logged = _read_logs(folder)
    record, known, over = _record(folder, _copied, progress)
    return Verified(record, _logs(logged, known, over), _backups(folder), is_open=True)


Opening = Callable[[Path, Progress | None], AbstractContextManager[Database]]


def _record(
    folder: Path, opened: Opening, progress: Progress | None
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
            with opened(path, progress) as database:
                entries = database.last()[0]
                ids = frozenset(one.row.id for page in database.pages() for one in page)
                answers = database.count_answers(up_to=entries)
                return VerifiedRecord(entries, answers), ids, logs_over(database)
    except Damaged as error:
        return VerifiedRecord(damage=str(error)), None, frozenset()


@contextmanager
def _opened(path: Path, progress: Progress | None) -> Iterator[Database]:
    journal = journal_of(path)
    is_hot = journal.exists() and journal.stat().st_size > 0
    database = Database.open_as_it_is(path, None) if is_hot else Database.open_read_only(path, None)
    try:
        check_all(database, progress)
        yield database
    finally:
        database.close()


@contextmanager
def _copied(path: Path, progress: Progress | None) -> Iterator[Database]:
    database = copy_of_open(path, progress)
    try:
        yield database
    finally:
        database.close()


@dataclass(frozen=True, slots=True)
class _Logged:
    """A second log as it was read: its name, the ids of its entries, and how many lines cannot be used."""

    name: str
    ids: frozenset[str]
    lines: int
    damaged: int


def _read_logs(folder: Path) -> list[_Logged]:
    with told(saving=False):
        return [_read_one(folder / name) for name in log_files(folder)]


def _read_one(path: Path) -> _Logged:
    content = read_log(path)
    ids = frozenset(entry.stored.row.id for entry in content.entries)
    return _Logged(path.name, ids, len(content.entries) + content.damaged, content.damaged)


def _logs(logged: Sequence[_Logged], known: frozenset[str] | None, over: frozenset[str]) -> VerifiedLogs:
    missing: set[str] = set()
    if known is not None:
        missing = {entry for one in logged if one.name not in over for entry in one.ids - known}
    return VerifiedLogs(
        files=len(logged),
        lines=sum(one.lines for one in logged),
        damaged=sum(one.damaged for one in logged),
        missing=len(missing),
    )


def _backups(folder: Path) -> list[VerifiedBackup]:
    """Verify the backups; one that a window thins out meanwhile is none any more."""
    with told(saving=False):
        listed = list_backups(folder)
    found = []
    for backup in listed:
        verified = None
        try:
            verified = _backup(backup)
        except Expected:
            if backup.path.exists():
                raise
        if verified is not None and backup.path.exists():
            found.append(verified)
    return found


def _backup(backup: Backup) -> VerifiedBackup:
    try:
        entries, _checksum = verify(backup.path, None, _never)
        with told(saving=False):
            copy = Database.open_read_only(backup.path, None)
            try:
                said = about(copy)
                answers = said.answers if said else copy.count_answers(up_to=entries)
            finally:
                copy.close()
    except Damaged as error:
        return VerifiedBackup(backup.name, backup.made, damage=str(error))
    return VerifiedBackup(backup.name, backup.made, entries, answers)


def _never() -> bool:
    return False
