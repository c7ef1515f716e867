"""The focus is not left on a hidden button, whether its window is the active one or not."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.seen_focus import SeenFocus, is_put_away
from crossread.desktop.tab_order import stops
from crossread.desktop.widgets.frames.stack import Stack


class Window(QWidget):
    """A window with a button and two pages of two buttons each."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.bar = QPushButton("bar", self)
        self.stack = Stack(self)
        column.addWidget(self.bar)
        column.addWidget(self.stack)
        self.pages = [_page(self.stack), _page(self.stack)]
        for page in self.pages:
            self.stack.addWidget(page)
        self.seen = SeenFocus(self, self.way)

    def way(self) -> Sequence[QWidget]:
        current = self.stack.currentWidget()
        return [self.bar, *(stops(current) if current is not None else [])]


def _page(parent: QWidget) -> QWidget:
    page = QWidget(parent)
    row = QVBoxLayout(page)
    for name in ("first", "second"):
        row.addWidget(QPushButton(name, page))
    return page


def button(page: QWidget, number: int) -> QPushButton:
    return page.findChildren(QPushButton)[number]


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_focus_moves_on_from_a_button_in_what_is_hidden(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    hidden = QWidget(window.pages[0])
    inside = QPushButton("inside", hidden)
    hidden.hide()
    inside.setFocus()
    assert window.focusWidget() is inside, "Qt puts it there"
    qtbot.waitUntil(lambda: (focus := window.focusWidget()) is not None and focus.isVisible())


def test_focus_that_is_put_right_in_the_same_turn_stays_where_it_was_put(
    qtbot: QtBot, window: Window
) -> None:
    hidden = QWidget(window.pages[0])
    inside = QPushButton("inside", hidden)
    hidden.hide()
    inside.setFocus()
    button(window.pages[0], 1).setFocus()
    window.seen.look_soon()
    qtbot.wait(20)
    assert window.focusWidget() is button(window.pages[0], 1)


def test_what_is_only_not_shown_yet_keeps_the_focus(window: Window) -> None:
    coming = QPushButton("coming", window.pages[0])
    assert not coming.isVisible()
    assert not is_put_away(coming)
    coming.hide()
    assert is_put_away(coming)
