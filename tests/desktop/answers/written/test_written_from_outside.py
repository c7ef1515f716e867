"""What speech or a screen reader writes into a field is an answer like what is typed."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.registry import answer_widget
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from tests.desktop.answers import asking, asking_open
from tests.desktop.answers.asking_open import LETTERS

WRITTEN: list[Question] = [
    asking.SHORT,
    asking.NUMERICAL,
    asking.CLOZE,
    asking_open.SCALE,
    asking_open.COUNTED,
    asking_open.ESSAY,
    asking_open.DISCUSSION,
]


@pytest.mark.parametrize("question", WRITTEN, ids=[question.kind for question in WRITTEN])
def test_words_written_from_outside_are_the_answer(qtbot: QtBot, question: Question) -> None:
    answer = answer_widget(question, LETTERS)
    qtbot.addWidget(answer)
    fields: list[QWidget] = [*answer.findChildren(QLineEdit), *answer.findChildren(QPlainTextEdit)]
    outside = QAccessible.queryAccessibleInterface(fields[0])
    with qtbot.waitSignal(answer.changed):
        outside.setText(QAccessible.Text.Value, "106")
    assert answer.response() != KINDS[question.kind].response()
