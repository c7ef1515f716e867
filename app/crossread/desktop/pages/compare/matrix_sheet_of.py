"""The claim matrix in view, made ready to be handed on. No widget."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.answers.verdict_words import verdict_words
from crossread.desktop.pages.compare.claim_matrix import CellHere, ClaimMatrix
from crossread.desktop.pages.compare.matrix_words import Tell, could_words, relation_words
from crossread.inquiry.comparison import relation_of
from crossread.questions.claims import STANCES, Claim
from crossread.reports.matrix_sheet import MatrixSheet, SheetCell, SheetColumn, SheetRow, SheetStatement

if TYPE_CHECKING:
    from crossread.packs.pack import Pack


def sheet_of(
    pack: "Pack", matrix: ClaimMatrix, claims: Sequence[Claim], tell: Tell, firm: str
) -> MatrixSheet:
    """Return these rows of a matrix with all that may be told of them; covered words stay covered."""
    return MatrixSheet(
        title=_("Who says what: {pack}").format(pack=pack.title),
        language=pack.language,
        columns=tuple(
            SheetColumn(
                source.letter,
                source.card.short,
                ", ".join(filter(None, (source.card.kind, date_in_words(source.card.published)))),
            )
            for source in matrix.sources
        ),
        rows=tuple(_row(matrix, claim, tell) for claim in claims),
        firm=firm,
        pack=_("{pack}, version {version}").format(pack=pack.title, version=pack.version),
    )


def _row(matrix: ClaimMatrix, claim: Claim, tell: Tell) -> SheetRow:
    said = matrix.state.judgements.get(relation_of(claim.id))
    author = ""
    if matrix.is_told(claim):
        sentences = (relation_words(claim.relation), claim.why, claim.note)
        author = _("The authors: {words}").format(words=". ".join(filter(None, sentences)))
    return SheetRow(
        claim=claim.claim,
        relation=relation_words(matrix.own_relation(claim)),
        why=said.text if said else "",
        author=author,
        cells=tuple(_cell(matrix.cell(claim, source.id), tell) for source in matrix.sources),
    )


def _cell(cell: CellHere, tell: Tell) -> SheetCell:
    if cell.given:
        given = (
            SheetStatement(_(STANCES[one.stance]), one.says, one.whom or could_words(one.could))
            for one in cell.key
        )
        return SheetCell(tuple(given), given=True)
    own = tuple(
        SheetStatement(
            _(STANCES[one.stance]),
            f"“{tell(one.selection, one.selection.quote)}”" if one.selection is not None else "",
            could_words(cell.could) if one.stance == "silent" else "",
        )
        for one in cell.own
    )
    return SheetCell(own, verdict=_("changed since checked") if cell.changed else verdict_words(cell.verdict))
