"""Behaviours: which one counts, and what a later try is worth."""

from dataclasses import replace
from fractions import Fraction

import pytest

from crossread.inquiry.behaviours import (
    BEHAVIOURS,
    DEFERRED,
    EXAM,
    IMMEDIATE,
    TRIES,
    Behaviour,
    behaviour_of,
    certainty_of,
    holds_back,
)
from crossread.packs.pack import Pack
from tests.inquiry.making import PACK
from tests.questions.making import CHOICE


@pytest.mark.parametrize(
    ("pack", "stage", "question", "expected"),
    [
        ("deferred", "", "", DEFERRED),
        ("exam", "", "", EXAM),
        ("exam", "immediate", "", IMMEDIATE),
        ("exam", "immediate", "tries", TRIES),
        ("from a later version", "", "", DEFERRED),
    ],
)
def test_the_question_decides_before_its_stage_and_the_stage_before_the_pack(
    pack: str, stage: str, question: str, expected: object
) -> None:
    stages = tuple(replace(one, behaviour=stage) for one in PACK.stages)
    whole = replace(PACK, behaviour=pack, stages=stages)
    assert behaviour_of(whole, replace(CHOICE, behaviour=question)) is expected


def test_each_try_is_worth_a_third_less_and_none_less_than_nothing() -> None:
    assert [TRIES.share(number) for number in range(1, 6)] == [1, Fraction(2, 3), Fraction(1, 3), 0, 0]
    assert IMMEDIATE.share(1) == 1


def configured(**keys: object) -> Pack:
    """Make a pack with a key for the pack, its stages, or its question: pack_tries=2 and so on."""
    of = {
        level: {name.partition("_")[2]: value for name, value in keys.items() if name.startswith(level)}
        for level in ("pack", "stage", "question")
    }
    stages = tuple(replace(one, **of["stage"]) for one in PACK.stages)  # type: ignore[arg-type]
    question = replace(CHOICE, **of["question"])  # type: ignore[arg-type]
    return replace(PACK, stages=stages, questions=(question,), **of["pack"])  # type: ignore[arg-type]


def asked_so(**keys: object) -> Behaviour:
    pack = configured(**keys)
    return behaviour_of(pack, pack.questions[0])


def test_tries_and_penalty_are_looked_up_each_by_itself() -> None:
    behaviour = asked_so(pack_behaviour="tries", pack_penalty="25 %", stage_tries=2)
    assert (behaviour.name, behaviour.tries, behaviour.penalty) == ("tries", 2, Fraction(1, 4))
    behaviour = asked_so(pack_tries=5, pack_penalty="0.5", question_behaviour="tries", question_penalty="0")
    assert (behaviour.tries, behaviour.penalty) == (5, Fraction(0))
    assert asked_so(stage_behaviour="tries", stage_penalty="none to speak of") is TRIES


@pytest.mark.parametrize("name", ["deferred", "exam", "immediate"])
def test_where_tries_are_not_counted_their_number_says_nothing(name: str) -> None:
    assert asked_so(pack_behaviour=name, pack_tries=4, pack_penalty="1/2") is BEHAVIOURS[name]


def test_certainty_is_asked_as_the_question_says_else_its_stage_else_its_pack() -> None:
    for keys, expected in (
        ({}, ""),
        ({"pack_certainty": "yes"}, "yes"),
        ({"pack_certainty": "yes", "stage_certainty": "no"}, "no"),
        ({"pack_certainty": "no", "stage_certainty": "no", "question_certainty": "yes"}, "yes"),
    ):
        pack = configured(**keys)
        assert certainty_of(pack, pack.questions[0]) == expected


def test_an_exam_gives_nothing_away() -> None:
    assert (EXAM.holds_back, EXAM.asks_back, EXAM.hints) == (True, False, "none")
    assert holds_back("exam")
    assert not holds_back("deferred")
    assert not holds_back("from a later version")


def test_hints_open_by_themselves_only_where_they_cost_a_try() -> None:
    assert [behaviour.hints_open(2) for behaviour in (DEFERRED, EXAM, IMMEDIATE, TRIES)] == [0, 0, 0, 2]
