"""A bar that stays: it takes its room always, and is seen only where there is something to scroll."""

from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.steady_bar import keep_room
from tests.desktop.widgets.seeing import colours_of


def test_it_keeps_its_room_and_shows_its_handle_where_there_is_more(qtbot: QtBot) -> None:
    shown = QListWidget()
    qtbot.addWidget(shown)
    keep_room(shown)
    shown.resize(200, 160)
    shown.addItems(["one", "two"])
    shown.show()
    QApplication.processEvents()
    handle = theme.current().roles["control-line"].lower()
    bar, room = shown.verticalScrollBar(), shown.viewport().width()
    assert bar.isVisible()
    assert colours_of(bar)[handle] == 0
    shown.addItems([f"line {number}" for number in range(40)])
    QApplication.processEvents()
    assert shown.viewport().width() == room
    assert colours_of(bar)[handle] > 20
    shown.clear()
    QApplication.processEvents()
    assert colours_of(bar)[handle] == 0
