"""Pictures of the comparison: the claim matrix given, half filled, and checked with a claim opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.compare.in_hand.matrix_panel import CELL, CLAIM
from crossread.desktop.pages.compare.matrix.matrix import MatrixPart
from crossread.inquiry.commands import CheckCells, EnterStage, Judge, PutCell
from crossread.inquiry.comparison import Cell, CellStatement, Could, Judgement, matrix_given, relation_of
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.session import Session
from crossread.questions.claims import Claim, Given
from crossread.questions.evidence_passages import select_place
from crossread.questions.matrix_marking import key_statements
from tests.screens.going import Arrange, desk, desk_in_view
from tests.screens.learner import BEGUN, PACK, Until, open_for
from tests.screens.noting import noting
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

FILLED = 5  # claims of which something is filled


def comparing(session: Session, until: Until) -> None:
    """Have filled some cells of the Khojaly pack, one claim wholly and not all of it right, once."""
    noting(session, until)
    if session.state(PACK).cells:
        return
    opened = open_for(session, until, PACK)
    session.do(opened, EnterStage(stage=BEGUN))
    claims = free_claims(session, opened)
    for number, claim in enumerate(claims[:FILLED]):
        for at, source in enumerate(opened.pack.sources):
            if number == 0 or (number + at) % 3 == 0:
                _fill(session, opened, claim, source.id, right=at != 1)
    whole = claims[0]
    session.do(opened, CheckCells(cells=tuple((whole.id, source.id) for source in opened.pack.sources)))
    why = "They name different bodies, and not all of them say who found it."
    session.do(opened, Judge(judgement=Judgement(about=relation_of(whole.id), chosen=("differ",), text=why)))
    until(lambda: session.status.kind == "ready")


def free_claims(session: Session, opened: OpenPack) -> list[Claim]:
    """Return the claims that no open question asks about."""
    asked = {claim for claim, _source in opened.held(session.state(PACK)).cells}
    return [claim for claim in opened.pack.claims if claim.id not in asked]


def _fill(session: Session, opened: OpenPack, claim: Claim, source: str, *, right: bool) -> None:
    said = []
    for one in key_statements(claim, source):
        places = (select_place(passage.of(source), opened.texts) for passage in one.passages)
        words = next((place for place in places if place is not None), None)
        stance = one.stance if right or one.stance == "silent" else "hedges"
        said.append(CellStatement(stance=stance, selection=words if stance != "silent" else None))
    could: Could = "yes" if said[0].stance == "silent" else ""
    session.do(
        opened,
        PutCell(cell=Cell(claim=claim.id, source=source, statements=tuple(dict.fromkeys(said)), could=could)),
    )


def _matrix(given: Given = "none", form: str = CELL, cell: int = 0) -> Arrange:
    """Turn to the matrix, as much of it given, with a cell of the claim that was checked in hand."""

    def arrange(stage: Stage) -> QWidget:
        opened = desk(stage).opened
        stage.session.do(opened, Judge(judgement=Judgement(about=matrix_given(), chosen=(given,))))
        front = desk_in_view(stage).front
        claim = free_claims(stage.session, opened)[0]
        front.show(f"matrix/{claim.id}/{opened.pack.sources[cell].id}")
        part = front.area.part if front.area else None
        if not isinstance(part, MatrixPart):
            raise TypeError("this is not the matrix")
        part.panel.turn(form)
        front.enter()
        return stage.window

    return arrange


def _leave(stage: Stage) -> None:
    opened = desk_in_view(stage).opened
    stage.session.do(opened, Judge(judgement=Judgement(about=matrix_given(), chosen=("none",))))
    desk_in_view(stage).front.hide()


COMPARING: tuple[Shot, ...] = (
    Shot("compare-given", _matrix("all"), learner=comparing, clear_away=_leave),
    Shot("compare-matrix", _matrix("some", cell=2), learner=comparing, clear_away=_leave),
    Shot("compare-checked", _matrix("none", cell=1), learner=comparing, clear_away=_leave),
    Shot("compare-claim", _matrix("none", CLAIM), learner=comparing, clear_away=_leave),
)
