"""How much work something is, in steps of Python, not by a clock: the same on every machine and each time."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(job: Callable[[], object]) -> int:
    """Count the instructions of Python that a job takes; what C does counts as one step each."""
    counted = 0

    def count(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal counted
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        counted += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        job()
    finally:
        sys.settrace(before)
    return counted


def growth(make: Callable[[int], Callable[[], object]], size: int) -> float:
    """Tell how much more work the job for twice the size is: 2 where it grows with it, 4 with its square."""
    return steps(make(2 * size)) / steps(make(size))
