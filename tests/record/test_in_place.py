"""Files that are replaced or removed while the record is open: nothing is called saved that went nowhere."""

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from crossread.base.entries import Entry
from crossread.base.errors import Expected
from crossread.record import in_place
from crossread.record.outcomes import NotSaved
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.second_log import log_files, log_path, read_log
from tests.record.desk import SOON, Desk, started
from tests.record.making import all_entries, answer, crash, opened, write_history

Mishap = Callable[[Path], None]
TRIES = 4


def put_an_older_one_there(folder: Path) -> None:
    """Do as a program that brings a folder up to date: what is open keeps its file, and that has no name."""
    older = folder.parent / "older"
    (older / DATABASE_FILE).replace(folder / DATABASE_FILE)


def remove_database(folder: Path) -> None:
    (folder / DATABASE_FILE).unlink()


def remove_logs(folder: Path) -> None:
    for name in log_files(folder):
        (folder / name).unlink()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_history(tmp_path / "learner", (2,))
    shutil.copytree(tmp_path / "learner", tmp_path / "older")
    return tmp_path / "learner"


def saved_in_the_end(record: Record, number: int) -> Entry:
    """Write an answer as the writer does: where damage is met, that is repaired first."""
    prepared = record.prepare([answer(number)])
    for _try in range(TRIES):
        try:
            (made,) = record.write(prepared)
        except Expected as error:
            if error.code != "record-damaged":
                raise
            record.check()
        else:
            return made
    raise AssertionError("it cannot be saved")


@pytest.mark.parametrize("mishap", [put_an_older_one_there, remove_database, remove_logs])
@pytest.mark.parametrize("exit_", ["killed", "closed"])
def test_what_is_called_saved_is_there_twice_whatever_was_taken_away(
    folder: Path, mishap: Mishap, exit_: str
) -> None:
    record, _report = opened(folder)
    before = list(record.entries())
    made = record.append([answer(5), answer(6)])
    mishap(folder)
    made.append(saved_in_the_end(record, 7))
    made.append(saved_in_the_end(record, 8))
    log = log_path(folder, record.session)
    crash(record) if exit_ == "killed" else record.close()
    assert {entry.stored.row.id for entry in read_log(log).entries} >= {entry.id for entry in made}
    assert [entry.id for entry in all_entries(folder)] == [entry.id for entry in before + made]


def test_what_was_shown_with_answers_goes_into_the_log_anew(folder: Path) -> None:
    record, _report = opened(folder)
    made = record.append([answer(5)])
    remove_logs(folder)
    made += record.append([answer(8)])  # shown the same question
    record.close()
    remove_database(folder)
    again, _report = opened(folder)
    assert [entry.id for entry in again.entries()][-2:] == [entry.id for entry in made]
    assert [again.seen(entry.seen_digest) for entry in made] == [answer(5).seen] * 2
    again.close()


def test_a_draft_is_not_called_saved_where_the_record_is_gone(folder: Path) -> None:
    record, _report = opened(folder)
    record.append([answer(5)])
    remove_database(folder)
    with pytest.raises(Expected) as refused:
        record.set_draft("typing", "half a thought")
    assert refused.value.code == "record-damaged"
    record.check()
    record.set_draft("typing", "half a thought")
    crash(record)
    again, _report = opened(folder)
    assert again.drafts()["typing"] == "half a thought"
    again.close()


def test_what_was_saved_before_and_is_gone_with_all_copies_is_told(folder: Path) -> None:
    record, _report = opened(folder)
    made = record.append([answer(5)])
    shutil.rmtree(folder)
    folder.mkdir()
    prepared = record.prepare([answer(6)])
    with pytest.raises(Expected):
        record.write(prepared)
    report = record.check()
    assert report.repaired
    assert "2 entries could not be restored." in report.sentences()
    made += record.write(prepared)
    assert not record.check().sentences()  # told once
    record.close()
    assert [entry.id for entry in all_entries(folder)] == [entry.id for entry in made]


def test_a_folder_that_is_gone_is_not_made_anew_and_what_is_answered_waits_for_it(folder: Path) -> None:
    desk = Desk(folder)
    started(desk).give(1)
    desk.wait(lambda: desk.saved() == [1])
    away = folder.with_name("away")
    shutil.copytree(folder, away)
    shutil.rmtree(folder)
    desk.give(2)
    desk.wait(lambda: any(isinstance(outcome, NotSaved) for _number, outcome in desk.answers))
    assert desk.saved() == [1]
    assert not folder.exists()
    assert not desk.writer.close(SOON)
    away.rename(folder)  # the stick is back
    desk.writer.retry()
    desk.wait(lambda: desk.saved() == [1, 2])
    assert desk.writer.close(SOON)
    assert len(all_entries(folder)) == 4


@pytest.mark.parametrize("at_each_look", [True, False])
def test_on_a_drive_that_numbers_files_anew_answers_are_saved_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, at_each_look: bool
) -> None:
    numbers = count()
    looks = count()

    def numbered_anew(_path: Path) -> tuple[int, int]:
        look = next(looks)
        return (0, next(numbers) if at_each_look else look // 4)

    monkeypatch.setattr(in_place, "_identity", numbered_anew)
    record, _report = opened(folder)
    made = [saved_in_the_end(record, number) for number in range(12)]
    record.close()
    assert [entry.id for entry in all_entries(folder)][2:] == [entry.id for entry in made]
