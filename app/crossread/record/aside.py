"""Work that the thread of a record need not do itself: on a thread of its own, while answers are saved."""

import threading
import time
from collections.abc import Callable, Generator
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Stopped = Callable[[], bool]

DONE = 1.0  # what is yielded: all that is done in steps is done
THREAD = "verifying"  # what the thread is called
_LOOK_S = 0.002  # between two looks whether answers are still being saved
_REST_S = 0.01  # at most, between two steps of the work


class Aside(Protocol):
    """Where a long piece of work is done that touches nothing of an open record."""

    def run(self, job: Callable[[Stopped], T], share: float = DONE) -> Generator[float, None, T]:
        """Do `job` and return what it returns, in steps that yield `share`; it asks whether it is to stop."""

    @property
    def spreads(self) -> bool:
        """Whether work is to be spread out, as answers are saved meanwhile."""


class Here:
    """Does it at once, where the steps are taken: nobody waits for anything else."""

    spreads = False

    def run(self, job: Callable[[Stopped], T], share: float = DONE) -> Generator[float, None, T]:
        """Do `job` in the first step."""
        yield share
        return job(_never)


class Beside:
    """Does it on a thread of its own. `woken` is called once there is something to step again.

    `saving` tells whether answers are being saved: whenever it asks whether it is to stop, the work waits as
    long as they are, and rests for as long as it worked. What it computes and what it writes would else hold
    them up, and the window.
    """

    spreads = True

    def __init__(self, woken: Callable[[], None], saving: Callable[[], bool]) -> None:
        self._woken = woken
        self._saving = saving
        self._work: _Work | None = None

    @property
    def busy(self) -> bool:
        """Whether there is nothing to step, as the work is under way."""
        return self._work is not None and self._work.is_under_way

    def run(self, job: Callable[[Stopped], T], share: float = DONE) -> Generator[float, None, T]:
        """Start `job` and yield until it is done; raises what it raises."""
        work = self._work = _Work(job, self._woken, self._saving)
        yield share
        while work.is_under_way:
            yield share
        if work.error is not None:
            raise work.error
        result: T = work.result
        return result

    def end(self, timeout: float) -> None:
        """Let what is under way stop, and wait for it at most `timeout` seconds; it is given up then."""
        if self._work is not None:
            self._work.end(timeout)
            self._work = None


class _Work:
    """One piece of work on a thread; where it outlasts who waited for it, it disturbs no later one."""

    def __init__(
        self, job: Callable[[Stopped], Any], woken: Callable[[], None], saving: Callable[[], bool]
    ) -> None:
        self._job, self._woken, self._saving = job, woken, saving
        self._stop, self._ended = threading.Event(), threading.Event()
        self._rested = time.monotonic()  # when the work went on last
        self.result: Any = None
        self.error: BaseException | None = None
        self._thread = threading.Thread(target=self._do, name=THREAD, daemon=True)
        self._thread.start()

    def _do(self) -> None:
        try:
            self.result = self._job(self._stopped)
        except BaseException as error:  # raised again where the steps are taken
            self.error = error
        self._ended.set()
        self._woken()

    @property
    def is_under_way(self) -> bool:
        """Whether it has neither a result nor an error yet."""
        return not self._ended.is_set()

    def _stopped(self) -> bool:
        """Rest, wait until nothing is being saved, and tell whether the work is to stop."""
        self._stop.wait(min(_REST_S, time.monotonic() - self._rested))
        while self._saving() and not self._stop.wait(_LOOK_S):
            pass
        self._rested = time.monotonic()
        return self._stop.is_set()

    def end(self, timeout: float) -> None:
        """Have it stop, and wait for that at most `timeout` seconds."""
        self._stop.set()
        if self._thread is not threading.current_thread():
            self._thread.join(timeout)


def _never() -> bool:
    return False
