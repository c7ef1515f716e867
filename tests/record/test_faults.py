"""A disk that refuses: what one moment or one sentence alone can tell; the rest is in tests/torture."""

from pathlib import Path

import apsw
import pytest

from crossread.base.errors import Expected
from tests.record.faulty_disk import faulty_disk
from tests.record.making import all_entries, answer, opened


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


def test_a_disk_that_is_full_when_the_record_is_opened_says_nothing_of_answers(tmp_path: Path) -> None:
    with faulty_disk() as disk:
        disk.fail(1, apsw.FullError, for_ever=True)
        with pytest.raises(Expected) as refused:
            opened(tmp_path / "learner", disk.name)
        disk.heal()
    assert refused.value.code == "disk-full"
    assert "cannot be opened" in refused.value.message
