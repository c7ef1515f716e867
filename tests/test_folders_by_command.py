"""What is typed about learners whose folders cannot be listed, opened or written to."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.cli import main
from crossread.operations.learners.learners import add_learner, learners
from crossread.record.record import DATABASE_FILE, Record
from tests.record.making import answer

Said = pytest.CaptureFixture[str]


@pytest.fixture
def class_(tmp_path: Path) -> DataFolders:
    """Make a data folder with two learners who gave answers, and one who did not yet."""
    folders = DataFolders(tmp_path / "data")
    for name, answers in (("Ada", 3), ("Ben", 4)):
        record = Record.open(add_learner(folders, name).folder, SystemClock())
        record.check()
        record.append([answer(number) for number in range(answers)])
        record.close()
    add_learner(folders, "Cem")
    return folders


def of_all(folders: DataFolders, command: str) -> int:
    return main([command, "--data", str(folders.root), "--all"])


def test_where_learners_cannot_be_listed_nobody_says_that_there_are_none(
    tmp_path: Path, capsys: Said
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "learners").write_text("a file in the place of the folder")
    for command in (["verify", "--all"], ["backup", "--all"], ["learners"], ["export", "answers"]):
        assert main([*command, "--data", str(data)]) == 1, command
        told = capsys.readouterr()
        assert told.out == ""
        assert "Who reads here cannot be told" in told.err


def test_a_folder_that_may_not_be_opened_is_told_and_keeps_no_other_from_it(
    class_: DataFolders, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut(learners(class_)[0].folder, monkeypatch)
    assert of_all(class_, "backup") == 1
    told = capsys.readouterr()
    assert "There is nothing to back up yet." not in told.out.split("Ben:")[0]
    assert told.out.count("Made and verified") == 1
    assert main(["export", "answers", "--data", str(class_.root)]) == 1
    assert "Left out: " in capsys.readouterr().err


def shut(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the system refuse to look into a folder, whoever asks."""
    stat, iterdir = Path.stat, Path.iterdir

    def refuse(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if folder in path.parents:
            raise PermissionError(errno.EACCES, "refused", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    def refuse_list(path: Path) -> Iterator[Path]:
        if path == folder or folder in path.parents:
            raise PermissionError(errno.EACCES, "refused", str(path))
        return iterdir(path)

    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(Path, "iterdir", refuse_list)


def test_what_lies_where_nothing_can_be_written_is_verified_listed_and_taken_along(
    class_: DataFolders, tmp_path: Path, capsys: Said
) -> None:
    ada, _ben, _cem = learners(class_)
    no_lock(ada.folder)
    before = sorted(one.name for one in ada.folder.iterdir())
    assert of_all(class_, "verify") == 0
    said = capsys.readouterr().out
    assert said.startswith("Ada:\nRecord: 3 entries, 3 answers; each fits its checksum.")
    assert "Open in another window" not in said
    assert main(["learners", "--data", str(class_.root)]) == 0
    assert "Ada   3 answers   last: " in capsys.readouterr().out
    assert main(["export", "answers", "--data", str(class_.root), "--to", str(tmp_path / "a.csv")]) == 0
    assert capsys.readouterr().err == ""
    table = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert [sum(line.startswith(name) for line in table) for name in ("Ada", "Ben")] == [3, 4]
    assert sorted(one.name for one in ada.folder.iterdir()) == before


def test_damage_there_is_told_as_damage(class_: DataFolders, tmp_path: Path, capsys: Said) -> None:
    ada, *_others = learners(class_)
    no_lock(ada.folder)
    (ada.folder / DATABASE_FILE).write_bytes(b"no record at all")
    assert of_all(class_, "verify") == 1
    assert "Record: damaged" in capsys.readouterr().out
    assert main(["export", "answers", "--data", str(class_.root), "--to", str(tmp_path / "a.csv")]) == 1
    assert "Left out: Ada." in capsys.readouterr().err


def test_half_a_change_there_is_no_window_at_work(class_: DataFolders, capsys: Said) -> None:
    ada, *_others = learners(class_)
    no_lock(ada.folder)
    (ada.folder / "record.sqlite-journal").write_bytes(b"begun")
    assert of_all(class_, "verify") == 1
    told = capsys.readouterr().err
    assert "Ada: This learner's record cannot be opened" in told
    assert "all the time just now" not in told


def no_lock(folder: Path) -> None:
    """Have no lock to be had in a folder, as on a disk that may only be read."""
    (folder / "lock").unlink(missing_ok=True)
    (folder / "lock").mkdir()
