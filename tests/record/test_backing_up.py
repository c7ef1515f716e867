"""Backups and restores asked of the writer: between what is saved, told when done, and never in its way."""

import threading
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.record.backup_names import list_backups
from crossread.record.outcomes import Checked, OpenResult, Saved
from crossread.record.record import Record
from crossread.record.writer import Writer
from tests.patience import LONGEST_S
from tests.record.making import SetClock, all_entries, answer, write_history

SOON = LONGEST_S


class Asked:
    """A writer, and what it answered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.writer = Writer(folder, SetClock())
        self.checked: list[Checked] = []
        self.done: list[bool | Expected] = []
        self.shares: list[float] = []
        self.saved: list[str] = []
        self._came = threading.Condition()

    def open(self) -> "Asked":
        self.writer.start(ignored, checked=self._checked, take=taken)
        self.wait(1)
        return self

    def _checked(self, checked: Checked) -> None:
        with self._came:
            self.checked.append(checked)
            self._came.notify_all()

    def take(self, done: bool | Expected) -> None:
        with self._came:
            self.done.append(done)
            self._came.notify_all()

    def wait(self, checks: int = 0, done: int = 0) -> None:
        with self._came:
            assert self._came.wait_for(
                lambda: len(self.checked) >= checks and len(self.done) >= done, SOON
            ), (self.checked, self.done)

    def give(self, number: int) -> None:
        self.writer.append([answer(number)], self._saved)

    def _saved(self, result: object) -> None:
        assert isinstance(result, Saved)
        self.saved += [entry.id for entry in result.entries]


def taken(record: Record) -> list[str]:
    return [entry.id for entry in record.entries()]


def ignored(_result: OpenResult) -> None:
    pass


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    write_history(tmp_path, (4, 3), backup_after=2)
    return Asked(tmp_path).open()


def test_one_that_is_asked_for_is_made_though_nothing_was_added(asked: Asked) -> None:
    asked.writer.back_up("asked", asked.take, asked.shares.append)
    asked.wait(done=1)
    asked.writer.back_up("asked", asked.take, asked.shares.append, always=True)
    asked.wait(done=2)
    assert asked.done == [False, True]
    assert asked.shares[-1] == 1.0
    assert [backup.why for backup in list_backups(asked.folder)] == ["asked", "start", "start"]
    assert asked.writer.close(SOON)


def test_answers_go_on_being_saved_and_are_in_the_record(asked: Asked) -> None:
    for number in range(20):
        asked.writer.back_up("asked", asked.take, always=True)
        asked.give(number)
    asked.wait(done=20)
    assert asked.writer.flush(SOON)
    assert asked.writer.close(SOON)
    assert [entry.id for entry in all_entries(asked.folder)][-20:] == asked.saved


def test_a_restore_hands_the_record_over_anew_and_what_comes_after_goes_on_it(asked: Asked) -> None:
    asked.give(70)
    asked.writer.set_draft("typed", {"text": "before"})
    asked.writer.restore("1", asked.take, asked.shares.append)
    asked.give(71)
    asked.wait(checks=2, done=1)
    assert asked.writer.flush(SOON)
    assert asked.done == [True]
    again = asked.checked[1].reopened
    assert again is not None
    assert len(again.taken) == 4
    assert again.drafts == {"draft/1": {"text": "half a thought 1"}}
    assert 0 < asked.shares[0] < asked.shares[-1] <= 1
    assert asked.writer.close(SOON)
    assert [entry.id for entry in all_entries(asked.folder)] == [*again.taken, asked.saved[1]]
    kept = {backup.why for backup in list_backups(asked.folder)}
    assert "restore" in kept


def test_after_a_restore_the_newest_backup_is_of_what_was_restored(asked: Asked) -> None:
    asked.writer.restore("1", asked.take)
    asked.wait(done=1)
    asked.writer.back_up("asked", asked.take)  # behind the one that follows a restore
    asked.wait(done=2)
    assert [backup.why for backup in list_backups(asked.folder)][:2] == ["restored", "restore"]
    assert asked.writer.close(SOON)


def test_a_restore_that_is_cancelled_changes_nothing(asked: Asked) -> None:
    asked.writer.restore("1", asked.take, stopped=lambda: True)
    asked.wait(done=1)
    assert isinstance(asked.done[0], Expected)
    assert asked.done[0].code == "backup-stopped"
    assert len(asked.checked) == 1
    asked.give(1)
    assert asked.writer.flush(SOON)
    assert asked.writer.close(SOON)
    assert len(all_entries(asked.folder)) == 8


def test_who_waits_for_a_backup_when_the_record_closes_is_told(asked: Asked) -> None:
    for _one in range(30):
        asked.writer.back_up("asked", asked.take, always=True)
    assert asked.writer.close(SOON)
    asked.wait(done=30)
    assert isinstance(asked.done[-1], Expected)
    assert not list((asked.folder / "backups").glob("*.making*"))
    asked.writer.back_up("asked", asked.take)
    assert isinstance(asked.done[-1], Expected)
