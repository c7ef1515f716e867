"""Guests: a folder for as long as somebody reads who wants nothing kept, and none afterwards."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from crossread.base.canonical import new_id
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders

_ELSEWHERE = "crossread-guest-"  # in the system's folder for such things, where the data folder refuses


def guest_folder(folders: DataFolders) -> Path:
    """Make a folder for a guest, which nobody else may look into; raises OSError where none can be made."""
    folder = folders.guests / new_id()
    try:
        folders.guests.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.mkdir(mode=0o700)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix=_ELSEWHERE))
    return folder


def forget_guest(folder: Path) -> bool:
    """Remove all that a guest did; False where something is left, which the next start tries again."""
    shutil.rmtree(folder, ignore_errors=True)
    if not folder.name.startswith(_ELSEWHERE):  # the system's own folder is no one's to remove
        with suppress(OSError):
            folder.parent.rmdir()  # when it was the last one; never a folder that holds anything
    return not folder.exists()


def forget_guests(folders: DataFolders) -> int:
    """Remove what guests left behind whose program was ended; return how many there were.

    A guest who reads just now holds the lock of their folder, and is left alone.
    """
    from crossread.record.lock import FolderLock

    left = [
        *_folders_in(folders.guests, ""),
        *_folders_in(Path(tempfile.gettempdir()), _ELSEWHERE),
    ]
    count = 0
    for folder in left:
        try:
            FolderLock(folder).release()
        except (Expected, OSError):
            continue
        count += forget_guest(folder)
    return count


def _is_ours(folder: Path) -> bool:
    """Tell whether it is of this user: in the system's folder anybody may make one that is called so."""
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def _folders_in(place: Path, begin: str) -> list[Path]:
    try:
        return [
            one
            for one in place.iterdir()
            if one.name.startswith(begin) and one.is_dir() and not one.is_symlink() and _is_ours(one)
        ]
    except OSError:
        return []
