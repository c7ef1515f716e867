"""Two programs at one record: one has it, the others are told, and a lock left behind means nothing."""

import errno
import json
import random
import time
from contextlib import nullcontext
from pathlib import Path
from unittest import mock

import apsw

from crossread.base.errors import Expected
from crossread.record import lock
from crossread.record.lock import LOCK_FILE
from crossread.record.record import DATABASE_FILE, Record
from tests.record.making import SetClock, answer, write_history
from tests.torture.children import Child, Job, Say, child
from tests.torture.figures import Figures
from tests.torture.messages import complaints_of
from tests.torture.oracle import Promise, judge, seal

_PATIENCE_S = 60.0  # of one program that wants the record
_ENTRIES = 12


def race(say: Say, folder: str, pause: float) -> None:
    """Open the record as often as it takes, and append and close each time that it is had."""
    time.sleep(pause)
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        try:
            record = Record.open(Path(folder), SetClock())
        except Expected as error:
            say("told", [error.code, error.message])
            time.sleep(pause)
            continue
        record.check()
        for number in range(_ENTRIES):
            prepared = record.prepare([answer(number)])
            say("begun", [entry.row.id for entry in prepared])
            say("saved", [[entry.id, seal(entry)] for entry in record.write(prepared)])
        say("had")
        record.close()
        return


def run_races(count: int, seed: int, place: Path) -> Figures:
    """Let three programs race for one record."""
    figures = Figures(fault="two programs: races", seed=seed)
    chance = random.Random(seed)
    refused = 0
    for number in range(count):
        folder = place / str(number)
        promise = Promise()
        promise.keep(write_history(folder, (3,)))
        pauses = [chance.uniform(0.0005, 0.006) for _each in range(3)]
        with (
            child(race, str(folder), pauses[0]) as one,
            child(race, str(folder), pauses[1]) as two,
            child(race, str(folder), pauses[2]) as three,
        ):
            for each in (one, two, three):
                each.end()
        refused += sum(len(each.told("told")) for each in (one, two, three))
        _judge_race(figures, folder, promise, [one, two, three], f"race {number}")
    figures.how = f"refused {refused} times"
    return figures


def _judge_race(
    figures: Figures, folder: Path, promise: Promise, all_of_them: list[Child], what: str
) -> None:
    for each in all_of_them:
        for code, message in each.told("told"):
            if wrong := complaints_of("in use", Expected(code, message)):
                figures.wrong_message += 1
                figures.complain(f"{what}: {wrong[0]}")
    had = [Promise() for each in all_of_them if each.told("had")]
    for one, each in zip(had, [each for each in all_of_them if each.told("had")], strict=True):
        one.hear(each.said)
    if len(had) < len(all_of_them):
        figures.lost += 1
        figures.complain(f"{what}: one never got at the record")
    # Who came first is known by the record alone; what each of them wrote stays together and in its order.
    record = Record.open(folder, SetClock())
    there = [entry.id for entry in record.entries()]
    record.close()
    for one in sorted(had, key=lambda one: there.index(next(iter(one.acknowledged)))):
        promise.acknowledged.update(one.acknowledged)
    judge(figures, folder, promise, what)


def hold(say: Say, folder: str) -> None:
    """Hold a record until killed."""
    record = Record.open(Path(folder), SetClock())
    record.check()
    say("saved", [[entry.id, seal(entry)] for entry in record.append([answer(1)])])
    say("begun", [])
    time.sleep(3600)


def hold_without_locks(say: Say, folder: str) -> None:
    """Hold a record on a drive that knows no locks of files, until killed: SQLite's own stands alone."""
    with mock.patch.object(lock, "_lock", side_effect=OSError(errno.ENOLCK, "no locks")):
        hold(say, folder)


def hold_database(say: Say, folder: str) -> None:
    """Hold the database as any other program for databases may, until killed."""
    connection = apsw.Connection(str(Path(folder) / DATABASE_FILE))
    connection.execute("BEGIN EXCLUSIVE")
    say("begun", [])
    time.sleep(3600)


HOLDERS: tuple[tuple[Job, bool], ...] = ((hold, True), (hold_without_locks, False), (hold_database, False))


def run_stale(count: int, seed: int, place: Path) -> Figures:
    """Kill who holds a record, or find a lock of another machine: the next one gets it at once.

    Who holds it is another of our programs, one on a drive that knows no locks, or any program for databases.
    """
    figures = Figures(fault="two programs: locks held and left behind", seed=seed)
    chance = random.Random(seed)
    for number in range(count):
        folder, promise, what = place / str(number), Promise(), f"run {number}"
        promise.keep(write_history(folder, (3,)))
        if number % 2:
            job, named = HOLDERS[number // 2 % len(HOLDERS)]
            with child(job, str(folder)) as one:
                if not one.wait_for("begun"):
                    raise AssertionError("the holder ended by itself")
                _is_refused(figures, folder, str(one.process.pid) if named else "", what)
                one.kill()
            promise.hear(one.said)
        else:
            other = {"pid": chance.randrange(1, 99_999), "host": "room-12"}
            left = (json.dumps(other), "", "\0" * 40, "[1, 2]")[number // 2 % 4]
            (folder / LOCK_FILE).write_text(left)
        judge(figures, folder, promise, what)
    return figures


def _is_refused(figures: Figures, folder: Path, pid: str, what: str) -> None:
    unknown = OSError(errno.ENOLCK, "no locks")  # where the holder names no process, a drive without locks
    try:
        with nullcontext() if pid else mock.patch.object(lock, "_lock", side_effect=unknown):
            Record.open(folder, SetClock()).close()
    except Expected as error:
        wrong = complaints_of("in use", error)
        if str(error.fields.get("pid", "")) != pid:
            wrong.append(f"it does not tell by which process: {error.fields}")
    else:
        wrong = ["two had it at once"]
        figures.lost += 1
    if wrong:
        figures.wrong_message += 1
        figures.complain(f"{what}: {wrong[0]}")
