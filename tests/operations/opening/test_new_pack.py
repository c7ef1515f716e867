"""A pack in the making, and keeping it: reading, order, what is in the way, renaming, removing."""

from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.operations.opening.new_pack import PackInMaking, own_articles
from crossread.operations.opening.new_pack_keeping import keep_new, rename_kept, write_new
from crossread.operations.opening.new_pack_reading import proposed_title, read_for_pack
from crossread.operations.opening.opening import open_shelved, shelved_library
from crossread.operations.opening.removed_packs import remove_kept
from crossread.packs.check import check_pack
from crossread.packs.library.library import Library

GOAT = "A goat in Little Marl\n\nOn the roof in Little Marl stood one goat.\n"
CART = "The cart\n\nNobody in Little Marl saw three goats.\n"


@pytest.fixture
def folders(tmp_path: Path) -> DataFolders:
    return DataFolders(tmp_path / "data")


@pytest.fixture
def library(folders: DataFolders, tmp_path: Path) -> Library:
    (tmp_path / "bundled").mkdir()
    return Library(folders, tmp_path / "bundled")


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def making_of(*files: Path) -> PackInMaking:
    making = PackInMaking()
    making.add(files)
    for row in making.rows:
        try:
            making.put(row, read_for_pack(row.path))
        except Expected as error:
            making.put(row, error)
    return making


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    return file(tmp_path, "goat.txt", GOAT), file(tmp_path, "cart.txt", CART)


def test_a_file_is_read_with_its_words_and_its_encoding(tmp_path: Path) -> None:
    read = read_for_pack(file(tmp_path, "goat.txt", GOAT.encode("utf-16")))
    assert (read.name, read.words, read.encoding) == ("goat.txt", 14, "utf-16")
    assert read.card.title == "A goat in Little Marl"
    assert read.text.shown == GOAT.strip().replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("binary.txt", bytes(range(256)) * 20, "not-plain-text"),
        ("empty.txt", "", "text-empty"),
        ("one-line.txt", "x" * 400_000, "paragraph-too-long"),
        ("menu.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>", ""),
        (
            "none.html",
            "<html><head><title>x</title></head><body><img src='x.png'></body></html>",
            "text-empty",
        ),
        ("stars.txt", "* " * 9_000, "text-empty"),
        ("signs.txt", "word " + "* " * 5_000, "too-much-markup"),
        ("large.txt", b"a " * 9_000_000, "file-too-large"),
    ],
)
def test_a_bad_file_is_told_and_the_others_go_on(
    tmp_path: Path, two: tuple[Path, Path], name: str, content: str | bytes, code: str
) -> None:
    bad = file(tmp_path, name, content)
    if code:
        with pytest.raises(Expected) as told:
            read_for_pack(bad)
        assert told.value.code == code
        assert told.value.message.startswith(f"{name}: ") or code == "file-too-large"
        assert str(tmp_path) not in told.value.message
    making = making_of(two[0], bad, two[1])
    making.title = "Goats"
    assert [row.name for row in making.sound if row.name != "menu.html"] == ["goat.txt", "cart.txt"]
    assert making.lacks() == ""


@pytest.mark.parametrize("odd", ["<![weird[ x ]]>", "<![", "<![CDATA[ x", "<!ELEMENT [ <a", "<!-", "<![if x"])
def test_a_page_with_declarations_that_no_page_should_have_is_read(tmp_path: Path, odd: str) -> None:
    page = f"<html><head><title>The cart</title></head><body><p>{GOAT}</p>{odd}<p>{CART}</p></body></html>"
    read = read_for_pack(file(tmp_path, "odd.html", page))
    assert "one goat" in read.text.shown
    assert read.card.title == "The cart"


def test_the_same_file_and_the_same_text_are_taken_once(tmp_path: Path, two: tuple[Path, Path]) -> None:
    making = making_of(*two, file(tmp_path, "copy.txt", GOAT))
    assert making.add([two[0]]) == ["goat.txt is in the list already."]
    assert "same text" in making.rows[2].problem
    making.remove(making.rows[0])
    assert [row.name for row in making.waiting] == ["copy.txt"]


def test_a_ninth_file_is_left_out_and_told(tmp_path: Path) -> None:
    making = PackInMaking()
    told = making.add([tmp_path / f"{number}.txt" for number in range(10)])
    assert len(making.rows) == 8
    assert told == ["A pack holds at most 8 articles: 2 files were left out."]


def test_letters_follow_the_order_of_those_that_were_read(tmp_path: Path, two: tuple[Path, Path]) -> None:
    making = making_of(file(tmp_path, "empty.txt", ""), *two)
    assert [making.letter(row) for row in making.rows] == ["", "A", "B"]
    assert making.move(making.rows[2], -1)
    assert [(making.letter(row), row.name) for row in making.sound] == [("A", "cart.txt"), ("B", "goat.txt")]
    assert not making.move(making.rows[2], 1)


def test_what_is_in_the_way_is_said_one_by_one(tmp_path: Path, two: tuple[Path, Path]) -> None:
    making = PackInMaking()
    assert making.lacks().startswith("A pack needs two articles")
    making.add(two)
    assert making.lacks() == "The files are still being read."
    making = making_of(*two)
    assert making.lacks() == "The pack has no title yet. Write one."
    making.title = "Goats"
    making.change(making.rows[1], published="some day")
    assert making.lacks().startswith("B: write the date")
    making.change(making.rows[1], published="2019")
    assert making.lacks() == ""


def test_a_title_is_proposed_from_a_name_that_the_texts_share(two: tuple[Path, Path]) -> None:
    assert proposed_title(making_of(*two).texts()) == "Little Marl: two accounts"


def test_texts_that_share_no_name_still_get_a_title(tmp_path: Path) -> None:
    making = making_of(file(tmp_path, "a.txt", "it rained"), file(tmp_path, "b.txt", "it snowed"))
    assert proposed_title(making.texts()) == "2 articles"


def made(two: tuple[Path, Path], library: Library, folders: DataFolders, title: str = "Goats") -> str:
    return keep_new(title, own_articles(making_of(*two).sound), library, folders.packs)


def test_a_pack_that_is_made_stands_in_the_library(
    two: tuple[Path, Path], library: Library, folders: DataFolders
) -> None:
    pack_id = made(two, library, folders)
    (shelved,) = library.shelf()
    assert (shelved.id, shelved.title, shelved.taken_in, shelved.broken) == (pack_id, "Goats", True, "")
    opened = open_shelved(library, folders, pack_id)
    assert opened.pack.sources[0].own
    assert made(two, library, folders) == pack_id
    assert len(library.shelf()) == 1


def test_another_title_keeps_the_id_and_the_old_one_can_be_had_again(
    two: tuple[Path, Path], library: Library, folders: DataFolders
) -> None:
    pack_id = made(two, library, folders)
    rename_kept(pack_id, "Roofs", library, folders.packs)
    assert [(one.id, one.title) for one in library.shelf()] == [(pack_id, "Roofs")]
    rename_kept(pack_id, "Roofs", library, folders.packs)
    again = made(two, library, folders)
    assert {(one.id, one.title) for one in library.shelf()} == {(pack_id, "Roofs"), (again, "Goats")}


def test_a_pack_that_came_with_the_program_stays_as_it_is(folders: DataFolders) -> None:
    library = shelved_library(folders)
    library.refresh()
    some = library.shelf()[0].id
    with pytest.raises(Expected) as told:
        remove_kept(some, library, 0.0)
    assert told.value.code == "pack-not-own"
    with pytest.raises(Expected):
        rename_kept(some, "Mine", library, folders.packs)


def test_a_folder_is_made_that_a_teacher_can_go_on_with(tmp_path: Path, two: tuple[Path, Path]) -> None:
    folder, pack_id = write_new(two, "", tmp_path / "my-pack", None)
    result = check_pack(folder)
    assert result.errors == 0
    assert result.pack is not None
    assert (result.pack.id, result.pack.title) == (pack_id, "Little Marl: two accounts")
    with pytest.raises(Expected) as told:
        write_new(two, "", folder, None)
    assert told.value.code == "folder-taken"


def test_nothing_is_made_of_files_of_which_one_is_bad(tmp_path: Path, two: tuple[Path, Path]) -> None:
    with pytest.raises(Expected):
        write_new([*two, file(tmp_path, "empty.txt", "")], "", tmp_path / "my-pack", None)
    assert not (tmp_path / "my-pack").exists()
