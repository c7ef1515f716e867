"""“Delete me”: what goes, what stays, and a deletion that a kill in its middle does not leave half-done."""

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from crossread.base.errors import N_, Expected, why_of
from crossread.base.files import sync_folder, write_atomically
from crossread.base.folders import DataFolders
from crossread.operations.learners.learners import DELETING

EXPORTS = "exports-to-remove.json"  # written before anything goes, so that the next start knows of them too


@dataclass(frozen=True, slots=True)
class Goes:
    """What is in a learner's folder, in bytes, and how many files of each kind."""

    bytes: int
    backups: int
    logs: int


@dataclass(frozen=True, slots=True)
class Deleted:
    """What became of a deletion: the names of what could not be removed, each with the system's reason."""

    left: tuple[tuple[str, str], ...] = ()
    exports: int = 0  # files that were handed on and are removed now

    @property
    def whole(self) -> bool:
        """Whether all of it is gone."""
        return not self.left


def what_goes(folder: Path) -> Goes:
    """Count what is in a learner's folder; what cannot be looked at counts nothing."""
    size = backups = logs = 0
    for place, _folders, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                size += (Path(place) / name).lstat().st_size
            backups += name.endswith(".sqlite") and Path(place).name == "backups"
            logs += name.startswith("answers-") and name.endswith(".log")
    return Goes(size, backups, logs)


def still_there(handed_on: Iterable[str]) -> list[Path]:
    """Return those files that were handed on and lie where they were written, each once, the newest last."""
    found: dict[Path, None] = {}
    for written in handed_on:
        path = Path(written)
        with suppress(OSError, ValueError):
            if path.is_absolute() and path.is_file() and not path.is_symlink():
                found[path] = None
    return list(found)


def delete_learner(folders: DataFolders, learner_id: str, exports: Sequence[Path] = ()) -> Deleted:
    """Remove a learner's folder with all that is in it, and these files that were handed on.

    First the folder gets a name that no learner has, in one step: whatever happens afterwards, the record
    is never half there, and the next start goes on. Raises Expected `record-locked` where the record is
    open anywhere, `not-deleted` where nothing could be begun.
    """
    from crossread.record.lock import FolderLock

    folder = folders.learners / learner_id
    going = folders.learners / f"{DELETING}{learner_id}"
    try:
        lock = FolderLock(folder)
        try:
            _list(folder, exports)
            if os.name == "nt":
                lock.release()  # Windows moves no folder that a file is open in
            folder.replace(going)
        finally:
            lock.release()
    except OSError as error:
        raise Expected(
            "not-deleted",
            N_("Nothing was deleted: the folder cannot be changed ({why}). Check the disk, then try again."),
            why=why_of(error),
        ) from error
    with suppress(OSError):
        sync_folder(folders.learners)
    return _finish(going)


def _list(folder: Path, exports: Sequence[Path]) -> None:
    """Write down which files go too; where there are none, a full disk keeps nobody from being deleted."""
    try:
        write_atomically(folder / EXPORTS, json.dumps([str(path) for path in exports]).encode())
    except OSError:
        if exports:
            raise
        (folder / EXPORTS).unlink(missing_ok=True)  # of a deletion that was cut short: they are to stay now


def finish_deletions(folders: DataFolders) -> Deleted:
    """Go on with deletions that were cut short; call once no window deletes."""
    left: list[tuple[str, str]] = []
    exports = 0
    for going in partly_deleted(folders):
        done = _finish(going)
        left += done.left
        exports += done.exports
    return Deleted(tuple(left), exports)


def partly_deleted(folders: DataFolders) -> list[Path]:
    """Return the folders of learners that could not be removed whole so far."""
    try:
        return sorted(one for one in folders.learners.iterdir() if one.name.startswith(DELETING))
    except OSError:
        return []


def _finish(going: Path) -> Deleted:
    """Remove the files handed on, then all in the folder, the list of those files last."""
    left: list[tuple[str, str]] = []
    listed = [path for path in _listed(going / EXPORTS) if path.is_file() and not path.is_symlink()]
    kept = []
    for path in listed:
        if why := _removed(path):
            left.append((path.name, why))
            kept.append(str(path))
    for folder in {path.parent for path in listed}:
        with suppress(OSError):
            sync_folder(folder)  # else a power cut brings them back, and the list knows no more of them
    if listed:  # what is written to the same place later is another file
        with suppress(OSError):
            write_atomically(going / EXPORTS, json.dumps(kept).encode())
    for place, inner, names in os.walk(going, topdown=False):
        for name in names:
            if Path(place) != going or name != EXPORTS:
                _note(left, Path(place) / name, going)
        for name in inner:
            _note(left, Path(place) / name, going)
    if not left:
        _note(left, going / EXPORTS, going)
        _note(left, going, going.parent)
        with suppress(OSError):
            sync_folder(going.parent)
    return Deleted(tuple(left), len(listed) - len(kept))


def _note(left: list[tuple[str, str]], path: Path, within: Path) -> None:
    if why := _removed(path):
        left.append((path.relative_to(within).as_posix(), why))


def _removed(path: Path) -> str:
    """Remove a file, a link or an empty folder; return why not, "" where it is gone."""
    try:
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    except FileNotFoundError:
        return ""  # another window is at the same work
    except OSError as error:
        return why_of(error)
    return ""


def _listed(path: Path) -> list[Path]:
    try:
        listed = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return []
    return [Path(one) for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
