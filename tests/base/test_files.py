import errno
import os
import stat
from pathlib import Path

import pytest

from crossread.base.files import make_folder, write_atomically


def test_a_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.txt"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_can_have_a_name_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 251 + ".csv")
    write_atomically(path, b"one")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_when_the_disk_refuses_the_old_file_stands_and_no_scrap_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "file.txt"
    write_atomically(path, b"old")

    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folders")
@pytest.mark.parametrize(("number", "kept"), [(errno.EINVAL, True), (errno.EACCES, True), (errno.EIO, False)])
def test_a_drive_that_knows_no_sync_of_folders_is_no_hindrance_and_one_that_fails_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, kept: bool
) -> None:
    real = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    path = tmp_path / "file.txt"
    if kept:
        write_atomically(path, b"new")
    else:
        with pytest.raises(OSError, match=os.strerror(number)):
            write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_is_made_with_those_above_it_and_one_that_is_there_stays(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b", mode=0o700)
    (tmp_path / "a" / "b" / "file").touch()
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b" / "file").exists()
