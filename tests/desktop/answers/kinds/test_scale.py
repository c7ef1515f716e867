from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.scale import ScaleAnswer
from crossread.desktop.theme import theme
from crossread.questions.mark import Mark, Part
from crossread.questions.scale import KIND, ScaleResponse
from tests.desktop.answers.asking_open import LETTERS, SCALE
from tests.desktop.answers.fitting import cut_off, settle

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def answer(qtbot: QtBot) -> ScaleAnswer:
    widget = ScaleAnswer(SCALE, LETTERS)
    qtbot.addWidget(widget)
    settle(widget, 420)
    with qtbot.waitActive(widget):
        widget.activateWindow()
    widget.setFocus()
    return widget


def said(answer: ScaleAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def names(answer: ScaleAnswer) -> list[str]:
    steps = [pick.accessibleName() for pick in answer.steps.picks()]
    return [*steps, *(check.accessibleName() for check in answer.reasons.checks())]


def test_the_claim_is_set_off_with_the_source_that_it_is_weighed_by(answer: ScaleAnswer) -> None:
    assert answer.claim.text() == "The dam had a crack before the flood."
    assert answer.claim.look() == "serif"


def test_numbers_take_a_step_and_then_tick_reasons(answer: ScaleAnswer) -> None:
    QTest.keyClick(answer.steps.picks()[0], Qt.Key.Key_3)
    QTest.keyClick(answer.steps.picks()[0], Qt.Key.Key_5)
    QTest.keyClick(answer.steps.picks()[0], Qt.Key.Key_7)
    assert answer.response() == ScaleResponse("far", ("saw", "blame"))
    QTest.keyClick(answer.steps.picks()[0], Qt.Key.Key_5)
    assert answer.response() == ScaleResponse("far", ("blame",))
    assert not answer.pick_number(8)


def test_a_click_takes_a_step_and_a_second_one_lets_it_go(qtbot: QtBot, answer: ScaleAnswer) -> None:
    with qtbot.waitSignal(answer.changed):
        QTest.mouseClick(answer.steps.step("little"), Qt.MouseButton.LeftButton)
    assert answer.response().step == "little"
    QTest.mouseClick(answer.steps.step("little"), Qt.MouseButton.LeftButton)
    assert answer.response().step == ""


def test_arrow_keys_go_along_the_steps(answer: ScaleAnswer) -> None:
    answer.pick_number(2)
    QTest.keyClick(answer.steps.step("little"), Qt.Key.Key_Right)
    assert answer.response().step == "far"


def test_a_reason_is_ticked_with_space(answer: ScaleAnswer) -> None:
    card = answer.reasons.card("old")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert answer.response().reasons == ("old",)


def test_undo_goes_back_through_steps_reasons_and_words_in_their_order(answer: ScaleAnswer) -> None:
    answer.pick_number(2)
    QTest.keyClicks(answer.because.field, "He was there.")
    answer.pick_number(5)
    QTest.keyClicks(answer.because.field, " I think")
    field = answer.because.field
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert answer.response() == ScaleResponse("little", ("saw",), "He was there.")
    assert field.toPlainText() == "He was there."
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert answer.response() == ScaleResponse("little", (), "He was there.")
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert answer.response() == ScaleResponse("little", (), "")
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert field.toPlainText() == "He was there."


def test_steps_stand_side_by_side_as_long_as_their_words_fit(qtbot: QtBot, qapp: QApplication) -> None:
    answer = ScaleAnswer(SCALE, LETTERS)
    qtbot.addWidget(answer)
    settle(answer, 420)
    assert answer.steps.stands_across()
    tops = {step.y() for step in answer.steps.picks()}
    assert len(tops) == 1
    settle(answer, 200)
    assert not answer.steps.stands_across()
    assert len({step.x() for step in answer.steps.picks()}) == 1
    theme.apply(qapp, theme.load_theme("paper"), 28)
    settle(answer, 340)
    assert not answer.steps.stands_across()


def test_reasons_are_mixed_by_the_seed_and_steps_never(qtbot: QtBot) -> None:
    many = replace(SCALE, shuffle=True)
    orders = set()
    for seed in range(1, 8):
        answer = ScaleAnswer(many, LETTERS, seed=seed)
        qtbot.addWidget(answer)
        assert [pick.key for pick in answer.steps.picks()] == ["not", "little", "far", "wholly"]
        orders.add(tuple(check.key for check in answer.reasons.checks()))
    assert len(orders) > 1


GIVEN = ScaleResponse("wholly", ("saw", "old"), "He was there.")


def test_the_mark_tells_which_steps_can_be_defended_and_which_reasons_count(answer: ScaleAnswer) -> None:
    answer.set_response(GIVEN)
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(SCALE, GIVEN, {}))
    assert names(answer) == [
        "not at all",
        "Can be defended: a little",
        "Can be defended: quite far",
        "Hard to defend: wholly",
        "Counts: He inspected the dam himself.",
        "Does not count: He is an old man.",
        "Counts too; you did not tick it: He would be blamed otherwise.",
    ]
    words = said(answer)
    assert "One man's word does not carry it alone." in words
    assert "His age says nothing of the dam." in words
    assert "So weigh his word." in words
    assert answer.because.field.toPlainText() == "He was there."
    assert answer.because.field.isReadOnly()


def test_a_mark_that_leaves_a_try_gives_nothing_away(answer: ScaleAnswer) -> None:
    answer.set_response(ScaleResponse("wholly", ("old",)))
    parts = (
        Part(score=0, of="step", given="wholly", feedback="One man's word does not carry it alone."),
        Part(score=0, of="old", given="He is an old man.", feedback="His age says nothing of the dam."),
    )
    answer.show_mark(Mark(score=0, parts=parts))
    assert names(answer) == [
        "not at all",
        "a little",
        "quite far",
        "Hard to defend: wholly",
        "He inspected the dam himself.",
        "Does not count: He is an old man.",
        "He would be blamed otherwise.",
    ]


def test_what_is_closed_cannot_be_changed(qtbot: QtBot, answer: ScaleAnswer) -> None:
    answer.set_response(GIVEN)
    answer.set_read_only(True)
    with qtbot.assertNotEmitted(answer.changed):
        assert not answer.pick_number(1)
        QTest.mouseClick(answer.steps.step("not"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(answer.reasons.card("blame"), Qt.MouseButton.LeftButton)
        QTest.keyClicks(answer.because.field, "more")
        assert not answer.undo()
    assert answer.response() == GIVEN


def test_without_reasons_nothing_is_asked_about_them(qtbot: QtBot) -> None:
    answer = ScaleAnswer(replace(SCALE, reasons=(), of=""), LETTERS)
    qtbot.addWidget(answer)
    answer.show()
    assert said(answer) == ["The dam had a crack before the flood.", "Why? In your own words"]


@pytest.mark.parametrize("size", [17, 28])
@pytest.mark.parametrize("width", [340, 420])
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    answer = ScaleAnswer(SCALE, LETTERS)
    qtbot.addWidget(answer)
    assert cut_off(answer, width) == []
    answer.set_response(replace(GIVEN, because="He was there, and nobody else was. " * 6))
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(SCALE, GIVEN, {}))
    assert cut_off(answer, width) == []
