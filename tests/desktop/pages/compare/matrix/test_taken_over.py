"""What stands in the comparison goes into the answer of a matrix beside it: nothing is filled in twice."""

from crossread.desktop.answers.kinds.matrix import MatrixAnswer
from crossread.inquiry.commands import PutCell
from crossread.inquiry.comparison import Cell, CellStatement
from crossread.questions.matrix import Matrix, MatrixResponse, asked_cells
from tests.desktop.pages.conftest import EVERY, Opened

ASKED = "side-matrix"


def _beside(every: Opened) -> tuple[MatrixAnswer, tuple[tuple[str, str], ...]]:
    every.go("compare", EVERY)
    column = every.desk.column
    column.go([one.id for one in column.answering.questions].index(ASKED))
    body = every.desk.column.body
    assert body is not None
    assert isinstance(body.answer, MatrixAnswer)
    assert isinstance(body.answer.question, Matrix)
    return body.answer, asked_cells(body.answer.question)


def test_a_cell_of_the_comparison_is_offered_to_the_question_and_kept_with_it(every: Opened) -> None:
    answer, asked = _beside(every)
    assert not answer.offered.isVisible()
    claim, source = asked[0]
    cell = Cell(claim=claim, source=source, statements=(CellStatement(stance="silent"),))
    every.desk.around.session.do(every.desk.opened, PutCell(cell=cell))
    every.saved()
    assert answer.offered.isVisible()
    assert "1" in answer.offered.words.text()
    every.click(answer.offered.take)
    response = answer.response()
    assert isinstance(response, MatrixResponse)
    assert [(cell.claim, cell.source) for cell in response.cells] == [(claim, source)]
    assert not answer.offered.isVisible()
    every.go("read-say", EVERY)
    again, _asked = _beside(every)
    assert again.response() == response
