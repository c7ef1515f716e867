"""Settings are seen first and written then."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crossread.base.declared import TEXT_SIZE, THEME
from crossread.base.settings import Settings
from crossread.desktop.settings_writer import SettingsWriter


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_a_change_is_written_once_it_has_rested(qtbot: QtBot, path: Path, qapp: QObject) -> None:
    settings = Settings(path)
    writer = SettingsWriter(settings, qapp)
    for size in (18, 19, 20):
        settings.set(TEXT_SIZE, size)
    assert settings[TEXT_SIZE] == 20
    assert not path.exists()
    qtbot.waitUntil(path.exists)
    assert Settings(path)[TEXT_SIZE] == 20
    writer.end()
    writer.deleteLater()


def test_what_has_not_rested_is_written_at_the_end(path: Path, qapp: QObject) -> None:
    settings = Settings(path)
    writer = SettingsWriter(settings, qapp)
    settings.set(THEME, "sepia")
    writer.end()
    assert Settings(path)[THEME] == "sepia"
    settings.set(THEME, "night")
    assert Settings(path)[THEME] == "night"
    writer.deleteLater()


def test_a_disk_that_refuses_is_no_hindrance(
    monkeypatch: pytest.MonkeyPatch, path: Path, qapp: QObject
) -> None:
    def refuse(_path: Path, _content: bytes) -> None:
        raise OSError

    monkeypatch.setattr("crossread.base.settings.write_atomically", refuse)
    settings = Settings(path)
    writer = SettingsWriter(settings, qapp)
    settings.set(THEME, "sepia")
    writer.write()
    writer.end()
    assert settings[THEME] == "sepia"
    writer.deleteLater()
