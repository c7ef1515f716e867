"""Folding: entries, one by one, become the state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crossread.base.entries import Entry
from crossread.inquiry import fold_comparison, fold_notes
from crossread.inquiry.growing import growing, grown, with_item, without
from crossread.inquiry.state import Answered, Attempt, InquiryState, StageState

if TYPE_CHECKING:
    from crossread.questions.mark import Mark


def fold_all(
    pack_id: str, entries: Iterable[Entry], learner: str = "", begin: InquiryState | None = None
) -> InquiryState:
    """Fold all entries of one pack, oldest first; those of other packs are passed over.

    They go on from `begin`, where that is given; else from nothing.
    """
    state = growing(begin if begin is not None else InquiryState(pack=pack_id, learner=learner))
    for entry in entries:
        if entry.pack == pack_id:  # asked here as well: of a million entries most are of other packs
            state = fold(state, entry)
    return grown(state)


def fold(state: InquiryState, entry: Entry) -> InquiryState:
    """Return the state after one more entry.

    Entries of other packs change nothing; of kinds that do not matter here, only how far the state is.
    """
    if entry.pack != state.pack:
        return state
    folder = _FOLDERS.get(entry.kind)
    folded = folder(state, entry) if folder else state
    return replace(folded, last_seq=max(state.last_seq, entry.seq))


def _stage_entered(state: InquiryState, entry: Entry) -> InquiryState:
    stage_id = str(entry.payload.get("stage", ""))
    stage = state.of(stage_id)
    missing = range(len(stage.attempts) + 1, entry.attempt + 1)
    attempts = (*stage.attempts, *(Attempt(number=number) for number in missing))
    return replace(_with_stage(state, stage_id, StageState(attempts=attempts)), stage=stage_id)


def _answered(state: InquiryState, entry: Entry) -> InquiryState:
    payload = entry.payload

    def add(attempt: Attempt) -> Attempt:
        before = attempt.answers.get(entry.question)
        kind = str(payload.get("kind", ""))
        same = before if before and before.kind == kind else None
        answered = Answered(
            entry=entry.id,
            seq=entry.seq,
            kind=kind,
            response=payload.get("response"),
            certainty=payload.get("certainty", ""),
            dont_know=bool(payload.get("dont_know")),
            seen_digest=entry.seen_digest,
            texts={source: text["digest"] for source, text in payload.get("texts", {}).items()},
            mark=None,
            tries=same.tries if same else 0,
            settled=same.settled if same else False,
        )
        return replace(
            attempt,
            answers={**attempt.answers, entry.question: answered},
            given=attempt.given | {entry.question},
        )

    return _with_open_attempt(state, entry, add)


def _withdrawn(state: InquiryState, entry: Entry) -> InquiryState:
    def remove(attempt: Attempt) -> Attempt:
        kept = {name: answer for name, answer in attempt.answers.items() if name != entry.question}
        return replace(attempt, answers=kept)

    return _with_open_attempt(state, entry, remove)


def _handed_in(state: InquiryState, entry: Entry) -> InquiryState:
    answered, left_open, waiting = (
        frozenset(map(str, entry.payload.get(key, ()))) for key in ("answers", "open", "waiting")
    )

    def close(attempt: Attempt) -> Attempt:
        return replace(attempt, handed_in=True, left_open=left_open, waiting=waiting)

    flags = state.flags - answered - left_open - waiting
    return replace(_with_open_attempt(state, entry, close), flags=flags)


def _marked(state: InquiryState, entry: Entry) -> InquiryState:
    payload = entry.payload

    def mark(attempt: Attempt) -> Attempt:
        answered = attempt.answers.get(entry.question)
        if answered is None or answered.entry != payload.get("answer"):
            return attempt
        raw = payload.get("raw", payload.get("score"))
        earned_all = isinstance(raw, int | float) and raw >= 1
        marked = replace(
            answered,
            mark=_mark(payload),
            tries=answered.tries + (answered.mark is None),
            settled=answered.settled or bool(payload.get("settled", earned_all)),
            marked_under=str(payload.get("behaviour", "")),
        )
        return replace(attempt, answers={**attempt.answers, entry.question: marked})

    return _with_attempt(state, entry, mark)


def _mark(payload: Mapping[str, Any]) -> Mark:
    """Read a mark; one that this version cannot read gives no score, and takes no answer away with it."""
    from crossread.questions.mark import Mark
    from crossread.questions.storing import mark_from_json  # brings all kinds: not before there is a mark

    try:
        return mark_from_json({"score": payload.get("score"), "parts": payload.get("parts", [])})
    except ValueError:
        return Mark(score=None)


def _rated(state: InquiryState, entry: Entry) -> InquiryState:
    def rate(attempt: Attempt) -> Attempt:
        answered = attempt.answers.get(entry.question)
        if answered is None or answered.entry != entry.payload.get("answer"):
            return attempt
        rated = replace(answered, rating=entry.payload.get("rating"))
        return replace(attempt, answers={**attempt.answers, entry.question: rated})

    return _with_attempt(state, entry, rate)


def _released(state: InquiryState, entry: Entry) -> InquiryState:
    stage_id = str(entry.payload.get("stage", ""))
    attempts = state.of(stage_id).attempts
    shown = tuple(
        replace(attempt, released=True) if attempt.handed_in and attempt.number <= entry.attempt else attempt
        for attempt in attempts
    )
    return _with_stage(state, stage_id, StageState(attempts=shown)) if shown != attempts else state


def _flagged(state: InquiryState, entry: Entry) -> InquiryState:
    one = {entry.question}
    return replace(state, flags=state.flags | one if entry.payload.get("on") else state.flags - one)


def _card_opened(state: InquiryState, entry: Entry) -> InquiryState:
    return replace(state, cards=state.cards | {str(entry.payload.get("source", ""))})


def _expectation(state: InquiryState, entry: Entry) -> InquiryState:
    stage, text = str(entry.payload.get("stage", "")), str(entry.payload.get("text", ""))
    return replace(state, expectations=_with_text(state.expectations, stage, text))


_FOLDERS: Mapping[str, Callable[[InquiryState, Entry], InquiryState]] = {
    "stage-entered": _stage_entered,
    "answered": _answered,
    "withdrawn": _withdrawn,
    "handed-in": _handed_in,
    "marked": _marked,
    "remarked": _marked,
    "rated": _rated,
    "released": _released,
    "flagged": _flagged,
    "card-opened": _card_opened,
    "expectation": _expectation,
    "note-set": fold_notes.note_set,
    "note-removed": fold_notes.note_removed,
    "highlight-set": fold_notes.highlight_set,
    "highlight-removed": fold_notes.highlight_removed,
    "layer-added": fold_notes.layer_added,
    "layer-switched": fold_notes.layer_switched,
    "layer-removed": fold_notes.layer_removed,
    "cell-set": fold_comparison.cell_set,
    "cells-checked": fold_comparison.cells_checked,
    "judgement-set": fold_comparison.judgement_set,
    "conclusion-set": fold_comparison.conclusion_set,
}


def _with_text(texts: Mapping[str, str], key: str, text: str) -> Mapping[str, str]:
    others = without(texts, key)
    return with_item(others, key, text) if text else others


def _with_stage(state: InquiryState, stage_id: str, stage: StageState) -> InquiryState:
    return replace(state, stages={**state.stages, stage_id: stage})


def _with_open_attempt(
    state: InquiryState, entry: Entry, change: Callable[[Attempt], Attempt]
) -> InquiryState:
    """Change the attempt that an entry belongs to, unless it was handed in: then it stays as it was."""
    return _with_attempt(state, entry, lambda attempt: attempt if attempt.handed_in else change(attempt))


def _with_attempt(state: InquiryState, entry: Entry, change: Callable[[Attempt], Attempt]) -> InquiryState:
    stage_id = str(entry.payload.get("stage", ""))
    stage = state.of(stage_id)
    attempt = stage.attempt(entry.attempt)
    if attempt is None:
        return state
    index = entry.attempt - 1
    attempts = (*stage.attempts[:index], change(attempt), *stage.attempts[index + 1 :])
    return _with_stage(state, stage_id, StageState(attempts=attempts))
