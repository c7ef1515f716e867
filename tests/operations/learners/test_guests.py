"""Guests: what they did goes with them, and nothing else does."""

import os
import tempfile
from pathlib import Path

import pytest

from crossread.base.folders import DataFolders
from crossread.operations.learners.guests import forget_guest, forget_guests, guest_folder


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the system's folder for passing things, with nothing in it, and a data folder that refuses."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    (tmp_path / "data").write_text("a file where the data folder should be")
    return folder


def test_a_guest_in_the_systems_folder_leaves_that_where_it_is(tmp_path: Path, elsewhere: Path) -> None:
    folder = guest_folder(DataFolders(tmp_path / "data"))
    assert folder.parent == elsewhere
    (folder / "record.sqlite").write_bytes(b"read by a guest")
    assert forget_guest(folder)
    assert elsewhere.is_dir()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owner by number")
def test_a_folder_of_somebody_else_that_is_called_like_a_guests_is_left_alone(
    tmp_path: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = elsewhere / "crossread-guest-trap"
    theirs.mkdir()
    (theirs / "lock").write_bytes(b"not ours")
    owner = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    assert forget_guests(DataFolders(tmp_path / "data")) == 0
    assert (theirs / "lock").read_bytes() == b"not ours"


def test_what_a_guest_left_whose_program_was_ended_goes(tmp_path: Path) -> None:
    folders = DataFolders(tmp_path / "data")
    (guest_folder(folders) / "record.sqlite").write_bytes(b"read by a guest")
    assert forget_guests(folders) == 1
    assert not folders.guests.exists()


def test_a_link_in_a_guests_folder_leads_to_nothing_that_goes(tmp_path: Path) -> None:
    folders = DataFolders(tmp_path / "data")
    precious = tmp_path / "thesis"
    precious.mkdir()
    (precious / "text.odt").write_text("three years of work")
    folder = guest_folder(folders)
    (folder / "backups").symlink_to(precious)
    (folder / "lock").symlink_to(precious / "text.odt")
    forget_guests(folders)
    forget_guest(folder)
    assert not folder.exists()
    assert (precious / "text.odt").read_text() == "three years of work"
