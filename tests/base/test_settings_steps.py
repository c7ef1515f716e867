"""Changes of settings are taken back and done again, one act a step."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.declared import ASK_CERTAINTY, TERMS, THEME, VEIL, Setting
from crossread.base.own_settings import OwnSettings
from crossread.base.settings import Settings
from crossread.base.settings_steps import SettingsSteps

SWITCHES: tuple[Setting[bool], ...] = (ASK_CERTAINTY, TERMS, VEIL)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.toml")


def test_a_change_is_taken_back_and_done_again(settings: Settings) -> None:
    steps = SettingsSteps(settings, SWITCHES)
    was = settings[VEIL]
    settings.set(VEIL, not was)
    assert steps.undo() == (VEIL.key,)
    assert settings[VEIL] is was
    assert steps.undo() is None
    assert steps.redo() == (VEIL.key,)
    assert settings[VEIL] is not was
    assert steps.redo() is None


def test_what_was_changed_at_once_is_one_step(settings: Settings) -> None:
    steps = SettingsSteps(settings, SWITCHES)
    before = {one: settings[one] for one in SWITCHES}
    settings.set_all({one: not before[one] for one in SWITCHES})
    assert set(steps.undo() or ()) == {one.key for one in SWITCHES}
    assert {one: settings[one] for one in SWITCHES} == before


def test_a_new_change_forgets_what_was_taken_back(settings: Settings) -> None:
    steps = SettingsSteps(settings, SWITCHES)
    settings.set(VEIL, not settings[VEIL])
    steps.undo()
    settings.set(TERMS, not settings[TERMS])
    assert steps.redo() is None


def test_keys_are_taken_back_too(settings: Settings) -> None:
    steps = SettingsSteps(settings, SWITCHES)
    settings.set_keys({"find": ["Ctrl+K"]})
    settings.set_keys({"find": ["Ctrl+L"]})
    assert steps.undo() == ("keys",)
    assert settings.keys() == {"find": ("Ctrl+K",)}
    steps.undo()
    assert settings.keys() == {}


def test_what_is_not_watched_is_left_alone(settings: Settings) -> None:
    steps = SettingsSteps(settings, SWITCHES)
    settings.set(THEME, "night")
    assert steps.undo() is None
    assert settings[THEME] == "night"


def test_a_learners_and_the_machines_settings_go_back_where_they_are_kept(tmp_path: Path) -> None:
    machine = Settings(tmp_path / "settings.toml")
    own = OwnSettings(tmp_path / "own.toml", machine)
    steps = SettingsSteps(own, SWITCHES)
    was = machine[VEIL]
    own.set(VEIL, not was)
    assert steps.undo() == (VEIL.key,)
    assert own[VEIL] is was
    assert machine[VEIL] is was


@given(st.lists(st.tuples(st.sampled_from(range(3)), st.booleans()), max_size=12))
def test_all_steps_taken_back_lead_to_the_beginning_and_done_again_to_the_end(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[int, bool]]
) -> None:
    settings = Settings(tmp_path_factory.mktemp("steps") / "settings.toml")
    steps = SettingsSteps(settings, SWITCHES)
    before = [settings[one] for one in SWITCHES]
    for which, value in acts:
        settings.set(SWITCHES[which], value)
    after = [settings[one] for one in SWITCHES]
    while steps.undo() is not None:
        pass
    assert [settings[one] for one in SWITCHES] == before
    while steps.redo() is not None:
        pass
    assert [settings[one] for one in SWITCHES] == after
