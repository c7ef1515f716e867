"""Completing a draft by what is said elsewhere in the pack, once all of it has been read."""

from dataclasses import replace

from crossread.packs.reading.draft import Draft
from crossread.packs.reading.question_reading import complete_question


def complete(draft: Draft) -> None:
    """Make whole questions and entries of the timeline of what was written."""
    _questions(draft)
    _timeline(draft)


def _questions(draft: Draft) -> None:
    """Take in the claims of a question, and what its stage or its pack says of mixing and of review."""
    claims = {claim.value.id: claim.value for claim in draft.claims}
    head = draft.head.value if draft.head else None
    mixed = {row.id: row.shuffle for row in head.stages} if head else {}
    kept_out = {row.id for row in head.stages if row.review is False} if head else set()
    for number, written in enumerate(draft.questions):
        question = complete_question(written.value, claims)
        above = mixed.get(question.stage)
        shuffle = head.shuffle if above is None and head else bool(above)
        if shuffle and not written.gives("shuffle"):
            question = replace(question, shuffle=True)
        if question.stage in kept_out and not written.gives("review"):
            question = replace(question, review=False)
        if question is not written.value:
            draft.questions[number] = replace(written, value=question)


def _timeline(draft: Draft) -> None:
    """Count who is quoted among those who say so."""
    for number, written in enumerate(draft.timeline):
        entry = written.value
        quoted = dict.fromkeys(passage.source for passage in entry.passages)
        more = (source for source in quoted if source not in entry.said_by)
        draft.timeline[number] = replace(written, value=replace(entry, said_by=(*entry.said_by, *more)))
