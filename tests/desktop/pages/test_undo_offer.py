"""What a single letter changed is said in the window, with the way to take it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from crossread.base.declared import LINE_HEIGHT, RULER, SINGLE_KEYS, TEXT_SIZE, THEME
from crossread.desktop.place import LIBRARY, PRACTICE, REVIEW, Place
from crossread.desktop.theme.presets import DECIDED
from tests.desktop.pages.conftest import FIXTURES, PACK, Opened

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ORIGINALS = FIXTURES / "originals"


def button(opened: Opened, action: str) -> QPushButton:
    return next(one for one in opened.window.offer.buttons() if one.property("action") == action)


PAGES = [LIBRARY, Place("settings"), Place("help"), REVIEW, PRACTICE, Place("stage", PACK, "read-night")]


@pytest.mark.parametrize("place", PAGES, ids=lambda place: place.page)
def test_a_theme_changed_by_a_letter_is_said_and_taken_back_by_the_key_of_undo(
    opened: Opened, heard: list[str], place: Place
) -> None:
    opened.window.go(place)
    opened.wait(lambda: not opened.window.is_opening())
    if place.page == "stage":
        opened.desk.panes.focus(0)
    before = opened.settings[THEME]
    opened.press(Key.Key_T)
    assert opened.settings[THEME] != before
    told = opened.window.offer.message()
    assert told.startswith("Theme: ")
    assert told.endswith("The key T changes it; Ctrl+Z takes that back.")
    assert told in heard
    opened.press(Key.Key_Z, CTRL)
    assert opened.settings[THEME] == before
    assert opened.window.offer.message() == ""


def test_the_size_of_the_text_is_said_and_taken_back_as_the_theme_is(
    opened: Opened, heard: list[str]
) -> None:
    before = opened.settings[TEXT_SIZE]
    opened.press(Key.Key_Plus, CTRL)
    opened.press(Key.Key_Plus, CTRL)
    assert opened.settings[TEXT_SIZE] > before + 1
    told = opened.window.offer.message()
    assert told.startswith("Text size: ")
    assert told in heard
    opened.press(Key.Key_Z, CTRL)
    assert opened.settings[TEXT_SIZE] == before
    assert opened.window.offer.message() == ""
    opened.press(Key.Key_Minus, CTRL)
    opened.press(Key.Key_T)
    opened.click(button(opened, "undo"))
    assert (opened.settings[TEXT_SIZE], opened.settings[THEME]) == (before, THEME.default)


def test_letters_typed_for_writing_are_taken_back_in_one_step(opened: Opened) -> None:
    before = opened.settings[THEME]
    for _time in range(3):
        opened.press(Key.Key_T)
    assert opened.settings[THEME] != before
    opened.click(button(opened, "undo"))
    assert opened.settings[THEME] == before


def test_the_preset_and_the_ruler_are_said_and_taken_back(opened: Opened) -> None:
    opened.go("read-night")
    opened.desk.panes.focus(0)
    opened.settings.set(LINE_HEIGHT, 170)
    before = [opened.settings[one] for one in DECIDED]
    opened.press(Key.Key_R, SHIFT)
    assert opened.window.offer.message().startswith("Texts: ")
    opened.press(Key.Key_Z, CTRL)
    assert [opened.settings[one] for one in DECIDED] == before
    opened.press(Key.Key_R)
    assert opened.settings[RULER] != RULER.default
    opened.click(button(opened, "undo"))
    assert opened.settings[RULER] == RULER.default


def test_what_was_said_goes_with_the_page_with_escape_and_with_close(opened: Opened) -> None:
    opened.press(Key.Key_T)
    opened.window.go(Place("help"))
    assert not opened.window.offer.stands
    opened.press(Key.Key_T)
    opened.press(Key.Key_Escape)
    assert not opened.window.offer.stands
    page = opened.window.pages.page()
    assert page is not None
    assert page.name == "help"  # Escape put away what was said, no more
    opened.press(Key.Key_T)
    changed = opened.settings[THEME]
    opened.click(button(opened, "close"))
    assert (opened.window.offer.stands, opened.settings[THEME]) == (False, changed)


def test_the_way_back_is_come_to_by_tab(opened: Opened) -> None:
    opened.press(Key.Key_T)
    way = opened.window._way()
    assert [one for one in opened.window.offer.buttons() if one in way] == list(opened.window.offer.buttons())


def test_without_single_keys_no_key_is_named(opened: Opened) -> None:
    opened.settings.set(SINGLE_KEYS, False)
    opened.window.frame.do("theme")
    assert "The key" not in opened.window.offer.message()
    assert opened.window.offer.stands


def test_a_change_made_before_the_settings_were_ever_opened_is_taken_back_there(opened: Opened) -> None:
    before = opened.settings[THEME]
    opened.press(Key.Key_T)
    opened.window.go(Place("settings"))
    opened.press(Key.Key_Z, CTRL)
    assert opened.settings[THEME] == before


def test_an_original_that_was_put_away_comes_back_by_the_key_of_undo(opened: Opened) -> None:
    opened.go("")
    pages = opened.pages
    pages.attach([ORIGINALS / "warden.txt"])
    opened.wait(lambda: pages.opened.has_original("warden"))
    away = [one for one in pages.findChildren(QPushButton) if one.text() == "Put away" and one.isVisible()]
    opened.click(away[0])
    assert not pages.opened.has_original("warden")
    assert "is put away" in opened.window.offer.message()
    opened.press(Key.Key_Z, CTRL)
    assert pages.opened.has_original("warden")
    assert not opened.window.offer.stands


def test_an_original_that_was_put_away_in_an_earlier_sitting_is_put_back(
    open_window: Callable[[], Opened],
) -> None:
    first = open_window()
    first.go("")
    first.pages.attach([ORIGINALS / "warden.txt"])
    first.wait(lambda: first.pages.opened.has_original("warden"))
    first.pages._detach("warden")
    first.close()
    again = open_window()
    again.go("")
    pages = again.pages
    (back,) = [one for one in pages.findChildren(QPushButton) if one.text() == "Put it back"]
    again.click(back)
    assert pages.opened.has_original("warden")
    assert "is back" in again.window.offer.message()
    again.press(Key.Key_Z, CTRL)
    assert not pages.opened.has_original("warden")


def test_another_original_that_was_added_since_is_not_written_over(opened: Opened) -> None:
    opened.go("")
    pages = opened.pages
    pages.attach([ORIGINALS / "warden.txt"])
    opened.wait(lambda: pages.opened.has_original("warden"))
    pages._detach("warden")
    pages.attach([ORIGINALS / "warden.txt"])
    opened.wait(lambda: pages.opened.has_original("warden"))
    now = pages.opened
    opened.window.offer.take_back()
    assert pages.opened is now
