"""Highlighting in the panes: by keys, by the bar, by the menu; taken off, changed, brought back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.base.declared import TEXT_SIZE, THEME
from crossread.desktop.pages.notes.highlight_bar import HighlightBar
from crossread.desktop.pages.notes.notes_companion import NotesCompanion
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.pane_highlighting import SETTLED_MS
from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.positions import Positions
from crossread.inquiry.notes import Highlight
from crossread.texts.text import Range
from tests.desktop.pages.conftest import PACK, Opened
from tests.desktop.pages.noting import highlight, note, sentence

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(opened: Opened) -> Opened:
    """Stand at the desk, at a question that takes no passages, with the focus in the first text."""
    opened.go("read-night")
    opened.desk.panes.focus(0)
    return opened


def pane(opened: Opened) -> Pane:
    return opened.desk.panes.panes[0]


def bar(opened: Opened) -> HighlightBar:
    return opened.desk.noting.watching(pane(opened)).bar


def highlights(opened: Opened) -> list[Highlight]:
    return list(opened.session.state(PACK).highlights.values())


def put_caret(opened: Opened, position: int) -> None:
    view = pane(opened).view
    cursor = view.textCursor()
    cursor.setPosition(Positions(view.text().shown).to_qt(position))
    view.setTextCursor(cursor)


def select(opened: Opened, number: int) -> Range:
    """Select a sentence of the text in the first pane."""
    where = sentence(opened.pages.opened, pane(opened).source_id, number)
    pane(opened).view.select(where)
    return where


def spot(opened: Opened, position: int) -> QPoint:
    view = pane(opened).view
    cursor = QTextCursor(view.document())
    cursor.setPosition(Positions(view.text().shown).to_qt(position))
    return view.cursorRect(cursor).center()


def drag(opened: Opened, where: Range, modifier: Qt.KeyboardModifier = NONE) -> None:
    viewport = pane(opened).view.viewport()
    start, end = spot(opened, where.start), spot(opened, where.end)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, modifier, start)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, modifier, end)


def roles(opened: Opened) -> list[str]:
    return [mark.role for mark in pane(opened).view.marks()]


# Keys


def test_alt_and_a_number_highlight_the_selection_with_a_meaning(desk: Opened) -> None:
    where = select(desk, 1)
    desk.press(Key.Key_3, ALT)
    (made,) = highlights(desk)
    assert made.meaning == "doubt"
    assert made.passage.quote.position == where.start
    assert roles(desk) == ["hl-doubt"]
    assert not pane(desk).view.textCursor().hasSelection()


def test_without_a_selection_it_is_the_sentence_at_the_caret(desk: Opened) -> None:
    where = sentence(desk.pages.opened, pane(desk).source_id, 2)
    put_caret(desk, where.start + 4)
    desk.press(Key.Key_H, CTRL)
    (made,) = highlights(desk)
    assert made.meaning == "evidence"
    assert made.passage.quote.quote == pane(desk).text.words(where)


def test_the_same_again_takes_it_off_and_a_banner_brings_it_back(desk: Opened) -> None:
    select(desk, 1)
    desk.press(Key.Key_1, ALT)
    desk.press(Key.Key_1, ALT)
    assert not highlights(desk)
    assert desk.desk.banner.message() == "Highlight removed."
    desk.click(desk.desk.banner.buttons()[0])
    assert [one.meaning for one in highlights(desk)] == ["evidence"]
    assert desk.desk.banner.message() == ""


def test_a_banner_comes_and_goes_and_the_text_stays_where_it_is(desk: Opened) -> None:
    view = pane(desk).view
    where = select(desk, 1)

    def stands() -> QPoint:
        QApplication.processEvents()
        return view.viewport().mapTo(desk.window, view.rects_of(where)[0].topLeft())

    desk.press(Key.Key_1, ALT)
    before = stands()
    desk.press(Key.Key_1, ALT)
    assert desk.desk.banner.isVisible()
    assert stands() == before
    desk.click(desk.desk.banner.buttons()[1])
    assert not desk.desk.banner.isVisible()
    assert stands() == before


def test_another_meaning_on_the_same_words_takes_the_place_of_the_first(desk: Opened) -> None:
    select(desk, 1)
    desk.press(Key.Key_1, ALT)
    select(desk, 1)
    desk.press(Key.Key_4, ALT)
    assert [one.meaning for one in highlights(desk)] == ["loaded"]
    put_caret(desk, sentence(desk.pages.opened, pane(desk).source_id, 1).start + 2)
    desk.press(Key.Key_H, CTRL)  # the last meaning, on a highlight of that meaning
    assert not highlights(desk)


def test_words_that_overlap_partly_may_lie_over_each_other(desk: Opened) -> None:
    where = select(desk, 1)
    desk.press(Key.Key_1, ALT)
    pane(desk).view.select(Range(where.start + 10, where.end))
    desk.press(Key.Key_2, ALT)
    assert sorted(one.meaning for one in highlights(desk)) == ["evidence", "question"]
    assert roles(desk) == ["hl-evidence", "hl-question"]  # the shorter one on top


def test_undo_and_redo_with_the_focus_in_a_text_are_of_highlights(desk: Opened) -> None:
    select(desk, 1)
    desk.press(Key.Key_1, ALT)
    desk.press(Key.Key_Z, CTRL)
    assert not highlights(desk)
    desk.press(Key.Key_Z, CTRL | SHIFT)
    assert len(highlights(desk)) == 1


def test_undo_with_the_focus_in_the_question_is_of_the_answer(desk: Opened) -> None:
    select(desk, 1)
    desk.press(Key.Key_1, ALT)
    desk.desk.column.focus()
    desk.type("7")
    desk.press(Key.Key_Z, CTRL)
    assert len(highlights(desk)) == 1


def test_where_words_are_covered_none_are_highlighted(desk: Opened) -> None:
    where = select(desk, 1)
    pane(desk).view.set_covered([where])
    put_caret(desk, where.start + 1)
    desk.press(Key.Key_1, ALT)
    assert not highlights(desk)


# The bar


def test_the_bar_comes_near_a_selection_without_taking_the_focus_and_goes_by_escape(desk: Opened) -> None:
    where = select(desk, 1)
    desk.wait(bar(desk).isVisible)
    assert pane(desk).view.hasFocus()
    view = pane(desk).view
    lines = [rect.translated(view.viewport().pos()) for rect in view.rects_of(where)]
    assert not any(bar(desk).geometry().intersects(line) for line in lines)
    assert view.rect().contains(bar(desk).geometry())
    desk.press(Key.Key_Escape)
    assert not bar(desk).isVisible()


@pytest.mark.parametrize(("first", "last"), [(20, 60), (150, 190), (280, 300)])
def test_the_bar_stands_beside_the_words_wherever_there_is_room(desk: Opened, first: int, last: int) -> None:
    within = QRect(0, 0, 500, 310)
    lines = [QRect(40, first, 300, 20), QRect(40, last - 20, 200, 20)]
    bar(desk).offer("", noted=False, evidence=False, removable=False)
    bar(desk).place(lines, within)
    assert within.contains(bar(desk).geometry())
    assert not any(bar(desk).geometry().intersects(line) for line in lines)


def test_a_click_in_the_bar_highlights(desk: Opened) -> None:
    select(desk, 1)
    desk.wait(bar(desk).isVisible)
    desk.click(bar(desk).meanings[1])
    assert [one.meaning for one in highlights(desk)] == ["question"]
    assert not bar(desk).isVisible()


def test_dragging_shows_the_bar_where_no_question_takes_passages(desk: Opened) -> None:
    drag(desk, sentence(desk.pages.opened, pane(desk).source_id, 1))
    desk.wait(bar(desk).isVisible)
    assert not bar(desk).evidence.isVisible()


def test_enter_leads_into_the_bar_and_arrows_through_it(desk: Opened) -> None:
    select(desk, 1)
    desk.press(Key.Key_Return)
    assert desk.focus() is bar(desk).meanings[0]
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Return)
    assert [one.meaning for one in highlights(desk)] == ["question"]
    assert pane(desk).view.hasFocus()


def test_the_bar_copies(desk: Opened) -> None:
    where = select(desk, 1)
    desk.wait(bar(desk).isVisible)
    desk.click(bar(desk).copy)
    assert QGuiApplication.clipboard().text() == pane(desk).text.words(where)


def test_the_bar_goes_where_the_focus_goes_elsewhere(desk: Opened) -> None:
    select(desk, 1)
    desk.wait(bar(desk).isVisible)
    desk.desk.column.focus()
    desk.wait(lambda: not bar(desk).isVisible())


def test_a_click_on_a_highlight_opens_its_bar_to_change_or_remove_it(desk: Opened) -> None:
    pack, source = desk.pages.opened, pane(desk).source_id
    highlight(desk.session, pack, source, 1, "doubt")
    where = sentence(pack, source, 1)
    QTest.mouseClick(pane(desk).view.viewport(), Qt.MouseButton.LeftButton, pos=spot(desk, where.start + 8))
    assert bar(desk).isVisible()
    assert [one.meaning for one in bar(desk).meanings if one.isChecked()] == ["doubt"]
    desk.click(bar(desk).remove)
    assert not highlights(desk)
    assert desk.desk.banner.message() == "Highlight removed."


def test_the_bar_of_a_highlight_that_was_clicked_stays_until_a_click_elsewhere(
    desk: Opened, qtbot: QtBot
) -> None:
    pack, source = desk.pages.opened, pane(desk).source_id
    highlight(desk.session, pack, source, 1, "doubt")
    viewport, left = pane(desk).view.viewport(), Qt.MouseButton.LeftButton
    select(desk, 2)
    desk.wait(bar(desk).isVisible)
    QTest.mouseClick(viewport, left, pos=spot(desk, sentence(pack, source, 1).start + 8))
    qtbot.wait(SETTLED_MS + 100)  # what was selected before has let go by now
    assert bar(desk).isVisible()
    QTest.mouseClick(viewport, left, pos=spot(desk, sentence(pack, source, 2).start + 8))
    assert not bar(desk).isVisible()


def test_enter_on_a_highlight_opens_its_bar(desk: Opened) -> None:
    pack, source = desk.pages.opened, pane(desk).source_id
    highlight(desk.session, pack, source, 1, "loaded")
    put_caret(desk, sentence(pack, source, 1).start + 5)
    desk.press(Key.Key_Return)
    assert desk.focus() is bar(desk).meanings[3]
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Escape)
    assert pane(desk).view.hasFocus()
    assert not bar(desk).isVisible()


def test_the_menu_offers_the_same(desk: Opened) -> None:
    select(desk, 1)
    menu = pane(desk).view.menu()
    labels = [action.text() for action in menu.actions()]
    assert labels[-5:] == [
        "Highlight as evidence",
        "Highlight as a question",
        "Highlight as doubtful",
        "Highlight as a loaded word",
        "Write a note",
    ]
    next(action for action in menu.actions() if action.text() == "Highlight as doubtful").trigger()
    assert [one.meaning for one in highlights(desk)] == ["doubt"]
    menu.deleteLater()


# Evidence


@pytest.fixture
def evidence(every: Opened) -> Opened:
    """Stand before a question that takes passages."""
    pack = "every-kind"
    every.go("", pack)
    question = next(one for one in every.pages.opened.pack.questions if one.kind == "evidence")
    every.go(question.stage, pack)
    ids = [one.id for one in every.desk.column.answering.questions]
    every.desk.column.go(ids.index(question.id))
    every.desk.panes.focus(0)
    return every


def given(opened: Opened) -> int:
    body = opened.desk.column.body
    assert body is not None
    return len(body.answer.selections())


def test_while_a_question_takes_passages_a_drag_is_evidence_without_a_bar(evidence: Opened) -> None:
    drag(evidence, sentence(evidence.pages.opened, pane(evidence).source_id, 1))
    assert given(evidence) == 1
    evidence.qtbot.wait(SETTLED_MS + 100)
    assert not bar(evidence).isVisible()


def test_dragging_with_ctrl_only_selects_and_the_bar_offers_both(evidence: Opened) -> None:
    drag(evidence, sentence(evidence.pages.opened, pane(evidence).source_id, 1), CTRL)
    assert given(evidence) == 0
    evidence.wait(bar(evidence).isVisible)
    assert bar(evidence).evidence.isVisible()
    evidence.click(bar(evidence).evidence)
    assert given(evidence) == 1


def test_undo_in_a_text_takes_back_evidence_that_was_marked_there_last(evidence: Opened) -> None:
    drag(evidence, sentence(evidence.pages.opened, pane(evidence).source_id, 1))
    assert pane(evidence).view.hasFocus()
    evidence.press(Key.Key_Z, CTRL)
    assert given(evidence) == 0
    evidence.press(Key.Key_Z, CTRL | SHIFT)
    assert given(evidence) == 1


def test_a_question_behind_the_notes_takes_no_evidence(evidence: Opened) -> None:
    evidence.desk.show_companion("notes", focus=False)
    drag(evidence, sentence(evidence.pages.opened, pane(evidence).source_id, 1))
    evidence.desk.show_companion("questions", focus=False)
    assert given(evidence) == 0


# Notes


def notes(opened: Opened) -> NotesCompanion:
    companion = opened.desk.companion
    assert isinstance(companion, NotesCompanion)
    return companion


def test_ctrl_m_writes_a_note_on_the_selection(desk: Opened) -> None:
    where = select(desk, 1)
    desk.press(Key.Key_M, CTRL)
    assert desk.focus() is notes(desk).editor.text
    desk.type("Who counted?")
    notes(desk).close_note()
    (kept,) = desk.session.state(PACK).passage_notes.values()
    assert kept.text == "Who counted?"
    assert kept.passages[0].quote.position == where.start
    assert roles(desk) == ["note"]


@pytest.mark.parametrize(
    ("key", "held"), [(Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Key.Key_Return, CTRL)]
)
def test_a_note_that_is_done_leads_back_to_its_words_and_stays_in_view(
    desk: Opened, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    where = select(desk, 1)
    desk.press(Key.Key_M, CTRL)
    desk.type("Who counted?")
    desk.press(key, held)
    assert desk.focus() is pane(desk).view
    assert where.start <= pane(desk).view.caret() <= where.end
    assert desk.desk.companion is notes(desk)
    assert not notes(desk).writing()
    current = notes(desk).notes.list.current()
    assert current is not None
    assert current.note is not None
    assert current.note.text == "Who counted?"


def test_ctrl_m_on_a_noted_passage_opens_its_note(desk: Opened) -> None:
    pack, source = desk.pages.opened, pane(desk).source_id
    note(desk.session, pack, "Old words", (source, 1))
    put_caret(desk, sentence(pack, source, 1).start + 3)
    desk.press(Key.Key_M, CTRL)
    assert notes(desk).editor.text.text() == "Old words"


def test_a_passage_of_the_other_pane_joins_the_note(desk: Opened) -> None:
    select(desk, 1)
    desk.press(Key.Key_M, CTRL)
    desk.desk.panes.focus(1)
    other = desk.desk.panes.panes[1]
    other.view.select(sentence(desk.pages.opened, other.source_id, 2))
    desk.press(Key.Key_M, CTRL | SHIFT)
    assert [row.piece.letter for row in notes(desk).editor.passages.rows] == ["A", "B"]
    assert other.view.hasFocus()


def test_the_row_of_what_is_read_is_marked_and_only_sources_in_view_are_listed(desk: Opened) -> None:
    pack, source = desk.pages.opened, pane(desk).source_id
    made = highlight(desk.session, pack, source, 1)
    put_caret(desk, sentence(pack, source, 1).start + 3)
    desk.press(Key.Key_N, CTRL | SHIFT)
    desk.wait(lambda: notes(desk).notes.list.here() == f"highlight//{made}")
    assert len(notes(desk).notes.list.rows()) == 1
    desk.press(Key.Key_Return)
    assert pane(desk).view.shown_range() == sentence(pack, source, 1)


def test_highlights_are_there_when_one_comes_back(desk: Opened) -> None:
    select(desk, 1)
    desk.press(Key.Key_2, ALT)
    desk.window.go_home()
    desk.go("read-night")
    assert roles(desk) == ["hl-question"]
    QApplication.processEvents()


def test_a_note_in_the_middle_of_a_word_is_there_after_closing_the_window(
    open_window: Callable[[], Opened],
) -> None:
    opened = open_window()
    opened.go("read-night")
    opened.desk.panes.focus(0)
    select(opened, 1)
    opened.press(Key.Key_M, CTRL)
    opened.type("half a tho")
    opened.close()
    again = open_window()
    again.go("read-night")
    assert [one.text for one in again.session.state(PACK).passage_notes.values()] == ["half a tho"]
    assert roles(again) == ["note"]


def test_the_bar_comes_in_the_look_that_was_chosen_while_it_was_away(desk: Opened) -> None:
    select(desk, 2)
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Escape)
    desk.settings.set(TEXT_SIZE, 24)
    desk.settings.set(THEME, "night")
    QApplication.processEvents()
    desk.press(Key.Key_Return)
    QApplication.processEvents()
    assert bar(desk).isVisible()
    size, shown = bar(desk).size(), bar(desk).grab().toImage()
    app, night = QApplication.instance(), theme.load_theme("night")
    assert isinstance(app, QApplication)
    for pixels in (30, 24):  # with the bar in sight
        theme.apply(app, night, pixels)
        QApplication.processEvents()
    assert bar(desk).size() == size
    assert bar(desk).grab().toImage() == shown


def test_who_is_in_the_bar_stays_in_it_in_another_text_size(desk: Opened) -> None:
    where = select(desk, 3)
    desk.press(Key.Key_Return)
    button = desk.focus()
    assert bar(desk).isAncestorOf(button)
    for size in (30, 17):
        desk.settings.set(TEXT_SIZE, size)
        QApplication.processEvents()
        assert desk.focus() is button
        assert pane(desk).view.selected_range() == where
        words = pane(desk).view.rects_of(where)
        near = bar(desk).geometry().translated(-pane(desk).view.viewport().pos())
        assert min(abs(near.top() - words[-1].bottom()), abs(words[0].top() - near.bottom())) < 20
