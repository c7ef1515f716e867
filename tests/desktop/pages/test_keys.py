"""The keys: declared once, without clashes, quiet while one writes."""

from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from crossread.base.declared import SINGLE_KEYS, THEME
from crossread.desktop.keys import ACTIONS, PAGES, Action, clashes, is_single
from crossread.desktop.pages.page import PackPage as PackPageBase
from crossread.desktop.pages.page import Page
from crossread.desktop.pages.review.alone_page import AlonePage
from crossread.desktop.pages.settings.key_list import KeyList
from crossread.desktop.pages.settings.key_words import as_text, key_lines, key_words, lines_with
from crossread.desktop.pages.settings.settings_page import SettingsPage
from crossread.desktop.place import PackPage, PlainPage
from crossread.desktop.theme import theme
from tests.desktop.pages.conftest import Opened

Key = Qt.Key


def test_no_key_means_two_things_on_one_page() -> None:
    assert clashes() == []


def test_a_clash_is_found() -> None:
    twice = (Action("one", "One", ("N",)), Action("two", "Two", ("N",), "desk"))
    assert clashes(twice) == [("N", "one", "two")]
    apart = (Action("one", "One", ("N",), "meet"), Action("two", "Two", ("N",), "desk"))
    assert clashes(apart) == []


def test_every_key_is_one_that_qt_knows() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert QKeySequence(key).toString() != "", (action.id, key)


def test_single_keys_are_those_that_could_be_writing() -> None:
    assert all(is_single(key) for key in ("N", "Shift+H", "?", "1"))
    assert not any(is_single(key) for key in ("Ctrl+N", "F6", "Shift+F6", "Alt+Left", "Ctrl+Shift+P"))


def test_the_list_names_every_action_once() -> None:
    listed = [label for _heading, lines in key_lines() for _keys, label in lines]
    assert len(listed) == len(set(listed))
    assert {action.label for action in ACTIONS} == set(listed)


def test_own_keys_act_at_once_and_stand_in_the_list(opened: Opened) -> None:
    opened.settings.set_keys({"theme": ["F9"]})
    opened.press(Key.Key_T)
    assert theme.current().name == "paper"
    opened.press(Key.Key_F9)
    assert theme.current().name != "paper"
    told = dict(line for _heading, lines in key_lines() for line in lines)
    assert told["F9"] == "Next theme"
    opened.settings.set_keys({})
    opened.press(Key.Key_F9)
    opened.settings.set(THEME, "paper")
    opened.press(Key.Key_T)
    assert theme.current().name != "paper"


def test_a_run_of_keys_is_one_line_until_one_of_them_is_changed(opened: Opened) -> None:
    told = [line for _heading, lines in key_lines("desk") for line in lines]
    assert ("1 … 9", "Pick an answer by its number") in told
    opened.settings.set_keys({"option-3": ["F8"]})
    told = [line for _heading, lines in key_lines("desk") for line in lines]
    assert ("F8", "Pick an answer by its number: 3") in told
    assert ("4", "Pick an answer by its number: 4") in told
    opened.settings.set_keys({})


def test_the_list_is_filtered_by_words_and_by_keys_and_copied_as_text(opened: Opened) -> None:
    opened.window.show_keys()
    (shown,) = opened.window.findChildren(KeyList)
    shown.filter.setText("ctrl+k")
    labels = {label.text() for label in shown.findChildren(QLabel) if label.isVisibleTo(shown)}
    assert "Find an action, a source, a question or a setting" in labels
    assert "Next theme" not in labels
    copy = next(button for button in shown.findChildren(QPushButton) if "Copy" in button.text())
    opened.click(copy)
    assert QGuiApplication.clipboard().text().startswith("Everywhere\n  Ctrl+K  Find an action")
    assert lines_with("no such thing anywhere") == []
    assert "\n\n" in as_text(key_lines())
    shown.close()


def test_from_the_list_one_comes_to_where_keys_are_changed(opened: Opened) -> None:
    opened.window.show_keys()
    (shown,) = opened.window.findChildren(KeyList)
    opened.click(next(button for button in shown.findChildren(QPushButton) if "Change" in button.text()))
    page = opened.window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    assert page.keys is not None


def test_the_question_mark_shows_the_list_and_escape_puts_it_away(opened: Opened) -> None:
    opened.type("?")
    shown = opened.window.findChildren(KeyList)
    assert len(shown) == 1
    opened.qtbot.keyClick(shown[0], Key.Key_Escape)  # type: ignore[no-untyped-call]
    opened.wait(lambda: not opened.window.findChildren(KeyList))


def test_the_list_begins_with_the_page_in_view(opened: Opened) -> None:
    opened.go("read-night")
    opened.window.show_keys()
    (shown,) = opened.window.findChildren(KeyList)
    headings = {heading for heading, _lines in key_lines()}
    told = [label.text() for label in shown.findChildren(QLabel) if label.text() in headings]
    assert told[:4] == ["While reading and answering", "In an answer", "At a question", "In a text"]
    assert sorted(told) == sorted(headings)
    assert next(heading for heading, _lines in key_lines("meet")) == "Meeting the sources"
    shown.close()


def test_single_keys_rest_while_one_writes(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    column.focus()
    assert isinstance(opened.focus(), QLineEdit)
    opened.type("n3t")
    assert column.number == 0
    assert theme.current().name == "paper"
    assert column.body is not None
    assert column.body.answer.response().text == "n3t"


def test_single_keys_can_be_switched_off(opened: Opened) -> None:
    opened.go("read-night")
    opened.settings.set(SINGLE_KEYS, False)
    opened.type("n")
    assert opened.desk.column.number == 0
    opened.settings.set(SINGLE_KEYS, True)
    opened.type("n")
    assert opened.desk.column.number == 1


def test_keys_that_are_switched_off_are_not_named_either(opened: Opened) -> None:
    opened.go("read-night")
    card = opened.desk.panes.in_hand.findChildren(QWidget)
    assert any(one.toolTip().endswith("(Shift+C)") for one in card)
    assert key_words("next") == "N, J, Ctrl+Enter"
    opened.settings.set(SINGLE_KEYS, False)
    assert not any(one.toolTip().endswith("(Shift+C)") for one in card)
    assert key_words("next") == "Ctrl+Enter"
    opened.settings.set(SINGLE_KEYS, True)
    assert any(one.toolTip().endswith("(Shift+C)") for one in card)


def test_t_goes_through_the_themes_at_once(opened: Opened) -> None:
    seen = [theme.current().name]
    for _press in range(4):
        opened.type("t")
        assert opened.settings[THEME] == theme.current().name
        seen.append(theme.current().name)
    assert seen[0] == seen[4] == "paper"
    assert sorted(seen[:4]) == ["high-contrast", "night", "paper", "sepia"]


def test_going_back_leads_the_way_one_came(opened: Opened) -> None:
    opened.go("")
    opened.go("read-night")
    opened.press(Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    names = [opened.pages.page.name]
    opened.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    names.append(opened.pages.page.name)
    opened.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    names.append(opened.pages.page.name)
    assert names == ["meet", "desk", "overview"]
    opened.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert opened.window.pages.currentWidget() is opened.window.library


def test_every_page_has_its_place_among_the_keys(opened: Opened) -> None:
    opened.go("read-night")  # by then all pages that are made in the usual way are known
    for name in (*get_args(PlainPage), *get_args(PackPage)):
        assert name in PAGES["everywhere"] or name == "stage", name
    for page in _pages():
        assert page.name in PAGES["everywhere"], page


def _pages() -> list[type[Page]]:
    """List the kinds of page that are known so far."""
    found: list[type[Page]] = []
    waiting: list[type[Page]] = [Page]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        found += [page for page in subclasses if page not in (PackPageBase, AlonePage)]
        waiting += subclasses
    return found


def test_tips_name_the_keys_as_they_are(opened: Opened) -> None:
    opened.go("read-night")
    assert opened.window.bar.menu_button.toolTip() == "Menu (F10)"
    opened.settings.set_keys({"menu": ["F9"], "card": [], "stage-3": ["F8"]})
    tips = {widget.toolTip() for widget in opened.window.findChildren(QWidget)}
    assert {"Menu (F9)", "Who wrote this: the source’s card", "The night (F8)"} <= tips
    assert "Menu (F10)" not in tips
    opened.settings.set_keys({})
    assert opened.window.bar.menu_button.toolTip() == "Menu (F10)"
