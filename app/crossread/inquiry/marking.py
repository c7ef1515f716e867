"""Marks as entries: what an answer earned, with the question as it is now."""

from collections.abc import Mapping
from typing import Any

from crossread.base.canonical import canonical_json, digest
from crossread.base.entries import NewEntry
from crossread.inquiry.standing import Standing, is_first_try
from crossread.packs.pack import Pack
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.marking import mark_answer
from crossread.questions.registry import KINDS
from crossread.questions.storing import key_json, mark_json, question_json


def seen_json(pack: Pack, question: Question) -> dict[str, Any]:
    """Spell what is seen of a question: all of it, and the line of what stands firm shown with it."""
    floor = pack.floor_line(question.floor) if question.floor else None
    return {"question": question_json(question), "floor": floor.text if floor else ""}


def seen_digest(pack: Pack, question: Question) -> str:
    """Return the digest of what is seen of a question of the pack; each is worked out once."""
    known = pack.seen_digests
    if question.id not in known:
        known[question.id] = digest(canonical_json(seen_json(pack, question)))
    return known[question.id]


def marked_entry(
    standing: Standing,
    question: Question,
    answer: str,
    response: Mapping[str, Any] | None,
    number: int = 1,
    earned_before: float | None = None,
) -> NewEntry:
    """Mark the answer of an entry, and remember that with the question as it is now.

    `number` is which try it was, from 1. `raw` is what this response is worth by itself; `score` what
    the question has earned by now, which a later try never lowers below `earned_before`. It is `settled`
    where nothing is left to earn: all was earned, or its kind is not scored.
    """
    try:
        mark = mark_answer(question, response, standing.texts)
    except ValueError:  # kept by a version that spelled responses otherwise: the rest can be handed in
        mark = Mark(score=None)
    behaviour, attempt = standing.behaviour(question), standing.attempt(question)
    score = earned_before
    if mark.score is not None:
        score = max(earned_before or 0.0, mark.score * float(behaviour.share(number)))
    payload = {
        "stage": question.stage,
        "answer": answer,
        "raw": mark.score,
        **mark_json(Mark(score=score, parts=mark.parts)),
        "settled": not KINDS[question.kind].scored or (mark.score is not None and mark.score >= 1),
        "first_try": number == 1 and is_first_try(standing.state, question, attempt.number),
        "points": question.points,
        "skill": question.skill,
        "behaviour": behaviour.name,
    }
    return NewEntry(
        kind="marked",
        pack=standing.pack.id,
        pack_version=standing.pack.version,
        question=question.id,
        attempt=attempt.number,
        payload=payload,
        seen=seen_json(standing.pack, question),
        key=key_json(question),
    )
