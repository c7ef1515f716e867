"""Borders between widgets: grabbed beside the hairline, moved by keys as they lie, never past the least."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.frames.grip_splitter import GRAB, Grip, GripSplitter

LEAST = 100


class Host(QWidget):
    """Two widgets with a border between them."""

    def __init__(self) -> None:
        super().__init__()
        self.splitter = GripSplitter(Qt.Orientation.Horizontal, "Border", self)
        for _number in range(2):
            one = QWidget()
            one.setMinimumWidth(LEAST)
            self.splitter.addWidget(one)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    def grip(self) -> Grip:
        grip = self.splitter.handle(1)
        assert isinstance(grip, Grip)
        return grip

    def first(self) -> QWidget:
        return self.splitter.parts()[0]


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def host(qtbot: QtBot, request: pytest.FixtureRequest) -> Host:
    """Show it in either direction."""
    host = Host()
    qtbot.addWidget(host)
    host.setLayoutDirection(request.param)
    host.resize(601, 200)
    host.show()
    assert QTest.qWaitForWindowExposed(host)
    host.splitter.setSizes([300, 300])
    return host


def test_it_has_a_name_and_tab_comes_to_it(host: Host) -> None:
    assert host.grip().accessibleName() == "Border"
    assert host.grip().focusPolicy() == Qt.FocusPolicy.TabFocus


def test_the_mouse_takes_hold_beside_the_line_too(host: Host) -> None:
    grip = host.grip()
    assert grip.width() == 1 + 2 * GRAB
    before = host.first().width()
    at = QPoint(1, 50)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(grip, at + QPoint(40, 0))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=at)
    assert host.first().width() != before


@pytest.mark.parametrize(("key", "way"), [(Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)])
def test_arrow_keys_move_it_as_it_lies_on_the_screen(host: Host, key: Qt.Key, way: int) -> None:
    grip = host.grip()
    grip.setFocus()
    before = grip.x()
    QTest.keyClick(grip, key)
    assert (grip.x() - before) * way > 0


def test_no_side_becomes_smaller_than_it_may_be(host: Host) -> None:
    grip = host.grip()
    for _press in range(60):
        QTest.keyClick(grip, Qt.Key.Key_Left)
    assert min(part.width() for part in host.splitter.parts()) >= LEAST
    host.splitter.give(0, 5000)
    assert host.splitter.sizes()[1] >= LEAST
    host.splitter.give(0, -5000)
    assert host.splitter.sizes()[0] >= LEAST
    host.splitter.give(1, 50)
    assert host.splitter.sizes()[1] > 300


def test_enter_and_a_double_click_ask_to_even_out(host: Host, qtbot: QtBot) -> None:
    with qtbot.waitSignal(host.splitter.evening_asked):
        QTest.keyClick(host.grip(), Qt.Key.Key_Return)
    with qtbot.waitSignal(host.splitter.evening_asked):
        QTest.mouseDClick(host.grip(), Qt.MouseButton.LeftButton, pos=QPoint(GRAB, 50))


def test_one_that_is_alone_has_nothing_to_give(host: Host) -> None:
    host.splitter.parts()[1].hide()
    before = host.splitter.sizes()
    host.splitter.give(0, -50)
    assert host.splitter.sizes() == before
