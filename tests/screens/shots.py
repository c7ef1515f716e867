"""What is drawn: a name, how the window comes to it, and how it is cleared away again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.crash import CrashPage
from crossread.questions.registry import KINDS
from tests.screens.backing_up import BACKING_UP, BACKUPS_FIRST_DAY
from tests.screens.comfort import COMFORT
from tests.screens.comparing import COMPARING
from tests.screens.concluding import CONCLUDING
from tests.screens.going import close_top, desk_in_view, on_top, page, pages
from tests.screens.learner import BEGUN, EVERY, HANDED_IN, all_handed_in, every_kind, first_day
from tests.screens.lessons import LESSONS
from tests.screens.looking_back import HISTORY_FIRST_DAY, LOOKING_BACK
from tests.screens.making import MAKING
from tests.screens.over import OVER, SHOWN
from tests.screens.parting import PARTING
from tests.screens.resting import RESTING
from tests.screens.reviewing import REVIEW_FIRST_DAY, REVIEWING
from tests.screens.shot import Shot
from tests.screens.sitting import SITTING
from tests.screens.told import TOLD
from tests.screens.troubles import EMPTY, TROUBLES

if TYPE_CHECKING:
    from tests.screens.stage import Stage


def _question(of: str, kind: str) -> Callable[[Stage], QWidget]:
    """Show the first question of a kind in a stage, as it stands."""

    def arrange(stage: Stage) -> QWidget:
        stage.go("stage", of)
        desk = desk_in_view(stage)
        questions = desk.column.answering.questions
        number = next(place for place, one in enumerate(questions) if one.kind == kind)
        desk.column.go(number)
        stage.settle()
        if desk.column.answering.handed_in:
            desk.column.show_evidence()
        return stage.window

    return arrange


def _kind(kind: str) -> Callable[[Stage], QWidget]:
    """Show the first question of a kind in the pack of every kind."""

    def arrange(stage: Stage) -> QWidget:
        stage.go("overview", pack=EVERY)
        questions = pages(stage).opened.pack.questions
        for of in dict.fromkeys(question.stage for question in questions if question.kind == kind):
            stage.go("stage", of, EVERY)
            column = desk_in_view(stage).column
            drawn = [at for at, one in enumerate(column.answering.questions) if one.kind == kind]
            if drawn:
                column.go(drawn[0])
                return stage.window
        raise LookupError(kind)

    return arrange


def _hand_in(stage: Stage) -> QWidget:
    stage.go("stage", BEGUN)
    desk_in_view(stage).column.show_hand_in()
    return stage.window


def _summary(stage: Stage) -> QWidget:
    stage.go("stage", HANDED_IN[0])
    desk_in_view(stage).column.show_summary()
    return stage.window


def _card(stage: Stage) -> QWidget:
    stage.go("stage", BEGUN)
    desk_in_view(stage).panes.panes[0].open_card()
    return stage.window


def _close_card(stage: Stage) -> None:
    desk_in_view(stage).panes.panes[0].close_sheet()


def _narrow(stage: Stage) -> QWidget:
    size = stage.window.size()
    stage.go("stage", BEGUN)
    stage.window.resize(700, size.height())
    return stage.window


def _widen(stage: Stage) -> None:
    stage.window.resize(*stage.size)


def _menu(stage: Stage) -> QWidget:
    stage.go("stage", BEGUN)
    stage.window.open_menu()
    return on_top(stage)


def _keys(stage: Stage) -> QWidget:
    stage.go("stage", BEGUN)
    stage.window.show_keys()
    return on_top(stage)


def _welcome(stage: Stage) -> QWidget:
    stage.window.frame.welcome()
    return stage.window


def _go_on(stage: Stage) -> None:
    stage.go("library")


def _gone(stage: Stage) -> QWidget:
    stage.window.trouble.show_message(stage.sentence)
    stage.window.pages.setCurrentWidget(stage.window.trouble)
    return stage.window


def _crash(stage: Stage) -> QWidget:
    report = "Crossread 0.1.0\nPython 3.11, PySide6 6.11\n\nTraceback (most recent call last):\n  …"
    stage.crash = CrashPage(report, kept=True)
    stage.crash.resize(900, 620)
    stage.crash.show()
    return stage.crash


def _close_crash(stage: Stage) -> None:
    if stage.crash is not None:
        stage.crash.close()


# Kinds that are checked at once where every kind is asked: they are pictured before anything is answered.
CHECKED = frozenset(
    {
        "choice", "multiple", "verdict", "short-answer", "numerical", "cloze", "ordering", "matching",
        "categorise",
    }
)  # fmt: skip

SHOTS: tuple[Shot, ...] = (
    Shot("welcome", _welcome, learner=first_day, clear_away=_go_on),
    Shot("library-first-day", page("library"), learner=first_day),
    Shot("progress-first-day", page("progress"), learner=first_day),
    Shot("overview-first-day", page("overview"), learner=first_day),
    *EMPTY,
    HISTORY_FIRST_DAY,
    REVIEW_FIRST_DAY,
    BACKUPS_FIRST_DAY,
    *SITTING,
    Shot("library", page("library")),
    Shot("overview", page("overview")),
    Shot("before", page("stage", "before")),
    Shot("meet", page("stage", "meet")),
    Shot("desk-evidence", _question(BEGUN, "evidence")),
    Shot("desk-choice", _question(BEGUN, "choice")),
    Shot("desk-number", _question(BEGUN, "numerical")),
    Shot("desk-verdict", _question(BEGUN, "verdict")),
    Shot("desk-words", _question("read-echoes", "short-answer")),
    Shot("desk-card", _card, clear_away=_close_card),
    Shot("desk-narrow", _narrow, clear_away=_widen),
    Shot("desk-hand-in", _hand_in),
    Shot("feedback-summary", _summary),
    Shot("feedback-choice", _question(HANDED_IN[0], "choice")),
    Shot("feedback-evidence", _question(HANDED_IN[1], "evidence")),
    Shot("progress", page("progress")),
    *LOOKING_BACK,
    Shot("settings", _menu, clear_away=close_top),
    Shot("keys", _keys, clear_away=close_top),
    *(Shot(f"kind-{kind}", _kind(kind)) for kind in KINDS if kind in CHECKED),
    *COMFORT,
    *OVER,
    *COMPARING,
    *PARTING,
    *RESTING,
    *CONCLUDING,
    Shot("library-two", page("library"), learner=every_kind),
    *(Shot(f"kind-{kind}", _kind(kind), learner=every_kind) for kind in KINDS if kind not in CHECKED),
    *(Shot(f"kind-{kind}-marked", _kind(kind), learner=all_handed_in) for kind in KINDS),
    *REVIEWING,
    *BACKING_UP,
    *MAKING,
    *LESSONS,
    *SHOWN,
    *TOLD,
    *TROUBLES,
    Shot("pack-gone", _gone),
    Shot("crash", _crash, clear_away=_close_crash),
)
