"""The claim matrix as it stands for a learner, made ready to be handed on."""

from collections.abc import Iterable, Sequence

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.inquiry.comparison import relation_of
from crossread.packs.pack import Pack
from crossread.progress.claim_matrix import CellHere, ClaimMatrix
from crossread.progress.claim_words import Tell, changed_words, could_words, relation_words
from crossread.progress.verdict_words import verdict_words
from crossread.questions.claims import STANCES, Claim
from crossread.reports.matrix_sheet import MatrixSheet, SheetCell, SheetColumn, SheetRow, SheetStatement


def sheet_of(pack: Pack, matrix: ClaimMatrix, claims: Sequence[Claim], tell: Tell) -> MatrixSheet:
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
        rows=tuple(_row(pack, matrix, claim, tell) for claim in claims),
        pack=_("{pack}, version {version}").format(pack=pack.title, version=pack.version),
    )


def firm_of(pack: Pack, claim: Claim) -> str:
    """Return what stands firm of a claim: its own line, else the first one of the pack; "" for none."""
    line = pack.floor_line(claim.floor) or next(iter(pack.floor), None)
    return line.text if line else ""


def joined(sentences: Iterable[str]) -> str:
    """Join sentences, with or without a full stop of their own, with one between each two."""
    return ". ".join(one.rstrip(". ") for one in sentences if one) + "."


def _row(pack: Pack, matrix: ClaimMatrix, claim: Claim, tell: Tell) -> SheetRow:
    said = matrix.state.judgements.get(relation_of(claim.id))
    author = ""
    if matrix.is_told(claim):
        told = matrix.as_told(claim)
        sentences = (relation_words(told.relation), told.why, told.note)
        author = _("The pack’s authors: {words}").format(words=joined(sentences))
    return SheetRow(
        claim=claim.claim,
        relation=relation_words(matrix.own_relation(claim)),
        why=said.text if said else "",
        author=author,
        cells=tuple(_cell(matrix.cell(claim, source.id), tell) for source in matrix.sources),
        firm=firm_of(pack, claim),
    )


def _cell(cell: CellHere, tell: Tell) -> SheetCell:
    if cell.given:
        return SheetCell(_author(cell), given=True)
    own = tuple(
        SheetStatement(
            _(STANCES[one.stance]),
            f"“{tell(one.selection, one.selection.quote)}”" if one.selection is not None else "",
            could_words(cell.could) if one.stance == "silent" else "",
        )
        for one in cell.own
    )
    verdict = changed_words(is_empty=not cell.own) if cell.changed else verdict_words(cell.verdict)
    return SheetCell(own, verdict=verdict, author=() if cell.verdict == "right" else _author(cell))


def _author(cell: CellHere) -> tuple[SheetStatement, ...]:
    """Return the author's key of a cell as far as it is told."""
    return tuple(
        SheetStatement(_(STANCES[one.stance]), one.says, one.whom or could_words(one.could))
        for one in cell.key
    )
