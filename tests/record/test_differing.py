"""What differs between a backup and the record: answers given since, notes that would come back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.base.record_difference import Counted, Difference
from crossread.operations.backups.backups import look_at_backups
from crossread.record.backup_names import list_backups
from crossread.record.counted import count_answers
from crossread.record.database import Database
from crossread.record.differing import difference, last_in_common
from crossread.record.record import Record
from crossread.record.restoring import find_backup
from tests.record.making import answer, opened
from tests.record.test_restoring import a_folder, restore


def note(key: str, text: str = "words") -> NewEntry:
    return NewEntry(kind="note-set", pack="ferry", payload={"key": key, "text": text})


def removed(key: str) -> NewEntry:
    return NewEntry(kind="note-removed", pack="ferry", payload={"key": key})


def highlight(name: str) -> NewEntry:
    return NewEntry(kind="highlight-set", pack="ferry", payload={"id": name, "meaning": "evidence"})


def never() -> bool:
    return False


def asked(record: Record) -> Callable[[Callable[[Record], Any]], Any]:
    def ask(job: Callable[[Record], Any]) -> Any:
        return job(record)

    return ask


def differs(record: Record, folder: Path, name: str) -> Difference:
    copy = Database.open_read_only(find_backup(folder, name).path, None)
    try:
        return difference(copy, asked(record), never)
    finally:
        copy.close()


def test_what_was_done_since_is_counted_and_what_was_only_passed_through_is_not(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.append([answer(1), note("passage/a"), highlight("x")])
    record.backup()
    assert differs(record, tmp_path, "1") == Difference(Counted(), Counted(), same=True)
    record.append([NewEntry(kind="session"), NewEntry(kind="time-spent", payload={"seconds": 3})])
    assert differs(record, tmp_path, "1") == Difference(Counted(), Counted(), same=False)
    record.append([answer(2), answer(3), NewEntry(kind="reviewed"), NewEntry(kind="cell-set")])
    back = NewEntry(kind="reviewed")
    record.append([back, NewEntry(kind="review-undone", payload={"entry": back.id})])  # no answer given
    record.append([note("passage/b"), note("passage/b", "other words"), highlight("y")])
    assert differs(record, tmp_path, "1").gone == Counted(answers=3, notes=2, others=1)
    record.close()


def test_a_review_that_was_taken_back_counts_as_no_answer_in_lists_and_backups(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    review = NewEntry(kind="reviewed")
    record.append([answer(1), review])
    record.append([NewEntry(kind="review-undone", payload={"entry": review.id})])
    record.backup()
    record.close()
    assert count_answers(tmp_path)[0] == 1
    (backup,) = look_at_backups(tmp_path)
    assert backup.answers == 1


def test_a_note_that_was_removed_or_written_anew_would_come_back(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.append([note("passage/a"), note("passage/b"), note("stage/1"), highlight("x")])
    record.backup()
    record.append([removed("passage/a"), note("passage/b", "anew"), note("stage/1", "")])
    record.append([note("passage/c", ""), removed("passage/never")])
    found = differs(record, tmp_path, "1")
    assert (found.back.notes, found.gone.notes) == (3, 2)
    record.close()


def test_after_a_restore_what_was_given_up_stands_in_the_backup_and_not_now(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.append([answer(1)])
    record.backup()
    record.append([answer(2), answer(3), note("passage/a")])
    restore(record, find_backup(tmp_path, "1"))
    record.append([answer(4)])
    assert differs(record, tmp_path, "2") == Difference(Counted(answers=1), Counted(2, 1), same=False)
    record.close()


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 30), st.integers(0, 20), st.integers(0, 20))
def test_the_last_entry_in_common_is_found_wherever_it_is(common: int, there: int, here: int) -> None:
    with a_folder() as folder:
        record, _report = opened(folder)
        record.append([answer(number) for number in range(common)])
        record.backup()
        record.append([answer(number) for number in range(there)])
        record.backup("asked")
        newest = list_backups(folder)[0]
        if there:
            restore(record, find_backup(folder, "1"))
        record.append([answer(number) for number in range(here)])
        copy = Database.open_read_only(newest.path, None)
        assert last_in_common(copy, asked(record)) == common
        found = difference(copy, asked(record), never)
        copy.close()
        assert (found.gone.answers, found.back.answers) == (here, there)
        record.close()


def test_it_can_be_stopped(tmp_path: Path) -> None:
    record, _report = opened(tmp_path)
    record.append([answer(1)])
    record.backup()
    record.append([answer(2)])
    copy = Database.open_read_only(find_backup(tmp_path, "1").path, None)
    with pytest.raises(Expected) as told:
        difference(copy, asked(record), lambda: True)
    assert told.value.code == "backup-stopped"
    copy.close()
    record.close()
