"""Pictures of figures that part, and of the dates of writing: predicted, seen, by date, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.desktop.pages.compare.when.when import WhenPart
from crossread.inquiry.commands import Judge
from crossread.inquiry.comparison import Judgement, parting_of, prediction_of
from crossread.operations.sessions.session import Session
from crossread.progress.figures_predicted import EVERY as ALL
from crossread.progress.figures_predicted import Prediction
from tests.screens.comparing import comparing
from tests.screens.going import Arrange, choose, desk, desk_in_view
from tests.screens.learner import EVERY, HANDED_IN, PACK, Until, every_kind, open_for
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

SAID = "countries-recognising"  # a figure on which the learner has said something
UNSAID = "states-recognising"
OWN_WORDS = "read-words"  # a stage in which no question asks for a figure


def parting(session: Session, until: Until) -> None:
    """Have predicted one figure of the Khojaly pack and said why the sources part on it."""
    comparing(session, until)
    opened = open_for(session, until, PACK)
    said = Prediction("part", (opened.pack.sources[0].id,))
    session.do(opened, Judge(judgement=Judgement(about=prediction_of(SAID), chosen=said.chosen)))
    why = Judgement(
        about=parting_of(SAID),
        chosen=("who-counted", "what-is-counted"),
        text="A resolution of one chamber is not what a state says.",
    )
    session.do(opened, Judge(judgement=why))
    until(lambda: session.status.kind == "ready")


def _figures(figure: str, form: str = "axis", *, seen: bool = True) -> Arrange:
    """Turn to the figures and take one in hand; all of them are seen, or those that were predicted."""

    def arrange(stage: Stage) -> QWidget:
        opened = desk(stage, HANDED_IN[0]).opened
        if seen:
            stage.session.do(opened, Judge(judgement=Judgement(about=prediction_of(ALL), chosen=("none",))))
        front = desk_in_view(stage).front
        front.show(f"figures/{figure}")
        part = front.area.part if front.area else None
        if not isinstance(part, FiguresPart):
            raise TypeError("these are not the figures")
        stage.until(part.progress.isHidden)
        choose(part, form)
        part.go_to(figure)
        front.enter()
        return stage.window

    return arrange


def _when(day: str, of: str = HANDED_IN[0], pack: str = PACK, *, down: bool = False) -> Arrange:
    """Turn to the dates of writing, as things stood on a day."""

    def arrange(stage: Stage) -> QWidget:
        desk(stage, of, pack)
        front = desk_in_view(stage).front
        front.show(f"when/{day}")
        front.enter()
        part = front.area.part if front.area else None
        if not isinstance(part, WhenPart):
            raise TypeError("these are not the dates of writing")
        stage.settle()
        bar = part.area.verticalScrollBar()
        bar.setValue(bar.maximum() if down else 0)
        return stage.window

    return arrange


def _leave(stage: Stage) -> None:
    front = desk_in_view(stage).front
    part = front.area.part if front.area else None
    if isinstance(part, FiguresPart):
        choose(part, "axis")
        stage.session.do(part.opened, Judge(judgement=Judgement(about=prediction_of(ALL))))
    front.hide()


PARTING: tuple[Shot, ...] = (
    Shot("figures-predicting", _figures(UNSAID, seen=False), learner=parting, clear_away=_leave),
    Shot("figures-axis", _figures(SAID), learner=parting, clear_away=_leave),
    Shot("figures-by-date", _figures(UNSAID, "time"), learner=parting, clear_away=_leave),
    Shot("figures-table", _figures("deaths", "table"), learner=parting, clear_away=_leave),
    Shot("when", _when("2016-12"), learner=parting, clear_away=_leave),
    Shot(
        "when-editions",
        _when("1987-10", OWN_WORDS, EVERY, down=True),
        learner=every_kind,
        clear_away=_leave,
    ),
)
