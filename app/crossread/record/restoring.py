"""Putting a backup in a record's place; what was there goes into one more backup first."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from crossread.base.errors import N_, Expected
from crossread.base.files import sync_folder
from crossread.record.backup_errors import backup_damaged, backup_gone, check_room
from crossread.record.backup_names import FOLDER, MAKING, Backup, list_backups
from crossread.record.backups import BEFORE_DAMAGE, backup_steps
from crossread.record.check import check_steps
from crossread.record.database import Database
from crossread.record.errors import Damaged, told
from crossread.record.logs_over import end_logs
from crossread.record.schema import journal_of, look
from crossread.record.second_log import log_files
from crossread.record.start import note_open

_PAGES = 1024  # copied between two yields: 4 MB
_RESTORED = "restored"  # the note on the last restore
# Of a file that was in the way: a journal would be played into what is put in its place, and so would another
# program's log of changes.
_SIBLINGS = ("-journal", "-wal", "-shm")


def find_backup(folder: Path, name: str) -> Backup:
    """Return the backup with a name, or with a number; raises Expected `backup-not-there`."""
    for backup in list_backups(folder):
        if name in (backup.name, backup.path.stem, str(backup.number), f"{backup.number:06d}"):
            return backup
    raise backup_gone(name)


def back_up_before_steps(database: Database, folder: Path, vfs: str | None, now: datetime) -> Iterator[float]:
    """Make one more backup of what is there, as a restore gives it up.

    Raises Expected `nothing-restored` where that cannot be done.
    """
    if database.last()[0] == 0:
        return
    try:
        yield from backup_steps(database, folder, vfs, now, "restore")
    except Expected as error:
        raise Expected(
            "nothing-restored",
            N_("Nothing was restored, as what is there now could not be backed up first. {why}"),
            why=error.message,
        ) from error


def restored_steps(
    database: Database, folder: Path, vfs: str | None, backup: Backup, now: datetime
) -> Iterator[float]:
    """Make of a backup what can stand in the record's place, durably and verified, at `made_of(folder)`.

    Yields how much of it is done, from 0 to 1. `database` is what it will replace. Its second logs, as they
    are now, do not count for it: they hold what the restore gives up. Raises Expected `backup-damaged`, and
    what the disk refuses.
    """
    making = made_of(folder)
    clear(folder)
    check_room(folder, backup.path.stat().st_size)
    try:
        with told(saving=False):
            if look(backup.path, vfs) != "there":
                raise Damaged("the backup is empty")
            copy = Database.open_read_only(backup.path, vfs)
            try:
                for left, pages in copy.copy_steps(making, vfs, _PAGES):
                    yield 0.5 * (1 - left / max(1, pages))
            finally:
                copy.close()
            restored = Database.open(making, vfs)
            try:
                count = max(1, restored.last()[0])
                for page, _step in enumerate(check_steps(restored)):
                    yield 0.5 + 0.5 * min(1.0, page * 1000 / count)
                with restored.transaction():
                    _settle(restored, database, folder, backup, now)
            finally:
                restored.close()
            journal_of(making).unlink(missing_ok=True)
    except Damaged as error:
        raise backup_damaged(backup.name) from error


def _settle(restored: Database, replaced: Database, folder: Path, backup: Backup, now: datetime) -> None:
    logs = log_files(folder)
    before = [one.name for one in list_backups(folder)[:1] if one.why == "restore"]
    end_logs(restored, logs)
    restored.set_compared_logs(logs)
    restored.set_note("backup", None)  # its own backup is to be made, the newest of all
    restored.set_note(
        _RESTORED,
        {"at": now.isoformat(), "from": backup.name, "before": before[0] if before else ""},
    )
    leant_on = {*(restored.note(BEFORE_DAMAGE) or ()), *(replaced.note(BEFORE_DAMAGE) or ())}
    restored.set_note(BEFORE_DAMAGE, sorted(leant_on))
    note_open(restored)


def put_in_place(folder: Path, path: Path) -> None:
    """Put what `restored_steps` made in the record's place, at once; nothing may have that open."""
    for sibling in _SIBLINGS:
        path.with_name(path.name + sibling).unlink(missing_ok=True)
    made_of(folder).replace(path)
    sync_folder(path.parent)
    sync_folder(folder / FOLDER)


def made_of(folder: Path) -> Path:
    """Return where a backup is made into a record."""
    return folder / FOLDER / f"restored.sqlite{MAKING}"


def clear(folder: Path) -> None:
    """Remove what a restore left that did not come to its end."""
    making = made_of(folder)
    for left in (making, journal_of(making)):
        with suppress(OSError):
            left.unlink()


def last_restore(database: Database) -> dict[str, Any] | None:
    """Return what is noted on the last restore: `at`, `from` and `before`; None where there was none."""
    note = database.note(_RESTORED)
    return note if isinstance(note, dict) else None
