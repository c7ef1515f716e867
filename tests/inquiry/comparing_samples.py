"""A pack with claims, and what a learner may make of its comparison."""

from dataclasses import replace
from typing import Any

from crossread.inquiry.comparison import Cell, CellStatement, Conclusion, Judgement, Reason, witnesses_of
from crossread.questions.claims import Stance
from crossread.questions.passages import Selection
from tests.inquiry.making import PACK, Learner
from tests.inquiry.noting_samples import noted
from tests.questions.open_samples import AT_NINE, FORTY, SAYS_FORTY

COMPARED = replace(PACK, claims=(FORTY, AT_NINE))


def comparer() -> Learner:
    return Learner(pack=COMPARED)


def cell(
    *statements: tuple[Stance, Selection | None],
    claim: str = "forty",
    source: str = "gazette",
    **changes: Any,
) -> Cell:
    """Fill a cell; as the gazette has it where nothing else is said."""
    given = statements or (("asserts", SAYS_FORTY),)
    put = tuple(CellStatement(stance=stance, selection=selection) for stance, selection in given)
    return Cell(**{"claim": claim, "source": source, "statements": put, **changes})


def empty(claim: str = "forty", source: str = "gazette") -> Cell:
    return Cell(claim=claim, source=source, statements=())


def judgement(text: str = "One only passes it on.", **changes: Any) -> Judgement:
    return Judgement(**{"about": witnesses_of("forty"), "text": text, "count": 1, **changes})


def conclusion(text: str = "It burned from the rope store.", **changes: Any) -> Conclusion:
    reasons = (Reason(id="r1", text="The gazette saw smoke.", passages=(noted(),)),)
    return Conclusion(**{"stage": "read", "text": text, "reasons": reasons, **changes})
