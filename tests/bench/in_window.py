"""What is measured in a window of its own: another process runs it, and tells what took how long as JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SLOWEST_S = 300


def told_by(module: str) -> Any:
    """Run a module of the bench and return what it told; raises where it fails, or is not done in time."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=SLOWEST_S,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parent.parent.parent,
    )
    return json.loads(done.stdout)
