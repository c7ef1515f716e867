"""What happens when the disk does not do what it should, as far as the views can see."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import apsw
import pytest

from crossread.base.clock import SystemClock
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.inquiry.commands import Answer, Flag
from crossread.operations.opening.opened import OpenPack
from crossread.operations.opening.opening import open_shelved, shelved_library
from crossread.operations.remembering import drafts
from crossread.operations.sessions.changed import Changed
from crossread.record import pending, second_log, writer
from crossread.record.record import Record
from tests.entries_at_hand import entries_at_hand
from tests.operations.conftest import PACK, Desk
from tests.record.faulty_disk import Disk, faulty_disk

PLANKS = Answer(question="night-planks", response={"text": "3"})
VAN = Answer(question="night-van", response={"verdict": "says-so"})


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    with faulty_disk() as disk:
        monkeypatch.setattr(writer, "Writer", partial(writer.Writer, vfs=disk.name))
        yield disk


@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError])
def test_an_answer_that_cannot_be_written_stays_and_says_not_saved_until_the_disk_takes_it(
    disk: Disk, sit: Callable[[], Desk], error: type[apsw.Error]
) -> None:
    desk = sit().begin()
    opened = desk.open()
    disk.fail(1, error, for_ever=True)
    desk.session.do(opened, PLANKS)
    desk.run_until(lambda: desk.session.status.kind == "not-saved")
    assert desk.session.status.message

    desk.session.do(opened, VAN)
    desk.run_until(lambda: desk.session.status.kind == "not-saved")
    assert set(desk.session.state(PACK).of("read-night").latest.answers) == {"night-planks", "night-van"}

    disk.heal()
    desk.session.retry()
    desk.saved()
    assert desk.session.close()
    again = sit().begin()
    assert set(again.session.state(PACK).of("read-night").latest.answers) == {"night-planks", "night-van"}


def test_an_answer_that_could_not_be_written_is_saved_by_itself_once_the_disk_takes_it(
    disk: Disk, sit: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending, "RETRY_SECONDS", 0.2)
    desk = sit().begin()
    opened = desk.open()
    disk.fail(1, apsw.FullError, for_ever=True)
    desk.session.do(opened, PLANKS)
    desk.session.do(opened, Flag(question="night-van", on=True))
    desk.run_until(lambda: desk.session.status.kind == "not-saved")
    desk.told.clear()
    tried = disk.plan.done
    desk.run_until(lambda: disk.plan.done > tried + 1)
    assert desk.session.status.kind == "not-saved"
    assert not desk.told  # to try again in vain is nothing to tell
    disk.heal()
    desk.saved()
    assert [entry.kind for entry in entries_at_hand(desk.session)] == ["session", "answered", "flagged"]


def test_the_words_for_a_full_disk_say_that_it_is_full(disk: Disk, sit: Callable[[], Desk]) -> None:
    desk = sit().begin()
    opened = desk.open()
    disk.fail(1, apsw.FullError, for_ever=True)
    desk.session.do(opened, PLANKS)
    desk.run_until(lambda: desk.session.status.kind == "not-saved")
    assert "full" in desk.session.status.message
    disk.heal()


def test_an_answer_given_during_a_check_that_fails_is_there_and_saved_once_the_disk_takes_it(
    disk: Disk, sit: Callable[[], Desk], folders: DataFolders
) -> None:
    opened = open_shelved(shelved_library(folders), folders, PACK)
    assert sit().begin().session.close()
    desk = sit()
    disk.fail(1, apsw.FullError, for_ever=True)
    _give_while_checking(desk, opened, PLANKS)
    desk.run_until(lambda: desk.session.status.kind == "not-saved")
    assert "full" in desk.session.status.message

    disk.heal()
    desk.session.retry()
    desk.saved()
    assert _answered(desk) == {"night-planks"}
    assert desk.session.do(opened, VAN)
    desk.saved()
    assert [entry.seq for entry in entries_at_hand(desk.session)] == [1, 2, 3]
    assert desk.session.close()
    assert _answered(sit().begin()) == {"night-planks", "night-van"}


def test_what_is_given_while_a_crashed_record_is_completed_stays_in_view(
    sit: Callable[[], Desk], folders: DataFolders
) -> None:
    before = sit().begin()
    opened = before.open()
    before.session.do(opened, VAN)
    before.saved()
    assert before.session.close()
    next(folders.learners.glob("*/record.sqlite")).unlink()  # the second log alone has the answer
    shutil.copy(_record_without_entries(folders), next(folders.learners.iterdir()) / "record.sqlite")

    desk = sit()
    desk.told.clear()

    def look(_changed: Changed) -> None:
        desk.session.state(PACK)  # as the window does at each change

    desk.session.listen(look)
    _give_while_checking(desk, opened, PLANKS)
    desk.session.set_draft(PACK, "night-witness", {"response": {"option": "miller"}})
    desk.run_until(lambda: "missing" in desk.session.report)
    assert _answered(desk) == {"night-planks", "night-van"}
    assert desk.session.draft(PACK, "night-witness") == {"response": {"option": "miller"}}
    desk.saved()
    assert _answered(desk) == {"night-planks", "night-van"}


def test_a_draft_that_is_saved_hides_no_answer_that_is_not(
    sit: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sit().begin()
    opened = desk.open()
    with monkeypatch.context() as patched:
        patched.setattr(second_log.SecondLog, "append", _refuse)
        desk.session.do(opened, PLANKS)
        desk.run_until(lambda: desk.session.status.kind == "not-saved")
        desk.told.clear()
        desk.session.set_draft(PACK, "night-van", {"response": {"verdict": "says-so"}})
        desk.run_for(1.0)
        assert desk.session.status.kind == "not-saved"
        assert not desk.told
    desk.session.retry()
    desk.saved()


def test_a_data_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    desk = Desk(DataFolders(tmp_path / "file" / "data")).begin()
    assert (desk.session.status.kind, desk.session.status.code) == ("failed", "record-unreadable")
    assert str(tmp_path) not in desk.session.status.message
    assert desk.session.close()


def test_what_is_written_while_the_record_is_open_elsewhere_is_kept_once_it_can_be(
    sit: Callable[[], Desk],
) -> None:
    elsewhere = sit().begin()
    elsewhere.session.do(elsewhere.open(), PLANKS)
    elsewhere.saved()
    desk = sit().begin()
    desk.open()
    assert desk.session.status.kind == "failed"
    assert not desk.session.keeps_here_only()
    for question, text in (("night-planks", "7"), ("night-witness", "me")):
        desk.session.set_draft(PACK, question, {"response": {"text": text}})
        assert desk.session.draft(PACK, question) == {"response": {"text": text}}
    assert desk.session.keeps_here_only()
    assert elsewhere.session.close()
    desk.session.retry()
    desk.saved()
    assert not desk.session.keeps_here_only()
    assert _answered(desk) == {"night-planks"}
    assert desk.session.draft(PACK, "night-planks") == {"response": {"text": "7"}}
    assert desk.session.close()
    again = sit().begin()
    assert again.session.draft(PACK, "night-planks") == {"response": {"text": "7"}}
    assert again.session.draft(PACK, "night-witness") == {"response": {"text": "me"}}


def test_what_is_written_over_a_folder_that_refuses_goes_along_to_another_one(
    tmp_path: Path, folders: DataFolders
) -> None:
    (tmp_path / "file").touch()
    refused = Desk(DataFolders(tmp_path / "file" / "data")).begin()
    refused.session.set_draft(PACK, "night-witness", {"response": {"text": "me"}})
    chosen = Desk(folders)
    chosen.session.hold(refused.session.held)
    chosen.begin()
    chosen.run_for(0.5)
    assert chosen.session.close()
    again = Desk(folders).begin()
    assert again.session.draft(PACK, "night-witness") == {"response": {"text": "me"}}
    assert again.session.close()
    assert refused.session.close()


def _give_while_checking(desk: Desk, opened: OpenPack, answer: Answer) -> None:
    desk.session.start()
    desk.run_until(lambda: desk.session.status.kind == "checking")
    desk.session.do(opened, answer)


def _answered(desk: Desk) -> set[str]:
    return set(desk.session.state(PACK).of("read-night").latest.answers)


def _record_without_entries(folders: DataFolders) -> Path:
    other = folders.root / "other"
    record = Record.open(other, SystemClock())
    record.check()
    record.close()
    return other / "record.sqlite"


def _refuse(*_written: object) -> None:
    raise apsw.FullError("injected")


def test_what_was_typed_is_not_called_saved_while_the_disk_hangs(
    disk: Disk, sit: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sit().begin()
    desk.open()
    desk.run_until(lambda: desk.session.status.kind == "ready")
    disk.hold()
    desk.session.set_typed(PACK, "night-counts", "half a thought", "")
    assert looked_at(desk) == "ready"  # as long as it takes at other times
    monkeypatch.setattr(drafts, "LATE_S", 0.0)
    assert looked_at(desk) == "saving"
    disk.let_go()
    desk.run_until(lambda: desk.session.status.kind == "ready")
    assert looked_at(desk) == "ready"


def looked_at(desk: Desk) -> str:
    desk.session.look_at_saving()
    return desk.session.status.kind


def test_an_answer_that_comes_after_the_record_was_closed_is_refused_and_not_lost_in_silence(
    sit: Callable[[], Desk],
) -> None:
    desk = sit().begin()
    opened = desk.open()
    assert desk.session.close()
    with pytest.raises(Expected) as refused:
        desk.session.do(opened, PLANKS)
    assert refused.value.code == "record-closed"
    assert not desk.session.state(PACK).of("read-night").latest.answers
