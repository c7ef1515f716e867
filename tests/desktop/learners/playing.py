"""Playing the real program, from its start to its end, in a process of its own, step by step."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LONGEST_S = 170  # on a machine that has much else to do
# What is played: each step is a function that returns whether it could be done by now. What `say` prints is
# what the test looks at.
_PLAYED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.desktop.learners.learners_page import LearnersPage
from crossread.desktop.learners.start_window import StartWindow
from crossread.desktop.place import Place
from crossread.desktop.seat import Seat
from crossread.desktop.start import run
from crossread.desktop.window import MainWindow
import crossread.operations.learners.kept_word
import crossread.operations.sessions.session_packs
crossread.operations.learners.kept_word.COST = 2
crossread.operations.sessions.session_packs.content_folder = lambda: folders.root / "no-packs"  # none
folders = DataFolders(Path(sys.argv[1]))

def shown(kind):
    seen = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return seen[0] if seen else None

def say(*words):
    print(*words, flush=True)

def ready(window):
    return window is not None and window._around.session.status.kind == "ready"

def page(window):
    found = window.pages.page()
    return found if isinstance(found, LearnersPage) else None

STEPS

app = QApplication([])
left = list(steps)
def turn():
    if left and left[0]():
        left.pop(0)
timer = QTimer(app)
timer.timeout.connect(turn)
timer.start(30)
code = run(folders, Settings(folders.settings), SystemClock(), None, "", @MODE@, @LEARNER@)
say("left", len(left))
sys.exit(code)
"""

# A window that somebody sits in; `ready` waits until its record is open.
CLOSE = """
def close():
    window = shown(MainWindow)
    if ready(window):
        window.close()
        return True
"""


def play(data: Path, steps: str, *, mode: str = "", learner: str = "") -> "subprocess.CompletedProcess[str]":
    """Play steps over a data folder until the program ends by itself."""
    program = _PLAYED.replace("STEPS", CLOSE + steps)
    program = program.replace("@MODE@", repr(mode)).replace("@LEARNER@", repr(learner))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, str(data)]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )


@contextmanager
def started(data: Path, steps: str, *, mode: str = "") -> Iterator["subprocess.Popen[str]"]:
    """Begin to play steps, in a program that the test ends; it is killed where the test did not."""
    program = _PLAYED.replace("STEPS", CLOSE + steps).replace("@MODE@", repr(mode)).replace("@LEARNER@", "''")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, str(data)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            running.kill()
