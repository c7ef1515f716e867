import tomllib
from pathlib import Path
from typing import Any

import pytest

from crossread.base.declared import DECLARED, LANGUAGE, SINGLE_KEYS, TEXT_SIZE, THEME
from crossread.base.settings import Settings


def test_a_setting_has_its_default_until_it_is_set_and_is_kept_then(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    settings = Settings(path)
    assert settings[TEXT_SIZE] == 17

    settings.set(TEXT_SIZE, 22)

    assert settings[TEXT_SIZE] == 22
    assert Settings(path)[TEXT_SIZE] == 22


@pytest.mark.parametrize("wrong", [11, 35, True, "17", 17.0])
def test_a_text_size_that_does_not_fit_is_refused_and_changes_nothing(tmp_path: Path, wrong: Any) -> None:
    settings = Settings(tmp_path / "settings.toml")
    with pytest.raises(ValueError, match="text-size"):
        settings.set(TEXT_SIZE, wrong)
    assert settings[TEXT_SIZE] == 17


def test_a_value_spoilt_by_hand_counts_as_not_set_and_the_others_stand(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "pink"\ntext-size = 20\nsingle-keys = "no"\n')
    settings = Settings(path)
    assert (settings[THEME], settings[TEXT_SIZE], settings[SINGLE_KEYS]) == ("system", 20, True)


def test_a_file_that_is_no_toml_is_kept_aside_and_the_program_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\x00 = [")
    settings = Settings(path)

    assert settings.trouble == "put-aside"
    assert settings[THEME] == "system"
    settings.set(THEME, "night")
    assert (tmp_path / "settings.damaged.toml").read_bytes() == b"\xff\x00 = ["
    assert Settings(path)[THEME] == "night"


def test_a_file_that_the_disk_does_not_give_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "night"\n')

    def refuse(_path: Path, *_arguments: object) -> str:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", refuse)
        settings = Settings(path)
    before = settings.trouble
    settings.set(TEXT_SIZE, 20)
    assert (before, settings.trouble) == ("unread", "put-aside")
    assert (tmp_path / "settings.damaged.toml").read_text() == 'theme = "night"\n'


def test_where_there_can_be_no_settings_none_are_missed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert Settings(tmp_path / "file" / "settings.toml").trouble == ""


def test_keys_of_a_newer_version_are_kept_when_this_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('from-the-future = "yes"\n')
    Settings(path).set(LANGUAGE, "de")
    assert tomllib.loads(path.read_text())["from-the-future"] == "yes"


def test_places_are_remembered_and_one_does_not_disturb_another(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings = Settings(path)
    settings.remember("window", {"width": 1366, "maximised": False})
    settings.remember("desk", {"column": 360})

    again = Settings(path)
    assert again.place("window") == {"width": 1366, "maximised": False}
    assert again.place("desk") == {"column": 360}
    assert again.place("never") == {}


def test_places_spoilt_by_hand_are_forgotten_not_fatal(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('places = "nowhere"\n')
    settings = Settings(path)
    assert settings.place("window") == {}
    settings.remember("window", {"width": 1})
    assert Settings(path).place("window") == {"width": 1}


def test_listeners_hear_which_setting_changed_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    heard: list[str] = []
    settings.listen(heard.append)
    settings.set(THEME, "night")
    settings.set(THEME, "night")
    assert heard == ["theme"]


def test_several_settings_change_together_before_anybody_hears_of_the_first(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    seen: list[tuple[str, str, int]] = []
    settings.listen(lambda key: seen.append((key, settings[THEME], settings[TEXT_SIZE])))
    settings.set_all({THEME: "night", TEXT_SIZE: 20, SINGLE_KEYS: True})
    assert seen == [("theme", "night", 20), ("text-size", "night", 20)]
    assert Settings(tmp_path / "settings.toml")[TEXT_SIZE] == 20


def test_settings_that_are_written_later_hold_at_once_and_are_written_when_it_is_time(
    tmp_path: Path,
) -> None:
    path, asked = tmp_path / "settings.toml", []
    settings = Settings(path)
    settings.write_later(lambda: asked.append(True))
    settings.set(THEME, "night")
    settings.remember("window", {"width": 3})
    assert (settings[THEME], len(asked), path.exists()) == ("night", 2, False)
    settings.write()
    assert Settings(path)[THEME] == "night"
    settings.set(THEME, "sepia")
    settings.write_later(None)
    assert Settings(path)[THEME] == "sepia"
    settings.set(THEME, "paper")
    assert Settings(path)[THEME] == "paper"


def test_what_the_disk_refused_is_written_when_it_is_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("in the way")
    settings = Settings(folder / "settings.toml")
    settings.write_later(lambda: None)
    settings.set(THEME, "night")
    with pytest.raises(OSError, match="data"):
        settings.write()
    folder.unlink()
    settings.write()
    assert Settings(folder / "settings.toml")[THEME] == "night"


def test_where_one_of_several_does_not_fit_none_is_changed(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    with pytest.raises(ValueError, match="text-size"):
        settings.set_all({THEME: "night", TEXT_SIZE: 400})
    assert settings[THEME] == "system"


def test_every_declared_setting_has_a_fitting_default_words_and_a_key_of_its_own() -> None:
    assert all(setting.fits(setting.default) for setting in DECLARED)
    assert all(setting.label and setting.help for setting in DECLARED)
    assert len({setting.key for setting in DECLARED}) == len(DECLARED)


def test_own_keys_are_kept_by_action_and_told_of(tmp_path: Path) -> None:
    told: list[str] = []
    settings = Settings(tmp_path / "settings.toml")
    settings.listen(told.append)
    settings.set_keys({"flag": ["F9"], "check": []})
    settings.set_keys({"flag": ["F9"], "check": []})
    assert told == ["keys"]
    assert Settings(tmp_path / "settings.toml").keys() == {"flag": ("F9",), "check": ()}


@pytest.mark.parametrize("wrong", ["keys = 3", "keys = ['F9']", "[keys]\nflag = 'F9'", "[keys]\nflag = [9]"])
def test_own_keys_that_are_no_lists_of_words_count_as_not_there(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(wrong)
    assert Settings(path).keys() == {}
