"""Changing keys: found by words or by pressing them, given, swapped, refused with a reason, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from crossread.desktop.pages.settings.settings_keys import KeysEditor
from crossread.desktop.pages.settings.settings_page import SettingsPage
from crossread.desktop.place import Place
from tests.desktop.pages.conftest import Opened, words_of

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(opened: Opened) -> KeysEditor:
    opened.window.go(Place("settings", about="keys"))
    page = opened.window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    assert page.keys is not None
    return page.keys


def _press(editor: KeysEditor, words: str) -> None:
    button = next(one for one in editor.change.buttons() if one.accessibleName().startswith(words))
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)


def _shown(editor: KeysEditor) -> list[str]:
    return [editor.list.item(row).text() for row in range(editor.list.count())]


def test_an_action_is_found_by_words(editor: KeysEditor) -> None:
    editor.field.setText("next questi")
    assert _shown(editor) == ["Next question"]
    assert editor.picked() == "next"
    assert "N, J, Ctrl+Enter" in words_of(editor.change)


def test_an_action_is_found_by_pressing_its_key(editor: KeysEditor, opened: Opened) -> None:
    editor.by_key.setFocus()
    opened.press(Key.Key_N)
    assert _shown(editor) == ["Next source", "Next question"]
    opened.press(Key.Key_K, CONTROL)
    assert _shown(editor) == ["Find an action, a source, a question or a setting"]
    assert opened.window.pages.currentWidget() is not opened.window.library  # no key did anything else


def test_a_key_is_changed_and_acts_at_once(editor: KeysEditor, opened: Opened) -> None:
    editor.pick("library")
    editor.list.setFocus()
    opened.press(Key.Key_Return)
    assert editor.change.field.hasFocus()
    opened.press(Key.Key_F9)
    assert opened.settings.keys() == {"library": ("F9",)}
    opened.press(Key.Key_F9)
    assert opened.window.pages.currentWidget() is opened.window.library


def test_a_key_of_another_action_is_refused_with_its_name_and_can_be_swapped(
    editor: KeysEditor, opened: Opened
) -> None:
    editor.pick("flag")
    _press(editor, "Change L")
    opened.press(Key.Key_X)
    assert "X belongs to “Check the answer" in words_of(editor.change)
    assert opened.settings.keys() == {}
    assert editor.change.swap.hasFocus()
    assert editor.change.swap.text() == "Swap X and L"
    opened.press(Key.Key_Space)
    assert opened.settings.keys() == {"flag": ("X",), "check": ("L",)}


def test_a_key_that_texts_need_is_refused_with_the_reason_and_the_next_one_is_taken(
    editor: KeysEditor, opened: Opened
) -> None:
    editor.pick("flag")
    _press(editor, "Add a key")
    opened.press(Key.Key_C, CONTROL)
    assert "Text fields need this key" in words_of(editor.change)
    assert editor.change.swap.isHidden()
    opened.press(Key.Key_J, CONTROL)
    assert opened.settings.keys() == {"flag": ("L", "Ctrl+J")}


def test_a_key_that_the_text_itself_takes_cannot_be_had(editor: KeysEditor, opened: Opened) -> None:
    editor.pick("flag")
    _press(editor, "Change L")
    opened.press(Key.Key_S)
    assert "S belongs to “Select the sentence" in words_of(editor.change)
    assert editor.change.swap.isHidden()
    opened.press(Key.Key_Escape)
    assert editor.change.field.isHidden()
    assert editor.change.buttons()[0].hasFocus()


def test_fixed_keys_are_shown_as_fixed(editor: KeysEditor) -> None:
    editor.pick("mark")
    assert "M, Enter: fixed." in words_of(editor.change)
    assert editor.change.buttons() == []


def test_tab_leaves_the_field_that_waits_for_a_key(editor: KeysEditor, opened: Opened) -> None:
    editor.by_key.setFocus()
    opened.press(Key.Key_Tab)
    assert not editor.by_key.hasFocus()
    assert editor.list.count() > 50


def test_keys_are_taken_away_and_given_back_one_by_one_or_all(editor: KeysEditor, opened: Opened) -> None:
    editor.pick("next")
    _press(editor, "Take J away")
    assert opened.settings.keys() == {"next": ("N", "Ctrl+Return")}
    _press(editor, "Usual: N, J, Ctrl+Enter")
    assert opened.settings.keys() == {}
    assert editor.all_usual.isHidden()
    for action in ("flag", "check"):
        editor.pick(action)
        _press(editor, "Take")
    assert opened.settings.keys() == {"flag": (), "check": ()}
    opened.click(editor.all_usual)
    assert opened.settings.keys() != {}
    assert editor.all_usual.text() == "Yes, take back the keys of 2 actions"
    opened.click(editor.all_usual)
    assert opened.settings.keys() == {}


def test_usual_keys_that_another_has_by_now_are_taken_back_only_when_asked(
    editor: KeysEditor, opened: Opened
) -> None:
    opened.settings.set_keys({"check": ["F8"], "flag": ["X"]})
    editor.fill()
    editor.pick("check")
    _press(editor, "Usual: X")
    assert "some belong to “Flag the question" in words_of(editor.change)
    opened.press(Key.Key_Space)
    assert opened.settings.keys() == {}, "the other has its own usual key again"


def test_the_first_key_of_an_action_changes_its_place_with_another_of_it(
    editor: KeysEditor, opened: Opened
) -> None:
    editor.pick("next")
    _press(editor, "Change N")
    opened.press(Key.Key_J)
    assert "It has this key already." in words_of(editor.change)
    assert editor.change.swap.text() == "Swap J and N"
    opened.press(Key.Key_Space)
    assert opened.settings.keys() == {"next": ("J", "N", "Ctrl+Return")}


def test_escape_leaves_all_as_it_is_where_a_swap_is_offered(editor: KeysEditor, opened: Opened) -> None:
    editor.pick("flag")
    _press(editor, "Change L")
    opened.press(Key.Key_X)
    opened.press(Key.Key_Escape)
    assert editor.change.isVisible()
    assert editor.change.swap.isHidden()
    assert editor.change.field.isHidden()
    assert "belongs to" not in words_of(editor.change)
    assert editor.change.buttons()[0].hasFocus()
    assert opened.settings.keys() == {}


def test_every_line_tells_a_screen_reader_the_action_and_its_keys(editor: KeysEditor) -> None:
    for row in range(editor.list.count()):
        item = editor.list.item(row)
        told = item.data(Qt.ItemDataRole.AccessibleTextRole)
        assert told.startswith(f"{item.text()}: ")
    assert not [one for one in editor.findChildren(QPushButton) if not one.accessibleName()]
    assert editor.findChildren(QLabel)
