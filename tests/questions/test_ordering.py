"""Ordering: the share of pairs that stand in the right order."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.item import Item
from crossread.questions.mark import Mark
from crossread.questions.ordering import Ordering, OrderingResponse, empty, faults, mark, solve, words
from tests.questions.closed_samples import ORDERING
from tests.questions.texts_told import TEXTS


def marked(*order: str, question: Ordering = ORDERING) -> Mark:
    return mark(question, OrderingResponse(order), TEXTS)


@pytest.mark.parametrize(
    ("order", "pairs"),
    [
        ("smoke sheds ashore boats", 6),
        ("sheds smoke ashore boats", 5),
        ("boats smoke sheds ashore", 3),
        ("ashore boats smoke sheds", 2),
        ("boats ashore sheds smoke", 0),
    ],
)
def test_of_six_pairs_each_in_the_right_order_earns_a_sixth(order: str, pairs: int) -> None:
    assert marked(*order.split()).score == pytest.approx(pairs / 6)


@given(st.permutations(range(6)))
def test_the_score_is_the_share_of_pairs_in_order_and_the_mean_of_the_parts(order: list[int]) -> None:
    question = replace(ORDERING, items=tuple(Item(id=str(one), text=f"{one}.") for one in range(6)))
    found = marked(*map(str, order), question=question)
    right = sum(one < after for one, after in combinations(order, 2))
    assert found.score == float(Fraction(right, 15))
    assert found.score == pytest.approx(sum(part.score or 0 for part in found.parts) / 6)


def test_each_item_is_told_where_it_was_put_and_where_it_belongs() -> None:
    parts = {part.of: part for part in marked("boats", "smoke", "sheds", "ashore").parts}
    assert list(parts) == [item.id for item in ORDERING.items]
    boats, sheds = parts["boats"], parts["sheds"]
    assert (boats.given, boats.key, boats.verdict) == ("place 1", "place 4", "wrong")
    assert (sheds.given, sheds.key, sheds.verdict) == ("place 3", "place 2", "partly")
    assert sheds.score == pytest.approx(2 / 3)
    assert sheds.feedback == "Soon after the store."


def test_nothing_moved_is_nothing_answered() -> None:
    assert empty(OrderingResponse())
    found = marked()
    assert found.score == 0
    assert [part.key for part in found.parts] == ["place 1", "place 2", "place 3", "place 4"]
    assert {part.given for part in found.parts} == {""}


def test_only_what_the_question_and_the_response_both_know_is_marked() -> None:
    found = marked("boats", "gone", "smoke", "ashore")
    assert found.score == pytest.approx(1 / 3)
    parts = {part.of: part for part in found.parts}
    assert (parts["ashore"].given, parts["ashore"].key) == ("place 3", "place 2")
    assert (parts["sheds"].verdict, parts["gone"].verdict) == ("unscored", "unscored")
    assert "after your answer" in parts["sheds"].feedback
    assert "no longer part" in parts["gone"].feedback


@pytest.mark.parametrize("order", [("gone", "lost"), ("smoke",), ("gone", "smoke"), ("smoke", "smoke")])
def test_where_no_pair_is_left_there_is_no_score(order: tuple[str, ...]) -> None:
    found = marked(*order)
    assert found.score is None
    assert {part.verdict for part in found.parts} == {"unscored"}


def test_an_id_given_twice_counts_where_it_stands_first() -> None:
    assert marked("smoke", "sheds", "smoke", "ashore", "boats").score == 1


def test_an_order_is_told_in_the_texts_of_its_items() -> None:
    response = OrderingResponse(("smoke", "gone", "ashore"))
    assert words(ORDERING, response) == "Smoke is seen → gone → The pilot comes ashore"


@pytest.mark.parametrize("items", [(), ORDERING.items[:1]])
def test_one_item_is_no_order(items: tuple[Item, ...]) -> None:
    question = replace(ORDERING, items=items)
    (fault,) = faults(question)
    assert (fault.severity, fault.code, fault.at) == ("error", "one-item", ("items",))
    assert solve(question, TEXTS) is None


def test_items_have_an_id_and_a_text_of_their_own() -> None:
    first, second, *_rest = ORDERING.items
    changes = {"id-twice": {"id": first.id}, "text-twice": {"text": "smoke IS seen"}, "no-id": {"id": " "}}
    for code, change in changes.items():
        (fault,) = faults(replace(ORDERING, items=(first, replace(second, **change))))
        assert (fault.code, fault.at) == (code, ("items", 1, next(iter(change))))
