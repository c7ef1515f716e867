"""Restoring a backup: what was there is kept first, what comes back is exact, nothing undoes it by itself."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.entries import Entry
from crossread.base.errors import Expected
from crossread.record.backup_names import Backup, list_backups
from crossread.record.backups import backup_needed
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.restoring import find_backup
from crossread.record.second_log import log_files
from tests.record.conftest import MEMORY
from tests.record.faulty_disk import every_change, faulty_disk
from tests.record.making import SetClock, all_entries, answer, crash, opened, write_history, written


def restore(record: Record, backup: Backup) -> None:
    for _share in record.restore_steps(backup.name):
        pass


@contextmanager
def a_folder() -> Iterator[Path]:
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=5),
    st.lists(st.integers(0, 9), min_size=1, max_size=4),
    st.sampled_from(["cleanly", "killed", "lost", "damaged"]),
    st.integers(0, 5),
)
def test_any_backup_of_any_record_comes_back_exactly_and_stays(
    sessions: list[int], picks: list[int], end: str, later: int
) -> None:
    with a_folder() as folder:
        held = dict(enumerate(written(folder, sessions), 1))
        record, _report = opened(folder)
        for pick in picks:
            there = list(record.entries())
            backups = list_backups(folder)
            backup = backups[pick % len(backups)]
            restore(record, backup)
            given_up = list_backups(folder)[0]
            assert (given_up.number, given_up.why) == (backups[0].number + 1, "restore")
            held[given_up.number] = there
            assert list(record.entries()) == held[backup.number]
            noted = record.last_restore()
            assert noted is not None
            assert (noted["from"], noted["before"]) == (backup.name, given_up.name)
        record.backup()
        assert list_backups(folder)[0].why == "restored"
        expected = list(record.entries())
        for number in range(later):
            expected += record.append([answer(number)])
        if end == "cleanly":
            record.close()
        else:
            crash(record)
        if end == "lost":
            (folder / DATABASE_FILE).unlink()
        elif end == "damaged":
            content = (folder / DATABASE_FILE).read_bytes()
            (folder / DATABASE_FILE).write_bytes(b"\0" * 200 + content[200:])
        assert all_entries(folder) == expected


def test_what_a_restore_gave_up_comes_back_by_restoring_the_backup_made_before(tmp_path: Path) -> None:
    held = written(tmp_path, [5, 4])
    record, _report = opened(tmp_path)
    restore(record, find_backup(tmp_path, "1"))
    assert list(record.entries()) == held[0]
    after = record.append([answer(50)])
    restore(record, find_backup(tmp_path, "3"))
    assert list(record.entries()) == held[1]
    assert record.drafts() == {"typing": {"text": 9}}
    restore(record, find_backup(tmp_path, "000004"))
    assert list(record.entries()) == [*held[0], *after]
    record.close()
    assert all_entries(tmp_path) == [*held[0], *after]


def test_what_is_written_after_a_restore_has_its_second_copy(tmp_path: Path) -> None:
    held = written(tmp_path, [5, 4])
    record, _report = opened(tmp_path)
    made = record.append([answer(1)])  # the log of this sitting has begun, and what was shown is in it
    restore(record, find_backup(tmp_path, "2"))
    assert list(record.entries()) == held[1]
    record.backup()
    made = record.append([answer(1)])
    crash(record)
    (tmp_path / DATABASE_FILE).unlink()
    record, report = opened(tmp_path)
    assert list(record.entries()) == [*held[1], *made]
    assert record.seen(made[0].seen_digest) == answer(1).seen
    assert report.replayed == 1
    record.close()


def test_old_journals_and_logs_of_changes_of_other_programs_do_not_play_into_it(tmp_path: Path) -> None:
    held = written(tmp_path, [3, 3])
    record, _report = opened(tmp_path)
    for ending in ("-journal", "-wal", "-shm"):
        (tmp_path / (DATABASE_FILE + ending)).write_bytes(b"old")
    restore(record, find_backup(tmp_path, "1"))
    assert list(record.entries()) == held[0]
    assert not [p for p in tmp_path.glob(DATABASE_FILE + "-*") if p.read_bytes() == b"old"]
    record.close()


def test_a_damaged_backup_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    held = written(tmp_path, [5, 4])
    (oldest,) = list_backups(tmp_path)[1:]
    content = oldest.path.read_bytes()
    oldest.path.write_bytes(content.replace(b"Wer sah es", b"Wer sah ex"))
    record, _report = opened(tmp_path)
    with pytest.raises(Expected) as told:
        restore(record, oldest)
    assert told.value.code == "backup-damaged"
    assert list(record.entries()) == held[1]
    made = record.append([answer(1)])
    record.close()
    assert all_entries(tmp_path) == [*held[1], *made]


def test_a_backup_that_is_gone_is_named(tmp_path: Path) -> None:
    written(tmp_path, [2])
    record, _report = opened(tmp_path)
    with pytest.raises(Expected) as told:
        list(record.restore_steps("77"))
    assert (told.value.code, told.value.fields) == ("backup-not-there", {"name": "77"})
    record.close()


def test_a_full_disk_at_any_moment_leaves_the_record_or_the_backup_and_says_which(tmp_path: Path) -> None:
    with faulty_disk() as disk:
        made: list[Entry] = []
        record, _report = opened(tmp_path, disk.name)
        made += record.append([answer(0), answer(1)])
        first = list(made)
        record.backup()
        for at in every_change():
            made += record.append([answer(at)])
            disk.fail(at, apsw.FullError)
            try:
                restore(record, find_backup(tmp_path, "1"))
            except Expected as told:
                assert told.code in ("nothing-restored", "record-unreadable", "disk-full")  # noqa: PT017
                disk.heal()
                assert list(record.entries()) == made
            else:
                finished = disk.plan.done < at
                disk.heal()
                assert list(record.entries()) == first
                if finished:
                    break
                made = list(first)
        assert at > 10
        record.close()


def test_killed_after_any_step_it_is_the_record_or_the_backup_and_whole(tmp_path: Path) -> None:
    held = written(tmp_path / "once", [40, 30])
    outcomes = set()
    for stop in range(1, 60):
        folder = tmp_path / str(stop)
        shutil.copytree(tmp_path / "once", folder)
        record, _report = opened(folder)
        steps = record.restore_steps("1")
        taken = 0
        for taken, _share in enumerate(steps, 1):
            if taken == stop:
                break
        ended = taken < stop
        crash(record)
        after = all_entries(folder)
        assert after in (held[0], held[1])
        outcomes.add(len(after))
        if ended:
            break
    assert outcomes == {40, 70}


def test_killed_between_the_two_renames_the_second_logs_bring_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = written(tmp_path, [4, 4])
    record, _report = opened(tmp_path)

    class Killed(BaseException):
        pass

    def kill(*_what: object) -> None:
        raise Killed

    monkeypatch.setattr("crossread.record.restoring.sync_folder", kill)
    with pytest.raises(Killed):
        restore(record, find_backup(tmp_path, "1"))
    crash(record)
    monkeypatch.undo()
    assert all_entries(tmp_path) == held[0]


def test_a_note_on_ended_logs_that_is_damaged_does_not_undo_the_restore(tmp_path: Path) -> None:
    held = written(tmp_path, [4, 4])
    record, _report = opened(tmp_path)
    restore(record, find_backup(tmp_path, "1"))
    record.backup()
    crash(record)
    connection = apsw.Connection(str(tmp_path / DATABASE_FILE))
    connection.execute("UPDATE meta SET value = '[]' WHERE key = 'logs-over'")
    connection.close()
    record, report = opened(tmp_path)
    assert report.repaired
    assert list(record.entries()) == held[0]
    record.close()


def test_the_last_backup_before_damage_is_leant_on_also_after_a_restore(tmp_path: Path) -> None:
    write_history(tmp_path, (3,), backup_after=1)
    (tmp_path / DATABASE_FILE).write_bytes(b"x" * 9000)
    record, report = opened(tmp_path)
    assert report.repaired
    record.backup("repaired")
    restore(record, find_backup(tmp_path, "2"))
    with record._using(saving=False) as database:
        assert database.note("before-damage") == [1]
        assert backup_needed(database, tmp_path)
    record.close()
    assert [backup.why for backup in list_backups(tmp_path)] == ["restore", "repaired", "start"]


def test_a_backup_says_of_itself_what_it_is(tmp_path: Path) -> None:
    write_history(tmp_path, (3,), backup_after=1)
    (backup,) = list_backups(tmp_path)
    connection = apsw.Connection(str(backup.path), flags=apsw.SQLITE_OPEN_READONLY)
    said = json.loads(str(connection.execute("SELECT value FROM meta WHERE key = 'copy'").get))
    connection.close()
    assert (said["answers"], said["seq"], said["why"]) == (3, 3, "start")


def test_the_second_logs_stay_where_they_are(tmp_path: Path) -> None:
    written(tmp_path, [3, 3])
    record, _report = opened(tmp_path)
    before = log_files(tmp_path)
    restore(record, find_backup(tmp_path, "1"))
    assert log_files(tmp_path) == before
    record.close()


def test_a_record_that_is_not_open_for_writing_restores_nothing(tmp_path: Path) -> None:
    written(tmp_path, [3])
    record = Record.open(tmp_path, SetClock())
    with pytest.raises(RuntimeError):
        next(record.restore_steps("1"))
    record.close()
