"""What is made of the comparison as the record keeps it: read whole again, harmless where damaged."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.canonical import canonical_json
from crossread.inquiry.commands import CheckCells, Command, Judge, PutCell, PutConclusion
from crossread.inquiry.comparison import (
    COULD,
    Cell,
    CellStatement,
    Conclusion,
    Judgement,
    Reason,
)
from crossread.inquiry.comparison_storing import (
    cell_from_json,
    cell_json,
    conclusion_from_json,
    conclusion_json,
    judgement_from_json,
    judgement_json,
)
from crossread.inquiry.fold import fold
from crossread.inquiry.state import InquiryState
from crossread.inquiry.undoing import intention, inverse, outcome
from crossread.questions.claims import STANCES
from crossread.questions.passages import Selection
from tests.inquiry.comparing_samples import cell, comparer, conclusion, empty, judgement
from tests.inquiry.making import as_entry
from tests.inquiry.noting_samples import noted
from tests.inquiry.test_notes_kept import passages, values, words

unhurried = settings(deadline=None)
KINDS = ["cell-set", "cells-checked", "judgement-set", "conclusion-set"]
selections = st.builds(
    lambda source, digest, start, length, quote: Selection(
        source=source, which="digest", text_digest=digest, start=start, end=start + length, quote=quote
    ),
    words,
    words,
    st.integers(0, 10**6),
    st.integers(0, 10**4),
    words,
)
statements = st.builds(CellStatement, stance=st.sampled_from([*STANCES]), selection=st.none() | selections)
some_passages = st.lists(passages, max_size=2).map(tuple)
reasons = st.builds(Reason, id=words, text=words, passages=some_passages)
cells = st.builds(
    Cell,
    claim=words,
    source=words,
    statements=st.lists(statements, max_size=3).map(tuple),
    could=st.sampled_from(COULD),
)
judgements = st.builds(
    Judgement,
    about=words,
    chosen=st.lists(words, max_size=3).map(tuple),
    count=st.none() | st.integers(0, 99),
    text=st.just("") | words,
    passages=some_passages,
)
conclusions = st.builds(
    Conclusion,
    stage=st.just("") | words,
    text=words,
    reasons=st.lists(reasons, max_size=2).map(tuple),
    counter=words,
    answer=words,
    unheard=words,
)


def again(payload: dict[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(canonical_json(payload))
    return read


@given(cells)
def test_a_cell_is_whole_again_when_it_is_read(one: Cell) -> None:
    assert cell_from_json(again(cell_json(one)), 7) == replace(one, seq=7)


@given(judgements)
def test_a_judgement_is_whole_again_when_it_is_read(one: Judgement) -> None:
    assert judgement_from_json(again(judgement_json(one)), 7) == replace(one, seq=7)


@given(conclusions)
def test_a_conclusion_is_whole_again_when_it_is_read(one: Conclusion) -> None:
    assert conclusion_from_json(again(conclusion_json(one)), 7) == replace(one, seq=7)


@given(st.sampled_from(KINDS), values, st.data())
@unhurried
def test_whatever_stands_in_a_payload_nothing_is_raised_and_nothing_else_is_lost(
    kind: str, value: object, data: st.DataObject
) -> None:
    learner = comparer()
    for command in (
        PutCell(cell=cell()),
        Judge(judgement=judgement()),
        PutConclusion(conclusion=conclusion()),
    ):
        learner.do(command)
    sound: dict[str, Any] = {"claim": "at-nine", "source": "pilot", "statements": [{"stance": "silent"}]}
    sound |= {"about": "claim/at-nine/relation", "stage": "exam", "reasons": [{"id": "r", "text": "t"}]}
    sound["cells"] = [{"claim": "at-nine", "source": "pilot", "score": 1}]
    name = data.draw(st.sampled_from([*sound, "could", "chosen", "count", "text", "passages", "unheard"]))
    entry = as_entry(learner.do(Judge(judgement=judgement(about="other")))[0], 9)
    folded = fold(learner.state, replace(entry, kind=kind, payload={**sound, name: value}))
    assert folded.last_seq == 9
    assert folded.cells["forty", "gazette"] == cell(seq=1)
    assert folded.judgements["claim/forty/witnesses"] == judgement(seq=2)
    assert folded.conclusions["read"] == conclusion(seq=3)


@pytest.mark.parametrize("value", [-0.1, 1.5, "1", True, None])
def test_a_score_that_is_none_is_one_that_nobody_can_tell(value: object) -> None:
    learner = comparer()
    learner.do(PutCell(cell=cell()))
    (made,) = learner.do(CheckCells(cells=(("forty", "gazette"),)))
    payload = {"cells": [{"claim": "forty", "source": "gazette", "score": value}]}
    folded = fold(learner.state, as_entry(replace(made, payload=payload), 9))
    assert folded.cell_checks["forty", "gazette"].last is None


steps: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from([cell(), cell(("hedges", None)), empty(), cell(("silent", None), could="yes")]).map(
        lambda one: PutCell(cell=one)
    ),
    st.builds(
        lambda about, text, count: Judge(judgement=Judgement(about=about, text=text, count=count)),
        st.sampled_from(["a", "b"]),
        st.sampled_from(["", "one", "two"]),
        st.none() | st.integers(0, 2),
    ),
    st.builds(
        lambda text, there: PutConclusion(
            conclusion=conclusion(
                text, reasons=(Reason(id="r", text="", passages=(noted(),)),) if there else ()
            )
        ),
        st.sampled_from(["", "one", "two"]),
        st.booleans(),
    ),
)


def said(state: InquiryState) -> object:
    """Return what was made of the comparison, whenever it was; an empty conclusion is none."""
    written = (replace(one, seq=0) for one in state.conclusions.values())
    return (
        {place: replace(one, seq=0) for place, one in state.cells.items()},
        {about: replace(one, seq=0) for about, one in state.judgements.items()},
        [one for one in written if one != Conclusion(stage=one.stage)],
    )


@given(st.lists(steps, max_size=6), steps)
@unhurried
def test_whatever_is_done_its_inverse_brings_back_what_was(before: list[Command], step: Command) -> None:
    learner = comparer()
    for command in before:
        learner.do(command)
    was = learner.state
    back = inverse(was, step)
    assert back is not None
    learner.do(step)
    assert intention(learner.state, back)
    assert outcome(learner.state, back).endswith(".")
    learner.do(back)
    assert said(learner.state) == said(was)
