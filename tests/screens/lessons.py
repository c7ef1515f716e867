"""Pictures of both packs stage by stage: how each opens, and a question of each, as they are taught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tests.screens.going import Arrange, desk_in_view, page
from tests.screens.learner import FIRST, FIRST_HANDED_IN, PACK, first_pack
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

# The stages of the Khojaly pack that no other picture shows, each with the kind of a question to be seen.
KHOJALY = {
    "check-first": "categorise",
    "read-town": "cloze",
    "read-flight": "ordering",
    "read-echoes": "scale",
    "read-words": "matching",
    "read-memory": "choice",
    "compare-claims": "matrix",
    "compare-origins": "two-part",
    "discuss": "discussion",
    "conclude": "essay",
    "check-last": "verdict",
}
CORRIDOR = {"saw": "categorise", "told": "evidence", "compare": "matrix", "conclude": "essay"}


def _asked(of: str, kind: str, pack: str) -> Arrange:
    """Show the first question of a kind in a stage."""

    def arrange(stage: Stage) -> QWidget:
        stage.go("stage", of, pack)
        found = desk_in_view(stage)
        found.show_companion("questions")
        kinds = [question.kind for question in found.column.answering.questions]
        found.column.go(kinds.index(kind))
        return stage.window

    return arrange


def _summary(stage: Stage) -> QWidget:
    stage.go("stage", FIRST_HANDED_IN, FIRST)
    desk_in_view(stage).column.show_summary()
    return stage.window


def _feedback(stage: Stage) -> QWidget:
    """Show what is told of an answer, with its passages in the texts."""
    stage.go("stage", FIRST_HANDED_IN, FIRST)
    column = desk_in_view(stage).column
    column.go(1)
    stage.settle()
    column.show_evidence()
    return stage.window


LESSONS: tuple[Shot, ...] = (
    *(
        Shot(f"first-{of}", page("stage", of, FIRST))
        for of in ("before", "meet", "saw", "told", "compare", "conclude")
    ),
    Shot("first-overview", page("overview", pack=FIRST)),
    *(Shot(f"first-{of}-{kind}", _asked(of, kind, FIRST)) for of, kind in CORRIDOR.items()),
    Shot("first-summary", _summary, learner=first_pack),
    Shot("first-feedback", _feedback, learner=first_pack),
    *(Shot(f"lesson-{of}", page("stage", of)) for of in ("compare-claims", "compare-origins", "conclude")),
    *(Shot(f"lesson-{of}-{kind}", _asked(of, kind, PACK)) for of, kind in KHOJALY.items()),
)
