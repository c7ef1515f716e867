"""What is picked stays by Enter and Space in every kind that has options, and goes by Delete or a click."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.answer import AnswerWidget
from crossread.desktop.answers.registry import answer_widget
from crossread.desktop.answers.written.essay_levels import Levels
from crossread.desktop.widgets.picking.checks import Check
from crossread.desktop.widgets.picking.picks import Pick
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.desktop.widgets.picking.toggles import CertaintyPicker
from tests.desktop.answers import asking, asking_open
from tests.desktop.answers.fitting import settle

KINDS = [asking.CHOICE, asking.VERDICT, asking.MULTIPLE, asking_open.SCALE, asking_open.TWO_PART]
ENTER = [Qt.Key.Key_Return, Qt.Key.Key_Enter]
BACK = [Qt.Key.Key_Delete, Qt.Key.Key_Backspace]


def by_kind(question: Any) -> str:
    return str(question.kind)


def options(answer: AnswerWidget) -> list[QAbstractButton]:
    """Return all that can be picked, as it stands."""
    return [*answer.findChildren(Pick), *answer.findChildren(Check)]


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Any], AnswerWidget]:
    def make(question: Any) -> AnswerWidget:
        widget = answer_widget(question, asking_open.LETTERS, None, seed=0)
        qtbot.addWidget(widget)
        settle(widget, 420)
        with qtbot.waitActive(widget):
            widget.activateWindow()
        return widget

    return make


@pytest.mark.parametrize("key", ENTER)
@pytest.mark.parametrize("question", KINDS, ids=by_kind)
def test_enter_picks_and_again_leaves_what_is_picked(
    shown: Callable[[Any], AnswerWidget], question: Any, key: Qt.Key
) -> None:
    answer = shown(question)
    for option in options(answer):
        option.setFocus()
        QTest.keyClick(option, key)
        given = answer.response()
        assert option.isChecked()
        for _time in range(2):
            QTest.keyClick(option, key)
        assert option.isChecked()
        assert answer.response() == given


@pytest.mark.parametrize("key", BACK)
@pytest.mark.parametrize("question", KINDS, ids=by_kind)
def test_what_has_the_focus_is_taken_back_by_a_key_and_comes_again_by_undo(
    shown: Callable[[Any], AnswerWidget], question: Any, key: Qt.Key
) -> None:
    answer = shown(question)
    option = options(answer)[1]
    option.setFocus()
    QTest.keyClick(option, Qt.Key.Key_Return)
    given = answer.response()
    QTest.keyClick(option, key)
    assert not option.isChecked()
    assert answer.response() == type(given)()
    assert answer.undo()
    assert (option.isChecked(), answer.response()) == (True, given)


@pytest.mark.parametrize("question", KINDS, ids=by_kind)
def test_space_takes_back_a_tick_and_no_pick(shown: Callable[[Any], AnswerWidget], question: Any) -> None:
    answer = shown(question)
    for option in options(answer):
        option.setFocus()
        QTest.keyClick(option, Qt.Key.Key_Return)
        assert option.isChecked()
        QTest.keyClick(option, Qt.Key.Key_Space)
        assert option.isChecked() == isinstance(option, Pick)


@pytest.mark.parametrize("question", KINDS, ids=by_kind)
def test_delete_on_what_is_not_picked_changes_nothing(
    shown: Callable[[Any], AnswerWidget], question: Any
) -> None:
    answer = shown(question)
    first, second = options(answer)[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    given = answer.response()
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert answer.response() == given


@pytest.mark.parametrize("question", KINDS, ids=by_kind)
def test_nothing_is_taken_back_of_what_was_handed_in(
    shown: Callable[[Any], AnswerWidget], question: Any
) -> None:
    answer = shown(question)
    option = options(answer)[0]
    option.setFocus()
    QTest.keyClick(option, Qt.Key.Key_Return)
    given = answer.response()
    answer.set_read_only(True)
    for key in (*ENTER, *BACK):
        QTest.keyClick(option, key)
    assert (option.isChecked(), answer.response()) == (True, given)


def test_how_sure_one_is_stays_by_enter_and_goes_by_delete(qtbot: QtBot) -> None:
    picker = CertaintyPicker()
    qtbot.addWidget(picker)
    settle(picker, 420)
    said: list[str] = []
    picker.chosen.connect(said.append)
    sure = picker.findChildren(Pick)[2]
    sure.setFocus()
    QTest.keyClick(sure, Qt.Key.Key_Return)
    QTest.keyClick(sure, Qt.Key.Key_Return)
    assert said == ["certain"]
    QTest.keyClick(sure, Qt.Key.Key_Delete)
    assert said == ["certain", ""]


def test_space_keeps_how_sure_one_is_after_an_arrow_has_picked_it(qtbot: QtBot) -> None:
    picker = CertaintyPicker()
    qtbot.addWidget(picker)
    settle(picker, 420)
    said: list[str] = []
    picker.chosen.connect(said.append)
    first = picker.findChildren(Pick)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    picked = picker.findChildren(Pick)[1]
    QTest.keyClick(picked, Qt.Key.Key_Space)
    assert picked.isChecked()
    assert said[-1:] == [picked.key]


def test_what_stands_alone_is_turned_on_and_off_by_space(qtbot: QtBot) -> None:
    row = Segmented((("dont-know", "I don't know"),), name="I don't know", clearable=True)
    qtbot.addWidget(row)
    settle(row, 420)
    alone = row.pick("dont-know")
    alone.setFocus()
    QTest.keyClick(alone, Qt.Key.Key_Space)
    assert row.value() == "dont-know"
    QTest.keyClick(alone, Qt.Key.Key_Space)
    assert row.value() == ""


def test_a_level_of_an_essay_stays_by_enter(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    levels = Levels(asking_open.ESSAY.rubric, "How far does it go?", page)
    page.show()
    settle(levels, 420)
    level = levels.picks()[0]
    level.setFocus()
    for _time in range(3):
        QTest.keyClick(level, Qt.Key.Key_Return)
    assert levels.value() == level.key


def test_a_row_of_which_one_is_always_chosen_keeps_it_by_delete(qtbot: QtBot) -> None:
    row = Segmented((("near", "Near"), ("far", "Far")), name="How far")
    qtbot.addWidget(row)
    settle(row, 420)
    row.choose("far")
    QTest.keyClick(row.pick("far"), Qt.Key.Key_Delete)
    assert row.value() == "far"
