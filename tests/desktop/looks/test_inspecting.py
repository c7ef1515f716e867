"""What looks for faults finds each sort of them where one is planted, and none where all is well."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.picking.segmented import Segmented
from tests.looks.inspecting import faults

LONG = "Memorials have been opened in Mexico City, Berlin and the Hague"

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def show_it(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(400, 300)
        widget.show()
        assert QTest.qWaitForWindowExposed(widget)
        qtbot.wait(20)
        return widget

    return show_it


class Painter(QWidget):
    """Paints words at places, as widgets do that paint themselves."""

    def __init__(self, parent: QWidget | None, *words: tuple[QRect, str]) -> None:
        super().__init__(parent)
        self._words = words

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for where, words in self._words:
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), words)


def kinds(widget: QWidget) -> list[str]:
    return [fault.partition(":")[0] for fault in faults(widget)]


def test_a_page_on_which_all_is_well_has_none(show: Show) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(labels.title("Where they part", page))
    column.addWidget(labels.body(LONG * 3, page))
    column.addWidget(plain("Go on", page))
    column.addWidget(Segmented((("a", "Digest"), ("b", "Original")), page, name="Text"))
    column.addWidget(QLineEdit("typed " * 40, page))
    column.addStretch(1)
    assert faults(show(page)) == []


def test_a_label_with_too_little_height_is_cut(show: Show) -> None:
    page = QWidget()
    label = labels.body(LONG * 3, page)
    label.setGeometry(0, 0, 200, 20)
    assert set(kinds(show(page))) == {"cut"}


def test_a_button_with_too_little_width_is_cut(show: Show) -> None:
    page = QWidget()
    QPushButton(LONG, page).setGeometry(0, 0, 60, 30)
    assert set(kinds(show(page))) == {"cut"}


def test_words_that_a_widget_paints_over_its_edge_are_cut(show: Show) -> None:
    assert kinds(show(Painter(None, (QRect(350, 10, 300, 30), LONG)))) == ["cut"]


def test_words_that_are_clipped_are_cut(show: Show) -> None:
    class Clipped(Painter):
        def paintEvent(self, _event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.setClipRect(QRect(0, 0, 50, 100))
            painter.drawText(QRect(0, 0, 300, 30), 0, "three words here")

    assert kinds(show(Clipped(None))) == ["cut"]


def test_words_that_were_left_out_have_to_be_in_a_tip(show: Show) -> None:
    page = QWidget()
    label = labels.body("Memorials have been opened in Mexico …", page)
    label.setGeometry(0, 0, 390, 40)
    assert kinds(show(page)) == ["elided"]
    label.setToolTip(LONG)
    assert faults(page) == []


def test_a_word_with_dots_that_goes_on_is_not_left_out(show: Show) -> None:
    page = QWidget()
    labels.body("saving…", page).setGeometry(0, 0, 100, 30)
    plain("Add the author’s own text…", page).setGeometry(0, 60, 300, 40)
    assert faults(show(page)) == []


def test_what_a_list_leaves_out_of_a_row_has_to_be_told_somewhere(show: Show) -> None:
    page = QWidget()
    rows = QListWidget(page)
    rows.setGeometry(0, 0, 120, 200)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setTextElideMode(Qt.TextElideMode.ElideRight)
    rows.setUniformItemSizes(True)
    rows.addItem(LONG)
    rows.item(0).setSizeHint(
        rows.item(0).sizeHint().expandedTo(rows.viewport().size().boundedTo(rows.size()))
    )
    rows.item(0).setSizeHint(QRect(0, 0, 110, 24).size())
    assert kinds(show(page)) == ["elided"]
    rows.item(0).setToolTip(LONG)
    assert faults(page) == []


def test_a_head_of_a_table_that_has_no_room_is_found(show: Show) -> None:
    page = QWidget()
    table = QTableWidget(1, 1, page)
    table.setGeometry(0, 0, 300, 200)
    table.setHorizontalHeaderLabels([LONG])
    table.setColumnWidth(0, 80)
    assert set(kinds(show(page))) <= {"elided", "cut"}
    assert kinds(page)


def test_two_widgets_on_each_other_overlap_unless_one_says_that_it_lies_over_others(show: Show) -> None:
    page = QWidget()
    plain("One", page).setGeometry(0, 0, 200, 40)
    other = plain("Other", page)
    other.setGeometry(150, 10, 200, 40)
    assert "overlapping" in kinds(show(page))
    other.setProperty("overlay", True)
    assert faults(page) == []


def test_also_what_lies_over_others_keeps_within_the_page(show: Show) -> None:
    page = QWidget()
    over = plain("Other", page)
    over.setProperty("overlay", True)
    over.setGeometry(350, 10, 200, 40)
    assert kinds(show(page)) == ["out of place"]


def test_words_of_one_widget_that_run_into_each_other_overlap(show: Show) -> None:
    page = Painter(None, (QRect(0, 0, 300, 30), "one of them"), (QRect(20, 0, 300, 30), "other"))
    assert kinds(show(page)) == ["overlapping"]


def test_words_that_run_under_a_neighbour_overlap(show: Show) -> None:
    page = Painter(None, (QRect(0, 0, 390, 30), "words that go on below a button"))
    plain("Go on", page).setGeometry(100, 0, 100, 40)
    assert kinds(show(page)) == ["overlapping"]


def test_what_can_be_scrolled_to_the_side_runs_off(show: Show) -> None:
    area = QScrollArea()
    wide = QWidget()
    wide.setFixedSize(600, 100)
    area.setWidget(wide)
    assert kinds(show(area)) == ["runs off to the side"]
