"""Starts a screen, a session bus and the window, and walks every page through AT-SPI.

The offscreen platform shows nothing to AT-SPI, so this needs Xvfb, a window manager, a session bus and
Debian's own Python with pyatspi: the packages that the README names. Ends only what it started.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"  # where Debian puts pyatspi
LONGEST_S = 540


def main() -> int:
    """Walk; return 0 where nothing was found wrong."""
    tools = {name: shutil.which(name) or "" for name in ("Xvfb", "openbox", "dbus-run-session")}
    missing = [name for name, path in tools.items() if not path]
    if missing:
        print(f"make test-access needs {', '.join(missing)}: see the packages in README.md", file=sys.stderr)
        return 1
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        display = _screen(stack, tools["Xvfb"])
        environment = {
            **os.environ,
            "DISPLAY": display,
            "CROSSREAD_DATA": str(folder / "data"),
            "XDG_RUNTIME_DIR": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANGUAGE": "en",
            "PYTHONPATH": str(ROOT),
        }
        manager = subprocess.Popen([tools["openbox"]], env=environment, stderr=subprocess.DEVNULL)
        stack.callback(_end, manager)
        walk = [sys.executable, "-m", "tests.access.bus", SYSTEM_PYTHON]
        ended = subprocess.run(
            [tools["dbus-run-session"], "--", *walk],
            env=environment,
            cwd=ROOT,
            timeout=LONGEST_S,
            check=False,
        )
        return ended.returncode


def _screen(stack: ExitStack, xvfb: str) -> str:
    """Start a screen on a free display and return the display's name."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        [xvfb, "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    stack.callback(_end, screen)
    os.close(writing)
    with os.fdopen(reading) as told:
        return f":{told.readline().strip()}"


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    raise SystemExit(main())
