"""A disk that fails on purpose: an apsw VFS that refuses, delays, and remembers for power cuts."""

import random
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import apsw

from crossread.base.canonical import new_id

SECTOR = 512
_HELD_S = 60  # who waits for a held disk fails then, and does not hang
_JOURNALS = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_SUPER_JOURNAL


@dataclass(frozen=True, slots=True)
class Operation:
    """One change to a file: write, truncate, sync or delete; `path` says where, for power cuts."""

    what: str
    name: str
    offset: int = 0
    data: bytes = b""
    path: str = ""


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
    open_plan: FaultPlan = field(default_factory=FaultPlan)
    sync_seconds: float = 0.0  # for the bench: how much slower each sync is
    free: threading.Event = field(default_factory=threading.Event)
    operations: list[Operation] = field(default_factory=list)
    # The same, with files that came to be and folders that were synced: what a power cut is made from.
    everything: list[Operation] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.free.set()

    def hold(self) -> None:
        """Let no sync end from now on, as a disk that hangs would."""
        self.free.clear()

    def let_go(self) -> None:
        """Let syncs end again, also those that wait."""
        self.free.set()

    def fail(self, at: int, error: type[apsw.Error] = apsw.IOError, *, for_ever: bool = False) -> None:
        """Let the `at`-th change from now fail."""
        self.plan = FaultPlan(at, for_ever, error)

    def fail_anything(
        self, at: int, error: type[apsw.Error] = apsw.IOError, *, for_ever: bool = False
    ) -> None:
        """Let the `at`-th operation of any kind from now fail: reads and openings count as changes do."""
        self.plan = self.read_plan = self.open_plan = FaultPlan(at, for_ever, error)

    def heal(self) -> None:
        """Let nothing fail any more."""
        self.plan, self.read_plan, self.open_plan = FaultPlan(), FaultPlan(), FaultPlan()

    def note(self, operation: Operation) -> None:
        """Remember a change."""
        self.operations.append(operation)
        self.everything.append(operation)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        path = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "")
        if creates := bool(name) and bool(flags[0] & apsw.SQLITE_OPEN_CREATE):
            disk.everything.append(Operation("create", path.name, path=str(path)))
        super().__init__("", name, flags)
        self._disk = disk
        self._name, self._path = path.name, str(path)
        # SQLite syncs the folder of a journal that it made, with the journal's first sync.
        self._folder_too = creates and bool(flags[0] & _JOURNALS)

    def _step(self, what: str, offset: int = 0, data: bytes = b"") -> None:
        self._disk.plan.step()
        self._disk.note(Operation(what, self._name, offset, data, self._path))

    def excepthook(self, *_error: object) -> bool:
        return True  # the error is the test's own, and reaches the caller through SQLite

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._disk.read_plan.step()
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._step("write", offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._step("truncate", newsize)
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        if self._disk.sync_seconds:
            time.sleep(self._disk.sync_seconds)
        self._disk.free.wait(_HELD_S)
        self._step("sync")
        if self._folder_too:
            self._folder_too = False
            self._disk.everything.append(Operation("sync-folder", "", path=str(Path(self._path).parent)))
        super().xSync(flags)


class _Vfs(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        super().__init__(disk.name, "")
        self._disk = disk

    def excepthook(self, *_error: object) -> bool:
        return True  # the error is the test's own, and reaches the caller through SQLite

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        self._disk.open_plan.step()
        return _File(self._disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self._disk.plan.step()
        self._disk.note(Operation("delete", Path(filename).name, int(syncdir), path=filename))
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


def survivors(change: Operation, chance: random.Random) -> Iterator[Operation]:
    """Yield what a power cut leaves of a change that was not synced."""
    fate = chance.choice(("keep", "drop", "tear"))
    if fate == "keep":
        yield change
    elif fate == "tear" and change.what == "write":
        for start in range(0, len(change.data), SECTOR):
            if chance.random() < 0.5:
                piece = change.data[start : start + SECTOR]
                yield Operation("write", change.name, change.offset + start, piece)


def apply_change(content: bytearray, change: Operation) -> None:
    """Do a change to the content of a file."""
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
