"""Filling in a matrix: what a response becomes when a cell's stances and passages change. No widget."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossread.questions.claims import Stance
from crossread.questions.matrix import CellGiven, Matrix, MatrixResponse, StatementGiven, asked_cells
from crossread.questions.passages import Selection

Statements = tuple[StatementGiven, ...]
Place = tuple[str, str]  # a cell, by the ids of its claim and its source
MOST = 8  # statements a cell


def statements_in(response: MatrixResponse, claim: str, source: str) -> Statements:
    """Return what the learner has put into a cell."""
    return tuple(
        statement
        for cell in response.cells
        if (cell.claim, cell.source) == (claim, source)
        for statement in cell.statements
    )


def with_cell(
    question: Matrix, response: MatrixResponse, claim: str, source: str, statements: Statements
) -> MatrixResponse:
    """Put statements into a cell; the cells come row by row, and those no longer asked stay after them."""
    cells = {(cell.claim, cell.source): cell for cell in response.cells}
    cells[claim, source] = CellGiven(claim=claim, source=source, statements=statements)
    asked = [place for place in asked_cells(question) if place in cells]
    others = [place for place in cells if place not in asked]
    return MatrixResponse(tuple(cells[place] for place in (*asked, *others) if cells[place].statements))


def offered(question: Matrix, response: MatrixResponse, known: Mapping[Place, Statements]) -> list[Place]:
    """List the cells asked and still empty that something is known for, row by row."""
    asked: Sequence[Place] = asked_cells(question)
    return [place for place in asked if known.get(place) and not statements_in(response, *place)]


def with_offered(
    question: Matrix, response: MatrixResponse, known: Mapping[Place, Statements]
) -> MatrixResponse:
    """Put what is known into the cells that are still empty; passages only where they are to be shown."""
    for place in offered(question, response, known):
        statements = known[place][:MOST]
        if not question.prove:
            statements = tuple(replace(one, selection=None) for one in statements)
        response = with_cell(question, response, *place, statements)
    return response


def with_stance(statements: Statements, at: int, stance: Stance | None) -> Statements:
    """Set the stance of the statement at a place, or add one there; None takes the statement away.

    Silence stands alone: it takes the place of all else, and any other stance that of silence.
    """
    if stance is None:
        return tuple(one for place, one in enumerate(statements) if place != at)
    if stance == "silent":
        return (StatementGiven(stance="silent"),)
    kept = [one for one in statements if one.stance != "silent"]
    if at < len(kept):
        kept[at] = replace(kept[at], stance=stance)
    else:
        kept.append(StatementGiven(stance=stance))
    return tuple(kept)


def with_passage(statements: Statements, at: int, selection: Selection | None) -> Statements:
    """Set the passage that shows the statement at a place; None takes it away."""
    return tuple(
        replace(one, selection=selection) if place == at else one for place, one in enumerate(statements)
    )


def place_for_passage(statements: Statements, hand: int) -> int | None:
    """Return which statement a passage goes to: the one at hand if it has none, else the first without.

    Where all have one it takes the place of that of the one at hand. None where nothing can be shown.
    """
    speaking = [place for place, one in enumerate(statements) if one.stance != "silent"]
    without = [place for place in speaking if statements[place].selection is None]
    for choice in (
        ([hand] if hand in without else []),
        without,
        ([hand] if hand in speaking else []),
        speaking,
    ):
        if choice:
            return choice[0]
    return None


def filled(question: Matrix, response: MatrixResponse) -> tuple[int, int]:
    """Return how many of the cells asked are filled in, and how many there are."""
    there = {(cell.claim, cell.source) for cell in response.cells if cell.statements}
    asked: Sequence[tuple[str, str]] = asked_cells(question)
    return sum(place in there for place in asked), len(asked)


def changed_cells(question: Matrix, before: MatrixResponse, after: MatrixResponse) -> list[tuple[str, str]]:
    """List the cells asked, as (claim, source), in which two responses differ."""
    asked: Sequence[tuple[str, str]] = asked_cells(question)
    return [place for place in asked if statements_in(before, *place) != statements_in(after, *place)]
