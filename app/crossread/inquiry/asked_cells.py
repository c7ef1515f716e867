"""Which cells of the claim matrix open questions ask for: to mark one of them would tell the answer."""

from collections.abc import Iterable, Iterator

from crossread.inquiry.open_questions import open_questions
from crossread.inquiry.standing import Standing
from crossread.questions.claims import Claim
from crossread.questions.kind import Question
from crossread.questions.passages import PassageKey
from crossread.questions.placing import place
from crossread.questions.registry import KINDS


def asked_for(standing: Standing, claim: Claim, source: str) -> bool:
    """Tell whether an open question asks how a source stands to a claim, or for words that show it.

    That are words to be marked and, where answers are scored, those that prove the answer.
    """
    keys = [one.of(source) for statement in claim.cells.get(source, ()) for one in statement.passages]
    for question in open_questions(standing.state, standing.pack, standing.has_original):
        if (claim.id, source) in KINDS[question.kind].stances(question):
            return True
        wanted = [key for key in _wanted(question) if key.source == source]
        if wanted and _meet(standing, source, keys, wanted):
            return True
    return False


def _wanted(question: Question) -> Iterator[PassageKey]:
    kind = KINDS[question.kind]
    yield from (key for _at, key in kind.quoted(question))
    if kind.scored:
        yield from question.evidence


def _meet(standing: Standing, source: str, keys: Iterable[PassageKey], others: Iterable[PassageKey]) -> bool:
    """Tell whether passages of a source share words in any of its texts."""
    for shown in standing.texts.get(source, {}).values():
        there = [where for key in others if (where := place(key, shown))]
        for key in keys if there else ():
            where = place(key, shown)
            if where and any(where.start < one.end and one.start < where.end for one in there):
                return True
    return False
