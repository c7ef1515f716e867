"""Work that the thread of a record need not do itself: on a thread of its own, while answers are saved."""

import threading
from collections.abc import Callable, Generator
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Stopped = Callable[[], bool]

DONE = 1.0  # what is yielded: all that is done in steps is done
THREAD = "verifying"  # what the thread is called


class Aside(Protocol):
    """Where a long piece of work is done that touches nothing of an open record."""

    def run(self, job: Callable[[Stopped], T]) -> Generator[float, None, T]:
        """Do `job` and return what it returns, in steps; it is told whether it is to stop."""


class Here:
    """Does it at once, where the steps are taken."""

    def run(self, job: Callable[[Stopped], T]) -> Generator[float, None, T]:
        """Do `job` in the first step."""
        yield DONE
        return job(_never)


class Beside:
    """Does it on a thread of its own. `busy` as long as there is nothing to step; `woken` is called then."""

    def __init__(self, woken: Callable[[], None]) -> None:
        self._woken = woken
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self.busy = False

    def run(self, job: Callable[[Stopped], T]) -> Generator[float, None, T]:
        """Start `job` and yield until it is done; raises what it raises."""
        results: list[Any] = []
        errors: list[BaseException] = []

        def work() -> None:
            try:
                results.append(job(self._stop.is_set))
            except BaseException as error:  # raised again where the steps are taken
                errors.append(error)
            self.busy = False
            self._woken()

        self.busy = True
        self._stop.clear()
        self._thread = threading.Thread(target=work, name=THREAD, daemon=True)
        self._thread.start()
        yield DONE
        while self.busy:
            yield DONE
        if errors:
            raise errors[0]
        result: T = results[0]
        return result

    def end(self, timeout: float) -> None:
        """Let what is under way stop, and wait for it at most `timeout` seconds."""
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout)


def _never() -> bool:
    return False
