"""A power cut: all that was done to files is noted, and what a disk may have kept is made of it.

What was synced is kept. Of each file, each write since its last sync is kept, dropped, or torn into sectors
of 512 bytes that are kept or dropped one by one. Of each folder, what was done to its names since its last
sync is kept up to some point and undone from there on, as file systems with a journal do.
"""

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from tests.record.faulty_disk import Disk, Operation, apply_change, faulty_disk, survivors


@dataclass
class Recorded:
    """What was done to the files below `base`, from what they were at `start`."""

    base: Path
    disk: Disk
    start: dict[str, bytes] = field(default_factory=dict)

    @property
    def vfs(self) -> str:
        """The VFS to hand over."""
        return self.disk.name

    @property
    def now(self) -> int:
        """How many operations there were so far."""
        return len(self.disk.everything)

    @property
    def operations(self) -> list[Operation]:
        """What was done, in order, with places relative to `base`."""
        return self.disk.everything


@contextmanager
def recording(base: Path) -> Iterator[Recorded]:
    """Note all that is done to the files below `base`, through SQLite's layer and through Python's."""
    with faulty_disk() as disk:
        start = {str(path): path.read_bytes() for path in sorted(base.rglob("*")) if path.is_file()}
        noting = _NotingOs(disk)
        with mock.patch.multiple(os, **{name: getattr(noting, name) for name in noting.names()}):
            yield Recorded(base, disk, start)


class _NotingOs:
    """Does what `os` does to names, folders and syncs, and notes it."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._real = {name: getattr(os, name) for name in self.names()}

    @staticmethod
    def names() -> tuple[str, ...]:
        """Name what is done here, as `os` names it."""
        return ("replace", "rename", "link", "unlink", "mkdir", "fsync")

    def _note(self, what: str, path: Any, to: Any = "") -> None:
        self._disk.everything.append(Operation(what, str(to), path=os.fspath(path)))

    def _note_content(self, path: Any) -> None:
        """Note what a file holds that Python wrote: all of it at once, not synced yet."""
        self._note("create", path)
        content = Operation("content", "", data=Path(path).read_bytes(), path=os.fspath(path))
        self._disk.everything.append(content)

    def replace(self, source: Any, target: Any, **named: Any) -> None:
        if Path(source).is_file():
            self._note_content(source)
        self._real["replace"](source, target, **named)
        self._note("rename", source, target)

    def rename(self, source: Any, target: Any, **named: Any) -> None:
        self._real["rename"](source, target, **named)
        self._note("rename", source, target)

    def link(self, source: Any, target: Any, **named: Any) -> None:
        self._real["link"](source, target, **named)
        self._note("link", source, target)

    def unlink(self, path: Any, **named: Any) -> None:
        self._real["unlink"](path, **named)
        self._note("delete", path)

    def mkdir(self, path: Any, mode: int = 0o777, **named: Any) -> None:
        self._real["mkdir"](path, mode, **named)
        self._note("create-folder", path)

    def fsync(self, descriptor: int) -> None:
        self._real["fsync"](descriptor)
        path = _place_of(descriptor)
        if path.is_dir():
            self._note("sync-folder", path)
        elif path.is_file():
            self._note_content(path)
            self._note("sync", path)


if sys.platform == "darwin":
    import fcntl

    def _place_of(descriptor: int) -> Path:
        """Return the place of an open file."""
        told = fcntl.fcntl(descriptor, fcntl.F_GETPATH, bytes(1024))
        return Path(os.fsdecode(told.rstrip(b"\0")))

else:

    def _place_of(descriptor: int) -> Path:
        """Return the place of an open file."""
        return Path(f"/proc/self/fd/{descriptor}").readlink()


@dataclass
class _File:
    """What of a file is durable, and the changes since its last sync."""

    content: bytearray = field(default_factory=bytearray)
    waiting: list[Operation] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.waiting:
            apply_change(self.content, change)
        self.waiting.clear()

    def now(self) -> bytes:
        content = bytearray(self.content)
        for change in self.waiting:
            apply_change(content, change)
        return bytes(content)


_Names = dict[str, _File]


class DiskAfter:
    """The files as they are while operations are played, and as they may be after a power cut."""

    def __init__(self, recorded: Recorded) -> None:
        self._recorded = recorded
        self._names: _Names = {}
        self._durable: _Names = {}
        self._undone: list[
            tuple[str, Operation]
        ] = []  # changes of names that no sync made durable, by folder
        for path, content in recorded.start.items():
            self._names[path] = self._durable[path] = _File(bytearray(content))
        self._files: dict[int, _File] = {}

    def play(self, operation: Operation) -> None:
        """Do one operation."""
        path = operation.path
        match operation.what:
            case "create" if path not in self._names:
                self._rename(operation, path)
            case "write" | "truncate":
                self._names[path].waiting.append(operation)
            case "content":
                file = self._names[path]
                if file.now() != operation.data:
                    file.waiting += [
                        Operation("truncate", "", 0, path=path),
                        Operation("write", "", 0, operation.data, path),
                    ]
            case "sync" if path in self._names:
                self._names[path].sync()
            case "sync-folder":
                self._sync_folder(path)
            case "rename" | "link" | "delete":
                self._rename(operation, operation.name if operation.what != "delete" else path)
                if operation.what == "delete" and operation.offset:
                    self._sync_folder(str(Path(path).parent))
            case "create-folder":
                self._undone.append((str(Path(path).parent), operation))

    def _rename(self, operation: Operation, target: str) -> None:
        if operation.what == "create":
            self._files[id(operation)] = _File()
        _apply_name(self._names, operation, self._files)
        self._undone.append((str(Path(target).parent), operation))

    def _sync_folder(self, folder: str) -> None:
        for where, operation in self._undone:
            if where == folder:
                _apply_name(self._durable, operation, self._files)
        self._undone = [one for one in self._undone if one[0] != folder]

    def cut(self, seed: int) -> dict[str, bytes]:
        """Return what the files may hold if the power fails now, by their places relative to the base."""
        chance = random.Random(seed)
        names = dict(self._durable)
        gone: list[str] = []
        kept: dict[str, int] = {}
        for folder in dict.fromkeys(where for where, _operation in self._undone):
            number = sum(where == folder for where, _operation in self._undone)
            kept[folder] = chance.randint(0, number)
        for folder, operation in self._undone:
            if kept[folder] > 0:
                kept[folder] -= 1
                _apply_name(names, operation, self._files)
            elif operation.what == "create-folder":
                gone.append(operation.path + os.sep)
        fates: dict[int, bytes] = {}
        for file in names.values():
            if id(file) not in fates:
                content = bytearray(file.content)
                for change in file.waiting:
                    for part in survivors(change, chance):
                        apply_change(content, part)
                fates[id(file)] = bytes(content)
        base = self._recorded.base
        return {
            str(Path(path).relative_to(base)): fates[id(file)]
            for path, file in names.items()
            if not path.startswith(tuple(gone)) and Path(path).is_relative_to(base)
        }


def _apply_name(names: _Names, operation: Operation, files: dict[int, _File]) -> None:
    match operation.what:
        case "create":
            names[operation.path] = files[id(operation)]
        case "delete":
            names.pop(operation.path, None)
        case "link" if operation.path in names:
            names[operation.name] = names[operation.path]
        case "rename" if operation.path in names:
            names[operation.name] = names.pop(operation.path)
        case "rename":  # a whole folder
            for path in [one for one in names if one.startswith(operation.path + os.sep)]:
                names[operation.name + path[len(operation.path) :]] = names.pop(path)


def states(recorded: Recorded, count: int, seed: int) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Yield `count` states after power cuts, spread evenly over all operations, with the operation cut at."""
    total = len(recorded.operations)
    disk, played = DiskAfter(recorded), 0
    for number in range(count):
        cut = round(number * total / max(1, count - 1))
        while played < cut:
            disk.play(recorded.operations[played])
            played += 1
        yield cut, disk.cut(seed * 1_000_003 + number)


def state_at(recorded: Recorded, cut: int, seed: int = 0) -> dict[str, bytes]:
    """Return a state after a power cut behind `cut` operations."""
    disk = DiskAfter(recorded)
    for operation in recorded.operations[:cut]:
        disk.play(operation)
    return disk.cut(seed)
