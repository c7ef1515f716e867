"""Putting back: whatever part the database still has, the second logs complete it, in order, once."""

from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.entries import Entry
from crossread.base.errors import Expected
from crossread.record import schema
from crossread.record.backup_names import list_backups
from crossread.record.database import Database
from crossread.record.record import DATABASE_FILE
from crossread.record.recovery import in_order, replay
from crossread.record.rows import NO_ROW, Row, StoredRow, checksum, verify
from crossread.record.second_log import LoggedEntry
from tests.record.making import all_entries, answer, crash, opened, write_history


def logged(session: str, seq: int, number: int) -> LoggedEntry:
    row = Row(
        seq,
        f"{session}-{number}",
        session,
        "2026-03-01T09:30:00+00:00",
        1.0,
        "answered",
        "",
        "",
        "",
        "",
        "",
        1,
        "{}",
    )
    return LoggedEntry(StoredRow(row, checksum(row, NO_ROW)), {})


def history(lengths: list[int]) -> list[LoggedEntry]:
    seq, made = 0, []
    for session, length in enumerate(lengths):
        for number in range(length):
            seq += 1
            made.append(logged(f"{9 - session}", seq, number))
    return made


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.data())
def test_any_part_that_is_kept_is_completed_in_order_once(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], data: st.DataObject
) -> None:
    made = history(lengths)
    kept = data.draw(st.integers(0, len(made)))
    lines = data.draw(st.permutations(made + made[: data.draw(st.integers(0, len(made)))]))
    database = Database.create(tmp_path_factory.mktemp("replay") / DATABASE_FILE, None)
    with database.transaction():
        replay(database, made[:kept])
    with database.transaction():
        done = replay(database, in_order(lines))
    rows = [stored for page in database.pages() for stored in page]
    assert [stored.row for stored in rows] == [entry.stored.row for entry in made]
    assert (done.count, done.renumbered) == (len(made) - kept, 0)
    assert verify(rows, 0, NO_ROW)[0] == len(made)
    database.close()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.data())
def test_what_is_lost_leaves_no_gap_and_what_clashes_gets_a_new_number(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], data: st.DataObject
) -> None:
    made = history(lengths)
    left = [entry for entry in made if data.draw(st.booleans())]
    clashing = [logged("0-other", entry.stored.row.seq, number) for number, entry in enumerate(made[:2])]
    database = Database.create(tmp_path_factory.mktemp("replay") / DATABASE_FILE, None)
    with database.transaction():
        replay(database, clashing)
        done = replay(database, in_order(left))
    rows = [stored.row for page in database.pages() for stored in page]
    assert [row.seq for row in rows] == list(range(1, len(clashing) + len(left) + 1))
    assert [row.id for row in rows] == [entry.stored.row.id for entry in clashing + left]
    moved = sum(
        row.seq != entry.stored.row.seq for row, entry in zip(rows[len(clashing) :], left, strict=True)
    )
    assert done.renumbered == moved
    database.close()


def test_two_histories_that_clash_are_both_kept_and_the_user_is_told(tmp_path: Path) -> None:
    first = write_history(tmp_path / "a", (3,))
    second = write_history(tmp_path / "b", (2,))
    for log in (tmp_path / "b").glob("answers-*"):
        log.rename(tmp_path / "a" / log.name)
    record, report = opened(tmp_path / "a")
    assert [entry.id for entry in record.entries()] == [entry.id for entry in first + second]
    assert (report.replayed, report.renumbered) == (2, 2)
    assert "2 entries got new numbers." in report.sentences()
    record.close()


def test_what_came_before_and_after_a_restore_in_one_sitting_is_not_mixed(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    for number in range(3):
        record.append([answer(number)])
    record.backup()
    given_up = record.append([answer(number) for number in range(3, 6)])
    for _share in record.restore_steps("1"):
        pass
    after = record.append([answer(number) for number in range(6, 10)])
    record.close()
    (tmp_path / DATABASE_FILE).unlink()
    for backup in list_backups(tmp_path):
        backup.path.unlink()
    ids = [entry.id for entry in all_entries(tmp_path)]
    assert ids[3:] == [entry.id for entry in given_up + after]


def test_a_draft_that_cannot_be_read_is_told_of_once_and_the_others_stay(tmp_path: Path) -> None:
    write_history(tmp_path, (1, 1))
    database = Database.open_as_it_is(tmp_path / DATABASE_FILE, None)
    database._connection.execute("UPDATE drafts SET value = '{}' WHERE key = 'draft/1'")
    database.close()
    told = []
    for _start in range(3):
        record, report = opened(tmp_path)
        told.append(report.sentences())
        assert record.drafts() == {"draft/2": {"text": "half a thought 2"}}
        record.close()
    assert told == [["1 draft could not be read."], [], []]


def test_a_draft_newer_than_the_backup_is_taken_from_the_damaged_file(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.append([answer(1)])
    record.set_draft("typing", "old")
    record.set_draft("gone", "old")
    record.backup()
    made = record.append([answer(2)])
    record.set_draft("typing", "new")
    record.remove_draft("gone")
    assert record._database is not None
    record._database._connection.execute("UPDATE entries SET pack = 'other' WHERE seq = 2")
    crash(record)
    record, report = opened(tmp_path)
    assert report.repaired
    assert record.drafts() == {"typing": "new"}
    assert list(record.entries(after=1)) == made
    record.close()


def add_a_column(connection: apsw.Connection) -> None:
    connection.execute("CREATE TABLE cards (id TEXT PRIMARY KEY) STRICT")


def fail_half_way(connection: apsw.Connection) -> None:
    add_a_column(connection)
    raise apsw.FullError("injected")


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[Entry]]:
    """Pretend that the program has gone one schema further since the record was written."""
    made = write_history(tmp_path, (3,), backup_after=1)
    probe = apsw.Connection(":memory:")
    add_a_column(probe)
    statement = probe.execute("SELECT sql FROM sqlite_schema WHERE name = 'cards'").get
    probe.close()
    newest = schema.VERSION
    tables = {**schema._TABLES, newest + 1: (*schema._TABLES[newest], statement)}
    monkeypatch.setattr(schema, "VERSION", newest + 1)
    monkeypatch.setattr(schema, "_TABLES", tables)
    return tmp_path, made


def test_an_older_schema_is_upgraded_once_and_keeps_its_entries(
    next_version: tuple[Path, list[Entry]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, made = next_version
    monkeypatch.setattr(schema, "UPGRADES", (*schema.UPGRADES, add_a_column))
    record, report = opened(folder)
    assert list(record.entries()) == made
    assert not report.repaired
    record.close()
    assert all_entries(folder) == made
    # And a backup of the older version serves the newer one.
    (folder / DATABASE_FILE).write_bytes(b"damaged")
    assert all_entries(folder) == made


def test_an_upgrade_that_fails_leaves_the_old_schema(
    next_version: tuple[Path, list[Entry]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, made = next_version
    upgrades = schema.UPGRADES
    monkeypatch.setattr(schema, "UPGRADES", (*upgrades, fail_half_way))
    with pytest.raises(Expected) as told:
        opened(folder)
    assert told.value.code == "disk-full"
    monkeypatch.setattr(schema, "UPGRADES", (*upgrades, add_a_column))
    record, report = opened(folder)
    assert not report.repaired
    assert list(record.entries()) == made
    record.close()
