"""“Delete me”: all of it goes or it is said what stays, also where the program is killed in the middle."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crossread.base.clock import SystemClock
from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.operations.handing_on.handed_on_file import exported
from crossread.operations.learners import deleting
from crossread.operations.learners.deleting import (
    EXPORTS,
    delete_learner,
    finish_deletions,
    partly_deleted,
    still_there,
    what_goes,
)
from crossread.operations.learners.guests import forget_guests, guest_folder
from crossread.operations.learners.learner_facts import handed_on, learner_facts, rows
from crossread.operations.learners.learners import Learner, add_learner, learners
from crossread.record.record import Record
from tests.operations.conftest import Desk


@pytest.fixture
def mara(folders: DataFolders) -> Learner:
    """Add a learner who has done something and handed a file on."""
    learner = add_learner(folders, "Mara")
    record = Record.open(learner.folder, SystemClock())
    record.check()
    record.append([NewEntry(kind="session"), NewEntry(kind="answered", pack="p", question="q")])
    record.append([NewEntry(kind="exported", payload={"form": "csv", "to": str(folders.root / "out.csv")})])
    record.backup()
    record.close()
    return learner


def test_all_of_a_learner_goes_and_nobody_else_s(folders: DataFolders, mara: Learner) -> None:
    add_learner(folders, "Ali")
    goes = what_goes(mara.folder)
    assert (goes.backups, goes.logs) == (1, 1)
    assert goes.bytes > 10_000
    done = delete_learner(folders, mara.id)
    assert done.whole
    assert [one.shown for one in learners(folders)] == ["Ali"]
    assert not [one for one in folders.learners.iterdir() if mara.id in one.name]


def test_files_handed_on_go_where_they_were_ticked_and_are_still_there(
    folders: DataFolders, mara: Learner, tmp_path: Path
) -> None:
    ticked, other, gone = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv"
    for file in (ticked, other):
        file.write_text("x")
    assert still_there([str(gone), str(ticked), "b.csv", str(ticked), str(tmp_path)]) == [ticked]
    done = delete_learner(folders, mara.id, [ticked, gone])
    assert (done.exports, done.left) == (1, ())
    assert not ticked.exists()
    assert other.exists()


def test_the_record_tells_what_was_handed_on(folders: DataFolders, mara: Learner) -> None:
    assert handed_on(mara.folder) == (str(folders.root / "out.csv"),)


def test_what_somebody_else_wrote_to_the_same_place_stays(
    folders: DataFolders, mara: Learner, tmp_path: Path
) -> None:
    kept, replaced, gone = tmp_path / "kept.csv", tmp_path / "answers.csv", tmp_path / "gone.csv"
    record = Record.open(mara.folder, SystemClock())
    record.check()
    for file in (kept, replaced, gone):
        file.write_text("Mara's answers")
        record.append([exported("answers.csv", file)])
    record.close()
    replaced.write_text("Ali's answers")
    gone.unlink()
    assert still_there(handed_on(mara.folder)) == [kept]
    delete_learner(folders, mara.id, still_there(handed_on(mara.folder)))
    assert replaced.read_text() == "Ali's answers"
    assert not kept.exists()


def test_files_that_are_to_stay_do_so_though_an_earlier_deletion_had_listed_them(
    folders: DataFolders, mara: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("Mara's answers")
    (mara.folder / EXPORTS).write_text(json.dumps([str(file)]))  # the program ended here

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(deleting, "write_atomically", full)
    assert delete_learner(folders, mara.id).whole
    assert file.exists()


def test_an_open_record_is_not_deleted(folders: DataFolders, sit: Callable[[], Desk]) -> None:
    desk = sit().begin()
    with pytest.raises(Expected) as told:
        delete_learner(folders, desk.session.learner_folder.name)
    assert told.value.code == "record-locked"
    assert desk.session.learner_folder.is_dir()


def test_what_cannot_be_removed_is_named_and_tried_again(
    folders: DataFolders, mara: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    removed = deleting._removed
    monkeypatch.setattr(
        deleting, "_removed", lambda path: "Permission denied" if path.name == "backups" else removed(path)
    )
    done = delete_learner(folders, mara.id)
    assert done.left == (("backups", "Permission denied"),)
    assert not learners(folders)  # partly deleted is nobody to go on as
    assert [one.name for one in partly_deleted(folders)] == [f".deleting-{mara.id}"]
    monkeypatch.undo()
    assert finish_deletions(folders).whole
    assert not partly_deleted(folders)


def test_a_file_written_anew_to_the_same_place_is_not_taken_for_the_old_one(
    folders: DataFolders, mara: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("x")
    removed = deleting._removed
    monkeypatch.setattr(
        deleting, "_removed", lambda path: "busy" if path.name == "backups" else removed(path)
    )
    delete_learner(folders, mara.id, [file])
    monkeypatch.undo()
    file.write_text("somebody else's")
    finish_deletions(folders)
    assert file.read_text() == "somebody else's"


DELETING_SLOWLY = """
import sys, time
from pathlib import Path
from crossread.base.folders import DataFolders
from crossread.operations.learners import deleting
removed = deleting._removed
def slowly(path):
    print(path.name, flush=True)
    time.sleep(0.05)
    return removed(path)
deleting._removed = slowly
print("begin", flush=True)
deleting.delete_learner(DataFolders(Path(sys.argv[1])), sys.argv[2], [Path(sys.argv[3])])
"""


@pytest.mark.skipif(os.name == "nt", reason="kill is a signal")
@pytest.mark.parametrize("steps", [1, 2, 3, 5, 7])
def test_a_deletion_that_is_killed_is_finished_at_the_next_start(
    folders: DataFolders, mara: Learner, tmp_path: Path, steps: int
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("x")
    command = [sys.executable, "-c", DELETING_SLOWLY, str(folders.root), mara.id, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as going:
        assert going.stdout is not None
        for _step in range(steps):
            going.stdout.readline()
        going.send_signal(signal.SIGKILL)
    there = [one.id for one in learners(folders)]
    if mara.folder.exists():  # nothing was begun: then all of it is there
        assert there == [mara.id]
        assert handed_on(mara.folder)
        return
    assert there == []
    assert finish_deletions(folders).whole
    assert not list(folders.learners.glob(".deleting-*"))
    assert not file.exists()


def test_a_list_of_files_that_is_damaged_removes_nothing(folders: DataFolders, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("x")
    for number, damaged in enumerate((b"\xff", b"{}", json.dumps([7, {"a": str(file)}]).encode())):
        going = folders.learners / f".deleting-{number}"
        going.mkdir(parents=True)
        (going / EXPORTS).write_bytes(damaged)
    assert finish_deletions(folders).whole
    assert file.exists()


def test_a_link_in_a_learner_s_folder_leads_nowhere(
    folders: DataFolders, mara: Learner, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "essay.txt").write_text("x")
    try:
        (mara.folder / "link").symlink_to(outside)
    except OSError:
        pytest.skip("no links here")
    assert delete_learner(folders, mara.id).whole
    assert (outside / "essay.txt").exists()


def test_two_programs_that_finish_the_same_deletion_are_not_in_each_other_s_way(
    folders: DataFolders, mara: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    removed = deleting._removed
    gone: list[Path] = []

    def the_other_is_faster(path: Path) -> str:
        if not gone:
            gone.append(path)
            shutil.rmtree(folders.learners / f".deleting-{mara.id}")
        return removed(path)

    monkeypatch.setattr(deleting, "_removed", the_other_is_faster)
    assert delete_learner(folders, mara.id).whole
    assert gone


# Lists


def test_the_list_tells_answers_and_last_day_and_who_is_there_now(
    folders: DataFolders, mara: Learner, sit: Callable[[], Desk]
) -> None:
    add_learner(folders, "Ali")
    (ali, told) = learner_facts(folders)
    assert (ali.answers, ali.last) == (0, None)
    assert (told.answers, told.is_open) == (1, False)
    assert told.last is not None
    record = Record.open(mara.folder, SystemClock())
    (_ali, told) = learner_facts(folders)
    assert (told.answers, told.is_open) == (1, True)
    record.close()
    assert [one["name"] for one in rows(learner_facts(folders))] == ["Ali", "Mara"]


def test_a_damaged_record_is_listed_all_the_same(folders: DataFolders, mara: Learner) -> None:
    (mara.folder / "record.sqlite").write_bytes(b"no database at all" * 100)
    (told,) = learner_facts(folders)
    assert (told.answers, told.is_open) == (None, False)
    assert told.bytes


# Guests


def test_a_guest_leaves_nothing_and_one_who_still_reads_is_left_alone(folders: DataFolders) -> None:
    gone, here = guest_folder(folders), guest_folder(folders)
    if os.name == "posix":
        assert gone.stat().st_mode & 0o777 == 0o700
    (gone / "record.sqlite").write_text("x")
    record = Record.open(here, SystemClock())
    assert forget_guests(folders) == 1
    assert not gone.exists()
    assert here.exists()
    record.close()
    assert forget_guests(folders) == 1
    assert not folders.guests.exists()
