"""Copies that were brought from elsewhere: they may be of anybody, and are mixed with nobody's answers."""

from pathlib import Path

import pytest

from crossread.base.entries import Entry
from crossread.record.backup_names import list_backups
from crossread.record.record import DATABASE_FILE
from crossread.record.second_log import log_files
from tests.record.making import all_entries, opened, written


def brought(from_: Path, to: Path) -> None:
    """Have the newest backup of one learner among those of another, as the newest."""
    number = list_backups(to)[0].number + 1
    list_backups(from_)[0].path.rename(to / "backups" / f"{number:06d}-20260301T100000Z-brought.sqlite")


def ids(entries: list[Entry]) -> list[str]:
    return [entry.id for entry in entries]


def test_a_copy_that_was_brought_stands_for_a_lost_record_only_where_nothing_else_does(
    tmp_path: Path,
) -> None:
    held = written(tmp_path / "mine", [3])
    theirs = written(tmp_path / "theirs", [5])
    brought(tmp_path / "theirs", tmp_path / "mine")
    (tmp_path / "mine" / DATABASE_FILE).unlink()
    assert all_entries(tmp_path / "mine") == held[0]
    (tmp_path / "mine" / DATABASE_FILE).unlink()
    for name in log_files(tmp_path / "mine"):
        (tmp_path / "mine" / name).unlink()
    for backup in list_backups(tmp_path / "mine"):
        if backup.why != "brought":
            backup.path.unlink()
    assert ids(all_entries(tmp_path / "mine")) == ids(theirs[0])


@pytest.mark.parametrize("left", ["the second logs", "the damaged file"])
def test_one_of_somebody_else_is_not_put_below_what_is_left_of_a_record(tmp_path: Path, left: str) -> None:
    (held,) = written(tmp_path / "mine", [6])
    written(tmp_path / "theirs", [5])
    brought(tmp_path / "theirs", tmp_path / "mine")
    list_backups(tmp_path / "mine")[-1].path.unlink()
    database = tmp_path / "mine" / DATABASE_FILE
    if left == "the second logs":
        database.unlink()
    else:
        for name in log_files(tmp_path / "mine"):
            (tmp_path / "mine" / name).unlink()
        content = bytearray(database.read_bytes())
        content[60] ^= 1  # its version
        database.write_bytes(content)
    assert ids(all_entries(tmp_path / "mine")) == ids(held)


def test_ones_own_that_came_back_from_elsewhere_is_built_upon(tmp_path: Path) -> None:
    first, second = written(tmp_path / "mine", [3, 2])
    own = list_backups(tmp_path / "mine")
    own[0].path.rename(own[0].path.with_name("000003-20260301T100000Z-brought.sqlite"))
    own[1].path.unlink()
    (tmp_path / "mine" / DATABASE_FILE).unlink()
    (logs_of_the_first, _logs_of_the_second) = sorted(
        log_files(tmp_path / "mine"), key=lambda name: first[0].session not in name
    )
    (tmp_path / "mine" / logs_of_the_first).unlink()
    record, report = opened(tmp_path / "mine")
    assert ids(list(record.entries())) == ids(second)
    assert report.missing == 0
    record.close()
