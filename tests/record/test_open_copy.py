"""A record that another program has open: read as it is at one moment, whatever that program does."""

from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.record import open_copy, schema
from crossread.record.database import Database
from crossread.record.errors import Damaged
from crossread.record.open_copy import copy_of_open
from crossread.record.record import DATABASE_FILE
from crossread.record.rows import entry_of
from tests.patience import wait_until
from tests.record.another_program import another_program, files_in
from tests.record.making import all_entries, opened, write_history

LOOKS = 12


def ids(database: Database) -> list[str]:
    return [entry_of(one.row).id for page in database.pages() for one in page]


def test_a_record_at_rest_is_read_whole_and_nothing_is_written(tmp_path: Path) -> None:
    made = write_history(tmp_path, (5, 3))
    with another_program(tmp_path):
        before = {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path) if name != "backups"}
        copy = copy_of_open(tmp_path / DATABASE_FILE)
        assert ids(copy)[:8] == [entry.id for entry in made]
        assert len(ids(copy)) == 9
        assert copy.seen(made[1].seen_digest)
        assert "draft/1" in copy.drafts()[0]
        copy.close()
        assert before == {name: (tmp_path / name).read_bytes() for name in before}
        assert files_in(tmp_path) == {*before} | {"backups"} & files_in(tmp_path)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for a moment of rest for as long as a slow disk may need."""
    monkeypatch.setattr(open_copy, "_LOOKS", 4000)
    monkeypatch.setattr(open_copy, "_REST_S", 0.005)


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize(("at_once", "pause"), [(1, 0.02), (40, 0.05)])
def test_while_it_is_written_to_each_look_finds_a_beginning_of_it(
    at_once: int, pause: float, tmp_path: Path
) -> None:
    write_history(tmp_path, (300,))
    looks: list[list[str]] = []
    with another_program(tmp_path, at_once=at_once, pause=pause) as child:

        def look() -> None:
            copy = copy_of_open(tmp_path / DATABASE_FILE)
            looks.append(ids(copy))
            copy.close()

        for _look in range(LOOKS):
            look()
        wait_until(lambda: len(looks[-1]) > len(looks[0]), look)  # it may not have had its turn until now
        child.kill()
        child.wait()
    whole = [entry.id for entry in all_entries(tmp_path)]
    for held in looks:
        assert held == whole[: len(held)]
        assert len(held) > 300
    assert [len(held) for held in looks] == sorted(len(held) for held in looks)


@pytest.mark.usefixtures("patient")
def test_a_program_that_is_killed_leaves_a_record_that_opens_as_ever(tmp_path: Path) -> None:
    write_history(tmp_path, (20,))
    with another_program(tmp_path, at_once=5, pause=0.02) as child:
        copy = copy_of_open(tmp_path / DATABASE_FILE)
        read = ids(copy)
        copy.close()
        child.kill()
        child.wait()
    assert [entry.id for entry in all_entries(tmp_path)][: len(read)] == read


def test_a_change_under_way_is_waited_for_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_copy, "_REST_S", 0)
    write_history(tmp_path, (5,))
    path = tmp_path / DATABASE_FILE
    schema.journal_of(path).write_bytes(b"what the pages were before")
    with pytest.raises(Expected) as busy:
        copy_of_open(path)
    assert busy.value.code == "record-busy"


def test_what_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_copy, "_REST_S", 0)
    write_history(tmp_path, (5,))
    path, read, reads = tmp_path / DATABASE_FILE, Path.read_bytes, []

    def read_and_write(file: Path) -> bytes:
        content = read(file)
        reads.append(len(content))
        if len(reads) < 3:
            record, _report = opened(tmp_path)
            record.set_draft("draft/9", {"text": "x" * 5000 * len(reads)})
            record.close()
        return content

    monkeypatch.setattr(Path, "read_bytes", read_and_write)
    copy = copy_of_open(path)
    assert "draft/9" in copy.drafts()[0]
    copy.close()
    assert len(reads) == 3


def test_damage_is_told_and_not_taken_for_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_copy, "_REST_S", 0)
    write_history(tmp_path, (30,))
    path = tmp_path / DATABASE_FILE
    path.write_bytes(path.read_bytes().replace(b"question-1", b"question-x"))
    with pytest.raises(Damaged):
        copy_of_open(path)


def test_a_record_of_a_newer_version_is_told(tmp_path: Path) -> None:
    write_history(tmp_path, (3,))
    path = tmp_path / DATABASE_FILE
    database = Database.open_as_it_is(path, None)
    database._connection.pragma("user_version", schema.VERSION + 1)
    database.close()
    with pytest.raises(Expected) as newer:
        copy_of_open(path)
    assert newer.value.code == "record-newer"


def test_one_that_is_too_long_for_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_history(tmp_path, (3,))
    monkeypatch.setattr(open_copy, "LARGEST", 1000)
    with pytest.raises(Expected) as long:
        copy_of_open(tmp_path / DATABASE_FILE)
    assert long.value.code == "record-too-long"
    assert "(1 MB)" in long.value.message
    assert "close that window and try again" in long.value.message  # what to do is said
    assert "Export it in the window that has it open" in long.value.message
