"""From the texts into a cell and from a cell into the texts, by keys and by mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from crossread.desktop.pages.panes.choosing_sheet import ChoosingSheet
from crossread.questions.passages import PassageKey
from tests.desktop.pages.compare.matrix_hands import Key, Matrix, Mod
from tests.desktop.pages.conftest import EVERY, Opened

WIND = "the wind is south-west and rising"


@pytest.fixture
def matrix(every: Opened) -> Matrix:
    """Open the texts of a stage that asks nothing of claims."""
    every.go("read-words", EVERY)
    return Matrix(every)


def sheet(matrix: Matrix) -> ChoosingSheet:
    (found,) = (one for one in matrix.desk.panes.in_hand.findChildren(ChoosingSheet) if one.isVisible())
    return found


def test_a_key_puts_words_into_a_cell_of_a_claim_that_is_found_by_typing(matrix: Matrix) -> None:
    matrix.select("log", WIND)
    matrix.opened.press(Key.Key_E, Mod.ControlModifier | Mod.ShiftModifier)
    assert sheet(matrix).field.hasFocus()
    matrix.opened.type("rising")
    matrix.press(Key.Key_Return)
    matrix.press(Key.Key_1)  # asserts it
    assert matrix.stances("wind", "log") == ["asserts"]
    assert matrix.quotes("wind", "log") == [WIND]
    assert matrix.desk.panes.in_hand.view.hasFocus()
    assert "In the cell of A" in matrix.desk.panes.in_hand.note.notice()
    assert not matrix.state.highlights


def test_a_stance_that_waits_for_words_gets_them_without_being_asked_again(matrix: Matrix) -> None:
    matrix.turn()
    matrix.go("wind", "log")
    matrix.press(Key.Key_3)
    matrix.turn()
    matrix.select("log", WIND)
    matrix.opened.press(Key.Key_E, Mod.ControlModifier | Mod.ShiftModifier)
    matrix.opened.type("rising")
    matrix.press(Key.Key_Return)
    assert matrix.stances("wind", "log") == ["hedges"]
    assert matrix.quotes("wind", "log") == [WIND]


def test_the_claims_used_last_come_first(matrix: Matrix) -> None:
    matrix.turn()
    matrix.go("bell", "log")
    matrix.press(Key.Key_1)
    matrix.turn()
    matrix.select("log", WIND)
    matrix.opened.press(Key.Key_E, Mod.ControlModifier | Mod.ShiftModifier)
    first = sheet(matrix).list.item(0)
    assert first is not None
    assert "bell was rung" in first.text()
    matrix.press(Key.Key_Escape)
    assert matrix.desk.panes.in_hand.view.hasFocus()
    assert not matrix.stances("bell", "packet")


def test_the_menu_of_a_text_offers_it_and_the_mouse_chooses(matrix: Matrix) -> None:
    matrix.select("log", WIND)
    menu: QMenu = matrix.desk.panes.in_hand.view.menu()
    action = next(one for one in menu.actions() if "cell of the comparison" in one.text())
    action.trigger()
    for words in ("rising", "reports"):
        found = sheet(matrix).list
        row = next(at for at in range(found.count()) if words in found.item(at).text())
        where = found.visualItemRect(found.item(row)).center()
        QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert matrix.stances("wind", "log") == ["reports"]
    assert matrix.quotes("wind", "log") == [WIND]
    menu.deleteLater()


def test_enter_on_a_cell_looks_for_it_in_the_text_and_the_words_lead_back(matrix: Matrix) -> None:
    matrix.turn()
    matrix.go("wind", "lorne")
    matrix.press(Key.Key_1, Key.Key_Return)
    pane = matrix.desk.panes.in_hand
    assert not matrix.in_front()
    assert pane.source_id == "lorne"
    assert "The wind was rising that afternoon: select the words of D" in pane.note.notice()
    matrix.select("lorne", "The wind was rising, he says")
    matrix.press(Key.Key_Return)
    assert matrix.quotes("wind", "lorne") == ["The wind was rising, he says"]
    assert matrix.in_front()
    assert matrix.part.table.at() == ("wind", "lorne")
    assert matrix.part.table.hasFocus()
    assert pane.note.notice() == ""


def test_an_empty_cell_asks_for_the_stance_once_the_words_are_found(matrix: Matrix) -> None:
    matrix.turn()
    matrix.go("wind", "log")
    matrix.press(Key.Key_Return)
    matrix.select("log", WIND)
    matrix.press(Key.Key_M)
    matrix.press(Key.Key_1)
    assert matrix.stances("wind", "log") == ["asserts"]
    assert matrix.in_front()


def test_dragging_with_the_mouse_gives_the_words_to_the_cell_that_waits(matrix: Matrix) -> None:
    matrix.turn()
    matrix.go("wind", "log")
    matrix.press(Key.Key_1, Key.Key_Return)
    matrix.select("log", WIND)
    view = matrix.desk.panes.in_hand.view
    where = view.selected_range()
    assert where is not None
    rect = view.rects_of(where)[0]
    start, end = rect.topLeft(), rect.topRight()
    start.setY(rect.center().y())
    end.setY(rect.center().y())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert matrix.quotes("wind", "log")
    assert matrix.in_front()


def test_words_of_another_source_are_refused_and_escape_leads_back(matrix: Matrix) -> None:
    matrix.turn()
    matrix.go("wind", "log")
    matrix.press(Key.Key_1, Key.Key_Return)
    refused: list[str] = []
    matrix.desk.refused.connect(refused.append)
    other = next(pane for pane in matrix.desk.panes.panes if pane.source_id != "log")
    matrix.desk.panes.focus(other.number)
    other.view.select_sentence()
    matrix.press(Key.Key_Return)
    assert "Select words of A" in refused[0]
    assert not matrix.quotes("wind", "log")
    matrix.press(Key.Key_Escape)  # lets the selection go
    matrix.press(Key.Key_Escape)
    assert matrix.in_front()
    assert not matrix.waits()


def test_a_given_cell_leads_to_its_words_and_waits_for_none(matrix: Matrix) -> None:
    matrix.turn()
    matrix.opened.click(matrix.part.head.given.pick("all"))
    matrix.go("wind", "diary")
    matrix.press(Key.Key_Return)
    pane = matrix.desk.panes.in_hand
    shown = pane.view.shown_range()
    assert shown is not None
    assert pane.text.words(shown) == "The wind had got up."
    assert not matrix.waits()


def test_words_of_a_question_are_not_given_to_it_while_a_cell_waits(every: Opened) -> None:
    every.go("read-know", EVERY)
    matrix = Matrix(every)
    column = every.desk.column
    at = next(n for n, one in enumerate(column.answering.questions) if one.kind == "evidence")
    column.go(at)
    matrix.turn()
    matrix.go("quarter", "log")
    matrix.press(Key.Key_4, Key.Key_Return)
    matrix.select("log", "nine minutes before her time")
    matrix.press(Key.Key_Return)
    assert matrix.quotes("quarter", "log") == ["nine minutes before her time"]
    assert column.body is not None
    assert not column.body.answer.selections()


def test_no_cell_waits_any_more_once_one_goes_elsewhere(matrix: Matrix) -> None:
    matrix.turn()
    matrix.go("wind", "log")
    matrix.press(Key.Key_1, Key.Key_Return)
    assert matrix.waits()
    matrix.opened.go("read-say", EVERY)
    assert not matrix.waits()
    matrix.select("log", WIND)
    matrix.press(Key.Key_Return)
    assert not matrix.quotes("wind", "log")


def test_covered_words_are_not_put_into_a_cell(matrix: Matrix) -> None:
    opened = matrix.desk.opened
    key = PassageKey(source="log", quote=WIND)
    matrix.desk.set_opened(replace(opened, pack=replace(opened.pack, graphic=(key,))))
    pane = next(one for one in matrix.desk.panes.panes if one.source_id == "log")
    pane.show_text(matrix.desk.opened, "log", "digest")
    matrix.select("log", WIND)
    refused: list[str] = []
    matrix.desk.refused.connect(refused.append)
    matrix.opened.press(Key.Key_E, Mod.ControlModifier | Mod.ShiftModifier)
    assert "covered" in refused[0]
    assert not matrix.state.cells
