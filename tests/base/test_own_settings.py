"""A learner's own settings: what they chose is theirs, what they did not is as on the machine."""

from pathlib import Path

from crossread.base.declared import LANGUAGE, MODE, OWN, RULER, TEXT_SIZE, THEME
from crossread.base.own_settings import OwnSettings
from crossread.base.settings import Settings


def both(folder: Path) -> tuple[Settings, OwnSettings]:
    machine = Settings(folder / "settings.toml")
    return machine, OwnSettings(folder / "learners" / "a" / "settings.toml", machine)


def test_a_learner_begins_with_what_the_machine_has_and_changes_only_their_own(tmp_path: Path) -> None:
    machine, own = both(tmp_path)
    machine.set(TEXT_SIZE, 20)
    assert own[TEXT_SIZE] == 20
    own.set(TEXT_SIZE, 30)
    own.set_all({THEME: "night", RULER: "band"})
    assert (machine[TEXT_SIZE], machine[THEME]) == (20, "system")
    _machine, again = both(tmp_path)
    assert (again[TEXT_SIZE], again[THEME], again[RULER]) == (30, "night", "band")


def test_what_is_the_machine_s_is_changed_for_all(tmp_path: Path) -> None:
    machine, own = both(tmp_path)
    heard: list[str] = []
    own.listen(heard.append)
    own.set(MODE, "classroom")
    own.set_all({LANGUAGE: "x-mirrored", TEXT_SIZE: 18})
    assert (machine[MODE], machine[LANGUAGE]) == ("classroom", "x-mirrored")
    assert set(heard) == {"mode", "language", "text-size"}
    assert "mode" not in OWN


def test_where_the_window_stood_is_the_machine_s_and_where_one_was_the_learner_s(tmp_path: Path) -> None:
    machine, own = both(tmp_path)
    own.remember("window", {"geometry": "x"})
    own.remember("last", {"pack": "p"})
    assert machine.place("window")
    assert not machine.place("last")
    assert own.place("last") == {"pack": "p"}


def test_own_keys_stand_in_the_place_of_the_machine_s(tmp_path: Path) -> None:
    machine, own = both(tmp_path)
    machine.set_keys({"ruler": ["F7"]})
    assert own.keys() == {"ruler": ("F7",)}
    own.set_keys({})
    assert own.keys() == {}
    assert machine.keys()


def test_what_is_written_later_is_written_in_both_files(tmp_path: Path) -> None:
    asked: list[None] = []
    _machine, own = both(tmp_path)
    own.write_later(lambda: asked.append(None))
    own.set(TEXT_SIZE, 30)
    own.set(MODE, "open")
    assert len(asked) == 2
    own.write()
    assert Settings(tmp_path / "settings.toml")[MODE] == "open"
    assert "30" in (tmp_path / "learners" / "a" / "settings.toml").read_text()
    own.write_later(None)


def test_a_damaged_file_of_a_learner_is_told_and_put_aside(tmp_path: Path) -> None:
    (tmp_path / "learners" / "a").mkdir(parents=True)
    (tmp_path / "learners" / "a" / "settings.toml").write_bytes(b"= =")
    machine, own = both(tmp_path)
    machine.set(TEXT_SIZE, 21)
    assert own.trouble == "put-aside"
    assert own[TEXT_SIZE] == 21
