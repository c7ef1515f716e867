"""Presets of how texts look: settings that go together, chosen at once and in turn."""

from pathlib import Path

import pytest

from crossread.base.declared import (
    ALIGNMENT,
    LETTER_SPACE,
    LINE_HEIGHT,
    MEASURE,
    PARAGRAPH_SPACE,
    TEXT_FACE,
    TEXT_SIZE,
    THEME,
    WORD_SPACE,
)
from crossread.base.settings import Settings
from crossread.desktop.theme.fonts import FACES, face_note, family_of
from crossread.desktop.theme.presets import DECIDED, PRESETS, Preset, apply_preset, preset_of, turn_preset


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.toml")


@pytest.mark.parametrize("preset", PRESETS, ids=[preset.id for preset in PRESETS])
def test_all_values_of_a_preset_fit_and_are_told_again_as_that_preset(
    settings: Settings, preset: Preset
) -> None:
    assert set(preset.values) <= set(DECIDED)
    apply_preset(settings, preset)
    assert preset_of(settings) == preset
    for setting in DECIDED:
        assert settings[setting] == preset.value(setting)


def test_the_first_preset_is_how_texts_stand_at_first(settings: Settings) -> None:
    assert preset_of(settings) == PRESETS[0]


def test_a_preset_takes_back_what_the_one_before_had_changed(settings: Settings) -> None:
    apply_preset(settings, PRESETS[3])
    apply_preset(settings, PRESETS[1])
    assert settings[TEXT_FACE] == "serif"
    assert settings[LETTER_SPACE] == 0


def test_settings_of_ones_own_are_no_preset_and_the_key_leads_from_them_to_the_first(
    settings: Settings,
) -> None:
    settings.set(LINE_HEIGHT, 210)
    assert preset_of(settings) is None
    assert turn_preset(settings) == PRESETS[0]


def test_the_key_goes_through_all_presets_and_leaves_theme_and_size_alone(settings: Settings) -> None:
    settings.set(THEME, "night")
    settings.set(TEXT_SIZE, 21)
    seen = [turn_preset(settings).id for _turn in range(4)]
    assert seen == ["airy", "compact", "dyslexia", "usual"]
    assert (settings[THEME], settings[TEXT_SIZE]) == ("night", 21)


def test_the_preset_for_dyslexia_keeps_to_what_its_sources_say(settings: Settings) -> None:
    apply_preset(settings, next(preset for preset in PRESETS if preset.id == "dyslexia"))
    assert settings[LINE_HEIGHT] >= 150
    assert settings[ALIGNMENT] == "ragged"
    assert settings[MEASURE] <= 70
    assert settings[PARAGRAPH_SPACE] >= 100
    space = 25  # of the text size, about what faces have between words
    assert space + settings[WORD_SPACE] + settings[LETTER_SPACE] >= 3.5 * settings[LETTER_SPACE] > 0


def test_a_face_that_is_not_there_is_said_to_be_another(monkeypatch: pytest.MonkeyPatch) -> None:
    from crossread.desktop.theme import fonts

    def has(*families: str) -> None:
        class Database:
            @staticmethod
            def hasFamily(family: str) -> bool:  # noqa: N802  (the name is Qt’s)
                return family in families

        monkeypatch.setattr(fonts, "QFontDatabase", Database)

    has("OpenDyslexic", "Verdana")
    assert (family_of("dyslexic"), face_note("dyslexic")) == ("OpenDyslexic", "")
    has("Verdana", "DejaVu Sans")
    assert family_of("dyslexic") == "Verdana"
    assert face_note("dyslexic") == "OpenDyslexic is not installed here; Verdana takes its place."
    has()
    assert face_note("dyslexic").endswith("the system’s own letters take its place.")
    assert all(face_note(face) == "" for face in FACES if face != "dyslexic")
