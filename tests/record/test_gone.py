"""Entries that are gone from the end, and what stands in the way of a record under a name like its own."""

import errno
from pathlib import Path

import apsw
import pytest

from crossread.base.errors import Expected
from crossread.operations.backups.verifying import verify_learner
from crossread.record import recovery
from crossread.record.backup_names import list_backups
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.schema import look
from crossread.record.second_log import log_files
from tests.record.making import SetClock, all_entries, answer, opened, write_history


def cut_end_off(folder: Path) -> None:
    """Take the last two entries out of a record of seven, so that all that is left fits together."""
    connection = apsw.Connection(str(folder / DATABASE_FILE))
    connection.execute("DELETE FROM entries WHERE seq > 5")
    connection.close()


def remove_logs(folder: Path) -> None:
    for name in log_files(folder):
        (folder / name).unlink()


def test_an_end_that_is_gone_is_told_where_nothing_has_it(tmp_path: Path) -> None:
    made = write_history(tmp_path, (3, 4))
    cut_end_off(tmp_path)
    remove_logs(tmp_path)
    assert not verify_learner(tmp_path).is_well
    record, report = opened(tmp_path)
    assert list(record.entries()) == made[:5]
    assert "2 entries could not be restored." in report.sentences()
    record.close()
    record, report = opened(tmp_path)
    assert report.sentences() == []
    record.close()


@pytest.mark.parametrize("left", ["backup", "second logs"])
def test_an_end_that_is_gone_comes_back_from_whatever_has_it(tmp_path: Path, left: str) -> None:
    made = write_history(tmp_path, (3, 4), backup_after=2 if left == "backup" else 0)
    cut_end_off(tmp_path)
    if left == "backup":
        remove_logs(tmp_path)
    assert all_entries(tmp_path) == made


def test_folders_that_are_called_like_files_of_the_record_are_passed_over(tmp_path: Path) -> None:
    made = write_history(tmp_path, (3,), backup_after=1)
    (tmp_path / "answers-00ff.log").mkdir()
    (tmp_path / "backups" / "000009-20260301T000000Z-start.sqlite").mkdir()
    (tmp_path / "backups" / "some.making").mkdir()
    record, _report = opened(tmp_path)
    made += record.append([answer(9)])
    assert record.backup()
    record.close()
    (tmp_path / DATABASE_FILE).unlink()
    assert all_entries(tmp_path) == made


@pytest.mark.parametrize("logs", ["there", "gone"])
def test_a_backup_that_the_disk_does_not_give_is_not_waited_for_where_nothing_is_missing_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logs: str
) -> None:
    made = write_history(tmp_path, (3, 4), backup_after=2)
    newest, older = list_backups(tmp_path)

    def look_at_all_but_one(path: Path, vfs: str | None) -> str:
        if path == newest.path:
            raise OSError(errno.EIO, "a bad spot")
        return look(path, vfs)

    monkeypatch.setattr(recovery, "look", look_at_all_but_one)
    cut_end_off(tmp_path)
    if logs == "gone":
        remove_logs(tmp_path)
    record = Record.open(tmp_path, SetClock())
    if logs == "there":
        report = record.check()
        assert list(record.entries()) == made
        assert report.backup_of == older.made
    else:
        with pytest.raises(Expected) as told:
            record.check()
        assert told.value.code == "record-unreadable"
    record.close()
    assert newest.path.exists()
