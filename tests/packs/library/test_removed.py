"""Packs that lie aside: whole in one place at any moment, put back as they were, gone after their days."""

from pathlib import Path

import pytest

from crossread.packs.library import removed
from crossread.packs.library.removed import KEPT_DAYS, let_go, lying_aside, put_aside, put_back
from crossread.packs.making.from_articles_folder import keep_pack

FILES = {"pack.yaml": b"id: goats\ntitle: Goats\n", "sources/a.md": b"One goat."}
NOW = 1_790_000_000.0
DAY = 24 * 3_600


def content(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_pack_is_laid_aside_and_put_back_as_it_was(tmp_path: Path) -> None:
    folder = keep_pack(FILES, tmp_path)
    put_aside(folder, NOW)
    assert not folder.exists()
    (aside,) = lying_aside(tmp_path)
    assert (aside.digest, aside.at, aside.goes_at) == (folder.name, NOW, NOW + KEPT_DAYS * DAY)
    assert put_back(aside) == folder
    assert content(folder) == FILES
    assert lying_aside(tmp_path) == []


@pytest.mark.parametrize("step", ["rename", "sync"])
def test_a_disk_that_refuses_leaves_the_pack_whole_in_one_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    folder = keep_pack(FILES, tmp_path)

    def refuse(*_what: object) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched:
        if step == "rename":
            patched.setattr(Path, "rename", refuse)
        else:
            patched.setattr(removed, "sync_folder", refuse)
        with pytest.raises(OSError, match="no space"):
            put_aside(folder, NOW)
    places = [folder, *(one.folder for one in lying_aside(tmp_path))]
    assert [content(one) for one in places if one.is_dir()] == [FILES]


def test_a_pack_that_was_made_again_meanwhile_is_there_once(tmp_path: Path) -> None:
    put_aside(keep_pack(FILES, tmp_path), NOW)
    folder = keep_pack(FILES, tmp_path)
    (aside,) = lying_aside(tmp_path)
    assert put_back(aside) == folder
    assert content(folder) == FILES
    assert [one.name for one in tmp_path.iterdir()] == [folder.name]


def test_removing_the_same_pack_again_keeps_one_of_it_by_the_later_day(tmp_path: Path) -> None:
    put_aside(keep_pack(FILES, tmp_path), NOW)
    put_aside(keep_pack(FILES, tmp_path), NOW)  # within the same second
    (aside,) = lying_aside(tmp_path)
    assert aside.at == NOW + 1
    put_aside(keep_pack(FILES, tmp_path), NOW - DAY)  # the clock was put back
    (aside,) = lying_aside(tmp_path)
    assert aside.at == NOW + 2
    assert content(aside.folder) == FILES


def test_what_has_lain_long_enough_goes_and_nothing_else(tmp_path: Path) -> None:
    old = keep_pack(FILES, tmp_path)
    put_aside(old, NOW)
    young = keep_pack({**FILES, "more.md": b"more"}, tmp_path)
    put_aside(young, NOW + DAY)
    stays = keep_pack({**FILES, "other.md": b"other"}, tmp_path)
    (tmp_path / ".removed-nonsense").mkdir()
    let_go(tmp_path, NOW + KEPT_DAYS * DAY - 1)
    assert [one.digest for one in lying_aside(tmp_path)] == [young.name, old.name]
    let_go(tmp_path, NOW + KEPT_DAYS * DAY)
    assert [one.digest for one in lying_aside(tmp_path)] == [young.name]
    assert stays.is_dir()
    assert (tmp_path / ".removed-nonsense").is_dir()


def test_what_went_meanwhile_cannot_be_put_back(tmp_path: Path) -> None:
    put_aside(keep_pack(FILES, tmp_path), NOW)
    (aside,) = lying_aside(tmp_path)
    let_go(tmp_path, aside.goes_at)
    with pytest.raises(FileNotFoundError):
        put_back(aside)


def test_where_no_pack_was_ever_kept_nothing_lies_aside(tmp_path: Path) -> None:
    assert lying_aside(tmp_path / "packs") == []
    let_go(tmp_path / "packs", NOW)
