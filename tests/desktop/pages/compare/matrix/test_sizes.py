"""The claim matrix in narrow windows: no column is cut at its side, no button below the table at its foot."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.matrix.face import CellFace
from crossread.desktop.pages.compare.in_hand.matrix_panel import MatrixPanel
from crossread.desktop.pages.compare.matrix.model import MatrixRow
from crossread.desktop.pages.compare.matrix.table import MatrixTable
from crossread.desktop.pages.compare.matrix.words import Column
from tests.desktop.pages.compare.matrix_hands import Matrix
from tests.desktop.pages.conftest import EVERY, Opened

COLUMNS = tuple(Column(f"s{at}", "ABCDE"[at], at, f"Source {at}") for at in range(5))
ROWS = tuple(MatrixRow(f"c{at}", f"Claim {at}, in so many words that it takes some lines") for at in range(9))
FACES = {(row.claim, column.id): CellFace() for row in ROWS for column in COLUMNS}


def buttons_fit(panel: MatrixPanel) -> bool:
    for button in (panel.form, panel.check, panel.look, panel.check_all):
        around = button.parentWidget()
        assert around is not None
        if not button.isHidden() and not around.rect().contains(button.geometry()):
            return False
    return True


@pytest.mark.parametrize("width", [420, 520, 700])
def test_the_buttons_below_the_table_have_their_height_however_often_they_wrap(
    matrix: Matrix, width: int
) -> None:
    part = matrix.part
    matrix.go("wind", "log")
    part.setParent(None)  # as wide as the desk leaves it, beside the questions
    part.resize(width, 900)
    part.show()
    matrix.opened.wait(lambda: part.panel.width() == width - 32)
    for high in (900, part.minimumSizeHint().height() + part.head.heightForWidth(width - 32)):
        part.resize(width, high)
        matrix.opened.wait(lambda: buttons_fit(part.panel))


def test_few_rows_leave_their_height_to_what_is_in_hand_and_stay_in_view_whole(every: Opened) -> None:
    every.go("read-words", EVERY)
    matrix = Matrix(every)
    matrix.turn()
    part = matrix.part
    part.head.filter.words.setText("supper")
    every.wait(lambda: part.table.cells.rowCount() == 1)
    every.wait(lambda: part.panel.height() > 0.6 * part.split.height())
    assert part.table.verticalScrollBar().maximum() == 0
    part.head.filter.words.setText("")
    every.wait(lambda: part.panel.height() < 0.5 * part.split.height())


def test_what_is_worked_at_is_in_view_in_a_low_window(every: Opened) -> None:
    every.window.resize(700, 420)
    every.go("read-words", EVERY)
    matrix = Matrix(every)
    matrix.turn()
    table = matrix.part.table
    assert table.hasFocus()
    every.wait(lambda: table.visibleRegion().boundingRect().height() > 180)
    assert table.visibleRegion().contains(QPoint(10, 0))


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[MatrixTable]:
    """Show nine claims by five sources in a narrow table."""
    around = QWidget()
    qtbot.addWidget(around)
    found = MatrixTable(COLUMNS, "Claims by sources", around)
    found.resize(330, 400)
    found.show_rows(ROWS, FACES)
    around.show()
    yield found
    around.close()


def test_a_row_in_hand_keeps_its_height_when_one_above_it_goes(table: MatrixTable) -> None:
    assert table.go("c6", "s0")
    assert table.verticalScrollBar().value() > 0
    before = table.rowViewportPosition(6)
    table.show_rows([row for row in ROWS if row.claim != "c3"], FACES)
    assert table.at() == ("c6", "s0")
    assert table.rowViewportPosition(5) == before


def test_a_column_that_was_scrolled_to_stands_whole_at_the_side_in_every_width(table: MatrixTable) -> None:
    assert table.go("c1", "s2")
    first = table.horizontalScrollBar().value()
    assert first > 0
    for width in (300, 360, 480, 330):
        table.resize(width, 400)
        first = table.horizontalScrollBar().value()
        assert table.columnViewportPosition(first) == 0, width
        assert table.horizontalHeader().sectionViewportPosition(first) == 0, width


def test_a_cell_in_hand_stays_in_view_as_what_is_below_the_table_takes_more_room(table: MatrixTable) -> None:
    assert table.go("c3", "s0")
    table.scrollTo(table.currentIndex(), MatrixTable.ScrollHint.PositionAtBottom)
    table.resize(330, 220)
    view, cell = table.viewport().rect(), table.visualRect(table.currentIndex())
    assert cell.height() < view.height()
    assert cell.bottom() <= view.bottom()
    assert cell.top() >= 0
