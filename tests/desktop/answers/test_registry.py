import gc
import weakref

import pytest
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.answer import AnswerWidget
from crossread.desktop.answers.registry import WIDGETS, answer_widget
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from tests.desktop.answers import asking, asking_open

LETTERS = asking_open.LETTERS
QUESTIONS: list[Question] = [
    asking.CHOICE,
    asking.MULTIPLE,
    asking.VERDICT,
    asking.SHORT,
    asking.NUMERICAL,
    asking.CLOZE,
    asking.ORDERING,
    asking.MATCHING,
    asking.CATEGORISE,
    asking.EVIDENCE,
    asking_open.MATRIX,
    asking_open.SCALE,
    asking_open.TWO_PART,
    asking_open.ESSAY,
    asking_open.DISCUSSION,
]


def test_each_kind_of_question_has_a_widget() -> None:
    assert set(WIDGETS) == set(KINDS)


def test_each_kind_is_tried_here() -> None:
    assert {question.kind for question in QUESTIONS} == set(KINDS)


@pytest.mark.parametrize("question", QUESTIONS, ids=[question.kind for question in QUESTIONS])
def test_a_widget_begins_with_the_empty_response_of_its_kind(qtbot: QtBot, question: Question) -> None:
    widget = answer_widget(question, LETTERS)
    qtbot.addWidget(widget)
    assert widget.response() == KINDS[question.kind].response()
    assert KINDS[question.kind].empty(widget.response())
    assert widget.takes_passages == (question.kind in ("evidence", "two-part", "essay"))


@pytest.mark.parametrize("question", QUESTIONS, ids=[question.kind for question in QUESTIONS])
def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, question: Question) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    widget = answer_widget(question, LETTERS)
    qtbot.addWidget(widget)
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert child.accessibleName()


@pytest.mark.parametrize("question", QUESTIONS, ids=[question.kind for question in QUESTIONS])
def test_a_widget_is_freed_without_the_collector(qtbot: QtBot, question: Question) -> None:
    """Nothing holds a widget but its parent: no lambda, no cycle through a signal."""
    assert not gc.isenabled()
    widget: AnswerWidget | None = answer_widget(question, LETTERS)
    assert widget is not None
    widget.set_read_only(True)
    gone = weakref.ref(widget)
    widget = None
    assert gone() is None


def test_a_kind_without_a_widget_says_so() -> None:
    odd = Question(id="x", kind="dance", stage="s", skill="integrate", sources=(), prompt="?")
    with pytest.raises(KeyError):
        answer_widget(odd, LETTERS)
