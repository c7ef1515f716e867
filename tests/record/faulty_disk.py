"""A disk that fails on purpose: an apsw VFS that refuses, delays, and remembers for power cuts."""

import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import apsw

from crossread.base.canonical import new_id

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Operation:
    """One change to a file: write, truncate, sync or delete."""

    what: str
    name: str
    offset: int = 0
    data: bytes = b""


@dataclass
class FaultPlan:
    """Which of the next changes fails (1 is the next one; 0: none), how, and whether all after it do."""

    at: int = 0
    for_ever: bool = False
    error: type[apsw.Error] = apsw.IOError
    done: int = 0

    def step(self) -> None:
        """Count a change and raise if it is one that fails."""
        self.done += 1
        if self.at and (self.done == self.at or (self.for_ever and self.done > self.at)):
            raise self.error("injected")


@dataclass
class Disk:
    """The state of a faulty disk; `name` is what to hand over as `vfs`."""

    name: str
    plan: FaultPlan = field(default_factory=FaultPlan)
    read_plan: FaultPlan = field(default_factory=FaultPlan)
    sync_seconds: float = 0.0
    operations: list[Operation] = field(default_factory=list)

    def fail(self, at: int, error: type[apsw.Error] = apsw.IOError, *, for_ever: bool = False) -> None:
        """Let the `at`-th change from now fail."""
        self.plan = FaultPlan(at, for_ever, error)

    def heal(self) -> None:
        """Let nothing fail any more."""
        self.plan, self.read_plan = FaultPlan(), FaultPlan()


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "").name

    def _step(self, operation: Operation) -> None:
        self._disk.plan.step()
        self._disk.operations.append(operation)

    def excepthook(self, *_error: object) -> bool:
        return True  # the error is the test's own, and reaches the caller through SQLite

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._disk.read_plan.step()
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._step(Operation("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._step(Operation("truncate", self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        if self._disk.sync_seconds:
            time.sleep(self._disk.sync_seconds)
        self._step(Operation("sync", self._name))
        super().xSync(flags)


class _Vfs(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        super().__init__(disk.name, "")
        self._disk = disk

    def excepthook(self, *_error: object) -> bool:
        return True  # the error is the test's own, and reaches the caller through SQLite

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return _File(self._disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self._disk.plan.step()
        self._disk.operations.append(Operation("delete", Path(filename).name, int(syncdir)))
        super().xDelete(filename, syncdir)


@contextmanager
def faulty_disk() -> Iterator[Disk]:
    """Have a disk that fails on purpose for a while."""
    disk = Disk(f"faulty-{new_id()[:8]}")
    vfs = _Vfs(disk)
    hook = sys.unraisablehook

    def keep_quiet(what: "sys.UnraisableHookArgs") -> None:
        # A fault while SQLite tidies up has nobody to go to; apsw reports it here.
        if "injected" not in str(what.exc_value):
            hook(what)

    sys.unraisablehook = keep_quiet
    try:
        yield disk
    finally:
        sys.unraisablehook = hook
        vfs.unregister()


def after_power_cut(operations: list[Operation], cut: int, seed: int) -> dict[str, bytes]:
    """Return what the files may hold when the power fails after `cut` operations.

    What was synced is kept. Each change since the last sync of its file is kept, dropped, or torn into
    sectors of 512 bytes that are kept or dropped one by one.
    """
    chance = random.Random(seed)
    files: dict[str, bytearray] = {}
    waiting: dict[str, list[Operation]] = {}
    for operation in operations[:cut]:
        name = operation.name
        if operation.what == "sync":
            content = files.setdefault(name, bytearray())
            for change in waiting.pop(name, []):
                _apply(content, change)
        elif operation.what == "delete":
            waiting.pop(name, None)
            files.pop(name, None)
        else:
            waiting.setdefault(name, []).append(operation)
    for name, changes in waiting.items():
        content = files.setdefault(name, bytearray())
        for change in changes:
            for kept in _survivors(change, chance):
                _apply(content, kept)
    return {name: bytes(content) for name, content in files.items()}


def _survivors(change: Operation, chance: random.Random) -> Iterator[Operation]:
    fate = chance.choice(("keep", "drop", "tear"))
    if fate == "keep":
        yield change
    elif fate == "tear" and change.what == "write":
        for start in range(0, len(change.data), SECTOR):
            if chance.random() < 0.5:
                piece = change.data[start : start + SECTOR]
                yield Operation("write", change.name, change.offset + start, piece)


def _apply(content: bytearray, change: Operation) -> None:
    if change.what == "truncate":
        del content[change.offset :]
    else:
        content.extend(bytes(max(0, change.offset - len(content))))
        content[change.offset : change.offset + len(change.data)] = change.data


def every_change(limit: int = 200) -> Iterator[int]:
    """Count 1, 2, 3 … for tests that let each change fail in turn and stop when none fails any more."""
    for at in count(1):
        if at > limit:
            raise AssertionError(f"still failing at change {limit}")
        yield at
