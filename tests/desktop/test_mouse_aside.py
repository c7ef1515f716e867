"""Each test of the window begins with the mouse aside: none draws what the one before had pointed at."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("turn", ["first", "second"])
def test_nothing_is_pointed_at_before_the_mouse_is_moved(qtbot: QtBot, turn: str) -> None:
    button = QPushButton(turn)
    qtbot.addWidget(button)
    button.resize(400, 300)
    with qtbot.waitActive(button):
        button.show()
    assert not button.underMouse()
    QTest.mouseMove(button, QPoint(200, 150))
    qtbot.waitUntil(button.underMouse)
