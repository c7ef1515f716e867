"""A learner's memory, driven without a window: sittings on one folder that end well or are cut short."""

import json
import queue
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from crossread.base.entries import Entry, NewEntry
from crossread.base.errors import Expected
from crossread.operations.remembering.memory import Memory
from crossread.operations.sessions.changed import Changed
from crossread.progress.history import AnswerGiven
from tests.patience import wait_until
from tests.record.making import SetClock


class Kinds:
    """A projection for tests: how many entries of each kind, and the id of the last."""

    name = "kinds"
    version = 1

    def empty(self) -> dict[str, Any]:
        return {"last": "", "of": {}}

    def add(self, state: dict[str, Any], entry: Entry) -> None:
        state["of"][entry.kind] = state["of"].get(entry.kind, 0) + 1
        state["last"] = entry.id

    def to_json(self, state: dict[str, Any]) -> Any:
        return state

    def from_json(self, value: Any) -> dict[str, Any]:
        return json.loads(json.dumps(value))  # type: ignore[no-any-return]


def counted(entries: Sequence[Entry]) -> dict[str, Any]:
    """Count entries without anything put down."""
    state = Kinds().empty()
    for entry in entries:
        Kinds().add(state, entry)
    return state


def _listed(entries: Iterable[Entry], _seen: object) -> list[Entry]:
    return list(entries)


class Remembering:
    """One sitting with a memory; what comes to the main thread is run by who waits for something."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[Changed] = []
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.memory = Memory(folder, SetClock(), self._jobs.put, self.told.append)

    def run_until(self, condition: Callable[[], object]) -> None:
        wait_until(condition, self._run_next, lambda: self.memory.status)

    def _run_next(self) -> None:
        with suppress(queue.Empty):
            self._jobs.get(timeout=0.02)()

    def begin(self) -> "Remembering":
        self.memory.start()
        self.run_until(lambda: self.memory.status.kind in {"ready", "failed"})
        return self

    def result(self, ask: Callable[[Callable[[Any], None]], None]) -> Any:
        got: list[Any] = []
        ask(got.append)
        self.run_until(lambda: got)
        if isinstance(got[0], Expected):
            raise got[0]
        return got[0]

    def knows(self, pack: str) -> None:
        """Wait until it is known where the learner is in a pack."""
        got: list[Expected | None] = []
        self.memory.when_known(pack, got.append)
        self.run_until(lambda: got)
        assert got == [None]

    def is_ready(self) -> bool:
        return self.memory.status.kind == "ready"

    def give(self, pack: str, new: Sequence[NewEntry]) -> None:
        self.memory.remember(pack, new)

    def saved(self) -> None:
        self.run_until(self.is_ready)

    def entries(self) -> list[Entry]:
        found: list[Entry] = self.result(partial(self.memory.read_entries, _listed))
        return found

    def answers(self, page: int, pack: str = "") -> list[AnswerGiven]:
        """Read all answers, so many at once."""
        found: list[AnswerGiven] = []
        before: int | None = None
        while more := self.result(partial(self.memory.read_answers, before, page, pack)):
            found += more
            before = more[-1].seq
        return found

    def counted(self) -> dict[str, Any]:
        """Return the state of the projection once all is counted."""
        self.memory.projected(Kinds())
        self.run_until(lambda: self.memory.counting is None)
        return self.memory.projected(Kinds())

    def close(self) -> None:
        self.saved()
        assert self.memory.close(20)

    def cut_short(self, folder: Path) -> Path:
        """End as a kill would: what is on the disk by now is copied, and nothing is written after it."""
        self.saved()
        shutil.copytree(self.folder, folder, ignore=shutil.ignore_patterns("lock", "*.making*"))
        assert self.memory.close(20)
        return folder
