"""Verdict: what a source says, never what is so."""

from dataclasses import replace

import pytest

from crossread.questions.verdict import SAYINGS, Saying, VerdictResponse, faults, mark, words
from tests.questions.making import TEXTS, VERDICT


def test_the_mark_speaks_of_the_source_alone() -> None:
    (part,) = mark(VERDICT, VerdictResponse("says-so"), TEXTS).parts
    assert part.score == 0
    assert part.given == "The source says so"
    assert part.key == "The source says otherwise"


@pytest.mark.parametrize("answer", SAYINGS)
def test_each_saying_is_right_where_it_is_the_answer(answer: Saying) -> None:
    question = replace(VERDICT, answer=answer)
    scores = {saying: mark(question, VerdictResponse(saying), TEXTS).score for saying in SAYINGS}
    assert scores == {saying: float(saying == answer) for saying in SAYINGS}


def test_nothing_picked_is_no_words() -> None:
    assert words(VERDICT, VerdictResponse()) == ""


def test_the_statement_is_there_and_about_a_source_of_the_question() -> None:
    assert [fault.code for fault in faults(replace(VERDICT, statement=" "))] == ["no-statement"]
    assert [fault.at for fault in faults(replace(VERDICT, of="nobody"))] == [("of",)]
