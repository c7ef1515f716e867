"""Cold start to the library, drawn, against a bare PySide6 window with one text view in the same run."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from tests.bench.rows import Row, median

RUNS = 15
SLOWEST_S = 30


def measure() -> Sequence[Row]:
    """Start both by turns, each in a process of its own, and compare them pair by pair.

    The ratio is the median of the pairs' ratios: the two of a pair meet the machine in one mood.
    """
    with tempfile.TemporaryDirectory() as folder:
        # The first start of all welcomes, and makes the library's index.
        Settings(DataFolders(Path(folder)).settings).remember("welcome", {"seen": True})
        start_to_drawn("crossread", folder)
        pairs = [(start_to_drawn("bare", folder), start_to_drawn("crossread", folder)) for _ in range(RUNS)]
    bare_ms, bare_mb = median([bare[0] for bare, _ in pairs]), median([bare[1] for bare, _ in pairs])
    ours_ms, ours_mb = median([ours[0] for _, ours in pairs]), median([ours[1] for _, ours in pairs])
    return (
        Row(what="bare PySide6 window, start to drawn", value=bare_ms, unit="ms"),
        Row(what="Crossread, start to the library drawn", value=ours_ms, unit="ms"),
        Row(
            what="  as a ratio", value=median([ours[0] / bare[0] for bare, ours in pairs]), unit="x", budget=2
        ),
        Row(what="bare PySide6 window, memory", value=bare_mb, unit="MB"),
        Row(what="Crossread, memory", value=ours_mb, unit="MB"),
        Row(what="  as a ratio", value=ours_mb / bare_mb, unit="x", budget=2),
    )


def start_to_drawn(which: str, folder: str) -> tuple[float, float]:
    """Start one of the two; return milliseconds until it says it is drawn, and its memory in MB then."""
    environment = {**os.environ, "CROSSREAD_DATA": folder, "QT_QPA_PLATFORM": "offscreen"}
    began = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.started", which],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert child.stdout is not None
    too_long = threading.Timer(SLOWEST_S, child.kill)
    too_long.start()
    said = child.stdout.readline()
    too_long.cancel()
    elapsed = (time.perf_counter() - began) * 1000
    memory = _resident(child.pid)
    child.communicate("\n", timeout=30)
    if said.strip() != "drawn" or child.returncode != 0:
        raise RuntimeError(f"{which} did not start: said {said!r}, ended with {child.returncode}")
    return elapsed, memory


def _resident(pid: int) -> float:
    """Return the resident memory of a process in MB (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not tell a process's memory")
