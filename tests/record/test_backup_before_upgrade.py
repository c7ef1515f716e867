"""Before a record's form is changed it is backed up as it was, or it is not changed at all."""

from pathlib import Path

import apsw
import pytest

from crossread.base.clock import SystemClock
from crossread.base.errors import Expected
from crossread.record.backup_names import list_backups
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.schema import VERSION
from tests.record.making import answer, opened
from tests.record.old_schemas import OLD, copy_of

old = pytest.mark.parametrize("schema", OLD)


def version_of(path: Path) -> int:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return int(connection.pragma("user_version"))
    finally:
        connection.close()


@old
def test_it_is_there_as_it_was_and_can_be_restored(schema: str, tmp_path: Path) -> None:
    folder = copy_of(schema, tmp_path / "learner")
    before = version_of(folder / DATABASE_FILE)
    record, _report = opened(folder)
    there = list(record.entries())
    newest, *_older = list_backups(folder)
    assert version_of(newest.path) == before < VERSION
    record.append([answer(1)])
    for _share in record.restore_steps(newest.name):
        pass
    assert list(record.entries()) == there
    record.append([answer(2)])
    record.close()
    assert version_of(folder / DATABASE_FILE) == VERSION
    assert version_of(newest.path) == before


@old
def test_where_it_cannot_be_made_nothing_is_changed_and_that_is_said(
    schema: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_of(schema, tmp_path / "learner")
    for backup in list_backups(folder):
        backup.path.unlink()
    before = (folder / DATABASE_FILE).read_bytes()
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 1000}))
    with pytest.raises(Expected) as told:
        opened(folder)
    assert told.value.code == "upgrade-not-backed-up"
    assert "Until then nothing is changed" in told.value.message
    assert (folder / DATABASE_FILE).read_bytes() == before
    monkeypatch.undo()
    record, _report = opened(folder)
    assert [backup.why for backup in list_backups(folder)] == ["upgrade"]
    record.close()


@old
def test_it_is_told_how_much_of_it_is_done(
    schema: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crossread.record.backups._PAGES", 1)
    folder = copy_of(schema, tmp_path / "learner")
    for backup in list_backups(folder):
        backup.path.unlink()
    told: list[tuple[int, int]] = []
    Record.open(folder, SystemClock(), opening=lambda done, of: told.append((done, of))).close()
    assert told == sorted(set(told))
    assert len(told) > 2
    assert told[-1] == (100, 100)
    told.clear()
    Record.open(folder, SystemClock(), opening=lambda done, of: told.append((done, of))).close()
    assert told == []  # there is nothing to upgrade any more
