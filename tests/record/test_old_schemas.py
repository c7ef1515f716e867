"""Records of older schemas: upgraded whole or not at all, wherever that is cut, with a backup made before."""

import shutil
import sys
from contextlib import suppress
from pathlib import Path

import apsw
import pytest

from crossread.base.errors import Expected
from crossread.record import schema
from crossread.record.backups import list_backups
from crossread.record.record import DATABASE_FILE, Record
from tests.record.faulty_disk import every_change, faulty_disk
from tests.record.making import SetClock, answer, opened
from tests.record.old_schemas import OLD, as_held, copy_of, held_by
from tests.torture.power import recording, states

old_schemas = pytest.mark.parametrize("old", OLD)


def version_in(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64])


def assert_all_is_there(record: Record, old: str) -> None:
    held = held_by(old)
    assert [as_held(entry) for entry in record.entries()] == held
    assert set(record.drafts()) == {f"answer/khojaly-1992/question-{number}" for number in (1, 2, 3)}
    for entry in held:
        for name in (entry["seen_digest"], entry["key_digest"]):
            assert not name or record.seen(name) is not None


def test_there_is_a_record_of_every_older_schema() -> None:
    assert [f"schema-{version}" for version in range(1, schema.VERSION)] == OLD
    assert [version_in(copy) for copy in (place(old) for old in OLD)] == list(range(1, schema.VERSION))


def place(old: str) -> Path:
    return Path(__file__).parent.parent / "fixtures" / "records" / old / DATABASE_FILE


@old_schemas
def test_an_older_record_is_upgraded_with_all_that_it_holds(old: str, tmp_path: Path) -> None:
    folder = copy_of(old, tmp_path / "learner")
    record, report = opened(folder)
    assert not report.repaired
    assert_all_is_there(record, old)
    of_pack = record.ask(lambda queries: queries.of_pack("khojaly-1992", 3))
    assert [one.row.seq for one in of_pack] == [e["seq"] for e in held_by(old) if e["seq"] > 3 and e["pack"]]
    made = record.append([answer(99)])
    assert made[0].seq == len(held_by(old)) + 1
    record.close()
    assert version_in(folder / DATABASE_FILE) == schema.VERSION
    again, report = opened(folder)
    assert not report.full
    assert report.entries == made[0].seq
    again.close()


@old_schemas
def test_before_the_upgrade_a_backup_is_made_of_the_record_as_it_was(old: str, tmp_path: Path) -> None:
    folder = copy_of(old, tmp_path / "learner")
    before = {backup.path.name for backup in list_backups(folder)}
    record, _report = opened(folder)
    (made,) = [backup for backup in list_backups(folder) if backup.path.name not in before]
    assert version_in(made.path) == int(old.removeprefix("schema-"))
    record.close()
    (folder / DATABASE_FILE).write_bytes(b"")
    for log in folder.glob("answers-*.log"):
        log.unlink()
    restored, report = opened(folder)  # of the backup alone, upgraded on its way
    assert report.repaired
    assert_all_is_there(restored, old)
    restored.close()


@old_schemas
def test_a_damaged_older_record_comes_back_from_its_backup_and_second_logs(old: str, tmp_path: Path) -> None:
    folder = copy_of(old, tmp_path / "learner")
    path = folder / DATABASE_FILE
    content = bytearray(path.read_bytes())
    content[4096 : 2 * 4096] = bytes(4096)
    path.write_bytes(content)
    record, report = opened(folder)
    assert report.repaired
    assert [as_held(entry) for entry in record.entries()] == held_by(old)
    record.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no place of an open file")
@old_schemas
def test_wherever_the_power_goes_during_the_upgrade_all_is_there_afterwards(old: str, tmp_path: Path) -> None:
    base = tmp_path / "base"
    folder = copy_of(old, base / "learner")
    with recording(base) as recorded:
        record, _report = opened(folder, recorded.vfs)
        record.close()
    versions = set()
    for _cut, files in states(recorded, recorded.now + 1, seed=1):
        state = tmp_path / "state"
        for name, content in files.items():
            path = state / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        versions.add(version_in(state / "learner" / DATABASE_FILE))
        record, report = opened(state / "learner")
        assert not report.repaired
        assert_all_is_there(record, old)
        record.close()
        shutil.rmtree(state)
    assert versions >= {int(old.removeprefix("schema-")), schema.VERSION}


@old_schemas
@pytest.mark.parametrize("error", [apsw.IOError, apsw.FullError])
@pytest.mark.parametrize("for_ever", [False, True])
def test_whatever_the_disk_refuses_during_the_upgrade_all_is_there_afterwards(
    old: str, error: type[apsw.Error], tmp_path: Path, *, for_ever: bool
) -> None:
    with faulty_disk() as disk:
        for at in every_change(400):
            folder = copy_of(old, tmp_path / str(at))
            disk.fail(at, error, for_ever=for_ever)
            with suppress(Expected):
                Record.open(folder, SetClock(), disk.name).close()
            stepped = disk.plan.done
            disk.heal()
            record, report = opened(folder)
            assert not report.repaired
            assert_all_is_there(record, old)
            record.close()
            shutil.rmtree(folder)
            if stepped < at:
                break


def test_a_newer_record_whose_end_is_in_its_journal_is_opened_for_nothing(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.append([answer()])
    record.close()
    with apsw.Connection(str(tmp_path / DATABASE_FILE)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    _note_schema(tmp_path, schema.VERSION + 1)
    (tmp_path / f"{DATABASE_FILE}-journal").write_bytes(bytes(512))  # there, and nothing to be put back
    with pytest.raises(Expected) as refused:
        Record.open(tmp_path, SetClock())
    assert refused.value.code == "record-newer"


def _note_schema(folder: Path, version: int) -> None:
    from crossread.record.rows import value_checksum

    with apsw.Connection(str(folder / DATABASE_FILE)) as connection:
        connection.execute(
            "UPDATE meta SET value = ?, checksum = ? WHERE key = 'schema'",
            (str(version), value_checksum("schema", str(version))),
        )
