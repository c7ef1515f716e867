"""Verdict: whether a source says so, says otherwise, or does not say. Never whether it is so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import Texts

Saying = Literal["says-so", "says-otherwise", "does-not-say"]

# Each in words about the source, never about the world.
SAYINGS: Mapping[Saying, str] = {
    "says-so": N_("The source says so"),
    "says-otherwise": N_("The source says otherwise"),
    "does-not-say": N_("The source does not say"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Question):
    """A statement, and what the source with the id `of` says to it."""

    kind: Literal["verdict"] = "verdict"
    statement: str
    of: str
    answer: Saying


@dataclass(frozen=True, slots=True)
class VerdictResponse:
    """What the learner takes the source to say; empty as long as nothing is picked."""

    verdict: Literal["", "says-so", "says-otherwise", "does-not-say"] = ""


def faults(question: Verdict) -> list[Fault]:
    """Find what is wrong: no statement, or a source that the question does not name."""
    found: list[Fault] = []
    if not question.statement.strip():
        found.append(Fault(("statement",), "error", "no-statement", _("There is no statement to judge.")))
    if question.of not in question.sources:
        message = _(
            "The statement is about “{source}”, which is not among the question's sources. Add it there."
        ).format(source=question.of)
        found.append(Fault(("of",), "error", "source-not-named", message, question.sources))
    return found


def mark(question: Verdict, response: VerdictResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give 1 where the learner read the source rightly, else 0."""
    score = 1.0 if response.verdict == question.answer else 0.0
    part = Part(score=score, given=_saying(response.verdict), key=_saying(question.answer))
    return Mark(score=score, parts=(part,))


def empty(response: VerdictResponse) -> bool:
    """Tell whether nothing is picked yet."""
    return not response.verdict


def words(question: Verdict, response: VerdictResponse) -> str:  # noqa: ARG001
    """Say what the learner took the source to say."""
    return _saying(response.verdict)


def _saying(verdict: str) -> str:
    return next((_(words) for saying, words in SAYINGS.items() if saying == verdict), "")


def solve(question: Verdict, texts: Texts) -> VerdictResponse:  # noqa: ARG001  (all kinds take texts)
    """Read the source rightly."""
    return VerdictResponse(question.answer)


def silent(question: Verdict) -> Collection[str]:
    """Name the source where what is asked about is that it does not say so."""
    return (question.of,) if question.answer == "does-not-say" else ()


def offered(question: Verdict) -> Sequence[str]:
    """Return the statement."""
    return (question.statement,)


def about(question: Verdict) -> str:
    """Return the statement."""
    return question.statement


KIND = Kind(
    name="verdict",
    label=N_("what the source says"),
    question=Verdict,
    response=VerdictResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    silent=silent,
    offered=offered,
    about=about,
)
