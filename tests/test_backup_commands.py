"""`crossread backup` and `crossread verify`, as they are typed."""

import re
from pathlib import Path

import pytest

from crossread.base.clock import SystemClock
from crossread.base.declared import LEARNER, MODE
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.cli import main
from crossread.operations.learners.learner import current_learner
from crossread.operations.learners.learners import add_learner, learners
from crossread.record import open_copy
from crossread.record.backup_names import list_backups
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.second_log import log_files
from tests.record.another_program import another_program
from tests.record.making import answer

Said = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a data folder with a learner who gave three answers; return the learner's folder."""
    folders = DataFolders(tmp_path / "data")
    return given(folders.learners / current_learner(folders, Settings(folders.settings)), 3)


def given(folder: Path, answers: int) -> Path:
    record = Record.open(folder, SystemClock())
    record.check()
    record.append([answer(number) for number in range(answers)])
    record.close()
    return folder


def run(folder: Path, *typed: str) -> int:
    command, *rest = typed
    return main([command, "--data", str(folder.parent.parent), *rest])


def answers_in(folder: Path) -> int:
    record = Record.open(folder, SystemClock())
    record.check()
    count = sum(entry.kind == "answered" for entry in record.entries())
    record.close()
    return count


def test_a_backup_is_made_listed_and_put_back(folder: Path, capsys: Said) -> None:
    assert run(folder, "backup") == 0
    assert "3 answers" in capsys.readouterr().out
    given(folder, 2)
    assert run(folder, "backup", "--list") == 0
    (line,) = [one for one in capsys.readouterr().out.splitlines() if "asked for" in one]
    number = line.split()[0]
    assert run(folder, "backup", "--restore", number) == 0
    said = capsys.readouterr().out
    assert answers_in(folder) == 3
    back = re.search(r"--restore (\d+)", said)
    assert back is not None
    assert run(folder, "backup", "--restore", back[1]) == 0
    assert answers_in(folder) == 5


def test_a_copy_goes_where_it_is_wished_and_replaces_nothing(
    folder: Path, tmp_path: Path, capsys: Said
) -> None:
    to = tmp_path / "copy.sqlite"
    assert run(folder, "backup", "--to", str(to)) == 0
    assert to.read_bytes() == list_backups(folder)[0].path.read_bytes()
    before = len(list_backups(folder))
    assert run(folder, "backup", "--to", str(to)) == 1
    assert "copy.sqlite is there already" in capsys.readouterr().err
    assert len(list_backups(folder)) == before


def test_a_copy_is_put_back_by_its_file(folder: Path, tmp_path: Path, capsys: Said) -> None:
    to = tmp_path / "copy.sqlite"
    run(folder, "backup", "--to", str(to))
    given(folder, 4)
    assert run(folder, "backup", "--restore", str(to)) == 0
    assert "brought back from a copy" in capsys.readouterr().out
    assert answers_in(folder) == 3


def test_with_nothing_there_that_is_said(tmp_path: Path, capsys: Said) -> None:
    data = ["--data", str(tmp_path / "data")]
    assert main(["backup", "--list", *data]) == 0
    assert "no backups yet" in capsys.readouterr().out
    assert main(["backup", *data]) == 0
    assert "nothing to back up yet" in capsys.readouterr().out


def test_before_anyone_was_here_there_is_nothing_to_verify(tmp_path: Path, capsys: Said) -> None:
    assert main(["verify", "--data", str(tmp_path / "data")]) == 0
    assert "Nothing is kept" in capsys.readouterr().out


def test_a_backup_that_is_not_there_is_an_error_in_a_sentence(folder: Path, capsys: Said) -> None:
    assert run(folder, "backup", "--restore", "77") == 1
    assert "no backup called 77" in capsys.readouterr().err
    assert answers_in(folder) == 3


def test_while_a_window_has_the_record_open_the_list_works_and_the_rest_says_why_not(
    folder: Path, capsys: Said
) -> None:
    run(folder, "backup")
    record = Record.open(folder, SystemClock())
    capsys.readouterr()
    for typed in (["backup"], ["backup", "--restore", "1"]):
        assert run(folder, *typed) == 1
        said = capsys.readouterr().err
        assert "open in another window" in said
        assert "page “Backups”" in said
    assert run(folder, "backup", "--list") == 0
    assert "3 answers" in capsys.readouterr().out
    record.close()


def test_all_that_is_well_is_counted(folder: Path, capsys: Said) -> None:
    run(folder, "backup")
    capsys.readouterr()
    assert run(folder, "verify") == 0
    record, log, backups, *each = capsys.readouterr().out.splitlines()
    assert record == "Record: 3 entries, 3 answers; each fits its checksum."
    assert log == "Second log: 3 entries."
    assert backups == "Backups: 2."  # one at the start of the command, one that was asked for
    assert len(each) == 2
    assert all(line.endswith("3 entries, 3 answers; whole.") for line in each)


def test_each_thing_that_is_wrong_is_told_and_nothing_is_changed(folder: Path, capsys: Said) -> None:
    run(folder, "backup")
    given(folder, 1)
    backup = list_backups(folder)[0].path
    backup.write_bytes(backup.read_bytes().replace(b"question-1", b"question-x"))
    (first, *_rest) = sorted(log_files(folder), key=lambda name: (folder / name).stat().st_mtime)
    log = folder / first
    log.write_bytes(log.read_bytes().replace(b"question-2", b"question-x"))
    there = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "lock"}
    capsys.readouterr()
    assert run(folder, "verify") == 1
    said = capsys.readouterr().out
    assert "1 line cannot be used" in said
    assert "asked.sqlite: damaged (" in said
    assert "start.sqlite: 3 entries, 3 answers; whole." in said
    assert there == {path: path.read_bytes() for path in there}

    database = folder / DATABASE_FILE
    database.write_bytes(database.read_bytes()[:4096])
    assert run(folder, "verify") == 1
    assert "Record: damaged" in capsys.readouterr().out


def test_what_only_the_second_log_has_is_told(folder: Path, capsys: Said) -> None:
    run(folder, "backup")
    given(folder, 2)
    (folder / DATABASE_FILE).write_bytes(list_backups(folder)[0].path.read_bytes())
    capsys.readouterr()
    assert run(folder, "verify") == 1
    assert "2 entries of it are missing from the record" in capsys.readouterr().out
    run(folder, "backup")  # the next start puts them back
    assert run(folder, "verify") == 0


def test_what_a_restore_gave_up_is_not_told_as_missing(folder: Path, capsys: Said) -> None:
    run(folder, "backup")
    given(folder, 2)
    assert run(folder, "backup", "--restore", "1") == 0
    capsys.readouterr()
    assert run(folder, "verify") == 0
    assert "missing" not in capsys.readouterr().out


def test_of_several_learners_one_is_named(tmp_path: Path, capsys: Said) -> None:
    folders = DataFolders(tmp_path / "data")
    ada, ben = add_learner(folders, "Ada"), add_learner(folders, "Ben")
    given(ada.folder, 3)
    given(ben.folder, 4)
    assert run(ben.folder, "backup", "--learner", "Ben") == 0
    assert len(list_backups(ben.folder)) >= 1
    assert "4 answers" in capsys.readouterr().out
    assert list_backups(ada.folder) == []
    assert run(ben.folder, "verify", "--learner", "Nobody") == 1
    assert "Nobody" in capsys.readouterr().err


def test_a_record_that_is_open_in_a_window_is_verified_as_it_is_at_that_moment(
    folder: Path, capsys: Said
) -> None:
    run(folder, "backup")
    with another_program(folder):
        capsys.readouterr()
        assert run(folder, "verify") == 0
        open_, record, log, *_backups = capsys.readouterr().out.splitlines()
        assert open_ == "Open in another window: read as it was at this moment."
        assert record == "Record: 4 entries, 4 answers; each fits its checksum."
        assert log == "Second log: 4 entries."


def test_a_log_that_grows_while_it_is_verified_is_not_told_as_missing(
    folder: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_copy, "_LOOKS", 4000)  # a slow disk may be at work most of the time
    with another_program(folder, at_once=3, pause=0.02):
        for _time in range(4):
            assert run(folder, "verify") == 0
            assert "missing" not in capsys.readouterr().out


def test_damage_to_what_is_open_is_told(folder: Path, capsys: Said) -> None:
    (first, *_rest) = log_files(folder)
    log = folder / first
    log.write_bytes(log.read_bytes().replace(b"question-2", b"question-x"))
    with another_program(folder):
        assert run(folder, "verify") == 1
        assert "1 line cannot be used" in capsys.readouterr().out


# Of each learner


@pytest.fixture
def class_(tmp_path: Path) -> DataFolders:
    """Make a data folder with two learners who gave answers, and one who did not yet, in a class."""
    folders = DataFolders(tmp_path / "data")
    Settings(folders.settings).set(MODE, "classroom")
    for name, answers in (("Ada", 3), ("Ben", 4)):
        given(add_learner(folders, name).folder, answers)
    add_learner(folders, "Cem")
    return folders


def of_all(folders: DataFolders, *typed: str) -> int:
    command, *rest = typed
    return main([command, "--data", str(folders.root), "--all", *rest])


def test_all_are_verified_and_backed_up_one_after_another(class_: DataFolders, capsys: Said) -> None:
    assert of_all(class_, "verify") == 0
    said = capsys.readouterr().out
    assert said.index("Ada:") < said.index("3 answers") < said.index("Ben:") < said.index("4 answers")
    assert said.index("Cem:") < said.index("Nothing is kept")
    assert of_all(class_, "backup") == 0
    assert capsys.readouterr().out.count("Made and verified") == 2
    *two, cem = learners(class_)
    for learner in two:
        assert list_backups(learner.folder)
    assert not (cem.folder / DATABASE_FILE).exists(), "who never read here is still met as somebody new"
    assert of_all(class_, "backup", "--list") == 0
    assert "asked for" in capsys.readouterr().out


def test_one_who_is_not_well_or_is_open_keeps_no_other_from_it(class_: DataFolders, capsys: Said) -> None:
    ada, ben, _cem = learners(class_)
    (ada.folder / DATABASE_FILE).write_bytes(b"no record at all")
    assert of_all(class_, "verify") == 1
    told = capsys.readouterr()
    assert "Record: damaged" in told.out
    assert "4 entries" in told.out
    assert "Not well, or not done: Ada." in told.err
    with another_program(ben.folder):
        assert of_all(class_, "backup") == 1
        told = capsys.readouterr()
        assert "Ben: This learner" in told.err
        assert "Not well, or not done: Ben." in told.err
        assert list_backups(ada.folder)  # she was repaired from her second log, and backed up


def test_of_several_the_message_says_what_can_be_typed(class_: DataFolders, capsys: Said) -> None:
    for command in ("verify", "backup"):
        assert main([command, "--data", str(class_.root)]) == 1
        said = capsys.readouterr().err
        assert "--learner NAME" in said
        assert "--all" in said
    assert main(["export", "report", "--data", str(class_.root)]) == 1
    said = capsys.readouterr().err
    assert "--learner NAME" in said
    assert "--all" not in said


def test_one_backup_is_put_back_or_copied_at_a_time(
    class_: DataFolders, tmp_path: Path, capsys: Said
) -> None:
    for more in (["--restore", "1"], ["--to", str(tmp_path / "a.sqlite")]):
        assert of_all(class_, "backup", *more) == 1
        assert "one learner at a time" in capsys.readouterr().err


def test_where_nobody_was_named_it_is_seen_whose_it_is(class_: DataFolders, capsys: Said) -> None:
    ada, ben, _cem = learners(class_)
    settings = Settings(class_.settings)
    settings.set(MODE, "myself")
    settings.set(LEARNER, ben.id)
    assert main(["verify", "--data", str(class_.root)]) == 0
    assert capsys.readouterr().out.startswith("Ben:\nRecord: ")
    assert main(["verify", "--data", str(class_.root), "--learner", ada.id]) == 0
    assert capsys.readouterr().out.startswith("Record: ")


def test_to_restore_what_is_not_there_makes_nobody(tmp_path: Path, capsys: Said) -> None:
    data = tmp_path / "data"
    assert main(["backup", "--restore", "7", "--data", str(data)]) == 1
    assert "There is no backup or file called 7" in capsys.readouterr().err
    assert not (data / "learners").exists()
