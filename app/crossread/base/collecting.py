"""Holding back the collector of cycles, where much is made at once and none of it is thrown away."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_inside = 0
_was_on = False


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let no garbage be looked for until the block ends: looking takes about as long as making does.

    Blocks may lie within each other and in several threads. Where the collector was off before, it stays so.
    """
    global _inside, _was_on  # noqa: PLW0603  (there is one collector in a process)
    with _lock:
        if not _inside:
            _was_on = gc.isenabled()
            gc.disable()
        _inside += 1
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if not _inside and _was_on:
                gc.enable()
