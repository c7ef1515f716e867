import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.matrix.cell import MatrixCell, level_for
from crossread.desktop.answers.matrix.face import CellFace
from crossread.desktop.answers.matrix.grid import GridColumn, GridRow, MatrixGrid
from crossread.desktop.answers.matrix.signs import SIGNS
from crossread.desktop.theme import theme
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.painting.badge import Badge
from crossread.questions.claims import STANCES
from tests.desktop.answers.fitting import focused
from tests.desktop.widgets.seeing import colours_of

ROWS = [GridRow(f"r{number}", f"Claim {number}, which is long enough to wrap") for number in range(3)]
CONTROL = Qt.KeyboardModifier.ControlModifier


def columns(count: int) -> list[GridColumn]:
    return [GridColumn(f"c{number}", "ABCDEFGH"[number], number) for number in range(count)]


def make(qtbot: QtBot, count: int, width: int) -> MatrixGrid:
    grid = MatrixGrid(ROWS, columns(count), "Claims by sources")
    qtbot.addWidget(grid)
    grid.resize(width, grid.heightForWidth(width))
    with qtbot.waitActive(grid):
        grid.show()
        grid.activateWindow()
    grid.setFocus()
    return grid


@pytest.fixture
def grid(qtbot: QtBot) -> MatrixGrid:
    return make(qtbot, 4, 380)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([Qt.Key.Key_Right], ("r0", "c1")),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], ("r2", "c0")),
        ([Qt.Key.Key_Down, Qt.Key.Key_Up], ("r0", "c0")),
        ([Qt.Key.Key_Left], ("r0", "c0")),
        ([Qt.Key.Key_Up], ("r0", "c0")),
        ([Qt.Key.Key_End], ("r0", "c3")),
        ([Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home], ("r1", "c0")),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], ("r0", "c3")),
    ],
)
def test_keys_walk_the_cells_and_stop_at_the_edges(
    grid: MatrixGrid, keys: list[Qt.Key], place: tuple[str, str]
) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)
    assert grid.at() == place
    assert QApplication.focusWidget() is grid.cell(*place)


def test_with_ctrl_home_and_end_go_to_the_first_and_the_last_cell(grid: MatrixGrid) -> None:
    QTest.keyClick(grid.cell("r0", "c0"), Qt.Key.Key_End, CONTROL)
    assert grid.at() == ("r2", "c3")
    QTest.keyClick(grid.cell("r2", "c3"), Qt.Key.Key_Home, CONTROL)
    assert grid.at() == ("r0", "c0")


def test_tab_comes_to_the_cell_in_hand_alone(grid: MatrixGrid) -> None:
    QTest.keyClick(grid.cell("r0", "c0"), Qt.Key.Key_Right)
    tabbed = [cell for cell in grid.findChildren(MatrixCell) if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == [grid.cell("r0", "c1")]


def test_a_click_takes_a_cell_in_hand_and_tells(qtbot: QtBot, grid: MatrixGrid) -> None:
    with qtbot.waitSignal(grid.reached) as told:
        QTest.mouseClick(grid.cell("r2", "c2"), Qt.MouseButton.LeftButton)
    assert told.args == ["r2", "c2"]
    assert grid.cell("r2", "c2").current
    assert not grid.cell("r0", "c0").current


def test_enter_goes_into_a_cell(qtbot: QtBot, grid: MatrixGrid) -> None:
    with qtbot.waitSignal(grid.entered):
        QTest.keyClick(grid.cell("r0", "c0"), Qt.Key.Key_Return)


def test_a_screen_reader_meets_a_button_with_the_name_of_its_face(grid: MatrixGrid) -> None:
    grid.set_face("r0", "c0", CellFace(name="Claim 0, source A: silent", stances=("silent",)))
    seen = QAccessible.queryAccessibleInterface(grid.cell("r0", "c0"))
    assert seen.role() == QAccessible.Role.Button
    assert seen.text(QAccessible.Text.Name) == "Claim 0, source A: silent"


def test_claims_stand_above_their_cells_or_beside_them(qtbot: QtBot) -> None:
    narrow, wide = make(qtbot, 4, 380), make(qtbot, 4, 900)
    for grid, beside in ((narrow, False), (wide, True)):
        claim = next(label for label in grid.findChildren(Label) if label.text().startswith("Claim 1"))
        cell = grid.cell("r1", "c0")
        assert (claim.geometry().right() < cell.x()) == beside
        assert (claim.geometry().bottom() < cell.y()) != beside
        assert cell.wide == beside


@pytest.mark.parametrize("size", [12, 17, 28])
@pytest.mark.parametrize("count", [2, 5, 8])
@pytest.mark.parametrize("width", [340, 420, 1000])
def test_no_cell_overlaps_another_and_badges_stand_over_their_columns(
    qtbot: QtBot, qapp: QApplication, size: int, count: int, width: int
) -> None:
    theme.apply(qapp, theme.load_theme("paper"), size)
    grid = make(qtbot, count, width)
    cells = grid.findChildren(MatrixCell)
    for place, cell in enumerate(cells):
        assert all(not cell.geometry().intersects(other.geometry()) for other in cells[:place])
        assert cell.geometry().bottom() <= grid.height()
    for number, badge in enumerate(grid.findChildren(Badge)):
        column = grid.cell("r0", f"c{number}").geometry()
        assert column.left() <= badge.geometry().left()
        assert badge.geometry().right() <= column.right() + 1


def test_words_become_shorter_as_cells_do(grid: MatrixGrid) -> None:
    levels = [level_for(width) for width in range(200, 10, -1)]
    assert levels == sorted(levels)
    assert set(levels) == {0, 1, 2}


def test_no_two_stances_share_a_sign() -> None:
    assert set(SIGNS) == set(STANCES)
    assert len(set(SIGNS.values())) == len(STANCES)
    assert not set(SIGNS.values()) & {"✓", "◐", "✗"}


def test_cells_that_have_no_room_scroll_sideways_with_the_cell_in_hand(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.load_theme("paper"), 28)
    grid = make(qtbot, 8, 340)
    bar = grid.findChild(QScrollBar)
    assert bar is not None
    assert bar.isVisible()
    last = grid.cell("r0", "c7")
    assert last.geometry().right() > grid.width()
    QTest.keyClick(grid.cell("r0", "c0"), Qt.Key.Key_End)
    assert last.geometry().right() <= grid.width()
    QTest.keyClick(last, Qt.Key.Key_Home)
    assert grid.cell("r0", "c0").x() == 0


def test_the_page_follows_the_cell_in_hand(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    grid = MatrixGrid(ROWS, columns(3), "Claims by sources", inside)
    QVBoxLayout(inside).addWidget(grid)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(380, 120)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    grid.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_End, CONTROL)
    cell = grid.cell("r2", "c2")
    seen = cell.mapTo(area.viewport(), cell.rect().center())
    assert area.viewport().rect().contains(seen)


def test_verdicts_differ_in_more_than_colour(qtbot: QtBot, grid: MatrixGrid) -> None:
    seen = []
    for verdict in ("right", "partly", "wrong"):
        grid.set_face("r1", "c1", CellFace(stances=("asserts",), verdict=verdict))
        grid.refit()
        image = grid.cell("r1", "c1").grab().toImage()
        ground = image.pixel(image.width() // 2, 4)
        seen.append(
            tuple(image.pixel(x, y) == ground for x in range(3, image.width() // 3) for y in range(3, 20))
        )
    assert len(set(seen)) == 3
    assert colours_of(grid.cell("r1", "c1"))[theme.current().roles["wrong"].lower()] > 20


def test_a_wide_cell_shows_what_the_source_says_with_all_its_words(qtbot: QtBot) -> None:
    grid = make(qtbot, 3, 900)
    low = grid.cell("r0", "c0").height()
    says = "at least 161, and later 485 by the count of an inquiry, of which more is told"
    grid.set_face("r0", "c0", CellFace(stances=("asserts",), says=says))
    grid.refit()
    cell = grid.cell("r0", "c0")
    assert cell.height() > low
    assert cell.height() >= cell.wide_height(cell.width())
