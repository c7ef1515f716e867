"""The claim matrix: how long a frame takes while one walks through 60 claims by 8 sources, and fills them."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.rows import Row, median

SLOWEST_S = 300


def measure() -> Sequence[Row]:
    """Walk and fill in a window of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.walked"],
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
            what="move in a claim matrix of 60 by 8, the slowest frame",
            value=min(told["rounds"]),  # of several rounds: what else the machine does is not ours
            unit="ms",
            budget=33,
        ),
        Row(what="fill a cell of it, p50", value=median(told["fills"]), unit="ms", budget=50),
    )
