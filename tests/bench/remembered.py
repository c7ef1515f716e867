"""What `remembering` starts: one sitting with a record of some length, without a window; it tells its times.

`python -m tests.bench.remembered DATA WHAT` prints milliseconds, and MB, as JSON; WHAT is first, clean,
saving, crowded, csv, json or killed.
"""

import json
import os
import queue
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from crossread.base.clock import SystemClock
from crossread.base.entries import NewEntry
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.operations.handing_on.exported_pieces import Form, Order
from crossread.operations.handing_on.exporting import Exporting, export
from crossread.operations.learners.learners import read_learner
from crossread.operations.sessions.session import Session
from tests.bench.rows import percentile

PACK = "pack-7"
SAVED = 300
_PATIENCE_S = 900.0
_FORMS: Mapping[str, Form] = {"csv": "csv", "json": "json"}
_REST_S = 0.005
_BETWEEN_S = 0.02  # from an answer saved to the next one, while a backup is made
_UNTIL_PROGRESS_S = 1.0  # until someone who starts the program has gone to the page of progress


class Sitting:
    """A session, and the thread it runs on, as a window would run it."""

    def __init__(self, data: Path) -> None:
        self.folders = DataFolders(data)
        self.settings = Settings(self.folders.settings)
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.session = Session(self.folders, self.settings, SystemClock(), self._jobs.put)
        self._begun = time.perf_counter()
        self.stall_ms = 0.0  # the longest time between two looks at what there is to do

    @property
    def ms(self) -> float:
        """Milliseconds since the sitting began."""
        return (time.perf_counter() - self._begun) * 1000

    def run_until(self, condition: Callable[[], object]) -> float:
        """Run what comes to the main thread until something is so; return how long that took, in ms."""
        begun = looked = self.ms
        while not condition():
            if self.ms - begun > _PATIENCE_S * 1000:
                raise TimeoutError(str(self.session.status))
            with suppress(queue.Empty):
                self._jobs.get(timeout=_REST_S)()
            self.stall_ms, looked = max(self.stall_ms, self.ms - looked), self.ms
        return self.ms - begun

    def rest(self, seconds: float) -> None:
        """Let time pass, as someone does who looks at the first page."""
        end = self.ms + seconds * 1000
        self.run_until(lambda: self.ms > end)

    def told(self, ask: Callable[[Callable[[Any], None]], None]) -> float:
        """Ask for something that comes later; return how long it took, in ms."""
        got: list[Any] = []
        ask(got.append)
        return self.run_until(lambda: got)

    def is_open(self) -> bool:
        return self.session.status.kind != "opening"

    def is_ready(self) -> bool:
        return self.session.status.kind == "ready"

    def is_counted(self) -> bool:
        return self.session.counting is None

    def is_backed_up(self) -> bool:
        """Tell whether a whole backup is there."""
        return bool(self.backups())

    def backups(self) -> frozenset[str]:
        """Return the names of the whole backups."""
        return frozenset(one.name for one in self.session.learner_folder.glob("backups/*.sqlite"))


def started(sitting: Sitting) -> dict[str, float]:
    """Start as the window does: first what the library shows, then a pack, then the numbers of progress."""
    session = sitting.session
    session.start()
    sitting.run_until(sitting.is_open)
    session.skills()
    told = {"first page": sitting.ms}
    told["pack"] = sitting.told(lambda done: session._memory.when_known(PACK, done))
    told["writing"] = sitting.ms + sitting.run_until(sitting.is_ready)
    sitting.rest(_UNTIL_PROGRESS_S)
    begun = sitting.ms
    session.progress()
    if not sitting.is_counted():
        sitting.run_until(sitting.is_counted)
        session.progress()
    told["progress"] = sitting.ms - begun
    return told


def answered(sitting: Sitting, count: int) -> list[float]:
    """Give so many answers, one after the other; return how long each took to be saved, in ms."""
    took = []
    for number in range(count):
        answer = NewEntry(
            kind="answered",
            pack=PACK,
            pack_version="1.0.0",
            question=f"question-{number % 40}",
            attempt=1,
            payload={"response": {"text": f"as they said {number}"}, "stage": "read", "kind": "essay"},
            seen={"question": {"prompt": f"Who says so? {number % 40}"}},
        )
        begun = sitting.ms
        sitting.session._memory.remember(PACK, [answer])
        sitting.run_until(sitting.is_ready)
        took.append(sitting.ms - begun)
    return took


def crowded(sitting: Sitting) -> dict[str, float]:
    """Give answers, one after the other, as long as that backup is made which the answers before it want."""
    before = sitting.backups()
    sitting.session.start()
    sitting.run_until(sitting.is_ready)
    sitting.stall_ms = 0.0
    took: list[float] = []
    while sitting.backups() <= before:
        took += answered(sitting, 1)
        sitting.rest(_BETWEEN_S)
    return {
        "saved p50": percentile(took, 50),
        "saved p99": percentile(took, 99),
        "stall": sitting.stall_ms,
    }


def exported(sitting: Sitting, form: Form) -> dict[str, float]:
    """Write all answers as a table, or all there is as JSON, as the page "Hand on" does."""
    session, backups = sitting.session, sitting.backups()
    started(sitting)
    sitting.run_until(lambda: not sitting.backups() <= backups)  # of what was given the last time
    before, sitting.stall_ms = memory_mb(), 0.0
    exporting = Exporting(
        folders=sitting.folders,
        settings=sitting.settings,
        clock=SystemClock(),
        learners=[read_learner(session.learner_folder)],
    )
    path = sitting.folders.root / f"handed-on.{form}"
    order = Order(what="answers" if form == "csv" else "everything", form=form)
    written = sitting.told(lambda done: export(session, exporting, order, path, done, replace=True))
    size = path.stat().st_size / 1_000_000
    path.unlink()
    most = memory_mb("VmHWM:")
    return {"written": written, "stall": sitting.stall_ms, "size": size, "memory": most - before}


def memory_mb(which: str = "VmRSS:") -> float:
    """Return the resident memory of this process in MB (Linux), now or (`VmHWM:`) at its most."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(which):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not tell a process's memory")


def began(sitting: Sitting) -> dict[str, float]:
    """Start for the first time: a backup is made, and then all is counted that was never counted."""
    sitting.session.start()
    sitting.run_until(sitting.is_ready)
    sitting.stall_ms = 0.0
    told = {"backed up": sitting.run_until(sitting.is_backed_up), "stall": sitting.stall_ms}
    begun = sitting.ms
    sitting.session.progress()
    sitting.run_until(sitting.is_counted)
    return {**told, "counted": sitting.ms - begun}


def sat(sitting: Sitting, what: str) -> Mapping[str, float]:
    """Do what was asked for, to its end."""
    if what == "first":
        return began(sitting)
    if what == "crowded":
        return crowded(sitting)
    if (form := _FORMS.get(what)) is not None:
        return exported(sitting, form)
    told = started(sitting)
    told["memory"] = memory_mb()
    if what == "clean":
        told["answers"] = sitting.told(lambda done: sitting.session.read_answers(None, 50, "", done))
    else:
        took = answered(sitting, SAVED)
        told |= {"saved p50": percentile(took, 50), "saved p99": percentile(took, 99)}
    return told


def main() -> None:
    """Do what was asked for and print how long it took."""
    sitting = Sitting(Path(sys.argv[1]))
    told = sat(sitting, sys.argv[2])
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
    if sys.argv[2] == "killed":
        os._exit(0)  # nothing is closed
    if not sitting.session.close(_PATIENCE_S):
        raise TimeoutError("the record was not closed")


if __name__ == "__main__":
    main()
