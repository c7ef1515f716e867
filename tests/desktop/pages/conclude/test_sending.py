"""Passages come into the conclusion from the texts, lead back to their places, or say that they have none."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from crossread.desktop.place import Spot
from crossread.questions.passages import PassageKey
from tests.desktop.pages.compare.figures.test_figures import card, figures
from tests.desktop.pages.compare.matrix_hands import Matrix
from tests.desktop.pages.conclude.conftest import conclude, written
from tests.desktop.pages.conftest import EVERY, Opened, words_of
from tests.desktop.pages.noting import passage, sentence

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def choose(opened: Opened, number: int = 1) -> None:
    """Select a sentence of the text in the pane in hand."""
    desk = opened.desk
    desk.panes.focus(desk.panes.focused)
    view = desk.panes.in_hand.view
    where = sentence(opened.pages.opened, desk.panes.in_hand.source_id, number)
    view.select(where)


def quotes(opened: Opened) -> list[list[str]]:
    return [[one.quote.quote for one in reason.passages] for reason in written(opened).reasons]


@pytest.fixture
def at_text(concluding: Opened) -> Opened:
    """Have a sentence selected in the first pane."""
    choose(concluding)
    return concluding


def test_the_key_begins_a_reason_with_the_words_and_adds_to_it(at_text: Opened, heard: list[str]) -> None:
    first = at_text.desk.panes.in_hand.view.selected_range()
    at_text.press(Key.Key_R, CONTROL)
    assert first is not None
    assert len(quotes(at_text)) == 1
    assert heard[-1].startswith("Added to reason 1: ")
    assert at_text.focus() is at_text.desk.panes.in_hand.view  # reading goes on
    assert at_text.desk.panes.in_hand.view.selected_range() is None
    choose(at_text, 2)
    at_text.press(Key.Key_R, CONTROL)
    assert [len(one) for one in quotes(at_text)] == [2]


def test_enter_marks_what_is_selected_for_the_reason(at_text: Opened) -> None:
    at_text.press(Key.Key_Return)
    assert [len(one) for one in quotes(at_text)] == [1]


def test_words_that_the_mouse_lets_go_of_are_offered_and_not_taken(at_text: Opened) -> None:
    pane = at_text.desk.panes.in_hand
    where = pane.view.selected_range()
    assert where is not None
    pane.view.selection_dragged.emit(where)
    assert quotes(at_text) == []
    assert pane.view.selected_range() == where
    at_text.press(Key.Key_M)
    assert [len(one) for one in quotes(at_text)] == [1]


def test_no_question_is_answered_by_it(at_text: Opened) -> None:
    before = at_text.session.state("two-accounts").stages
    at_text.press(Key.Key_Return)
    assert at_text.session.state("two-accounts").stages == before


def test_the_same_passage_comes_once(at_text: Opened, heard: list[str]) -> None:
    at_text.press(Key.Key_R, CONTROL)
    choose(at_text)
    at_text.press(Key.Key_R, CONTROL)
    assert [len(one) for one in quotes(at_text)] == [1]
    assert heard[-1] == "This passage is there already."


def test_from_the_questions_the_key_brings_the_conclusion_into_view(concluding: Opened) -> None:
    concluding.go("read-night")
    assert concluding.desk.side.name == "questions"
    choose(concluding)
    concluding.press(Key.Key_R, CONTROL)
    assert concluding.desk.side.name == "conclude"
    assert [len(one) for one in quotes(concluding)] == [1]


def test_the_menu_of_a_text_sends_it_too(concluding: Opened) -> None:
    concluding.go("read-night")
    choose(concluding)
    view = concluding.desk.panes.in_hand.view
    menu = QMenu(view)
    view.menu_made.emit(menu)
    (send,) = [one for one in menu.actions() if "reason" in one.text()]
    send.trigger()
    assert [len(one) for one in quotes(concluding)] == [1]


def test_it_goes_back_by_undo_from_the_text(at_text: Opened) -> None:
    at_text.press(Key.Key_R, CONTROL)
    choose(at_text, 2)
    at_text.press(Key.Key_R, CONTROL)
    at_text.press(Key.Key_Z, CONTROL)
    assert [len(one) for one in quotes(at_text)] == [1]
    assert len(conclude(at_text).page.reasons.cards[0].passages.rows) == 1


def test_the_button_adds_what_is_selected_and_asks_for_it_where_nothing_is(at_text: Opened) -> None:
    companion = conclude(at_text)
    told: list[str] = []
    companion.refused.connect(told.append)
    companion.set_view(None)
    companion.add_reason()
    companion.page.reasons.cards[0].add.click()
    assert told == ["Select the words in a text first, then add them here."]
    where = sentence(at_text.pages.opened, "miller", 0)
    companion.set_view(Spot("miller", "digest", where.start, where.end))
    companion.page.reasons.cards[0].add.click()
    assert [len(one) for one in quotes(at_text)] == [1]


def test_a_passage_leads_back_to_its_place(concluding: Opened) -> None:
    companion = conclude(concluding)
    companion.add_evidence(passage(concluding.pages.opened, "miller", 1))
    (row,) = companion.page.reasons.cards[0].passages.rows
    QTest.mouseClick(row.passage, Qt.MouseButton.LeftButton)
    pane = concluding.desk.panes.holding("miller")
    assert pane is not None
    assert pane.view.shown_range() == sentence(concluding.pages.opened, "miller", 1)


def test_a_passage_is_taken_away_by_delete_and_brought_back(concluding: Opened) -> None:
    companion = conclude(concluding)
    companion.add_evidence(passage(concluding.pages.opened, "miller", 1))
    (row,) = companion.page.reasons.cards[0].passages.rows
    QApplication.processEvents()
    row.passage.setFocus()
    concluding.press(Key.Key_Delete)
    assert quotes(concluding) == [[]]
    assert companion.page.reasons.cards[0].isAncestorOf(concluding.focus())
    QTest.mouseClick(companion.banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert [len(one) for one in quotes(concluding)] == [1]


def test_what_is_not_placed_says_so(concluding: Opened) -> None:
    companion = conclude(concluding)
    lost = passage(concluding.pages.opened, "miller", 1)
    quote = replace(lost.quote, quote="Words that stand nowhere.", text_digest="0" * 64)
    companion.add_evidence(replace(lost, quote=quote))
    (row,) = companion.page.reasons.cards[0].passages.rows
    assert not row.passage.isEnabled()
    assert "Not placed" in words_of(row)


def test_others_can_hand_evidence_to_the_desk(concluding: Opened) -> None:
    concluding.go("read-night")
    concluding.desk.add_evidence(passage(concluding.pages.opened, "warden", 0))
    assert concluding.desk.side.name == "conclude"
    assert [len(one) for one in quotes(concluding)] == [1]


def test_in_front_of_the_texts_something_with_a_passage_is_to_be_picked(concluding: Opened) -> None:
    concluding.go("side-by-side")
    told: list[str] = []
    concluding.desk.refused.connect(told.append)
    assert concluding.desk.front.on
    concluding.desk.front.show("figures")
    concluding.press(Key.Key_R, CONTROL)
    assert told == ["Pick something that has a passage first."]
    assert not quotes(concluding)


def test_a_cell_of_the_matrix_hands_over_its_passage(every: Opened) -> None:
    every.go("read-words", EVERY)
    matrix = Matrix(every)
    matrix.select("log", "the wind is south-west and rising")
    every.press(Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    every.type("rising")
    every.press(Key.Key_Return)
    every.press(Key.Key_1)
    matrix.turn()
    matrix.go("wind", "log")
    every.press(Key.Key_R, CONTROL)
    (conclusion,) = every.session.state(EVERY).conclusions.values()
    (reason,) = conclusion.reasons
    assert [one.source for one in reason.passages] == ["log"]
    assert every.desk.front.on  # comparing goes on


def test_what_was_taken_back_while_it_was_out_of_view_does_not_come_back(concluding: Opened) -> None:
    companion = conclude(concluding)
    companion.add_evidence(passage(concluding.pages.opened, "miller", 1))
    concluding.desk.show_companion("questions")
    concluding.session.undo("two-accounts")
    assert not written(concluding).reasons
    concluding.desk.add_evidence(passage(concluding.pages.opened, "warden", 0))
    assert [[one.source for one in reason.passages] for reason in written(concluding).reasons] == [["warden"]]
    assert len(companion.page.reasons.cards) == 1


def test_covered_words_are_neither_shown_nor_said(concluding: Opened, heard: list[str]) -> None:
    opened = concluding.pages.opened
    graphic = (PassageKey(source="miller", quote=passage(opened, "miller", 1).quote.quote),)
    companion = conclude(concluding)
    companion.opened = replace(opened, pack=replace(opened.pack, graphic=graphic))
    words = passage(opened, "miller", 1)
    companion.add_evidence(words)
    (row,) = companion.page.reasons.cards[0].passages.rows
    assert words.quote.quote[:20] not in row.passage.accessibleName()
    assert not any(words.quote.quote[:20] in said for said in heard)


def test_a_value_of_a_figure_hands_over_its_passage(every: Opened) -> None:
    part = figures(every)
    every.click(card(part).asking.skip)
    card(part).axis.setFocus()
    every.press(Key.Key_Right)
    every.press(Key.Key_R, CONTROL)
    (conclusion,) = every.session.state(EVERY).conclusions.values()
    (reason,) = conclusion.reasons
    assert [one.source for one in reason.passages] == ["diary"]
    assert reason.passages[0].quote.quote.startswith("There were fifteen of them")


def test_the_bar_at_a_selection_sends_it_while_the_conclusion_is_in_view(at_text: Opened) -> None:
    watching = at_text.desk.noting.watching(at_text.desk.panes.in_hand)
    at_text.wait(watching.bar.isVisible)
    assert watching.bar.evidence.isVisible()
    at_text.click(watching.bar.evidence)
    assert [len(one) for one in quotes(at_text)] == [1]
