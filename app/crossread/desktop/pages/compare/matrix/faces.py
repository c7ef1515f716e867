"""What the cells and rows of the claim matrix show, made anew only where they are others than before."""

from collections.abc import Sequence

from crossread.base.translation import _
from crossread.desktop.answers.matrix.face import CellFace
from crossread.desktop.pages.compare.matrix.model import MatrixRow
from crossread.desktop.pages.compare.matrix.words import Column, face_of, row_name
from crossread.inquiry.comparison import CellId
from crossread.progress.claim_matrix import CellHere, ClaimMatrix
from crossread.progress.claim_words import Tell, relation_words
from crossread.questions.claims import Claim


class MatrixFaces:
    """Remembers the faces of cells; `forget` them where other words may be told."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = tuple(columns)
        self._known: dict[CellId, tuple[CellHere, CellFace]] = {}

    def forget(self) -> None:
        """Make all faces anew the next time."""
        self._known.clear()

    def faces(self, matrix: ClaimMatrix, claims: Sequence[Claim], tell: Tell) -> dict[CellId, CellFace]:
        """Return the faces of the cells of some claims; `tell` gives marked words as they may be told."""
        return {
            (claim.id, column.id): self._face(matrix.cell(claim, column.id), claim, column, tell)
            for claim in claims
            for column in self._columns
        }

    def _face(self, cell: CellHere, claim: Claim, column: Column, tell: Tell) -> CellFace:
        known = self._known.get(cell.place)
        if known is None or known[0] != cell:
            known = self._known[cell.place] = (cell, face_of(cell, claim, column, tell))
        return known[1]


def row_of(matrix: ClaimMatrix, claim: Claim) -> MatrixRow:
    """Return what a row shows before its cells."""
    own, authors = matrix.own_relation(claim), matrix.authors_relation(claim)
    words = relation_words(own or authors)
    if own and authors and own != authors:
        words = _("{own} · the pack’s authors: {authors}").format(own=words, authors=relation_words(authors))
    return MatrixRow(claim.id, claim.claim, words, not own and bool(authors), row_name(claim, own, authors))
