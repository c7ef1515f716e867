import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.numerical import NumericalAnswer
from crossread.desktop.answers.kinds.short_answer import ShortAnswerAnswer
from crossread.desktop.answers.written.line import LONGEST, LineAnswer
from crossread.desktop.theme import theme
from crossread.questions import numerical, short_answer
from crossread.questions.mark import Mark, Part
from tests.desktop.answers.asking import LETTERS, NUMERICAL, SHORT
from tests.desktop.widgets.seeing import count_of


@pytest.fixture
def number(qtbot: QtBot) -> NumericalAnswer:
    widget = NumericalAnswer(NUMERICAL, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(360, 160)
    widget.show()
    return widget


@pytest.fixture
def words(qtbot: QtBot) -> ShortAnswerAnswer:
    widget = ShortAnswerAnswer(SHORT, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(360, 160)
    widget.show()
    return widget


def said(answer: LineAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def test_typing_answers_and_tells_each_time(qtbot: QtBot, number: NumericalAnswer) -> None:
    told: list[str] = []
    number.changed.connect(lambda: told.append(number.response().text))
    QTest.keyClicks(number.field, "106")
    assert told == ["1", "10", "106"]
    assert number.response() == numerical.NumericalResponse("106")


def test_the_unit_stands_beside_the_field_and_is_said(number: NumericalAnswer) -> None:
    assert said(number) == ["ewes"]
    assert number.field.accessibleName() == "Number, in ewes"


def test_number_keys_are_for_typing(qtbot: QtBot, words: ShortAnswerAnswer) -> None:
    QTest.keyClicks(words.field, "12 m")
    assert words.response() == short_answer.ShortAnswerResponse("12 m")


def test_what_was_typed_is_undone_and_done_again(qtbot: QtBot, words: ShortAnswerAnswer) -> None:
    QTest.keyClicks(words.field, "county")
    QTest.keyClick(words.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert words.response().text == words.field.text() == ""
    assert words.redo()
    assert words.response().text == words.field.text() == "county"
    assert words.undo()
    assert words.response().text == ""
    assert not words.undo()


def test_a_response_from_elsewhere_is_shown_without_a_signal(qtbot: QtBot, words: ShortAnswerAnswer) -> None:
    with qtbot.assertNotEmitted(words.changed):
        words.set_response(short_answer.ShortAnswerResponse("the county"))
    assert words.field.text() == "the county"


def test_the_caret_stays_where_one_types(qtbot: QtBot, words: ShortAnswerAnswer) -> None:
    words.set_response(short_answer.ShortAnswerResponse("the county"))
    words.field.setCursorPosition(4)
    QTest.keyClicks(words.field, "old ")
    assert words.field.text() == "the old county"


def test_nobody_types_without_end(words: ShortAnswerAnswer) -> None:
    assert words.field.maxLength() == LONGEST


def test_what_is_read_only_cannot_be_changed(qtbot: QtBot, words: ShortAnswerAnswer) -> None:
    QTest.keyClicks(words.field, "county")
    words.set_read_only(True)
    QTest.keyClicks(words.field, "!")
    assert not words.undo()
    assert words.response().text == "county"


def test_a_right_answer_says_so_and_no_more(number: NumericalAnswer) -> None:
    number.set_response(numerical.NumericalResponse("106"))
    number.show_mark(numerical.KIND.mark(NUMERICAL, number.response(), {}))
    assert said(number) == ["✓ Right", "ewes"]
    assert count_of(number.field, theme.current().roles["right"]) > 200


def test_a_wrong_answer_is_told_what_was_asked_for(number: NumericalAnswer) -> None:
    number.set_response(numerical.NumericalResponse("a few"))
    number.show_mark(numerical.KIND.mark(NUMERICAL, number.response(), {}))
    assert said(number) == [
        "✗ Not right",
        "The answer: 106 ewes",
        "“a few” is not a number.",
        "ewes",
    ]
    assert count_of(number.field, theme.current().roles["wrong"]) > 200


def test_a_partly_right_answer_says_so(words: ShortAnswerAnswer) -> None:
    words.set_response(short_answer.ShortAnswerResponse("a county"))
    words.show_mark(Mark(score=0.5, parts=(Part(score=0.5, key="the county", feedback="Which one?"),)))
    assert said(words) == ["◐ Partly right", "The answer: the county", "Which one?"]


def test_a_mark_without_a_key_gives_nothing_away(words: ShortAnswerAnswer) -> None:
    words.show_mark(Mark(score=0, parts=(Part(score=0),)))
    assert said(words) == ["✗ Not right"]
    words.show_mark(None)
    assert said(words) == []


def test_enter_goes_on(qtbot: QtBot, words: ShortAnswerAnswer) -> None:
    with qtbot.waitSignal(words.finished):
        QTest.keyClick(words.field, Qt.Key.Key_Return)


def test_what_is_no_number_is_said_while_one_types(number: NumericalAnswer) -> None:
    QTest.keyClicks(number.field, "many")
    assert said(number) == ["This cannot be read as a number yet.", "ewes"]
    number.field.selectAll()
    QTest.keyClicks(number.field, "106")
    assert said(number) == ["ewes"]


def test_with_nothing_given_there_is_no_verdict_and_no_empty_field(number: NumericalAnswer) -> None:
    number.set_read_only(True)
    number.show_mark(numerical.KIND.mark(NUMERICAL, number.response(), {}), nothing_given=True)
    assert not number.field.isVisible()
    assert "The answer: 106 ewes" in said(number)
    assert not any("right" in words for words in said(number))
