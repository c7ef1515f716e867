"""What the library says first, to whom it stays and to whom it does not."""

from crossread.desktop.pages.library.library_words import where_one_was
from crossread.packs.library.library_index import ShelfPack

PACK = ShelfPack(id="any", title="Any")


def test_a_guest_is_told_that_nothing_is_kept_and_others_that_all_stays_here() -> None:
    assert "nothing that you do is kept" in where_one_was([PACK], {}, is_guest=True)
    assert "Everything you do stays on this machine" in where_one_was([PACK], {})
