"""No test of the window finds what another left in the application: each is here twice, and leaves it."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crossread.base import translation
from crossread.base.trial_languages import Mirrored
from crossread.desktop import own_keys
from crossread.desktop.theme import theme
from tests.desktop.left_over import AWAY

twice = pytest.mark.parametrize("turn", ["first", "second"])


@pytest.fixture
def button(qtbot: QtBot) -> QPushButton:
    button = QPushButton("Wide")
    qtbot.addWidget(button)
    button.resize(400, 300)
    with qtbot.waitActive(button):
        button.show()
    return button


@twice
def test_nothing_is_pointed_at_before_the_mouse_is_moved(
    qtbot: QtBot, button: QPushButton, turn: str
) -> None:
    assert not button.underMouse()
    QTest.mouseMove(button, QPoint(200, 150))
    qtbot.waitUntil(button.underMouse)


@twice
def test_no_key_counts_as_held(button: QPushButton, qapp: QApplication, turn: str) -> None:
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    QTest.keyClick(button, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier


@twice
def test_no_button_of_the_mouse_counts_as_held(button: QPushButton, qapp: QApplication, turn: str) -> None:
    assert qapp.mouseButtons() == Qt.MouseButton.NoButton
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert qapp.mouseButtons() == Qt.MouseButton.LeftButton


@twice
def test_nothing_was_copied(qapp: QApplication, turn: str) -> None:
    assert qapp.clipboard().text() == ""
    qapp.clipboard().setText("words of before")


@twice
def test_the_window_runs_from_left_to_right_in_its_own_words(qapp: QApplication, turn: str) -> None:
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert translation._("Notes") == "Notes"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    translation.install(Mirrored())


@twice
def test_all_keys_act_as_they_are_declared(turn: str) -> None:
    assert QKeySequence(own_keys.acting("palette")[0]) == QKeySequence("Ctrl+K")
    assert own_keys.single_keys_act()
    own_keys.take_up(own_keys.OwnKeys({"palette": ["Ctrl+Alt+P"]}))
    own_keys.let_single_keys_act(False)


@twice
def test_the_look_and_the_cursor_are_the_usual_ones(qapp: QApplication, turn: str) -> None:
    assert theme.current() == theme.load_theme("paper")
    assert qapp.overrideCursor() is None
    assert qapp.cursorFlashTime() > 0
    theme.apply(qapp, theme.load_theme("night"), 28)
    qapp.setOverrideCursor(Qt.CursorShape.WaitCursor)
    qapp.setCursorFlashTime(0)


def test_a_wait_lets_come_what_calls_for_more_even_where_the_machine_stood_still(qtbot: QtBot) -> None:
    """Six steps, each called for by the one before: a wait of no length goes round for all of them."""
    steps: list[int] = []

    def step() -> None:
        steps.append(len(steps))
        if len(steps) < 6:
            QTimer.singleShot(0, step)

    QTimer.singleShot(0, step)
    qtbot.wait(0)
    assert len(steps) == 6


def test_away_is_outside_every_screen(qapp: QApplication) -> None:
    assert all(not screen.geometry().contains(AWAY) for screen in qapp.screens())
