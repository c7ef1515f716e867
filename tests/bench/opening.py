"""From the click to a readable desk, the first time and again; and checking a very large pack."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from tests.bench.large_pack import measure_check
from tests.bench.rows import Row, median

RUNS = 5
SLOWEST_S = 60


def measure() -> Sequence[Row]:
    """Open the pack in new processes, with and without its compiled copy, and check a very large one."""
    with tempfile.TemporaryDirectory() as folder:
        runs = [_open(folder) for _ in range(RUNS)]
    return (
        Row(
            what="open a pack of five sources to a readable desk, the first time",
            value=median([run[0] for run in runs]),
            unit="ms",
            budget=600,
        ),
        Row(
            what="the same from the compiled copy",
            value=median([run[1] for run in runs]),
            unit="ms",
            budget=150,
        ),
        Row(
            what="check a pack of 10,000 questions",
            value=measure_check(10_000) * 1000,
            unit="ms",
            budget=3000,
        ),
    )


def _open(folder: str) -> tuple[float, float]:
    """Start the window; return milliseconds to the desk without a compiled copy, and with one."""
    shutil.rmtree(Path(folder) / "cache", ignore_errors=True)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.opened"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "CROSSREAD_DATA": folder, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parent.parent.parent,
    )
    too_long = threading.Timer(SLOWEST_S, child.kill)
    too_long.start()
    said, _ = child.communicate()
    too_long.cancel()
    first, again = (float(word) for word in said.split())
    return first, again
