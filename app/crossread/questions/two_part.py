"""Two parts: an answer, and the passages that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from crossread.questions.evidence_passages import EvidencePassage
from crossread.questions.kind import Question
from crossread.questions.passages import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoPart(Question):
    """A question of another kind (`answer`) that is answered together with passages as evidence.

    `passages` and `choose` are as in evidence. `because` asks for a reason in the learner's own words, and
    `model` is the author's, shown beside it; neither is scored.
    """

    kind: Literal["two-part"] = "two-part"
    answer: Question
    passages: tuple[EvidencePassage, ...]
    choose: tuple[int, int] = (1, 1)
    because: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class TwoPartResponse:
    """The answer's own response as JSON (empty: none yet), the passages marked, and the reason as typed."""

    answer: Mapping[str, Any] = field(default_factory=dict)
    selections: tuple[Selection, ...] = ()
    because: str = ""
