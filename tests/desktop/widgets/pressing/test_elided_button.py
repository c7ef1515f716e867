"""A button cuts its words to its room, and only then."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.pressing.elided_button import ElidedButton

WORDS = "Khojaly, 1992: five accounts"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def button(qtbot: QtBot, window: QWidget) -> ElidedButton:
    row = QHBoxLayout(window)
    shown = ElidedButton(window)
    row.addWidget(shown)
    row.addStretch(1)
    shown.set_whole(WORDS)
    window.resize(600, 60)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    return shown


def test_words_are_whole_where_there_is_room(button: ElidedButton) -> None:
    assert button.text() == WORDS


def test_words_that_were_away_come_back_whole(qtbot: QtBot, button: ElidedButton) -> None:
    button.set_whole("")
    button.hide()
    button.set_whole(WORDS)
    button.show()
    qtbot.wait(10)
    assert button.text() == WORDS


def test_words_are_cut_where_there_is_none_and_told_in_its_name(
    qtbot: QtBot, window: QWidget, button: ElidedButton
) -> None:
    window.resize(160, 60)
    qtbot.waitUntil(lambda: button.text() != WORDS)
    assert button.text().endswith("…")
    assert button.accessibleName() == WORDS
