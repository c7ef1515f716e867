"""Questions in every behaviour, by keyboard: near misses, tries, hints, flags, locks, exams, own words."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from crossread.base.declared import EXAM_RESULTS, TEXT_SIZE
from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.desktop.pages.questions.question_list import QuestionLine
from crossread.desktop.widgets.buttons import rename
from crossread.questions.essay import EssayRating
from tests.desktop.pages.conftest import WAYS, Opened, words_of

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEAR = "Pendelton"  # for Pendleton


def body_of(opened: Opened) -> QuestionBody:
    body = opened.desk.column.body
    assert body is not None
    return body


def begin(opened: Opened, stage: str, number: int = 0) -> QuestionBody:
    """Come to a question with the focus on its answer."""
    opened.go(stage, WAYS)
    column = opened.desk.column
    column.go(number)
    column.focus()
    return body_of(opened)


def answers(opened: Opened, stage: str) -> dict[str, object]:
    found = opened.session.state(WAYS).of(stage).latest.answers
    return {name: dict(answer.response or {}).get("text", "") for name, answer in found.items()}


def tab_to(opened: Opened, wanted: QWidget, most: int = 30) -> int:
    """Press Tab until something has the focus; return how often that took."""
    for count in range(1, most + 1):
        opened.press(Key.Key_Tab)
        if QApplication.focusWidget() is wanted:
            return count
    raise AssertionError("Tab does not come there")


# A near miss


def test_a_near_miss_is_asked_about_before_the_question_is_left_and_taken_over_by_yes(ways: Opened) -> None:
    body = begin(ways, "read-open")
    ways.type(NEAR)
    ways.press(Key.Key_Return, Ctrl)
    assert ways.desk.column.number == 0
    assert body.asked_back is not None
    assert "Did you mean “Pendleton”?" in words_of(body)
    assert body.answer.response().text == NEAR  # nothing is changed without a yes
    ways.wait(body.asked_back.yes.isVisible)
    ways.qtbot.wait(20)
    tab_to(ways, body.asked_back.yes, most=1)
    ways.press(Key.Key_Space)
    assert ways.desk.column.number == 1
    assert answers(ways, "read-open")["open-name"] == "Pendleton"


def test_who_says_no_to_a_near_miss_goes_on_and_is_not_asked_again(ways: Opened) -> None:
    body = begin(ways, "read-open")
    ways.type(NEAR)
    ways.press(Key.Key_Return)  # as in any field of one line
    ways.wait(lambda: body.asked_back is not None)
    assert body.asked_back is not None
    ways.click(body.asked_back.no)
    assert ways.desk.column.number == 1
    ways.desk.column.go_back()
    ways.desk.column.go_on()
    assert ways.desk.column.number == 1
    assert answers(ways, "read-open")["open-name"] == NEAR


def test_next_a_second_time_leaves_a_near_miss_as_it_is(ways: Opened) -> None:
    begin(ways, "read-open")
    ways.type(NEAR)
    ways.click(ways.desk.column.next)
    assert ways.desk.column.number == 0
    ways.click(ways.desk.column.next)
    assert ways.desk.column.number == 1
    assert answers(ways, "read-open")["open-name"] == NEAR


def test_the_question_back_goes_when_the_answer_changes(ways: Opened) -> None:
    body = begin(ways, "read-open")
    ways.type(NEAR)
    ways.desk.column.go_on()
    ways.press(Key.Key_Backspace)
    assert body.asked_back is None
    assert ways.focus() is body.answer.focusWidget()


def test_a_near_miss_that_was_left_so_is_not_asked_about_on_another_day(ways: Opened) -> None:
    begin(ways, "read-open")
    ways.type(NEAR)
    ways.desk.column.go_on()
    ways.desk.column.go_on()
    ways.go("read-tries", WAYS)
    ways.go("read-open", WAYS)
    ways.desk.column.go(0)
    ways.desk.column.go_on()
    assert ways.desk.column.number == 1


def test_a_near_miss_is_asked_about_before_it_costs_a_try(ways: Opened) -> None:
    body = begin(ways, "read-tries", 1)
    ways.type(NEAR)
    ways.click(ways.desk.column.check_button)
    assert body.asked_back is not None
    assert answers(ways, "read-tries") == {}
    ways.click(body.asked_back.yes)
    marks = ways.session.state(WAYS).of("read-tries").latest.answers
    assert marks["tries-mender"].mark is not None
    assert marks["tries-mender"].mark.score == 1.0


def test_going_back_asks_nothing_and_going_on_later_does(ways: Opened) -> None:
    ways.go("read-open", WAYS)
    column = ways.desk.column
    column.go(2)
    column.go(0)
    column.focus()
    ways.type(NEAR)
    column.go(0)  # its own square
    body = body_of(ways)
    assert body.asked_back is None
    assert answers(ways, "read-open")["open-name"] == NEAR
    column.go_on()
    assert column.number == 0
    assert body.asked_back is not None


def test_back_asks_nothing_of_what_is_still_to_be_checked(ways: Opened) -> None:
    body = begin(ways, "read-tries", 1)
    ways.type(NEAR)
    ways.click(ways.desk.column.back)
    assert body.asked_back is None
    assert ways.desk.column.number == 0


def test_going_on_asks_nothing_of_what_is_still_to_be_checked_and_the_sheet_says_it(ways: Opened) -> None:
    begin(ways, "read-tries", 1)
    ways.type(NEAR)
    column = ways.desk.column
    column.go_on()
    assert column.number == 2
    column.show_hand_in()
    assert column.sheet is not None
    names = [line.accessibleName() for line in column.sheet.findChildren(QuestionLine)]
    assert "2. Who was to mend it? The surname. Did you mean “Pendleton”?" in names


def test_the_sheet_of_a_stage_that_marks_on_the_way_promises_no_marks_to_come(ways: Opened) -> None:
    begin(ways, "read-tries", 1)
    ways.type(NEAR)
    column = ways.desk.column
    column.show_hand_in()
    assert column.sheet is not None
    told = words_of(column.sheet)
    assert "What you answered was marked on the way. What is still open is explained then." in told
    assert "You then see how each answer was marked" not in told


def test_where_nothing_is_answered_the_sheet_says_so_and_offers_no_handing_in(ways: Opened) -> None:
    begin(ways, "read-open")
    column = ways.desk.column
    column.show_hand_in()
    sheet = column.sheet
    assert sheet is not None
    assert "Nothing is answered in this stage yet." in words_of(sheet)
    assert "“I don’t know” is an answer too." in words_of(sheet)
    assert not sheet.hand_in.isVisible()
    assert ways.focus() is sheet.decline
    ways.press(Key.Key_Return)
    assert column.showing == "question"


def test_an_exam_asks_nothing_back(ways: Opened) -> None:
    body = begin(ways, "read-exam", 1)
    ways.type(NEAR)
    ways.desk.column.go_on()
    assert body.asked_back is None
    assert ways.desk.column.showing == "hand-in"


# Tries and hints


def test_two_quick_clicks_on_check_cost_one_try(ways: Opened) -> None:
    body = begin(ways, "read-tries")
    ways.type("7")
    ways.click(ways.desk.column.check_button)
    ways.click(ways.desk.column.check_button)
    assert "This answer is checked already. Change it, then check it again." in words_of(body)
    assert body.hints.count() == 1
    ways.desk.column.focus()
    ways.type("1")
    ways.click(ways.desk.column.check_button)
    assert body.hints.count() == 2


def test_what_is_not_complete_is_said_so_once_before_it_costs_a_try(ways: Opened) -> None:
    body = begin(ways, "read-tries")
    ways.type("many")
    ways.click(ways.desk.column.check_button)
    assert "“many” is not a number. Check once more to have it marked as it is." in words_of(body)
    assert ways.session.state(WAYS).of("read-tries").latest.answers == {}
    ways.click(ways.desk.column.check_button)
    answered = ways.session.state(WAYS).of("read-tries").latest.answers["tries-wound"]
    assert answered.mark is not None
    assert answered.tries == 1


def test_each_wrong_try_opens_the_next_hint_and_says_what_another_one_costs(ways: Opened) -> None:
    body = begin(ways, "read-tries")
    assert "3 tries; each after the first takes a third of the points off." in words_of(body)
    assert not body.hints.button.isVisible()
    ways.type("7")
    ways.press(Key.Key_Return)
    ways.wait(lambda: body.hints.count() == 1)
    told = words_of(body)
    assert "Hint: It is in her first sentence." in told
    assert "She did it before supper." not in told
    assert "2 tries left; each takes a third of the points off." in told
    assert body.isAncestorOf(ways.focus())
    ways.press(Key.Key_A, Ctrl)
    ways.type("8")
    ways.press(Key.Key_Return)
    ways.wait(lambda: body.hints.count() == 2)
    assert "1 try left; it takes a third of the points off." in words_of(body)
    ways.press(Key.Key_A, Ctrl)
    ways.type("6")
    ways.press(Key.Key_Return)
    ways.wait(lambda: body.feedback is not None)
    assert ways.focus() is ways.desk.column.next  # the fields are closed: the way on is next


def test_hints_that_were_opened_stay_open_on_return(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    body_of(opened).next_hint()
    column.go(1)
    column.go(0)
    assert body_of(opened).hints.count() == 1


def test_an_exam_gives_no_hint(ways: Opened) -> None:
    body = begin(ways, "read-exam")
    body.next_hint()
    assert "hint" not in words_of(body).lower()


# Certainty and not knowing


def test_the_pack_says_whether_certainty_is_asked(ways: Opened) -> None:
    body = begin(ways, "read-tries")
    assert body.certainty.isVisible()
    assert not begin(ways, "read-exam").certainty.isVisible()


def test_what_is_not_scored_asks_neither_certainty_nor_i_dont_know(ways: Opened) -> None:
    for number in (0, 1):
        body = begin(ways, "read-own", number)
        assert not body.certainty.isVisible()
        body.toggle_dont_know()
        assert not body.given().dont_know
        assert "point" not in words_of(body.head)


# Flags


def test_a_question_is_flagged_by_l_and_shows_on_the_sheet_until_the_hand_in(ways: Opened) -> None:
    begin(ways, "read-open", 2)
    column = ways.desk.column
    ways.press(Key.Key_L)
    assert column.navigator.square(2).flagged()
    assert "flagged" in column.navigator.square(2).accessibleName()
    ways.press(Key.Key_1)
    ways.press(Key.Key_H, Shift)
    assert column.sheet is not None
    assert "Flagged for later:" in words_of(column.sheet)
    ways.click(column.sheet.hand_in)
    assert not column.navigator.square(2).flagged()


def test_a_flag_is_taken_off_by_the_same_key_and_is_there_again_after_closing(ways: Opened) -> None:
    body = begin(ways, "read-open", 2)
    ways.press(Key.Key_L)
    assert body.head.flag.isChecked()
    begin(ways, "read-tries")
    body = begin(ways, "read-open", 2)
    assert body.head.flag.isChecked()
    ways.press(Key.Key_L)
    assert not body.head.flag.isChecked()
    assert ways.session.state(WAYS).flags == frozenset()


def test_l_is_a_letter_where_one_writes(ways: Opened) -> None:
    body = begin(ways, "read-open")
    ways.type("l")
    assert body.answer.response().text == "l"
    assert not body.head.flag.isChecked()


# Questions that open after others


def test_a_locked_question_leads_to_the_one_that_opens_it_and_opens_by_itself(ways: Opened) -> None:
    body = begin(ways, "read-open", 1)
    column = ways.desk.column
    assert not body.answer.isVisible()
    assert "opens as soon as this one is answered" in words_of(body)
    assert "not open yet" in column.navigator.square(1).accessibleName()
    (line,) = body.not_yet.lines()
    assert line.hasFocus()
    ways.press(Key.Key_Space)
    ways.wait(lambda: column.number == 0)
    column.focus()
    ways.type("Pendleton")
    ways.press(Key.Key_Return, Ctrl)
    assert column.number == 1
    assert body_of(ways).answer.isVisible()
    assert "open" in column.navigator.square(1).accessibleName()


def test_a_locked_question_stands_among_the_open_ones_and_says_so(ways: Opened) -> None:
    begin(ways, "read-open", 2)
    ways.press(Key.Key_1)
    column = ways.desk.column
    column.show_hand_in()
    assert column.sheet is not None
    names = [line.accessibleName() for line in column.sheet.findChildren(QuestionLine)]
    assert "2. Do A and B agree on the hour? not open yet" in names
    required, like = (
        words_of(column.sheet).index("required questions are"),
        words_of(column.sheet).index("like"),
    )
    assert required < like
    assert "4. What does a repair cost, by C?" in names
    ways.click(column.sheet.decline)
    assert column.number == 0  # the first that can be answered


def test_the_sheet_tells_that_what_handing_in_would_open_stays_unanswered(ways: Opened) -> None:
    begin(ways, "read-tries", 0)
    ways.type("6")
    column = ways.desk.column
    column.show_hand_in()
    assert column.sheet is not None
    (said,) = (
        line.accessibleName()
        for line in column.sheet.findChildren(QuestionLine)
        if line.accessibleName().startswith("3.")
    )
    assert said.endswith("opens once question 1 is checked: check that first to answer this too")
    ways.click(column.sheet.decline)
    assert column.number == 0  # the one to be checked


def test_a_locked_question_leads_to_the_stage_of_the_one_that_opens_it(ways: Opened) -> None:
    body = begin(ways, "read-late")
    (line,) = body.not_yet.lines()
    assert "As one likes" in line.accessibleName()
    ways.press(Key.Key_Space)
    ways.wait(lambda: ways.pages.stage is not None and ways.pages.stage.id == "read-open")
    question = ways.desk.column.question
    assert question is not None
    assert question.id == "open-name"


# Several texts at once


def test_four_passages_in_two_panes_and_a_row_brings_up_the_others(ways: Opened) -> None:
    begin(ways, "read-open", 2)
    column, panes = ways.desk.column, ways.desk.panes
    ways.press(Key.Key_2)
    column.show_hand_in()
    assert column.sheet is not None
    ways.click(column.sheet.hand_in)
    column.go(2)
    ways.press(Key.Key_V)
    body = body_of(ways)
    assert body.feedback is not None
    shown = body.feedback.passages
    assert shown is not None
    assert {pane.source_id for pane in panes.panes} == {"porter", "baker"}
    assert all(pane.view.marks() for pane in panes.panes)
    assert shown.missing.text().startswith("C and D are not in view")
    row = shown.rows[3].passage
    row.setFocus(Qt.FocusReason.TabFocusReason)
    ways.press(Key.Key_Return)
    visitor = next(pane for pane in panes.panes if pane.source_id == "visitor")
    assert visitor.view.shown_range() is not None
    assert "D" not in shown.missing.text()
    assert row.hasFocus()  # where one was, to choose the next


# Exams


def test_an_exam_is_shown_only_after_it_was_asked_for_twice(ways: Opened) -> None:
    begin(ways, "read-exam")
    ways.press(Key.Key_1)
    column = ways.desk.column
    column.show_hand_in()
    assert column.sheet is not None
    assert "held back" in words_of(column.sheet)
    ways.click(column.sheet.hand_in)
    assert column.summary is not None
    held = column.summary.held_back
    assert held is not None
    assert "points" not in words_of(column.summary)
    assert held.show_results.hasFocus()
    ways.press(Key.Key_Space)
    assert held.yes.hasFocus()
    assert not ways.session.state(WAYS).of("read-exam").latest.released
    ways.press(Key.Key_Space)
    assert "1 of 1 points\n1 of 2 questions answered" in words_of(column.summary)
    assert column.summary.first_look.hasFocus()
    column.go(0)
    assert body_of(ways).feedback is not None


def test_where_the_teacher_keeps_results_back_a_learner_cannot_show_them(ways: Opened) -> None:
    ways.settings.set(EXAM_RESULTS, False)
    begin(ways, "read-exam")
    ways.press(Key.Key_1)
    column = ways.desk.column
    column.show_hand_in()
    assert column.sheet is not None
    ways.click(column.sheet.hand_in)
    assert column.summary is not None
    assert column.summary.held_back is not None
    assert not column.summary.held_back.show_results.isVisible()
    assert "your teacher" in words_of(column.summary)


# In one's own words


def test_a_stage_without_scored_questions_says_nothing_of_points(ways: Opened) -> None:
    body = begin(ways, "read-own")
    ways.type("It showed ten past two, and B heard no stroke.")
    ways.press(Key.Key_Return, Ctrl)
    ways.desk.column.show_hand_in()
    column = ways.desk.column
    assert column.sheet is not None
    assert body is not column.body
    ways.click(column.sheet.hand_in)
    assert column.summary is not None
    told = words_of(column.summary)
    assert "points" not in told
    assert "Yours to weigh" in told
    assert "Not marked" not in told
    names = [line.accessibleName() for line in column.summary.findChildren(QuestionLine)]
    assert any(name.endswith("not weighed yet") for name in names)


def test_an_essay_is_weighed_by_its_writer_once_it_is_closed(ways: Opened) -> None:
    begin(ways, "read-own")
    ways.type("It showed ten past two.")
    column = ways.desk.column
    column.show_hand_in()
    assert column.sheet is not None
    ways.click(column.sheet.hand_in)
    ways.press(Key.Key_Return)  # read the feedback
    body = body_of(ways)
    body.answer.rated.emit(EssayRating(level="names", ideas=("hands",)))
    rated = ways.session.state(WAYS).of("read-own").latest.answers["own-essay"].rating
    assert rated == {"level": "names", "ideas": ["hands"]}
    column.show_summary()
    assert column.summary is not None
    names = [line.accessibleName() for line in column.summary.findChildren(QuestionLine)]
    assert any(name.endswith("Two or three sentences. weighed") for name in names)


# Tab, focus, and what is in view


def test_tab_goes_through_what_came_later_before_it_goes_on(ways: Opened) -> None:
    body = begin(ways, "read-open")
    ways.type(NEAR)
    ways.desk.column.go_on()
    assert body.asked_back is not None
    ways.wait(body.asked_back.yes.isVisible)
    ways.qtbot.wait(20)  # Tab takes up what came as soon as it is laid out
    seen = []
    for _step in range(4):
        ways.press(Key.Key_Tab)
        seen.append(ways.focus())
    assert seen[:2] == [body.asked_back.yes, body.asked_back.no]
    ways.press(Key.Key_Backtab, Shift)
    assert ways.focus() is seen[2]


def test_tab_goes_from_the_answer_to_certainty_check_and_footer(ways: Opened) -> None:
    body = begin(ways, "read-tries")
    ways.type("7")
    seen = []
    for _step in range(12):
        ways.press(Key.Key_Tab)
        seen.append(ways.focus())
        if ways.focus() is ways.desk.column.next:
            break
    order = [body.certainty.picks()[0], ways.desk.column.check_button, ways.desk.column.next]
    assert [widget for widget in seen if widget in [*order, body.head.flag]] == order


def test_the_flag_which_stands_above_the_answer_comes_before_it(ways: Opened) -> None:
    body = begin(ways, "read-tries")
    ways.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert ways.focus() is body.head.flag


def test_what_has_the_focus_stays_in_view_where_the_text_is_large(ways: Opened) -> None:
    ways.settings.set(TEXT_SIZE, 28)
    ways.window.resize(1366, 500)
    body = begin(ways, "read-open", 2)
    column = ways.desk.column
    bar = column.area.verticalScrollBar()
    ways.wait(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    column.refresh()
    ways.qtbot.wait(20)
    focused = ways.focus()
    assert body.isAncestorOf(focused)
    top = focused.mapTo(column.area.viewport(), focused.rect().center()).y()
    assert 0 <= top <= column.area.viewport().height()


def settle() -> None:
    """Lay out at once what has changed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def test_check_stands_above_the_ways_on_where_all_have_no_room_side_by_side(ways: Opened) -> None:
    begin(ways, "read-tries")
    footer = ways.desk.column.footer
    beside = [footer.back, footer.check, footer.next]
    assert len({one.mapTo(footer, one.rect().center()).y() for one in beside}) == 1
    rename(footer.check, "Have this answer checked now, at once, as it stands")
    footer.resize(footer.width() - 1, footer.height())
    settle()
    assert footer.check.geometry().bottom() < footer.next.geometry().top()
    assert footer.rect().contains(footer.check.geometry().topRight())
    rename(footer.check, "Check")
    footer.resize(footer.width() + 1, footer.height())
    settle()
    assert len({one.mapTo(footer, one.rect().center()).y() for one in beside}) == 1


def test_what_check_says_is_in_view_where_the_question_is_long(ways: Opened) -> None:
    ways.settings.set(TEXT_SIZE, 28)
    ways.window.resize(1366, 500)
    body = begin(ways, "read-tries")
    column = ways.desk.column
    bar = column.area.verticalScrollBar()
    ways.wait(lambda: bar.maximum() > 0)
    bar.setValue(0)
    ways.click(column.check_button)
    row, viewport = body.row(), column.area.viewport()
    ways.wait(lambda: 0 <= row.mapTo(viewport, row.rect().bottomLeft()).y() <= viewport.height())


def test_check_without_an_answer_says_what_to_do(ways: Opened) -> None:
    body = begin(ways, "read-tries")
    ways.click(ways.desk.column.check_button)
    assert "Give an answer first, then check it." in words_of(body)
    assert answers(ways, "read-tries") == {}
    body.answer.setFocus()
    ways.type("6")
    assert "Give an answer first" not in words_of(body)


def test_where_an_answer_was_checked_no_feedback_is_promised_for_later(ways: Opened) -> None:
    body = begin(ways, "read-tries")
    ways.type("6")
    ways.click(ways.desk.column.check_button)
    assert body.feedback is not None
    assert ways.desk.column.footer.note.text() == ""


def test_a_locked_question_that_is_checked_by_itself_promises_no_feedback_for_later(ways: Opened) -> None:
    begin(ways, "read-tries", 2)
    assert not body_of(ways).answer.isVisible()
    assert ways.desk.column.footer.note.text() == ""


def test_a_question_is_as_wide_with_a_bar_for_scrolling_as_without(ways: Opened) -> None:
    body = begin(ways, "read-open", 2)
    wide = body.answer.width()
    ways.window.resize(1400, 430)
    ways.qtbot.wait(20)
    column = ways.desk.column
    assert column.area.verticalScrollBar().isVisible()
    assert body.answer.width() == wide


def test_a_long_title_of_the_next_stage_does_not_run_off_its_button(ways: Opened) -> None:
    begin(ways, "read-own")
    footer = ways.desk.column.footer
    footer.show_end("Next: " + "a stage with a very long title " * 3, may_try_again=True)
    assert footer.next.text() == "Next stage ›"
    assert "very long title" in footer.next.accessibleName()
    footer.show_end("Next: B ›", may_try_again=True)
    assert footer.next.text() == "Next: B ›"
