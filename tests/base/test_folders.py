import sys
from pathlib import Path

import pytest

from crossread.base.folders import (
    assets_folder,
    content_folder,
    data_folders,
    portable_folder,
    program_folder,
)


def test_the_folder_asked_for_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSREAD_DATA", str(tmp_path / "environment"))
    assert data_folders(str(tmp_path / "asked")).root == tmp_path / "asked"
    assert data_folders().root == tmp_path / "environment"


def test_a_home_that_nobody_has_is_a_folder_of_that_name() -> None:
    assert data_folders("~nobody-of-this-name/x").root.name == "x"


def test_without_either_the_system_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CROSSREAD_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folders().root.name == "crossread"


def test_everything_lies_below_the_data_folder(tmp_path: Path) -> None:
    folders = data_folders(str(tmp_path))
    places = [
        folders.settings,
        folders.learners,
        folders.packs,
        folders.originals,
        folders.library,
        folders.cache,
    ]
    assert all(place.parent == tmp_path for place in places)
    assert len(set(places)) == len(places)


def test_content_and_assets_come_with_the_program() -> None:
    assert (content_folder() / "LICENSE").is_file()
    assert (assets_folder() / "themes").is_dir()


def test_a_folder_beside_the_program_goes_along_with_it(tmp_path: Path) -> None:
    assert portable_folder(tmp_path) is None
    (tmp_path / "crossread-portable").touch()
    assert portable_folder(tmp_path) == tmp_path / "crossread-data"
    (tmp_path / "crossread-portable").unlink()
    (tmp_path / "crossread-data").mkdir()
    assert portable_folder(tmp_path) == tmp_path / "crossread-data"


def test_beside_an_app_bundle_or_an_image_is_not_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("APPIMAGE", raising=False)
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "Crossread.app" / "Contents" / "MacOS" / "crossread")])
    assert program_folder() == tmp_path
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "crossread")])
    assert program_folder() == tmp_path
    monkeypatch.setenv("APPIMAGE", str(tmp_path / "stick" / "Crossread.AppImage"))
    assert program_folder() == tmp_path / "stick"


def test_what_was_asked_for_goes_before_what_lies_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "crossread-data").mkdir()
    monkeypatch.delenv("CROSSREAD_DATA", raising=False)
    monkeypatch.delenv("APPIMAGE", raising=False)
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "crossread")])
    assert data_folders().root == (tmp_path / "crossread-data").resolve()
    assert data_folders(str(tmp_path / "other")).root == (tmp_path / "other").resolve()
