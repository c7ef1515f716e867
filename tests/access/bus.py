"""Runs on the session bus that was made for one way: the accessibility bus, the window, the walker."""

import os
import subprocess
import sys
import time
from pathlib import Path

WAIT_S = 20.0  # for the window to be there
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def main(walker: str, way: str) -> int:
    """Start what the walk needs, go a way with the Python named `walker`, and end what was started."""
    launcher = next((path for path in LAUNCHERS if Path(path).exists()), None)
    if launcher is None:
        print("make test-access needs at-spi2-core: see the packages in README.md", file=sys.stderr)
        return 1
    bus = subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)
    time.sleep(0.5)  # the bus has no way to say that it is there
    ear = Path(os.environ["CROSSREAD_EAR"])
    window = subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-m", "tests.access.window"], stderr=subprocess.PIPE, text=True
    )
    try:
        end = time.monotonic() + WAIT_S
        while not ear.exists() and time.monotonic() < end:
            time.sleep(0.1)
        status = subprocess.run([walker, "-m", "tests.access.walks", way], check=False).returncode
    finally:
        ended = window.poll()
        window.terminate()
        _out, said = window.communicate(timeout=20)
        bus.terminate()
        bus.wait(10)
    if ended is not None or window.returncode or "Traceback" in said:
        print(f"FAULT {way}: the window ended with {window.returncode}\n{said}", file=sys.stderr)
        return 1
    return status


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
