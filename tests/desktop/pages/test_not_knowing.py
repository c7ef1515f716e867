"""Saying "I don't know", by its key or by mistake: what was answered before comes back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.questions.choice import ChoiceResponse
from tests.desktop.pages.conftest import PACK, WAYS, Opened

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def choosing(ways: Opened) -> tuple[QuestionBody, object]:
    """Answer a choice, and say how sure one is."""
    ways.go("read-open", WAYS)
    column = ways.desk.column
    column.go(2)
    column.focus()
    assert column.body is not None
    ways.press(Key.Key_2)
    given = column.body.given().response
    assert isinstance(given, ChoiceResponse)
    assert given.option
    column.body.certainty.picks()[1].click()
    return column.body, given


def test_taking_back_i_dont_know_brings_the_answer_and_the_certainty_back(ways: Opened) -> None:
    body, given = choosing(ways)
    certainty = body.given().certainty
    ways.press(Key.Key_0)
    assert body.given().dont_know
    assert body.answer.response() == ChoiceResponse()
    assert (body.certainty.value(), body.certainty.isEnabled()) == ("", False)
    ways.press(Key.Key_0)
    assert (body.given().response, body.given().dont_know) == (given, False)
    assert (body.certainty.value(), body.certainty.isEnabled()) == (certainty, True)
    ways.desk.column.go_on()
    answers = ways.session.state(WAYS).of("read-open").latest.answers
    assert not any(answer.dont_know for answer in answers.values())


def test_undo_brings_the_answer_back_after_i_dont_know(ways: Opened) -> None:
    body, given = choosing(ways)
    ways.press(Key.Key_0)
    ways.desk.column.refresh()
    QTest.keyClick(body.answer, Key.Key_Z, Ctrl)
    assert (body.given().response, body.given().dont_know) == (given, False)
    assert body.certainty.value() == body.given().certainty != ""


def test_a_line_that_was_typed_comes_back_too(opened: Opened) -> None:
    opened.go("read-night", PACK)
    column = opened.desk.column
    column.focus()
    opened.type("63")
    body = column.body
    assert body is not None
    body.toggle_dont_know()
    assert body.answer.response().text == ""
    column.refresh()
    body.toggle_dont_know()
    assert body.answer.response().text == "63"
    assert body.given().response.text == "63"


def test_i_dont_know_taken_back_where_nothing_was_given_leaves_nothing(opened: Opened) -> None:
    opened.go("read-night", PACK)
    column = opened.desk.column
    column.focus()
    opened.type("6")
    opened.press(Key.Key_Backspace)
    body = column.body
    assert body is not None
    body.toggle_dont_know()
    body.toggle_dont_know()
    assert body.answer.response().text == ""
    assert not body.given().dont_know


def test_another_answer_after_i_dont_know_is_the_answer(ways: Opened) -> None:
    body, given = choosing(ways)
    ways.press(Key.Key_0)
    ways.press(Key.Key_1)
    assert not body.given().dont_know
    assert body.given().response != given
    assert body.given().certainty == ""
