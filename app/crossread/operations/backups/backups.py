"""Looking at a learner's backups: how one differs from what is there now, and a copy of it elsewhere."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from crossread.base.errors import N_, Expected, why_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crossread.base.record_difference import Difference
    from crossread.operations.remembering.asking_record import AskingRecord
    from crossread.record.backup_names import Backup

_BRINGING = "brought.sqlite.bringing"  # a copy from elsewhere until it is verified
_PIECE = 1 << 20  # bytes copied between two looks whether it is to stop


@dataclass(frozen=True, slots=True)
class BackupSeen:
    """A backup as a list shows it.

    `made` is in UTC, `why` one of the record's `REASONS` or "" where nobody knows, `size` in bytes; `answers`
    is None where the backup is damaged. Each was verified when it was made.
    """

    name: str
    number: int
    made: datetime
    why: str
    size: int
    answers: int | None


@dataclass(frozen=True, slots=True)
class LastRestore:
    """What was restored last: when (UTC), which backup, and the one made before, "" where it is gone."""

    at: datetime
    name: str
    before: str


def look_at_backups(folder: Path) -> tuple[BackupSeen, ...]:
    """Return the backups in a learner's folder, the newest first.

    Raises Expected `backups-unreadable` where the folder cannot be read.
    """
    from crossread.record.backup_names import list_backups

    try:
        there = list_backups(folder)
    except OSError as error:
        raise Expected(
            "backups-unreadable",
            N_("The folder of the backups cannot be read ({why}). Check that its disk is connected."),
            why=why_of(error),
        ) from error
    return tuple(seen for backup in there if (seen := _look_at(backup)) is not None)


def _look_at(backup: Backup) -> BackupSeen | None:
    try:
        size = backup.path.stat().st_size
    except OSError:
        return None  # thinned out a moment ago
    return BackupSeen(backup.name, backup.number, backup.made, backup.why, size, _answers(backup))


def _answers(backup: Backup) -> int | None:
    from crossread.record.backups import about
    from crossread.record.database import Database
    from crossread.record.errors import Damaged, told

    with suppress(Damaged, Expected), told(saving=False):
        copy = Database.open_read_only(backup.path, None)
        try:
            said = about(copy)
            return said.answers if said else copy.count_answers()
        finally:
            copy.close()
    return None


def compare_backup(folder: Path, name: str, ask: AskingRecord, stopped: Callable[[], bool]) -> Difference:
    """Verify a backup and tell how it differs from what is there now.

    Raises Expected: `backup-not-there`, `backup-damaged`, `backup-stopped`, or why the record cannot be read.
    """
    from crossread.record.backup_errors import backup_damaged
    from crossread.record.database import Database
    from crossread.record.differing import difference
    from crossread.record.errors import Damaged, told
    from crossread.record.restoring import find_backup

    backup = find_backup(folder, name)
    _verify(backup.path, backup.name, stopped)
    try:
        with told(saving=False):
            copy = Database.open_read_only(backup.path, None)
            try:
                return difference(copy, ask, stopped)
            finally:
                copy.close()
    except Damaged as error:
        raise backup_damaged(backup.name) from error


def copy_backup(
    folder: Path, name: str, to: Path, progress: Callable[[float], None], stopped: Callable[[], bool]
) -> Path:
    """Copy a backup to a file elsewhere, whole and verified or not at all; return where it is.

    `progress` gets the share done, from 0 to 1. Raises Expected: `backup-not-there`, `backup-damaged`,
    `backup-stopped`, `backup-not-copied` where the place refuses; an older file is then as it was.
    """
    from crossread.base.canonical import new_id
    from crossread.base.files import sync_folder
    from crossread.record.restoring import find_backup

    backup = find_backup(folder, name)
    making = to.with_name(f".{to.name}.{new_id()[:8]}.making")
    try:
        try:
            _copy_bytes(backup.path, making, progress, stopped)
            _verify(making, backup.name, stopped)
            making.replace(to)
            sync_folder(to.parent)
        finally:
            with suppress(OSError):
                making.unlink()
    except OSError as error:
        raise Expected(
            "backup-not-copied",
            N_(
                "{name} could not be written ({why}). Check that the folder is there and has room for "
                "{size} MB, or choose another place."
            ),
            name=to.name,
            why=why_of(error),
            size=_megabytes(backup.path),
        ) from error
    return to


def take_in_backup(
    folder: Path,
    path: Path,
    ask: AskingRecord,
    now: datetime,
    progress: Callable[[float], None],
    stopped: Callable[[], bool],
) -> str:
    """Take a copy from elsewhere in among a learner's backups, verified; return its name there.

    Nothing is restored by that. `now` is for its name where it does not say when it was made; `ask` has it
    named by the thread that names the others. Raises Expected: `no-backup` for a file that is none or is
    damaged, `record-newer`, `backup-stopped`, `backup-no-room`, `backup-not-copied`.
    """
    from crossread.record.backup_errors import check_room
    from crossread.record.backup_names import FOLDER
    from crossread.record.backups import verify
    from crossread.record.errors import Damaged

    place = folder / FOLDER
    bringing = place / _BRINGING
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        check_room(place, path.stat().st_size)
        bringing.unlink(missing_ok=True)
        try:
            _copy_bytes(path, bringing, progress, stopped)
            verify(bringing, None, stopped)
            made = _made(bringing) or now
            return ask(lambda _record: _put_among(folder, bringing, made))
        finally:
            with suppress(OSError):
                bringing.unlink()
    except Damaged as error:
        raise Expected(
            "no-backup",
            N_("{name} is no backup of Crossread, or is damaged. Nothing was changed."),
            name=path.name,
        ) from error
    except OSError as error:
        raise Expected(
            "backup-not-copied",
            N_("{name} could not be copied ({why}). Nothing was changed."),
            name=path.name,
            why=why_of(error),
        ) from error


def _put_among(folder: Path, bringing: Path, made: datetime) -> str:
    from crossread.base.files import sync_folder
    from crossread.record.backup_names import BROUGHT, next_backup
    from crossread.record.errors import told

    with told(saving=False):
        backup = next_backup(folder, made, BROUGHT)
        bringing.replace(backup.path)
        sync_folder(backup.path.parent)
    return backup.name


def _made(path: Path) -> datetime | None:
    """Return when a backup says that it was made; None where it does not say."""
    from crossread.record.backups import about
    from crossread.record.database import Database
    from crossread.record.errors import told

    with told(saving=False):
        copy = Database.open_read_only(path, None)
        try:
            said = about(copy)
        finally:
            copy.close()
    return said.made if said else None


def _copy_bytes(
    source: Path, target: Path, progress: Callable[[float], None], stopped: Callable[[], bool]
) -> None:
    from crossread.record.backup_errors import stopped_early

    with source.open("rb") as read, target.open("xb") as written:
        size, done = max(1, os.fstat(read.fileno()).st_size), 0
        while piece := read.read(_PIECE):
            if stopped():
                raise stopped_early()
            written.write(piece)
            done += len(piece)
            progress(done / size)
        written.flush()
        os.fsync(written.fileno())


def _verify(path: Path, name: str, stopped: Callable[[], bool]) -> None:
    from crossread.record.backup_errors import backup_damaged
    from crossread.record.backups import verify
    from crossread.record.errors import Damaged

    try:
        verify(path, None, stopped)
    except Damaged as error:
        raise backup_damaged(name) from error


def _megabytes(path: Path) -> str:
    from crossread.record.backup_errors import megabytes

    try:
        return megabytes(path.stat().st_size)
    except OSError:
        return "?"


def read_last_restore(noted: dict[str, Any] | None, names: set[str]) -> LastRestore | None:
    """Read what a record notes on its last restore; `names` are the backups that are there."""
    if noted is None:
        return None
    try:
        at = datetime.fromisoformat(str(noted["at"])).astimezone(UTC)
        before = str(noted["before"])
        return LastRestore(at, str(noted["from"]), before if before in names else "")
    except (KeyError, ValueError):
        return None
