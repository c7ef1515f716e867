"""The lock: one holder at a time, and a file left behind is no obstacle."""

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.record.lock import LOCK_FILE, FolderLock
from tests.record.another_program import another_program


def test_a_second_holder_is_told_who_holds_it(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with pytest.raises(Expected) as told:
        FolderLock(tmp_path)
    assert told.value.code == "record-locked"
    assert told.value.fields["pid"] == str(os.getpid())
    assert "in another window of Crossread" in told.value.message
    assert str(os.getpid()) not in told.value.message
    assert platform.node() not in told.value.message
    lock.release()
    FolderLock(tmp_path).release()


def test_a_holder_on_another_computer_is_told_by_its_name(tmp_path: Path) -> None:
    with another_program(tmp_path):
        (tmp_path / LOCK_FILE).write_text('{"pid": 7, "host": "library-3"}')
        with pytest.raises(Expected, match=r"on another computer \(library-3\)"):
            FolderLock(tmp_path)


def test_a_holder_that_cannot_be_named_is_spoken_of_without_gaps(tmp_path: Path) -> None:
    with held_elsewhere(tmp_path):
        (tmp_path / LOCK_FILE).write_bytes(b"")
        with pytest.raises(Expected) as told:
            FolderLock(tmp_path)
    assert "another window or program" in told.value.message
    assert "?" not in told.value.message


@pytest.mark.skipif(sys.platform == "win32", reason="locks of processes are what POSIX has")
def test_on_a_drive_whose_locks_are_a_processs_it_is_neither_had_twice_nor_let_go_by_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on NFS, where the system makes a lock of a file into one of the process."""
    import fcntl

    def lock_of_the_process(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    monkeypatch.setattr("crossread.record.lock._lock", lock_of_the_process)
    held = FolderLock(tmp_path)
    with pytest.raises(Expected) as told:
        FolderLock(tmp_path)
    assert told.value.code == "record-locked"
    ask = (
        "import fcntl, sys; file = open(sys.argv[1], 'r+b'); fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)"
    )
    another = [sys.executable, "-c", ask, str(tmp_path / LOCK_FILE)]
    assert subprocess.run(another, capture_output=True, check=False).returncode != 0
    held.release()
    assert subprocess.run(another, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="the system cannot refuse to follow a link")
def test_a_lock_that_leads_to_another_file_leaves_that_as_it_is(tmp_path: Path) -> None:
    precious = tmp_path / "thesis.odt"
    precious.write_text("three years of work")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / LOCK_FILE).symlink_to(precious)
    with pytest.raises(OSError, match="symbolic"):
        FolderLock(tmp_path / "folder")
    assert precious.read_text() == "three years of work"


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
    with held_elsewhere(tmp_path) as child:
        with pytest.raises(Expected) as told:
            FolderLock(tmp_path)
        assert told.value.fields["pid"] == str(child.pid)
    FolderLock(tmp_path).release()


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Have another process hold a lock, until it is killed."""
    code = (
        "import sys, time; from pathlib import Path; from crossread.record.lock import FolderLock; "
        "lock = FolderLock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"held"
        try:
            yield child
        finally:
            child.kill()


def test_an_error_that_is_no_lock_is_not_taken_for_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FolderLock(tmp_path / "missing")
