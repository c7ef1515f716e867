import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.choice import ChoiceAnswer
from crossread.desktop.theme import theme
from crossread.questions.choice import KIND, ChoiceResponse
from crossread.questions.mark import Mark, Part
from tests.desktop.answers.asking import CHOICE, LETTERS
from tests.desktop.widgets.seeing import count_of


@pytest.fixture
def answer(qtbot: QtBot) -> ChoiceAnswer:
    widget = ChoiceAnswer(CHOICE, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(360, widget.heightForWidth(360))
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def notes(answer: ChoiceAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def marked(answer: ChoiceAnswer) -> Mark:
    return KIND.mark(CHOICE, answer.response(), {})


def test_a_click_picks_and_tells(qtbot: QtBot, answer: ChoiceAnswer) -> None:
    with qtbot.waitSignal(answer.changed):
        QTest.mouseClick(answer.options.card("lambs"), Qt.MouseButton.LeftButton)
    assert answer.response() == ChoiceResponse("lambs")


@pytest.mark.parametrize(
    ("key", "option"), [(Qt.Key.Key_1, "all"), (Qt.Key.Key_2, "lambs"), (Qt.Key.Key_3, "none")]
)
def test_number_keys_pick(qtbot: QtBot, answer: ChoiceAnswer, key: Qt.Key, option: str) -> None:
    answer.setFocus()
    QTest.keyClick(answer.options.card("all"), key)
    assert answer.response().option == option


def test_a_number_that_is_not_there_picks_nothing(qtbot: QtBot, answer: ChoiceAnswer) -> None:
    with qtbot.assertNotEmitted(answer.changed):
        assert not answer.pick_number(4)
        assert not answer.pick_number(0)


def test_the_same_number_again_leaves_the_pick(qtbot: QtBot, answer: ChoiceAnswer) -> None:
    answer.pick_number(2)
    assert answer.pick_number(2)
    assert answer.response().option == "lambs"


def test_a_click_on_the_pick_takes_it_back(qtbot: QtBot, answer: ChoiceAnswer) -> None:
    for _time in range(2):
        QTest.mouseClick(answer.options.card("lambs"), Qt.MouseButton.LeftButton)
    assert answer.response() == ChoiceResponse()


def test_arrow_keys_go_along_with_the_pick(qtbot: QtBot, answer: ChoiceAnswer) -> None:
    answer.pick_number(1)
    QTest.keyClick(answer.options.card("all"), Qt.Key.Key_Down)
    assert answer.response().option == "lambs"
    QTest.keyClick(answer.options.card("lambs"), Qt.Key.Key_Up)
    assert answer.response().option == "all"


def test_picks_are_undone_and_done_again(qtbot: QtBot, answer: ChoiceAnswer) -> None:
    answer.pick_number(1)
    answer.pick_number(3)
    card = answer.options.card("none")
    QTest.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (answer.response().option, answer.options.value()) == ("all", "all")
    QTest.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (answer.response().option, answer.options.value()) == ("", "")
    again = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(card, Qt.Key.Key_Z, again)
    assert (answer.response().option, answer.options.value()) == ("all", "all")


def test_a_response_from_elsewhere_is_shown_without_a_signal(qtbot: QtBot, answer: ChoiceAnswer) -> None:
    with qtbot.assertNotEmitted(answer.changed):
        answer.set_response(ChoiceResponse("none"))
    assert answer.options.value() == "none"
    assert not answer.undo()


def test_a_response_to_an_older_version_does_no_harm(answer: ChoiceAnswer) -> None:
    answer.set_response(ChoiceResponse("gone"))
    assert answer.options.value() == ""
    assert answer.response() == ChoiceResponse("gone")


def test_screen_readers_meet_radio_buttons(answer: ChoiceAnswer) -> None:
    seen = QAccessible.queryAccessibleInterface(answer.options.card("lambs"))
    assert seen.role() == QAccessible.Role.RadioButton
    assert seen.text(QAccessible.Text.Name) == "On the lambs."
    answer.pick_number(2)
    assert seen.state().checked


def test_what_is_read_only_cannot_be_changed(qtbot: QtBot, answer: ChoiceAnswer) -> None:
    answer.pick_number(1)
    answer.set_read_only(True)
    QTest.mouseClick(answer.options.card("lambs"), Qt.MouseButton.LeftButton)
    assert not answer.pick_number(2)
    assert not answer.undo()
    assert answer.response().option == "all"
    answer.set_read_only(False)
    assert answer.pick_number(2)


def test_what_is_read_only_can_still_be_reached_by_keyboard(answer: ChoiceAnswer) -> None:
    answer.pick_number(3)
    answer.set_read_only(True)
    answer.show_mark(marked(answer))
    answer.setFocus()
    assert answer.options.card("none").hasFocus()
    QTest.keyClick(answer.options.card("none"), Qt.Key.Key_Up)
    assert answer.options.card("lambs").hasFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_1):
        QTest.keyClick(answer.options.card("lambs"), key)
    assert (answer.response().option, answer.options.value()) == ("none", "none")


def test_a_click_on_a_read_only_pick_leaves_it(answer: ChoiceAnswer) -> None:
    answer.pick_number(3)
    answer.set_read_only(True)
    QTest.mouseClick(answer.options.card("none"), Qt.MouseButton.LeftButton)
    assert (answer.response().option, answer.options.value()) == ("none", "none")


def test_the_right_pick_is_shown_as_right_with_its_reason(answer: ChoiceAnswer) -> None:
    answer.pick_number(2)
    answer.set_read_only(True)
    answer.show_mark(marked(answer))
    assert [answer.options.card(key).fate() for key in ("all", "lambs", "none")] == ["open", "right", "open"]
    assert answer.options.card("lambs").accessibleName() == "Right: On the lambs."
    assert notes(answer) == ["63 here and 83 there."]
    assert count_of(answer.options.card("lambs"), theme.current().roles["right"]) > 500


def test_a_wrong_pick_is_shown_beside_the_right_one(answer: ChoiceAnswer) -> None:
    answer.pick_number(3)
    answer.show_mark(marked(answer))
    assert [answer.options.card(key).fate() for key in ("all", "lambs", "none")] == ["open", "key", "wrong"]
    assert notes(answer) == ["Read the lambs again."]


def test_a_mark_without_a_key_gives_the_right_one_not_away(answer: ChoiceAnswer) -> None:
    answer.pick_number(3)
    answer.show_mark(Mark(score=0, parts=(Part(score=0, feedback="Read again."),)))
    assert [answer.options.card(key).fate() for key in ("all", "lambs", "none")] == ["open", "open", "wrong"]
    answer.show_mark(None)
    assert answer.options.card("none").fate() == "open"
    assert notes(answer) == []


@pytest.mark.parametrize("size", [12, 17, 28, 34])
@pytest.mark.parametrize("width", [240, 360, 520])
def test_no_option_is_ever_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("paper"), size)
    answer = ChoiceAnswer(CHOICE, LETTERS)
    qtbot.addWidget(answer)
    answer.pick_number(3)
    answer.show_mark(marked(answer))
    answer.resize(width, answer.heightForWidth(width))
    answer.show()
    for key in ("all", "lambs", "none"):
        card = answer.options.card(key)
        assert card.height() >= card.heightForWidth(card.width())
        words, word = card.face().lay_out(card.width())
        assert words.width <= card.width()
        assert words.height + (word.height if word else 0) < card.height()
    for label in answer.findChildren(QLabel):
        assert label.isHidden() or label.height() >= label.heightForWidth(label.width())
