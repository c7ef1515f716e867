"""Power cuts at every operation, with torn and dropped writes: nothing acknowledged is lost.

The controls are the same with less care taken; they must lose, or the simulation is blind.
"""

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from unittest import mock

import apsw

from crossread.base.files import write_atomically
from crossread.operations.handing_on.writing_files import write_pieces
from crossread.record import database
from crossread.record.record import DATABASE_FILE
from tests.record.faulty_disk import Disk
from tests.torture.figures import Figures
from tests.torture.oracle import judge
from tests.torture.power import Recorded, recording, states
from tests.torture.sittings import LEARNER, Sit, Sitting, appending, repairing, restoring, upgrading

_LOGS = "answers-"  # what their names begin with


@dataclass(frozen=True)
class Less:
    """Less of the record, or less care: what is left out of each state, and how SQLite is set otherwise."""

    leave_out: str = ""
    pragmas: tuple[tuple[str, str], ...] = ()
    unsynced: str = ""  # files whose syncs are taken for lies
    torn_lists: bool = False  # of a list in flight the second log alone may hold a part


_AS_USUAL = (("locking_mode", "NORMAL"), ("journal_mode", "DELETE"))  # as SQLite is by itself
WHOLE = Less()
DATABASE_ALONE = Less(leave_out=_LOGS)
LOG_ALONE = Less(leave_out=DATABASE_FILE, torn_lists=True)
NO_SYNCS = Less(leave_out=_LOGS, pragmas=(("synchronous", "OFF"),))
JOURNAL_DELETED = Less(leave_out=_LOGS, pragmas=_AS_USUAL)
NO_LOG_SYNCS = Less(leave_out=DATABASE_FILE, unsynced=_LOGS, torn_lists=True)
LYING_DATABASE = Less(pragmas=(("synchronous", "OFF"),), torn_lists=True)


def _run(
    fault: str, sit: Sit, less: Less, count: int, seed: int, place: Path, *, control: bool = False
) -> Figures:
    figures = Figures(fault=fault, seed=seed, control=control)
    sitting = _sat(sit, less, place / "sitting")
    for number, (cut, files) in enumerate(states(sitting.recorded, count, seed)):
        folder = place / "state"
        _write(folder, {name: content for name, content in files.items() if not _left_out(name, less)})
        promise = sitting.at(cut)
        if less.torn_lists:
            promise = replace(promise, in_flight=[(one,) for ids in promise.in_flight for one in ids])
        judge(figures, folder / LEARNER, promise, f"state {number}, cut at {cut}", writes=number % 4 == 0)
    return figures


def _sat(sit: Sit, less: Less, base: Path) -> Sitting:
    """Do a sitting, with as little care as is asked for."""
    with ExitStack() as stack:
        if less.pragmas:
            stack.enter_context(mock.patch.object(database, "_connect", partial(_connect_less, less.pragmas)))
        sitting = stack.enter_context(sit(base))
        if less.unsynced:
            sitting = _without_syncs(sitting, less.unsynced)
    return sitting


_connect = database._connect


def _connect_less(
    pragmas: tuple[tuple[str, str], ...], path: Path, vfs: str | None, flags: int
) -> apsw.Connection:
    """Connect as the record does, and then set what is less careful."""
    connection = _connect(path, vfs, flags)
    for name, value in pragmas:
        connection.pragma(name, value)
    return connection


def _without_syncs(sitting: Sitting, of: str) -> Sitting:
    """Take the syncs of some files for lies: nothing of them is durable but by chance."""
    kept = [o for o in sitting.recorded.operations if not (o.what == "sync" and o.name.startswith(of))]
    left = {id(operation) for operation in kept}
    before = [0]
    for operation in sitting.recorded.operations:
        before.append(before[-1] + (id(operation) in left))
    disk = Disk(sitting.recorded.vfs, everything=kept)
    return Sitting(
        Recorded(sitting.recorded.base, disk, sitting.recorded.start),
        [(before[after], promise) for after, promise in sitting.promised],
    )


def _left_out(name: str, less: Less) -> bool:
    return bool(less.leave_out) and Path(name).name.startswith(less.leave_out)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files of a state in the place of those of the state before."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / LEARNER).mkdir(parents=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def run_whole(count: int, seed: int, place: Path) -> Figures:
    """Cut the power while a record is begun, written to, backed up, closed and opened again."""
    return _run("power cut: at work", appending, WHOLE, count, seed, place)


def run_database_alone(count: int, seed: int, place: Path) -> Figures:
    """Do the same and leave the second log out: the database must hold by itself."""
    return _run("power cut: database alone", appending, DATABASE_ALONE, count, seed, place)


def run_log_alone(count: int, seed: int, place: Path) -> Figures:
    """Do the same and leave the database out: the second log must hold by itself."""
    return _run("power cut: second log alone", appending, LOG_ALONE, count, seed, place)


def run_repair(count: int, seed: int, place: Path) -> Figures:
    """Cut the power while a damaged record is repaired."""
    return _run("power cut: while repairing", repairing, WHOLE, count, seed, place)


def run_upgrade(count: int, seed: int, place: Path) -> Figures:
    """Cut the power while the record of an older schema is upgraded."""
    return _run("power cut: while upgrading", upgrading, WHOLE, count, seed, place)


def run_restore(count: int, seed: int, place: Path) -> Figures:
    """Cut the power while a backup is put in the record's place: the one is there, or the other."""
    return _run("power cut: while restoring as asked", restoring, WHOLE, count, seed, place)


def run_lying_database(count: int, seed: int, place: Path) -> Figures:
    """Let the disk lie about the database: the second log makes it whole."""
    return _run("power cut: a database never synced", appending, LYING_DATABASE, count, seed, place)


def control_no_syncs(count: int, seed: int, place: Path) -> Figures:
    """Do without any sync, the database alone: this must lose."""
    return _run("control: synchronous=OFF", appending, NO_SYNCS, count, seed, place, control=True)


def control_deleted_journal(count: int, seed: int, place: Path) -> Figures:
    """Journal as SQLite does by default, the database alone: an unlink that was undone must lose."""
    return _run("control: DELETE and FULL", appending, JOURNAL_DELETED, count, seed, place, control=True)


def control_log_without_syncs(count: int, seed: int, place: Path) -> Figures:
    """Never sync the second log, and lose the database: this must lose."""
    return _run("control: log never synced", appending, NO_LOG_SYNCS, count, seed, place, control=True)


_FILES = ("settings.toml", "exports/answers.csv")


def run_files(count: int, seed: int, place: Path) -> Figures:
    """Cut the power while settings and exports are written: each is the old one or the new one."""
    figures = Figures(fault="power cut: settings and exports", seed=seed)
    base = place / "sitting"
    base.mkdir(parents=True)
    begun: list[tuple[int, str, bytes]] = []
    ended: list[tuple[int, str, bytes]] = []
    with recording(base) as recorded:
        for number in range(8):
            for name in _FILES:
                content = f"{name} {number} ".encode() * (300 * number + 1)
                begun.append((recorded.now, name, content))
                if number % 2 == 0 or name == _FILES[0]:
                    write_atomically(base / name, content)
                else:
                    write_pieces(base / name, [content.decode()], replace=True)
                ended.append((recorded.now, name, content))
    for number, (cut, files) in enumerate(states(recorded, count, seed)):
        figures.runs += 1
        wrong = figures.lost + figures.invented
        for name in _FILES:
            done = [content for at, other, content in ended if other == name and at <= cut]
            allowed = [content for at, other, content in begun if other == name and at <= cut]
            found = files.get(name)
            figures.acknowledged += bool(done)
            if done and found not in allowed[len(done) - 1 :]:
                figures.lost += 1
                figures.complain(f"state {number}, cut at {cut}: {name} is not the last that was written")
            elif found is not None and found not in allowed:
                figures.invented += 1
                figures.complain(f"state {number}, cut at {cut}: {name} is half a file")
        figures.untouched += wrong == figures.lost + figures.invented
    return figures
