"""From one question to the next: how long until it is drawn, whatever its kind."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.bench.rows import Row, median

SLOWEST_S = 300


def measure() -> Sequence[Row]:
    """Go through the pack of every kind in a window of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.stepped"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=SLOWEST_S,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parent.parent.parent,
    )
    by_kind: dict[str, list[float]] = defaultdict(list)
    for kind, taken in json.loads(done.stdout):
        by_kind[kind].append(taken)
    typical = {kind: median(taken) for kind, taken in by_kind.items()}
    slowest = max(typical, key=lambda kind: typical[kind])
    everything = [taken for each in by_kind.values() for taken in each]
    return (
        Row(what="next question, all kinds, p50", value=median(everything), unit="ms", budget=50),
        Row(
            what=f"next question, the slowest kind ({slowest}), p50",
            value=typical[slowest],
            unit="ms",
            budget=50,
        ),
    )
