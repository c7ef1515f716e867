"""What stands before a fault: a learner's folder in some state, and what it was promised to hold."""

import shutil
from datetime import datetime
from pathlib import Path

from crossread.base.entries import Entry
from crossread.record.database import Database
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.rows import entry_of
from tests.record.making import SetClock, answer, crash, write_history
from tests.record.old_schemas import OLD, copy_of, held_by
from tests.torture.oracle import Promise
from tests.torture.power import recording, state_at

DAMAGED = 6000  # bytes that are left of a damaged database


def healthy(folder: Path) -> Promise:
    promise = Promise()
    promise.keep(write_history(folder, (4, 3), backup_after=1))
    promise.drafts = {f"draft/{number}": {"text": f"half a thought {number}"} for number in (1, 2)}
    return promise


def older(folder: Path, number: int = 0) -> Promise:
    """Copy a record of one of the older schemas."""
    schema = OLD[number % len(OLD)]
    copy_of(schema, folder)
    promise = Promise()
    promise.keep(Entry(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in held_by(schema))
    return promise


def crashed(folder: Path) -> Promise:
    promise = healthy(folder)
    record = Record.open(folder, SetClock())
    record.check()
    promise.keep(record.append([answer(5)]))
    crash(record)
    return promise


def damaged(folder: Path) -> Promise:
    promise = healthy(folder)
    (folder / DATABASE_FILE).write_bytes((folder / DATABASE_FILE).read_bytes()[:DAMAGED])
    promise.drafts = None  # they were in what is gone
    return promise


def cut_off(folder: Path) -> Promise:
    """Cut the power in the middle of a commit: a hot journal is to be played back."""
    base = folder.parent / f"{folder.name}-before"
    promise = healthy(base / "learner")
    with recording(base) as recorded:
        record = Record.open(base / "learner", SetClock(), recorded.vfs)
        record.check()
        promise.keep(record.append([answer(6)]))
        first = recorded.now
        cut_short = record.prepare([answer(number) for number in range(30)])
        promise.in_flight = [tuple(entry.row.id for entry in cut_short)]
        record.write(cut_short)
        record.close()
    journal = f"{DATABASE_FILE}-journal"
    changes = enumerate(recorded.operations[first + 1 :], first + 1)
    cut = next(at for at, one in changes if (one.what, one.name) == ("truncate", journal))
    for name, content in state_at(recorded, cut).items():
        path = folder / Path(name).relative_to("learner")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if not (folder / journal).stat().st_size:
        raise AssertionError("the journal is not hot")
    shutil.rmtree(base)
    return promise


def held_by_backup(path: Path) -> Promise:
    """Return what a backup holds."""
    promise = Promise()
    copy = Database.open_read_only(path, None)
    promise.keep(entry_of(row) for page in copy.pages() for row, _checksum in page)
    copy.close()
    return promise
