"""What tests of the window stand on: a fresh data folder, our look, and nothing left over from before."""

import gc
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.base.folders import DataFolders, content_folder
from crossread.desktop.clipboard import settle_clipboard
from crossread.desktop.widgets.announce import listen
from crossread.packs.compiled import load_pack
from tests.desktop.left_over import Usual
from tests.patience import LONGEST_S
from tests.threads import assert_no_background_is_at_work

FIXTURES = Path(__file__).parents[1] / "fixtures"
FEW = 10_000  # objects made since the last collection that are not worth one
MANY = 50  # modules imported since they were last kept out of collections
TURNS = 10  # of the event loop, for what one thing that has come calls for in its turn


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen platform has no window manager to tell of size hints; it says so for each window.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Have every wait as patient as a slow machine needs: what waits for a condition ends with it.

    What waits for a time lets the event loop go round as often as it needs too: where the machine stood
    still meanwhile, all of that time may have gone by in one turn.
    """
    for wait in ("waitUntil", "waitSignal", "waitActive", "waitExposed"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=round(LONGEST_S * 1000)))
    qtbot.wait = partial(_wait_in_turns, qtbot.wait)  # type: ignore[method-assign]
    return qtbot


def _wait_in_turns(wait: Callable[[int], None], ms: int) -> None:
    wait(ms)
    for _turn in range(TURNS):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolders:
    """Give the test a data folder of its own, which the program finds as well."""
    monkeypatch.setenv("CROSSREAD_DATA", str(tmp_path / "data"))
    return DataFolders(tmp_path / "data")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Check the packs that most tests open as they are; return the folder of their compiled copies."""
    cache = tmp_path_factory.mktemp("compiled")
    for pack in (FIXTURES / "two-accounts", FIXTURES / "all-ways", content_folder() / "every-kind"):
        load_pack(pack, cache)
    return cache


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """Give a list that fills with all that is announced to a screen reader during the test."""
    said: list[str] = []
    stop = listen(said.append)
    yield said
    stop()


class Collector:
    """Collects cycles; what imports made is kept out of every later collection, where it only costs time."""

    def __init__(self) -> None:
        self._modules = 0

    def collect(self) -> None:
        """Collect; keep out what is left where much was imported since it was last done."""
        gc.collect()
        if len(sys.modules) > self._modules + MANY:
            self._modules = len(sys.modules)
            gc.freeze()


@pytest.fixture(scope="session")
def collector() -> Collector:
    """Collect once before the first test."""
    collector = Collector()
    collector.collect()
    return collector


@pytest.fixture(scope="session")
def usual(qapp: QApplication) -> Usual:
    """Look at the application before the first test."""
    return Usual(qapp)


@pytest.fixture(autouse=True)
def a_window_of_its_own(usual: Usual, collector: Collector) -> Iterator[None]:
    """Give each test the application as it was at first; then close what it opened and collect what it left.

    Cycles are collected between tests only: collecting inside Qt's event dispatch crashes at random.
    """
    usual.put_back()
    gc.disable()
    yield
    QThreadPool.globalInstance().waitForDone(round(LONGEST_S * 1000))
    settle_clipboard()  # as the program does at its end
    windows = QApplication.topLevelWidgets()
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    if windows or gc.get_count()[0] > FEW:
        collector.collect()
    gc.enable()
    assert_no_background_is_at_work()
