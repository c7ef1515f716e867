"""The card of a pack’s way: where to go on stands above the stages, and says so of a pack that is done."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.pages.progress.way_card import WayCard
from crossread.reports.charts.way import Station


@pytest.mark.parametrize(
    ("answered", "words", "heard"),
    [
        (2, "Go on with it ›", "Go on with it: The corridor"),
        (3, "Look at it again ›", "Look at it again: The corridor"),
    ],
)
def test_the_way_on_stands_above_the_stages(qtbot: QtBot, answered: int, words: str, heard: str) -> None:
    stations = [Station("who", "Who saw what?", answered, 3, attempts=1)]
    page = QWidget()
    page.setAccessibleName(words)
    column = QVBoxLayout(page)
    column.addWidget(QPushButton("‹ Library", page))
    card = WayCard("corridor", "The corridor", stations, None, (answered, 3), page, is_here=True)
    column.addWidget(card)
    qtbot.addWidget(page)
    page.resize(520, 400)
    page.show()
    assert (card.go_on.text(), card.go_on.accessibleName()) == (words, heard)
    assert card.go_on.geometry().bottom() < card.chart.geometry().top()
    assert card.go_on.nextInFocusChain() is card.chart
