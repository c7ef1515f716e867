"""Looks: what the settings and the system ask for reaches the window at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from crossread.base import declared
from crossread.base.settings import Settings
from crossread.desktop.appearance import SystemLook, take_up, turn_ruler, turn_theme
from crossread.desktop.theme import theme
from crossread.desktop.theme.motion import motion_allowed
from crossread.desktop.theme.typography import ReadingAids, Typography
from tests.desktop.theme.test_theme import DARK, LIGHT, MORE, FakeHints


class StillStyle:
    """The style of a system that wants no widget to move."""

    def styleHint(self, _hint: QStyle.StyleHint) -> int:
        return 0


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Iterator[Settings]:
    made = Settings(tmp_path / "settings.toml")
    yield made
    theme.apply(qapp, theme.load_theme("paper"), theme.READING, Typography(), ReadingAids())
    QApplication.setCursorFlashTime(-1)


def test_the_settings_reach_the_look(settings: Settings) -> None:
    settings.set(declared.THEME, "sepia")
    settings.set(declared.TEXT_SIZE, 22)
    settings.set(declared.TEXT_FACE, "sans")
    settings.set(declared.LINE_HEIGHT, 180)
    settings.set(declared.MEASURE, 54)
    settings.set(declared.PARAGRAPH_SPACE, 0)
    settings.set(declared.LETTER_SPACE, 6)
    settings.set(declared.WORD_SPACE, 20)
    settings.set(declared.ALIGNMENT, "justified")
    settings.set(declared.PARAGRAPH_NUMBERS, value=False)
    settings.set(declared.RULER, "line")
    assert take_up(settings)
    look = theme.current()
    assert (look.name, look.text_size) == ("sepia", 22)
    assert look.typography == Typography("sans", 1.8, 54, 0.0, 0.06, 0.2, justified=True)
    assert look.aids == ReadingAids(numbers=False, ruler="line")


def test_what_holds_already_is_not_applied_again(settings: Settings, qtbot: QtBot) -> None:
    take_up(settings)
    with qtbot.assertNotEmitted(theme.changes().text_set):
        assert not take_up(settings)


def test_texts_that_stand_otherwise_leave_the_window_as_it_is(settings: Settings, qtbot: QtBot) -> None:
    take_up(settings)
    settings.set(declared.LINE_HEIGHT, 200)
    with qtbot.waitSignal(theme.changes().text_set):
        assert not take_up(settings)


def test_the_key_goes_through_all_themes_and_back_to_the_first(settings: Settings) -> None:
    settings.set(declared.THEME, "paper")
    seen = []
    for _turn in range(5):
        take_up(settings)
        seen.append(theme.current().name)
        turn_theme(settings)
    assert seen == ["paper", "sepia", "night", "high-contrast", "paper"]


def test_the_key_of_the_ruler_goes_through_band_and_line_to_none(settings: Settings) -> None:
    seen = []
    for _turn in range(3):
        turn_ruler(settings)
        seen.append(settings[declared.RULER])
    assert seen == ["band", "line", "off"]


def test_who_follows_the_system_turns_dark_and_to_more_contrast_with_it(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, qapp: QApplication
) -> None:
    whole = QObject(qapp)
    look, hints = SystemLook(settings, whole), qapp.styleHints()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: FakeHints(DARK))
    hints.colorSchemeChanged.emit(DARK)
    assert theme.current().name == "night"
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: FakeHints(LIGHT, MORE))
    hints.accessibility().contrastPreferenceChanged.emit(MORE)
    assert theme.current().name == "high-contrast"
    assert look.parent() is whole
    whole.deleteLater()


def test_who_chose_paper_keeps_it_when_the_system_turns_dark(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, qapp: QApplication
) -> None:
    settings.set(declared.THEME, "paper")
    whole = QObject(qapp)
    look, hints = SystemLook(settings, whole), qapp.styleHints()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: FakeHints(DARK))
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().name == "paper"
    look.deleteLater()
    whole.deleteLater()


def test_nothing_moves_where_the_learner_wants_no_motion_not_even_the_caret(settings: Settings) -> None:
    take_up(settings)
    assert QApplication.cursorFlashTime() > 0
    settings.set(declared.MOTION, "none")
    take_up(settings)
    assert not motion_allowed(settings)
    assert QApplication.cursorFlashTime() == 0
    settings.set(declared.MOTION, "system")
    take_up(settings)
    assert motion_allowed(settings)
    assert QApplication.cursorFlashTime() > 0


def test_nothing_moves_where_the_system_wants_no_motion(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    assert motion_allowed(settings)
    monkeypatch.setattr(QApplication, "style", StillStyle)
    assert not motion_allowed(settings)
