"""A disk that refuses: never "saved" when it is not, nothing twice, nothing half, and it can be retried."""

import shutil
from pathlib import Path

import apsw
import pytest

from crossread.base.errors import Expected
from crossread.record.record import DATABASE_FILE
from tests.record.faulty_disk import every_change, faulty_disk
from tests.record.making import all_entries, answer, crash, opened, write_history

FAULTS = [
    pytest.param(apsw.IOError, "not-saved", id="I/O error"),
    pytest.param(apsw.FullError, "disk-full", id="disk full"),
]


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize(("error", "code"), FAULTS)
def test_a_refused_append_is_told_and_its_retry_writes_once(
    tmp_path: Path, error: type[apsw.Error], code: str, *, for_ever: bool
) -> None:
    refused = 0
    for at in every_change():
        folder = tmp_path / str(at)
        with faulty_disk() as disk:
            record, _report = opened(folder, disk.name)
            made = record.append([answer(0)])
            prepared = record.prepare([answer(1), answer(2)])
            disk.fail(at, error, for_ever=for_ever)
            try:
                made += record.write(prepared)
            except Expected as told:
                assert told.code == code  # noqa: PT017  (it may also go well: that ends the loop)
                refused += 1
            else:
                disk.heal()
                record.close()
                break
            disk.heal()
            made += record.write(prepared)
            made += record.append([answer(3)])
            assert list(record.entries()) == made
            record.close()
        (folder / DATABASE_FILE).rename(folder / "out-of-the-way")
        assert all_entries(folder) == made  # the second log alone has them all, once
    assert refused >= 6


@pytest.mark.parametrize(("error", "code"), FAULTS)
def test_a_crash_after_a_refused_append_leaves_all_of_its_list_or_nothing(
    tmp_path: Path, error: type[apsw.Error], code: str
) -> None:
    outcomes = set()
    for at in every_change():
        folder = tmp_path / str(at)
        with faulty_disk() as disk:
            record, _report = opened(folder, disk.name)
            made = record.append([answer(0)])
            prepared = record.prepare([answer(1), answer(2)])
            disk.fail(at, error, for_ever=True)
            try:
                record.write(prepared)
            except Expected as told:
                assert told.code == code  # noqa: PT017
            refused = disk.plan.done >= at
            crash(record)
        if not refused:
            break
        found = [entry.id for entry in all_entries(folder)]
        ids = [entry.row.id for entry in prepared]
        assert found in ([made[0].id], [made[0].id, *ids])
        outcomes.add(len(found))
    assert outcomes == {1, 3}


def test_an_append_that_did_not_reach_the_second_log_is_not_saved(tmp_path: Path) -> None:
    with faulty_disk() as disk:
        record, _report = opened(tmp_path, disk.name)
        made = record.append([answer(0)])
        changes = len(disk.operations)
        made += record.append([answer(1)])
        changes = len(disk.operations) - changes
        disk.fail(changes)  # the last change of an append is the sync of the second log
        prepared = record.prepare([answer(2)])
        with pytest.raises(Expected) as told:
            record.write(prepared)
        assert told.value.code == "not-saved"
        assert len(list(record.entries())) == 3
        made += record.append([answer(3)])  # what is owed to the log goes before
        made[2:2] = record.write(prepared)
        record.close()
    assert [entry.seq for entry in made] == [1, 2, 3, 4]
    assert all_entries(tmp_path) == made


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_refused_draft_is_told_and_can_be_set_again(tmp_path: Path, *, for_ever: bool) -> None:
    for at in every_change():
        with faulty_disk() as disk:
            record, _report = opened(tmp_path / str(at), disk.name)
            record.set_draft("a", 1)
            disk.fail(at, apsw.FullError, for_ever=for_ever)
            try:
                record.set_draft("a", 2)
            except Expected as told:
                assert told.code == "disk-full"  # noqa: PT017
            refused = disk.plan.done >= at
            disk.heal()
            assert record.drafts()["a"] in (1, 2)
            record.set_draft("a", 3)
            assert record.drafts() == {"a": 3}
            record.close()
        if not refused:
            break
    assert at > 4


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_trouble_while_repairing_changes_nothing_and_the_next_try_repairs(
    tmp_path: Path, *, for_ever: bool
) -> None:
    made = write_history(tmp_path / "start", (4, 3), backup_after=1)
    damaged = (tmp_path / "start" / DATABASE_FILE).read_bytes()[:6000]
    (tmp_path / "start" / DATABASE_FILE).write_bytes(damaged)
    for at in every_change():
        folder = tmp_path / str(at)
        shutil.copytree(tmp_path / "start", folder)
        with faulty_disk() as disk:
            disk.fail(at, for_ever=for_ever)
            try:
                record, _report = opened(folder, disk.name)
                record.close()
            except Expected as told:
                assert told.code in ("record-unreadable", "not-saved")  # noqa: PT017
            finished = disk.plan.done < at
        assert all_entries(folder) == made
        kept = list(folder.glob("*.damaged-*"))
        assert [path.read_bytes() for path in kept] == [damaged]
        if finished:
            break
    assert at > 10


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_refused_start_leaves_the_record_as_it_was(tmp_path: Path, *, for_ever: bool) -> None:
    made = write_history(tmp_path / "start", (4,))
    record, _report = opened(tmp_path / "start")
    made += record.append([answer(4)])
    crash(record)
    for at in every_change():
        folder = tmp_path / str(at)
        shutil.copytree(tmp_path / "start", folder)
        with faulty_disk() as disk:
            disk.fail(at, for_ever=for_ever)
            try:
                record, _report = opened(folder, disk.name)
                record.close()
            except Expected as told:
                assert told.code in ("record-unreadable", "not-saved")  # noqa: PT017
            finished = disk.plan.done < at
        assert all_entries(folder) == made
        assert not list(folder.glob("*.damaged-*"))
        if finished:
            break
    assert at > 3


def test_a_disk_that_is_full_when_the_record_is_opened_says_nothing_of_answers(tmp_path: Path) -> None:
    with faulty_disk() as disk:
        disk.fail(1, apsw.FullError, for_ever=True)
        with pytest.raises(Expected) as refused:
            opened(tmp_path / "learner", disk.name)
        disk.heal()
    assert refused.value.code == "disk-full"
    assert "cannot be opened" in refused.value.message
