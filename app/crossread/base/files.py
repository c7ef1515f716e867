"""Writing files so that a crash leaves the old one or the new one, never half of one."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from crossread.base.canonical import new_id

_NO_SUCH_SYNC = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EACCES, errno.EPERM)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content`: temporary file beside it, sync, rename, sync of the folder.

    Raises OSError where the disk refuses; the old file is then as it was, unless it was the folder alone that
    could not be synced.
    """
    make_folder(path.parent)
    # No part of the wished name is in it: that one may be as long as the disk allows.
    temporary = path.with_name(f".crossread-{new_id()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Make a folder, and those above it that are missing, so that no power cut takes them away again.

    Raises OSError where the disk refuses; no error where it is there.
    """
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir(mode=mode, exist_ok=True)
        sync_folder(one.parent)


def sync_folder(folder: Path) -> None:
    """Make renames and new names in `folder` survive a power cut, where the system can.

    Raises OSError where the disk fails; not where it knows no such sync, as some network drives and shared
    folders do not, or where the folder may be written to and not looked into.
    """
    if os.name == "nt":
        return  # Windows has no handle on a folder to sync; its rename is journalled
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_SYNC:
            raise
