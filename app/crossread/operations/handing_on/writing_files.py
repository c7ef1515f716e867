"""Writing a long file: piece by piece, whole or not at all, and never over another one unasked.

Until it is whole it has a name of its own beside its place. A kill in the middle leaves that one behind; the
next file that is written into the same folder takes it away.
"""

import errno
import os
import re
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from crossread.base.canonical import new_id
from crossread.base.errors import N_, Expected, why_of
from crossread.base.files import sync_folder

_AT_ONCE = 1 << 18  # characters that are put together before they are written
_BEGUN = re.compile(r"\.crossread-[0-9a-f]{32}\.tmp")
_LEFT_S = 3600.0  # seconds since anything was written to such a file, after which nobody is at work on it


def write_pieces(
    path: Path, pieces: Iterable[str], *, replace: bool = False, stopped: Callable[[], bool] = lambda: False
) -> Path:
    """Write a file of any length and return its place: beside it first, synced, then under its name.

    Raises Expected: "file-exists" where there is one and `replace` does not say otherwise, "no-file" where a
    folder or a device has that name, "stopped" where `stopped` says so before it is done, "disk-full" and
    "not-written" where the disk refuses. An older file is then as it was, and nothing else is left.
    """
    _refuse_where_no_file_can_be(path)
    if not replace:
        refuse_where_it_is(path)
    _clear_left(path.parent)
    # No part of the wished name is in it: that one may be as long as the disk allows.
    temporary = path.with_name(f".crossread-{new_id()}.tmp")
    try:
        _write(temporary, pieces, stopped)
        if not replace:
            refuse_where_it_is(path)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return path


def _clear_left(folder: Path) -> None:
    """Remove what writing left here that was killed; only files of ours, and none that is being written."""
    with suppress(OSError):
        for one in list(folder.glob(".crossread-*.tmp")):
            with suppress(OSError):
                is_ours = _BEGUN.fullmatch(one.name) and one.is_file() and not one.is_symlink()
                if is_ours and time.time() - one.stat().st_mtime > _LEFT_S:
                    one.unlink()


def _write(temporary: Path, pieces: Iterable[str], stopped: Callable[[], bool]) -> None:
    with temporary.open("x", encoding="utf-8", newline="") as file:
        waiting: list[str] = []
        size = 0
        for piece in pieces:
            waiting.append(piece)
            size += len(piece)
            if size >= _AT_ONCE:
                file.write("".join(waiting))
                waiting, size = [], 0
                if stopped():
                    raise Expected("stopped", N_("Stopped. Nothing was written."))
        file.write("".join(waiting))
        file.flush()
        os.fsync(file.fileno())
        if stopped():
            raise Expected("stopped", N_("Stopped. Nothing was written."))


def _refuse_where_no_file_can_be(path: Path) -> None:
    with suppress(OSError):  # what keeps one from looking there is told when it is written
        if path.is_dir():
            raise Expected(
                "no-file",
                N_("{name} is a folder. Say the name of the file in it as well."),
                name=path.name or str(path),
            )
        if path.exists() and not path.is_file():
            raise Expected(
                "no-file", N_("{name} is no file that can be replaced. Choose another name."), name=path.name
            )


def refuse_where_it_is(path: Path) -> None:
    """Raise Expected "file-exists" where there is something already."""
    if path.exists() or path.is_symlink():
        raise Expected(
            "file-exists",
            N_(
                "There is a file {name} already, and it is left as it is. Choose another name, or say to "
                "replace it."
            ),
            name=path.name,
        )


def _refused(path: Path, error: OSError) -> Expected:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Expected(
            "disk-full",
            N_("There is no room left for {name}. Nothing was written. Make room, or choose another place."),
            name=path.name,
        )
    return Expected(
        "not-written",
        N_(
            "{name} could not be written ({why}). Check that the folder is there and has room, or choose "
            "another place."
        ),
        name=path.name,
        why=why_of(error),
    )
