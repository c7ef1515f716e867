"""The claim matrix as one HTML file that needs nothing else: a table to read, and to print on wide paper."""

from collections.abc import Iterator
from html import escape

from crossread.base.translation import _
from crossread.reports.html_page import html_page
from crossread.reports.matrix_csv import line_words
from crossread.reports.matrix_sheet import MatrixSheet, SheetCell, SheetRow, SheetStatement

_STYLE = """
:root { color-scheme: light dark; }
body { font: .95rem/1.45 Inter, "Noto Sans", "Segoe UI", sans-serif; margin: 1.5rem; }
h1 { font: 600 1.5rem/1.25 Charis, "Charis SIL", Georgia, serif; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid; padding: .4rem .5rem; vertical-align: top; text-align: start; }
th, td { overflow-wrap: anywhere; }
thead th { border-bottom-width: 2px; }
th[scope=row] { width: 22%; font-weight: 600; }
.letter { display: inline-block; min-width: 1.3em; text-align: center; border: 1px solid; font-weight: 700; }
.letter, .relation { padding: 0 .3em; border-radius: .25em; }
.relation { display: inline-block; border: 1px solid; font-weight: 400; margin-top: .3rem; }
.stance, .remark, .about, .why { font-size: .85em; font-weight: 400; }
.why { white-space: pre-wrap; margin: .3rem 0 0; }
.given { border-style: dotted; font-style: italic; }
td p { margin: 0 0 .3rem; }
.firm { margin: 1.25rem 0 .5rem; max-width: 60rem; }
.about { margin: .25rem 0; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { margin: 0; font-size: 8.5pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
"""


def matrix_html(sheet: MatrixSheet) -> str:
    """Return the matrix as an HTML document; nothing in it is fetched or run."""
    return html_page(sheet.title, sheet.language, _STYLE, _body(sheet))


def _body(sheet: MatrixSheet) -> Iterator[str]:
    yield "<table>"
    yield "<thead><tr>"
    yield f'<th scope="col">{escape(_("Claim"))}</th>'
    for column in sheet.columns:
        yield (
            f'<th scope="col" dir="auto"><span class="letter">{escape(column.letter)}</span> '
            f'{escape(column.short)}<div class="about">{escape(column.about)}</div></th>'
        )
    yield "</tr></thead>"
    yield "<tbody>"
    for row in sheet.rows:
        yield from _row(row)
    yield "</tbody>"
    yield "</table>"
    for line in sheet.firm:
        told = _("What stands firm. {line}").format(line=line)
        yield f'<p class="firm" dir="auto">{escape(told)}</p>'
    dotted = escape(_("Cells in dotted frames are given by the pack’s authors."))
    yield f'<p class="about" dir="auto">{dotted}</p>'
    yield f'<p class="about" dir="auto">{escape(sheet.pack)}</p>'


def _row(row: SheetRow) -> Iterator[str]:
    yield "<tr>"
    yield f'<th scope="row" dir="auto">{escape(row.claim)}'
    if row.relation:
        yield f'<br><span class="relation">{escape(row.relation)}</span>'
    for words in (row.why, row.author):
        if words:
            yield f'<p class="why" dir="auto">{escape(words)}</p>'
    yield "</th>"
    for cell in row.cells:
        yield _cell(cell)
    yield "</tr>"


def _cell(cell: SheetCell) -> str:
    inside = "".join(_statement(one) for one in cell.statements)
    verdict = f'<p class="remark">{escape(cell.verdict)}</p>' if cell.verdict else ""
    authors = (_("The pack’s authors: {words}").format(words=line_words(one)) for one in cell.author)
    beside = "".join(f'<p class="remark">{escape(words)}</p>' for words in authors)
    return f'<td{" class=given" if cell.given else ""} dir="auto">{inside}{verdict}{beside}</td>'


def _statement(one: SheetStatement) -> str:
    remark = f' <span class="remark">{escape(one.remark)}</span>' if one.remark else ""
    words = f"<p>{escape(one.words)}</p>" if one.words else ""
    return f'<p class="stance">{escape(one.stance)}{remark}</p>{words}'
