"""Slow work off the main thread, one job after another, with results brought back to the main thread."""

import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from crossread.base.errors import Expected

T = TypeVar("T")

Deliver = Callable[[Callable[[], None]], None]


class Background:
    """A thread that does one job at a time and hands each result, or the error, to the main thread.

    `deliver` runs a job on the main thread, from any thread. An error that is not expected is raised
    there too, so that it reaches the crash report like any other.
    """

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def run(self, job: Callable[[], T], done: Callable[[T | Expected], None]) -> None:
        """Do `job` later, elsewhere; then call `done` on the main thread with its result or its error."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="background", daemon=True)
            self._thread.start()
        self._jobs.put(partial(self._do, job, done))

    def close(self, timeout: float) -> bool:
        """Finish what has begun; True where that was in time (in seconds). A later `run` begins anew."""
        if self._thread is None:
            return True
        self._jobs.put(None)
        self._thread.join(timeout)
        if self._thread.is_alive():
            return False
        self._thread = None
        return True

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _do(self, job: Callable[[], T], done: Callable[[T | Expected], None]) -> None:
        try:
            result: T | Expected = job()
        except Expected as error:
            result = error
        except Exception as error:
            self._deliver(partial(_raise, error))
            return
        self._deliver(partial(done, result))


def _raise(error: Exception) -> None:
    raise error
