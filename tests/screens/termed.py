"""Pictures of one learner’s term: progress, review, history and what is handed on, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from crossread.desktop.pages.progress.history_page import HistoryPage
from crossread.desktop.pages.progress.progress_cards import SureCard
from crossread.desktop.pages.progress.progress_page import ProgressPage
from crossread.desktop.pages.review.review_page import ReviewPage
from crossread.desktop.place import PlainPage
from tests.screens.going import Arrange, plain
from tests.screens.shot import Shot
from tests.term.calendar import LOOKED_AT
from tests.term.characters import CHARACTERS
from tests.term.term import Term, new_term

if TYPE_CHECKING:
    from tests.screens.stage import Stage

# One who comes from the first day on, and is sure of some things that are not so.
WHO = replace(CHARACTERS[0], knows=0.62)
SEED = 3


def days_of_term(root: Path) -> Iterator[tuple[int, Term]]:
    """Play one learner's term, and stop on each day that is drawn."""
    term = new_term(root, 1, [WHO], SEED)
    played = 0
    for day in LOOKED_AT:
        for _day in term.play(day, after=played):
            continue
        played = day
        yield day, term


def _counted(page: PlainPage) -> Arrange:
    """Show a page once all that it tells is counted."""
    show = plain(page)

    def arrange(stage: Stage) -> QWidget:
        stage.session.progress()
        stage.until(lambda: stage.session.counting is None)
        _been_in_packs(stage)
        show(stage)
        shown = stage.window.pages.page()
        if isinstance(shown, HistoryPage):
            stage.until(lambda: not shown.is_looking())
        if isinstance(shown, ReviewPage):
            stage.until(shown.is_ready)
        return stage.window

    return arrange


def _been_in_packs(stage: Stage) -> None:
    """Go into the packs that were begun, as who works in the window has: so it knows their stages' titles."""
    for way in stage.session.progress().packs:
        if way.pack and not stage.session.place(way.pack):
            stage.go("overview", pack=way.pack)
            stage.until(partial(_is_known, stage, way.pack))


def _is_known(stage: Stage, pack: str) -> bool:
    return bool(stage.session.place(pack))


def _below(page: PlainPage) -> Arrange:
    """Show the end of a page."""
    counted = _counted(page)

    def arrange(stage: Stage) -> QWidget:
        counted(stage)
        stage.settle()
        for area in stage.window.pages.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        return stage.window

    return arrange


def _sure(stage: Stage) -> QWidget:
    """Show certainty by skill, where there is enough to tell, else the rest of the page."""
    _counted("progress")(stage)
    stage.settle()
    page = stage.window.pages.page()
    if isinstance(page, ProgressPage):
        page.scroll_to(0.5)
        for card in page.findChildren(SureCard):
            page.show_card(card)
    return stage.window


TERM: tuple[Shot, ...] = (
    Shot("term-progress", _counted("progress")),
    Shot("term-progress-sure", _sure),
    Shot("term-progress-below", _below("progress")),
    Shot("term-history", _counted("history")),
    Shot("term-review", _counted("review")),
    Shot("term-hand-on", _counted("hand-on")),
)
