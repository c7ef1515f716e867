"""A long file: whole or not at all, whatever comes in between, and never over another one unasked."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.operations.handing_on.writing_files import write_pieces

PIECE = "0123456789" * 1000


def left_over(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_what_is_given_piece_by_piece_is_one_file(tmp_path: Path) -> None:
    path = write_pieces(tmp_path / "answers.csv", (PIECE for _ in range(100)))
    assert path.read_text("utf-8") == PIECE * 100
    assert left_over(tmp_path) == ["answers.csv"]


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    write_pieces(tmp_path / "a.csv", ["a\r\n", "b\n"])
    assert (tmp_path / "a.csv").read_bytes() == b"a\r\nb\n"


def test_a_file_that_is_there_is_never_replaced_unasked(tmp_path: Path) -> None:
    there = tmp_path / "answers.csv"
    there.write_text("mine")
    with pytest.raises(Expected) as refused:
        write_pieces(there, [PIECE])
    assert refused.value.code == "file-exists"
    assert there.read_text() == "mine"
    write_pieces(there, [PIECE], replace=True)
    assert there.read_text() == PIECE


def test_a_folder_is_told_as_one_and_nothing_that_is_no_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "term").mkdir()
    for replace in (False, True):
        with pytest.raises(Expected, match="term is a folder") as refused:
            write_pieces(tmp_path / "term", [PIECE], replace=replace)
        assert refused.value.code == "no-file"
    assert left_over(tmp_path) == ["term"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such thing here")
def test_a_pipe_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Expected, match="no file that can be replaced"):
        write_pieces(tmp_path / "pipe", [PIECE], replace=True)
    assert (tmp_path / "pipe").is_fifo()


def test_a_file_that_comes_while_one_writes_is_left_as_it_is(tmp_path: Path) -> None:
    there = tmp_path / "answers.csv"

    def pieces() -> Iterator[str]:
        yield PIECE
        there.write_text("another's")

    with pytest.raises(Expected, match="already"):
        write_pieces(there, pieces())
    assert there.read_text() == "another's"
    assert left_over(tmp_path) == ["answers.csv"]


def test_stopping_leaves_nothing_behind_and_the_older_file_as_it_was(tmp_path: Path) -> None:
    there = tmp_path / "answers.csv"
    there.write_text("mine")
    asked = iter([False, False, True])
    with pytest.raises(Expected) as stopped:
        write_pieces(there, (PIECE for _ in range(1000)), replace=True, stopped=lambda: next(asked))
    assert stopped.value.code == "stopped"
    assert there.read_text() == "mine"
    assert left_over(tmp_path) == ["answers.csv"]


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full"), (errno.EIO, "not-written")]
)
def test_a_disk_that_refuses_is_told_and_leaves_nothing_behind(
    number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Expected) as refused:
        write_pieces(tmp_path / "answers.csv", [PIECE])
    assert refused.value.code == code
    assert str(tmp_path) not in refused.value.message
    assert left_over(tmp_path) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Expected) as refused:
        write_pieces(tmp_path / "gone" / "answers.csv", [PIECE])
    assert refused.value.code == "not-written"


def test_what_the_pieces_raise_leaves_nothing_behind(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield PIECE
        raise Expected("record-busy", "The record does not answer.")

    with pytest.raises(Expected, match="record"):
        write_pieces(tmp_path / "answers.csv", pieces())
    assert left_over(tmp_path) == []


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    name = "漢" * 83 + ".csv"  # 253 bytes of the 255 that most disks allow
    assert write_pieces(tmp_path / name, [PIECE]).read_text() == PIECE


def test_what_a_kill_left_behind_goes_with_the_next_file_and_nothing_else_does(tmp_path: Path) -> None:
    def lies(name: str, hours: float) -> str:
        (tmp_path / name).write_text("half")
        os.utime(tmp_path / name, (time.time() - hours * 3600,) * 2)
        return name

    gone = lies(f".crossread-{'a' * 32}.tmp", 2)
    stays = [
        lies(f".crossread-{'b' * 32}.tmp", 0.1),  # another window may be at work on it
        lies(f".crossread-{'c' * 32}.tmp", -30),  # a clock that jumped
        lies(".crossread-notes.tmp", 100),
        lies(f"crossread-{'d' * 32}.tmp", 100),
    ]
    (tmp_path / f".crossread-{'e' * 32}.tmp").mkdir()
    os.utime(tmp_path / f".crossread-{'e' * 32}.tmp", (0, 0))
    write_pieces(tmp_path / "a.csv", [PIECE])
    assert gone not in left_over(tmp_path)
    assert set(left_over(tmp_path)) == {*stays, f".crossread-{'e' * 32}.tmp", "a.csv"}


def test_a_file_whose_writing_was_killed_is_taken_away_later(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; "
        "from crossread.operations.handing_on.writing_files import write_pieces\n"
        "def pieces():\n"
        "    yield 'x' * 1_000_000\n"
        "    print('half', flush=True); time.sleep(60)\n"
        "    yield 'y'\n"
        "write_pieces(Path(sys.argv[1]), pieces())"
    )
    to = tmp_path / "a.csv"
    with subprocess.Popen([sys.executable, "-c", code, str(to)], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"half"
        child.kill()
        child.wait()
    (half,) = left_over(tmp_path)
    os.utime(tmp_path / half, (time.time() - 7200,) * 2)
    write_pieces(to, [PIECE])
    assert left_over(tmp_path) == ["a.csv"]
