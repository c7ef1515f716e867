"""Slow work off the main thread, one job after another, with results brought back to the main thread."""

import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from crossread.base.errors import N_, Expected

T = TypeVar("T")

Deliver = Callable[[Callable[[], None]], None]

THREAD = "background"  # what each of its threads is called

_Jobs = queue.SimpleQueue[Callable[[], None] | None]


class Background:
    """A thread that does one job at a time and hands each result, or the error, to the main thread.

    `deliver` runs a job on the main thread, from any thread. An error that is not expected is raised
    there too, so that it reaches the crash report like any other.
    """

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._jobs: _Jobs = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._ended = False

    def run(self, job: Callable[[], T], done: Callable[[T | Expected], None]) -> None:
        """Do `job` later, elsewhere; then call `done` on the main thread with its result or its error.

        It is called whatever happens: for an error that is not expected with Expected("unexpected"). Once
        this has ended nothing is done: whoever would wait is gone.
        """
        if self._ended:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=_work, args=(self._jobs,), name=THREAD, daemon=True)
            self._thread.start()
        self._jobs.put(partial(self._do, job, done))

    def run_behind(self, job: Callable[[], T], done: Callable[[T | Expected], None]) -> None:
        """Do what can as well be left: behind what is under way, and not at all once this is closed.

        May be called by a job, from its own thread, while the main one closes.
        """
        if self._thread is not None:
            self._jobs.put(partial(self._do, job, done))

    def close(self, timeout: float) -> bool:
        """Finish what has begun; True where that was in time (in seconds). A later `run` begins anew."""
        if self._thread is None:
            return True
        thread, self._thread = self._thread, None
        self._jobs.put(None)
        self._jobs = queue.SimpleQueue()  # a later job does not wait for what could not be finished
        thread.join(timeout)
        return not thread.is_alive()

    def end(self) -> None:
        """Do nothing from now on, whatever is still asked for by what comes back late."""
        self._ended = True

    def _do(self, job: Callable[[], T], done: Callable[[T | Expected], None]) -> None:
        try:
            result: T | Expected = job()
        except Expected as error:
            result = error
        except Exception as error:
            self._deliver(partial(_raise, error))  # first: a program without a window ends with it
            self._deliver(partial(done, _unexpected()))
            return
        self._deliver(partial(done, result))


def _work(jobs: _Jobs) -> None:
    while (job := jobs.get()) is not None:
        job()


def _unexpected() -> Expected:
    return Expected(
        "unexpected",
        N_(
            "This could not be worked out, by a mistake of the program. Try again; if it comes again, pass "
            "on the report that was shown."
        ),
    )


def _raise(error: Exception) -> None:
    raise error
