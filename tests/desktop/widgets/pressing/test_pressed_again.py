"""A button that its own click moves away is pressed by every click on the place where it was."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.pressing.pressed_again import PressedAgain


class Moving(QWidget):
    """A button that goes down by its height with each click, and another one over the whole ground."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(400, 400)
        self.others = self.steps = 0
        self.other = QPushButton("other", self)
        self.other.setGeometry(0, 0, 400, 400)
        self.other.clicked.connect(self._other)
        self.step = QPushButton("+", self)
        self.step.setGeometry(100, 20, 60, 30)
        self.step.clicked.connect(self._step)
        PressedAgain(self.step)

    def _other(self) -> None:
        self.others += 1

    def _step(self) -> None:
        self.steps += 1
        self.step.move(self.step.x(), self.step.y() + 30)

    def click(self, x: int, y: int) -> None:
        QTest.mouseMove(self.windowHandle(), QPoint(x, y))
        QTest.mouseClick(self.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        QApplication.processEvents()


@pytest.fixture
def moving(qtbot: QtBot) -> Moving:
    made = Moving()
    qtbot.addWidget(made)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    return made


def test_clicks_on_the_same_place_are_clicks_of_the_button_though_a_hand_trembles(moving: Moving) -> None:
    for tremble in (0, 1, -1, 2):
        moving.click(120 + tremble, 30)
    assert (moving.steps, moving.others) == (4, 0)


def test_once_the_mouse_has_moved_whatever_is_under_it_is_pressed(moving: Moving) -> None:
    moving.click(120, 30)
    moving.click(300, 300)
    moving.click(120, 30)
    assert (moving.steps, moving.others) == (1, 2)


def test_at_its_end_the_button_takes_the_click_and_does_nothing(moving: Moving) -> None:
    moving.click(120, 30)
    moving.step.setEnabled(False)
    moving.click(120, 30)
    assert (moving.steps, moving.others) == (1, 0)


def test_a_button_that_is_gone_presses_nothing_and_a_key_watches_nothing(moving: Moving) -> None:
    moving.step.setFocus()
    QTest.keyClick(moving.step, Qt.Key.Key_Space)
    moving.click(300, 300)
    assert (moving.steps, moving.others) == (1, 1)
