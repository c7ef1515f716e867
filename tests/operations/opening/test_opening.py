from collections.abc import Callable

from crossread.packs.compiled import read_compiled
from tests.operations.conftest import Desk


def test_a_pack_that_was_opened_leaves_its_compiled_copy_behind(sit: Callable[[], Desk]) -> None:
    desk = sit().begin()
    copy = desk.folders.cache / f"{desk.open().pack.digest}.json"
    copy.unlink()
    pack = desk.open().pack
    desk.run_until(copy.exists)
    assert read_compiled(copy) == pack
