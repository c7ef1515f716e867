"""A window that nobody uses: a word before, then it is over; any key and any move of the mouse renews it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from crossread.desktop.learners import unused
from crossread.desktop.learners.unused import Unused


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    return window


def test_a_word_comes_before_the_end(
    window: QMainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unused, "WARNING_S", 0.1)
    watch = Unused(0.2, window, window)
    came: list[str] = []
    watch.soon.connect(lambda: came.append("soon"))
    watch.over.connect(lambda: came.append("over"))
    qtbot.waitUntil(lambda: "over" in came)
    assert came[:2] == ["soon", "over"]
    qtbot.waitUntil(lambda: came.count("over") == 2)  # where the window could not close, it is tried again


@pytest.mark.parametrize("use", ["key", "mouse", "press"])
def test_whoever_uses_the_window_has_the_whole_time_again(window: QMainWindow, use: str) -> None:
    watch = Unused(1000, window, window)
    handle = window.windowHandle()
    assert handle is not None
    watch._end.start(900)  # nearly over
    if use == "key":
        QTest.keyClick(handle, Qt.Key.Key_A)
    elif use == "mouse":
        QTest.mouseMove(handle, QPoint(40, 50))
    else:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert watch._end.interval() == 1_000_000


def test_what_was_said_is_taken_back_once_somebody_is_there(window: QMainWindow) -> None:
    watch = Unused(1000, window, window)
    came: list[str] = []
    watch.renewed.connect(lambda: came.append("renewed"))
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert came == []
    watch._warning.timeout.emit()
    QTest.keyClick(handle, Qt.Key.Key_A)
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert came == ["renewed"]
