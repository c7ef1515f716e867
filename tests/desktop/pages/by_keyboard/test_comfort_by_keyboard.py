"""What makes reading comfortable, on the way through the ferry pack, by pressed keys only."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from crossread.base.declared import SINGLE_KEYS, TEXT_SIZE
from crossread.desktop.pages.around.before import BeforePage
from crossread.desktop.pages.around.source_card import SourceCard
from crossread.desktop.pages.finding.find_bar import FindBar
from crossread.desktop.pages.finding.search_page import SearchPage
from crossread.desktop.pages.notes.board import BoardPage
from crossread.desktop.pages.notes.note_editor import NoteEditor
from crossread.desktop.pages.panes.contents_sheet import ContentsList
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.picture_page import PicturePage
from crossread.desktop.pages.settings.key_list import KeyList
from crossread.desktop.pages.settings.settings_page import SettingsPage
from crossread.desktop.pages.timeline.timeline import TimelinePage
from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.view import ReadingView
from tests.desktop.pages.by_keyboard.hands import CTRL, PLAIN, SHIFT, Hands, Key, Modifier
from tests.desktop.pages.conftest import EVERY, Opened, words_of

ALT = Modifier.AltModifier
STAGE = "read-know"


@dataclass
class Reader(Hands):
    """Hands at a desk, and eyes for the panes."""

    def keys(self, *pressed: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press keys one after the other."""
        for key in pressed:
            self.press(key, modifier)

    def letter(self, letter: str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a letter."""
        self.press(Key[f"Key_{letter}"], modifier)

    @property
    def pane(self) -> Pane:
        """The pane that the focus is in."""
        focus = self.focus()
        return next(pane for pane in self.opened.desk.panes.panes if pane.isAncestorOf(focus))

    @property
    def view(self) -> ReadingView:
        """The text that the focus is in."""
        focus = self.focus()
        assert isinstance(focus, ReadingView)
        return focus

    @property
    def shown(self) -> list[str]:
        """The letters of the sources in view, in order."""
        return [pane.source.letter for pane in self.opened.desk.panes.panes if pane.isVisible()]

    @property
    def caret(self) -> int:
        """Where the caret stands, in code points."""
        return self.view.caret()

    def caret_to(self, words: str) -> None:
        """Bring the caret to the start of words in the text that has the focus, by arrow keys."""
        wanted = self.view.text().shown.index(words)
        self.press(Key.Key_Home, CTRL)
        before = -1
        while before != self.caret and self.caret < wanted:
            before = self.caret
            self.press(Key.Key_Down, CTRL)
        if self.caret > wanted:
            self.press(Key.Key_Up, CTRL)
        for _step in range(wanted - self.caret):
            QTest.keyClick(self.view, Key.Key_Right)
        assert self.caret == wanted

    def window(self, kind: type[QWidget]) -> QWidget:
        """Return the window of a kind that is open."""
        QApplication.processEvents()
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        assert len(found) == 1
        return found[0]

    def press_in(self, window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key in a window of its own."""
        QTest.keyClick(window.focusWidget() or window, key, modifier)

    def palette(self, words: str) -> None:
        """Take what the palette finds first for these words."""
        self.letter("K", CTRL)
        from crossread.desktop.pages.finding.palette import Palette

        window = self.window(Palette)
        assert isinstance(window, Palette)
        QTest.keyClicks(window.field, words)
        self.press_in(window, Key.Key_Return)
        QApplication.processEvents()

    def sees(self, words: str, within: QWidget | None = None) -> bool:
        """Tell whether words are to be seen."""
        return words in words_of(within or self.opened.window)


@pytest.fixture
def reader(every: Opened) -> Iterator[Reader]:
    """Open the ferry pack at its first stage of reading, with the focus in a text."""
    every.window.resize(1366, 768)
    every.go(STAGE, EVERY)
    every.desk.panes.focus(0)
    yield Reader(every)
    every.settings.set(SINGLE_KEYS, True)
    every.settings.set_keys({})


def test_panes_are_opened_swapped_widened_and_stood_alone(reader: Reader) -> None:
    first, second = reader.shown[:2]
    reader.press(Key.Key_W)
    assert reader.shown[:2] == [second, first]
    assert reader.pane.source.letter == first, "the focus goes along"
    reader.press(Key.Key_F2)
    assert len(reader.shown) == 3
    reader.press(Key.Key_Z)
    assert reader.shown == [first]
    reader.press(Key.Key_Z)
    assert reader.shown[:2] == [second, first]
    reader.press(Key.Key_F2, SHIFT)
    assert reader.shown == [second, first]
    panes = [pane for pane in reader.opened.desk.panes.panes if pane.isVisible()]
    reader.opened.wait(lambda: len({pane.width() for pane in panes}) == 1)
    width = reader.pane.width()
    reader.press(Key.Key_Right, ALT | SHIFT)
    assert reader.pane.width() > width
    reader.press(Key.Key_Left, ALT | SHIFT)
    assert reader.pane.width() == width
    free = next(one for one in "ABCD" if one not in (first, second))
    reader.letter(free)
    assert reader.pane.source.letter == free
    reader.letter(first, ALT)
    assert first in reader.shown, "by Alt into the next pane"
    assert reader.pane.source.letter == free, "and the focus stays"


def test_the_caret_stays_in_its_place_whatever_stands_in_the_text_s_place_for_a_while(
    reader: Reader,
) -> None:
    reader.letter("A")
    reader.caret_to("At 5.30")
    here = reader.caret
    reader.letter("T", CTRL)
    listed = reader.focus()
    assert isinstance(listed, ContentsList)
    reader.press(Key.Key_Escape)
    assert reader.caret == here
    reader.letter("C", SHIFT)
    assert reader.pane.findChildren(SourceCard)
    reader.press(Key.Key_Escape)
    assert reader.caret == here
    reader.press(Key.Key_Tab)
    assert reader.focus() is not listed
    reader.press(Key.Key_Backtab)
    assert reader.caret == here, "Tab out of a text and back leaves the caret where it was"
    reader.press(Key.Key_F6)
    reader.press(Key.Key_F6, SHIFT)
    assert reader.caret == here


def test_from_a_border_and_a_header_f6_goes_on_in_reading_order(reader: Reader) -> None:
    first, second = (pane.view for pane in reader.opened.desk.panes.panes[:2])
    reader.press(Key.Key_Tab)  # the border, or the head of the next pane
    assert reader.focus() is not second
    reader.press(Key.Key_F6)
    assert reader.focus() is second
    reader.press(Key.Key_Backtab)
    reader.press(Key.Key_F6, SHIFT)
    assert reader.focus() is first


def test_find_in_a_text_and_in_all_and_back_again(reader: Reader) -> None:
    reader.letter("A")
    reader.press(Key.Key_Home, CTRL)
    reader.letter("F", CTRL)
    reader.type("bell")
    bar = reader.pane.findChild(FindBar)
    assert bar is not None
    reader.opened.wait(lambda: bar.told().startswith("1 of"))
    reader.press(Key.Key_F3)
    assert bar.told().startswith("2 of")
    reader.press(Key.Key_Escape)
    selected = reader.view.selected_range()
    assert selected is not None
    assert reader.view.words(selected) == "bell"
    reader.press(Key.Key_Escape)
    reader.letter("F", CTRL | SHIFT)
    reader.type("accordion")
    reader.opened.wait(lambda: reader.sees("7 places"))
    reader.press(Key.Key_F3)
    assert "B" in reader.shown, "the newspaper has the first of them"
    reader.press(Key.Key_Escape)
    assert isinstance(reader.focus(), ReadingView), "Escape leads back to the texts one came from"
    assert reader.opened.desk.column.isVisible()
    reader.press(Key.Key_Left, ALT)
    assert reader.pane.source.letter == "A"
    reader.press(Key.Key_Right, ALT)
    assert reader.pane.source.letter == "B"


def test_a_sentence_is_highlighted_taken_back_and_brought_again(reader: Reader) -> None:
    reader.letter("A")
    reader.caret_to("At 5.30")
    reader.press(Key.Key_S)
    reader.press(Key.Key_Escape)
    reader.press(Key.Key_Escape)
    here = reader.caret
    reader.letter("H", CTRL)
    state = reader.opened.session.state(EVERY)
    (only,) = state.highlights.values()
    assert "At 5.30" in str(only.passage), "the sentence just read, not the one after it"
    assert reader.caret == here
    reader.letter("H", CTRL)
    assert reader.sees("Highlight removed.")
    reader.letter("Z", CTRL)
    assert len(reader.opened.session.state(EVERY).highlights) == 1
    assert not reader.sees("Highlight removed."), "what is back is not said to be gone"
    reader.letter("Z", CTRL)
    reader.letter("Z", CTRL | SHIFT)
    assert len(reader.opened.session.state(EVERY).highlights) == 1


def test_a_note_on_two_sources_from_key_to_board_and_back_to_the_passage(reader: Reader) -> None:
    reader.letter("A")
    reader.caret_to("At 5.30")
    other = next(one for one in reader.shown if one != "A")
    reader.letter("M", CTRL)
    assert isinstance(reader.focus().window().focusWidget(), QWidget)
    editor = reader.opened.desk.findChild(NoteEditor)
    assert editor is not None
    assert editor.isAncestorOf(reader.focus())
    reader.type("Who counted? T, Z and W are only letters here")
    assert theme.current().name == "paper", "single keys rest while one writes"
    while not (isinstance(reader.focus(), ReadingView) and reader.pane.source.letter == other):
        reader.press(Key.Key_F6)
    reader.press(Key.Key_Down)
    reader.letter("M", CTRL | SHIFT)
    reader.opened.wait(lambda: bool(reader.opened.session.state(EVERY).passage_notes))

    def noted() -> list[str]:
        (note,) = reader.opened.session.state(EVERY).passage_notes.values()
        return [one.source for one in note.passages]

    reader.opened.wait(lambda: len(noted()) == 2)
    assert len(set(noted())) == 2
    reader.letter("B", CTRL | SHIFT)
    page = reader.opened.pages.page
    assert isinstance(page, BoardPage)
    cards = page.cards.lists()[0]
    assert "Who counted?" in str(cards.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    reader.press(Key.Key_Return)
    reader.opened.wait(lambda: isinstance(reader.focus(), ReadingView))
    shown = reader.view.shown_range()
    assert shown is not None
    assert reader.view.words(shown)
    reader.press(Key.Key_Left, ALT)
    assert reader.opened.pages.page is page
    assert reader.focus() is page.cards.lists()[0]


def test_the_timeline_leads_to_a_passage(reader: Reader) -> None:
    reader.letter("T", CTRL | SHIFT)
    page = reader.opened.pages.page
    assert isinstance(page, TimelinePage)
    for _step in range(2):  # past when the ferry's timetable was printed, and the log begun
        reader.press(Key.Key_Down)
    reader.press(Key.Key_Return)
    reader.opened.wait(lambda: reader.opened.pages.page is not page)
    assert isinstance(reader.focus(), ReadingView)
    assert reader.view.shown_range() is not None


def test_a_word_a_footnote_and_a_picture_open_and_give_the_caret_back(reader: Reader) -> None:
    reader.letter("A")
    reader.caret_to("glass falls")
    here = reader.caret
    reader.press(Key.Key_U)
    bubble = reader.view.beside.bubble if isinstance(reader.focus(), ReadingView) else None
    assert bubble is None, "the focus is in the bubble"
    reader.press(Key.Key_Escape)
    assert reader.caret == here
    reader.caret_to("At 5.10")
    reader.press(Key.Key_Y)
    told = reader.view.beside.bubble if isinstance(reader.focus(), ReadingView) else reader.focus().window()
    assert reader.sees("Y or Esc: back", told)
    reader.press(Key.Key_Y)
    assert reader.view.text().shown.startswith("At 5.10", reader.caret)
    reader.letter("D")
    reader.press(Key.Key_Home, CTRL)
    reader.press(Key.Key_I, SHIFT)
    picture = reader.opened.window.findChild(PicturePage)
    assert picture is not None
    reader.press(Key.Key_Escape)
    assert isinstance(reader.focus(), ReadingView)


def test_notes_on_the_card_are_written_beside_the_text(reader: Reader) -> None:
    reader.letter("A")
    reader.letter("C", SHIFT)
    reader.tab_until(lambda focus: focus.accessibleName() == "Who is behind it?")
    reader.type("The harbour master")
    reader.press(Key.Key_Escape)
    assert isinstance(reader.focus(), ReadingView)
    reader.opened.wait(lambda: "The harbour master" in reader.opened.session.state(EVERY).notes.values())


def test_the_palette_leads_to_a_question_with_the_focus_on_it(reader: Reader) -> None:
    reader.palette("put the afternoon")
    assert reader.opened.desk.column.body is not None
    assert reader.opened.desk.column.body.question.prompt.startswith("Put the afternoon")
    assert reader.opened.desk.column.isAncestorOf(reader.focus())


def test_a_key_is_changed_named_and_given_back(reader: Reader) -> None:
    reader.press(Key.Key_Comma, CTRL)
    page = reader.opened.window.pages.page()
    assert isinstance(page, SettingsPage)
    reader.tab_until(lambda focus: focus.accessibleName().startswith("Window"))
    while page.keys is None or not page.keys.isVisible():
        reader.press(Key.Key_Right)
    reader.tab_until(lambda focus: page.keys is not None and focus is page.keys.field)
    reader.type("footnote")
    reader.tab_until(lambda focus: getattr(focus, "text", str)() == "Change Y")
    reader.press(Key.Key_Return)
    reader.press(Key.Key_F8)
    reader.press(Key.Key_Left, ALT)
    reader.opened.wait(lambda: isinstance(reader.focus(), ReadingView))
    reader.letter("A")
    reader.caret_to("At 5.10")
    reader.press(Key.Key_F8)
    told = reader.focus().window()
    assert reader.sees("F8 or Esc: back", told)
    reader.press(Key.Key_Escape)


def test_escape_puts_away_what_was_only_said(reader: Reader) -> None:
    reader.letter("A")
    reader.caret_to("At 5.30")
    reader.letter("H", CTRL)
    reader.letter("H", CTRL)
    assert reader.sees("Highlight removed.")
    reader.press(Key.Key_Escape)
    assert not reader.sees("Highlight removed.")


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Key.Key_F1, PLAIN),
        (Key.Key_Comma, CTRL),
        (Key.Key_F1, CTRL),
        (Key.Key_S, CTRL | SHIFT),
        (Key.Key_P, CTRL | SHIFT),
        (Key.Key_T, CTRL | SHIFT),
        (Key.Key_B, CTRL | SHIFT),
    ],
)
def test_escape_leads_back_from_a_page_beside_the_way(
    reader: Reader, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    reader.letter("A")
    reader.caret_to("At 5.30")
    here, desk = reader.caret, reader.opened.desk
    reader.press(key, modifier)
    assert reader.opened.window.pages.page() is not desk
    reader.press(Key.Key_Escape)
    assert reader.opened.window.pages.page() is desk
    assert reader.caret == here


def test_in_the_list_of_keys_one_goes_through_it_while_typing(reader: Reader) -> None:
    reader.press(Key.Key_Question)
    window = reader.window(KeyList)
    assert isinstance(window, KeyList)
    bar = window._area.verticalScrollBar()
    reader.press_in(window, Key.Key_PageDown)
    assert bar.value() > 0
    reader.press_in(window, Key.Key_End, CTRL)
    assert bar.value() == bar.maximum()
    reader.press_in(window, Key.Key_Escape)
    assert isinstance(reader.focus(), ReadingView)


def test_words_are_found_before_reading_too_and_elsewhere_in_the_library(reader: Reader) -> None:
    reader.press(Key.Key_1, CTRL)
    page = reader.opened.pages.page
    assert isinstance(page, BeforePage)
    reader.letter("F", CTRL)
    reader.type("ferry")
    bar = page.findChild(FindBar)
    assert bar is not None
    reader.opened.wait(lambda: bar.told().startswith("1 of"))
    reader.press(Key.Key_Escape)
    assert reader.focus() is page.view
    reader.press(Key.Key_2, CTRL)
    reader.letter("F", CTRL)
    assert isinstance(reader.opened.window.pages.page(), SearchPage)
    reader.press(Key.Key_Left, ALT)
    assert reader.opened.meet is reader.opened.pages.page


def test_without_single_keys_all_is_found_in_the_palette(reader: Reader) -> None:
    reader.letter("A")
    reader.palette("single-key shortcuts")
    assert reader.opened.settings[SINGLE_KEYS] is False
    reader.keys(Key.Key_T, Key.Key_Z, Key.Key_N)
    assert theme.current().name == "paper"
    assert len(reader.shown) == 2
    reader.caret_to("glass falls")
    reader.palette("explain the word")
    reader.press(Key.Key_Escape)
    reader.palette("this pane alone")
    assert reader.shown == ["A"]
    reader.palette("this pane alone")
    reader.palette("select the sentence")
    assert reader.view.selected_range() is not None
    reader.press(Key.Key_Escape)
    reader.press(Key.Key_Escape)
    reader.palette("larger text in this pane")
    assert reader.view.text_size() > reader.opened.settings[TEXT_SIZE]
