"""A bar that stays: it takes its room always, and is seen only where there is something to scroll."""

from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.frames.steady_bar import keep_room
from tests.desktop.widgets.seeing import colours_of


def handle(bar: QWidget) -> int:
    """Count what is painted on the ground of a bar, in whatever colour: under the mouse it is another."""
    seen = colours_of(bar)
    return seen.total() - seen.most_common(1)[0][1]


def test_it_keeps_its_room_and_shows_its_handle_where_there_is_more(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.load_theme("paper"))
    shown = QListWidget()
    qtbot.addWidget(shown)
    keep_room(shown)
    shown.resize(200, 160)
    shown.addItems(["one", "two"])
    shown.show()
    QApplication.processEvents()
    bar, room = shown.verticalScrollBar(), shown.viewport().width()
    assert bar.isVisible()
    assert handle(bar) == 0
    shown.addItems([f"line {number}" for number in range(40)])
    QApplication.processEvents()
    assert shown.viewport().width() == room
    assert handle(bar) > 20
    shown.clear()
    QApplication.processEvents()
    assert handle(bar) == 0
