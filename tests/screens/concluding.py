"""Pictures of the conclusion: with reasons and passages, with what is still open, and in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.pages.conclude.conclude_companion import ConcludeCompanion
from crossread.inquiry.commands import EnterStage, Judge, PutConclusion
from crossread.inquiry.comparison import Conclusion, Judgement, Reason, moved_by
from crossread.inquiry.notes import NotedPassage
from crossread.operations.noting.noting import passage_of
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.session import Session
from crossread.texts.words.sentences import sentences
from tests.screens.comparing import comparing
from tests.screens.going import desk
from tests.screens.learner import BEGUN, PACK, Until, open_for
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

NARROW = (820, 768)


def concluding(session: Session, until: Until) -> None:
    """Have concluded something of the Khojaly pack, with one reason that has no passage yet, once."""
    comparing(session, until)
    if session.state(PACK).conclusions:
        return
    opened = open_for(session, until, PACK)
    session.do(opened, EnterStage(stage=BEGUN))
    session.do(opened, PutConclusion(conclusion=_conclusion(opened)))
    judgement = Judgement(
        about=moved_by("before"),
        text="They part less on the figures than I thought, and more on whose figures they are.",
        passages=(_sentence(opened, opened.pack.sources[1].id, 2),),
    )
    session.do(opened, Judge(judgement=judgement))
    until(lambda: session.status.kind == "ready")


def _conclusion(opened: OpenPack) -> Conclusion:
    first, second, third = (source.id for source in opened.pack.sources[:3])
    return Conclusion(
        stage=next((stage.id for stage in opened.pack.stages if stage.kind == "conclude"), ""),
        text="That civilians were killed as they fled stands in these texts. "
        "How many were killed stays open.",
        reasons=(
            Reason(
                id="r1",
                text="The counts are those of different bodies, and the texts pass them on.",
                passages=(_sentence(opened, first, 3), _sentence(opened, second, 3)),
            ),
            Reason(
                id="r2",
                text="One text gives two counts side by side.",
                passages=(_sentence(opened, third, 2),),
            ),
            Reason(id="r3", text="Nobody says how those were counted who were never found."),
        ),
        counter="The lists of names may settle it.",
    )


def _sentence(opened: OpenPack, source: str, number: int) -> NotedPassage:
    found = sentences(opened.pack.source(source).digest)
    return passage_of(opened, source, "digest", found[min(number, len(found) - 1)])


def _companion(stage: Stage) -> ConcludeCompanion:
    found = desk(stage)
    found.front.hide()
    found.show_companion("conclude")
    companion = found.companion
    if not isinstance(companion, ConcludeCompanion):
        raise TypeError("the conclusion is not in view")
    return companion


def _begun(stage: Stage) -> QWidget:
    companion = _companion(stage)
    companion.page.reasons.cards[0].reach()
    companion.page.verticalScrollBar().setValue(0)
    return stage.window


def _checked(stage: Stage) -> QWidget:
    page = _companion(stage).page
    page.remarks.look.click()
    stage.settle()
    page.remarks.look.setFocus()
    bring_into_view(page.firm)
    return stage.window


def _narrow(stage: Stage) -> QWidget:
    stage.window.resize(*NARROW)
    stage.settle()
    companion = _companion(stage)
    companion.page.text.reach()
    return stage.window


def _questions(stage: Stage) -> None:
    desk(stage).show_companion("questions")


def _wide(stage: Stage) -> None:
    _questions(stage)
    stage.window.resize(*stage.size)


CONCLUDING: tuple[Shot, ...] = (
    Shot("conclude", _begun, learner=concluding, clear_away=_questions),
    Shot("conclude-checked", _checked, learner=concluding, clear_away=_questions),
    Shot("conclude-narrow", _narrow, learner=concluding, clear_away=_wide),
)
