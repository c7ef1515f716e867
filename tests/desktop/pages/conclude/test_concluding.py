"""A conclusion is written: saved as it is typed, its reasons ordered, taken back and found again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crossread.base.declared import TEXT_SIZE
from crossread.desktop.pages.questions.given import Given
from crossread.desktop.tab_order import stops
from crossread.inquiry.commands import HandIn
from crossread.inquiry.comparison import moved_by
from crossread.questions.registry import KINDS
from tests.desktop.pages.conclude.conftest import EXPECTED, conclude, written
from tests.desktop.pages.conftest import PACK, Opened, words_of
from tests.desktop.pages.noting import passage

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_stage_opens_with_the_conclusion_beside_the_texts(concluding: Opened) -> None:
    assert concluding.desk.side.name == "conclude"
    assert concluding.desk.panes.panes[0].source_id
    said = words_of(concluding.desk.side)
    for words in ("What do you conclude?", "Reasons", "Whom have you not heard?", EXPECTED):
        assert words in said


@pytest.mark.usefixtures("soon")
def test_what_is_typed_is_saved_after_a_pause_and_on_leaving(
    with_stage: Path, open_window: Callable[[], Opened]
) -> None:
    assert with_stage
    concluding = open_window()
    concluding.go("conclude")
    page = conclude(concluding).page
    page.text.reach()
    concluding.type("Nobody knows.")
    concluding.wait(lambda: written(concluding).text == "Nobody knows.")
    page.counter.reach()
    concluding.type("Both were there.")
    page.answer.reach()
    assert written(concluding).counter == "Both were there."
    concluding.type("Apart.")
    page.unheard.reach()
    concluding.type("The baker.")
    concluding.go("read-night")
    assert (written(concluding).answer, written(concluding).unheard) == ("Apart.", "The baker.")


def test_what_was_typed_and_not_saved_is_there_in_the_next_window(
    concluding: Opened, open_window: Callable[[], Opened]
) -> None:
    page = conclude(concluding).page
    page.text.reach()
    concluding.type("Cut off")
    reason = conclude(concluding).work.begin()
    conclude(concluding).work.type_reason(reason, "because")
    assert not written(concluding).reasons
    concluding.saved()
    concluding.session.close()  # nothing was said to the window: as if it had been killed
    again = open_window()
    again.go("conclude")
    assert conclude(again).page.text.text.text() == "Cut off"
    assert [one.text for one in written(again).reasons] == ["because"]


def _ends(opened: Opened, words: str) -> bool:
    return written(opened).text.endswith(words)


@pytest.mark.usefixtures("soon")
def test_all_that_is_typed_in_one_visit_to_a_field_is_taken_back_at_once(
    with_stage: Path, open_window: Callable[[], Opened]
) -> None:
    assert with_stage
    opened = open_window()
    opened.go("conclude")
    page = conclude(opened).page
    page.counter.reach()
    opened.type("Both were there.")
    page.text.reach()
    for words in ("One.", " Two.", " Three."):
        opened.type(words)
        opened.wait(partial(_ends, opened, words))
    opened.desk.panes.focus(0)
    opened.press(Key.Key_Z, CONTROL)
    assert (written(opened).text, page.text.text.text()) == ("", "")
    assert written(opened).counter == "Both were there."
    opened.press(Key.Key_Z, CONTROL)
    assert written(opened).counter == ""
    opened.press(Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    opened.press(Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert written(opened).text == "One. Two. Three."


def test_reasons_are_added_moved_by_keys_and_removed_and_brought_back(concluding: Opened) -> None:
    page = conclude(concluding).page
    for words in ("first", "second", "third"):
        page.reasons.more.setFocus()
        concluding.press(Key.Key_Space)
        concluding.type(words)
    concluding.press(Key.Key_Up, ALT)
    assert [one.text for one in written(concluding).reasons] == ["first", "third", "second"]
    focus = concluding.focus()
    assert focus.accessibleName() == "Reason 2 of 3"
    concluding.press(Key.Key_Down, ALT)
    concluding.press(Key.Key_Down, ALT)
    assert [one.text for one in written(concluding).reasons] == ["first", "second", "third"]
    menu = page.reasons.cards[0].menu()
    named = {action.text(): action for action in menu.actions()}
    assert not named["Move up"].isEnabled()
    named["Remove the reason"].trigger()
    assert [one.text for one in written(concluding).reasons] == ["second", "third"]
    assert conclude(concluding).banner.message() == "Reason removed."
    QTest.mouseClick(conclude(concluding).banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert [one.text for one in written(concluding).reasons] == ["first", "second", "third"]
    assert [card.text.text() for card in page.reasons.cards] == ["first", "second", "third"]


def test_a_thought_is_taken_back_at_once_and_the_field_undoes_its_typing(concluding: Opened) -> None:
    page = conclude(concluding).page
    page.text.reach()
    concluding.type("One.")
    page.text.text.keep_now()
    concluding.type(" Two.")
    page.text.text.keep_now()
    concluding.press(Key.Key_Z, CONTROL)
    assert page.text.text.text() != "One. Two."
    page.text.text.keep_now()
    concluding.desk.panes.focus(0)
    concluding.press(Key.Key_Z, CONTROL)
    assert written(concluding).text == page.text.text.text() == "One. Two."


def test_the_expectation_stands_beside_what_is_thought_of_it_now(concluding: Opened) -> None:
    page = conclude(concluding).page
    (card,) = page.looking
    card.reach()
    concluding.type("Less than I thought.")
    card.text.keep_now()
    assert conclude(concluding).add_evidence(passage(concluding.pages.opened, "miller", 1))
    said = concluding.session.state(PACK).judgements[moved_by("before")]
    assert said.text == "Less than I thought."
    assert [one.source for one in said.passages] == ["miller"]
    assert len(card.passages.rows) == 1


def test_without_an_expectation_nothing_is_said_of_one(
    with_stage: Path, open_window: Callable[[], Opened]
) -> None:
    opened = open_window()
    opened.go("conclude")
    assert "Before and after" not in words_of(opened.desk.side)


def test_in_another_stage_the_same_conclusion_is_written(concluding: Opened) -> None:
    page = conclude(concluding).page
    page.text.reach()
    concluding.type("So far.")
    concluding.go("read-night")
    assert concluding.desk.side.name == "questions"
    concluding.press(Key.Key_R, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert conclude(concluding).page.text.text.text() == "So far."


def test_escape_leads_to_the_texts_and_the_conclusion_stays(concluding: Opened) -> None:
    conclude(concluding).page.text.reach()
    concluding.press(Key.Key_Escape)
    assert concluding.desk.side.name == "conclude"
    assert concluding.focus() is concluding.desk.panes.in_hand.view


def test_the_check_is_asked_for_and_each_sentence_leads_to_its_field(
    concluding: Opened, heard: list[str]
) -> None:
    page = conclude(concluding).page
    assert not page.remarks.rows
    page.remarks.look.click()
    assert heard[-1] == "4 things to look at again:"
    assert [row.text() for row in page.remarks.rows] == [
        "What you conclude is not written down yet.",
        "There is no reason for it yet.",
        "What speaks against what you weigh or leave open is not written down yet.",
        "You have not yet named anybody who was not heard.",
    ]
    page.remarks.rows[2].click()
    assert concluding.focus() is page.counter.text
    concluding.type("Both were there.")
    page.counter.text.keep_now()
    assert [row.text() for row in page.remarks.rows][2] == "The argument against it has no answer yet."
    page.remarks.rows[1].click()
    assert concluding.focus() is page.reasons.more


def test_every_field_has_a_name_and_tab_comes_to_all_in_the_order_of_reading(concluding: Opened) -> None:
    companion = conclude(concluding)
    companion.add_reason()
    companion.add_evidence(passage(concluding.pages.opened, "warden", 0))
    names = [one.accessibleName() for one in stops(companion) if one.isVisible()]
    assert all(names)
    wanted = [
        "What do you conclude?",
        "Reason 1 of 1",
        "Move or remove reason 1",
        "Add the passage selected in a text to reason 1",
        "Add a reason",
        "What speaks best against what you weigh or leave open?",
        "What do you answer to that?",
        "Whom have you not heard?",
        "What do you think of it now?",
        "Look it over",
        "Your name, if it is to stand on the paper",
        "Export as a short paper…",
    ]
    places = [names.index(name) for name in wanted]
    assert places == sorted(places)


def test_only_one_thing_at_a_time_takes_the_passages(concluding: Opened) -> None:
    companion = conclude(concluding)
    companion.add_reason()
    companion.add_reason()
    first, second = companion.page.reasons.cards
    assert (first.in_hand, second.in_hand) == (False, True)
    first.reach()
    assert (first.in_hand, second.in_hand) == (True, False)
    companion.page.looking[0].reach()
    assert [card.in_hand for card in (first, second, companion.page.looking[0])] == [False, False, True]
    companion.page.text.reach()  # what takes no passages leaves that as it was
    assert companion.page.looking[0].in_hand


@pytest.mark.parametrize("size", [17, 34])
def test_nothing_is_wider_than_the_column(concluding: Opened, size: int) -> None:
    concluding.settings.set(TEXT_SIZE, size)
    companion = conclude(concluding)
    companion.add_reason()
    companion.add_evidence(passage(concluding.pages.opened, "warden", 0))
    companion.page.remarks.look.click()
    QApplication.processEvents()
    inner = companion.page.inside
    assert inner.minimumSizeHint().width() <= companion.page.viewport().width()


@pytest.fixture
def asked(with_stage: Path, open_window: Callable[[], Opened]) -> Opened:
    """Open the window where a conclusion is written in a stage that asks two questions as well."""
    questions = with_stage / "questions" / "1-night.yaml"
    moved = questions.read_text("utf-8").replace("stage: read-night", "stage: conclude", 2)
    questions.write_text(moved, "utf-8")
    opened = open_window()
    opened.go("conclude")
    return opened


def test_the_conclusion_leads_on_to_the_questions_and_then_to_the_next_stage(asked: Opened) -> None:
    way_on, pack = conclude(asked).way_on, asked.pages.opened
    assert way_on.button.text() == "To the questions ›"
    asked.click(way_on.button)
    assert asked.desk.side.name == "questions"
    assert asked.desk.column.isVisible()
    question = asked.desk.column.answering.questions[0]
    solved = KINDS[question.kind].solve(question, pack.texts)
    asked.desk.column.answering.answer(question, Given(response=solved))
    asked.session.do(pack, HandIn(stage="conclude"))
    asked.click(asked.desk.side.tabs.pick("conclude"))
    assert way_on.leads == "stage"
    asked.click(way_on.button)
    asked.wait(lambda: not way_on.isVisible())


def test_it_says_how_the_conclusion_and_the_questions_hang_together(asked: Opened) -> None:
    page = conclude(asked).page
    assert page.beside.isVisible()
    asked.go("read-night")
    asked.desk.show_companion("conclude")
    assert not page.beside.isVisible()


def test_the_texts_of_the_authors_stand_until_a_question_is_looked_at(asked: Opened) -> None:
    def shown() -> set[str]:
        return {pane.source_id for pane in asked.desk.panes.panes[: asked.desk.panes.used]}

    panes = asked.desk.column.answering.stage.panes
    assert set(panes[: asked.desk.panes.used]) <= shown()
    asked.click(asked.desk.side.tabs.pick("questions"))
    question = asked.desk.column.question
    assert question is not None
    assert shown() & set(question.sources)


def test_the_tab_of_the_questions_says_how_many_wait_there(
    with_stage: Path, open_window: Callable[[], Opened]
) -> None:
    asked = with_stage / "questions" / "1-night.yaml"
    asked.write_text(asked.read_text("utf-8").replace("stage: read-night", "stage: conclude", 2), "utf-8")
    opened = open_window()
    opened.go("conclude")
    tab = opened.desk.side.tabs.pick("questions")
    column = opened.desk.column
    waiting = len(column.answering.open_required())
    assert waiting == 2
    assert conclude(opened).isVisible()
    assert tab.accessibleName() == "Questions · 2 open"
    wide = tab.sizeHint().width()
    question = column.answering.questions[0]
    solved = KINDS[question.kind].solve(question, opened.pages.opened.texts)
    column.answering.answer(question, Given(response=solved))
    assert tab.accessibleName() == "Questions · 1 open"
    opened.session.do(opened.pages.opened, HandIn(stage="conclude"))
    assert tab.accessibleName() == "Questions"
    assert tab.sizeHint().width() < wide


def test_where_a_stage_opens_on_its_questions_or_has_none_the_tab_counts_nothing(concluding: Opened) -> None:
    assert concluding.desk.side.tabs.pick("questions").accessibleName() == "Questions"
    concluding.go("read-night")
    assert concluding.desk.column.answering.open_required()
    assert concluding.desk.side.tabs.pick("questions").accessibleName() == "Questions"
