"""Mixing: the same for the same learner and question, on every machine, today and in a year."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.order import seed_of, shuffled

IDS = ("rope", "tar", "boats", "mole", "inn")

ids = st.lists(st.text(max_size=4), unique=True, max_size=8)
seeds = st.integers(1, 2**48)


def test_seeds_and_orders_are_the_same_on_every_machine_and_in_every_version() -> None:
    # What learners have seen stands in their records by its seed: these figures may never change.
    assert seed_of("ada", "harbour-fire", "first") == 196090532308555
    assert shuffled(IDS, 2**47) == ("boats", "inn", "tar", "mole", "rope")
    assert seed_of("half a pair \ud800") == seed_of("half a pair \ud800")


@given(ids, seeds)
def test_nothing_is_lost_or_added(given_: list[str], seed: int) -> None:
    assert sorted(shuffled(given_, seed)) == sorted(given_)


@given(ids, seeds)
def test_the_order_in_which_a_pack_writes_them_makes_no_difference(given_: list[str], seed: int) -> None:
    assert shuffled(given_, seed) == shuffled(given_[::-1], seed)


@given(ids.filter(bool), seeds)
def test_one_that_goes_leaves_the_order_of_the_others(given_: list[str], seed: int) -> None:
    first, *others = shuffled(given_, seed)
    assert shuffled([one for one in given_ if one != first], seed) == tuple(others)


@given(ids)
def test_without_a_seed_all_stays_as_it_is(given_: list[str]) -> None:
    assert shuffled(given_, 0) == tuple(given_)


def test_every_learner_pack_and_question_has_a_seed_of_its_own_and_none_is_0() -> None:
    names = [(learner, pack, q) for learner in "abcdefghij" for pack in "uvwxyz" for q in ("1", "2", "12")]
    found = [seed_of(*one) for one in names]
    assert len(set(found)) == len(names)
    assert seed_of("a", "b") != seed_of("ab")
    assert all(1 <= seed <= 2**48 for seed in found)


def test_each_comes_first_about_as_often_as_any_other() -> None:
    firsts = Counter(shuffled(IDS, seed_of("learner", str(number)))[0] for number in range(1000))
    assert set(firsts) == set(IDS)
    assert all(150 < count < 250 for count in firsts.values())  # four standard deviations around 200
