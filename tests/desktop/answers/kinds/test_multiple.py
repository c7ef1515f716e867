from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.choice import ChoiceAnswer
from crossread.desktop.answers.kinds.multiple import MultipleAnswer
from crossread.desktop.theme import theme
from crossread.questions.mark import Mark, Part
from crossread.questions.multiple import KIND, MultipleResponse
from crossread.questions.order import shuffled
from tests.desktop.answers.asking import CHOICE, LETTERS, MULTIPLE
from tests.desktop.widgets.seeing import count_of

IDS = ("ewes", "lambs", "dam", "blame")


@pytest.fixture
def answer(qtbot: QtBot) -> MultipleAnswer:
    widget = MultipleAnswer(MULTIPLE, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(360, widget.heightForWidth(360))
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def notes(answer: MultipleAnswer) -> list[str]:
    return [label.text() for label in answer.options.findChildren(QLabel) if label.isVisible()]


def fates(answer: MultipleAnswer) -> list[str]:
    return [answer.options.card(key).fate() for key in IDS]


def close(answer: MultipleAnswer, *picked: str) -> None:
    """Give an answer and have it marked."""
    answer.set_response(MultipleResponse(picked))
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(MULTIPLE, answer.response(), {}))


def test_it_says_that_all_are_to_be_picked(answer: MultipleAnswer) -> None:
    assert answer.asked.text() == "Pick all that are right."
    assert answer.options.accessibleName() == "Pick all that are right."


def test_clicks_pick_several_in_the_order_of_the_pack(qtbot: QtBot, answer: MultipleAnswer) -> None:
    for key in ("dam", "ewes"):
        with qtbot.waitSignal(answer.changed):
            QTest.mouseClick(answer.options.card(key), Qt.MouseButton.LeftButton)
    assert answer.response() == MultipleResponse(("ewes", "dam"))


def test_number_keys_pick_and_let_go(answer: MultipleAnswer) -> None:
    answer.setFocus()
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_3):
        QTest.keyClick(answer.focusWidget(), key)
    assert answer.response() == MultipleResponse(("ewes",))
    assert not answer.pick_number(5)
    assert not answer.pick_number(0)


def test_arrows_go_along_and_space_picks(answer: MultipleAnswer) -> None:
    answer.setFocus()
    QTest.keyClick(answer.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(answer.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(answer.focusWidget(), Qt.Key.Key_Space)
    assert answer.response() == MultipleResponse(("dam",))


def test_a_check_made_by_a_screen_reader_is_an_answer(qtbot: QtBot, answer: MultipleAnswer) -> None:
    action = QAccessible.queryAccessibleInterface(answer.options.card("dam")).actionInterface()
    assert action is not None
    with qtbot.waitSignal(answer.changed):
        action.doAction(QAccessibleActionInterface.toggleAction())
    assert answer.response() == MultipleResponse(("dam",))


def test_picks_are_undone_and_done_again(answer: MultipleAnswer) -> None:
    answer.pick_number(1)
    answer.pick_number(2)
    QTest.keyClick(answer.options.card("lambs"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert answer.response() == MultipleResponse(("ewes",))
    assert answer.options.value() == {"ewes"}
    assert answer.redo()
    assert answer.options.value() == {"ewes", "lambs"}


def test_what_left_the_pack_is_let_go_with_the_next_pick(answer: MultipleAnswer) -> None:
    answer.set_response(MultipleResponse(("gone", "ewes")))
    assert answer.options.value() == {"ewes"}
    answer.pick_number(3)
    assert answer.response() == MultipleResponse(("ewes", "dam"))


def test_what_is_read_only_cannot_be_changed(qtbot: QtBot, answer: MultipleAnswer) -> None:
    answer.pick_number(1)
    answer.set_read_only(True)
    with qtbot.assertNotEmitted(answer.changed):
        QTest.mouseClick(answer.options.card("dam"), Qt.MouseButton.LeftButton)
        assert not answer.pick_number(2)
        assert not answer.undo()
    assert answer.response() == MultipleResponse(("ewes",))


def test_the_mark_is_shown_option_by_option(answer: MultipleAnswer) -> None:
    close(answer, "ewes", "lambs")
    assert fates(answer) == ["right", "wrong", "key", "open"]
    names = [answer.options.card(key).accessibleName() for key in IDS]
    assert names == [
        "Right: How many ewes drowned.",
        "Not right: How many lambs drowned.",
        "Right too, but not picked: Which dam broke.",
        "Who is to blame.",
    ]
    assert notes(answer) == ["106 in both.", "63 here and 83 there."]
    assert answer.asked.text() == "✗ Not right"
    assert count_of(answer.options.card("lambs"), theme.current().roles["wrong"]) > 300


def test_all_right_says_so(answer: MultipleAnswer) -> None:
    close(answer, "ewes", "dam")
    assert answer.asked.text() == "✓ Right"
    assert fates(answer) == ["right", "open", "right", "open"]


def test_a_mark_without_keys_gives_nothing_away(answer: MultipleAnswer) -> None:
    answer.set_response(MultipleResponse(("lambs",)))
    told = (Part(score=0, of="lambs", feedback="Count again."), Part(score=0, of="ewes", feedback="secret"))
    answer.show_mark(Mark(score=0, parts=told))
    assert fates(answer) == ["open", "wrong", "open", "open"]
    assert notes(answer) == ["Count again."]
    answer.show_mark(None)
    assert fates(answer) == ["open"] * 4
    assert notes(answer) == []
    assert answer.asked.text() == "Pick all that are right."


def test_with_nothing_given_only_the_right_ones_are_shown(answer: MultipleAnswer) -> None:
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(MULTIPLE, MultipleResponse(), {}), nothing_given=True)
    assert fates(answer) == ["key", "open", "key", "open"]
    assert answer.options.card("ewes").accessibleName() == "This is right: How many ewes drowned."
    assert not answer.asked.isVisible()  # there is nothing left to pick


def test_what_is_gone_from_the_pack_is_told(answer: MultipleAnswer) -> None:
    close(answer, "gone")
    assert answer.gone.isVisible()
    assert "no longer part" in answer.gone.text()


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_what_is_shuffled_is_numbered_as_shown(qtbot: QtBot, seed: int) -> None:
    answer = MultipleAnswer(replace(MULTIPLE, shuffle=True), LETTERS, seed=seed)
    qtbot.addWidget(answer)
    order = shuffled(IDS, seed)
    assert [check.key for check in answer.options.checks()] == list(order)
    answer.pick_number(2)
    assert answer.response() == MultipleResponse((order[1],))


def test_without_the_key_shuffle_nothing_is_mixed(qtbot: QtBot) -> None:
    answer = MultipleAnswer(MULTIPLE, LETTERS, seed=4)
    qtbot.addWidget(answer)
    assert tuple(check.key for check in answer.options.checks()) == IDS


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_shuffled_choice_is_numbered_as_shown_too(qtbot: QtBot, seed: int) -> None:
    answer = ChoiceAnswer(replace(CHOICE, shuffle=True), LETTERS, seed=seed)
    qtbot.addWidget(answer)
    order = shuffled(("all", "lambs", "none"), seed)
    assert [pick.key for pick in answer.options.picks()] == list(order)
    answer.pick_number(3)
    assert answer.response().option == order[2]


@pytest.mark.parametrize("size", [12, 28])
@pytest.mark.parametrize("width", [240, 420])
def test_no_option_is_ever_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    answer = MultipleAnswer(MULTIPLE, LETTERS)
    qtbot.addWidget(answer)
    close(answer, "ewes", "lambs")
    answer.resize(width, answer.heightForWidth(width))
    answer.show()
    for key in IDS:
        card = answer.options.card(key)
        words, word = card.face().lay_out(card.width())
        assert words.width <= card.width()
        assert words.height + (word.height if word else 0) < card.height()
