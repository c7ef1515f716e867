"""Going on and back lays no hand on what was given, and line, caret and keys are of one pane."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from crossread.desktop.place import Place
from tests.desktop.pages.conftest import EVERY, PACK, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier


def field_of(opened: Opened) -> QLineEdit:
    body = opened.desk.column.body
    assert body is not None
    field = body.answer.focusProxy()
    assert isinstance(field, QLineEdit)
    return field


def showing(opened: Opened) -> str:
    return opened.desk.column.showing


def number_of(opened: Opened, kind: str) -> int:
    questions = opened.desk.column.answering.questions
    return next(number for number, one in enumerate(questions) if one.kind == kind)


@pytest.fixture
def asked(opened: Opened) -> Opened:
    """Open a stage at a question that is answered by typing, with a question before it."""
    opened.go("read-cause")
    column = opened.desk.column
    number = number_of(opened, "numerical")
    assert number > 0
    column.go(number)
    column.focus()
    return opened


def test_coming_back_to_an_answer_leaves_it_whole_whatever_is_typed_next(asked: Opened) -> None:
    asked.type("40")
    asked.press(Key.Key_Return, Mod.ControlModifier)
    asked.desk.column.go_back()
    asked.desk.column.focus()
    field = field_of(asked)
    assert (field.text(), field.hasSelectedText(), field.cursorPosition()) == ("40", False, 2)


def test_a_key_leads_back_out_of_a_field_too(asked: Opened) -> None:
    number = asked.desk.column.number
    field_of(asked).setFocus()
    asked.press(Key.Key_Return, Mod.ControlModifier | Mod.ShiftModifier)
    assert asked.desk.column.number == number - 1


def test_after_handing_in_the_next_key_leads_to_what_is_told_and_then_on(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    column.focus()
    opened.type("12")
    column.show_hand_in()
    assert column.sheet is not None
    column.sheet.agreed.emit()
    assert showing(opened) == "summary"
    opened.press(Key.Key_Return, Mod.ControlModifier)
    assert showing(opened) == "question"
    while showing(opened) == "question":
        opened.press(Key.Key_Return, Mod.ControlModifier)
    asked_for: list[object] = []
    column.onward.disconnect()
    column.onward.connect(lambda: asked_for.append("onward"))
    opened.press(Key.Key_Return, Mod.ControlModifier)
    assert asked_for == ["onward"]


def test_the_button_onward_leads_where_it_says_at_once(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    column.focus()
    opened.type("12")
    column.show_hand_in()
    assert column.sheet is not None
    column.sheet.agreed.emit()
    opened.click(column.next)
    opened.wait(lambda: opened.window.pages.trail.here != Place("stage", PACK, "read-night"))


def test_line_caret_and_keys_are_of_one_pane_when_the_next_question_brings_its_source(every: Opened) -> None:
    every.window.resize(1500, 900)
    every.go("read-words", EVERY)
    desk = every.desk
    desk.panes.focus(1)
    for _question in range(desk.column.count - 1):
        every.press(Key.Key_N)
        focused = [pane.number for pane in desk.panes.panes if pane.isAncestorOf(every.focus())]
        assert focused in ([], [desk.panes.focused])


def test_an_arrow_key_goes_on_from_where_the_text_was_left(opened: Opened) -> None:
    opened.window.resize(900, 420)
    opened.go("read-night")
    pane = opened.desk.panes.panes[0]
    end = len(pane.text.shown)
    pane.view.go_to(end // 2)
    opened.desk.note_place()
    place = pane.view.place()
    assert place > 0
    opened.go("meet")
    opened.go("read-night")
    pane = opened.desk.panes.panes[0]
    opened.desk.panes.focus(0)
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Right):
        opened.press(key)
        assert pane.view.place() >= place
