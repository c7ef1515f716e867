"""Pictures of what a learner sees who has handed in all of the Khojaly pack: nothing is held back there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.inquiry.commands import Judge
from crossread.inquiry.comparison import Judgement, matrix_given, prediction_of, row_shown, witnesses_of
from crossread.operations.sessions.session import Session
from crossread.progress.figures_predicted import EVERY as ALL
from crossread.progress.origins_told import WHOLE
from tests.screens.going import Arrange, choose, desk, desk_in_view, page
from tests.screens.learner import PACK, Until, hand_in_all, open_for
from tests.screens.resting import resting
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from crossread.desktop.pages.compare.part import ComparePart
    from tests.screens.stage import Stage

COMPARE, ORIGINS, CONCLUDE = "compare-claims", "compare-origins", "conclude"
WITNESSES = "armenian-fire"


def all_told(session: Session, until: Until) -> None:
    """Have handed in everything, seen all figures, and had the rows shown that pictures are of, once."""
    resting(session, until)
    hand_in_all(session, until, PACK)
    opened = open_for(session, until, PACK)
    if prediction_of(ALL) not in session.state(PACK).judgements:
        for claim in opened.pack.claims:
            session.do(opened, Judge(judgement=Judgement(about=row_shown(claim.id), chosen=("shown",))))
        session.do(opened, Judge(judgement=Judgement(about=witnesses_of(WITNESSES), count=4)))
        session.do(opened, Judge(judgement=Judgement(about=prediction_of(ALL), chosen=("none",))))
        session.do(opened, Judge(judgement=Judgement(about=matrix_given(), chosen=("all",))))
    until(lambda: session.status.kind == "ready")


def _turned(here: str, of: str = COMPARE, then: Callable[[ComparePart], None] | None = None) -> Arrange:
    """Turn to a part of the comparison, in a stage that compares."""

    def arrange(stage: Stage) -> QWidget:
        desk(stage, of)
        front = desk_in_view(stage).front
        front.show(here)
        part = front.area.part if front.area else None
        if part is None:
            raise TypeError(f"this is not {here}")
        stage.settle()
        if then is not None:
            then(part)
        front.enter()
        return stage.window

    return arrange


def _figures(form: str, figure: str = "deaths") -> Arrange:
    def arrange(stage: Stage) -> QWidget:
        _turned(f"figures/{figure}")(stage)
        front = desk_in_view(stage).front
        part = front.area.part if front.area else None
        if not isinstance(part, FiguresPart):
            raise TypeError("these are not the figures")
        stage.until(part.progress.isHidden)
        choose(part, form)
        part.go_to(figure)
        return stage.window

    return arrange


def _axis_again(stage: Stage) -> None:
    front = desk_in_view(stage).front
    part = front.area.part if front.area else None
    if isinstance(part, FiguresPart):
        choose(part, "axis")


TOLD: tuple[Shot, ...] = (
    Shot("told-library", page("library"), learner=all_told),
    Shot("told-overview", page("overview"), learner=all_told),
    Shot("told-matrix", _turned(f"matrix/{WITNESSES}/karcic"), learner=all_told),
    Shot("told-figures-axis", _figures("axis"), learner=all_told, clear_away=_axis_again),
    Shot("told-figures-by-date", _figures("time"), learner=all_told, clear_away=_axis_again),
    Shot("told-figures-table", _figures("table"), learner=all_told, clear_away=_axis_again),
    Shot("told-origins", _turned(f"origins/{WITNESSES}", ORIGINS), learner=all_told),
    Shot("told-origins-texts", _turned(f"origins/{WHOLE}", ORIGINS), learner=all_told),
    Shot("told-silence", _turned(f"silence/leaflet/{WITNESSES}", ORIGINS), learner=all_told),
    Shot("told-when", _turned("when/2021-06", ORIGINS), learner=all_told),
    Shot("told-conclude", page("stage", CONCLUDE), learner=all_told),
    Shot("told-progress", page("progress"), learner=all_told),
)
