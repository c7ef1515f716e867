"""The way of a learner through a pack, by keyboard alone and by mouse alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from crossread.desktop.answers.kinds.choice import ChoiceAnswer
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.questions.question_list import QuestionLine
from crossread.desktop.widgets.picking.toggles import CertaintyPicker
from crossread.questions.evidence import Evidence
from crossread.questions.passages import ShownText
from crossread.questions.placing import place
from crossread.texts.text import Range
from tests.desktop.pages.conftest import PACK, Opened, words_of

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def pane_of(opened: Opened, source: str) -> Pane:
    return next(pane for pane in opened.desk.panes.panes if pane.source_id == source)


def cores(opened: Opened) -> dict[str, Range]:
    """Find where the passages of the evidence question stand."""
    question = opened.desk.column.question
    assert isinstance(question, Evidence)
    found = {}
    for passage in question.passages:
        shown = ShownText("digest", opened.pages.opened.pack.source(passage.source).digest)
        where = place(passage.core_key, shown)
        assert where is not None
        found[passage.source] = where
    return found


def test_from_the_library_to_feedback_by_keyboard_alone(opened: Opened) -> None:
    opened.wait(lambda: opened.window.focusWidget() is opened.window.library.cards[0].main)
    opened.press(Key.Key_Return)
    opened.wait(lambda: opened.window.pages.currentWidget() is not opened.window.trouble)
    assert opened.overview.begin.hasFocus()
    opened.press(Key.Key_Return)
    opened.press(Key.Key_F6)  # from the context to what one expects
    opened.type("They may differ on when it was closed.")
    opened.press(Key.Key_Return, Ctrl)
    state = opened.session.state(PACK)
    assert state.expectations == {"before": "They may differ on when it was closed."}

    assert opened.meet.list.value() == "warden"
    opened.press(Key.Key_F6)
    opened.press(Key.Key_F6)
    opened.type("The one who closed it")
    opened.press(Key.Key_Return, Ctrl)
    assert opened.meet.list.value() == "miller"
    opened.press(Key.Key_Return, Ctrl)
    state = opened.session.state(PACK)
    assert state.notes == {"meet/warden/who": "The one who closed it"}
    assert state.cards == {"warden", "miller"}

    desk = opened.desk
    opened.press(Key.Key_F6)
    opened.press(Key.Key_F6)
    assert isinstance(opened.focus(), QLineEdit)
    opened.type("3")
    opened.press(Key.Key_Return, Ctrl)
    assert desk.column.number == 1
    opened.press(Key.Key_2)
    opened.press(Key.Key_N)
    opened.press(Key.Key_2)
    opened.press(Key.Key_J)
    assert isinstance(desk.column.question, Evidence)
    for source, where in cores(opened).items():
        opened.press({"warden": Key.Key_A, "miller": Key.Key_B}[source])
        view = pane_of(opened, source).view
        assert view.hasFocus()
        view.select(where)
        opened.press(Key.Key_M)
    assert len(desk.column.body.answer.selections()) == 2  # type: ignore[union-attr]
    opened.press(Key.Key_N)
    opened.press(Key.Key_0)
    opened.press(Key.Key_N)
    assert desk.column.sheet is not None
    opened.press(Key.Key_Return)
    assert desk.column.summary is not None
    answers = opened.session.state(PACK).of("read-night").latest.answers
    assert {name: answer.mark.score for name, answer in answers.items() if answer.mark} == {
        "night-planks": 1.0,
        "night-van": 1.0,
        "night-witness": 1.0,
        "night-agree": 1.0,
        "night-counts": 0.0,
    }
    opened.saved()


def test_the_focus_goes_along_to_the_next_source(opened: Opened) -> None:
    opened.go("meet")
    assert opened.focus() is opened.meet.list.pick("warden")
    opened.press(Key.Key_Return, Ctrl)
    assert opened.focus() is opened.meet.list.pick("miller")
    assert opened.meet.list.pick("miller").shows_focus()
    field = opened.meet.notes.fields["who"]
    field.setFocus()
    opened.meet.previous_source()
    assert opened.focus() is field


def test_evidence_by_mouse_alone(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    opened.click(column.navigator.square(3))
    assert column.body is not None
    view = pane_of(opened, "warden").view
    where = cores(opened)["warden"]
    view.show_range(where)
    view.select(where)
    end = view.cursorRect(view.textCursor())
    cursor = view.textCursor()
    cursor.setPosition(cursor.anchor())
    start = view.cursorRect(cursor)
    cursor.clearSelection()
    view.setTextCursor(cursor)
    drag(view.viewport(), start.center(), end.center())
    (selection,) = column.body.answer.selections()
    assert selection.quote == "At 10.45 in the evening she closed the road"
    assert selection.source == "warden"
    assert [mark.role for mark in view.marks()] == ["evidence"]


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, pos=start)
    QTest.mouseMove(widget, QPoint((start.x() + end.x()) // 2, start.y()))
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, left, pos=end)


def hand_in(opened: Opened) -> None:
    column = opened.desk.column
    opened.click(column.navigator.square(1))
    opened.press(Key.Key_1)
    opened.click(column.navigator.square(4))
    opened.click(column.next)
    assert column.sheet is not None
    opened.click(column.sheet.hand_in)
    assert column.showing == "summary"


def test_a_hand_in_with_open_questions_is_asked_about_and_can_be_declined(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    opened.click(column.navigator.square(4))
    opened.press(Key.Key_2)
    opened.click(column.next)
    assert column.sheet is not None
    assert column.sheet.decline.property("look") == "primary"
    opened.click(column.sheet.decline)
    assert column.showing == "question"
    assert column.number == 0
    assert not opened.session.state(PACK).of("read-night").latest.handed_in


def test_escape_declines_a_hand_in(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    column.show_hand_in()
    opened.press(Key.Key_Escape)
    opened.wait(lambda: column.showing == "question")
    assert not opened.session.state(PACK).of("read-night").latest.handed_in


def test_the_sheet_says_where_passages_are_missing(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    opened.click(column.navigator.square(3))
    source, where = next(iter(cores(opened).items()))
    pane_of(opened, source).view.select(where)
    pane_of(opened, source).view.setFocus()
    opened.press(Key.Key_M)
    column.show_hand_in()
    assert column.sheet is not None
    assert "Begun, and not complete:" in words_of(column.sheet)
    said = [line.accessibleName() for line in column.sheet.findChildren(QuestionLine)]
    assert any(name.startswith("4. Mark in A and in B") and "more" in name for name in said)


def test_what_was_not_known_or_not_answered_is_told_without_a_verdict(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    assert column.body is not None
    column.body.toggle_dont_know()
    hand_in(opened)
    assert column.summary is not None
    assert column.summary.first_look.hasFocus()
    assert "Not answered" in words_of(column.summary)
    opened.press(Key.Key_Return)
    assert column.number == 0
    told = words_of(column.body)
    assert "You said: I don’t know." in told
    assert "The answer:" in told
    assert "Not right" not in told
    column.go_on()
    column.go_on()
    assert "You did not answer this." in words_of(column.body)
    answer = column.body.answer
    assert isinstance(answer, ChoiceAnswer)
    assert answer.options.card("miller").fate() == "key"


def test_who_does_not_know_is_not_asked_how_sure(opened: Opened) -> None:
    opened.go("read-night")
    body = opened.desk.column.body
    assert body is not None
    (certainty,) = body.findChildren(CertaintyPicker)
    opened.click(certainty.picks()[2])
    body.toggle_dont_know()
    assert (certainty.value(), certainty.isEnabled()) == ("", False)
    body.toggle_dont_know()
    assert certainty.isEnabled()


def test_enter_in_a_number_goes_to_the_next_question(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    column.focus()
    opened.type("7")
    opened.press(Key.Key_Return)
    opened.wait(lambda: column.number == 1)


def test_a_selection_does_not_outlive_its_question(opened: Opened) -> None:
    opened.go("read-night")
    view = opened.desk.panes.panes[0].view
    view.select(Range(0, 9))
    opened.desk.column.go_on()
    assert not view.textCursor().hasSelection()


def test_feedback_shows_each_passage_in_its_pane_and_explains_what_was_left_open(opened: Opened) -> None:
    opened.go("read-night")
    hand_in(opened)
    column = opened.desk.column
    opened.click(column.navigator.square(2))
    assert column.body is not None
    assert column.body.feedback is not None
    assert not column.body.takes_passages()
    column.show_evidence()
    marked = {pane.source_id: [mark.role for mark in pane.view.marks()] for pane in opened.desk.panes.panes}
    assert marked == {"warden": ["evidence"], "miller": ["evidence"]}


def test_trying_again_starts_empty_and_keeps_the_first_try(opened: Opened) -> None:
    opened.go("read-night")
    hand_in(opened)
    column = opened.desk.column
    opened.click(column.back)  # says "Try again" here
    assert column.showing == "question"
    opened.click(column.navigator.square(1))
    assert column.body is not None
    assert column.body.answer.response().verdict == ""
    attempts = opened.session.state(PACK).of("read-night").attempts
    assert [attempt.handed_in for attempt in attempts] == [True, False]
    assert "Attempt 2; what you handed in before is kept." in words_of(column)
    assert attempts[0].answers["night-van"].mark is not None


def test_under_immediate_feedback_a_question_is_checked_by_itself(opened: Opened) -> None:
    opened.go("read-cause")
    column = opened.desk.column
    assert column.body is not None
    column.focus()
    opened.type("county")
    opened.click(column.check_button)
    assert column.body.feedback is not None
    answers = opened.session.state(PACK).of("read-cause").latest.answers
    assert answers["cause-report"].mark is not None
    assert answers["cause-report"].mark.score == 1.0


@pytest.mark.parametrize("kept", ["typed", "picked"])
def test_closing_and_opening_again_restores_the_desk(open_window: Callable[[], Opened], kept: str) -> None:
    first = open_window()
    first.go("read-night")
    desk = first.desk
    first.click(desk.column.navigator.square(0 if kept == "typed" else 2))
    desk.column.focus()
    first.type("7" if kept == "typed" else "1")
    desk.panes.choose_source(0, "miller")
    pane = desk.panes.panes[0]
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    at = pane.view.place()
    places, response = desk.panes.places(), desk.column.body.answer.response()  # type: ignore[union-attr]
    first.close()

    again = open_window()
    assert "You were reading B beside A" in again.window.library.told()
    again.wait(lambda: again.window.focusWidget() is again.window.library.cards[0].main)
    again.press(Key.Key_Return)
    again.wait(lambda: again.window.pages.currentWidget() is not again.window.trouble)
    assert again.desk.panes.places() == places
    assert again.desk.column.number == (0 if kept == "typed" else 2)
    assert again.desk.column.body is not None
    assert again.desk.column.body.answer.response() == response
    again.qtbot.wait(50)
    assert abs(again.desk.panes.panes[0].view.place() - at) < 120


def test_what_is_typed_into_notes_without_a_pause_is_kept_as_it_is_typed(opened: Opened) -> None:
    opened.go("before")
    opened.before.expectation.setFocus()
    opened.type("They may differ")
    assert not opened.session.state(PACK).expectations
    assert opened.session.typed(PACK, "expectation/before", "") == "They may differ"
    opened.go("meet")
    assert opened.session.state(PACK).expectations == {"before": "They may differ"}
    assert opened.session.typed(PACK, "expectation/before", "They may differ") == "They may differ"
    field = opened.meet.notes.fields["who"]
    field.setFocus()
    opened.type("A warden")
    assert opened.session.typed(PACK, "meet/warden/who", "") == "A warden"
    opened.meet.show_source("warden")
    assert field.toPlainText() == "A warden"
    assert opened.session.state(PACK).notes == {"meet/warden/who": "A warden"}


def test_a_note_that_was_only_typed_is_there_again_and_kept_soon(opened: Opened) -> None:
    opened.session.set_typed(PACK, "meet/miller/who", "Runs the mill", "")
    opened.go("meet")
    opened.meet.show_source("miller")
    assert opened.meet.notes.fields["who"].toPlainText() == "Runs the mill"
    opened.wait(lambda: opened.session.state(PACK).notes == {"meet/miller/who": "Runs the mill"})


def test_what_waits_for_a_text_is_passed_over_named_before_handing_in_and_looked_back_at(
    opened: Opened,
) -> None:
    opened.go("read-cause")
    column = opened.desk.column
    column.focus()
    opened.type("county")
    column.go(2)
    assert column.next.text() == "Hand in"
    opened.click(column.next)
    assert column.sheet is not None
    assert "Waiting for the authors’ own words:" in words_of(column.sheet)
    (waiting,) = [
        line for line in column.sheet.findChildren(QuestionLine) if "wagon" in line.accessibleName()
    ]
    opened.click(waiting)
    opened.wait(lambda: column.question is not None and column.question.id == "cause-wagon")
    opened.click(column.next)
    assert column.sheet is not None
    opened.wait(column.sheet.hand_in.isVisible)
    opened.click(column.sheet.hand_in)
    opened.wait(lambda: column.answering.handed_in)
    column.go(2)
    assert column.next.text() == "Next ›"
    opened.click(column.next)
    assert column.question is not None
    assert column.question.id == "cause-wagon"
