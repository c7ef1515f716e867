from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.cloze.gap import PickGap, TypedGap, room_for
from crossread.desktop.answers.kinds.cloze import ClozeAnswer
from crossread.desktop.theme import theme
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.questions.cloze import KIND, ClozeResponse
from crossread.questions.mark import Mark, Part
from tests.desktop.answers.asking import CLOZE, LETTERS
from tests.desktop.answers.dragging import drag, middle
from tests.desktop.widgets.seeing import count_of

# The offscreen platform says so where a list opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagate)")

RIGHT = {"when": "9 March", "which": "up", "lambs": "63", "who": "county"}
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def answer(qtbot: QtBot) -> ClozeAnswer:
    """Give a cloze whose bank is numbered as the pack writes it: county, miller, bishop."""
    widget = ClozeAnswer(CLOZE, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(360, widget.heightForWidth(360))
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def typed(answer: ClozeAnswer, name: str) -> TypedGap:
    gap = answer.gap(name)
    assert isinstance(gap, TypedGap)
    return gap


def picked(answer: ClozeAnswer, name: str) -> PickGap:
    gap = answer.gap(name)
    assert isinstance(gap, PickGap)
    return gap


def gaps(answer: ClozeAnswer) -> dict[str, str]:
    return dict(answer.response().gaps)


def said(answer: ClozeAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def marked(answer: ClozeAnswer, given: dict[str, str]) -> None:
    answer.set_response(ClozeResponse(given))
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(CLOZE, answer.response(), {}))


def test_each_gap_is_named_by_its_number_and_the_words_around_it(answer: ClozeAnswer) -> None:
    assert answer.gap("when").accessibleName() == "Gap 1 of 4: In the night of ___ the ___ dam broke. …"
    name = "Gap 3 of 4: … broke. The warden counted ___ lambs; the ___, he …"
    assert answer.gap("lambs").accessibleName() == name
    assert answer.gap("which").accessibleName().startswith("Gap 2 of 4, empty: …")
    assert answer.text.accessibleName().startswith("In the night of [gap 1] the [gap 2] dam broke.")


def test_typing_fills_a_gap_and_tells(qtbot: QtBot, answer: ClozeAnswer) -> None:
    answer.setFocus()
    with qtbot.waitSignal(answer.changed):
        QTest.keyClicks(typed(answer, "when"), "9 March")
    assert answer.response() == ClozeResponse({"when": "9 March"})
    typed(answer, "when").selectAll()
    QTest.keyClick(typed(answer, "when"), Qt.Key.Key_Delete)
    assert answer.response() == ClozeResponse()


def test_tab_goes_from_gap_to_gap_in_the_order_of_the_text(answer: ClozeAnswer) -> None:
    answer.setFocus()
    for name in ("when", "which", "lambs", "who"):
        assert answer.gap(name).hasFocus()
        QTest.keyClick(answer.gap(name), Qt.Key.Key_Tab)


def test_enter_in_a_typed_gap_goes_to_the_next_and_from_the_last_away(qtbot: QtBot) -> None:
    last = replace(CLOZE, text="{{when}} … {{lambs}}", gaps={n: CLOZE.gaps[n] for n in ("when", "lambs")})
    answer = ClozeAnswer(last, LETTERS)
    qtbot.addWidget(answer)
    with qtbot.waitActive(answer):
        answer.show()
        answer.activateWindow()
    answer.setFocus()
    with qtbot.assertNotEmitted(answer.finished):
        QTest.keyClick(answer.gap("when"), Qt.Key.Key_Return)
    assert answer.gap("lambs").hasFocus()
    with qtbot.waitSignal(answer.finished):
        QTest.keyClick(answer.gap("lambs"), Qt.Key.Key_Return)


def test_a_number_fills_a_listed_gap_and_a_gap_of_the_bank(answer: ClozeAnswer) -> None:
    answer.gap("which").setFocus()
    QTest.keyClick(answer.gap("which"), Qt.Key.Key_2)
    answer.gap("who").setFocus()
    QTest.keyClick(answer.gap("who"), Qt.Key.Key_3)
    assert gaps(answer) == {"which": "low", "who": "bishop"}
    assert picked(answer, "which").words() == "lower"
    assert answer.gap("who").accessibleName().startswith("Gap 4 of 4, bishop of the diocese: …")
    assert not answer.pick_number(4)


def test_numbers_in_a_typed_gap_are_typed(answer: ClozeAnswer) -> None:
    answer.gap("lambs").setFocus()
    QTest.keyClicks(typed(answer, "lambs"), "63")
    assert not answer.pick_number(1)
    assert gaps(answer) == {"lambs": "63"}


def test_with_the_focus_elsewhere_a_number_takes_a_word_of_the_bank(answer: ClozeAnswer) -> None:
    answer.gap("when").clearFocus()
    assert answer.pick_number(2)
    assert gaps(answer) == {"who": "miller"}
    answer.gap("who").clearFocus()
    assert not answer.pick_number(1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_list_of_a_gap_opens_by_keyboard(answer: ClozeAnswer, key: Qt.Key) -> None:
    answer.gap("which").setFocus()
    QTest.keyClick(answer.gap("which"), key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ListMenu)
    assert [action.text() for action in menu.actions()] == ["&1  upper", "&2  lower"]
    QTest.keyClick(menu, Qt.Key.Key_2)
    assert gaps(answer) == {"which": "low"}


def test_a_gap_is_emptied_by_delete_and_from_its_list(answer: ClozeAnswer) -> None:
    answer.set_response(ClozeResponse(RIGHT))
    answer.gap("who").setFocus()
    QTest.keyClick(answer.gap("who"), Qt.Key.Key_Delete)
    assert "who" not in gaps(answer)
    QTest.mouseClick(answer.gap("which"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ListMenu)
    assert menu.actions()[-1].text() == "Empty the gap"
    menu.actions()[-1].trigger()
    menu.close()
    assert gaps(answer) == {"when": "9 March", "lambs": "63"}


def test_a_click_on_a_word_of_the_bank_fills_the_gap_in_hand(qtbot: QtBot) -> None:
    two = replace(CLOZE, text="{{who}} and {{whom}}", gaps=dict.fromkeys(("who", "whom"), CLOZE.gaps["who"]))
    answer = ClozeAnswer(two, LETTERS)
    qtbot.addWidget(answer)
    with qtbot.waitActive(answer):
        answer.show()
        answer.activateWindow()
    answer.gap("whom").setFocus()
    QTest.mouseClick(answer.card("miller"), Qt.MouseButton.LeftButton)
    assert gaps(answer) == {"whom": "miller"}
    assert answer.gap("who").hasFocus()
    QTest.mouseClick(answer.card("miller"), Qt.MouseButton.LeftButton)
    assert gaps(answer) == {"who": "miller", "whom": "miller"}
    assert answer.card("miller").inside() == ("gap 1", "gap 2")


def test_a_word_of_the_bank_is_dragged_into_its_gap_and_into_no_other(answer: ClozeAnswer) -> None:
    drag(answer.card("county"), middle(answer.gap("which")))
    assert gaps(answer) == {}
    drag(answer.card("county"), middle(answer.gap("who")))
    assert gaps(answer) == {"who": "county"}


def test_a_gap_undoes_what_was_typed_in_it(answer: ClozeAnswer) -> None:
    gap = typed(answer, "when")
    gap.setFocus()
    QTest.keyClicks(gap, "May")
    QTest.keyClick(gap, Qt.Key.Key_Z, CTRL)
    assert (gap.text(), gaps(answer)) == ("", {})
    assert answer.redo()
    assert gaps(answer) == {"when": "May"}


def test_from_elsewhere_what_was_typed_in_a_gap_goes_at_once(answer: ClozeAnswer) -> None:
    typed(answer, "when").setFocus()
    QTest.keyClicks(answer.gap("when"), "9 March")
    answer.gap("which").setFocus()
    answer.pick_number(1)
    QTest.keyClick(answer.gap("which"), Qt.Key.Key_Z, CTRL)
    assert gaps(answer) == {"when": "9 March"}
    QTest.keyClick(answer.gap("which"), Qt.Key.Key_Z, CTRL)
    assert (gaps(answer), typed(answer, "when").text()) == ({}, "")
    assert answer.redo()
    assert answer.redo()
    assert gaps(answer) == {"when": "9 March", "which": "up"}


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier])
def test_down_opens_the_list_of_a_gap(
    qtbot: QtBot, answer: ClozeAnswer, modifier: Qt.KeyboardModifier
) -> None:
    gap = picked(answer, "which")
    gap.setFocus()
    QTest.keyClick(gap, Qt.Key.Key_Down, modifier)
    (menu,) = gap.findChildren(ListMenu)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_the_line_does_not_jump_at_every_letter(answer: ClozeAnswer) -> None:
    gap = typed(answer, "when")
    widths = []
    for count in range(1, 40):
        gap.setText("n" * count)
        widths.append(gap.width_wanted())
    assert len(set(widths)) <= 5
    assert widths == sorted(widths)
    gap.setText("9 March")
    assert gap.width_wanted() == widths[0]


def test_all_gaps_that_are_typed_in_are_as_wide_while_they_are_empty() -> None:
    assert room_for(2) == room_for(5) < room_for(9) == room_for(60)


def test_a_gap_grows_with_what_is_typed_and_never_beyond_its_line(answer: ClozeAnswer) -> None:
    gap = typed(answer, "when")
    before = gap.width()
    QTest.keyClicks(gap, "the ninth of March")
    assert gap.width() > before
    QTest.keyClicks(gap, " in the year of the great flood and the year after it")
    assert gap.geometry().right() < answer.text.width()
    assert answer.text.heightForWidth(answer.text.width()) <= answer.heightForWidth(answer.width())


def test_what_left_the_pack_goes_with_the_next_change(answer: ClozeAnswer) -> None:
    answer.set_response(ClozeResponse({"gone": "x", "who": "lost", "lambs": "63"}))
    assert picked(answer, "who").words() == ""
    answer.gap("who").setFocus()
    answer.pick_number(1)
    assert gaps(answer) == {"lambs": "63", "who": "county"}


def test_what_is_read_only_cannot_be_changed(qtbot: QtBot, answer: ClozeAnswer) -> None:
    answer.set_response(ClozeResponse(RIGHT))
    answer.set_read_only(True)
    with qtbot.assertNotEmitted(answer.changed):
        QTest.keyClicks(answer.gap("when"), "!")
        for key in (Qt.Key.Key_2, Qt.Key.Key_Delete, Qt.Key.Key_Return):
            QTest.keyClick(answer.gap("which"), key)
        assert not answer.undo()
    assert QApplication.activePopupWidget() is None
    assert not answer.bank.isVisible()


def test_the_mark_is_shown_in_the_gaps_and_below_in_words(answer: ClozeAnswer) -> None:
    marked(answer, {"when": "8 March", "which": "up", "who": "miller"})
    assert said(answer) == ["◐ Partly right"]
    assert [note.accessibleName() for note in answer.notes()] == [
        "Gap 1: ✗ Not right. You wrote “8 March”. The answer: 9 March. The log has the date.",
        "Gap 3: ✗ Not right. The answer: 63",
        "Gap 4: ✗ Not right. The answer: county",
    ]
    name = answer.gap("which").accessibleName()
    assert name == "Gap 2 of 4, upper: … night of ___ the ___ dam broke. The warden … ✓ Right"
    assert "The answer: county" in answer.gap("who").accessibleName()
    assert count_of(answer.gap("when"), theme.current().roles["wrong"]) > 100
    assert count_of(answer.gap("which"), theme.current().roles["right"]) > 100


def test_what_is_right_says_no_more_than_its_reason(answer: ClozeAnswer) -> None:
    marked(answer, RIGHT)
    assert said(answer) == ["✓ Right"]
    assert [note.outcome().words() for note in answer.notes()] == ["✓ Right. The log has the date."]


def test_a_mark_without_keys_gives_nothing_away(answer: ClozeAnswer) -> None:
    answer.set_response(ClozeResponse({"lambs": "83"}))
    answer.show_mark(Mark(score=0, parts=(Part(score=0, of="lambs", given="83"),)))
    assert [note.outcome().words() for note in answer.notes()] == ["✗ Not right. You wrote “83”."]
    answer.show_mark(None)
    assert answer.notes() == ()
    assert answer.bank.isVisible()


def test_with_nothing_given_the_gaps_show_the_key_without_a_verdict(answer: ClozeAnswer) -> None:
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(CLOZE, ClozeResponse(), {}), nothing_given=True)
    assert typed(answer, "when").text() == "9 March"
    assert picked(answer, "who").words() == "county"
    assert said(answer) == []
    assert [note.outcome().words() for note in answer.notes()] == ["The log has the date."]
    assert answer.response() == ClozeResponse()
    answer.show_mark(None)
    assert typed(answer, "when").text() == ""


def test_the_bank_is_mixed_by_the_seed_and_lists_only_where_asked(qtbot: QtBot) -> None:
    banks, lists = set(), set()
    for seed in range(1, 9):
        answer = ClozeAnswer(CLOZE, LETTERS, seed=seed)
        qtbot.addWidget(answer)
        answer.pick_number(1)
        banks.add(gaps(answer)["who"])
        QTest.keyClick(answer.gap("which"), Qt.Key.Key_1)
        lists.add(picked(answer, "which").words())
    assert len(banks) > 1
    assert len(lists) <= 1


@pytest.mark.parametrize("size", [12, 17, 28])
@pytest.mark.parametrize("width", [240, 340, 520])
def test_nothing_is_ever_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    answer = ClozeAnswer(CLOZE, LETTERS)
    qtbot.addWidget(answer)
    answer.show()
    for given in ({}, {"who": "bishop"}):
        answer.set_response(ClozeResponse(given))
        QApplication.processEvents()
        answer.resize(width, answer.heightForWidth(width))
        QApplication.processEvents()
        for name in CLOZE.gaps:
            gap = answer.gap(name)
            assert answer.text.rect().contains(gap.geometry())
            assert gap.height() >= gap.height_wanted(gap.width())
        places = [answer.gap(name).geometry() for name in CLOZE.gaps]
        assert not any(one.intersects(other) for one in places for other in places if one is not other)
