"""What can keep a backup from being made or restored, in sentences that say what to do."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from crossread.base.errors import N_, Expected
from crossread.record.errors import told

KILOBYTE, MEGABYTE = 1000, 1_000_000
_MARGIN = 256_000  # bytes that a copy takes beside itself: its journal, and the page that says what it is


def check_room(folder: Path, size: int) -> None:
    """Raise Expected `backup-no-room` where a folder's disk has no room for `size` bytes more."""
    with suppress(OSError):  # a disk that does not tell will tell while it is written to
        free = shutil.disk_usage(folder).free
        if free < size + _MARGIN:
            raise no_room(size, free)


def no_room(size: int, free: int) -> Expected:
    """Say that a disk has no room for a backup; both figures are in bytes."""
    return Expected(
        "backup-no-room",
        N_(
            "No backup was made: it needs {size} of room, and the disk has {free} left. What was saved "
            "before stays, and so do the older backups. Free some space; the next start tries again."
        ),
        size=_told(-(-(size + _MARGIN) // KILOBYTE)),
        free=_told(free // KILOBYTE),
    )


def _told(kilobytes: int) -> str:
    """Say a size so finely that what is too little never looks like what is wanted."""
    if kilobytes < 10_000:
        return f"{kilobytes} kB"
    return f"{kilobytes / 1000:.1f} MB"


def megabytes(size: int) -> str:
    """Say a size in bytes in megabytes, at least 0.1."""
    return f"{max(0.1, size / MEGABYTE):.1f}"


def not_backed_up(reason: str) -> Expected:
    """Say that a backup could not be written for a reason other than a full disk."""
    return Expected(
        "backup-not-made",
        N_(
            "No backup was made ({reason}). What was saved before stays, and so do the older backups. Check "
            "that the disk is connected and may be written to; the next start tries again."
        ),
        reason=reason,
    )


def backup_gone(name: str) -> Expected:
    """Say that there is no backup of that name."""
    return Expected(
        "backup-not-there",
        N_("There is no backup called {name} any more. Look at the list again."),
        name=name,
    )


def backup_damaged(name: str) -> Expected:
    """Say that a backup does not pass its checks."""
    return Expected(
        "backup-damaged",
        N_("The backup {name} is damaged and cannot be used. Nothing was changed. Choose another one."),
        name=name,
    )


def not_open_yet() -> Expected:
    """Say that the record is still being opened or checked."""
    return Expected("record-opening", N_("Your answers are still being opened. Try again in a moment."))


def stopped_early() -> Expected:
    """Say that it was cancelled."""
    return Expected("backup-stopped", N_("Cancelled. Nothing was changed."))


@contextmanager
def told_of_backup(size: int, folder: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise while a backup of `size` bytes is made into what to do.

    Raises Damaged where the bytes are wrong.
    """
    try:
        yield
    except (apsw.Error, OSError) as error:
        try:
            with told(saving=True):
                raise
        except Expected as expected:
            if expected.code == "disk-full":
                raise no_room(size, _free(folder)) from error
            raise not_backed_up(str(expected.fields.get("reason") or expected.message)) from error


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0
