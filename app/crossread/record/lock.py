"""One process a learner: a lock of the operating system on a file in the learner's folder."""

import errno
import json
import os
import platform
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from crossread.base.canonical import canonical_json
from crossread.record.errors import locked

LOCK_FILE = "lock"
_FAR = 1 << 30  # Windows locks bytes against reading too: lock one that nobody reads
_TAKEN = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
# Some network drives know no locks. SQLite's own exclusive lock then stands alone.
_UNKNOWN = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)
# What is written into the file must never go into another one that somebody had it lead to.
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class FolderLock:
    """Holds a learner's folder for this process until released or until the process ends, however it ends.

    The file stays when the lock goes, so one left behind means nothing.
    """

    # Folders that this process holds, by device and number. On network drives a lock is the process's: it
    # gets the same one twice, and closing the file once lets go of both.
    _held: ClassVar[set[tuple[int, int]]] = set()
    _guard: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, folder: Path) -> None:
        """Take the lock; raises Expected `record-locked` where it is taken, OSError where it cannot be."""
        self._descriptor = -1
        found = folder.stat()
        self._folder = found.st_dev, found.st_ino
        with self._guard:
            if self._folder in self._held:
                raise locked(str(os.getpid()), platform.node())
            self._held.add(self._folder)
        try:
            self._take(folder / LOCK_FILE)
        except BaseException:
            self._forget()
            raise

    def _take(self, path: Path) -> None:
        self._descriptor = os.open(path, _OPEN, 0o600)
        try:
            _lock(self._descriptor)
        except OSError as error:
            holder = _holder(self._descriptor)
            if error.errno not in _UNKNOWN:
                os.close(self._descriptor)
                if error.errno in _TAKEN:
                    raise locked(*holder) from error
                raise
        with suppress(OSError):  # who holds it is only for the message; a full disk must not forbid reading
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(
                self._descriptor,
                canonical_json({"pid": os.getpid(), "host": platform.node()}).encode(),
            )

    def release(self) -> None:
        """Let the folder go; a second call does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
            self._forget()

    def _forget(self) -> None:
        with self._guard:
            self._held.discard(self._folder)


def _holder(descriptor: int) -> tuple[str, str]:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        said = json.loads(os.read(descriptor, 1000))
        return str(said["pid"]), str(said["host"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
