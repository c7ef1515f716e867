"""A learner's own settings: what they chose is theirs, what they did not is as the program has it."""

from pathlib import Path

from crossread.base.declared import LANGUAGE, MODE, OWN, RULER, TEXT_SIZE, THEME
from crossread.base.own_settings import OwnSettings, begin_own, forget_own
from crossread.base.settings import Settings


def both(folder: Path) -> tuple[Settings, OwnSettings]:
    machine = Settings(folder / "settings.toml")
    (folder / "learners" / "a").mkdir(parents=True, exist_ok=True)
    return machine, OwnSettings(folder / "learners" / "a" / "settings.toml", machine)


def test_a_new_learner_begins_with_the_program_s_own_look_whoever_read_before(tmp_path: Path) -> None:
    machine = Settings(tmp_path / "settings.toml")
    machine.set_all({TEXT_SIZE: 30, THEME: "night"})
    machine.set_keys({"ruler": ["F7"]})
    begin_own(tmp_path / "learners" / "a")
    _machine, own = both(tmp_path)
    assert (own[TEXT_SIZE], own[THEME], own.keys()) == (17, "system", {})
    own.set(TEXT_SIZE, 20)
    assert (machine[TEXT_SIZE], both(tmp_path)[1][TEXT_SIZE]) == (30, 20)


def test_who_had_settings_over_the_machine_s_keeps_what_they_saw_and_it_is_theirs_from_then_on(
    tmp_path: Path,
) -> None:
    machine = Settings(tmp_path / "settings.toml")
    machine.set_all({TEXT_SIZE: 30, THEME: "night", MODE: "classroom"})
    machine.set_keys({"ruler": ["F7"]})
    (tmp_path / "learners" / "a").mkdir(parents=True, exist_ok=True)
    file = tmp_path / "learners" / "a" / "settings.toml"
    file.write_text('theme = "sepia"\nfrom-a-later-version = 3\n')
    _machine, own = both(tmp_path)
    assert (own[TEXT_SIZE], own[THEME], own.keys()) == (30, "sepia", {"ruler": ("F7",)})
    machine.set_all({TEXT_SIZE: 12, THEME: "paper"})
    machine.set_keys({})
    _machine, again = both(tmp_path)
    assert (again[TEXT_SIZE], again[THEME], again.keys()) == (30, "sepia", {"ruler": ("F7",)})
    assert "from-a-later-version" in file.read_text()
    assert "classroom" not in file.read_text()


def test_who_read_alone_takes_along_where_they_were_and_nobody_else_does(tmp_path: Path) -> None:
    machine = Settings(tmp_path / "settings.toml")
    machine.remember("last", {"pack": "p"})
    machine.remember("window", {"geometry": "x"})
    one = OwnSettings(tmp_path / "one.toml", machine, before=True)
    other = OwnSettings(tmp_path / "other.toml", machine)
    assert (one.place("last"), other.place("last")) == ({"pack": "p"}, {})
    assert "geometry" not in (tmp_path / "one.toml").read_text()


def test_a_learner_s_own_are_kept_in_their_file_alone(tmp_path: Path) -> None:
    machine, own = both(tmp_path)
    own.set(TEXT_SIZE, 30)
    own.set_all({THEME: "night", RULER: "band"})
    assert (machine[TEXT_SIZE], machine[THEME]) == (17, "system")
    _machine, again = both(tmp_path)
    assert (again[TEXT_SIZE], again[THEME], again[RULER]) == (30, "night", "band")


def test_what_a_machine_had_of_one_who_read_alone_is_forgotten_and_what_is_its_own_stays(
    tmp_path: Path,
) -> None:
    machine = Settings(tmp_path / "settings.toml")
    machine.set_all({TEXT_SIZE: 30, MODE: "open"})
    machine.set_keys({"ruler": ["F7"]})
    machine.remember("last", {"pack": "p"})
    machine.remember("window", {"geometry": "x"})
    forget_own(machine)
    again = Settings(tmp_path / "settings.toml")
    assert (again[TEXT_SIZE], again[MODE], again.keys()) == (17, "open", {})
    assert (again.place("last"), again.place("window")) == ({}, {"geometry": "x"})


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
    (tmp_path / "learners" / "a").mkdir(parents=True, exist_ok=True)
    (tmp_path / "learners" / "a" / "settings.toml").write_bytes(b"= =")
    machine, own = both(tmp_path)
    machine.set(TEXT_SIZE, 21)
    assert own.trouble == "put-aside"
    assert own[TEXT_SIZE] == 17  # the machine's look may be that of somebody else
