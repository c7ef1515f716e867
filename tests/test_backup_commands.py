"""`crossread backup` and `crossread verify`, as they are typed."""

import re
from pathlib import Path

import pytest

from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.cli import main
from crossread.operations.learner import current_learner
from crossread.operations.learners import add_learner
from crossread.record.backup_names import list_backups
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.second_log import log_files
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
    for typed in (["backup"], ["backup", "--restore", "1"], ["verify"]):
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
