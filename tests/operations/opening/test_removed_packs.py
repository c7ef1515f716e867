"""Removing a pack of one's own: out of the library at once, back with its id, and one of an id at a time."""

from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.operations.opening.new_pack import own_articles
from crossread.operations.opening.new_pack_keeping import keep_new, rename_kept
from crossread.operations.opening.removed_packs import (
    delete_removed,
    remove_kept,
    removed_and_due,
    removed_packs,
    restore_removed,
)
from crossread.packs.library.library import Library
from crossread.packs.library.removed import KEPT_DAYS
from crossread.packs.making.from_articles import OwnArticle
from tests.operations.opening.test_new_pack import CART, GOAT, file, making_of

NOW = 1_790_000_000.0
LATER = NOW + KEPT_DAYS * 24 * 3_600


@pytest.fixture
def folders(tmp_path: Path) -> DataFolders:
    return DataFolders(tmp_path / "data")


@pytest.fixture
def library(folders: DataFolders, tmp_path: Path) -> Library:
    (tmp_path / "bundled").mkdir()
    return Library(folders, tmp_path / "bundled")


@pytest.fixture
def articles(tmp_path: Path) -> list[OwnArticle]:
    making = making_of(file(tmp_path, "goat.txt", GOAT), file(tmp_path, "cart.txt", CART))
    return list(own_articles(making.sound))


def titles(library: Library) -> list[str]:
    return [one.title for one in library.shelf()]


def test_a_removed_pack_is_out_of_the_library_and_back_with_its_id(
    articles: list[OwnArticle], library: Library, folders: DataFolders
) -> None:
    pack_id = keep_new("Goats", articles, library, folders.packs)
    remove_kept(pack_id, library, NOW)
    assert library.shelf() == ()
    assert library.search("goat").packs == ()
    (removed,) = removed_packs(folders.packs)
    assert (removed.id, removed.title, removed.goes_at.timestamp()) == (pack_id, "Goats", LATER)
    restore_removed(removed, library)
    assert [(one.id, one.title) for one in library.shelf()] == [(pack_id, "Goats")]
    assert removed_packs(folders.packs) == ()


def test_a_pack_made_again_under_another_title_is_not_hidden_by_the_old_one(
    articles: list[OwnArticle], library: Library, folders: DataFolders
) -> None:
    pack_id = keep_new("Goats", articles, library, folders.packs)
    remove_kept(pack_id, library, NOW)
    again = keep_new("Roofs", articles, library, folders.packs)
    assert again == pack_id
    (removed,) = removed_packs(folders.packs)
    with pytest.raises(Expected) as told:
        restore_removed(removed, library)
    assert told.value.code == "pack-made-again"
    assert "Roofs" in told.value.message
    assert titles(library) == ["Roofs"]
    remove_kept(again, library, NOW)
    restore_removed(removed, library)
    assert titles(library) == ["Goats"]


def test_the_same_pack_made_again_takes_the_place_of_what_lay_aside(
    articles: list[OwnArticle], library: Library, folders: DataFolders
) -> None:
    pack_id = keep_new("Goats", articles, library, folders.packs)
    remove_kept(pack_id, library, NOW)
    assert keep_new("Goats", articles, library, folders.packs) == pack_id
    (removed,) = removed_packs(folders.packs)
    restore_removed(removed, library)
    assert titles(library) == ["Goats"]
    assert removed_packs(folders.packs) == ()


def test_at_a_start_after_its_days_it_goes(
    articles: list[OwnArticle], library: Library, folders: DataFolders
) -> None:
    pack_id = keep_new("Goats", articles, library, folders.packs)
    remove_kept(pack_id, library, NOW)
    (removed,) = removed_and_due(folders.packs, LATER - 1)
    assert removed_and_due(folders.packs, LATER) == ()
    assert list(folders.packs.iterdir()) == []
    with pytest.raises(Expected) as told:
        restore_removed(removed, library)
    assert told.value.code == "pack-gone-for-good"


def test_what_lies_aside_is_deleted_for_good_when_asked(
    articles: list[OwnArticle], library: Library, folders: DataFolders
) -> None:
    remove_kept(keep_new("Goats", articles, library, folders.packs), library, NOW)
    (removed,) = removed_packs(folders.packs)
    delete_removed(removed)
    assert list(folders.packs.iterdir()) == []
    delete_removed(removed)  # another window was faster


def test_another_title_leaves_nothing_aside(
    articles: list[OwnArticle], library: Library, folders: DataFolders
) -> None:
    pack_id = keep_new("Goats", articles, library, folders.packs)
    rename_kept(pack_id, "Roofs", library, folders.packs)
    rename_kept(pack_id, "Goats", library, folders.packs)
    assert titles(library) == ["Goats"]
    assert removed_packs(folders.packs) == ()


def test_a_disk_that_refuses_keeps_the_pack_and_says_so(
    articles: list[OwnArticle], library: Library, folders: DataFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack_id = keep_new("Goats", articles, library, folders.packs)

    def refuse(*_what: object) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse)
        with pytest.raises(Expected) as told:
            remove_kept(pack_id, library, NOW)
        assert told.value.code == "pack-not-removed"
    library.refresh()
    assert titles(library) == ["Goats"]
    remove_kept(pack_id, library, NOW)
    (removed,) = removed_packs(folders.packs)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse)
        with pytest.raises(Expected) as told:
            restore_removed(removed, library)
        assert told.value.code == "pack-not-put-back"
    assert removed_packs(folders.packs) == (removed,)
