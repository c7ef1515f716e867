"""Footnotes, opened beside their mark and come back from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.reading.view import ReadingView
from tests.desktop.widgets.beside import at, click, put_caret, reading


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return reading(qtbot)


def told(view: ReadingView) -> str:
    return view.beside.bubble.accessibleName() if view.beside.bubble.isVisible() else ""


def test_the_key_opens_the_notes_of_the_paragraph_one_after_the_other_and_goes_back(
    view: ReadingView,
) -> None:
    put_caret(view, at("Two saw").start)
    view.beside.notes.turn()
    assert told(view).startswith("Note 1. The first saw it from the bank.")
    assert view.beside.bubble.hasFocus()
    view.beside.notes.turn()
    assert told(view).startswith("Note 2. The second never spoke again.")
    view.beside.notes.turn()
    assert told(view) == ""
    assert view.hasFocus()
    assert view.caret() == at("Two saw").start


def test_from_between_two_marks_the_one_ahead_comes_first(view: ReadingView) -> None:
    put_caret(view, at("and one told").start)
    view.beside.notes.turn()
    assert view.beside.notes.told() == "2"


def test_escape_goes_back_too(view: ReadingView) -> None:
    put_caret(view, at("Two saw").start)
    view.beside.notes.turn()
    QTest.keyClick(view.beside.bubble, Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert view.caret() == at("Two saw").start
    view.beside.notes.turn()
    assert view.beside.notes.told() == "1"


def test_a_click_on_a_mark_opens_its_note(view: ReadingView) -> None:
    click(view, at("[2]"))
    assert told(view).startswith("Note 2")
    assert view.hasFocus()


def test_enter_at_a_mark_opens_its_note(qtbot: QtBot, view: ReadingView) -> None:
    put_caret(view, at("[1]").end)
    with qtbot.assertNotEmitted(view.selection_made):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.beside.notes.told() == "1"


def test_from_the_bubble_one_goes_to_the_note_itself_and_the_key_leads_back(view: ReadingView) -> None:
    put_caret(view, at("Two saw").start)
    view.beside.notes.turn()
    view.beside.bubble.acted.emit()
    assert view.caret() == at("The first saw it from the bank.").start
    assert view.verticalScrollBar().value() > 0
    view.beside.notes.turn()
    assert view.caret() == at("[1]").start
    assert view.hasFocus()


def test_a_note_read_at_the_end_leads_to_its_first_mark(view: ReadingView) -> None:
    put_caret(view, at("The second never").start + 3)
    view.beside.notes.turn()
    assert view.caret() == at("[2]").start


def test_a_paragraph_without_notes_says_so(view: ReadingView) -> None:
    put_caret(view, at("The ferry left").start)
    view.beside.notes.turn()
    assert told(view) == "There is no note in this paragraph"


def test_covered_words_of_a_note_are_not_told(qtbot: QtBot) -> None:
    view = reading(qtbot, (at("saw it from the bank"),))
    put_caret(view, at("Two saw").start)
    view.beside.notes.turn()
    assert "bank" not in told(view)
    assert "[graphic passage, covered]" in told(view)
