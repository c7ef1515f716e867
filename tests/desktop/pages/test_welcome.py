"""The first run: a few sentences and two choices, by keyboard, once and never again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from crossread.base.declared import TEXT_SIZE, THEME
from crossread.desktop.pages.settings.welcome import WelcomePage
from crossread.desktop.theme import theme
from tests.desktop.pages.conftest import Opened, words_of

Key = Qt.Key


def _welcome(opened: Opened) -> WelcomePage | None:
    opened.window.frame.welcome()
    QApplication.processEvents()
    page = opened.window.pages.currentWidget()
    return page if isinstance(page, WelcomePage) else None


def test_who_was_never_here_is_told_what_this_is_and_chooses_size_and_theme_by_keyboard(
    opened: Opened,
) -> None:
    page = _welcome(opened)
    assert page is not None
    assert "Several accounts".casefold() in words_of(page).casefold()
    assert "nothing is sent" in words_of(page)
    for _times in range(30):
        opened.press(Key.Key_Tab)
        if opened.focus().accessibleName().endswith("more"):
            break
    opened.press(Key.Key_Space)
    assert opened.settings[TEXT_SIZE] == theme.current().text_size == 18
    while not page.rows[1].isAncestorOf(opened.focus()):
        opened.press(Key.Key_Tab)
    opened.press(Key.Key_Right)
    assert opened.settings[THEME] != "system"
    while not page.begin.hasFocus():
        opened.press(Key.Key_Tab)
    opened.press(Key.Key_Return)
    assert opened.window.pages.currentWidget() is opened.window.library
    assert opened.window.library.cards
    assert _welcome(opened) is None


def click_there(opened: Opened, at: QPoint) -> None:
    """Click on a place of the window, whatever stands there by now."""
    QTest.mouseClick(opened.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()


@pytest.mark.parametrize(("sign", "first", "last"), [("more", 17, 34), ("less", 34, 12)])
@pytest.mark.parametrize("width", [1366, 800])
def test_the_buttons_of_the_text_size_hold_still_while_they_are_clicked(
    opened: Opened, sign: str, first: int, last: int, width: int
) -> None:
    opened.window.resize(width, 768)
    opened.settings.set(TEXT_SIZE, first)
    page = _welcome(opened)
    assert page is not None
    button = next(
        one for one in page.rows[0].findChildren(QPushButton) if one.accessibleName().endswith(sign)
    )
    opened.wait(button.isVisible)
    page.scroll_up()
    at = button.mapTo(opened.window, button.rect().center())
    for _step in range(abs(last - first)):
        middle = button.mapTo(opened.window, button.rect().center())
        assert abs(middle.x() - at.x()) <= 8
        click_there(opened, at)
    assert opened.settings[TEXT_SIZE] == last
    assert opened.window.pages.currentWidget() is page  # nothing else was under the mouse


def test_enter_goes_on_wherever_the_focus_is(opened: Opened) -> None:
    page = _welcome(opened)
    assert page is not None
    page.rows[1].setFocus()
    theme_before = opened.settings[THEME]
    opened.press(Key.Key_Return)
    assert opened.window.pages.currentWidget() is opened.window.library
    assert (opened.settings[TEXT_SIZE], opened.settings[THEME]) == (17, theme_before)


def test_the_focus_is_on_the_way_on_and_a_screen_reader_hears_it(opened: Opened, heard: list[str]) -> None:
    page = _welcome(opened)
    assert page is not None
    assert opened.focus() is page.begin
    assert page.begin.accessibleName() == "To the library"
    assert "Shift+Tab" in page.begin.accessibleDescription()
    assert any("Several accounts".casefold() in one.casefold() for one in heard)
    opened.press(Key.Key_Space)
    assert opened.window.pages.currentWidget() is opened.window.library


def test_the_way_on_is_in_sight_where_the_text_is_large(opened: Opened) -> None:
    opened.window.resize(1024, 600)
    opened.settings.set(TEXT_SIZE, 34)
    page = _welcome(opened)
    assert page is not None
    opened.wait(lambda: page.rect().contains(page.begin.mapTo(page, page.begin.rect().center())))


def test_enter_on_the_larger_text_goes_on_and_enlarges_nothing(opened: Opened) -> None:
    page = _welcome(opened)
    assert page is not None
    page.rows[0].setFocus()
    assert opened.focus() is not page.begin
    opened.press(Key.Key_Return)
    assert opened.window.pages.currentWidget() is opened.window.library
    assert opened.settings[TEXT_SIZE] == 17


def test_it_names_the_keys_as_they_are(opened: Opened) -> None:
    opened.settings.set_keys({"palette": ["F9"]})
    page = _welcome(opened)
    assert page is not None
    assert "? shows the keys, F9 finds anything, F1 helps." in words_of(page)
    opened.settings.set_keys({})


def test_who_has_a_record_never_sees_it(open_window: Callable[[], Opened]) -> None:
    first = open_window()
    first.saved()
    first.close()
    assert _welcome(open_window()) is None


def test_who_looks_into_the_help_first_comes_back_to_the_choices(opened: Opened) -> None:
    page = _welcome(opened)
    assert page is not None
    for key in (Key.Key_Escape, Key.Key_Left):
        opened.press(Key.Key_F1)
        assert opened.window.pages.currentWidget() is not page
        alt = Qt.KeyboardModifier.AltModifier if key == Key.Key_Left else Qt.KeyboardModifier.NoModifier
        opened.press(key, alt)
        assert opened.window.pages.currentWidget() is page
        assert page.isAncestorOf(opened.focus())


def test_who_has_gone_on_does_not_come_back_to_the_choices(opened: Opened) -> None:
    assert _welcome(opened) is not None
    opened.go("read-night")
    opened.window.go_back()
    assert opened.window.pages.currentWidget() is opened.window.library


def test_going_to_the_library_by_its_key_is_going_on_as_well(opened: Opened) -> None:
    assert _welcome(opened) is not None
    opened.press(Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert opened.window.pages.currentWidget() is opened.window.library
    assert _welcome(opened) is None
