import gc
from collections.abc import Iterator

import pytest

from crossread.base.collecting import without_collecting


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


def test_nothing_is_collected_within_and_it_goes_on_after() -> None:
    gc.enable()
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_blocks_within_blocks_end_with_the_outermost() -> None:
    gc.enable()
    with without_collecting():
        with without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_within_lets_it_go_on() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="within"), without_collecting():
        raise ValueError("within")
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    gc.disable()
    with without_collecting():
        pass
    assert not gc.isenabled()
