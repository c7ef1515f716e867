"""Answers put aside for "I don't know": nothing is shown any more, and nothing is lost."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.registry import answer_widget
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from tests.desktop.answers.asking_open import LETTERS
from tests.questions.making import SAMPLES


@pytest.mark.parametrize(("question", "given"), SAMPLES.values(), ids=SAMPLES)
def test_an_answer_put_aside_is_empty_without_a_signal_and_undo_brings_it_back(
    qtbot: QtBot, question: Question, given: Any
) -> None:
    answer = answer_widget(question, LETTERS)
    qtbot.addWidget(answer)
    answer.set_response(given)
    with qtbot.assertNotEmitted(answer.changed):
        assert answer.set_aside()
    assert KINDS[question.kind].empty(answer.response())
    assert not answer.set_aside()  # there is nothing left to put aside
    with qtbot.waitSignal(answer.changed):
        assert answer.undo()
    assert answer.response() == given
