"""Making backups of a record: in steps beside the saving, verified before they count, then thinned by age."""

import os
from collections.abc import Collection, Generator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import apsw

from crossread.base.errors import N_, Expected
from crossread.base.files import make_folder, sync_folder
from crossread.record.aside import Aside, Here, Stopped
from crossread.record.backup_errors import check_room, not_backed_up, stopped_early, told_of_backup
from crossread.record.backup_names import FOLDER, MAKING, Backup, list_backups, next_backup
from crossread.record.check import Check, Progress, check_steps
from crossread.record.database import Database
from crossread.record.errors import Damaged, told
from crossread.record.schema import journal_of, look
from crossread.record.thinning import outdated

__all__ = ["Backup", "backup_needed", "backup_steps", "list_backups", "verified_steps"]

_PAGES = 256  # copied between two yields: 1 MB
_SYNCED = 4  # so many of these are synced at once: an answer saved meanwhile waits for no more on a slow disk
_COUNTED = 50_000  # entries counted at once
_ABOUT = "copy"  # the note by which a copy says what it is
BEFORE_DAMAGE = "before-damage"  # the note that names the last backups before damage


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself, for `seq` entries; `checksum` is that of the last one."""

    seq: int
    checksum: str
    answers: int
    why: str
    made: datetime


def verified_steps(path: Path, vfs: str | None) -> Check:
    """Check a backup, in steps, as the record itself is checked.

    Returns number and checksum of its last entry. Raises Damaged; Expected where the disk gives trouble
    or a newer version made it.
    """
    with told(saving=False):
        if look(path, vfs) != "there":
            raise Damaged("the backup is empty")
        copy = Database.open_read_only(path, vfs)
        try:
            return (yield from check_steps(copy))
        finally:
            copy.close()


def verify(path: Path, vfs: str | None, stopped: Stopped) -> tuple[int, bytes]:
    """Check a backup as `verified_steps` does; Expected `backup-stopped` where it is to stop."""
    steps = verified_steps(path, vfs)
    try:
        while not stopped():
            next(steps)
    except StopIteration as end:
        seq, checksum = end.value
        return seq, checksum
    finally:
        steps.close()
    raise stopped_early()


def backup_steps(
    database: Database,
    folder: Path,
    vfs: str | None,
    now: datetime,
    why: str = "start",
    aside: Aside | None = None,
) -> Generator[float, None, None]:
    """Make a verified backup in small steps; entries may be added between two of them.

    Yields how much of it is copied, from 0 to 1; then it is verified. `why` is one of `REASONS`. It counts
    from its rename on; before that, and where it fails its checks, the older backups stay as they are. Then
    those that are outdated go. Raises Damaged where the copy is damaged, Expected where the disk refuses it,
    and what apsw and the system raise.
    """
    place, size, aside = folder / FOLDER, database.size(), aside or Here()
    with told_of_backup(size, folder):
        make_folder(place, mode=0o700)
        for leftover in place.glob(f"*{MAKING}*"):
            if not leftover.is_dir():  # that is none of ours
                leftover.unlink()
        backup = next_backup(folder, now, why)
        check_room(place, size)
        making = place / (backup.name + MAKING)
        try:
            # Not durable yet: what it then says of itself is, and that syncs all of it.
            for number, (left, pages) in enumerate(
                database.copy_steps(making, vfs, _PAGES, durable=False), 1
            ):
                share = 1 - left / max(1, pages)
                yield share
                if aside.spreads and number % _SYNCED == 0:
                    yield from aside.run(partial(_sync, making), share)
            seq, checksum = yield from aside.run(_Completing(making, vfs, backup))
            backup = next_backup(folder, now, why)  # one that was brought may have come meanwhile
            making.replace(backup.path)
        finally:
            for gone in (making, journal_of(making)):
                with suppress(OSError):
                    gone.unlink()
        sync_folder(place)
    # Where this is refused it counts all the same, and one more is made at the next start.
    with suppress(apsw.FullError, apsw.IOError), database.transaction():
        database.set_note("backup", {"name": backup.name, "seq": seq, "checksum": checksum.hex()})
    leant_on = database.note(BEFORE_DAMAGE) or ()
    yield from aside.run(lambda _stopped: thin(folder, now, leant_on))  # a long file is not gone in no time


def _sync(path: Path, _stopped: Stopped) -> None:
    """Sync what is copied so far: synced at its end, all of it would hold up whatever is saved then.

    What is raised ends the backup, as a later sync need not tell of it again.
    """
    with path.open("rb+") as file:  # Windows syncs only what is open for writing
        os.fsync(file.fileno())


def back_up_before_upgrade(
    database: Database, folder: Path, vfs: str | None, now: datetime, progress: Progress | None = None
) -> None:
    """Back up a record of an older schema as it is, unless its newest backup holds all of it.

    `progress(done, of)` is told how much of it is copied, in hundredths.
    Raises Expected `upgrade-not-backed-up` where that cannot be done, and Damaged.
    """
    if not backup_needed(database, folder):
        return
    try:
        told = -1
        for share in backup_steps(database, folder, vfs, now, "upgrade"):
            if progress is not None and round(100 * share) != told:
                told = round(100 * share)
                progress(told, 100)
    except Expected as error:
        raise Expected(
            "upgrade-not-backed-up",
            N_(
                "This learner's record has the format of an older Crossread, and a backup comes before it is "
                "changed. {why} Until then nothing is changed."
            ),
            why=error.message,
        ) from error


@dataclass(frozen=True, slots=True)
class _Completing:
    """Has a copy say what it is, durably, and verifies it; called on whatever thread that is done."""

    making: Path
    vfs: str | None
    backup: Backup

    def __call__(self, stopped: Stopped) -> tuple[int, bytes]:
        with told_of_backup(self.making.stat().st_size, self.making.parent):
            describe(self.making, self.vfs, self.backup.why, self.backup.made)
        try:
            return verify(self.making, self.vfs, stopped)
        except Expected as error:
            if error.code != "record-unreadable":
                raise
            raise not_backed_up(str(error.fields["reason"])) from error


def describe(path: Path, vfs: str | None, why: str, made: datetime) -> About:
    """Write into a copy what it is, durably, and return it; raises what apsw raises."""
    copy = Database.open_as_it_is(path, vfs)
    try:
        seq, checksum = copy.last()
        answers = sum(
            copy.count_answers(after, min(seq, after + _COUNTED)) for after in range(0, seq, _COUNTED)
        )
        about = About(seq, checksum.hex(), answers, why, made)
        note = {"seq": seq, "checksum": about.checksum, "answers": answers, "why": why}
        with copy.transaction():
            copy.set_note(_ABOUT, {**note, "made": made.isoformat()})
    finally:
        copy.close()
    return about


def about(copy: Database) -> About | None:
    """Return what a backup says of itself; None where it says nothing, or says it of other entries."""
    said = copy.note(_ABOUT)
    seq, checksum = copy.last()
    if not isinstance(said, dict) or (said.get("seq"), said.get("checksum")) != (seq, checksum.hex()):
        return None
    made = datetime.fromisoformat(str(said["made"]))
    return About(seq, checksum.hex(), int(said["answers"]), str(said["why"]), made)


def thin(folder: Path, now: datetime, leant_on: Collection[int]) -> None:
    """Remove the backups that are outdated; one that cannot be removed stays."""
    for old in outdated(list_backups(folder), now, leant_on):
        with suppress(OSError):
            old.path.unlink()


def lean_on(database: Database, backup: Backup) -> None:
    """Have a backup kept for ever, as the last whole one before damage; call inside a transaction."""
    kept = database.note(BEFORE_DAMAGE) or []
    database.set_note(BEFORE_DAMAGE, sorted({*kept, backup.number}))


def backup_needed(database: Database, folder: Path) -> bool:
    """Tell whether entries were added since the last verified backup, or that backup is gone."""
    seq, checksum = database.last()
    note = database.note("backup")
    if note is None:
        return seq > 0
    same = (note["seq"], note["checksum"]) == (seq, checksum.hex())
    return not same or not (folder / FOLDER / note["name"]).exists()
