from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.choice import ChoiceAnswer
from crossread.desktop.answers.kinds.scale import ScaleAnswer
from crossread.desktop.answers.kinds.two_part import TwoPartAnswer
from crossread.desktop.theme import theme
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import PassageKey
from crossread.questions.two_part import KIND, TwoPartResponse
from tests.desktop.answers.asking_open import COUNTED, LETTERS, SCALE, TWO_PART, passage
from tests.desktop.answers.fitting import cut_off, settle

CONTROL = Qt.KeyboardModifier.ControlModifier
AGAIN = CONTROL | Qt.KeyboardModifier.ShiftModifier
WARDEN, HERALD = passage("warden", "63 lambs"), passage("herald", "83 lambs")


def shown(qtbot: QtBot, widget: TwoPartAnswer) -> TwoPartAnswer:
    qtbot.addWidget(widget)
    settle(widget, 360)
    with qtbot.waitActive(widget):
        widget.activateWindow()
    widget.setFocus()
    return widget


@pytest.fixture
def answer(qtbot: QtBot) -> TwoPartAnswer:
    return shown(qtbot, TwoPartAnswer(TWO_PART, LETTERS))


@pytest.fixture
def counted(qtbot: QtBot) -> TwoPartAnswer:
    return shown(qtbot, TwoPartAnswer(COUNTED, LETTERS))


def said(answer: TwoPartAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def field(answer: TwoPartAnswer) -> QLineEdit:
    found = answer.inner.findChild(QLineEdit)
    assert found is not None
    return found


def test_the_answer_stands_above_the_passages_and_the_reason_below(answer: TwoPartAnswer) -> None:
    assert answer.inner.y() < answer.panel.y() < answer.because.y()
    assert "Why do these words show it?" in said(answer)


def test_number_keys_go_to_the_answer(qtbot: QtBot, answer: TwoPartAnswer) -> None:
    with qtbot.waitSignal(answer.changed):
        assert answer.pick_number(2)
    assert answer.response() == TwoPartResponse({"option": "lambs"})
    assert not answer.pick_number(4)


def test_passages_go_to_the_panel_and_are_the_selections(answer: TwoPartAnswer) -> None:
    assert answer.takes_passages
    assert answer.add_selection(WARDEN)
    assert not answer.add_selection(passage("leaflet", "it knew"))
    assert answer.selections() == (WARDEN,)
    assert answer.response() == TwoPartResponse({}, (WARDEN,))


def test_an_answer_taken_back_is_none_at_all(answer: TwoPartAnswer) -> None:
    answer.pick_number(1)
    assert isinstance(answer.inner, ChoiceAnswer)
    QTest.mouseClick(answer.inner.options.card("all"), Qt.MouseButton.LeftButton)
    assert answer.response() == TwoPartResponse()
    assert KIND.empty(answer.response())


def test_undo_goes_through_all_parts_in_the_order_of_acts(answer: TwoPartAnswer) -> None:
    answer.pick_number(1)
    answer.add_selection(WARDEN)
    QTest.keyClicks(answer.because.field, "Because.")
    answer.pick_number(2)
    assert isinstance(answer.inner, ChoiceAnswer)
    focused = answer.inner.options.card("lambs")
    QTest.keyClick(focused, Qt.Key.Key_Z, CONTROL)
    assert answer.inner.options.value() == "all"
    QTest.keyClick(focused, Qt.Key.Key_Z, CONTROL)
    assert answer.because.text() == ""
    QTest.keyClick(focused, Qt.Key.Key_Z, CONTROL)
    assert answer.selections() == ()
    QTest.keyClick(focused, Qt.Key.Key_Z, CONTROL)
    assert answer.response() == TwoPartResponse()
    for _time in range(4):
        QTest.keyClick(answer.because.field, Qt.Key.Key_Z, AGAIN)
    assert answer.response() == TwoPartResponse({"option": "lambs"}, (WARDEN,), "Because.")


def test_undo_in_a_field_of_one_line_is_that_of_the_whole(counted: TwoPartAnswer) -> None:
    QTest.keyClicks(field(counted), "106")
    counted.add_selection(WARDEN)
    QTest.keyClick(field(counted), Qt.Key.Key_Z, CONTROL)
    assert counted.response() == TwoPartResponse({"text": "106"})
    assert field(counted).text() == "106"
    QTest.keyClick(field(counted), Qt.Key.Key_Z, CONTROL)
    assert counted.response() == TwoPartResponse()
    assert field(counted).text() == ""
    QTest.keyClick(field(counted), Qt.Key.Key_Z, AGAIN)
    assert field(counted).text() == "106"


def test_a_reason_typed_within_the_answer_is_one_step_to_undo_too(qtbot: QtBot) -> None:
    weighed = shown(qtbot, TwoPartAnswer(replace(TWO_PART, answer=SCALE), LETTERS))
    assert isinstance(weighed.inner, ScaleAnswer)
    weighed.pick_number(2)
    reason = weighed.inner.because.field
    reason.setFocus()
    QTest.keyClicks(reason, "He was there.")
    QTest.keyClick(reason, Qt.Key.Key_Z, CONTROL)
    assert weighed.response().answer == {"step": "little", "reasons": [], "because": ""}
    assert (weighed.inner.steps.value(), reason.text()) == ("little", "")
    QTest.keyClick(reason, Qt.Key.Key_Z, AGAIN)
    assert reason.text() == "He was there."


def test_the_caret_stays_where_one_types(counted: TwoPartAnswer) -> None:
    counted.set_response(TwoPartResponse({"text": "16"}))
    field(counted).setCursorPosition(1)
    QTest.keyClicks(field(counted), "0")
    assert field(counted).text() == "106"
    assert field(counted).cursorPosition() == 2


def test_enter_in_the_answer_goes_on_to_the_evidence(qtbot: QtBot, counted: TwoPartAnswer) -> None:
    with qtbot.assertNotEmitted(counted.finished):
        QTest.keyClick(field(counted), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is counted.panel


def test_a_response_from_elsewhere_is_shown_in_all_parts(qtbot: QtBot, answer: TwoPartAnswer) -> None:
    with qtbot.assertNotEmitted(answer.changed):
        answer.set_response(TwoPartResponse({"option": "none"}, (HERALD,), "So it is."))
    assert isinstance(answer.inner, ChoiceAnswer)
    assert answer.inner.options.value() == "none"
    assert len(answer.panel.rows()) == 1
    assert answer.because.text() == "So it is."
    assert not answer.undo()


def test_an_answer_of_another_kind_does_no_harm(answer: TwoPartAnswer) -> None:
    answer.set_response(TwoPartResponse({"option": 7}, (HERALD,)))
    assert isinstance(answer.inner, ChoiceAnswer)
    assert answer.inner.options.value() == ""
    assert answer.selections() == (HERALD,)


GIVEN = TwoPartResponse({"option": "lambs"}, (WARDEN,), "Because it says so.")
MARK = Mark(
    score=0.5,
    parts=(
        Part(score=1, of="answer", given="They part on the lambs alone.", feedback="The evidence fails."),
        Part(score=0, of="evidence", given="“63 lambs”", feedback="It does not show it."),
        Part(score=1, of="answer/", given="They part on the lambs alone.", feedback="63 and 83."),
        Part(score=0, of="evidence/1", selection=WARDEN, feedback="This passage does not show it."),
        Part(
            score=0,
            of="evidence/2",
            key="83 lambs",
            feedback="You did not mark this passage.",
            passage=PassageKey(source="herald", quote="83 lambs"),
        ),
        Part(score=None, of="because", given="Because it says so.", key=TWO_PART.model),
    ),
)


def test_the_mark_says_which_half_failed_and_marks_each_within(answer: TwoPartAnswer) -> None:
    answer.set_response(GIVEN)
    answer.set_read_only(True)
    answer.show_mark(MARK)
    words = said(answer)
    assert words.index("The evidence fails.") < words.index("Answer: ✓ Right")
    assert "Evidence: ✗ Not right" in words
    assert "63 and 83." in words
    assert "0 of 2 passages" in words
    assert isinstance(answer.inner, ChoiceAnswer)
    assert answer.inner.options.card("lambs").fate() == "right"
    assert answer.panel.look() == "wrong"
    assert [row.passage.accessibleName() for row in answer.panel.rows()] == [
        "B: “63 lambs” ✗ Not right. This passage does not show it.",
        "C: “83 lambs” You did not mark this passage.",
    ]
    assert TWO_PART.model in words


def test_the_true_mark_is_taken_apart_as_it_was_put_together(answer: TwoPartAnswer) -> None:
    given = TwoPartResponse({"option": "all"})
    answer.set_response(given)
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(TWO_PART, given, {}))
    assert "Answer: ✗ Not right" in said(answer)
    assert "Evidence: ✗ Not right" in said(answer)
    assert isinstance(answer.inner, ChoiceAnswer)
    assert answer.inner.options.card("all").fate() == "wrong"
    assert answer.inner.options.card("lambs").fate() == "key"
    assert len(answer.panel.rows()) == 2


def test_the_authors_reason_is_not_shown_before_the_mark(answer: TwoPartAnswer) -> None:
    answer.set_response(GIVEN)
    answer.set_read_only(True)
    assert TWO_PART.model not in said(answer)
    answer.show_mark(MARK)
    answer.show_mark(None)
    assert TWO_PART.model not in said(answer)
    assert not any("Not right" in words for words in said(answer))


def test_with_nothing_given_no_half_has_failed(answer: TwoPartAnswer) -> None:
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(TWO_PART, TwoPartResponse(), {}), nothing_given=True)
    assert not any("Not right" in words for words in said(answer))
    assert not answer.because.isVisible()
    assert isinstance(answer.inner, ChoiceAnswer)
    assert answer.inner.options.card("lambs").fate() == "key"


def test_what_is_closed_cannot_be_changed(qtbot: QtBot, answer: TwoPartAnswer) -> None:
    answer.set_response(GIVEN)
    answer.set_read_only(True)
    with qtbot.assertNotEmitted(answer.changed):
        assert not answer.pick_number(1)
        assert not answer.add_selection(HERALD)
        assert not answer.undo()
        QTest.keyClicks(answer.because.field, "more")
    assert answer.response() == GIVEN


def test_without_a_reason_asked_for_there_is_no_field_for_one(counted: TwoPartAnswer) -> None:
    assert not counted.because.isVisible()


@pytest.mark.parametrize("size", [17, 28])
@pytest.mark.parametrize("width", [340, 420])
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    for question, given in ((TWO_PART, GIVEN), (COUNTED, TwoPartResponse({"text": "10"}, (WARDEN,)))):
        answer = TwoPartAnswer(question, LETTERS)
        qtbot.addWidget(answer)
        assert cut_off(answer, width) == []
        answer.set_response(replace(given, because="Because it says so. " * 5))
        answer.set_read_only(True)
        answer.show_mark(MARK if question is TWO_PART else KIND.mark(question, given, {}))
        assert cut_off(answer, width) == []


def test_the_passages_are_not_asked_for_in_other_texts_than_the_prompt_names(answer: TwoPartAnswer) -> None:
    assert answer.panel.asked.text() == "Mark the words that show it"
