"""The claim matrix as it is handed on: a table that is no formula, and a page that stands by itself."""

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from crossread.reports.matrix_csv import matrix_csv
from crossread.reports.matrix_html import matrix_html
from crossread.reports.matrix_sheet import MatrixSheet, SheetCell, SheetColumn, SheetRow, SheetStatement
from crossread.reports.spreadsheet import as_csv, guarded

COLUMNS = (SheetColumn("A", "Log", "harbour log, 1971"), SheetColumn("B", "Packet", "newspaper"))
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


def sheet(*cells: SheetCell, claim: str = "The wind was rising", why: str = "") -> MatrixSheet:
    row = SheetRow(claim, "agree", why, "The pack’s authors: agree. Three felt it.", cells, "The wind rose.")
    return MatrixSheet("Who says what: Ferry", "en", COLUMNS, (row,), "Ferry, version 1")


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_row_a_claim_a_column_a_source_and_all_that_was_said_of_it() -> None:
    said = SheetCell(
        (SheetStatement("asserts it", "“rising”"), SheetStatement("hedges")), verdict="◐ Partly right"
    )
    given_cell = SheetCell((SheetStatement("reports others", "12 knots", "the pilot"),), given=True)
    head, row = read(matrix_csv(sheet(said, given_cell, why="Each felt it")))
    assert head[:3] == ["Claim", "A · Log", "B · Packet"]
    assert row[0] == "The wind was rising"
    assert row[1] == "asserts it: “rising”\nhedges\n◐ Partly right"
    assert row[2] == "reports others: 12 knots (the pilot)\n(given)"
    assert row[3:] == ["agree", "Each felt it", "The pack’s authors: agree. Three felt it.", "The wind rose."]


@given(words, st.sampled_from("=+-@\t\r\n＝＋－＠"), st.integers(0, 3))
@example("SUM(1)", "=", 2)
def test_nothing_is_taken_for_a_formula_wherever_it_stands(rest: str, sign: str, spaces: int) -> None:
    cell = " " * spaces + sign + rest
    assert guarded(cell).startswith("'")
    (row,) = read(as_csv([[cell]]))
    assert row[0].startswith("'")


@given(st.lists(st.lists(words, min_size=1, max_size=4), max_size=4))
def test_what_is_no_formula_comes_back_from_the_table_as_it_was(rows: list[list[str]]) -> None:
    plain = [[cell.strip() and f"a{cell}" for cell in row] for row in rows]
    back = [row or [""] for row in read(as_csv(plain))]
    assert back == plain


class Tags(HTMLParser):
    """Collects the tags of a page and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _value in attrs}


@given(words)
@example("<script>alert(1)</script> & </td>")
def test_nothing_in_the_page_becomes_markup(claim: str) -> None:
    page = Tags()
    page.feed(matrix_html(sheet(SheetCell((SheetStatement(claim, claim, claim),)), SheetCell(), claim=claim)))
    assert not {"script", "img", "a", "link", "iframe"} & set(page.tags)
    assert page.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "dir", "scope"}
    assert page.tags.count("td") == 2
    assert page.tags.count("th") == 4


def test_the_page_prints_on_wide_paper_with_its_head_on_each_page_and_what_stands_firm() -> None:
    page = matrix_html(sheet(SheetCell(), SheetCell(given=True)))
    assert "size: A4 landscape" in page
    assert "table-header-group" in page
    assert "What stands firm. The wind rose." in page
    assert "default-src 'none'" in page
    assert "class=given" in page


def test_the_page_ends_with_what_stands_firm_of_each_of_its_claims_once() -> None:
    one = sheet(SheetCell()).rows[0]
    rows = (one, replace(one, firm="The bell rang."), replace(one, firm=""), one)
    page = matrix_html(replace(sheet(SheetCell()), rows=rows))
    assert page.count("What stands firm. The wind rose.") == 1
    assert page.count("What stands firm. The bell rang.") == 1
    assert page.count("What stands firm.") == 2
