"""Backups of a record: verified before they count, numbered in order, the newest two kept."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crossread.base.files import make_folder, sync_folder
from crossread.record.check import Check, check_steps
from crossread.record.database import Database
from crossread.record.errors import Damaged, told
from crossread.record.schema import journal_of, look

KEPT = 2
_PAGES = 256  # copied between two yields: 1 MB
_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)\.sqlite")
_WHEN = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as its file name tells it. Order goes by `number`; `made` (UTC) is for people."""

    path: Path
    number: int
    made: datetime


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a learner's folder, the newest first; raises OSError."""
    place = folder / "backups"
    if not place.is_dir():
        return []
    found = []
    for path in place.iterdir():
        if name := _NAME.fullmatch(path.name):
            with suppress(ValueError):  # a name that only looks like one of ours
                made = datetime.strptime(name[2], _WHEN).replace(tzinfo=UTC)
                found.append(Backup(path, int(name[1]), made))
    return sorted(found, key=lambda backup: backup.number, reverse=True)


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


def backup_steps(database: Database, folder: Path, vfs: str | None, now: datetime) -> Iterator[None]:
    """Make a verified backup in small steps; entries may be added between two of them.

    It counts from its rename on; before that, and where it fails its checks, the older backups stay as
    they are. Raises Damaged where the copy is damaged, and what apsw and the system raise.
    """
    place = folder / "backups"
    make_folder(place, mode=0o700)
    for left in place.glob("*.making*"):
        left.unlink()
    number = max((backup.number for backup in list_backups(folder)), default=0) + 1
    target = place / f"{number:06d}-{now.astimezone(UTC):{_WHEN}}.sqlite"
    making = target.with_name(target.name + ".making")
    try:
        yield from database.copy_steps(making, vfs, _PAGES)
        seq, checksum = yield from verified_steps(making, vfs)
        making.replace(target)
    finally:
        for left in (making, journal_of(making)):
            with suppress(OSError):
                left.unlink()
    sync_folder(place)
    with database.transaction():
        database.set_note("backup", {"name": target.name, "seq": seq, "checksum": checksum.hex()})
    for old in list_backups(folder)[KEPT:]:
        old.path.unlink()


def backup_needed(database: Database, folder: Path) -> bool:
    """Tell whether entries were added since the last verified backup, or that backup is gone."""
    seq, checksum = database.last()
    note = database.note("backup")
    if note is None:
        return seq > 0
    same = (note["seq"], note["checksum"]) == (seq, checksum.hex())
    return not same or not (folder / "backups" / note["name"]).exists()
