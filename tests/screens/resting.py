"""Pictures of who rests on whom, of silences and of words, with some rows shown and something said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.compare.origins.origins import OriginsPart
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.silence.silence import SilencePart
from crossread.desktop.pages.compare.words.words_part import WordsPart
from crossread.inquiry.commands import Judge
from crossread.inquiry.comparison import Judgement, row_shown, silence_of, witnesses_of
from crossread.operations.sessions.session import Session
from tests.screens.comparing import comparing
from tests.screens.going import Arrange, desk, desk_in_view
from tests.screens.learner import HANDED_IN, PACK, Until, open_for
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

SAID = "armenian-fire"  # a claim on which the learner has said how many witnesses there are
UNSAID = "own-fire"
OPEN = "evacuation"  # one whose row is not filled in
SHOWN = ("corridor", "planned", "stepanakert")
SILENT = ("karcic", "corridor")

Part = TypeVar("Part", bound=ComparePart)


def resting(session: Session, until: Until) -> None:
    """Have had some rows shown, counted the witnesses of one, and said why a source is silent, once."""
    comparing(session, until)
    if witnesses_of(SAID) in session.state(PACK).judgements:
        return
    opened = open_for(session, until, PACK)
    for shown in (SAID, UNSAID, *SHOWN):
        session.do(opened, Judge(judgement=Judgement(about=row_shown(shown), chosen=("shown",))))
    source, claim = SILENT
    session.do(opened, Judge(judgement=Judgement(about=witnesses_of(SAID), count=5)))
    why = Judgement(about=silence_of(claim, source), chosen=("length",), text="It is on remembrance.")
    session.do(opened, Judge(judgement=why))
    until(lambda: session.status.kind == "ready")


def _part(stage: Stage, kind: type[Part], here: str) -> Part:
    """Turn to a part of the comparison, beside a stage whose questions are handed in."""
    desk(stage, HANDED_IN[0])
    front = desk_in_view(stage).front
    front.show(here)
    stage.settle()
    part = front.area.part if front.area else None
    if not isinstance(part, kind):
        raise TypeError(f"this is not {here}")
    part.enter()
    return part


def _origins(claim: str, then: Callable[[OriginsPart], None]) -> Arrange:
    def arrange(stage: Stage) -> QWidget:
        part = _part(stage, OriginsPart, f"origins/{claim}")
        then(part)
        return stage.window

    return arrange


def _as_it_is(_part: OriginsPart) -> None:
    """Show the question, or the count."""


def _graph(part: OriginsPart) -> None:
    part.work.focus_links()
    part.split.show_in_view(part.work.graph)


def _link(part: OriginsPart) -> None:
    part.work.focus_links()
    part.open_link(part.work.link_in_hand())


def _silence(about: str) -> Arrange:
    def arrange(stage: Stage) -> QWidget:
        part = _part(stage, SilencePart, f"silence/{about}")
        if part.work.isVisible():
            part.work.focus()
        else:  # the row is not told yet
            part.offer.focus()
        return stage.window

    return arrange


def _words(name: str) -> Arrange:
    def arrange(stage: Stage) -> QWidget:
        _part(stage, WordsPart, f"words/{name}")
        return stage.window

    return arrange


def _leave(stage: Stage) -> None:
    desk_in_view(stage).front.hide()


RESTING: tuple[Shot, ...] = (
    Shot("origins-open", _origins(OPEN, _as_it_is), learner=resting, clear_away=_leave),
    Shot("origins-asked", _origins(UNSAID, _as_it_is), learner=resting, clear_away=_leave),
    Shot("origins-counted", _origins(SAID, _as_it_is), learner=resting, clear_away=_leave),
    Shot("origins-graph", _origins(SAID, _graph), learner=resting, clear_away=_leave),
    Shot("origins-passages", _origins(SAID, _link), learner=resting, clear_away=_leave),
    Shot("silence-open", _silence(f"leaflet/{OPEN}"), learner=resting, clear_away=_leave),
    Shot("silence-asked", _silence(f"leaflet/{UNSAID}"), learner=resting, clear_away=_leave),
    Shot("silence-said", _silence("/".join(SILENT)), learner=resting, clear_away=_leave),
    Shot("words-loaded", _words("loaded"), learner=resting, clear_away=_leave),
    Shot("words-hedging", _words("hedging"), learner=resting, clear_away=_leave),
    Shot("words-named", _words("named"), learner=resting, clear_away=_leave),
)
