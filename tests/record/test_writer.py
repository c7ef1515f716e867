"""The writer: nobody waits for the disk, nothing overtakes, and "saved" is only said of what is durable."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.record.backups import list_backups
from crossread.record.outcomes import Checked, NotSaved, OpenResult, Saved
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.writer import Writer
from tests.patience import wait_until
from tests.record.desk import SOON, Desk, started, taken
from tests.record.faulty_disk import Disk, faulty_disk
from tests.record.making import SetClock, all_entries, answer, opened, write_history


@pytest.fixture
def disk() -> Iterator[Disk]:
    with faulty_disk() as faulty:
        yield faulty


@pytest.fixture
def desk(tmp_path: Path, disk: Disk) -> Iterator[Desk]:
    desk = Desk(tmp_path / "learner", disk.name)
    yield desk
    disk.heal()
    disk.let_go()
    desk.writer.close(SOON, discard=True)


def test_what_is_there_is_handed_over_before_the_check(desk: Desk) -> None:
    made = write_history(desk.folder, (3, 2))
    order: list[str] = []

    def opened_first(result: OpenResult) -> None:
        order.append("opened")
        desk.openings.append(result)

    def checked_last(result: Checked) -> None:
        order.append("checked")
        desk.noting(desk.checks)(result)

    desk.writer.start(opened_first, checked_last, lambda _done, _of: order.append("progress"), take=taken)
    desk.wait(lambda: desk.checks)
    assert list(desk.openings[0].taken) == made
    assert desk.openings[0].drafts == {
        "draft/1": {"text": "half a thought 1"},
        "draft/2": {"text": "half a thought 2"},
    }
    assert (order[0], order[1], order[-1]) == ("opened", "progress", "checked")
    assert desk.checks[0].reopened is None


def test_an_answer_is_saved_with_its_number_and_the_time_it_was_given(desk: Desk) -> None:
    started(desk)
    desk.give(1, count=2)
    desk.wait(lambda: desk.answers)
    outcome = desk.answers[0][1]
    assert isinstance(outcome, Saved)
    assert [entry.seq for entry in outcome.entries] == [1, 2]
    assert desk.writer.close(SOON)
    assert tuple(all_entries(desk.folder)) == outcome.entries


def test_answers_given_before_the_check_is_done_wait_for_it(desk: Desk, disk: Disk) -> None:
    disk.hold()
    desk.start()
    desk.give(1)
    desk.give(2)
    assert not desk.checks
    disk.let_go()
    desk.wait(lambda: len(desk.answers) == 2)
    assert desk.saved() == [1, 2]


def test_nobody_waits_for_a_slow_disk(desk: Desk, disk: Disk) -> None:
    started(desk)
    disk.hold()  # not one sync is done until all was asked for
    for number in range(20):
        desk.give(number)
        desk.writer.set_draft("typing", number)
        desk.writer.read(lambda record: record.drafts(), lambda _drafts: None)
    assert desk.saved() == []
    disk.let_go()
    desk.wait(lambda: len(desk.saved()) == 20)


def test_what_comes_in_during_a_slow_sync_is_written_together(desk: Desk, disk: Disk) -> None:
    started(desk)
    before = sum(operation.what == "sync" for operation in disk.operations)
    disk.hold()
    for number in range(20):
        desk.give(number)
    disk.let_go()
    desk.wait(lambda: len(desk.saved()) == 20)
    assert desk.saved() == list(range(20))
    assert sum(operation.what == "sync" for operation in disk.operations) - before < 40


def test_an_answer_that_was_refused_is_never_overtaken(desk: Desk, disk: Disk) -> None:
    started(desk)
    disk.fail(1, apsw.FullError, for_ever=True)
    for number in range(3):
        desk.give(number)
    desk.wait(lambda: {number for number, _outcome in desk.answers} == {0, 1, 2})
    assert desk.saved() == []
    assert {o.error.code for _n, o in desk.answers if isinstance(o, NotSaved)} == {"disk-full"}
    assert desk.writer.waiting == 3
    disk.heal()
    desk.give(3)
    desk.wait(lambda: len(desk.saved()) == 4)
    assert desk.saved() == [0, 1, 2, 3]


def test_a_retry_saves_what_was_refused_once(desk: Desk, disk: Disk) -> None:
    started(desk)
    given = range(1, 12)
    for at in given:
        disk.fail(at)
        desk.give(at)
        desk.writer.flush(SOON)  # returns when it is saved, or refused
        disk.heal()
        desk.writer.retry()
        assert desk.writer.flush(SOON)
    assert desk.saved() == list(given)
    assert any(isinstance(outcome, NotSaved) for _number, outcome in desk.answers)
    assert desk.writer.close(SOON)
    found = [entry.payload["response"] for entry in all_entries(desk.folder)]
    assert found == [answer(at).payload["response"] for at in range(1, 12)]


def test_drafts_are_written_once_with_their_newest_value(desk: Desk, disk: Disk) -> None:
    started(desk)
    told: list[Expected | None] = []
    before = len(disk.operations)
    for number in range(100):
        desk.writer.set_draft("typing", {"text": "x" * number}, desk.noting(told))
    desk.wait(lambda: len(told) == 100)
    assert told == [None] * 100
    assert sum(operation.what == "sync" for operation in disk.operations[before:]) < 10
    desk.writer.close(SOON)
    record, _report = opened(desk.folder)
    assert record.drafts() == {"typing": {"text": "x" * 99}}
    record.close()


def test_a_draft_given_just_before_closing_is_kept(desk: Desk) -> None:
    started(desk)
    desk.writer.set_draft("typing", "last words")
    assert desk.writer.close(SOON)
    record, _report = opened(desk.folder)
    assert record.drafts() == {"typing": "last words"}
    record.close()


def test_a_refused_draft_is_told_and_tried_again(desk: Desk, disk: Disk) -> None:
    started(desk)
    told: list[Expected | None] = []
    disk.fail(1, apsw.FullError, for_ever=True)
    desk.writer.set_draft("typing", 1, desk.noting(told))
    desk.wait(lambda: told)
    assert told[0] is not None
    assert told[0].code == "disk-full"
    disk.heal()
    desk.writer.retry()
    desk.wait(lambda: told[-1] is None)


def test_a_draft_is_not_forgotten_before_the_answer_it_became_is_saved(desk: Desk, disk: Disk) -> None:
    started(desk)
    desk.writer.set_draft("typing", "my answer")
    assert desk.writer.flush(SOON)
    disk.fail(1, apsw.FullError, for_ever=True)
    desk.give(1)
    desk.writer.remove_draft("typing")
    desk.wait(lambda: desk.answers)
    disk.heal()
    assert not desk.writer.flush(1.0)
    drafts: list[dict[str, Any] | Expected] = []
    desk.writer.read(lambda record: record.drafts(), desk.noting(drafts))
    desk.wait(lambda: drafts)
    assert drafts == [{"typing": "my answer"}]
    desk.writer.retry()
    assert desk.writer.flush(SOON)
    desk.writer.read(lambda record: record.drafts(), desk.noting(drafts))
    desk.wait(lambda: len(drafts) == 2)
    assert drafts[1] == {}


def test_reading_sees_what_was_given_before(desk: Desk) -> None:
    started(desk)
    desk.give(1)
    counted: list[int | Expected] = []
    desk.writer.read(lambda record: len(list(record.entries())), desk.noting(counted))
    desk.wait(lambda: counted)
    assert counted == [1]


def test_flush_tells_whether_all_is_saved(desk: Desk, disk: Disk) -> None:
    started(desk)
    desk.give(1)
    desk.writer.set_draft("typing", 1)
    assert desk.writer.flush(SOON)
    assert desk.writer.waiting == 0
    disk.fail(1, for_ever=True)
    desk.give(2)
    assert not desk.writer.flush(SOON)
    assert desk.writer.waiting == 1


def test_closing_with_something_unsaved_is_refused_until_it_is_saved_or_given_up(
    desk: Desk, disk: Disk
) -> None:
    started(desk)
    desk.give(1)
    assert desk.writer.flush(SOON)
    disk.fail(1, apsw.FullError, for_ever=True)
    desk.give(2)
    assert not desk.writer.close(SOON)
    assert not desk.writer.close(SOON)
    disk.heal()
    desk.writer.retry()
    desk.wait(lambda: desk.saved() == [1, 2])
    disk.fail(1, apsw.FullError, for_ever=True)
    desk.give(3)
    assert desk.writer.close(SOON, discard=True)
    disk.heal()
    assert len(all_entries(desk.folder)) == 2


def test_closing_does_not_wait_longer_than_told(desk: Desk, disk: Disk) -> None:
    started(desk)
    disk.hold()
    desk.give(1)
    assert not desk.writer.close(0.1)
    assert not desk.answers  # the disk is still held: it was not waited for
    disk.let_go()
    assert desk.writer.close(SOON)
    assert desk.saved() == [1]
    assert len(all_entries(desk.folder)) == 1


def test_an_exit_through_close_is_clean(desk: Desk) -> None:
    started(desk)
    desk.give(1)
    assert desk.writer.close(SOON)
    assert desk.writer.close(SOON)
    record, report = opened(desk.folder)
    assert not report.full
    record.close()


def test_a_record_open_elsewhere_is_told_and_opened_when_it_is_free(desk: Desk) -> None:
    other, _report = opened(desk.folder)
    desk.start()
    desk.wait(lambda: desk.checks)
    for error in (desk.openings[0].error, desk.checks[0].error):
        assert error is not None
        assert error.code == "record-locked"
    desk.give(1)
    desk.wait(lambda: desk.answers)
    assert isinstance(desk.answers[0][1], NotSaved)
    found: list[dict[str, Any] | Expected] = []
    desk.writer.read(lambda record: record.drafts(), desk.noting(found))
    desk.wait(lambda: found)
    assert isinstance(found[0], Expected)
    other.close()
    desk.writer.retry()
    desk.wait(lambda: desk.saved() == [1])
    assert desk.openings[-1].error is None


def test_a_damaged_record_is_repaired_before_it_is_handed_over(desk: Desk) -> None:
    made = write_history(desk.folder, (4, 3), backup_after=1)
    (desk.folder / DATABASE_FILE).write_bytes(b"")
    started(desk)
    assert list(desk.openings[0].taken) == made
    report = desk.checks[0].report
    assert report is not None
    assert report.repaired
    assert report.answers == 7


def test_entries_that_only_the_second_log_had_are_handed_over_anew(desk: Desk) -> None:
    made = write_history(desk.folder, (4, 3), backup_after=1)
    (backup,) = list_backups(desk.folder)
    (desk.folder / DATABASE_FILE).write_bytes(backup.path.read_bytes())
    started(desk)
    assert list(desk.openings[0].taken) == made[:4]
    assert desk.checks[0].reopened is not None
    assert list(desk.checks[0].reopened.taken) == made


def test_a_record_beyond_repair_is_told_and_can_be_started_fresh(desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / DATABASE_FILE).write_bytes(b"nothing of a database")
    desk.start()
    desk.wait(lambda: desk.checks)
    assert desk.openings[0].error is not None
    assert desk.openings[0].error.code == "record-beyond-repair"
    done: list[Expected | None] = []
    desk.writer.start_fresh(desk.noting(done))
    desk.wait(lambda: done)
    assert done == [None]
    desk.give(1)
    desk.wait(lambda: desk.saved() == [1])


def test_damage_met_while_running_is_repaired_and_the_answer_saved(desk: Desk) -> None:
    made = write_history(desk.folder, (4,), backup_after=1)
    started(desk)

    def ruin(record: Record) -> None:
        assert record._database is not None
        record._database._connection.execute("DROP TABLE seen")

    desk.writer.read(ruin, lambda _none: None)
    desk.give(1)
    desk.wait(lambda: desk.saved() == [1])
    report = desk.checks[-1].report
    assert report is not None
    assert report.repaired
    assert desk.writer.close(SOON)
    assert all_entries(desk.folder)[:4] == made


def test_a_backup_is_made_after_the_check_and_between_answers(desk: Desk) -> None:
    write_history(desk.folder, (4,))
    started(desk)
    desk.give(1)
    desk.wait(lambda: desk.saved() == [1])
    wait_until(lambda: list_backups(desk.folder))
    assert len(list_backups(desk.folder)) == 1


def test_a_backup_that_fails_is_told_and_stops_nothing(
    desk: Desk, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_history(desk.folder, (4,))

    def refuse(*_what: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crossread.record.backups.sync_folder", refuse)
    started(desk)
    desk.wait(lambda: desk.troubles)
    assert desk.troubles[0].code == "backup-no-room"
    desk.give(1)
    desk.wait(lambda: desk.saved() == [1])


def test_an_unknown_kind_is_a_bug_of_the_caller(desk: Desk) -> None:
    started(desk)
    with pytest.raises(ValueError, match="daydreamed"):
        desk.writer.append([NewEntry(kind="daydreamed")], lambda _outcome: None)
    with pytest.raises(TypeError):
        desk.writer.set_draft("typing", {1, 2})


def test_an_error_in_a_callback_is_reported_as_a_bug_and_stops_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda what: bugs.append(what.exc_type))
    started(desk)

    def fall_over(_outcome: object) -> None:
        raise ZeroDivisionError

    desk.writer.append([answer(1)], fall_over)
    desk.writer.read(lambda _record: 1 / 0, desk.noting([]))
    desk.give(2)
    desk.wait(lambda: desk.saved() == [2])
    assert bugs == [ZeroDivisionError, ZeroDivisionError]


def test_the_writers_own_thread_cannot_wait_for_itself(desk: Desk) -> None:
    started(desk)
    found: list[str | Expected] = []

    def job(_record: Record) -> str:
        try:
            desk.writer.flush(1)
        except RuntimeError:
            return "refused"
        return "waited"

    desk.writer.read(job, desk.noting(found))
    desk.wait(lambda: found)
    assert found == ["refused"]


def test_a_writer_never_started_closes_at_once(tmp_path: Path) -> None:
    assert Writer(tmp_path, SetClock()).close(0.1)
