"""The lock: one holder at a time, and a file left behind is no obstacle."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.record.lock import LOCK_FILE, FolderLock


def test_a_second_holder_is_told_who_holds_it(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with pytest.raises(Expected) as told:
        FolderLock(tmp_path)
    assert told.value.code == "record-locked"
    assert str(os.getpid()) in told.value.message
    lock.release()
    FolderLock(tmp_path).release()


def test_a_holder_that_cannot_be_named_is_spoken_of_without_gaps(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    (tmp_path / LOCK_FILE).write_bytes(b"")
    with pytest.raises(Expected) as told:
        FolderLock(tmp_path)
    assert "another window or program" in told.value.message
    assert "?" not in told.value.message
    lock.release()


def test_releasing_twice_does_no_harm(tmp_path: Path) -> None:
    first = FolderLock(tmp_path)
    first.release()
    second = FolderLock(tmp_path)
    first.release()
    with pytest.raises(Expected):
        FolderLock(tmp_path)
    second.release()


@pytest.mark.parametrize("content", [b"", b'{"pid":1,"host":"gone"}', b"\xff\xfe", b"[]"])
def test_a_file_left_behind_is_no_obstacle(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LOCK_FILE).write_bytes(content)
    lock = FolderLock(tmp_path)
    with pytest.raises(Expected):
        FolderLock(tmp_path)
    lock.release()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from crossread.record.lock import FolderLock; "
        "lock = FolderLock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"held"
        with pytest.raises(Expected) as told:
            FolderLock(tmp_path)
        assert str(child.pid) in told.value.message
        child.kill()
        child.wait()
    FolderLock(tmp_path).release()


def test_an_error_that_is_no_lock_is_not_taken_for_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FolderLock(tmp_path / "missing")
