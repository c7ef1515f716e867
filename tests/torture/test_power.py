"""The simulated disk: what was synced stays, what was not may go, and names go back to their last sync."""

import sys
from pathlib import Path

import apsw
import pytest

from crossread.base.files import make_folder, write_atomically
from tests.torture.power import Recorded, recording, states

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no place of an open file")


def all_states(recorded: Recorded, seeds: int = 30) -> list[tuple[int, dict[str, bytes]]]:
    found = []
    for seed in range(seeds):
        found += list(states(recorded, recorded.now + 1, seed))
    return found


def contents(recorded: Recorded, name: str, cut: int) -> set[bytes | None]:
    return {files.get(name) for at, files in all_states(recorded) if at == cut}


def test_a_file_that_is_written_with_care_is_old_or_new(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with recording(tmp_path) as recorded:
        write_atomically(tmp_path / "a", b"new")
    assert {files["a"] for _cut, files in all_states(recorded)} == {b"old", b"new"}
    assert contents(recorded, "a", recorded.now) == {b"new"}


def test_a_file_that_was_renamed_without_syncs_may_be_anything(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with recording(tmp_path) as recorded:
        (tmp_path / "b").write_bytes(b"new")
        (tmp_path / "b").replace(tmp_path / "a")
    assert contents(recorded, "a", recorded.now) == {b"old", b"", b"new"}


def test_a_folder_whose_parent_was_never_synced_may_be_gone_with_all_in_it(tmp_path: Path) -> None:
    with recording(tmp_path) as recorded:
        (tmp_path / "new").mkdir()
        write_atomically(tmp_path / "new" / "a", b"kept")
    assert contents(recorded, "new/a", recorded.now) == {None, b"kept"}
    with recording(tmp_path) as recorded:
        make_folder(tmp_path / "newer")
        write_atomically(tmp_path / "newer" / "a", b"kept")
    assert contents(recorded, "newer/a", recorded.now) == {b"kept"}


@pytest.mark.parametrize("synced", [False, True])
def test_a_write_through_sqlite_s_layer_is_kept_dropped_or_torn_until_its_sync(
    tmp_path: Path, *, synced: bool
) -> None:
    flags = apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_MAIN_JOURNAL
    with recording(tmp_path) as recorded:
        file = apsw.VFSFile(recorded.vfs, str(tmp_path / "a.log"), [flags, 0])
        file.xSync(apsw.SQLITE_SYNC_FULL)
        file.xWrite(b"x" * 2048, 0)
        if synced:
            file.xSync(apsw.SQLITE_SYNC_FULL)
        file.xClose()
    found = contents(recorded, "a.log", recorded.now)
    if synced:
        assert found == {b"x" * 2048}
    else:
        assert {b"", b"x" * 2048} < found  # and some of its sectors without others


def test_a_deletion_that_was_not_synced_may_be_undone(tmp_path: Path) -> None:
    (tmp_path / "journal").write_bytes(b"hot")
    with recording(tmp_path) as recorded:
        (tmp_path / "journal").unlink()
    assert contents(recorded, "journal", recorded.now) == {None, b"hot"}
