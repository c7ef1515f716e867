"""A sitting without a window: a session, and the thread that it runs on is the one that waits for it."""

import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from crossread.base.clock import Clock
from crossread.base.errors import N_, Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.session import Session

T = TypeVar("T")

# Seconds: a record of a million answers is checked in three.
LONGEST_WAIT = 120.0


class Sitting:
    """A session that is open, and its answers waited for."""

    def __init__(
        self, folders: DataFolders, settings: Settings, clock: Clock, learner: Path | None = None
    ) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._clock = clock
        self.session = Session(folders, settings, clock, self._jobs.put, learner)

    def open(self, pack_id: str) -> OpenPack:
        """Open a pack; raises Expected where that cannot be done."""
        opened: list[OpenPack | Expected] = []
        self.session.open_pack(pack_id, opened.append)
        return self.result(opened)

    def result(self, got: list[T | Expected]) -> T:
        """Wait until something has come into a list, and return it; raises it where it is an error."""
        self.wait_for(lambda: bool(got))
        if isinstance(got[0], Expected):
            raise got[0]
        return got[0]

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Run what comes until something is so; raises Expected("no-answer") after two minutes."""
        end = self._clock.monotonic() + LONGEST_WAIT
        while not condition():
            if self._clock.monotonic() > end:
                raise Expected("no-answer", N_("The disk does not answer. Try again later."))
            try:
                self._jobs.get(timeout=0.1)()
            except queue.Empty:
                time.sleep(0)

    def raise_if_failed(self) -> None:
        """Raise what keeps the record from being read or written; nothing where it is well."""
        status = self.session.status
        if status.kind in {"failed", "not-saved"}:
            raise Expected(status.code or "not-saved", N_("{why}"), why=status.message)


@contextmanager
def sitting(folders: DataFolders, settings: Settings, clock: Clock, learner: str = "") -> Iterator[Sitting]:
    """Sit down, and get up again with everything saved.

    `learner` is a name or an id; without one it is who reads here without being asked. Raises Expected where
    that does not tell who, where the record cannot be opened, or something could not be saved.
    """
    from crossread.operations.learners.who import folder_of

    made = Sitting(folders, settings, clock, folder_of(folders, settings, learner))
    made.session.start()
    try:
        made.wait_for(lambda: made.session.status.kind in {"ready", "failed", "not-saved"})
        made.raise_if_failed()
        yield made
        made.wait_for(lambda: made.session.status.kind in {"ready", "failed", "not-saved"})
        made.raise_if_failed()
    finally:
        made.session.close()
