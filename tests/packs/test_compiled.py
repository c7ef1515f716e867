"""Compiled packs: what is opened is what was checked; damage is mended; errors are plain."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.packs.check import check_pack
from crossread.packs.compiled import compile_pack, keep_compiled, load_pack, read_compiled
from crossread.packs.pack import Pack
from tests.packs.conftest import FIXTURES, Edit
from tests.patience import LONGEST_S

SOUND = FIXTURES / "two-accounts"


def test_the_compiled_pack_is_the_checked_one(tmp_path: Path) -> None:
    checked = check_pack(SOUND).pack
    first = load_pack(SOUND, tmp_path)
    again = load_pack(SOUND, tmp_path)
    assert first == checked == again
    assert [path.name for path in tmp_path.iterdir()] == [f"{again.digest}.json"]
    assert again.questions[0].evidence[0].original is not None
    assert again.source("warden").digest.digest == first.source("warden").digest.digest


def test_the_copy_may_be_kept_later(tmp_path: Path) -> None:
    given: list[tuple[Path, Pack]] = []

    def later(copy: Path, pack: Pack) -> None:
        given.append((copy, pack))

    pack = load_pack(SOUND, tmp_path, later)
    assert not list(tmp_path.iterdir())
    assert given == [(tmp_path / f"{pack.digest}.json", pack)]
    keep_compiled(*given[0])
    assert read_compiled(given[0][0]) == pack


def test_one_pack_has_one_spelling(tmp_path: Path) -> None:
    pack = load_pack(SOUND, tmp_path)
    assert compile_pack(pack) == compile_pack(load_pack(SOUND, tmp_path))


def test_a_changed_pack_is_compiled_anew(pack_copy: Path, edit: Edit, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    before = load_pack(pack_copy, cache)
    edit("pack.yaml", "two accounts", "both accounts")
    after = load_pack(pack_copy, cache)
    assert after.title == "The Fuller Bridge: both accounts"
    assert after.digest != before.digest


def test_any_damage_to_the_cache_is_mended_in_silence(tmp_path: Path) -> None:
    pack = load_pack(SOUND, tmp_path)
    copy = tmp_path / f"{pack.digest}.json"
    sound = copy.read_bytes()
    for damaged in (
        b"",
        b"nonsense",
        sound[: len(sound) // 2],
        sound.replace(b"three planks", b"seven planks", 1),
        sound.replace(b"1 ", b"0 ", 1),
        bytes(1000),
    ):
        assert damaged != sound
        copy.write_bytes(damaged)
        assert read_compiled(copy) is None
        assert load_pack(SOUND, tmp_path) == pack
        assert copy.read_bytes() == sound


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file, not a folder")
    assert load_pack(SOUND, blocked).id == "two-accounts"


def test_a_pack_with_errors_tells_the_first_and_how_many(tmp_path: Path) -> None:
    with pytest.raises(Expected) as raised:
        load_pack(FIXTURES / "ten-faults", tmp_path)
    assert raised.value.code == "pack-broken"
    message = raised.value.message
    assert "9 errors" in message
    assert "pack.yaml, line 11" in message
    assert "crossread check" in message
    assert not list(tmp_path.iterdir())


def test_a_pack_with_one_error_says_so_in_the_singular(pack_copy: Path, edit: Edit, tmp_path: Path) -> None:
    edit("pack.yaml", "language: en", "language: English")
    with pytest.raises(Expected) as raised:
        load_pack(pack_copy, tmp_path / "cache")
    assert raised.value.message.startswith("This pack has an error. In pack.yaml, line 5:")


def test_an_unknown_file_breaks_a_pack_that_was_compiled_before(pack_copy: Path, tmp_path: Path) -> None:
    load_pack(pack_copy, tmp_path / "cache")
    (pack_copy / "exports.yaml").write_text("[]")
    with pytest.raises(Expected) as raised:
        load_pack(pack_copy, tmp_path / "cache")
    assert raised.value.code == "pack-broken"


def test_a_pack_that_vanished_is_said_to_be_gone(pack_copy: Path, tmp_path: Path) -> None:
    load_pack(pack_copy, tmp_path / "cache")
    shutil.rmtree(pack_copy)
    with pytest.raises(Expected) as raised:
        load_pack(pack_copy, tmp_path / "cache")
    assert raised.value.code == "pack-gone"
    assert str(tmp_path) not in raised.value.message


def test_an_empty_folder_cannot_be_read_as_a_pack(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Expected) as raised:
        load_pack(tmp_path / "empty", tmp_path / "cache")
    assert raised.value.code == "pack-unreadable"


def test_opening_a_compiled_pack_loads_neither_yaml_nor_pydantic_nor_markdown(tmp_path: Path) -> None:
    load_pack(SOUND, tmp_path)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from crossread.packs.compiled import load_pack\n"
        "load_pack(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "heavy = {'yaml', 'pydantic', 'markdown', 'rapidfuzz', 'syntok', 'apsw', 'crossread.packs.check'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    arguments = [sys.executable, "-c", program, str(SOUND), str(tmp_path)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, timeout=LONGEST_S)
    assert done.stdout.strip() == "[]"


def test_what_stands_beside_the_texts_comes_back_as_it_was_checked(beside_copy: Path, tmp_path: Path) -> None:
    checked = check_pack(beside_copy).pack
    assert checked is not None
    cache = tmp_path / "cache"
    assert load_pack(beside_copy, cache) == checked
    again = read_compiled(cache / f"{checked.digest}.json")
    assert again == checked
    assert all((again.glossary, again.names, again.timeline, again.graphic, again.pictures))
    assert again.source("miller").versions[0].text.blocks[-1].file == "bridge.png"
    assert again.source("carrier").digest.notes == checked.source("carrier").digest.notes != {}


def test_a_picture_that_was_changed_makes_another_pack(beside_copy: Path, tmp_path: Path) -> None:
    before = load_pack(beside_copy, tmp_path / "cache")
    picture = beside_copy / "images" / "bridge.png"
    picture.write_bytes(picture.read_bytes() + b"\0")
    assert load_pack(beside_copy, tmp_path / "cache").digest != before.digest


def test_claims_pools_and_every_kind_come_back_as_they_were_checked(kinds_copy: Path, tmp_path: Path) -> None:
    checked = check_pack(kinds_copy).pack
    assert checked is not None
    cache = tmp_path / "cache"
    assert load_pack(kinds_copy, cache) == checked
    again = read_compiled(cache / f"{checked.digest}.json")
    assert again == checked
    assert again.claims[0].cells["warden"][0].passages[0].original is not None
    assert type(again.by_id["more-matrix"]) is type(checked.by_id["more-matrix"])
    inner = [getattr(pack.by_id["more-two"], "answer", None) for pack in (again, checked)]
    assert inner[0] == inner[1]
    assert type(inner[0]) is type(inner[1])
