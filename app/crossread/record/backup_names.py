"""What a backup's file name tells: its number in the row, when it was made, and why."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FOLDER = "backups"
MAKING = ".making"  # behind a name until the file counts

# Why a backup was made: at a start, asked for, before something, or first after something. One that was
# brought is a copy from elsewhere: it may be of anybody, and is restored only where that is asked for.
BROUGHT = "brought"
REASONS = ("start", "asked", "upgrade", "import", "restore", "deletion", "restored", "repaired", BROUGHT)

_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)(?:-([a-z]+))?\.sqlite")
_WHEN = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as its file name tells it.

    Order goes by `number`; `made` (UTC) is for people, and a clock that was wrong made it wrong. `why` is
    one of `REASONS`, or another word that a newer version wrote, "" where an older one wrote none.
    """

    path: Path
    number: int
    made: datetime
    why: str = ""

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.path.name


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a learner's folder, the newest first; raises OSError."""
    place = folder / FOLDER
    if not place.is_dir():
        return []
    named = [backup for path in place.iterdir() if (backup := read_name(path)) is not None]
    found = [backup for backup in named if not backup.path.is_dir()]
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def read_name(path: Path) -> Backup | None:
    """Read the name of a backup; None where it is none of ours."""
    if name := _NAME.fullmatch(path.name):
        with suppress(ValueError):  # a name that only looks like one of ours
            made = datetime.strptime(name[2], _WHEN).replace(tzinfo=UTC)
            return Backup(path, int(name[1]), made, name[3] or "")
    return None


def next_backup(folder: Path, made: datetime, why: str) -> Backup:
    """Return what the next backup in a learner's folder is called; nothing is written."""
    number = max((backup.number for backup in list_backups(folder)), default=0) + 1
    at = made.astimezone(UTC).replace(microsecond=0)
    name = f"{number:06d}-{at:{_WHEN}}-{why}.sqlite"
    return Backup(folder / FOLDER / name, number, at, why)
