"""Silences: what others speak of and a source leaves out, as far as the claim matrix may tell it."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.progress.claim_matrix import CellHere, ClaimMatrix
from crossread.questions.claims import Claim, Statement


@dataclass(frozen=True, slots=True)
class Silence:
    """A claim on which a source is silent while others, `speaking` by their ids, are not.

    `key` is what the author says of the silence, None where that is not told.
    """

    claim: Claim
    source: str
    speaking: tuple[str, ...]
    key: Statement | None = None


@dataclass(frozen=True, slots=True)
class Silences:
    """What a source leaves out as far as is `known`; `open` are claims of which more has to be filled in.

    `asked` counts the claims on which an open question asks about the source.
    """

    known: tuple[Silence, ...]
    open: tuple[Claim, ...]
    asked: int


def silences_of(source: str, matrix: ClaimMatrix, claims: Sequence[Claim]) -> Silences:
    """Tell what a source leaves out, in the order of the claims.

    It is silent where the author says so and that is told (given, shown, or checked), else where the
    learner says so; and somebody else has to be known to speak.
    """
    known, unknown, asked = [], [], 0
    for claim in claims:
        cells = {cell.source: cell for cell in matrix.cells(claim)}
        mine = cells.pop(source)
        if mine.asked:
            asked += 1
        elif not mine.stances:
            unknown.append(claim)
        elif mine.is_silent:
            speaking = tuple(other for other, cell in cells.items() if cell.speaks)
            if speaking:
                known.append(Silence(claim, source, speaking, _told(mine)))
            elif any(not cell.stances and not cell.asked for cell in cells.values()):
                unknown.append(claim)
    return Silences(tuple(known), tuple(unknown), asked)


def _told(cell: CellHere) -> Statement | None:
    return next((one for one in cell.key if one.stance == "silent"), None)
