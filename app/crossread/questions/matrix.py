"""Matrix: how each source stands to each claim."""

from dataclasses import dataclass
from typing import Literal

from crossread.questions.claims import Claim, Stance
from crossread.questions.kind import Question
from crossread.questions.passages import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixWritten(Question):
    """A matrix as its author writes it: ids of claims; its sources are the columns.

    `given` says which cells are filled in already: all of them, every other one, or none. With `prove`
    each statement but silence takes a passage that shows it.
    """

    kind: Literal["matrix"] = "matrix"
    claims: tuple[str, ...]
    given: Literal["all", "some", "none"] = "none"
    prove: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(MatrixWritten):
    """A matrix with its claims, which stand in claims.yaml."""

    rows: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementGiven:
    """One stance that the learner sees, and the passage that shows it."""

    stance: Stance
    selection: Selection | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellGiven:
    """What the learner has put into one cell."""

    claim: str
    source: str
    statements: tuple[StatementGiven, ...]


@dataclass(frozen=True, slots=True)
class MatrixResponse:
    """The cells filled in by the learner, row by row; a cell without a statement is left out."""

    cells: tuple[CellGiven, ...] = ()
