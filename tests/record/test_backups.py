"""Backups: verified before they count, never at the cost of an older one, and enough to come back from."""

import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.record.backup_errors import no_room
from crossread.record.backups import list_backups
from crossread.record.check import check_all
from crossread.record.counted import count_answers
from crossread.record.database import Database
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.second_log import log_files
from tests.record.faulty_disk import every_change, faulty_disk
from tests.record.making import SetClock, all_entries, answer, opened, write_history
from tests.torture.power import recording, state_at


def verified(path: Path, vfs: str | None) -> tuple[int, bytes]:
    copy = Database.open_read_only(path, vfs)
    try:
        return check_all(copy)
    finally:
        copy.close()


@pytest.mark.parametrize("size", [120_000, 30_000_000])
def test_what_has_no_room_never_looks_as_if_it_had(size: int) -> None:
    told = no_room(size, size - 1000).message
    needed, left = re.findall(r"[0-9.]+ [kM]B", told)
    assert needed != left
    assert "answers are saved" not in told  # when this stands there still, that may hold no more


def lose_logs(folder: Path) -> None:
    for name in log_files(folder):
        (folder / name).unlink()


def test_a_backup_is_made_only_when_entries_were_added(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    assert not record.backup()
    record.append([answer(1)])
    assert record.backup()
    assert not record.backup()
    record.set_draft("a", 1)
    assert not record.backup()
    record.close()
    record, _report = opened(tmp_path)
    assert not record.backup()
    record.append([answer(2)])
    assert record.backup()
    record.close()


def test_a_backup_that_was_removed_is_made_again(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.append([answer(1)])
    record.backup()
    list_backups(tmp_path)[0].path.unlink()
    assert record.backup()
    record.close()


def test_backups_are_numbered_in_order_and_none_goes_by_a_clock_that_goes_back(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    for number in range(12):
        record._clock.at = datetime(2040 - number, 1, 1, tzinfo=UTC)  # type: ignore[attr-defined]
        record.append([answer(number)])
        record.backup()
    record.close()
    kept = list_backups(tmp_path)
    assert [backup.number for backup in kept] == list(range(12, 0, -1))
    assert verified(kept[0].path, None)[0] == 12
    assert (kept[0].made.year, kept[0].why) == (2029, "start")


def test_backups_of_long_ago_thin_out(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    for number in range(30):
        record._clock.at = datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(days=3 * number)  # type: ignore[attr-defined]
        record.append([answer(number)])
        record.backup()
    record.close()
    kept = [(backup.made.month, backup.made.day) for backup in list_backups(tmp_path)]
    # The newest five, one for each quarter of the month before, and the last one of each month.
    assert kept == [(5, 27), (5, 24), (5, 21), (5, 18), (5, 15), (5, 6), (4, 30), (4, 24), (4, 15), (3, 31)]


def test_entries_saved_while_a_backup_is_made_are_safe(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    made = record.append([answer(number) for number in range(1200)])
    during = 0
    for _done in record.backup_steps():
        made += record.append([answer(9)])
        during += 1
    assert during >= 3
    assert list(record.entries()) == made
    seq, _checksum = verified(list_backups(tmp_path)[0].path, None)
    assert 1200 <= seq <= len(made)
    record.close()


def test_a_backup_refused_by_the_disk_leaves_the_older_one(tmp_path: Path) -> None:
    with faulty_disk() as disk:
        record, _report = opened(tmp_path, disk.name)
        record.append([answer(0)])
        assert record.backup()
        for at in every_change():
            record.append([answer(at)])
            disk.fail(at, apsw.FullError)
            try:
                made = record.backup()
            except Expected as told:
                made = False
                assert told.code in ("backup-no-room", "backup-not-made")  # noqa: PT017
            finished = disk.plan.done < at
            disk.heal()
            assert made or not finished
            assert verified(list_backups(tmp_path)[0].path, None)[0] >= 1
            assert not list((tmp_path / "backups").glob("*.making*"))
            if finished:
                break
        assert at > 4
        record.close()


def test_a_copy_that_fails_its_checks_never_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record, _report = opened(tmp_path)
    record.append([answer(0)])
    record.backup()
    (before,) = list_backups(tmp_path)
    made = record.append([answer(1)])
    assert record._database is not None
    record._database._connection.execute("UPDATE entries SET question = 'other' WHERE seq = 2")
    with pytest.raises(Expected) as told:
        record.backup()
    assert told.value.code == "record-damaged"
    assert list_backups(tmp_path) == [before]
    assert record.check().repaired  # the backup and the second log know better
    assert list(record.entries())[1:] == made
    assert record.backup()
    record.close()


def test_a_missing_database_comes_back_from_the_backup_alone(tmp_path: Path) -> None:
    made = write_history(tmp_path, (4, 3), backup_after=2)
    (tmp_path / DATABASE_FILE).unlink()
    lose_logs(tmp_path)
    record, report = opened(tmp_path)
    assert list(record.entries()) == made
    assert report.backup_of == list_backups(tmp_path)[0].made
    assert "restored with 7 answers" in " ".join(report.sentences())
    record.close()


def test_what_is_told_of_a_repair_counts_answers_and_tells_the_time_as_all_the_rest_does(
    tmp_path: Path,
) -> None:
    record, _report = opened(tmp_path)
    others = [NewEntry(kind=kind, payload={}) for kind in ("practised", "reviewed", "card-opened")]
    record.append([answer(0), *others])
    record.backup()
    record.close()
    assert count_answers(tmp_path)[0] == 3
    (tmp_path / DATABASE_FILE).unlink()
    record, report = opened(tmp_path)
    record.close()
    told = " ".join(report.sentences())
    assert "restored with 3 answers" in told
    here = report.at.astimezone()
    assert f"On 1 March 2026, {here:%H:%M}," in told or here.day != 1
    assert "UTC" not in told


def test_a_missing_database_comes_back_from_the_second_logs_alone(tmp_path: Path) -> None:
    made = write_history(tmp_path, (4, 3))
    (tmp_path / DATABASE_FILE).unlink()
    record, report = opened(tmp_path)
    assert list(record.entries()) == made
    assert (report.backup_of, report.replayed) == (None, 7)
    record.close()


def test_a_damaged_newest_backup_gives_way_to_the_one_before(tmp_path: Path) -> None:
    made = write_history(tmp_path, (4, 3), backup_after=2)
    newest, older = list_backups(tmp_path)
    newest.path.write_bytes(newest.path.read_bytes()[:-4096])
    (tmp_path / DATABASE_FILE).unlink()
    lose_logs(tmp_path)
    record, report = opened(tmp_path)
    assert list(record.entries()) == made[:4]
    assert report.backup_of == older.made
    record.close()


def test_an_older_copy_put_in_place_by_hand_is_completed(tmp_path: Path) -> None:
    made = write_history(tmp_path, (4, 3, 5), backup_after=1)
    (backup,) = list_backups(tmp_path)
    (tmp_path / DATABASE_FILE).write_bytes(backup.path.read_bytes())
    record, report = opened(tmp_path)
    assert list(record.entries()) == made
    assert (report.repaired, report.replayed) == (False, 8)
    assert "put back" in " ".join(report.sentences())
    record.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no place of an open file")
def test_a_stale_journal_is_not_played_into_the_restored_record(tmp_path: Path) -> None:
    journal = DATABASE_FILE + "-journal"
    with recording(tmp_path) as recorded:
        record, _report = opened(tmp_path, recorded.vfs)
        made = record.append([answer(number) for number in range(40)])
        record.backup()
        made += record.append([answer(number) for number in range(40)])
        ends = [at for at, o in enumerate(recorded.operations) if (o.what, o.name) == ("truncate", journal)]
        record.close()
    # The journal as it was before the last commit ended it: whole, and hot beside any file.
    hot = state_at(recorded, ends[-1])[journal]
    assert hot[:8] == bytes.fromhex("d9d505f920a163d7")
    (tmp_path / DATABASE_FILE).unlink()
    (tmp_path / journal).write_bytes(hot)
    record, report = opened(tmp_path)
    assert report.repaired
    assert list(record.entries()) == made
    record.close()
    record, report = opened(tmp_path)
    assert not report.repaired
    record.close()


def test_what_is_lost_in_both_copies_is_counted_and_the_rest_is_there(tmp_path: Path) -> None:
    made = write_history(tmp_path, (6,))
    (tmp_path / DATABASE_FILE).unlink()
    (name,) = log_files(tmp_path)
    lines = (tmp_path / name).read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b"answered", b"answersd")
    (tmp_path / name).write_bytes(b"".join(lines))
    record, report = opened(tmp_path)
    left = list(record.entries())
    assert [entry.id for entry in left] == [entry.id for entry in made if entry.seq != 4]
    assert [entry.seq for entry in left] == [1, 2, 3, 4, 5]
    assert (report.missing, report.damaged_lines, report.renumbered) == (1, 1, 2)
    assert "1 entry could not be restored" in " ".join(report.sentences())
    record.append([answer(7)])
    record.close()
    # And again, with the renumbered entries and the numbers of before side by side in the logs.
    (tmp_path / DATABASE_FILE).unlink()
    assert [entry.id for entry in all_entries(tmp_path)][:5] == [entry.id for entry in left]


def test_rows_that_are_whole_are_saved_from_a_damaged_file_when_all_else_is_gone(tmp_path: Path) -> None:
    made = write_history(tmp_path, (90,))
    lose_logs(tmp_path)
    content = (tmp_path / DATABASE_FILE).read_bytes()
    # The newest page with rows: those on other pages stay readable.
    page = max(
        range(len(content) // 4096), key=lambda p: content.find(b"question-", p * 4096, p * 4096 + 4096)
    )
    (tmp_path / DATABASE_FILE).write_bytes(
        content[: page * 4096] + bytes(4096) + content[page * 4096 + 4096 :]
    )
    record, report = opened(tmp_path)
    left = [entry.id for entry in record.entries()]
    assert 40 < len(left) < 90
    assert left == [entry.id for entry in made if entry.id in left]
    assert report.repaired
    record.close()


@pytest.mark.parametrize(
    "ruin", [lambda path: path.write_bytes(b"x" * 9000), lambda path: path.write_bytes(b"x")]
)
def test_with_nothing_left_the_user_is_told_and_may_start_fresh(
    tmp_path: Path, ruin: Callable[[Path], int]
) -> None:
    write_history(tmp_path, (3,), backup_after=1)
    lose_logs(tmp_path)
    ruin(tmp_path / DATABASE_FILE)
    ruin(list_backups(tmp_path)[0].path)
    ruined = (tmp_path / DATABASE_FILE).read_bytes()
    with pytest.raises(Expected) as told:
        opened(tmp_path)
    assert told.value.code == "record-beyond-repair"
    assert (tmp_path / DATABASE_FILE).read_bytes() == ruined

    record = Record.open(tmp_path, SetClock())
    report = record.start_fresh()
    assert (tmp_path / report.kept_as).read_bytes() == ruined
    assert report.sentences()[1] == "An empty one was begun in its place."
    made = record.append([answer(1)])
    record.close()
    assert all_entries(tmp_path) == made
    assert list(tmp_path.glob("backups.damaged-*"))


def test_an_empty_file_without_any_past_is_a_new_record(tmp_path: Path) -> None:
    (tmp_path / DATABASE_FILE).touch()
    assert all_entries(tmp_path) == []
    assert not list(tmp_path.glob("*.damaged-*"))
