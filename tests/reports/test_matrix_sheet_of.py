"""The claim matrix made ready to be handed on: own cells, and the authors’ word as far as it is told."""

from crossread.questions.passages import Selection
from crossread.reports.matrix_csv import matrix_csv
from crossread.reports.matrix_html import matrix_html
from crossread.reports.matrix_sheet import MatrixSheet, SheetCell
from crossread.reports.matrix_sheet_of import joined, sheet_of
from tests.inquiry.comparing_samples import COMPARED
from tests.progress.matrices import CLAIMS, AtWork


def as_marked(_what: Selection, quote: str) -> str:
    return quote


def sheet(work: AtWork) -> MatrixSheet:
    return sheet_of(COMPARED, work.matrix, CLAIMS, as_marked)


def first(work: AtWork) -> SheetCell:
    return sheet(work).rows[0].cells[0]


def test_of_a_blank_matrix_nothing_of_the_authors_is_handed_on() -> None:
    handed = sheet(AtWork())
    assert not any(cell.statements or cell.author for row in handed.rows for cell in row.cells)
    assert not any(row.author for row in handed.rows)


def test_what_is_given_is_handed_on_as_given() -> None:
    work = AtWork()
    work.give("all")
    assert first(work).given
    assert first(work).statements[0].words == "forty"
    assert "One counted, the other was told." in sheet(work).rows[0].author


def test_sentences_are_joined_by_one_full_stop_each() -> None:
    assert joined(("agree", "", "Three felt it.", "None else")) == "agree. Three felt it. None else."


def test_a_cell_that_the_learner_filled_is_handed_on_with_the_authors_word_beside_it() -> None:
    work = AtWork()
    work.fill("forty", "gazette", "denies")
    assert first(work).author == ()
    work.give("all")
    mine = first(work)
    assert not mine.given
    assert [one.stance for one in mine.statements] == ["denies it"]
    assert [one.stance for one in mine.author] == ["asserts it"]
    for page in (matrix_csv(sheet(work)), matrix_html(sheet(work))):
        assert "denies it" in page
        assert "The pack’s authors: asserts it: forty" in page


def test_where_both_say_the_same_it_is_said_once() -> None:
    work = AtWork()
    work.fill("at-nine", "pilot", "silent")
    work.check("at-nine", "pilot")
    cell = sheet(work).rows[1].cells[1]
    assert cell.verdict
    assert cell.author == ()
