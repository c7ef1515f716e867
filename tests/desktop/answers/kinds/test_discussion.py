from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.discussion import DiscussionAnswer
from crossread.desktop.theme import theme
from crossread.questions.discussion import DiscussionResponse
from crossread.questions.mark import Mark
from tests.desktop.answers.asking_open import DISCUSSION, LETTERS
from tests.desktop.answers.fitting import cut_off, settle


@pytest.fixture
def answer(qtbot: QtBot) -> DiscussionAnswer:
    widget = DiscussionAnswer(DISCUSSION, LETTERS)
    qtbot.addWidget(widget)
    settle(widget, 360)
    return widget


def said(answer: DiscussionAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def test_the_moves_are_in_view_and_the_model_answer_is_not(answer: DiscussionAnswer) -> None:
    words = said(answer)
    assert DISCUSSION.notes in words
    assert set(DISCUSSION.moves) <= set(words)
    assert not answer.model.isVisible()


def test_notes_are_the_response_and_are_undone(qtbot: QtBot, answer: DiscussionAnswer) -> None:
    with qtbot.waitSignal(answer.changed):
        QTest.keyClicks(answer.notes.field, "B surprised me.")
    assert answer.response() == DiscussionResponse("B surprised me.")
    QTest.keyClick(answer.notes.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert answer.response() == DiscussionResponse()
    assert answer.notes.field.toPlainText() == ""


def test_the_model_answer_opens_once_the_talk_is_closed(qtbot: QtBot, answer: DiscussionAnswer) -> None:
    answer.set_response(DiscussionResponse("B surprised me."))
    answer.set_read_only(True)
    assert not answer.model.isVisible()  # as long as marks are held back
    answer.show_mark(Mark(score=None))
    assert DISCUSSION.model not in said(answer)
    QTest.mouseClick(answer.model.line, Qt.MouseButton.LeftButton)
    assert DISCUSSION.model in said(answer)
    assert answer.model.line.text() == "Close the model answer"
    assert set(DISCUSSION.moves) <= set(said(answer))


def test_another_try_puts_the_model_answer_away(answer: DiscussionAnswer) -> None:
    answer.show_mark(Mark(score=None))
    answer.model.set_open(True)
    answer.show_mark(None)
    answer.show_mark(Mark(score=None))
    assert not answer.model.is_open()


def test_closed_notes_are_kept_and_empty_ones_not_shown(answer: DiscussionAnswer) -> None:
    answer.set_read_only(True)
    assert not answer.notes.isVisible()
    answer.set_response(DiscussionResponse("B surprised me."))
    assert answer.notes.isVisible()
    QTest.keyClicks(answer.notes.field, "more")
    assert answer.response() == DiscussionResponse("B surprised me.")


def test_a_prompt_alone_has_a_field_and_nothing_else(qtbot: QtBot) -> None:
    answer = DiscussionAnswer(replace(DISCUSSION, notes="", moves=(), model=""), LETTERS)
    qtbot.addWidget(answer)
    answer.show()
    answer.show_mark(Mark(score=None))
    assert said(answer) == ["Your notes"]


@pytest.mark.parametrize("size", [17, 28])
@pytest.mark.parametrize("width", [340, 420])
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    answer = DiscussionAnswer(DISCUSSION, LETTERS)
    qtbot.addWidget(answer)
    assert cut_off(answer, width) == []
    answer.set_response(DiscussionResponse("B surprised me, for two reasons. " * 5))
    answer.set_read_only(True)
    answer.show_mark(Mark(score=None))
    answer.model.set_open(True)
    assert cut_off(answer, width) == []
