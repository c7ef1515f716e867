"""Sittings that are noted whole, so that the power can be cut anywhere in them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from crossread.record.backups import list_backups
from crossread.record.record import DATABASE_FILE, Record
from tests.record.making import SetClock, answer, of_any_kind, write_history
from tests.torture.beginnings import DAMAGED, held_by_backup, older
from tests.torture.oracle import Promise
from tests.torture.power import Recorded, recording

LEARNER = "learner"


@dataclass
class Sitting:
    """What was done, and what was promised from which operation on."""

    recorded: Recorded
    promised: list[tuple[int, Promise]] = field(default_factory=list)

    def at(self, cut: int) -> Promise:
        """Return what was promised when `cut` operations were done."""
        promise = Promise()
        for after, one in self.promised:
            if after <= cut:
                promise = one
        return promise

    def promise(self, promise: Promise) -> None:
        """Promise something from now on."""
        self.promised.append((self.recorded.now, promise.copy()))


def _append(record: Record, sitting: Sitting, promise: Promise, numbers: range) -> None:
    for number in numbers:
        prepared = record.prepare([answer(number), of_any_kind(number)])
        promise.in_flight = [tuple(entry.row.id for entry in prepared)]
        sitting.promise(promise)
        promise.keep(record.write(prepared))
        promise.in_flight = []
        sitting.promise(promise)


Sit = Callable[[Path], AbstractContextManager[Sitting]]


@contextmanager
def appending(base: Path) -> Iterator[Sitting]:
    """Two sessions from the first start on, with drafts and backups."""
    base.mkdir(parents=True)
    with recording(base) as recorded:
        sitting, promise = Sitting(recorded), Promise()
        for session in range(2):
            record = Record.open(base / LEARNER, SetClock(), recorded.vfs)
            record.check()
            _append(record, sitting, promise, range(session * 4, session * 4 + 3))
            record.set_draft("a", "x" * 900 * session)
            record.backup()
            _append(record, sitting, promise, range(session * 4 + 3, session * 4 + 4))
            record.close()
        yield sitting


@contextmanager
def repairing(base: Path) -> Iterator[Sitting]:
    """Repair a damaged record, and write to it."""
    base.mkdir(parents=True)
    folder, promise = base / LEARNER, Promise()
    promise.keep(write_history(folder, (5, 4), backup_after=1))
    (folder / DATABASE_FILE).write_bytes((folder / DATABASE_FILE).read_bytes()[:DAMAGED])
    with recording(base) as recorded:
        sitting = Sitting(recorded)
        sitting.promise(promise)
        record = Record.open(folder, SetClock(), recorded.vfs)
        record.check()
        _append(record, sitting, promise, range(20, 22))
        record.close()
        yield sitting


@contextmanager
def upgrading(base: Path) -> Iterator[Sitting]:
    """Open a record of each older schema, which upgrades it, and write to it."""
    base.mkdir(parents=True)
    promise = older(base / LEARNER)
    with recording(base) as recorded:
        sitting = Sitting(recorded)
        sitting.promise(promise)
        record = Record.open(base / LEARNER, SetClock(), recorded.vfs)
        record.check()
        _append(record, sitting, promise, range(2))
        record.close()
        yield sitting


@contextmanager
def restoring(base: Path) -> Iterator[Sitting]:
    """Put a backup in the record's place as it is asked for, and write to that."""
    base.mkdir(parents=True)
    folder, promise = base / LEARNER, Promise()
    promise.keep(write_history(folder, (5, 4, 3), backup_after=2))
    backup = list_backups(folder)[-1]
    with recording(base) as recorded:
        sitting = Sitting(recorded)
        sitting.promise(promise)
        record = Record.open(folder, SetClock(), recorded.vfs)
        record.check()
        promise.or_else = held_by_backup(backup.path)
        sitting.promise(promise)
        for _share in record.restore_steps(backup.name):
            pass
        promise = held_by_backup(backup.path)
        sitting.promise(promise)
        _append(record, sitting, promise, range(20, 22))
        record.close()
        yield sitting
