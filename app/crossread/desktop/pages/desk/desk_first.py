"""What a stage opens on at the desk, before a learner has arranged anything in it."""

from collections.abc import Mapping

from crossread.desktop.pages.questions.answering import Answering
from crossread.packs.pack import Pack, Stage, StageKind

# What stands beside the texts, in the place of the questions.
BESIDE: Mapping[StageKind, str] = {"conclude": "conclude"}


def first_front(pack: Pack, stage: Stage) -> str:
    """Return the part of the comparison in front of the texts, "" for the texts.

    Where the authors name none it is the matrix, or the figures where there are no claims for one.
    """
    if stage.kind != "compare":
        return ""
    return stage.opens or ("matrix" if pack.claims else "figures")


def first_panes(answering: Answering, pack: Pack) -> tuple[str, ...]:
    """Return the ids of the sources in the order in which they take the panes; some stand there twice."""
    questions = answering.questions
    wanted = [*answering.stage.panes, *(questions[0].sources if questions else ())]
    return (*wanted, *(source.id for source in pack.sources))
