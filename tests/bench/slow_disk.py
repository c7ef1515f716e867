"""How long saving takes, from the call to its answer, on this disk or on a slower one."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from crossread.base.clock import SystemClock
from crossread.base.errors import Expected
from crossread.record.outcomes import NotSaved, Saved
from crossread.record.writer import Writer
from tests.record.faulty_disk import faulty_disk
from tests.record.making import answer

_PATIENCE = 600.0  # seconds until a run is given up


def measure_saving(syncs_ms: float, count: int) -> list[float]:
    """Return the seconds from each of `count` calls of `Writer.append` to its `Saved`, one after the other.

    `syncs_ms` milliseconds are added to every sync of the disk; 0 takes the disk as it is.
    """

    def save(writer: Writer, number: int, answered: Callable[[], object]) -> None:
        def done(outcome: Saved | NotSaved) -> None:
            if isinstance(outcome, NotSaved):
                raise outcome.error
            answered()

        writer.append([answer(number)], done)

    return _measure(syncs_ms, count, save)


def measure_drafts(syncs_ms: float, count: int) -> list[float]:
    """Return the seconds from each of `count` changes of a draft to its being saved, one after the other."""

    def save(writer: Writer, number: int, answered: Callable[[], object]) -> None:
        def done(error: Expected | None) -> None:
            if error is not None:
                raise error
            answered()

        writer.set_draft("typing", {"text": "x" * number}, done)

    return _measure(syncs_ms, count, save)


def _measure(
    syncs_ms: float, count: int, save: Callable[[Writer, int, Callable[[], object]], None]
) -> list[float]:
    took = []
    with _writing(syncs_ms) as writer:
        answered = threading.Event()
        for number in range(count):
            answered.clear()
            start = time.perf_counter()
            save(writer, number, answered.set)
            if not answered.wait(_PATIENCE):
                raise TimeoutError
            took.append(time.perf_counter() - start)
    return took


@contextmanager
def _writing(syncs_ms: float) -> Iterator[Writer]:
    """Have a writer whose record is open and checked; then let every sync take so much longer."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        disk = stack.enter_context(faulty_disk()) if syncs_ms > 0 else None
        writer = Writer(folder / "learner", SystemClock(), disk.name if disk else None)
        ready = threading.Event()
        writer.start(lambda _opened: None, lambda _checked: ready.set())
        ready.wait(_PATIENCE)
        if disk:
            disk.sync_seconds = syncs_ms / 1000
        yield writer
        if disk:
            disk.sync_seconds = 0
        writer.close(_PATIENCE)
