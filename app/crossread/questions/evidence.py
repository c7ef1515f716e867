"""Evidence: mark the passages of the sources that answer. This is the model; the marking stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from crossread.base.errors import N_
from crossread.questions.evidence_faults import evidence_faults
from crossread.questions.evidence_marking import mark_selections
from crossread.questions.evidence_passages import (
    EvidencePassage,
    core_selections,
    passage_quotes,
    passages_lacking,
    quoted_passages,
)
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark
from crossread.questions.passages import PassageKey, Selection, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Question):
    """A question for passages: at least `choose[0]` and at most `choose[1]` of those that answer."""

    kind: Literal["evidence"] = "evidence"
    passages: tuple[EvidencePassage, ...]
    choose: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class EvidenceResponse:
    """What the learner marked, in the order of marking."""

    selections: tuple[Selection, ...] = ()


def faults(question: Evidence) -> list[Fault]:
    """Find what is wrong with the passages and with how many are asked for."""
    return evidence_faults(question.sources, question.passages, question.choose, question.needs)


def mark(question: Evidence, response: EvidenceResponse, texts: Texts) -> Mark:
    """Mark what was selected on the very texts it was selected in; see `mark_selections`."""
    return mark_selections(question.passages, question.choose[0], response.selections, texts)


def empty(response: EvidenceResponse) -> bool:
    """Tell whether nothing is marked yet."""
    return not response.selections


def words(question: Evidence, response: EvidenceResponse) -> str:  # noqa: ARG001
    """Quote what was marked."""
    return passage_quotes(response.selections)


def quoted(question: Evidence) -> Sequence[tuple[tuple[str | int, ...], PassageKey]]:
    """List the cores and, where they differ, the acceptable passages."""
    return quoted_passages(question.passages)


def solve(question: Evidence, texts: Texts) -> EvidenceResponse | None:
    """Mark as many cores as are asked for, each in the first text that it has a place in."""
    found = tuple(islice(core_selections(question.passages, texts), question.choose[0]))
    return EvidenceResponse(found) if len(found) == question.choose[0] else None


def lacks(question: Evidence, response: EvidenceResponse) -> str:
    """Say how many passages are still wanted where some are marked."""
    return "" if empty(response) else passages_lacking(question.choose, response.selections)


KIND = Kind(
    name="evidence",
    label=N_("mark the words"),
    question=Evidence,
    response=EvidenceResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    quoted=quoted,
    solve=solve,
    lacks=lacks,
    recalled=False,
)
