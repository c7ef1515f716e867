"""A system that refuses: what Python does to names, folders and syncs fails with the disk under SQLite."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from unittest import mock

import apsw

from tests.record.faulty_disk import Disk

_CHANGES = ("replace", "rename", "link", "unlink", "mkdir", "fsync")


@contextmanager
def failing_os(disk: Disk) -> Iterator[None]:
    """Count each change that `os` makes as an operation of the disk, and have it refused when that one is."""
    fakes: dict[str, Any] = {name: partial(_do, disk, getattr(os, name)) for name in _CHANGES}
    with mock.patch.multiple(os, **fakes):
        yield


def _do(disk: Disk, real: Callable[..., Any], *given: Any, **named: Any) -> Any:
    try:
        disk.plan.step()
    except apsw.FullError:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from None
    except apsw.Error:
        raise OSError(errno.EIO, os.strerror(errno.EIO)) from None
    return real(*given, **named)
