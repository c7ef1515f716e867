"""Memory where there is much of it: holding back the collector of cycles, and letting go bit by bit."""

import gc
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from threading import Lock
from typing import Any

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


def let_go(mapping: MutableMapping[Any, Any]) -> None:
    """Empty a mapping piece by piece.

    Python frees all of one in a single step, in which no other thread runs: of a million answers that takes
    longer than a window may stand still.
    """
    while mapping:
        mapping.popitem()
