"""The record: what a learner does is there again, in order, after closing and opening."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.canonical import canonical_json, digest
from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.record import schema
from crossread.record.record import DATABASE_FILE, Record
from tests.record.faulty_disk import FaultPlan, faulty_disk
from tests.record.making import SetClock, all_entries, answer, crash, opened, write_history


def test_entries_come_back_in_order_after_closing(tmp_path: Path) -> None:
    made = write_history(tmp_path, (3, 0, 4))
    record, report = opened(tmp_path)
    assert list(record.entries()) == made
    assert [entry.seq for entry in made] == list(range(1, 8))
    assert list(record.entries(after=5)) == made[5:]
    assert not report.full
    assert report.sentences() == []
    record.close()


def test_appending_returns_the_entries_as_they_will_be_read(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    made = record.append([answer(1), NewEntry(kind="rated", payload={"grade": (1, 2)})])
    assert made == list(record.entries())
    assert made[1].payload == {"grade": [1, 2], "v": 1}
    assert {entry.session for entry in made} == {record.session}
    record.close()


def test_what_was_seen_is_there_when_the_pack_is_gone(tmp_path: Path) -> None:
    made = write_history(tmp_path, (4,))
    record, _report = opened(tmp_path)
    assert record.seen(made[1].seen_digest) == answer(1).seen
    assert record.seen(made[1].key_digest) == answer(1).key
    assert record.seen(digest("never shown")) is None
    record.close()


def test_a_draft_is_overwritten_found_by_prefix_and_removed(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.set_draft("a_/1", {"text": "first"})
    record.set_draft("a_/1", {"text": "second"})
    record.set_draft("ab/1", ["other"])
    record.close()
    record, _report = opened(tmp_path)
    assert record.drafts("a_/") == {"a_/1": {"text": "second"}}
    assert set(record.drafts()) == {"a_/1", "ab/1"}
    record.remove_draft("a_/1")
    record.remove_draft("never there")
    assert record.drafts() == {"ab/1": ["other"]}
    record.close()


def test_an_unknown_kind_writes_nothing_of_its_list(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    with pytest.raises(ValueError, match="daydreamed"):
        record.append([answer(1), NewEntry(kind="daydreamed")])
    assert list(record.entries()) == []
    record.close()


def test_nothing_is_written_before_the_check(tmp_path: Path) -> None:
    record = Record.open(tmp_path, SetClock())
    with pytest.raises(RuntimeError):
        record.append([answer()])
    with pytest.raises(RuntimeError):
        record.set_draft("a", 1)
    record.close()


def test_the_first_page_can_be_read_before_the_check(tmp_path: Path) -> None:
    made = write_history(tmp_path, (3,))
    record = Record.open(tmp_path, SetClock())
    assert list(record.entries()) == made
    assert record.drafts() == {"draft/1": {"text": "half a thought 1"}}
    record.close()


def test_after_a_clean_exit_only_what_is_new_is_checked(tmp_path: Path) -> None:
    write_history(tmp_path, (5, 3))
    record, report = opened(tmp_path)
    assert (report.full, report.checked, report.entries) == (False, 3, 8)
    record.close()


def test_after_a_crash_everything_is_checked(tmp_path: Path) -> None:
    write_history(tmp_path, (5,))
    record, _report = opened(tmp_path)
    record.append([answer(6)])
    crash(record)
    record, report = opened(tmp_path)
    assert (report.full, report.checked) == (True, 6)
    assert not report.repaired
    crash(record)  # and so it is after a crash in which nothing was given
    record, report = opened(tmp_path)
    assert report.full
    record.close()


def test_a_check_tells_its_progress_and_can_be_stopped(tmp_path: Path) -> None:
    write_history(tmp_path, (5,))
    record = Record.open(tmp_path, SetClock())
    steps: list[tuple[int, int]] = []
    record.check(lambda done, of: steps.append((done, of)))
    assert steps[0] == (0, 5)
    assert steps[-1] == (5, 5)

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record.check(stop)
    with pytest.raises(RuntimeError):
        record.append([answer()])
    record.check()
    record.append([answer()])
    record.close()


def test_a_second_process_is_turned_away_and_harms_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from crossread.base.clock import SystemClock; "
        "from crossread.base.errors import Expected; from crossread.record.record import Record\n"
        "try: Record.open(Path(sys.argv[1]), SystemClock())\n"
        "except Expected as error: print(error.code)"
    )
    record, _report = opened(tmp_path)
    made = record.append([answer(1)])
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "record-locked"
    made += record.append([answer(2)])
    record.close()
    assert all_entries(tmp_path) == made


def test_a_record_of_a_newer_version_is_opened_for_nothing(tmp_path: Path) -> None:
    write_history(tmp_path, (3,))
    connection = apsw.Connection(str(tmp_path / DATABASE_FILE))
    connection.execute("PRAGMA user_version = 7")
    connection.execute("UPDATE meta SET value = '7' WHERE key = 'schema'")
    connection.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    with pytest.raises(Expected) as told:
        Record.open(tmp_path, SetClock())
    assert told.value.code == "record-newer"
    assert "7" in told.value.message
    del before["lock"]
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_a_version_made_newer_by_a_flipped_bit_is_damage(tmp_path: Path) -> None:
    made = write_history(tmp_path, (3,))
    content = bytearray((tmp_path / DATABASE_FILE).read_bytes())
    content[62] ^= 4
    (tmp_path / DATABASE_FILE).write_bytes(content)
    record, report = opened(tmp_path)
    assert report.repaired
    assert list(record.entries()) == made
    record.close()


def test_a_table_that_means_something_else_is_damage_before_anything_is_written(tmp_path: Path) -> None:
    made = write_history(tmp_path, (3,))
    content = (tmp_path / DATABASE_FILE).read_bytes()
    (tmp_path / DATABASE_FILE).write_bytes(content.replace(b"pack TEXT", b"pack BLOB"))
    record, report = opened(tmp_path)
    assert report.repaired
    assert list(record.entries()) == made
    record.close()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-400_000, 400_000), min_size=1, max_size=12))
def test_order_never_comes_from_the_clock(tmp_path_factory: pytest.TempPathFactory, jumps: list[int]) -> None:
    folder = tmp_path_factory.mktemp("clock")
    clock = SetClock(datetime(2026, 3, 1, tzinfo=UTC))
    record = Record.open(folder, clock)
    record.check()
    made = []
    for number, hours in enumerate(jumps):
        clock.at += timedelta(hours=hours / 40)
        made += record.append([answer(number)])
        record.backup()
    record.close()
    (folder / DATABASE_FILE).unlink()
    record, _report = opened(folder)
    assert list(record.entries()) == made
    assert [entry.seq for entry in made] == list(range(1, len(jumps) + 1))
    record.close()


def test_a_disk_that_cannot_be_read_is_not_taken_for_damage(tmp_path: Path) -> None:
    made = write_history(tmp_path, (30,))
    before = (tmp_path / DATABASE_FILE).read_bytes()
    with faulty_disk() as disk:
        record = Record.open(tmp_path, SetClock(), disk.name)
        disk.read_plan = FaultPlan(1, for_ever=True)
        with pytest.raises(Expected) as told:
            record.check()
        assert told.value.code == "record-unreadable"
        disk.heal()
        assert list(record.entries()) == made
        record.close()
    assert not list(tmp_path.glob("*.damaged-*"))
    assert len((tmp_path / DATABASE_FILE).read_bytes()) == len(before)


def test_a_folder_that_may_not_be_written_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_what: object) -> int:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr("crossread.record.lock.os.open", refuse)
    with pytest.raises(Expected) as told:
        Record.open(tmp_path, SetClock())
    assert told.value.code == "record-unreadable"
    assert str(tmp_path) not in told.value.message


def test_closing_twice_and_after_an_empty_session_does_no_harm(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.close()
    record.close()
    record = Record.open(tmp_path, SetClock())
    record.close()
    assert all_entries(tmp_path) == []
    assert not list(tmp_path.glob("answers-*"))


def test_the_file_is_as_the_design_wants_it(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.append([answer()])
    assert record._database is not None
    pragma = record._database._connection.pragma
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "trusted_schema": 0,
        "cell_size_check": 1,
        "user_version": schema.VERSION,
        "encoding": "UTF-8",
    }
    assert {name: pragma(name) for name in wanted} == wanted
    assert pragma("mmap_size") in (0, None)
    record.close()


def test_payloads_are_kept_as_canonical_json(tmp_path: Path) -> None:
    write_history(tmp_path, (1,))
    connection = apsw.Connection(str(tmp_path / DATABASE_FILE))
    text = connection.execute("SELECT payload FROM entries").get
    connection.close()
    assert text == canonical_json({**answer(0).payload, "v": 1})
