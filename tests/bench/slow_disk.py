"""How long saving takes, from the call to its answer, on this disk or on a slower one."""

import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from crossread.base.clock import SystemClock
from crossread.record.outcomes import NotSaved, Saved
from crossread.record.writer import Writer
from tests.record.faulty_disk import faulty_disk
from tests.record.making import answer

_PATIENCE = 600.0  # seconds until a run is given up


def measure_saving(syncs_ms: float, count: int) -> list[float]:
    """Return the seconds from each of `count` calls of `Writer.append` to its `Saved`, one after the other.

    `syncs_ms` milliseconds are added to every sync of the disk; 0 takes the disk as it is.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        vfs = None
        if syncs_ms > 0:
            disk = stack.enter_context(faulty_disk())
            vfs = disk.name
        writer = Writer(folder / "learner", SystemClock(), vfs)
        ready, answered = threading.Event(), threading.Event()
        writer.start(lambda _opened: None, lambda _checked: ready.set())
        ready.wait(_PATIENCE)
        if syncs_ms > 0:
            disk.sync_seconds = syncs_ms / 1000
        took: list[float] = []

        def done(outcome: Saved | NotSaved) -> None:
            if isinstance(outcome, NotSaved):
                raise outcome.error
            answered.set()

        for number in range(count):
            answered.clear()
            start = time.perf_counter()
            writer.append([answer(number)], done)
            if not answered.wait(_PATIENCE):
                raise TimeoutError
            took.append(time.perf_counter() - start)
        if syncs_ms > 0:
            disk.sync_seconds = 0
        writer.close(_PATIENCE)
        return took
