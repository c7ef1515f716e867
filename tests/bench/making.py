"""From five articles dropped into the window to the first page of their comparison."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from tests.bench.rows import Row, median

RUNS = 3
SLOWEST_S = 120


def measure() -> Sequence[Row]:
    """Drop five articles of 10,000 words and make a pack of them, each time in a new process."""
    runs = [_drop() for _ in range(RUNS)]
    return (
        Row(
            what="from 5 articles of 10,000 words, dropped, to their first page of the comparison",
            value=median([read + made for read, made in runs]),
            unit="ms",
            budget=5_000,
        ),
        Row(what="  of that until all are read", value=median([read for read, _made in runs]), unit="ms"),
    )


def _drop() -> tuple[float, float]:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.dropped"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parent.parent.parent,
    )
    too_long = threading.Timer(SLOWEST_S, child.kill)
    too_long.start()
    said, _ = child.communicate()
    too_long.cancel()
    read, made = (float(word) for word in said.split())
    return read, made
