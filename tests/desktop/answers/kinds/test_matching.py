from typing import get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from crossread.desktop.answers.arranging.pairing_target import IN_USE
from crossread.desktop.answers.kinds.matching import MatchingAnswer
from crossread.desktop.theme import theme
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.desktop.widgets.pressing.ghost import Ghost
from crossread.progress.verdict_words import verdict_words
from crossread.questions.mark import Mark, Part, Verdict
from crossread.questions.matching import KIND, MatchingResponse
from tests.desktop.answers.asking import LETTERS, MATCHING
from tests.desktop.answers.dragging import carry, drag, drop, middle
from tests.desktop.widgets.seeing import count_of

# The offscreen platform says so where a list opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagate)")


@pytest.fixture
def answer(qtbot: QtBot) -> MatchingAnswer:
    """Give a matching whose targets are numbered as the pack writes them: seed 0 mixes nothing."""
    widget = MatchingAnswer(MATCHING, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(360, widget.heightForWidth(360))
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def pairs(answer: MatchingAnswer) -> dict[str, str]:
    return dict(answer.response().pairs)


def opened() -> ListMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ListMenu)
    return menu


def said(answer: MatchingAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def test_a_number_on_a_row_chooses_the_target(qtbot: QtBot, answer: MatchingAnswer) -> None:
    row = answer.row("83")
    row.setFocus()
    with qtbot.waitSignal(answer.changed):
        QTest.keyClick(row, Qt.Key.Key_2)
    assert pairs(answer) == {"83": "herald"}
    assert row.accessibleName() == "83 lambs: the Herald, on its second page"
    QTest.keyClick(row, Qt.Key.Key_4)
    assert pairs(answer) == {"83": "miller"}
    assert not answer.pick_number(5)


def test_with_the_focus_elsewhere_a_number_fills_the_first_empty_row(answer: MatchingAnswer) -> None:
    answer.clearFocus()
    for row in answer.rows():
        row.clearFocus()
    answer.pick_number(3)
    assert pairs(answer) == {"63": "county"}
    assert answer.row("63").hasFocus()


def test_a_target_chosen_elsewhere_moves(answer: MatchingAnswer) -> None:
    answer.row("63").setFocus()
    answer.pick_number(2)
    answer.row("83").setFocus()
    answer.pick_number(2)
    assert pairs(answer) == {"83": "herald"}
    assert answer.row("63").chosen() == ""


def test_delete_clears_a_row(qtbot: QtBot, answer: MatchingAnswer) -> None:
    row = answer.row("63")
    row.setFocus()
    answer.pick_number(1)
    with qtbot.waitSignal(answer.changed):
        QTest.keyClick(row, Qt.Key.Key_Delete)
    assert answer.response() == MatchingResponse()
    with qtbot.assertNotEmitted(answer.changed):
        QTest.keyClick(row, Qt.Key.Key_Backspace)


def test_arrows_and_tab_go_from_row_to_row(answer: MatchingAnswer) -> None:
    answer.setFocus()
    QTest.keyClick(answer.row("63"), Qt.Key.Key_Down)
    assert answer.row("83").hasFocus()
    QTest.keyClick(answer.row("83"), Qt.Key.Key_Tab)
    assert answer.row("none").hasFocus()
    QTest.keyClick(answer.row("none"), Qt.Key.Key_Up)
    assert answer.row("83").hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_list_opens_by_keyboard_and_gives_a_target(answer: MatchingAnswer, key: Qt.Key) -> None:
    row = answer.row("83")
    row.setFocus()
    QTest.keyClick(row, key)
    menu = opened()
    assert menu.accessibleName() == "83 lambs"
    assert [action.data() for action in menu.actions()] == ["warden", "herald", "county", "miller"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert pairs(answer) == {"83": "herald"}


def test_a_number_picks_from_the_open_list_too(answer: MatchingAnswer) -> None:
    QTest.mouseClick(answer.row("none"), Qt.MouseButton.LeftButton)
    QTest.keyClick(opened(), Qt.Key.Key_3)
    assert pairs(answer) == {"none": "county"}


def test_the_list_says_what_is_in_use_and_takes_away(answer: MatchingAnswer) -> None:
    answer.set_response(MatchingResponse({"63": "warden", "83": "herald"}))
    QTest.mouseClick(answer.row("83"), Qt.MouseButton.LeftButton)
    menu = opened()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "&1  the warden’s report (in use)"
    assert menu.activeAction().data() == "herald"
    menu.actions()[-1].trigger()
    assert pairs(answer) == {"63": "warden"}


def test_escape_closes_the_list_and_changes_nothing(qtbot: QtBot, answer: MatchingAnswer) -> None:
    QTest.mouseClick(answer.row("63"), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(answer.changed):
        QTest.keyClick(opened(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_a_click_on_a_target_gives_it_to_the_row_in_hand_and_goes_on(answer: MatchingAnswer) -> None:
    answer.row("83").setFocus()
    QTest.mouseClick(answer.card("herald"), Qt.MouseButton.LeftButton)
    assert pairs(answer) == {"83": "herald"}
    assert answer.row("63").hasFocus()
    QTest.mouseClick(answer.card("warden"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(answer.card("miller"), Qt.MouseButton.LeftButton)
    assert pairs(answer) == {"63": "warden", "83": "herald", "none": "miller"}


def test_a_target_is_dragged_onto_a_row(qtbot: QtBot, answer: MatchingAnswer) -> None:
    card, row = answer.card("county"), answer.row("none")
    carry(card, middle(row))
    assert row.is_wanted()
    assert not answer.row("63").is_wanted()
    ghosts = answer.findChildren(Ghost)
    assert [ghost.isVisible() for ghost in ghosts] == [True]
    with qtbot.waitSignal(answer.changed):
        drop(card, middle(row))
    assert pairs(answer) == {"none": "county"}
    assert not row.is_wanted()
    assert not ghosts[0].isVisible()


def test_a_row_is_dragged_onto_a_target_as_well(answer: MatchingAnswer) -> None:
    drag(answer.row("63"), middle(answer.card("warden")))
    assert pairs(answer) == {"63": "warden"}
    assert QApplication.activePopupWidget() is None


def test_what_is_let_go_beside_changes_nothing(qtbot: QtBot, answer: MatchingAnswer) -> None:
    with qtbot.assertNotEmitted(answer.changed):
        drag(answer.card("warden"), answer.mapToGlobal(QPoint(350, 2)))
        drag(answer.card("warden"), middle(answer.card("miller")))
        carry(answer.card("warden"), middle(answer.row("63")))
        QTest.keyClick(answer.card("warden"), Qt.Key.Key_Escape)
        drop(answer.card("warden"), middle(answer.row("63")))


def test_escape_gives_up_the_drag_of_a_target_which_no_click_gives_the_focus_to(
    qtbot: QtBot, answer: MatchingAnswer
) -> None:
    answer.row("83").setFocus()
    card, row = answer.card("warden"), answer.row("63")
    with qtbot.assertNotEmitted(answer.changed):
        carry(card, middle(row))
        QTest.keyClick(answer.window().windowHandle(), Qt.Key.Key_Escape)
        assert not card.is_dragged()
        assert not row.is_wanted()
        drop(card, middle(row))
    assert answer.row("83").hasFocus()


def test_what_is_dragged_when_the_answer_is_closed_goes_back(qtbot: QtBot, answer: MatchingAnswer) -> None:
    card, row = answer.card("warden"), answer.row("63")
    with qtbot.assertNotEmitted(answer.changed):
        carry(card, middle(row))
        answer.set_read_only(True)
        drop(card, middle(row))
    assert not row.is_wanted()
    assert not any(ghost.isVisible() for ghost in answer.findChildren(Ghost))


def test_the_right_button_lets_nothing_go(qtbot: QtBot, answer: MatchingAnswer) -> None:
    card, row = answer.card("warden"), answer.row("63")
    carry(card, middle(row))
    with qtbot.assertNotEmitted(answer.changed):
        QTest.mouseRelease(card, Qt.MouseButton.RightButton, pos=card.mapFromGlobal(middle(row)))
    assert card.is_dragged()
    drop(card, middle(row))
    assert pairs(answer) == {"63": "warden"}


def test_nothing_stays_behind_where_the_question_goes_in_the_middle_of_a_drag(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer = MatchingAnswer(MATCHING, LETTERS, window)
    answer.resize(360, answer.heightForWidth(360))
    with qtbot.waitExposed(window):
        window.show()
    carry(answer.card("warden"), middle(answer.row("63")))
    assert [ghost.isVisible() for ghost in window.findChildren(Ghost)] == [True]
    delete(answer)
    qtbot.waitUntil(lambda: window.findChildren(Ghost) == [])


def test_only_a_row_in_view_can_be_dropped_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer = MatchingAnswer(MATCHING, LETTERS, window)
    answer.resize(360, answer.heightForWidth(360))
    window.resize(360, answer.height())
    with qtbot.waitExposed(window):
        window.show()
    answer.move(0, -answer.row("83").y())
    with qtbot.assertNotEmitted(answer.changed):
        drag(answer.card("warden"), middle(answer.row("63")))
    drag(answer.card("warden"), middle(answer.row("83")))
    assert pairs(answer) == {"83": "warden"}


def test_the_page_scrolls_to_what_is_not_in_view_while_something_is_dragged(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    answer = MatchingAnswer(MATCHING, LETTERS)
    area.setWidgetResizable(True)
    area.setWidget(answer)
    area.resize(380, 260)
    with qtbot.waitExposed(area):
        area.show()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert answer.row("63").visibleRegion().isEmpty()
    carry(answer.card("warden"), area.mapToGlobal(QPoint(60, 4)))
    assert 0 < bar.value() < bar.maximum()
    for _more in range(20):
        carry(answer.card("warden"), area.mapToGlobal(QPoint(60, 4)))
    assert not answer.row("63").visibleRegion().isEmpty()


def test_a_target_in_use_says_so(answer: MatchingAnswer) -> None:
    assert answer.card("herald").accessibleName() == "2: the Herald, on its second page"
    answer.set_response(MatchingResponse({"83": "herald"}))
    assert answer.card("herald").accessibleName().endswith("In use: 83 lambs")


def test_the_targets_are_mixed_by_the_seed(qtbot: QtBot) -> None:
    orders = set()
    for seed in range(1, 6):
        answer = MatchingAnswer(MATCHING, LETTERS, seed=seed)
        qtbot.addWidget(answer)
        orders.add(tuple(card.key for card in answer.cards()))
        assert [row.key for row in answer.rows()] == ["63", "83", "none"]
        answer.pick_number(1)
        assert pairs(answer) == {"63": answer.cards()[0].key}
    assert len(orders) > 1


def test_pairs_are_undone_and_done_again(answer: MatchingAnswer) -> None:
    row = answer.row("63")
    row.setFocus()
    answer.pick_number(1)
    answer.pick_number(2)
    QTest.keyClick(row, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (pairs(answer), row.chosen()) == ({"63": "warden"}, "the warden’s report")
    assert answer.undo()
    assert answer.response() == MatchingResponse()
    assert answer.redo()
    assert row.chosen() == "the warden’s report"


def test_what_left_the_pack_goes_with_the_next_pair(answer: MatchingAnswer) -> None:
    answer.set_response(MatchingResponse({"gone": "warden", "63": "lost", "83": "herald"}))
    assert [row.chosen() for row in answer.rows()] == ["", "the Herald, on its second page", ""]
    answer.row("63").setFocus()
    answer.pick_number(1)
    assert pairs(answer) == {"63": "warden", "83": "herald"}


def test_what_is_read_only_cannot_be_changed(qtbot: QtBot, answer: MatchingAnswer) -> None:
    answer.set_response(MatchingResponse({"63": "warden"}))
    answer.set_read_only(True)
    row = answer.row("63")
    with qtbot.assertNotEmitted(answer.changed):
        for key in (Qt.Key.Key_2, Qt.Key.Key_Delete, Qt.Key.Key_Return):
            QTest.keyClick(row, key)
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        assert not answer.undo()
    assert QApplication.activePopupWidget() is None
    assert not answer.bank.isVisible()
    answer.setFocus()
    assert row.hasFocus()


def test_the_mark_is_shown_row_by_row(answer: MatchingAnswer) -> None:
    answer.set_response(MatchingResponse({"63": "warden", "83": "miller"}))
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(MATCHING, answer.response(), {}))
    assert [row.outcome().words() for row in answer.rows()] == [
        "✓ Right",
        "✗ Not right. The answer: the Herald, on its second page. The Herald adds those born that week.",
        "✗ Not right. The answer: the county’s minutes",
    ]
    assert said(answer) == ["◐ Partly right"]
    assert "83 lambs: the miller. ✗ Not right." in answer.row("83").accessibleName()
    assert answer.row("none").accessibleName().startswith("no number of lambs at all: nothing chosen")
    assert count_of(answer.row("63"), theme.current().roles["right"]) > 300
    assert count_of(answer.row("83"), theme.current().roles["wrong"]) > 300


def test_a_mark_without_keys_gives_nothing_away(answer: MatchingAnswer) -> None:
    answer.set_response(MatchingResponse({"63": "miller"}))
    answer.show_mark(Mark(score=0, parts=(Part(score=0, of="63"),)))
    assert answer.row("63").outcome().words() == "✗ Not right"
    answer.show_mark(None)
    assert answer.row("63").outcome().words() == ""
    assert answer.bank.isVisible()


def test_with_nothing_given_the_pairs_are_shown_without_a_verdict(answer: MatchingAnswer) -> None:
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(MATCHING, MatchingResponse(), {}), nothing_given=True)
    assert [row.chosen() for row in answer.rows()] == [
        "the warden’s report",
        "the Herald, on its second page",
        "the county’s minutes",
    ]
    assert said(answer) == []
    assert count_of(answer.row("63"), theme.current().roles["right"]) > 100


@pytest.mark.parametrize("size", [12, 28])
@pytest.mark.parametrize("width", [240, 420])
def test_nothing_is_ever_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    answer = MatchingAnswer(MATCHING, LETTERS)
    qtbot.addWidget(answer)
    answer.set_response(MatchingResponse({"83": "herald"}))
    answer.resize(width, answer.heightForWidth(width))
    answer.show()
    for one in (*answer.rows(), *answer.cards()):
        assert one.height() >= one.heightForWidth(one.width())
        around = one.parentWidget()
        assert around is not None
        assert around.rect().contains(one.geometry())


def test_a_target_in_use_wears_no_sign_that_says_right_or_wrong() -> None:
    assert IN_USE not in {verdict_words(verdict)[:1] for verdict in get_args(Verdict)}


def test_a_row_takes_the_room_of_its_words_in_the_look_of_now(
    qapp: QApplication, answer: MatchingAnswer
) -> None:
    row = answer.row("83")
    usual = row.heightForWidth(300)
    narrow = row.heightForWidth(90)
    theme.apply(qapp, theme.load_theme("paper"), text_size=30)
    assert row.heightForWidth(300) > usual
    theme.apply(qapp, theme.load_theme("paper"))
    assert (row.heightForWidth(300), row.heightForWidth(90)) == (usual, narrow)
    assert narrow > usual
    row.show_pair("the longest words that were ever put here " * 8, "", usable=False)
    assert row.heightForWidth(300) > usual
