from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.matrix import MatrixAnswer
from crossread.desktop.answers.passages.passage_row import PassageRow
from crossread.desktop.theme import theme
from crossread.questions.claims import Stance
from crossread.questions.matrix import KIND, CellGiven, MatrixResponse, StatementGiven
from tests.desktop.answers.asking_open import BARE, LETTERS, MATRIX, PROVED, passage
from tests.desktop.answers.fitting import cut_off, focused, settle

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, widget: MatrixAnswer) -> MatrixAnswer:
    qtbot.addWidget(widget)
    settle(widget, 380)
    with qtbot.waitActive(widget):
        widget.activateWindow()
    widget.setFocus()
    return widget


@pytest.fixture
def bare(qtbot: QtBot) -> MatrixAnswer:
    return shown(qtbot, MatrixAnswer(BARE, LETTERS))


@pytest.fixture
def some(qtbot: QtBot) -> MatrixAnswer:
    return shown(qtbot, MatrixAnswer(MATRIX, LETTERS))


@pytest.fixture
def proved(qtbot: QtBot) -> MatrixAnswer:
    return shown(qtbot, MatrixAnswer(PROVED, LETTERS))


def press(answer: MatrixAnswer, *keys: Qt.Key) -> None:
    for key in keys:
        place = answer.grid.at()
        assert place is not None
        QTest.keyClick(answer.grid.cell(*place), key)


def cell(claim: str, source: str, *stances: Stance) -> CellGiven:
    statements = tuple(StatementGiven(stance=stance) for stance in stances)
    return CellGiven(claim=claim, source=source, statements=statements)


def in_cell(answer: MatrixAnswer, claim: str, source: str) -> tuple[Stance, ...]:
    return tuple(
        one.stance
        for cell in answer.response().cells
        if (cell.claim, cell.source) == (claim, source)
        for one in cell.statements
    )


def said(answer: MatrixAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def rows(answer: MatrixAnswer) -> list[str]:
    QApplication.processEvents()  # a row is shown once its layout has it
    found = answer.editor.findChildren(PassageRow)
    return [row.passage.accessibleName() for row in found if row.isVisible()]


# Filling in


def test_digits_fill_the_cell_in_hand_and_arrows_go_on(qtbot: QtBot, bare: MatrixAnswer) -> None:
    with qtbot.waitSignal(bare.changed):
        press(bare, Qt.Key.Key_1)
    press(bare, Qt.Key.Key_Right, Qt.Key.Key_2, Qt.Key.Key_Right, Qt.Key.Key_5)
    press(bare, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_4)
    assert bare.response() == MatrixResponse(
        (
            cell("lambs", "warden", "asserts"),
            cell("lambs", "herald", "reports"),
            cell("lambs", "leaflet", "silent"),
            cell("crack", "warden", "denies"),
        )
    )
    assert bare.count.text() == "4 of 6 cells filled"
    assert not bare.pick_number(6)


def test_the_same_digit_takes_the_stance_back_and_another_changes_it(bare: MatrixAnswer) -> None:
    press(bare, Qt.Key.Key_1, Qt.Key.Key_3)
    assert in_cell(bare, "lambs", "warden") == ("hedges",)
    press(bare, Qt.Key.Key_3)
    assert bare.response() == MatrixResponse()


def test_a_stance_that_has_to_be_shown_brings_its_text_up(proved: MatrixAnswer) -> None:
    told: list[str] = []
    proved.wants_text.connect(told.append)
    press(proved, Qt.Key.Key_Right, Qt.Key.Key_5)  # silence is shown by no words
    assert told == []
    press(proved, Qt.Key.Key_2)
    assert told == [proved.question.sources[1]]
    press(proved, Qt.Key.Key_2)
    assert told == [proved.question.sources[1]]


def test_where_nothing_has_to_be_shown_no_text_moves(bare: MatrixAnswer) -> None:
    told: list[str] = []
    bare.wants_text.connect(told.append)
    press(bare, Qt.Key.Key_2)
    assert told == []


def test_the_cell_in_hand_gets_no_lower_while_cells_are_filled(qtbot: QtBot, proved: MatrixAnswer) -> None:
    settle(proved, 380)
    before = proved.editor.height()
    press(proved, Qt.Key.Key_2, Qt.Key.Key_Plus, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: proved.editor.height() > before)
    settle(proved, 380)
    tall = proved.editor.height()
    press(proved, Qt.Key.Key_Right)
    settle(proved, 380)
    assert proved.editor.height() == tall
    settle(proved, 500)
    assert proved.editor.height() < tall


def test_delete_clears_a_cell(qtbot: QtBot, bare: MatrixAnswer) -> None:
    press(bare, Qt.Key.Key_1, Qt.Key.Key_Plus, Qt.Key.Key_3, Qt.Key.Key_Delete)
    assert bare.response() == MatrixResponse()
    with qtbot.assertNotEmitted(bare.changed):
        press(bare, Qt.Key.Key_Backspace)


def test_a_source_may_say_several_things(bare: MatrixAnswer) -> None:
    press(bare, Qt.Key.Key_2, Qt.Key.Key_Plus, Qt.Key.Key_3)
    assert in_cell(bare, "lambs", "warden") == ("reports", "hedges")
    assert "1 of 2" in said(bare)
    press(bare, Qt.Key.Key_3)
    assert in_cell(bare, "lambs", "warden") == ("reports",)


def test_another_thing_is_asked_for_with_a_button_too(bare: MatrixAnswer) -> None:
    assert not bare.editor.another.isVisible()
    press(bare, Qt.Key.Key_2)
    QTest.mouseClick(bare.editor.another, Qt.MouseButton.LeftButton)
    second = bare.editor.statements[1].stances
    assert second.isAncestorOf(focused())
    QTest.mouseClick(second.pick("denies"), Qt.MouseButton.LeftButton)
    assert in_cell(bare, "lambs", "warden") == ("reports", "denies")


def test_silence_stands_alone(bare: MatrixAnswer) -> None:
    press(bare, Qt.Key.Key_2, Qt.Key.Key_Plus, Qt.Key.Key_3, Qt.Key.Key_5)
    assert in_cell(bare, "lambs", "warden") == ("silent",)
    assert not bare.editor.another.isVisible()
    press(bare, Qt.Key.Key_Plus, Qt.Key.Key_1)
    assert in_cell(bare, "lambs", "warden") == ("asserts",)


def test_stances_are_picked_with_the_mouse_below_the_grid(bare: MatrixAnswer) -> None:
    QTest.mouseClick(bare.grid.cell("crack", "leaflet"), Qt.MouseButton.LeftButton)
    assert bare.editor.claim.text() == "The county knew of the crack in the dam"
    assert bare.editor.badge.letter() == "D"
    QTest.mouseClick(bare.editor.statements[0].stances.pick("asserts"), Qt.MouseButton.LeftButton)
    assert in_cell(bare, "crack", "leaflet") == ("asserts",)
    QTest.mouseClick(bare.editor.statements[0].stances.pick("asserts"), Qt.MouseButton.LeftButton)
    assert bare.response() == MatrixResponse()


def test_enter_goes_below_the_grid_and_escape_comes_back(bare: MatrixAnswer) -> None:
    press(bare, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert bare.editor.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_3)
    assert in_cell(bare, "lambs", "herald") == ("hedges",)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is bare.grid.cell("lambs", "herald")


def test_a_number_changes_the_statement_that_has_the_focus_below_the_grid(bare: MatrixAnswer) -> None:
    press(bare, Qt.Key.Key_2, Qt.Key.Key_Plus, Qt.Key.Key_3, Qt.Key.Key_Return)
    bare.editor.focus(0)
    bare.pick_number(1)  # as the window's key does
    assert in_cell(bare, "lambs", "warden") == ("asserts", "hedges")
    assert bare.editor.statements[0].isAncestorOf(focused())
    bare.editor.focus(1)
    bare.pick_number(3)
    assert in_cell(bare, "lambs", "warden") == ("asserts",)
    assert bare.editor.statements[0].isAncestorOf(focused())  # the other one is gone


def test_undo_and_redo_go_to_the_cell_that_they_change(bare: MatrixAnswer) -> None:
    press(bare, Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_End)
    QTest.keyClick(focused(), Qt.Key.Key_Z, CONTROL)
    assert QApplication.focusWidget() is bare.grid.cell("lambs", "warden")
    assert bare.editor.claim.text().startswith("How many lambs")
    press(bare, Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert bare.grid.at() == ("lambs", "warden")
    assert in_cell(bare, "lambs", "warden") == ("asserts",)


def test_filling_in_is_undone_and_done_again(bare: MatrixAnswer) -> None:
    press(bare, Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_2, Qt.Key.Key_Plus, Qt.Key.Key_3)
    at = bare.grid.cell("lambs", "herald")
    QTest.keyClick(at, Qt.Key.Key_Z, CONTROL)
    assert in_cell(bare, "lambs", "herald") == ("reports",)
    QTest.keyClick(at, Qt.Key.Key_Z, CONTROL)
    assert bare.response() == MatrixResponse((cell("lambs", "warden", "asserts"),))
    QTest.keyClick(at, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert bare.grid.cell("lambs", "herald").face.stances == ("reports",)


def test_a_screen_reader_hears_where_one_is_and_how_far(bare: MatrixAnswer) -> None:
    press(bare, Qt.Key.Key_1)
    claim = "How many lambs drowned in the night of the flood"
    names = [bare.grid.cell("lambs", source).accessibleName() for source in ("warden", "herald")]
    assert names == [
        f"{claim}, source B: asserts it; 1 of 6 filled",
        f"{claim}, source C: empty; 1 of 6 filled",
    ]
    first = bare.editor.statements[0].stances
    assert [pick.accessibleName() for pick in first.picks()][:2] == ["asserts it", "reports others"]


def test_the_keys_are_told_until_one_cell_is_filled(bare: MatrixAnswer) -> None:
    assert "arrow keys" in bare.editor.hint.text()
    press(bare, Qt.Key.Key_1)
    assert not bare.editor.hint.isVisible()


# Given cells


def test_one_begins_at_the_first_cell_that_is_asked(some: MatrixAnswer) -> None:
    assert some.grid.at() == ("lambs", "herald")
    assert some.count.text() == "0 of 4 cells filled"


def test_a_given_cell_is_reached_and_read_and_not_changed(qtbot: QtBot, some: MatrixAnswer) -> None:
    press(some, Qt.Key.Key_Left)
    assert some.grid.at() == ("lambs", "warden")
    with qtbot.assertNotEmitted(some.changed):
        press(some, Qt.Key.Key_3, Qt.Key.Key_Delete, Qt.Key.Key_Plus, Qt.Key.Key_Return)
    assert not some.pick_number(3)
    assert "Given: asserts it: 63" in said(some)
    assert rows(some) == ["B: “63 lambs”"]
    name = some.grid.cell("lambs", "warden").accessibleName()
    assert name.endswith("source B: asserts it; given; 0 of 4 filled")
    assert "Cells without a frame are given." in said(some)


def test_a_given_silence_is_said(some: MatrixAnswer) -> None:
    press(some, Qt.Key.Key_Right)
    assert "Given: silent" in said(some)


# Passages


def test_a_passage_goes_to_the_cell_in_hand(qtbot: QtBot, proved: MatrixAnswer) -> None:
    press(proved, Qt.Key.Key_1)
    assert any(words.startswith("Show it: mark the words in B.") for words in said(proved))
    words = passage("warden", "63 lambs")
    with qtbot.waitSignal(proved.changed):
        assert proved.add_selection(words)
    assert proved.selections() == (words,)
    assert rows(proved) == ["B: “63 lambs”"]
    assert not any(line.startswith("Show it") for line in said(proved))
    told: list[object] = []
    proved.show_passage.connect(told.append)
    row = next(row for row in proved.editor.findChildren(PassageRow) if row.isVisible())
    QTest.mouseClick(row.passage, Qt.MouseButton.LeftButton)
    assert told == [words]
    QTest.keyClick(row.passage, Qt.Key.Key_Delete)
    assert proved.selections() == ()
    assert in_cell(proved, "lambs", "warden") == ("asserts",)


def test_each_thing_that_a_source_says_takes_its_own_passage(proved: MatrixAnswer) -> None:
    press(proved, Qt.Key.Key_Right, Qt.Key.Key_2, Qt.Key.Key_Plus, Qt.Key.Key_3)
    first, second = passage("herald", "83 lambs"), passage("herald", "perhaps more", 40)
    proved.add_selection(second)
    proved.add_selection(first)
    statements = proved.response().cells[0].statements
    assert [one.selection for one in statements] == [first, second]


@pytest.mark.parametrize(
    ("keys", "source", "why"),
    [
        ([Qt.Key.Key_1], "herald", "This cell is about B. Mark words of B, or go to another cell."),
        ([], "warden", "First say how B stands to the claim, by 1 to 5."),
        ([Qt.Key.Key_5], "warden", "You say that B is silent here: no words can show that."),
    ],
)
def test_a_passage_that_fits_nowhere_is_refused_with_a_reason(
    qtbot: QtBot, proved: MatrixAnswer, keys: list[Qt.Key], source: str, why: str
) -> None:
    press(proved, *keys)
    with qtbot.assertNotEmitted(proved.changed):
        assert not proved.add_selection(passage(source, "some words"))
    assert why in said(proved)
    press(proved, Qt.Key.Key_Right)
    assert why not in said(proved)


def test_only_where_it_is_to_be_proved_are_passages_taken(some: MatrixAnswer, proved: MatrixAnswer) -> None:
    assert proved.takes_passages
    assert not some.takes_passages
    assert not some.add_selection(passage("herald", "83 lambs"))


def test_a_given_cell_takes_no_passage(qtbot: QtBot) -> None:
    answer = shown(qtbot, MatrixAnswer(replace(PROVED, given="some"), LETTERS))
    answer.grid.go("lambs", "warden")
    assert not answer.add_selection(passage("warden", "63 lambs"))
    assert "This cell is given. Go to one that is not." in said(answer)


# Once it is closed

GIVEN = MatrixResponse(
    (
        cell("lambs", "herald", "reports"),
        cell("crack", "warden", "denies"),
        cell("crack", "leaflet", "silent"),
    )
)


def marked(answer: MatrixAnswer) -> MatrixAnswer:
    answer.set_response(GIVEN)
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(MATRIX, GIVEN, {}))
    return answer


def test_each_cell_has_its_sign_once_marked(some: MatrixAnswer) -> None:
    marked(some)
    verdicts = {
        place: some.grid.cell(*place).face.verdict
        for place in (("lambs", "herald"), ("crack", "warden"), ("crack", "leaflet"), ("rain", "herald"))
    }
    assert list(verdicts.values()) == ["partly", "right", "wrong", "wrong"]
    assert some.grid.cell("crack", "warden").accessibleName().endswith("denies it; ✓ Right")
    assert some.grid.cell("lambs", "warden").face.verdict == "unscored"
    assert some.count.text() == "◐ Partly right: 1 of 4 cells"


def test_the_cell_in_hand_tells_what_was_given_what_there_is_and_why(some: MatrixAnswer) -> None:
    marked(some)
    some.grid.go("crack", "leaflet")
    words = said(some)
    assert "✗ Not right" in words
    assert "You: silent" in words
    assert "D: asserts it: it knew" in words
    assert "It says so itself." in words
    assert rows(some) == ["D: “it knew” This shows it."]
    some.grid.go("lambs", "herald")
    assert rows(some) == ["C: “83 lambs” This shows it.", "C: “perhaps more” This shows it."]
    assert some.editor.look() == "partly"


def test_a_right_cell_tells_what_the_source_says_beyond_its_stance(some: MatrixAnswer) -> None:
    marked(some)
    some.grid.go("crack", "warden")
    words = said(some)
    assert "✓ Right" in words
    assert "B: denies it: nobody knew" in words


def test_what_is_closed_can_be_walked_and_not_changed(qtbot: QtBot, some: MatrixAnswer) -> None:
    marked(some)
    with qtbot.assertNotEmitted(some.changed):
        press(some, Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_Delete, Qt.Key.Key_Plus)
        assert not some.undo()
    assert some.response() == GIVEN
    assert not some.editor.statements[0].isVisible()


def test_a_mark_that_leaves_a_try_gives_no_cell_away(some: MatrixAnswer) -> None:
    some.set_response(GIVEN)
    full = KIND.mark(MATRIX, GIVEN, {})
    parts = tuple(replace(part, key="", passage=None) for part in full.parts if part.given)
    some.show_mark(replace(full, parts=parts))
    some.grid.go("crack", "leaflet")
    assert not any("it knew" in words for words in said(some))
    assert rows(some) == []


def test_with_nothing_given_the_grid_shows_what_was_asked_for(some: MatrixAnswer) -> None:
    some.set_read_only(True)
    some.show_mark(KIND.mark(MATRIX, MatrixResponse(), {}), nothing_given=True)
    assert some.grid.cell("lambs", "herald").face.stances == ("reports", "hedges")
    assert not any("Not right" in words for words in said(some))
    assert "C: reports others: 83 (the county); hedges: perhaps more" in said(some)


def test_a_matrix_without_claims_does_no_harm(qtbot: QtBot) -> None:
    answer = shown(qtbot, MatrixAnswer(replace(MATRIX, claims=(), rows=()), LETTERS))
    assert not answer.pick_number(1)
    assert not answer.editor.isVisible()


def test_a_response_to_an_older_version_does_no_harm(some: MatrixAnswer) -> None:
    some.set_response(MatrixResponse((cell("gone", "nobody", "asserts"),)))
    press(some, Qt.Key.Key_2)
    assert [one.claim for one in some.response().cells] == ["lambs", "gone"]


@pytest.mark.parametrize("size", [17, 28])
@pytest.mark.parametrize("width", [340, 420])
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    answer = MatrixAnswer(PROVED, LETTERS)
    qtbot.addWidget(answer)
    assert cut_off(answer, width) == []
    answer.pick_number(2)
    answer.add_selection(passage("warden", "63 lambs drowned in the night of the flood, and more " * 2))
    answer.add_selection(passage("herald", "83 lambs"))
    assert cut_off(answer, width) == []
    closed = marked(MatrixAnswer(MATRIX, LETTERS))
    qtbot.addWidget(closed)
    assert cut_off(closed, width) == []


def test_cells_of_the_comparison_are_taken_over_in_one_step_and_back(
    qtbot: QtBot, proved: MatrixAnswer
) -> None:
    assert not proved.offered.isVisible()
    words = passage("herald", "83 lambs")
    proved.know_cells({("lambs", "herald"): (StatementGiven(stance="reports", selection=words),)})
    assert proved.offered.isVisible()
    with qtbot.waitSignal(proved.changed):
        QTest.mouseClick(proved.offered.take, Qt.MouseButton.LeftButton)
    assert proved.response().cells == (
        CellGiven(
            claim="lambs",
            source="herald",
            statements=(StatementGiven(stance="reports", selection=words),),
        ),
    )
    assert not proved.offered.isVisible()
    assert proved.isAncestorOf(focused())
    assert proved.undo()
    assert proved.response() == MatrixResponse()
    assert proved.offered.isVisible()


def test_nothing_is_offered_once_the_answer_is_closed(proved: MatrixAnswer) -> None:
    proved.know_cells({("lambs", "herald"): (StatementGiven(stance="reports"),)})
    proved.set_read_only(True)
    assert not proved.offered.isVisible()
