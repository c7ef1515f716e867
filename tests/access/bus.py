"""Runs on the session bus that was made for the walk: the accessibility bus, the window, the walker."""

import subprocess
import sys
import time
from pathlib import Path

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def main(walker: str) -> int:
    """Start what the walk needs, walk with the Python named `walker`, and end what was started."""
    launcher = next((path for path in LAUNCHERS if Path(path).exists()), None)
    if launcher is None:
        print("make test-access needs at-spi2-core: see the packages in README.md", file=sys.stderr)
        return 1
    bus = subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)
    time.sleep(0.5)  # the bus has no way to say that it is there
    window = subprocess.Popen([sys.executable, "-m", "crossread"], stderr=subprocess.PIPE, text=True)
    try:
        status = subprocess.run([walker, "tests/access/walk.py"], check=False).returncode
    finally:
        window.terminate()
        _out, said = window.communicate(timeout=20)
        bus.terminate()
        bus.wait(10)
    if "Traceback" in said:
        print(said, file=sys.stderr)
        return 1
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
