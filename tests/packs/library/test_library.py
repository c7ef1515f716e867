"""The library: what is on the shelf, and what happens when packs come, change, break and go."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.packs.library import library_index
from crossread.packs.library.library import Library
from crossread.packs.library.library_index import Index, Row, ShelfPack
from tests.packs.conftest import FIXTURES
from tests.patience import LONGEST_S

Add = Callable[..., Path]


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    shutil.copytree(FIXTURES / "two-accounts", tmp_path / "content" / "two-accounts")
    (tmp_path / "content" / "LICENSE").write_text("CC BY 4.0")
    return tmp_path / "content"


@pytest.fixture
def folders(tmp_path: Path) -> DataFolders:
    return DataFolders(tmp_path / "data")


@pytest.fixture
def library(bundled: Path, folders: DataFolders) -> Library:
    return Library(folders, bundled)


@pytest.fixture
def add(folders: DataFolders) -> Add:
    """Return a function that takes in a copy of the sound pack under another id, title and version."""

    def copy(name: str, pack_id: str = "two-accounts", title: str = "Copy", version: str = "1.0.0") -> Path:
        folder = shutil.copytree(FIXTURES / "two-accounts", folders.packs / name)
        head = folder / "pack.yaml"
        text = head.read_text("utf-8").replace("id: two-accounts", f"id: {pack_id}", 1)
        text = text.replace('"The Fuller Bridge: two accounts"', title).replace("1.0.0", version)
        head.write_text(text, "utf-8")
        return folder

    return copy


def test_the_shelf_is_empty_until_the_first_look(library: Library) -> None:
    assert library.shelf() == ()
    assert library.refresh() is True
    assert [pack.title for pack in library.shelf()] == ["The Fuller Bridge: two accounts"]
    assert library.refresh() is False


def test_the_shelf_says_what_the_library_page_shows(library: Library, bundled: Path) -> None:
    library.refresh()
    (pack,) = library.shelf()
    assert pack.id == "two-accounts"
    assert pack.version == "1.0.0"
    assert pack.language == "en"
    assert pack.letters == (("A", "The warden"), ("B", "The miller"))
    assert pack.questions == 8
    assert pack.minutes == 40
    assert len(pack.digest) == 64
    assert pack.broken == ""
    assert pack.central_question.startswith("A bridge was shut")
    assert library.folder("two-accounts") == bundled / "two-accounts"


def test_packs_come_by_title(library: Library, add: Add) -> None:
    add("one", "one", "zebra crossings")
    add("two", "two", "Apple trees")
    library.refresh()
    assert [pack.title for pack in library.shelf()] == [
        "Apple trees",
        "The Fuller Bridge: two accounts",
        "zebra crossings",
    ]


def test_a_change_shows_after_the_next_look(library: Library, add: Add) -> None:
    folder = add("one", "one", "Before")
    library.refresh()
    head = folder / "pack.yaml"
    head.write_text(head.read_text("utf-8").replace("Before\n", "After\n", 1), "utf-8")
    assert library.refresh() is True
    assert "After" in [pack.title for pack in library.shelf()]


def test_files_only_touched_change_nothing_on_the_shelf(library: Library, bundled: Path) -> None:
    library.refresh()
    for path in bundled.rglob("*.md"):
        os.utime(path, (1, 1))
    assert library.refresh() is False


def test_a_pack_that_vanished_leaves_the_shelf(library: Library, add: Add) -> None:
    folder = add("one", "one")
    library.refresh()
    shutil.rmtree(folder)
    assert library.refresh() is True
    assert [pack.id for pack in library.shelf()] == ["two-accounts"]
    with pytest.raises(Expected) as raised:
        library.folder("one")
    assert raised.value.code == "pack-gone"


def test_a_broken_pack_stands_on_the_shelf_with_its_reason(
    library: Library, folders: DataFolders, add: Add
) -> None:
    shutil.copytree(FIXTURES / "ten-faults", folders.packs / "abc")
    (folders.packs / "empty").mkdir()
    (add("one", "one") / "pack.yaml").write_text("id: [", "utf-8")
    library.refresh()
    broken = {pack.id: pack for pack in library.shelf() if pack.broken}
    assert set(broken) == {"ten-faults", "empty", "one"}
    assert broken["ten-faults"].title == "The Fuller Bridge, with ten faults"
    assert "9 errors" in broken["ten-faults"].broken
    assert "bracket" in broken["one"].broken
    assert str(folders.root) not in "".join(pack.broken for pack in broken.values())
    assert library.refresh() is False


def test_a_mended_pack_is_whole_again(library: Library, folders: DataFolders, add: Add) -> None:
    folder = add("one", "one")
    (folder / "exports.yaml").write_text("[]")
    library.refresh()
    assert next(pack for pack in library.shelf() if pack.id == "one").broken
    (folder / "exports.yaml").unlink()
    assert library.refresh() is True
    assert not next(pack for pack in library.shelf() if pack.id == "one").broken


def test_of_several_copies_the_newest_sound_one_counts(
    library: Library, folders: DataFolders, add: Add
) -> None:
    add("old", version="0.9.0")
    newer = add("new", version="1.10.0")
    library.refresh()
    (pack,) = library.shelf()
    assert pack.version == "1.10.0"
    assert library.folder("two-accounts") == newer
    (newer / "exports.yaml").write_text("[]")
    library.refresh()
    (pack,) = library.shelf()
    assert (pack.version, pack.broken) == ("1.0.0", "")


@pytest.mark.parametrize("damage", [b"no database at all, but long enough to look at" * 40, b""])
def test_a_damaged_index_is_thrown_away_and_made_again(
    library: Library, folders: DataFolders, damage: bytes
) -> None:
    library.refresh()
    folders.library.write_bytes(damage)
    assert library.shelf() == ()
    assert library.refresh() is True
    assert len(library.shelf()) == 1


def test_damage_in_the_middle_of_the_index_is_survived(
    library: Library, folders: DataFolders, add: Add
) -> None:
    for number in range(40):
        add(f"p{number}", f"p{number}")
    library.refresh()
    data = bytearray(folders.library.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    folders.library.write_bytes(bytes(data))
    library.refresh()
    assert len(library.shelf()) == 41


def test_an_index_of_another_schema_is_thrown_away(library: Library, folders: DataFolders) -> None:
    folders.root.mkdir()
    other = apsw.Connection(str(folders.library))
    other.execute("CREATE TABLE pack (title); PRAGMA user_version = 99")
    other.close()
    assert library.shelf() == ()
    assert library.refresh() is True
    assert len(library.shelf()) == 1


@pytest.mark.parametrize(
    "written", ["", "{}", "[]", '{"letters": [], "colour": "red"}', '{"letters": [["A"]]}']
)
def test_a_row_that_says_nothing_sensible_empties_the_index(
    library: Library, folders: DataFolders, written: str
) -> None:
    library.refresh()
    index = apsw.Connection(str(folders.library))
    index.execute("UPDATE pack SET shelf = ?", (written,))
    index.close()
    assert library.shelf() == ()
    assert library.refresh() is True
    assert len(library.shelf()) == 1


def test_listing_packs_loads_nothing_that_opening_one_needs(library: Library, folders: DataFolders) -> None:
    library.refresh()
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from crossread.base.folders import DataFolders\n"
        "from crossread.packs.library.library import Library\n"
        "assert Library(DataFolders(Path(sys.argv[1])), Path(sys.argv[1])).shelf()\n"
        "heavy = {'yaml', 'pydantic', 'markdown', 'rapidfuzz', 'msgspec', 'crossread.questions.registry'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    arguments = [sys.executable, "-c", program, str(folders.root)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, timeout=LONGEST_S)
    assert done.stdout.strip() == "[]"


def test_where_no_index_can_be_kept_packs_are_found_all_the_same(bundled: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    library = Library(DataFolders(tmp_path / "data"), bundled)
    assert library.shelf() == ()
    assert library.refresh()
    (shelved,) = library.shelf()
    assert library.folder(shelved.id).parent == bundled


def test_an_index_that_cannot_be_written_any_more_keeps_what_it_had(
    library: Library, folders: DataFolders, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.refresh()
    before = {shelved.id for shelved in library.shelf()}
    with monkeypatch.context() as patched:
        patched.setattr(library_index, "_put", _refuse_once(library_index._put))
        add("new", "new")
        assert library.refresh()
    assert {shelved.id for shelved in library.shelf()} == {*before, "new"}


def _refuse_once(put: Callable[..., None]) -> Callable[..., None]:
    refusals = iter([apsw.FullError("injected")])

    def refuse(*arguments: object) -> None:
        for error in refusals:
            raise error
        put(*arguments)

    return refuse


def test_a_thousand_packs_are_read_quickly(folders: DataFolders, bundled: Path) -> None:
    index = Index(folders.library)
    rows = [
        Row("taken-in", f"f{number}", "", ShelfPack(id=f"p{number}", title=f"Pack {number}", version="1.0"))
        for number in range(1_000)
    ]
    index.change(put=rows)
    library = Library(folders, bundled)
    assert len(library.shelf()) == 1_000
    assert library.folder("p500") == folders.packs / "f500"


def test_the_shelf_can_be_read_while_another_thread_looks(library: Library, add: Add) -> None:
    for number in range(10):
        add(f"p{number}", f"p{number}")
    looking = threading.Thread(target=library.refresh)
    looking.start()
    while looking.is_alive():
        library.shelf()
    looking.join()
    assert len(library.shelf()) == 11


def test_nobody_changes_the_index_in_the_middle_of_a_search(folders: DataFolders) -> None:
    index = Index(folders.library)
    index.change(put=[Row("taken-in", "p", "", ShelfPack(id="p", title="A title"))])
    count = "SELECT count(*) FROM pack"

    def job(reading: apsw.Connection) -> tuple[object, object]:
        before = reading.execute(count).get
        other = apsw.Connection(str(folders.library))
        with pytest.raises(apsw.BusyError):  # it waits, as any other program that writes
            other.execute("DELETE FROM pack")
        other.close()
        return before, reading.execute(count).get

    assert index.read(job) == (1, 1)
    index.change(drop=[("taken-in", "p")])
    assert index.rows() == []


def test_of_a_pool_the_shelf_counts_what_each_learner_is_asked(library: Library, add: Add) -> None:
    folder = add("abc", "pooled")
    library.refresh()
    (before,) = (pack.questions for pack in library.shelf() if pack.id == "pooled")
    with (folder / "pack.yaml").open("a", encoding="utf-8") as head:
        head.write("pools:\n  - {id: some, questions: [night-planks, night-van, night-witness], draw: 1}\n")
    assert library.refresh() is True
    (after,) = (pack.questions for pack in library.shelf() if pack.id == "pooled")
    assert after == before - 2


def test_the_shelf_says_for_which_age_a_pack_is_and_whether_to_begin_with_it(
    library: Library, add: Add
) -> None:
    folder = add("abc", "first")
    library.refresh()
    (before,) = (pack for pack in library.shelf() if pack.id == "first")
    assert (before.ages, before.begin_here) == (0, False)
    with (folder / "pack.yaml").open("a", encoding="utf-8") as head:
        head.write("ages: 11\nbegin_here: yes\n")
    assert library.refresh() is True
    (after,) = (pack for pack in library.shelf() if pack.id == "first")
    assert (after.ages, after.begin_here) == (11, True)
