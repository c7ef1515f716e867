"""Two pages are compared by where all stands: what was moved is found, and what a mirror would not show."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.painting.sides import Sides, set_margins
from tests.looks.placing import Placed, moved, not_mirrored, placed


@pytest.fixture(autouse=True)
def direction(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class Signed(QWidget):
    """Paints a sign and a word beside it, turned round with the window or not."""

    def __init__(self, turns: bool) -> None:
        super().__init__()
        self._turns = turns
        self.setFixedHeight(40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, sides = QPainter(self), Sides.of(self)
        where = sides.rect(40, 0, 120, 40).toRect() if self._turns else QRect(40, 0, 120, 40)
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), "Where from")


def stand(qtbot: QtBot, page: QWidget) -> Placed:
    qtbot.addWidget(page)
    page.resize(400, 200)
    page.show()
    assert QTest.qWaitForWindowExposed(page)
    qtbot.wait(20)
    return placed(page)


def a_page(*, begin: int = 30, end: int = 10, turns: bool = True, margins_turn: bool = True) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    if margins_turn:
        set_margins(column, begin, 8, end, 8)
    else:
        column.setContentsMargins(begin, 8, end, 8)
    row = QHBoxLayout()
    row.addWidget(plain("Back", page))
    row.addStretch(1)
    row.addWidget(plain("Go on", page))
    column.addLayout(row)
    column.addWidget(labels.body("Who says so?", page))
    column.addWidget(Signed(turns))
    return page


def test_what_stands_elsewhere_was_moved(qtbot: QtBot) -> None:
    one = stand(qtbot, a_page())
    assert moved(one, stand(qtbot, a_page())) == []
    found = moved(one, stand(qtbot, a_page(begin=34)))
    assert any("Back" in fault for fault in found)


def test_what_is_on_one_page_only_is_told(qtbot: QtBot) -> None:
    more = a_page()
    plain("One more", more).setGeometry(0, 0, 80, 20)
    assert moved(stand(qtbot, a_page()), stand(qtbot, more)) == [
        "only on one page: QPushButton “One more” in "
    ]


@pytest.mark.parametrize(
    ("wrong", "named"),
    [({}, ""), ({"turns": False}, "Signed"), ({"margins_turn": False}, "Back")],
    ids=["all turned", "words that stayed", "margins that stayed"],
)
def test_a_page_turned_round_is_the_page_in_a_mirror(
    qtbot: QtBot, qapp: QApplication, wrong: dict[str, bool], named: str
) -> None:
    plain_page = stand(qtbot, a_page(**wrong))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    found = not_mirrored(plain_page, stand(qtbot, a_page(**wrong)))
    assert (found == []) == (named == "")
    assert all("not turned round" in fault for fault in found)
    assert not named or any(named in fault for fault in found)


@pytest.mark.parametrize("lies_over", [True, False])
def test_what_lies_over_words_stands_by_them_and_not_as_in_a_mirror(
    qtbot: QtBot, qapp: QApplication, *, lies_over: bool
) -> None:
    def page() -> QWidget:
        whole = QWidget()
        bubble = QWidget(whole)
        bubble.setProperty("overlay", lies_over)
        bubble.setGeometry(30, 20, 100, 40)
        return whole

    straight = stand(qtbot, page())
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert bool(not_mirrored(straight, stand(qtbot, page()))) is not lies_over
