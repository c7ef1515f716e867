"""A list that paints its rows: heads are passed over, letters stay keys, the current row may be higher."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.lists.painted_list import PaintedList

Key = Qt.Key
ROWS = ("# Trees", "alder", "birch", "# Stones", "chalk")


class _Line:
    def __init__(self, height: int) -> None:
        self.height = height

    def paint(self, painter: QPainter, at: QPointF) -> None:
        painter.drawText(at, "x")


class Names(PaintedList[str]):
    """Names under heads; laid out as high as told."""

    def spoken(self, row: str) -> str:
        return row.removeprefix("# ")

    def lay_out(self, row: str, width: int, *, current: bool) -> _Line:
        lines = len(row) // width + 1
        return _Line(lines * (40 if current else 20))

    def is_head(self, row: str) -> bool:
        return row.startswith("#")


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Names]:
    """Give a list with the focus."""
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Names("Names", holder)
    made.resize(200, 300)
    assert made.put_rows(ROWS)
    holder.show()
    made.setFocus()
    yield made
    holder.hide()


@pytest.fixture
def shown(made: Names) -> list[object]:
    """List what is shown from now on."""
    told: list[object] = []
    made.shown.connect(told.append)
    return told


def test_the_focus_comes_to_the_first_that_can_be_picked_and_arrows_pass_over_heads(
    made: Names, shown: list[object]
) -> None:
    assert made.current() == "alder"
    QTest.keyClick(made, Key.Key_Down)
    QTest.keyClick(made, Key.Key_Down)
    assert made.current() == "chalk"
    QTest.keyClick(made, Key.Key_Return)
    assert shown == ["chalk"]


def test_up_on_the_first_leads_to_what_is_above(qtbot: QtBot, made: Names) -> None:
    QTest.keyClick(made, Key.Key_Down)
    QTest.keyClick(made, Key.Key_Up)
    with qtbot.waitSignal(made.left_above):
        QTest.keyClick(made, Key.Key_Up)


def test_a_letter_does_not_look_for_rows(made: Names) -> None:
    QTest.keyClick(made, Key.Key_C)
    assert made.current() == "alder"


def test_the_current_row_is_laid_out_for_itself(made: Names) -> None:
    heights = [made.sizeHintForIndex(made.model_rows.index(number)).height() for number in range(3)]
    assert heights == [20, 40, 20]


def test_the_same_rows_stay_as_they_are(made: Names) -> None:
    made.go_to(4)
    assert not made.put_rows(list(ROWS))
    assert made.current() == "chalk"


def test_a_click_on_a_head_shows_nothing(made: Names, shown: list[object]) -> None:
    for number in (0, 1):
        at = made.visualRect(made.model_rows.index(number)).center()
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown == ["alder"]
