"""A long file: whole or not at all, whatever comes in between, and never over another one unasked."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.operations.writing_files import write_pieces

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
