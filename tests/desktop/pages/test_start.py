"""Starting and ending the real process."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QSessionManager

from crossread.base.settings import Settings
from crossread.desktop.ending import Logout
from crossread.desktop.geometry import keep_geometry, restore_geometry
from crossread.desktop.no_screen import no_window
from crossread.desktop.record_banners import folder_for_data
from crossread.operations.sessions.changed import Status
from tests.desktop.pages.conftest import Opened
from tests.entries_at_hand import entries_at_hand

PROGRAM = """
import sys
from pathlib import Path
from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.desktop.start import run
folders = DataFolders(Path(sys.argv[1]))
sys.exit(run(folders, Settings(folders.settings), SystemClock(), None))
"""

# Says so once the window is up, its record open and its library looked through.
SAYS_READY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from crossread.desktop.window import MainWindow
app = QApplication([])
def look():
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible() and window._around.session.shelf():
            if window._around.session.status.kind == "ready":
                print("ready", flush=True)
                timer.stop()
timer = QTimer(app)
timer.timeout.connect(look)
timer.start(50)
sys.exit(run(folders, Settings(folders.settings), SystemClock(), None))
"""

# Chooses another folder as soon as that is offered, and closes the window once it can be written to.
ANOTHER_FOLDER = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from crossread.desktop.no_screen import no_window
from crossread.desktop.record_banners import RecordBanners
QFileDialog.getExistingDirectory = lambda *_: sys.argv[2]
def look():
    for window in QApplication.topLevelWidgets():
        for banners in window.findChildren(RecordBanners) if window.isVisible() else ():
            print(banners.trouble.message() or banners.news.message())
            for button in banners.trouble.buttons():
                if button.text().startswith("Use another"):
                    button.click()
            if window._around.session.status.kind == "ready":
                window.close()
app = QApplication([])
timer = QTimer(app)
timer.timeout.connect(look)
timer.start(100)
sys.exit(run(folders, Settings(folders.settings), SystemClock(), None))
"""

# The window itself is broken; whoever sees the page of the report closes it.
BROKEN = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import crossread.desktop.start
from crossread.desktop.pages.crash import CrashPage
def broken(*_):
    raise ZeroDivisionError("a mistake")
crossread.desktop.start.MainWindow = broken
def look():
    for page in QApplication.topLevelWidgets():
        if isinstance(page, CrashPage) and page.isVisible():
            print("seen")
            page.close()
app = QApplication([])
timer = QTimer(app)
timer.timeout.connect(look)
timer.start(100)
sys.exit(run(folders, Settings(folders.settings), SystemClock(), None))
"""

# The disk refuses what is done last, when the window closes; the window is closed once it takes it again.
LAST_IS_REFUSED = """
import errno
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.place import Place
from crossread.desktop.window import MainWindow
from crossread.inquiry.commands import OpenCard
from crossread.record.second_log import SecondLog
from tests.entries_at_hand import entries_at_hand
full, steps, written = [], [], SecondLog.append
def append(*arguments):
    if full:
        raise OSError(errno.ENOSPC, "No space left on device")
    return written(*arguments)
SecondLog.append = append
def look():
    window = next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)
    if window is None or not window.isVisible() or window._around.session.status.kind == "opening":
        return
    session, shown = window._around.session, window.pages.currentWidget()
    if not steps:
        steps.append("go")
        window.go(Place("stage", "khojaly-1992", "meet"))
    elif steps == ["go"] and isinstance(shown, PackPages) and session.status.kind == "ready":
        steps.append("close")
        full.append(True)
        session.do(shown.opened, OpenCard(source="leaflet"))
        window.close()
    elif steps == ["go", "close"]:
        steps.append("again")
        print(window.banners.trouble.message())
        full.clear()
        window.banners.trouble.buttons()[0].click()
    elif steps == ["go", "close", "again"] and session.status.kind == "ready":
        steps.append("end")
        print([entry.payload for entry in entries_at_hand(session) if entry.kind == "card-opened"][-1])
        window.close()
app = QApplication([])
timer = QTimer(app)
timer.timeout.connect(look)
timer.start(100)
sys.exit(run(folders, Settings(folders.settings), SystemClock(), None))
"""

COPIED = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.desktop.window import MainWindow
from crossread.texts.text import Block, Text
app = QApplication([])
def copy():
    window = next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)
    if window is None or not window.isVisible():
        return
    timer.stop()
    view = ReadingView(window)
    view.set_text(Text((Block("paragraph", "The bridge was closed."),)), "A text")
    view.selectAll()
    view.copy()
    window.close()
timer = QTimer(app)
timer.timeout.connect(copy)
timer.start(50)
run(folders, Settings(folders.settings), SystemClock(), None)
print(QGuiApplication.clipboard().text())
sys.exit(0)
"""


def start(what: str, *arguments: Path) -> "subprocess.CompletedProcess[str]":
    """Run the program with something else in the place of its last line."""
    program = PROGRAM[: PROGRAM.rindex("sys.exit")] + what
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_where_the_data_folder_refuses_another_one_can_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "other").mkdir()
    done = start(ANOTHER_FOLDER, tmp_path / "file" / "data", tmp_path / "other")
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stdout.splitlines() if line]
    assert said[0].startswith("This learner's record cannot be opened")
    assert said[-1].startswith("What you do is kept in the folder that you chose.")
    assert list((tmp_path / "other").glob("learners/*/record.sqlite"))


def test_what_is_refused_when_the_window_is_gone_brings_it_back_with_the_question(tmp_path: Path) -> None:
    done = start(LAST_IS_REFUSED, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    asked, opened = done.stdout.splitlines()
    assert asked.startswith("Some of what you did is not saved yet")
    assert "leaflet" in opened
    assert "leaflet" in "".join(log.read_text() for log in tmp_path.glob("data/learners/*/answers-*.log"))


def test_what_was_copied_is_left_behind_and_the_process_ends_well(tmp_path: Path) -> None:
    done = start(COPIED, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert "The bridge" in done.stdout


def test_a_folder_full_of_other_things_gets_a_folder_of_ours_in_it(tmp_path: Path) -> None:
    assert folder_for_data(tmp_path) == tmp_path
    (tmp_path / "essay.txt").touch()
    assert folder_for_data(tmp_path) == tmp_path / "Crossread"
    (tmp_path / "learners").mkdir()
    assert folder_for_data(tmp_path) == tmp_path


def test_a_window_that_cannot_be_made_ends_with_a_report_in_view_and_not_in_silence(tmp_path: Path) -> None:
    done = start(BROKEN, tmp_path / "data")
    assert done.returncode == 1
    assert "seen" in done.stdout
    (report,) = (tmp_path / "data" / "crashes").iterdir()
    assert "ZeroDivisionError" in report.read_text()


class Manager:
    """What the system asks by when the learner logs out."""

    def __init__(self) -> None:
        self.cancelled = False

    def allowsInteraction(self) -> bool:  # noqa: N802  (Qt's own name)
        return True

    def cancel(self) -> None:
        self.cancelled = True


def test_logging_out_keeps_what_is_half_written_and_is_not_in_the_way(opened: Opened) -> None:
    opened.go("read-night")
    opened.press(Qt.Key.Key_N)
    opened.press(Qt.Key.Key_2)
    manager = Manager()
    Logout(opened.window, opened.session).take(cast("QSessionManager", manager))
    assert not manager.cancelled
    assert opened.session.status.kind == "ready"
    assert any(entry.kind == "answered" for entry in entries_at_hand(opened.session))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_logging_out_is_stopped_where_answers_would_be_lost(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = Status(kind="not-saved", message="The disk is full.")
    monkeypatch.setattr(type(opened.session), "status", property(lambda _session: status))
    manager = Manager()
    Logout(opened.window, opened.session).take(cast("QSessionManager", manager))
    assert manager.cancelled
    assert "closing now would lose it" in opened.window.banners.trouble.message()
    monkeypatch.undo()


def test_where_qt_opens_no_window_a_sentence_says_so_and_nothing_is_dumped(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "nonesuch"}
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "data")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("No window can be opened. Qt says:")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("qt.qpa.xcb: could not connect to display :9", "The screen cannot be reached"),
        ("From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb plugin.", "libxcb-cursor0"),
    ],
)
def test_the_usual_reasons_for_no_window_are_told_with_what_to_do(said: str, told: str) -> None:
    assert told in no_window([said, "This application failed to start."])


@pytest.fixture
def process(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program = PROGRAM[: PROGRAM.rindex("sys.exit")] + SAYS_READY
    command = [sys.executable, "-c", program, str(tmp_path / "data")]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        yield running
        running.kill()


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_a_process_that_is_asked_to_end_closes_its_record_and_says_all_is_saved(
    process: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n", process.communicate()[1]
    process.send_signal(signal.SIGTERM)
    _out, errors = process.communicate()
    assert process.returncode == 0, errors
    assert "Traceback" not in errors
    assert Settings(tmp_path / "data" / "settings.toml").place("window")


def test_the_window_comes_back_where_it_stood(opened: Opened) -> None:
    opened.window.resize(720, 500)
    keep_geometry(opened.window, opened.settings)
    opened.window.resize(600, 600)
    restore_geometry(opened.window, opened.settings)
    assert opened.window.width() == 720


def test_a_place_that_cannot_be_read_gives_a_first_size(opened: Opened) -> None:
    broken = QByteArray(b"not a geometry").toBase64().data()
    opened.settings.remember("window", {"geometry": bytes(broken).decode()})
    opened.window.resize(600, 600)
    restore_geometry(opened.window, opened.settings)
    assert opened.window.width() > 600
