"""What comes after Check, and what becomes of answers that never were checked."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.desktop.pages.questions.question_list import QuestionLine
from crossread.desktop.place import Place
from tests.desktop.pages.conftest import WAYS, Opened, words_of

Key = Qt.Key
TRIES = "read-tries"
WOUND, MENDER = 0, 1  # places of questions in their stage: a number, and a name


def begin(opened: Opened, number: int) -> QuestionBody:
    """Come to a question that is checked, with the focus on its answer."""
    opened.go(TRIES, WAYS)
    column = opened.desk.column
    column.go(number)
    column.focus()
    assert column.body is not None
    return column.body


def test_once_an_answer_is_closed_the_way_on_has_the_focus_and_letters_are_keys_again(ways: Opened) -> None:
    begin(ways, MENDER)
    column = ways.desk.column
    ways.type("Pendleton")
    ways.press(Key.Key_Return)
    ways.wait(lambda: QApplication.focusWidget() is column.next)
    assert column.answering.standing(column.answering.questions[MENDER]) == "right"
    ways.press(Key.Key_N)
    assert column.number == MENDER + 1


def test_from_a_closed_answer_enter_goes_on_into_the_next_one(ways: Opened) -> None:
    begin(ways, WOUND)
    column = ways.desk.column
    ways.type("6")
    ways.press(Key.Key_Return)
    ways.wait(lambda: QApplication.focusWidget() is column.next)
    ways.press(Key.Key_Return)
    assert column.number == MENDER
    ways.type("Pendleton")
    assert column.body is not None
    assert column.body.answer.response().text == "Pendleton"


def test_while_there_are_tries_left_the_focus_stays_in_the_field(ways: Opened) -> None:
    begin(ways, WOUND)
    ways.type("1000")
    ways.press(Key.Key_Return)
    ways.qtbot.wait(50)
    assert ways.desk.column.answering.view(ways.desk.column.answering.questions[WOUND]).tries_left == 2
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_page_keys_scroll_the_question_from_the_way_on(ways: Opened) -> None:
    begin(ways, MENDER)
    column = ways.desk.column
    ways.window.resize(1000, 420)
    ways.type("Pendleton")
    ways.press(Key.Key_Return)
    ways.wait(lambda: QApplication.focusWidget() is column.next)
    bar = column.area.verticalScrollBar()
    ways.wait(lambda: bar.maximum() > 0)
    bar.setValue(0)
    ways.press(Key.Key_PageDown)
    assert bar.value() > 0
    ways.press(Key.Key_PageUp)
    assert bar.value() == 0


def test_right_at_a_later_try_is_not_called_partly_right(ways: Opened) -> None:
    body = begin(ways, MENDER)
    for name in ("Nobody", "Pendleton"):
        ways.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        ways.type(name)
        ways.press(Key.Key_Return)
        ways.qtbot.wait(50)
    assert "right at a later try" in words_of(body.head)
    assert "partly" not in words_of(body.head)
    column = ways.desk.column
    assert column.navigator.square(MENDER).standing() == "later"
    column.show_hand_in()
    assert column.sheet is not None
    column.sheet.hand_in.click()
    assert column.summary is not None
    told = words_of(column.summary)
    assert told.index("Right; the reasons") > 0
    (line,) = (one for one in column.summary.findChildren(QuestionLine) if "mend it" in one.accessibleName())
    assert "right at a later try" in line.accessibleName()
    ways.window.go(Place("history"))
    page = ways.window.pages.currentWidget()
    assert page is not None
    ways.wait(lambda: "✓ right at a later try" in words_of(page))


def test_what_was_given_and_never_checked_is_shown_as_given_and_marked_at_handing_in(ways: Opened) -> None:
    begin(ways, MENDER)
    column = ways.desk.column
    ways.type("Pendleton")
    column.go(WOUND)
    question = column.answering.questions[MENDER]
    assert column.answering.standing(question) == "answered"
    assert column.answering.view(question).answered is None
    column.show_hand_in()
    assert column.sheet is not None
    said = words_of(column.sheet)
    assert "Answered, not yet checked" in said
    column.sheet.hand_in.click()
    mark = column.answering.view(question).mark
    assert mark is not None
    assert mark.score == 1


def test_the_ways_on_from_the_sheet_are_in_view_however_much_it_lists(ways: Opened) -> None:
    ways.window.resize(1000, 460)
    begin(ways, WOUND)
    ways.type("6")  # where nothing is answered there is nothing to hand in
    column = ways.desk.column
    column.show_hand_in()
    sheet = column.sheet
    assert sheet is not None
    ways.wait(lambda: column.area.verticalScrollBar().maximum() > 0)
    assert QApplication.focusWidget() is sheet.decline
    assert not sheet.decline.visibleRegion().isEmpty()
    assert not sheet.hand_in.visibleRegion().isEmpty()


def test_a_letter_checks_the_answer_from_wherever_the_focus_is(ways: Opened) -> None:
    begin(ways, WOUND)
    column = ways.desk.column
    ways.type("6")
    ways.press(Key.Key_Return)
    ways.wait(lambda: QApplication.focusWidget() is column.next)
    ways.press(Key.Key_N)
    ways.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    question = column.answering.questions[2]
    ways.press(Key.Key_1)
    ways.press(Key.Key_X)
    answered = column.answering.view(question).answered
    assert answered is not None
    assert answered.tries == 1


def test_an_answer_is_undone_and_done_again_from_outside_of_it(ways: Opened) -> None:
    body = begin(ways, WOUND)
    control = Qt.KeyboardModifier.ControlModifier
    ways.type("6")
    ways.desk.column.next.setFocus()
    ways.press(Key.Key_Z, control)
    assert body.answer.response().text == ""
    ways.press(Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert body.answer.response().text == "6"


def test_the_key_that_is_told_for_going_to_the_texts_goes_there(every: Opened) -> None:
    every.go("read-know", "every-kind")
    column = every.desk.column
    column.focus()
    assert column.body is not None
    assert "Shift+F6 goes to the texts" in words_of(column.body)
    every.press(Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    every.press(Key.Key_S)
    every.press(Key.Key_M)
    assert len(column.body.answer.response().selections) == 1


def test_check_stands_out_while_it_comes_next_and_else_the_way_on(ways: Opened) -> None:
    begin(ways, WOUND)
    column = ways.desk.column

    def looks() -> tuple[str, str]:
        return column.check_button.property("look"), column.next.property("look")

    assert looks() == ("plain", "primary")
    ways.type("7")
    assert looks() == ("primary", "plain")
    ways.press(Key.Key_Return)
    ways.wait(lambda: looks() == ("plain", "primary"))  # checked; another try may follow
    ways.type("8")
    assert looks() == ("primary", "plain")


def test_how_sure_is_asked_before_the_answer_is_checked(ways: Opened) -> None:
    body = begin(ways, WOUND)
    ways.qtbot.wait(20)
    assert body.certainty.isVisible()
    column = ways.desk.column
    assert body.certainty.mapTo(column, QPoint()).y() < column.check_button.mapTo(column, QPoint()).y()
    ways.type("6")
    ways.press(Key.Key_Tab)
    assert body.certainty.isAncestorOf(ways.focus())


def test_the_mark_of_one_try_stays_with_what_was_tried(ways: Opened) -> None:
    body = begin(ways, MENDER)
    ways.type("Nobody")
    ways.press(Key.Key_Return)
    ways.wait(lambda: body.answer.mark() is not None)
    assert "not right" in words_of(body.head).casefold()
    ways.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    ways.type("Pendleton")
    assert body.answer.mark() is None
    assert "not right" not in words_of(body).casefold()
    ways.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    ways.type("Nobody")
    assert body.answer.mark() is not None  # this one was tried
