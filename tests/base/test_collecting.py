import gc
from collections.abc import Iterator

import pytest

from crossread.base.collecting import let_go, without_collecting


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


def test_what_is_let_go_goes_one_by_one_so_that_others_can_work_in_between() -> None:
    left: list[int] = []
    mapping: dict[int, Last] = {}
    mapping.update({number: Last(mapping, left) for number in range(4)})
    let_go(mapping)
    assert left == [3, 2, 1, 0]


class Last:
    """Takes note of how many others are still there when it goes."""

    def __init__(self, mapping: "dict[int, Last]", left: list[int]) -> None:
        self._mapping, self._left = mapping, left

    def __del__(self) -> None:
        self._left.append(len(self._mapping))
