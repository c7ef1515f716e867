"""Another theme, size or typography with four texts beside a question: how long until all of it is drawn."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.rows import Row, median

SLOWEST_S = 300
WHAT = {
    "theme": "another theme, four panes and a question",
    "size": "another text size, four panes and a question",
    "setting": "another line height or typeface, four panes and a question",
    "preset": "another preset of the texts, four panes and a question",
    "visited": "another theme or text size, after all pages were visited",
}


def measure() -> Sequence[Row]:
    """Change looks in a window of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.restyled"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=SLOWEST_S,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parent.parent.parent,
    )
    told = json.loads(done.stdout)
    return [
        Row(what=f"{what}, p50", value=median(told[name]), unit="ms", budget=100)
        for name, what in WHAT.items()
    ]
