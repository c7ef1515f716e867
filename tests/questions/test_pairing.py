"""Pairing: exactly the best, compared with trying everything."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.pairing import best_pairs

tables = st.integers(0, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 2, 3, 5, 1_000_000]), min_size=columns, max_size=columns),
        max_size=4,
    )
)


def best_by_trying(worth: list[list[int]]) -> int:
    columns = len(worth[0]) if worth else 0
    places = [*range(columns), *[-1] * len(worth)]
    best = 0
    for order in permutations(places, len(worth)):
        best = max(best, sum(worth[row][column] for row, column in enumerate(order) if column >= 0))
    return best


@given(tables)
def test_no_other_pairing_is_worth_more(worth: list[list[int]]) -> None:
    pairs = best_pairs(worth)
    assert len(set(pairs.values())) == len(pairs)
    assert all(worth[row][column] > 0 for row, column in pairs.items())
    assert sum(worth[row][column] for row, column in pairs.items()) == best_by_trying(worth)


def test_the_one_that_fits_everywhere_gives_way() -> None:
    assert best_pairs([[10, 9], [10, 0]]) == {0: 1, 1: 0}


def test_of_equals_the_first_is_taken() -> None:
    assert best_pairs([[5, 5, 5]]) == {0: 0}
