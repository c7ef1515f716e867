"""Behaviours: which one counts, and what a later try is worth."""

from dataclasses import replace
from fractions import Fraction

import pytest

from crossread.inquiry.behaviours import DEFERRED, EXAM, IMMEDIATE, TRIES, behaviour_of
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
