"""Starts a screen, a session bus and the window for each way, and walks every page through AT-SPI.

`python -m tests.access` goes all ways, as many at once as there are cores; with names, those alone.

The offscreen platform shows nothing to AT-SPI, so this needs Xvfb, a window manager, a session bus and
Debian's own Python with pyatspi: the packages that the README names. Ends only what it started.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"  # where Debian puts pyatspi
LONGEST_S = 300
TOOLS = ("Xvfb", "openbox", "dbus-run-session", "xdotool")
WAYS = (
    "kinds",
    "tabs",
    "lesson",
    "inquiry",
    "desk",
    "compare",
    "figures",
    "resting",
    "when",
    "making",
    "reviewing",
    "looking_back",
    "learners",
    "pages",
)  # the longest first
# What the bus and the desktop say of themselves.
CHATTER = (
    "dbus-daemon",
    "SpiRegistry",
    "Openbox-Message",
    "qt.accessibility.atspi: AtSpiAdaptor::application",
)


def main() -> int:
    """Go the ways that are named, or all; return 0 where nothing was found wrong."""
    tools = {name: shutil.which(name) or "" for name in TOOLS}
    missing = [name for name, path in tools.items() if not path]
    if missing:
        print(f"make test-access needs {', '.join(missing)}: see the packages in README.md", file=sys.stderr)
        return 1
    ways = sys.argv[1:] or WAYS
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as several:
        statuses = list(several.map(_go, ways))
    return max(statuses)


def _go(way: str) -> int:
    """Go one way and tell what came of it at its end."""
    return _go_by_tab() if way == "tabs" else _walk(way)


def _go_by_tab() -> int:
    """Go round every page by Tab, which needs no screen."""
    return _told([sys.executable, "-m", "tests.access.tabs"], {**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def _walk(way: str) -> int:
    """Go one way in a window, on a screen and on a bus of its own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        display = _screen(stack)
        environment = {
            **os.environ,
            "DISPLAY": display,
            "CROSSREAD_DATA": str(folder / "data"),
            "CROSSREAD_EAR": str(folder / "ear"),
            "XDG_RUNTIME_DIR": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANGUAGE": "en",
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "app"))),  # this tree, whatever is installed
        }
        manager = subprocess.Popen(
            ["openbox"],  # noqa: S607
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        stack.callback(_end, manager)
        walk = [sys.executable, "-m", "tests.access.bus", SYSTEM_PYTHON, way]
        return _told(["dbus-run-session", "--", *walk], environment)


def _told(command: list[str], environment: dict[str, str]) -> int:
    """Run a command and print what it says once it has ended, so that ways do not speak at once."""
    ended = subprocess.run(
        command,
        env=environment,
        cwd=ROOT,
        timeout=LONGEST_S,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    lines = [line for line in ended.stdout.splitlines() if not line.startswith(CHATTER)]
    print("\n".join(lines), flush=True)
    return ended.returncode


def _screen(stack: ExitStack) -> str:
    """Start a screen on a free display and return the display's name."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],  # noqa: S607
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
