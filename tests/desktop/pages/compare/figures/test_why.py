"""Reasons why figures part: chips whose words go on in another line where a line has no room for them."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.pages.compare.figures.why import ReasonChecks
from crossread.packs.sources.compare_parts import FIGURE_REASONS

LONG = "a slip in writing or copying, by whoever wrote or copied it first"


def chips(qtbot: QtBot, width: int) -> tuple[QWidget, ReasonChecks]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    reasons = ReasonChecks((*FIGURE_REASONS.items(), ("long", LONG)), "Why do they part?", page)
    column.addWidget(reasons)
    column.addStretch(1)
    page.resize(width, 600)
    page.show()
    assert QTest.qWaitForWindowExposed(page)
    return page, reasons


def test_a_long_reason_has_all_its_lines_where_there_is_little_room(qtbot: QtBot) -> None:
    page, reasons = chips(qtbot, 240)
    long, short = reasons.check("long"), reasons.checks()[0]
    assert page.width() == 240
    assert long.width() <= reasons.width()
    assert long.height() == long.heightForWidth(long.width()) > 2 * short.fontMetrics().height()
    high = long.height()
    long.click()
    assert long.height() == high  # the tick has its room already


def test_with_room_each_reason_stands_on_one_line(qtbot: QtBot) -> None:
    _page, reasons = chips(qtbot, 1200)
    assert len({check.height() for check in reasons.checks()}) == 1
