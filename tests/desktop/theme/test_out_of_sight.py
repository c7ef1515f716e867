"""What is out of sight takes on another look when it is shown, and what is in sight is told of it once."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.stack import Stack
from crossread.desktop.widgets.labels import Label


class Page(QWidget):
    """A page with some words and a button, which counts how often it is told of another look."""

    def __init__(self, parent: QWidget, number: int = 0) -> None:
        super().__init__(parent)
        self.number, self.told = number, 0
        self.words, self.button = Label("The water rose in the night.", parent=self), plain("Go on", self)
        column = QVBoxLayout(self)
        for widget in (self.words, self.button):
            column.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        self.told += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


@pytest.fixture
def stack(qtbot: QtBot) -> Stack:
    made = Stack()
    qtbot.addWidget(made)
    for number in range(2):
        made.addWidget(Page(made, number))
    made.resize(500, 300)
    made.show()
    for page in pages(made):
        made.setCurrentWidget(page)  # each has been seen once
    made.setCurrentWidget(pages(made)[0])
    for page in pages(made):
        page.told = 0
    return made


def pages(stack: Stack) -> list[Page]:
    return sorted(stack.findChildren(Page), key=lambda page: page.number)


def looks(widget: Page) -> tuple[object, ...]:
    """Return all that can be seen of a page, and the room that its parts want."""
    QApplication.processEvents()
    parts = (widget.words, widget.button)
    return (
        widget.grab().toImage(),
        *(part.geometry() for part in parts),
        *(part.sizeHint() for part in parts),
        widget.button.font().pixelSize(),
    )


@pytest.mark.parametrize("changes", [[("paper", 30)], [("night", 17)], [("sepia", 34), ("night", 12)]])
def test_a_page_that_was_out_of_sight_looks_as_one_that_was_in_sight(
    qapp: QApplication, stack: Stack, changes: list[tuple[str, int]]
) -> None:
    seen, hidden = pages(stack)
    for name, size in changes:
        theme.apply(qapp, theme.load_theme(name), size)
    wanted = looks(seen)
    stack.setCurrentWidget(hidden)
    assert looks(hidden) == wanted


def test_there_and_back_again_changes_nothing(qapp: QApplication, stack: Stack) -> None:
    seen, hidden = pages(stack)
    before = looks(seen)
    for size in (30, 17):
        theme.apply(qapp, theme.load_theme("night"), size)
    theme.apply(qapp, theme.load_theme("paper"))
    stack.setCurrentWidget(hidden)
    assert looks(hidden) == before


def test_each_is_told_once_and_what_is_out_of_sight_when_it_is_shown(
    qapp: QApplication, stack: Stack
) -> None:
    """Each time costs a layout: twice as many pages would take twice as long."""
    seen, hidden = pages(stack)
    for size in (20, 24):
        theme.apply(qapp, theme.load_theme("paper"), size)
    assert (seen.told, hidden.told) == (2, 0)
    stack.setCurrentWidget(hidden)
    assert (seen.told, hidden.told) == (2, 1)
    theme.apply(qapp, theme.load_theme("paper"))
    assert (seen.told, hidden.told) == (2, 2)
    stack.setCurrentWidget(seen)
    stack.setCurrentWidget(hidden)
    assert (seen.told, hidden.told) == (3, 2)


def test_a_page_deep_in_another_takes_on_the_look_too(qapp: QApplication, qtbot: QtBot) -> None:
    outer = Stack()
    qtbot.addWidget(outer)
    inner = Stack(outer)
    for around in (outer, inner):
        around.addWidget(Page(around))
    outer.addWidget(inner)
    inner.addWidget(Page(inner, 1))
    outer.resize(500, 300)
    outer.show()
    first = outer.currentWidget()
    second, third = pages(inner)
    for page in (second, third):
        inner.setCurrentWidget(page)
    assert isinstance(first, Page)
    theme.apply(qapp, theme.load_theme("night"), 28)
    wanted = looks(first)
    outer.setCurrentWidget(inner)
    assert looks(third) == wanted
    inner.setCurrentWidget(second)
    assert looks(second) == wanted


def test_what_was_put_in_while_the_page_was_out_of_sight_is_there_in_the_look(
    qapp: QApplication, stack: Stack
) -> None:
    seen, hidden = pages(stack)
    theme.apply(qapp, theme.load_theme("night"), 28)
    late: QPushButton = plain("Late", hidden)
    layout = hidden.layout()
    assert layout is not None
    layout.addWidget(late)
    looks(seen)
    stack.setCurrentWidget(hidden)
    QApplication.processEvents()
    assert late.isVisible()
    assert late.height() == hidden.button.height() == seen.button.height()
    colour = late.grab().toImage().pixelColor(late.width() // 2, 4)
    assert colour == theme.current().colour("surface")


def test_the_page_that_is_left_when_one_is_taken_out_has_the_look(qapp: QApplication, stack: Stack) -> None:
    seen, hidden = pages(stack)
    theme.apply(qapp, theme.load_theme("night"), 28)
    wanted = looks(seen)
    stack.removeWidget(seen)
    seen.hide()
    assert looks(hidden) == wanted


def test_a_page_that_is_gone_is_not_missed(qapp: QApplication, qtbot: QtBot, stack: Stack) -> None:
    seen, hidden = pages(stack)
    stack.removeWidget(hidden)
    hidden.deleteLater()
    qtbot.wait(0)
    theme.apply(qapp, theme.load_theme("night"), 28)
    del hidden
    gc.collect()
    theme.apply(qapp, theme.load_theme("paper"), 24)
    assert seen.button.font().pixelSize() == theme.current().font("interface").pixelSize()
