"""A table of words shows all its rows, and a ring around it where the keys go, in every theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.lists.words_table import WordsTable
from tests.desktop.widgets.seeing import count_of


@pytest.fixture(params=theme.theme_names())
def named(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    theme.apply(qapp, theme.load_theme(request.param), 17)
    return str(request.param)


@pytest.fixture(autouse=True)
def paper_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.load_theme("paper"), 17)


def test_no_row_is_cut_off_and_the_focus_is_seen(named: str, qtbot: QtBot) -> None:
    page = QWidget()
    page.setAccessibleName(named)
    column = QVBoxLayout(page)
    table = WordsTable("Stages", ["Stage", "Stands"], [0.5, 0.5], page)
    other = QPushButton("Other", page)
    column.addWidget(table)
    column.addWidget(other)
    column.addStretch(1)
    table.set_words([["How many?", "under way"], ["Who speaks?", "handed in"]])
    qtbot.addWidget(page)
    page.resize(480, 320)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.verticalScrollBar().maximum() == 0
    before = table.row_rect(1)
    unfocused = count_of(table, theme.current().roles["focus"])
    table.setFocus(Qt.FocusReason.TabFocusReason)
    around = 2 * (table.width() + table.height())
    assert count_of(table, theme.current().roles["focus"]) > unfocused + around
    assert table.row_rect(1) == before
