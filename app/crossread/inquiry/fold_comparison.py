"""Folding what a learner makes of the comparison. What cannot be read is passed over."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crossread.base.entries import Entry
from crossread.inquiry.comparison import CellCheck
from crossread.inquiry.comparison_storing import cell_from_json, conclusion_from_json, judgement_from_json
from crossread.inquiry.fold_notes import with_texts
from crossread.inquiry.growing import with_item, without
from crossread.inquiry.state import InquiryState


def cell_set(state: InquiryState, entry: Entry) -> InquiryState:
    """Fill a cell; one without a statement is empty again."""
    try:
        cell = cell_from_json(entry.payload, entry.seq)
    except ValueError:
        return state
    place = (cell.claim, cell.source)
    others = without(state.cells, place)
    return replace(state, cells=with_item(others, place, cell) if cell.statements else others)


def cells_checked(state: InquiryState, entry: Entry) -> InquiryState:
    """Remember how cells stood against their author's key."""
    checks = state.cell_checks
    given = entry.payload.get("cells")
    for one in given if isinstance(given, list) else []:
        if not isinstance(one, Mapping):
            continue
        place = (str(one.get("claim", "")), str(one.get("source", "")))
        score = _score(one.get("score"))
        before = checks.get(place)
        first = before.first if before else score
        check = CellCheck(first=first, last=score, seq=entry.seq, cell=state.cells.get(place))
        checks = with_item(checks, place, check)
    return replace(state, cell_checks=checks)


def judgement_set(state: InquiryState, entry: Entry) -> InquiryState:
    """Set a judgement; an empty one is taken away."""
    try:
        judgement = judgement_from_json(entry.payload, entry.seq)
    except ValueError:
        return state
    others = without(state.judgements, judgement.about)
    said = others if judgement.is_empty else with_item(others, judgement.about, judgement)
    return with_texts(replace(state, judgements=said), entry, judgement.passages)


def conclusion_set(state: InquiryState, entry: Entry) -> InquiryState:
    """Write a conclusion."""
    try:
        conclusion = conclusion_from_json(entry.payload, entry.seq)
    except ValueError:
        return state
    passages = [passage for reason in conclusion.reasons for passage in reason.passages]
    written = replace(state, conclusions=with_item(state.conclusions, conclusion.stage, conclusion))
    return with_texts(written, entry, passages)


def _score(value: Any) -> float | None:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if number and 0 <= value <= 1 else None
