"""The claim matrix by keys and mouse: walking, filling, checking, and what it says."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crossread.desktop.pages.help.help_page import HelpPage
from crossread.desktop.pages.page import Surroundings
from crossread.packs.pack import Stage
from crossread.questions.passages import PassageKey
from tests.desktop.pages.compare.matrix_hands import SOURCES, Key, Matrix, Mod, heard
from tests.desktop.pages.conftest import EVERY, Opened, words_of


def test_numbers_say_how_a_source_stands_the_same_takes_it_back_and_delete_empties(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_1)
    assert matrix.stances("wind", "log") == ["asserts"]
    matrix.press(Key.Key_3)
    assert matrix.stances("wind", "log") == ["hedges"]
    matrix.press(Key.Key_3)
    assert matrix.stances("wind", "log") == []
    matrix.press(Key.Key_2, Key.Key_Delete)
    assert ("wind", "log") not in matrix.state.cells


def test_numbers_in_the_matrix_answer_no_question_beside_it(every: Opened) -> None:
    every.go("read-test", EVERY)
    matrix = Matrix(every)
    matrix.turn()
    matrix.press(Key.Key_1, Key.Key_2)
    body = every.desk.column.body
    assert body is not None
    assert body.given().is_empty(body.question)
    assert matrix.state.cells


def test_a_source_can_say_two_things_and_silence_stands_alone(matrix: Matrix) -> None:
    matrix.go("wind", "diary")
    matrix.press(Key.Key_1, Key.Key_Plus, Key.Key_2)
    assert matrix.stances("wind", "diary") == ["asserts", "reports"]
    matrix.press(Key.Key_5)
    assert matrix.stances("wind", "diary") == ["silent"]


def test_what_was_searched_and_not_found_asks_whether_it_could_have_known(matrix: Matrix) -> None:
    matrix.go("wind", "packet")
    assert not matrix.part.panel.could.isVisible()
    matrix.press(Key.Key_5)
    could = matrix.part.panel.could
    assert could.isVisible()
    matrix.opened.click(could.pick("yes"))
    assert matrix.could("wind", "packet") == "yes"
    assert "could have known" in matrix.name("wind", "packet")
    matrix.opened.click(could.pick("yes"))
    assert matrix.could("wind", "packet") == ""


def test_stances_are_picked_with_the_mouse_as_well(matrix: Matrix) -> None:
    table = matrix.part.table
    where = table.visualRect(table.cells.index_of("wind", "lorne")).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    matrix.opened.click(matrix.part.panel.editor.statements[0].stances.pick("reports"))
    assert matrix.stances("wind", "lorne") == ["reports"]


def test_ctrl_z_takes_back_what_was_put_into_a_cell_and_the_table_shows_it(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_4)
    assert "denies it" in matrix.name("wind", "log")
    matrix.opened.press(Key.Key_Z, Mod.ControlModifier)
    assert matrix.stances("wind", "log") == []
    assert "empty" in matrix.name("wind", "log")


def test_a_checked_cell_that_is_taken_back_to_what_it_said_is_checked_as_it_is(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_1, Key.Key_X)
    checked = matrix.name("wind", "log")
    matrix.press(Key.Key_3)
    assert "changed since checked" in matrix.name("wind", "log")
    matrix.opened.press(Key.Key_Z, Mod.ControlModifier)
    assert matrix.name("wind", "log") == checked


def test_ctrl_z_after_a_check_says_that_it_stays_before_it_takes_a_step_back(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_1, Key.Key_X)
    told: list[str] = []
    matrix.desk.refused.connect(told.append)
    matrix.opened.press(Key.Key_Z, Mod.ControlModifier)
    assert matrix.stances("wind", "log") == ["asserts"]
    assert len(told) == 1
    assert told[0].startswith("A check is not taken back")
    matrix.opened.press(Key.Key_Z, Mod.ControlModifier)
    assert matrix.stances("wind", "log") == []
    assert "emptied since checked" in matrix.name("wind", "log")
    assert "changed since checked" not in matrix.name("wind", "log")


def test_how_much_is_given_is_the_learners_choice_where_no_stage_says_so(matrix: Matrix) -> None:
    head = matrix.part.head
    assert head.given.isVisible()
    count = len(matrix.part.matrix.claims) * len(SOURCES)
    assert f"of {count} cells" in head.count.text()
    matrix.opened.click(head.given.pick("all"))
    assert "nine minutes" in matrix.name("quarter", "log") or "9 minutes" in matrix.name("quarter", "log")
    matrix.go("quarter", "log")
    matrix.press(Key.Key_1)
    assert matrix.stances("quarter", "log") == []  # what is given stays as it is
    matrix.opened.click(head.given.pick("some"))
    assert "given" in matrix.name("quarter", "log")
    assert "given" not in matrix.name("quarter", "packet")


def test_a_cell_that_an_open_question_asks_about_is_neither_given_nor_checked(every: Opened) -> None:
    every.go("read-know", EVERY)
    matrix = Matrix(every)
    matrix.turn()
    matrix.opened.click(matrix.part.head.given.pick("all"))
    assert not matrix.cell("supper", "log").given
    assert not matrix.cell("supper", "log").key
    assert matrix.cell("quarter", "log").given
    matrix.go("supper", "log")
    matrix.press(Key.Key_5)
    matrix.opened.click(matrix.part.panel.check)
    assert not matrix.state.cell_checks
    assert "asks just this" in words_of(matrix.part.panel)


def test_a_cell_is_checked_against_its_key_and_says_so_when_it_changes_after(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_5)
    said: list[str] = []
    stop = heard(said)
    matrix.press(Key.Key_X)
    stop()
    assert matrix.state.cell_checks["wind", "log"].last == 0
    assert any("Not right" in one for one in said)
    assert "south-west and rising" in words_of(matrix.part.panel)  # the key of this cell is told
    assert "south-west" not in matrix.name("wind", "diary")
    matrix.press(Key.Key_1)
    assert "changed since checked" in matrix.name("wind", "log")
    assert "south-west and rising" not in words_of(matrix.part.panel)


def test_why_a_checked_cell_is_not_right_stands_beside_the_verdict_above_what_can_be_changed(
    matrix: Matrix,
) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_4)
    matrix.opened.click(matrix.part.panel.check)
    editor = matrix.part.panel.editor
    matrix.opened.wait(editor.told[0].isVisible)
    said, stances = editor.told[0], editor.statements[0]
    matrix.opened.wait(lambda: editor.verdict.y() < said.y() < stances.y())
    assert not said.visibleRegion().isEmpty()


def test_where_nothing_can_be_checked_the_button_says_so_and_check_all_does(every: Opened) -> None:
    every.go("read-know", EVERY)
    matrix = Matrix(every)
    matrix.turn()
    matrix.go("supper", "log")
    assert not matrix.part.panel.check.isEnabled()
    matrix.press(Key.Key_1)
    assert not matrix.part.panel.check.isEnabled()
    told: list[str] = []
    matrix.part.refused.connect(told.append)
    matrix.opened.click(matrix.part.panel.check_all)
    assert len(told) == 1
    assert told[0].startswith("None of the cells that are filled can be checked now")


def test_a_cell_can_be_checked_as_soon_as_it_is_filled(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    assert not matrix.part.panel.check.isEnabled()
    matrix.press(Key.Key_1)
    assert matrix.part.panel.check.isEnabled()


def test_check_all_checks_what_is_filled_once(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_1)
    matrix.go("bell", "log")
    matrix.press(Key.Key_1)
    matrix.opened.click(matrix.part.panel.check_all)
    assert set(matrix.state.cell_checks) == {("wind", "log"), ("bell", "log")}
    refused: list[str] = []
    matrix.part.refused.connect(refused.append)
    matrix.opened.click(matrix.part.panel.check_all)
    assert refused


def test_the_claim_in_hand_names_what_stands_firm(matrix: Matrix) -> None:
    area = matrix.desk.front.area
    assert area is not None
    matrix.go("wind", "log")
    line = next(one for one in matrix.desk.opened.pack.floor if one.id == "wind")
    assert line.text in area.firm.text()


def test_rows_columns_and_cells_have_names_for_a_screen_reader(matrix: Matrix) -> None:
    model = matrix.part.table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(0, Qt.Orientation.Horizontal, role).startswith("Source A")
    assert "quarter of an hour" in model.headerData(0, Qt.Orientation.Vertical, role)
    assert matrix.name("wind", "log") == "The wind was rising that afternoon, source A: empty"
    assert matrix.part.table.accessibleName() == "Claims by sources"


def test_where_a_cell_was_left_the_matrix_comes_back_to(matrix: Matrix) -> None:
    matrix.go("bell", "diary")
    matrix.opened.go("read-say", EVERY)
    matrix.opened.go("read-words", EVERY)
    assert matrix.desk.front.here() == "matrix/bell/diary"
    assert isinstance(matrix.part.around, Surroundings)


def test_a_stage_that_compares_says_which_claims_and_how_much_is_given(matrix: Matrix) -> None:
    stage = Stage(id="compare", kind="compare", title="Compare", claims=("bell", "wind"), given="some")
    matrix.part.open_stage(stage)
    assert [row.claim for row in matrix.part.table.cells.rows] == ["bell", "wind"]
    assert not matrix.part.head.given.isVisible()
    assert matrix.part.head.count.text() == "0 of 4 cells filled"
    assert "given" in matrix.name("bell", "log")
    assert "given" not in matrix.name("bell", "packet")


def test_a_claim_without_a_key_is_the_learners_own_and_says_so(matrix: Matrix) -> None:
    opened = matrix.desk.opened
    claims = tuple(replace(claim, cells={}) for claim in opened.pack.claims)
    matrix.part.set_opened(replace(opened, pack=replace(opened.pack, claims=claims)))
    assert not matrix.part.head.given.isVisible()
    matrix.go("wind", "log")
    matrix.press(Key.Key_1)
    assert matrix.stances("wind", "log") == ["asserts"]
    assert not matrix.part.panel.check.isVisible()
    assert "what you say here is your own" in words_of(matrix.part.panel)
    matrix.press(Key.Key_X)
    assert not matrix.state.cell_checks


def test_a_pack_without_claims_says_so(matrix: Matrix) -> None:
    opened = matrix.desk.opened
    matrix.part.set_opened(replace(opened, pack=replace(opened.pack, claims=())))
    assert "The program finds no claims by itself" in words_of(matrix.part)
    assert not matrix.part.table.isVisible()
    matrix.part.enter()
    matrix.opened.press(Key.Key_Space)
    page = matrix.opened.window.pages.currentWidget()
    assert isinstance(page, HelpPage)
    assert page.topic.id == "articles"


def test_what_the_authors_say_of_covered_words_is_covered_where_it_has_them(matrix: Matrix) -> None:
    opened = matrix.desk.opened
    quotes = (("packet", "some two dozen players"), ("lorne", "They left"))
    keys = tuple(PassageKey(source=source, quote=quote) for source, quote in quotes)
    matrix.part.set_opened(replace(opened, pack=replace(opened.pack, graphic=keys)))
    matrix.opened.click(matrix.part.head.given.pick("all"))
    assert "two dozen" not in matrix.name("left-behind", "packet")
    assert "covered" in matrix.name("left-behind", "packet")
    assert "a good quarter of an hour" in matrix.name("quarter", "lorne")  # none of it is covered


def test_f6_goes_from_the_matrix_to_the_questions_and_back(matrix: Matrix) -> None:
    assert matrix.part.table.hasFocus()
    matrix.opened.press(Key.Key_F6)
    assert matrix.desk.side.isAncestorOf(matrix.opened.focus())
    matrix.opened.press(Key.Key_F6, Mod.ShiftModifier)
    assert matrix.part.table.hasFocus()
