"""The writer in trouble that no disk made: a mistake of the program stops no saving, and is not hushed up."""

import threading
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from crossread.base.errors import Expected
from crossread.record.backups import list_backups
from crossread.record.record import Record
from tests.record.desk import SOON, Desk, started
from tests.record.faulty_disk import Disk, faulty_disk
from tests.record.making import all_entries, write_history


@pytest.fixture
def disk() -> Iterator[Disk]:
    with faulty_disk() as faulty:
        yield faulty


@pytest.fixture
def desk(tmp_path: Path, disk: Disk) -> Iterator[Desk]:
    desk = Desk(tmp_path / "learner", disk.name)
    yield desk
    disk.heal()
    desk.writer.close(SOON, discard=True)


@pytest.fixture
def bugs(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    found: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda what: found.append(what.exc_type))
    return found


class Mistake(Exception):  # noqa: N818  (what a programmer made)
    pass


def make_it(*_whatever: object, **_named: object) -> None:
    raise Mistake


def test_a_mistake_in_making_a_backup_stops_no_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, bugs: list[type[BaseException]]
) -> None:
    started(desk).give(1)
    desk.wait(lambda: desk.saved() == [1])
    monkeypatch.setattr("crossread.record.backed_up.backup_steps", make_it)
    told: list[bool | Expected] = []
    desk.writer.back_up("asked", desk.noting(told), always=True)
    desk.wait(lambda: told)
    desk.give(2)
    desk.wait(lambda: desk.saved() == [1, 2])
    assert isinstance(told[0], Expected)
    assert told[0].code == "backup-not-made"
    assert bugs == [Mistake]


def test_a_mistake_while_the_record_is_checked_is_told_and_what_was_answered_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, bugs: list[type[BaseException]]
) -> None:
    write_history(desk.folder, (2,))
    whole = Record.check
    monkeypatch.setattr(Record, "check", make_it)
    desk.start()
    desk.give(1)
    desk.wait(lambda: desk.answers)
    assert desk.checks[0].error is not None
    assert desk.checks[0].error.code == "record-unreadable"
    assert not desk.writer.close(SOON), "it says that all is saved"
    monkeypatch.setattr(Record, "check", whole)
    desk.writer.retry()
    desk.wait(lambda: desk.saved() == [1])
    assert set(bugs) == {Mistake}


def test_what_could_not_be_saved_is_saved_before_a_restore(desk: Desk, disk: Disk) -> None:
    backed_up = write_history(desk.folder, (2,), backup_after=1)
    _refused_once(started(desk), disk)
    disk.heal()
    restored: list[bool | Expected] = []
    desk.writer.restore(list_backups(desk.folder)[-1].name, desk.noting(restored))
    desk.wait(lambda: restored)
    assert restored == [True]
    assert desk.saved() == [1]
    assert desk.writer.close(SOON)
    assert all_entries(desk.folder) == backed_up, "what was answered before came into what was restored"


def test_nothing_is_restored_while_something_cannot_be_saved(desk: Desk, disk: Disk) -> None:
    write_history(desk.folder, (2,), backup_after=1)
    _refused_once(started(desk), disk)
    restored: list[bool | Expected] = []
    desk.writer.restore(list_backups(desk.folder)[-1].name, desk.noting(restored))
    desk.wait(lambda: restored)
    assert isinstance(restored[0], Expected)
    assert restored[0].code == "nothing-restored"
    disk.heal()
    desk.wait(lambda: desk.saved() == [1])
    assert desk.writer.close(SOON)
    assert len(all_entries(desk.folder)) == 3


def _refused_once(desk: Desk, disk: Disk) -> None:
    """Give an answer to a disk that is full from now on."""
    disk.fail(1, apsw.FullError, for_ever=True)
    desk.give(1)
    desk.wait(lambda: desk.answers)
