"""Writing a long file: piece by piece, whole or not at all, and never over another one unasked."""

import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from crossread.base.canonical import new_id
from crossread.base.errors import N_, Expected, why_of
from crossread.base.files import sync_folder

_AT_ONCE = 1 << 18  # characters that are put together before they are written


def write_pieces(
    path: Path, pieces: Iterable[str], *, replace: bool = False, stopped: Callable[[], bool] = lambda: False
) -> Path:
    """Write a file of any length and return its place: beside it first, synced, then under its name.

    Raises Expected: "file-exists" where there is one and `replace` does not say otherwise, "stopped" where
    `stopped` says so before it is done, "disk-full" and "not-written" where the disk refuses. An older file
    is then as it was, and nothing else is left.
    """
    if not replace:
        _refuse_where_it_is(path)
    temporary = path.with_name(f".{path.name[:100]}.{new_id()[:8]}.tmp")
    try:
        _write(temporary, pieces, stopped)
        if not replace:
            _refuse_where_it_is(path)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return path


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


def _refuse_where_it_is(path: Path) -> None:
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
