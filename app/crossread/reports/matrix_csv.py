"""The claim matrix for a spreadsheet: a row a claim, a column a source."""

from crossread.base.translation import _
from crossread.reports.matrix_sheet import MatrixSheet, SheetCell, SheetStatement
from crossread.reports.spreadsheet import as_csv


def matrix_csv(sheet: MatrixSheet) -> str:
    """Return the matrix as CSV; what a source says besides stands on a line of its own in its cell."""
    head = [
        _("Claim"),
        *(f"{column.letter} · {column.short}" for column in sheet.columns),
        _("How the sources stand, as you see it"),
        _("Why"),
        _("The pack’s authors"),
        _("What stands firm"),
    ]
    rows = [
        [row.claim, *(cell_words(cell) for cell in row.cells), row.relation, row.why, row.author, row.firm]
        for row in sheet.rows
    ]
    return as_csv([head, *rows])


def cell_words(cell: SheetCell) -> str:
    """Return what stands in a cell, a line each."""
    lines = [line_words(one) for one in cell.statements]
    if cell.given and lines:
        lines.append(_("(given)"))
    author = [_("The pack’s authors: {words}").format(words=line_words(one)) for one in cell.author]
    return "\n".join([*lines, *([cell.verdict] if cell.verdict else []), *author])


def line_words(one: SheetStatement) -> str:
    """Say one thing that a source says in a line."""
    said = _("{stance}: {says}").format(stance=one.stance, says=one.words) if one.words else one.stance
    return f"{said} ({one.remark})" if one.remark else said
