"""All settings: made from their declarations, held at once, found by words, reached by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from crossread.base.declared import (
    ALIGNMENT,
    DECLARED,
    EXAM_RESULTS,
    LEARNER,
    LINE_HEIGHT,
    MEASURE,
    SINGLE_KEYS,
    TEXT_FACE,
    TEXT_SIZE,
    THEME,
    Setting,
)
from crossread.desktop.pages.settings.settings_page import SettingsPage
from crossread.desktop.pages.settings.settings_rows import FixedRow, NumberRow, SettingRow, SwitchRow
from crossread.desktop.pages.settings.settings_words import GROUPS, stepped, value_label
from crossread.desktop.place import Place
from crossread.desktop.theme import fonts, theme
from crossread.desktop.widgets.picking.segmented import Segmented
from tests.desktop.pages.conftest import Opened, words_of

Key = Qt.Key


@pytest.fixture
def page(opened: Opened) -> SettingsPage:
    opened.press(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    shown = opened.window.pages.currentWidget()
    assert isinstance(shown, SettingsPage)
    return shown


def _go(page: SettingsPage, setting: Setting[Any]) -> SettingRow:
    page.go_to(Place("settings", about=setting.key))
    row = page.rows[setting.key]
    assert isinstance(row, SettingRow)
    return row


def _fits(page: SettingsPage) -> Callable[[], bool]:
    return lambda: page._area.viewport().childrenRect().width() <= page._area.viewport().width() + 1


def _button(widget: QWidget, words: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if words in one.accessibleName())


def test_every_setting_that_is_not_locked_has_a_row_with_its_name_and_its_help(page: SettingsPage) -> None:
    shown: set[str] = set()
    for group in GROUPS:
        page.go_to(Place("settings", about=group))
        for key, row in page.rows.items():
            if key == "preset":
                continue
            setting = next(one for one in DECLARED if one.key == key)
            assert {setting.label, setting.help} <= {label.text() for label in row.findChildren(QLabel)}
        shown |= set(page.rows)
    assert shown == {"preset", *(one.key for one in DECLARED if one.who != "locked")}
    assert LEARNER.key not in shown


def test_a_number_goes_by_its_step_to_its_bounds_and_tells_its_unit(
    page: SettingsPage, opened: Opened
) -> None:
    row = _go(page, TEXT_SIZE)
    assert isinstance(row, NumberRow)
    opened.click(_button(row, "more"))
    assert opened.settings[TEXT_SIZE] == 18
    assert theme.current().text_size == 18
    assert "18\u202fpx" in words_of(row)
    opened.settings.set(TEXT_SIZE, 34)
    assert not _button(row, "more").isEnabled()
    assert (stepped(MEASURE, 98, 1), stepped(MEASURE, 40, -1)) == (100, 38)


def test_the_row_of_the_text_size_stays_in_view_however_large_the_text_becomes(
    page: SettingsPage, opened: Opened
) -> None:
    opened.window.resize(1366, 768)
    row = _go(page, TEXT_SIZE)
    for size in range(18, 35):
        opened.click(_button(row, "more"))
        assert opened.settings[TEXT_SIZE] == size
        opened.wait(
            lambda: (
                page._area.viewport().rect().contains(row.mapTo(page._area.viewport(), row.rect().center()))
            )
        )


def test_what_was_changed_says_what_is_usual_and_goes_back_to_it(page: SettingsPage, opened: Opened) -> None:
    row = _go(page, TEXT_SIZE)
    usual = _button(row, "back to the usual")
    assert usual.isHidden()
    opened.settings.set(TEXT_SIZE, 20)
    assert not usual.isHidden()
    assert usual.text() == "Usual: 17\u202fpx"
    usual.setFocus()
    opened.press(Key.Key_Space)
    assert opened.settings[TEXT_SIZE] == 17
    assert usual.isHidden()
    focus = opened.window.focusWidget()
    assert focus is not None
    assert row.isAncestorOf(focus)  # the focus is not lost with the button


def test_choices_and_switches_are_changed_by_keyboard_and_hold_at_once(
    page: SettingsPage, opened: Opened
) -> None:
    row = _go(page, THEME)
    row.setFocus()
    opened.press(Key.Key_Right)
    opened.press(Key.Key_Right)
    assert opened.settings[THEME] == "sepia"
    assert theme.current().name == "sepia"
    switch = _go(page, SINGLE_KEYS)
    assert isinstance(switch, SwitchRow)
    switch.setFocus()
    opened.press(Key.Key_Left)
    assert opened.settings[SINGLE_KEYS] is False


def test_what_the_teacher_sets_is_shown_with_who_sets_it_and_cannot_be_changed(page: SettingsPage) -> None:
    row = _go(page, EXAM_RESULTS)
    assert isinstance(row, FixedRow)
    assert "On · set by the teacher" in words_of(row)
    assert row.findChildren(Segmented) == []


def test_words_find_settings_of_all_groups_by_name_help_and_values(page: SettingsPage) -> None:
    page.field.setText("justifíed")
    assert list(page.rows) == [ALIGNMENT.key]
    page.field.setText("line")
    assert {"line-height", "measure", "ruler"} <= set(page.rows)
    page.field.setText("xyzzy")
    assert page.rows == {}
    assert "No setting speaks of that" in words_of(page)
    page.field.clear()
    assert THEME.key in page.rows


def test_ctrl_f_leads_to_the_field_and_f6_round_the_parts(page: SettingsPage, opened: Opened) -> None:
    opened.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.field.hasFocus()
    opened.press(Key.Key_F6)
    focus = opened.window.focusWidget()
    assert focus is not None
    assert page.tabs.isAncestorOf(focus)


def test_the_sample_looks_as_texts_do_and_stands_only_beside_settings_of_looks(
    page: SettingsPage, opened: Opened
) -> None:
    _go(page, TEXT_SIZE)
    opened.settings.set(TEXT_SIZE, 26)
    assert page.preview.view.text_size() == 26
    assert page.preview.isVisibleTo(page)
    page.go_to(Place("settings", about="answering"))
    assert not page.preview.isVisibleTo(page)


@pytest.mark.parametrize("width", [560, 700, 1366])
@pytest.mark.parametrize("size", [17, 34])
def test_nothing_is_wider_than_the_page(page: SettingsPage, opened: Opened, width: int, size: int) -> None:
    opened.window.resize(width, 700)
    opened.settings.set(TEXT_SIZE, size)
    for group in GROUPS:
        page.go_to(Place("settings", about=group))
        opened.wait(_fits(page))
        inside = page._area.viewport()
        for row in page.rows.values():
            right = row.mapTo(inside, row.rect().topRight()).x()
            assert right <= inside.width(), (group, row)
            assert row.width() >= row.minimumSizeHint().width(), (group, row)


@pytest.mark.parametrize("width", [1366, 1920])
def test_the_sample_stands_beside_what_changes_it_in_the_middle_of_the_page(
    page: SettingsPage, opened: Opened, width: int
) -> None:
    opened.window.resize(width, 900)
    opened.wait(lambda: page.width() == width)
    page.go_to(Place("settings", about="text"))
    opened.wait(lambda: page.preview.isVisible() and page._area.width() > 0)
    QApplication.processEvents()
    rows, sample = page._area.geometry(), page.preview.geometry()
    assert 0 < sample.left() - rows.right() < 40
    left, right = rows.left(), page.width() - 1 - sample.right()
    assert abs(left - right) < 48


def test_the_buttons_of_numbers_stand_in_one_line_and_stay_there(page: SettingsPage, opened: Opened) -> None:
    page.go_to(Place("settings", about="text"))
    numbers = [row for row in page.rows.values() if isinstance(row, NumberRow)]
    others = [row for row in numbers if row.setting is not TEXT_SIZE]

    def less() -> set[int]:
        QApplication.processEvents()
        return {_button(row, "less").mapTo(page, QPoint(0, 0)).x() for row in others}

    assert len(others) > 3
    at_first = less()
    assert len(at_first) == 1
    for row in others:
        opened.settings.set(row.setting, row.setting.high)
    assert less() == at_first


def test_a_preset_sets_several_settings_and_own_ones_show_no_preset(
    page: SettingsPage, opened: Opened
) -> None:
    page.go_to(Place("settings", about="preset"))
    row = page.rows["preset"]
    row.setFocus()
    for _press in range(3):
        opened.press(Key.Key_Right)
    assert opened.settings[TEXT_FACE] == "dyslexic"
    assert "Only you can tell" in words_of(row)
    opened.settings.set(LINE_HEIGHT, 210)
    assert "Your own settings" in words_of(row)
    page.field.setText("airy")
    assert list(page.rows) == ["preset"]


def test_values_are_told_in_words() -> None:
    assert value_label(THEME, "system") == "As the system"
    assert value_label(SINGLE_KEYS, True) == "On"
    for setting in DECLARED:
        for value in setting.choices:
            assert value_label(setting, value) != value, (setting.key, value)


def test_a_face_that_is_not_installed_is_said_to_be_missing(
    opened: Opened, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "family_of", lambda _face: "Verdana")
    row = _go(page, TEXT_FACE)
    opened.settings.set(TEXT_FACE, "dyslexic")
    assert "OpenDyslexic is not installed here; Verdana takes its place." in words_of_all(row)
    opened.settings.set(TEXT_FACE, "serif")
    assert "not installed" not in words_of_all(row)


def words_of_all(row: SettingRow) -> str:
    return "\n".join(label.text() for label in row.findChildren(QLabel) if not label.isHidden())


def test_ctrl_z_takes_the_last_change_back_wherever_its_row_is(page: SettingsPage, opened: Opened) -> None:
    settings = page._around.settings
    theme_before, size_before = settings[THEME], settings[TEXT_SIZE]
    _go(page, THEME).change("night")
    _go(page, TEXT_SIZE).change(size_before + 2)
    page.tabs.setFocus()
    page._choose("keys")
    opened.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert settings[TEXT_SIZE] == size_before
    assert page.rows[TEXT_SIZE.key].isAncestorOf(opened.focus())
    opened.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert settings[THEME] == theme_before
    assert page.rows[THEME.key].isAncestorOf(opened.focus())
    opened.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert settings[THEME] == "night"
