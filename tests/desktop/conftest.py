"""What tests of the window stand on: a fresh data folder, our look, and nothing left over from before."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from crossread.base.folders import DataFolders
from crossread.desktop.clipboard import settle_clipboard
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import listen
from tests.threads import assert_no_background_is_at_work


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen platform has no window manager to tell of size hints; it says so for each window.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolders:
    """Give the test a data folder of its own, which the program finds as well."""
    monkeypatch.setenv("CROSSREAD_DATA", str(tmp_path / "data"))
    return DataFolders(tmp_path / "data")


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """Give a list that fills with all that is announced to a screen reader during the test."""
    said: list[str] = []
    stop = listen(said.append)
    yield said
    stop()


@pytest.fixture(autouse=True, scope="session")
def what_was_imported_stays() -> None:
    """Keep what the imports made out of every later collection: it only costs time there."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def a_window_of_its_own(qapp: QApplication) -> Iterator[None]:
    """Give each test the paper theme; then close what it opened and collect what it left.

    Cycles are collected between tests only: collecting inside Qt's event dispatch crashes at random.
    """
    usual, now = theme.load_theme("paper"), theme.current()
    if not theme.is_applied() or now != usual:
        theme.apply(qapp, usual, theme.READING, usual.typography, usual.aids)
    gc.disable()
    yield
    QThreadPool.globalInstance().waitForDone(10_000)
    settle_clipboard()  # as the program does at its end
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    gc.enable()
    gc.collect()
    assert_no_background_is_at_work()
