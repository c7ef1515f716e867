"""Starting and ending the real process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from crossread.base.settings import Settings
from crossread.desktop.geometry import keep_geometry, restore_geometry
from tests.desktop.pages.conftest import Opened

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


@pytest.fixture
def process(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "data")]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        yield running
        running.kill()


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_a_process_that_is_asked_to_end_closes_its_record_and_says_all_is_saved(
    process: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    for _ in range(600):
        if (
            list(tmp_path.glob("data/learners/*/record.sqlite"))
            and (tmp_path / "data/library.sqlite").exists()
        ):
            break
        assert process.poll() is None, process.communicate()[1]
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    _out, errors = process.communicate(timeout=30)
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
