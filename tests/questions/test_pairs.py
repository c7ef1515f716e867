"""Matching and categorise: the share of items that are where they belong."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from crossread.questions import categorise, matching
from crossread.questions.categorise import Categorise, CategoriseResponse
from crossread.questions.item import Item
from crossread.questions.mark import Mark
from crossread.questions.matching import Matching, MatchingResponse
from tests.questions.closed_samples import CATEGORISE, MATCHING
from tests.questions.texts_told import TEXTS


def matched(question: Matching = MATCHING, **pairs: str) -> Mark:
    return matching.mark(question, MatchingResponse(pairs), TEXTS)


def sorted_into(question: Categorise = CATEGORISE, **pairs: str) -> Mark:
    return categorise.mark(question, CategoriseResponse(pairs), TEXTS)


def test_each_item_with_its_partner_earns_its_share() -> None:
    assert matched(smoke="watchman").score == pytest.approx(1 / 3)
    assert matched(smoke="watchman", counted="pilot", speed="owner").score == pytest.approx(2 / 3)
    assert matched(smoke="watchman", counted="pilot", speed="writer").score == 1


def test_changing_two_partners_costs_both() -> None:
    assert matched(smoke="pilot", counted="watchman", speed="writer").score == pytest.approx(1 / 3)


def test_one_target_for_all_earns_no_more_than_the_one_that_belongs_there() -> None:
    assert matched(smoke="pilot", counted="pilot", speed="pilot").score == pytest.approx(1 / 3)


def test_a_group_takes_several_items() -> None:
    assert sorted_into(saw="seen", counted="seen", forty="seen", louder="seen").score == 1 / 2
    assert sorted_into(saw="seen", counted="seen", forty="heard", louder="guessed").score == 3 / 4


def test_each_item_says_where_it_was_brought_and_where_it_belongs() -> None:
    parts = {part.of: part for part in matched(smoke="owner", counted="pilot").parts}
    assert list(parts) == ["smoke", "counted", "speed"]
    wrong, right, left_out = parts.values()
    assert (wrong.verdict, wrong.given, wrong.key) == ("wrong", "the owner", "the watchman")
    assert wrong.feedback == "He was on watch. The owner is not heard at all."
    assert (right.verdict, right.given, right.key) == ("right", "the pilot", "the pilot")
    assert (left_out.verdict, left_out.given, left_out.key) == ("wrong", "", "the correspondent")


def test_a_target_speaks_only_to_those_who_bring_what_does_not_belong_there() -> None:
    owner = {**MATCHING.pairs, "speed": "owner"}
    parts = matched(replace(MATCHING, pairs=owner), speed="owner", counted="owner").parts
    assert [part.feedback for part in parts] == ["He was on watch.", "The owner is not heard at all.", ""]


def test_an_item_whose_target_is_gone_is_not_counted() -> None:
    found = matched(smoke="gone", counted="pilot", speed="owner")
    assert found.score == 1 / 2
    assert found.parts[0].verdict == "unscored"
    assert "no longer part" in found.parts[0].feedback


def test_an_item_that_is_gone_is_told_and_not_counted() -> None:
    found = matched(smoke="watchman", counted="pilot", speed="writer", lost="owner")
    assert found.score == 1
    assert (found.parts[-1].of, found.parts[-1].verdict) == ("lost", "unscored")


def test_where_all_that_was_paired_is_gone_there_is_no_score() -> None:
    assert matched(smoke="gone").score is None
    assert matched(lost="owner").score is None
    assert sorted_into(lost="seen").score is None
    assert matched(lost="").score == 0  # nothing was paired there at all


def test_an_item_taken_back_is_as_one_never_brought() -> None:
    assert matching.empty(MatchingResponse({"smoke": ""}))
    assert matched(smoke="").score == 0
    assert not categorise.empty(CategoriseResponse({"saw": "heard"}))


def test_what_is_open_is_told_once_something_is_done() -> None:
    assert matching.lacks(MATCHING, MatchingResponse()) == ""
    response = MatchingResponse({"smoke": "pilot"})
    assert matching.lacks(MATCHING, response) == "2 items have no partner yet."
    response = MatchingResponse({"smoke": "pilot", "speed": "owner"})
    assert matching.lacks(MATCHING, response) == "1 item has no partner yet."
    sorting = CategoriseResponse({"saw": "seen", "louder": ""})
    assert categorise.lacks(CATEGORISE, sorting) == "3 items are not sorted yet."


def test_pairs_are_told_in_the_order_of_the_items_and_by_id_where_they_are_gone() -> None:
    response = MatchingResponse({"lost": "owner", "speed": "gone", "smoke": "pilot", "counted": ""})
    told = "There was smoke at nine: the pilot / The sheds burned fast: gone / lost: the owner"
    assert matching.words(MATCHING, response) == told


def found_in(question: Any, **changes: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    room = matching if isinstance(question, Matching) else categorise
    faults: Any = room.faults
    return [(fault.code, fault.at) for fault in faults(replace(question, **changes))]


def without(pairs: Mapping[str, str], *items: str) -> dict[str, str]:
    return {item: target for item, target in pairs.items() if item not in items}


@pytest.mark.parametrize("question", [MATCHING, CATEGORISE])
def test_one_item_or_one_target_is_not_enough(question: Matching | Categorise) -> None:
    first = question.items[0]
    only = {first.id: question.pairs[first.id]}
    assert found_in(question, items=(first,), pairs=only) == [("too-few-items", ("items",))]
    target = question.targets[0]
    codes = found_in(question, targets=(target,), pairs=dict.fromkeys(question.pairs, target.id))
    assert codes[0] == ("too-few-targets", ("targets",))


@pytest.mark.parametrize("question", [MATCHING, CATEGORISE])
def test_pairs_name_items_and_targets_that_are_there(question: Matching | Categorise) -> None:
    first, second = list(question.pairs)[:2]
    strange = {**question.pairs, "strange": "other-target"}
    assert found_in(question, pairs=strange) == [
        ("unknown-id", ("pairs", "strange")),
        ("unknown-id", ("pairs", "strange")),
    ]
    assert found_in(question, pairs=without(question.pairs, second)) == [("no-pair", ("items", 1))]
    assert ("unknown-id", ("pairs", first)) in found_in(question, pairs={**question.pairs, first: "wachtman"})


def test_an_unknown_id_comes_with_those_that_are_known() -> None:
    (fault,) = matching.faults(replace(MATCHING, pairs={**MATCHING.pairs, "smoke": "wachtman"}))
    assert fault.known == ("watchman", "pilot", "writer", "owner")
    assert "wachtman" in fault.message


def test_in_a_matching_two_items_cannot_have_one_target_and_in_groups_they_can() -> None:
    shared = {**MATCHING.pairs, "speed": "pilot"}
    assert found_in(MATCHING, pairs=shared) == [("target-twice", ("pairs", "speed"))]
    assert found_in(CATEGORISE, pairs=dict.fromkeys(CATEGORISE.pairs, "seen")) == []


def test_items_and_targets_have_an_id_and_a_text_of_their_own() -> None:
    item, target = MATCHING.items[1], MATCHING.targets[1]
    same_text = (MATCHING.items[0], replace(item, text=MATCHING.items[0].text), MATCHING.items[2])
    assert found_in(MATCHING, items=same_text) == [("text-twice", ("items", 1, "text"))]
    more = (*MATCHING.targets, Item(id=target.id, text="another"))
    assert found_in(MATCHING, targets=more) == [("id-twice", ("targets", 4, "id"))]
    blank = (*MATCHING.targets, Item(id="new", text=" "))
    assert found_in(MATCHING, targets=blank) == [("no-text", ("targets", 4, "text"))]


def test_a_pair_that_is_missing_is_not_solved() -> None:
    missing = without(MATCHING.pairs, "speed")
    assert matching.solve(replace(MATCHING, pairs=missing), TEXTS) is None
    assert categorise.solve(replace(CATEGORISE, pairs={}), TEXTS) is None
    assert categorise.solve(CATEGORISE, TEXTS) == CategoriseResponse(dict(CATEGORISE.pairs))
