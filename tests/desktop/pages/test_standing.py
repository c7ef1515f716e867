"""What stands in the texts of a pack beside their words, met in the window."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from crossread.base.declared import TERMS, VEIL
from crossread.desktop.pages.desk.words_companion import WordsCompanion
from crossread.desktop.pages.desk.words_list import WordsList
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.picture_page import PicturePage
from crossread.desktop.place import Spot
from crossread.desktop.widgets.layers.covers import covered_sign
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.questions.passages import PassageKey
from crossread.texts.text import Range
from tests.desktop.pages.conftest import FIXTURES, PACK, Opened

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GRAPHIC = "felt a railing give"


@pytest.fixture
def opened(open_window: Callable[[], Opened], library: Path) -> Opened:
    """Open the window on a pack with a glossary, names, notes, a picture and a veiled passage."""
    shutil.copytree(FIXTURES / "beside-texts", library / PACK, dirs_exist_ok=True)
    window = open_window()
    window.go("read-night")
    return window


def pane_of(opened: Opened, source: str) -> Pane:
    return next(pane for pane in opened.desk.panes.panes if pane.source_id == source)


def view_of(opened: Opened, source: str) -> ReadingView:
    pane = pane_of(opened, source)
    opened.desk.panes.focus(pane.number)
    return pane.view


def at(view: ReadingView, words: str) -> Range:
    start = view.text().shown.index(words)
    return Range(start, start + len(words))


def companion(opened: Opened) -> WordsCompanion:
    found = opened.desk.companion
    assert isinstance(found, WordsCompanion)
    return found


def test_a_word_at_the_caret_is_explained_by_a_key_and_leads_to_the_list(opened: Opened) -> None:
    view = view_of(opened, "warden")
    view.read_from(at(view, "a new pier").start + 7)
    opened.press(Key.Key_U)
    bubble = view.beside.bubble
    assert bubble.accessibleName().startswith(
        "Glossary. pier. A pillar that carries a bridge.\n"
        "Known from: Orla Pennick, county engineer: Report on the Fuller Bridge (2011). Stands in. Source A"
    )
    opened.press(Key.Key_Tab)
    opened.press(Key.Key_Space)
    row = companion(opened).list.current()
    assert row is not None
    assert row.title == "pier"
    assert companion(opened).list.hasFocus()


def test_a_name_tells_which_source_writes_it_how(opened: Opened) -> None:
    pane = pane_of(opened, "miller")
    opened.desk.panes.set_which(pane, "version/first")
    view = view_of(opened, "miller")
    term = next(term for term in view.beside.terms.terms() if term.kind == "name")
    view.read_from(term.range.start)
    opened.press(Key.Key_U)
    told = view.beside.bubble.accessibleName()
    assert told.startswith("A name in several forms. Wend. The county writes Wend;")
    assert "Also: Wendle" in told
    assert "Source B: Wendle" in told
    assert "Source A" not in told  # its digest is in the words of the pack's authors


def test_who_does_not_want_dots_has_none_and_the_key_still_explains(opened: Opened) -> None:
    opened.settings.set(TERMS, False)
    view = view_of(opened, "warden")
    view.read_from(at(view, "a new pier").start + 7)
    opened.press(Key.Key_U)
    assert "pier" in view.beside.bubble.accessibleName()


def test_a_graphic_passage_is_covered_in_the_text_until_it_is_asked_for(opened: Opened) -> None:
    view = view_of(opened, "warden")
    assert GRAPHIC not in view.toPlainText()
    view.read_from(at(view, GRAPHIC).start)
    opened.press(Key.Key_V, Shift)
    assert GRAPHIC in view.toPlainText()
    opened.press(Key.Key_V, Shift)
    assert GRAPHIC not in view.toPlainText()


def test_what_is_uncovered_is_so_when_the_text_is_shown_again(opened: Opened) -> None:
    view = view_of(opened, "warden")
    view.read_from(at(view, GRAPHIC).start)
    opened.press(Key.Key_Return)
    number = pane_of(opened, "warden").number
    opened.desk.panes.choose_source(number, "carrier")
    opened.desk.panes.choose_source(number, "warden")
    assert GRAPHIC in opened.desk.panes.panes[number].view.toPlainText()


def test_without_the_setting_nothing_is_covered(opened: Opened) -> None:
    opened.settings.set(VEIL, False)
    assert GRAPHIC in view_of(opened, "warden").toPlainText()
    opened.settings.set(VEIL, True)
    assert GRAPHIC not in view_of(opened, "warden").toPlainText()


def test_evidence_that_is_told_leaves_out_what_is_covered(opened: Opened) -> None:
    passage = PassageKey(source="warden", quote="She counted three planks gone, and felt a railing give.")
    told = opened.desk.panes.seen(passage).quote
    assert told == f"She counted three planks gone, and {covered_sign()}."
    view = view_of(opened, "warden")
    view.read_from(at(view, GRAPHIC).start)
    opened.press(Key.Key_V, Shift)
    assert GRAPHIC in opened.desk.panes.seen(passage).quote


def test_the_contents_of_a_text_tell_nothing_covered(opened: Opened) -> None:
    view = view_of(opened, "warden")
    assert GRAPHIC not in view.shown_text().shown
    assert view.shown_text().starts == view.text().starts


def test_a_passage_is_copied_with_where_it_is_from(opened: Opened) -> None:
    view = view_of(opened, "warden")
    view.select(at(view, "felt a railing give. At 10.45"))
    opened.press(Key.Key_C, Ctrl | Shift)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == (
        f"“{covered_sign()}. At 10.45” — Edda Rowntree, “Why the Fuller Bridge Was Closed”, the parish "
        "letter of Lower Wend, November 2011 (digest by the pack’s authors), paragraph 1. In: The Fuller "
        "Bridge: two accounts, version 1.2.0."
    )
    assert "<blockquote>" in copied.html()
    assert view.hasFocus()


def test_a_picture_is_enlarged_by_a_key_and_escape_comes_back(opened: Opened) -> None:
    number = pane_of(opened, "miller").number
    opened.desk.panes.set_which(opened.desk.panes.panes[number], "version/first")
    view = opened.desk.panes.panes[number].view
    opened.desk.panes.focus(number)
    view.read_from(at(view, "The bridge, from the mill").start)
    caret = view.caret()
    opened.press(Key.Key_I, Shift)
    page = opened.window.findChildren(PicturePage)[0]
    assert page.accessibleName() == "Picture: The bridge, from the mill"
    assert page.view.accessibleName() == "A bridge of planks on three piers; the second one stands lower."
    opened.press(Key.Key_N)  # nothing happens behind it
    opened.press(Key.Key_Escape)
    assert view.hasFocus()
    assert view.caret() == caret


def test_notes_of_the_context_open_before_reading(opened: Opened) -> None:
    opened.go("before")
    view = opened.before.view
    view.setFocus()
    view.read_from(at(view, "The Fuller Bridge crosses").start)
    opened.press(Key.Key_Y)
    assert view.beside.bubble.accessibleName().startswith("Note 1. Some write Wendle")
    opened.press(Key.Key_Escape)
    opened.press(Key.Key_C, Ctrl | Shift)
    assert "The Crossread authors (context), paragraph 1. In:" in QGuiApplication.clipboard().text()


# The list of words


def test_the_list_goes_from_place_to_place_of_a_word(opened: Opened) -> None:
    view_of(opened, "warden")
    opened.press(Key.Key_G, Ctrl)
    words = companion(opened)
    assert isinstance(opened.focus(), QLineEdit)
    opened.type("pier")
    opened.wait(lambda: [row.title for row in words.list.rows() if row.entry] == ["pier"])
    opened.press(Key.Key_Down)
    assert isinstance(opened.focus(), WordsList)
    spots: list[Spot] = []
    words.spot_asked.connect(spots.append)
    for _time in range(3):
        opened.press(Key.Key_Return)
    assert len(set(spots)) == 3
    for spot in spots:
        shown = opened.pages.opened.shown(spot.source, spot.which)
        assert shown is not None
        assert shown.text.words(Range(spot.start, spot.end)) == "pier"
    pane = pane_of(opened, spots[-1].source)
    assert pane.view.shown_range() == Range(spots[-1].start, spots[-1].end)
    assert isinstance(opened.focus(), WordsList)


def test_words_of_the_texts_in_view_come_first(opened: Opened) -> None:
    opened.press(Key.Key_G, Ctrl)
    heads = [row.title for row in companion(opened).list.rows() if row.entry is None]
    titles = [row.title for row in companion(opened).list.rows() if row.entry is not None]
    assert set(titles) == {"barrier", "ford", "pier", "Wend"}
    assert heads in ([], ["In the texts in view", "In other texts"])


def test_a_word_that_no_text_has_says_so(opened: Opened) -> None:
    told: list[str] = []
    opened.desk.refused.connect(told.append)
    opened.press(Key.Key_G, Ctrl)
    words = companion(opened)
    words.show_entry("barrier")
    opened.press(Key.Key_Return)
    assert told in ([], ["“barrier” stands in no text that is at hand."])


def test_a_pack_without_words_says_how_it_gets_some(open_window: Callable[[], Opened]) -> None:
    window = open_window()
    window.go("read-night")
    window.press(Key.Key_G, Ctrl)
    words = companion(window)
    QApplication.processEvents()
    assert words.empty.isVisible()
    assert words.empty.text().startswith("This pack explains no words.")
    assert not words.field.isVisible()
