from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.essay import EssayAnswer
from crossread.desktop.theme import theme
from crossread.questions.essay import EssayRating, EssayResponse
from crossread.questions.mark import Mark
from tests.desktop.answers.asking_open import ESSAY, LETTERS, passage
from tests.desktop.answers.fitting import cut_off, settle

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "The warden counts 63 lambs and the herald 83."
WARDEN, HERALD = passage("warden", "63 lambs"), passage("herald", "83 lambs")
GIVEN = EssayResponse(TEXT, (WARDEN,))


@pytest.fixture
def answer(qtbot: QtBot) -> EssayAnswer:
    widget = EssayAnswer(ESSAY, LETTERS)
    qtbot.addWidget(widget)
    settle(widget, 360)
    with qtbot.waitActive(widget):
        widget.activateWindow()
    widget.setFocus()
    return widget


def close(answer: EssayAnswer, rating: EssayRating | None = None, *, may_rate: bool = True) -> None:
    answer.set_response(GIVEN)
    answer.set_read_only(True)
    answer.show_mark(Mark(score=None))
    answer.set_rating(rating, may_rate=may_rate)
    settle(answer, 360)


def said(answer: EssayAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def test_what_is_typed_and_cited_is_the_response(qtbot: QtBot, answer: EssayAnswer) -> None:
    QTest.keyClicks(answer.text.field, TEXT)
    with qtbot.waitSignal(answer.changed):
        assert answer.add_selection(WARDEN)
    assert answer.response() == GIVEN
    assert answer.selections() == (WARDEN,)
    assert answer.takes_passages


def test_a_citation_is_taken_away_and_shown(qtbot: QtBot, answer: EssayAnswer) -> None:
    answer.set_response(replace(GIVEN, citations=(WARDEN, HERALD)))
    told: list[object] = []
    answer.wants_text.connect(told.append)
    answer.show_passage.connect(told.append)
    QTest.mouseClick(answer.citations.rows()[1].passage, Qt.MouseButton.LeftButton)
    assert told == ["herald", HERALD]
    QTest.keyClick(answer.citations.rows()[0].passage, Qt.Key.Key_Delete)
    assert answer.selections() == (HERALD,)
    assert QApplication.focusWidget() is answer.citations.rows()[0].passage


def test_a_wider_passage_takes_the_place_of_one_within_it(answer: EssayAnswer) -> None:
    answer.add_selection(WARDEN)
    wider = passage("warden", "63 lambs drowned")
    answer.add_selection(wider)
    assert answer.selections() == (wider,)


def test_a_passage_of_another_source_is_refused_with_a_reason(qtbot: QtBot, answer: EssayAnswer) -> None:
    with qtbot.assertNotEmitted(answer.changed):
        assert not answer.add_selection(passage("leaflet", "it knew"))
    assert answer.citations.hint.text() == "This question is about B and C."
    answer.add_selection(WARDEN)
    assert not answer.citations.hint.isVisible()


def test_undo_goes_back_through_words_and_citations_in_their_order(answer: EssayAnswer) -> None:
    QTest.keyClicks(answer.text.field, "One.")
    answer.add_selection(WARDEN)
    QTest.keyClicks(answer.text.field, " Two.")
    QTest.keyClick(answer.text.field, Qt.Key.Key_Z, CONTROL)
    assert answer.response() == EssayResponse("One.", (WARDEN,))
    QTest.keyClick(answer.text.field, Qt.Key.Key_Z, CONTROL)
    assert answer.response() == EssayResponse("One.", ())
    QTest.keyClick(answer.text.field, Qt.Key.Key_Z, CONTROL)
    assert answer.response() == EssayResponse()
    for _time in range(3):
        answer.redo()
    assert answer.response() == EssayResponse("One. Two.", (WARDEN,))


def test_while_one_writes_the_rubric_can_be_opened_and_no_sample_is_there(answer: EssayAnswer) -> None:
    assert not answer.weighing.isVisible()
    answer.rubric.line.setFocus()
    QTest.keyClick(answer.rubric.line, Qt.Key.Key_Space)
    assert answer.rubric.is_open()
    assert "Retells: Says what one source says." in answer.rubric.text.text()
    assert not any("the herald 83; on the ewes" in words for words in said(answer))


def test_once_closed_the_text_stays_and_the_writer_weighs_it(answer: EssayAnswer) -> None:
    close(answer)
    QTest.keyClicks(answer.text.field, "more")
    assert not answer.add_selection(HERALD)
    assert not answer.undo()
    assert answer.response() == GIVEN
    assert answer.weighing.isVisible()
    assert not answer.rubric.isVisible()
    assert "Look at your own text again" in said(answer)


def test_ideas_are_ticked_and_a_level_is_picked(qtbot: QtBot, answer: EssayAnswer) -> None:
    close(answer)
    told: list[EssayRating] = []
    answer.rated.connect(told.append)
    card = answer.weighing.ideas.card("two")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    QTest.mouseClick(answer.weighing.levels.pick("compares"), Qt.MouseButton.LeftButton)
    assert told == [EssayRating("", ("two",)), EssayRating("compares", ("two",))]
    assert answer.response() == GIVEN


def test_numbers_tick_ideas_and_then_pick_levels(answer: EssayAnswer) -> None:
    assert not answer.pick_number(1)
    close(answer)
    assert answer.pick_number(2)
    assert answer.pick_number(3)
    assert not answer.pick_number(6)
    assert answer.weighing.rating() == EssayRating("retells", ("origin",))


def test_a_tick_that_nothing_in_the_text_bears_out_is_asked_about_and_stands(answer: EssayAnswer) -> None:
    warning = "Ticked, but nothing in your text matches: look again."
    close(answer)
    answer.pick_number(1)
    assert warning not in said(answer)
    answer.pick_number(2)
    assert warning in said(answer)
    assert answer.weighing.ideas.card("origin").accessibleDescription() == warning
    assert answer.weighing.rating().ideas == ("two", "origin")
    answer.pick_number(2)
    assert warning not in said(answer)


def test_a_sample_of_each_level_opens_by_click_and_by_enter(answer: EssayAnswer) -> None:
    close(answer)
    sample = answer.weighing.levels.sample("weighs")
    assert not sample.text.isVisible()
    assert sample.line.accessibleName() == "Show a sample answer: Weighs"
    QTest.mouseClick(sample.line, Qt.MouseButton.LeftButton)
    assert sample.text.isVisible()
    assert sample.text.text() == "Both rest on the county's list, so the two that agree are one witness."
    assert sample.line.accessibleName() == "Hide the sample answer: Weighs"
    QTest.keyClick(sample.line, Qt.Key.Key_Space)
    assert not sample.text.isVisible()
    sample.line.setFocus()
    QTest.keyClick(sample.line, Qt.Key.Key_Return)
    assert sample.text.isVisible()


def test_a_rating_given_before_is_shown_and_may_be_final(qtbot: QtBot, answer: EssayAnswer) -> None:
    close(answer, EssayRating("compares", ("two",)), may_rate=False)
    with qtbot.assertNotEmitted(answer.rated):
        assert not answer.pick_number(2)
        QTest.mouseClick(answer.weighing.ideas.card("origin"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(answer.weighing.levels.pick("retells"), Qt.MouseButton.LeftButton)
    assert answer.weighing.levels.value() == "compares"
    assert answer.weighing.ideas.value() == {"two"}


def test_a_rating_that_is_shown_gives_no_signal(qtbot: QtBot, answer: EssayAnswer) -> None:
    with qtbot.assertNotEmitted(answer.rated):
        close(answer, EssayRating("compares", ("two",)))


def test_before_marks_are_out_there_is_nothing_to_weigh_by(answer: EssayAnswer) -> None:
    answer.set_response(GIVEN)
    answer.set_read_only(True)
    assert not answer.weighing.isVisible()


def test_who_wrote_nothing_sees_the_samples_and_rates_nothing(answer: EssayAnswer) -> None:
    answer.set_read_only(True)
    answer.show_mark(Mark(score=None), nothing_given=True)
    answer.set_rating(None, may_rate=True)
    assert not answer.text.isVisible()
    assert "How it can be weighed" in said(answer)
    assert not answer.pick_number(1)


@pytest.mark.parametrize("size", [17, 28])
@pytest.mark.parametrize("width", [340, 420])
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    answer = EssayAnswer(ESSAY, LETTERS)
    qtbot.addWidget(answer)
    assert cut_off(answer, width) == []
    answer.set_response(EssayResponse(f"{TEXT}\n\n{TEXT}", (WARDEN, passage("herald", "83 lambs, " * 9))))
    assert cut_off(answer, width) == []
    answer.set_read_only(True)
    answer.show_mark(Mark(score=None))
    answer.set_rating(EssayRating("compares", ("two", "origin")), may_rate=True)
    answer.weighing.levels.sample("compares").set_open(True)
    assert cut_off(answer, width) == []
