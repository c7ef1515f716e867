"""Pictures of looking back: the rest of the progress page, its tables, all answers, one of them opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.progress.chart_card import ChartCard
from crossread.desktop.pages.progress.history_page import HistoryPage
from crossread.desktop.pages.progress.progress_page import ProgressPage
from crossread.desktop.place import LIBRARY, Place
from tests.screens.learner import first_day
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage


def _progress(stage: Stage) -> ProgressPage:
    stage.go("progress")
    page = stage.window.pages.page()
    if not isinstance(page, ProgressPage):
        raise TypeError("this is not progress")
    return page


def _lower(stage: Stage) -> QWidget:
    _progress(stage).scroll_to(0.5)
    return stage.window


def _foot(stage: Stage) -> QWidget:
    _progress(stage).scroll_to(1.0)
    return stage.window


def _tables(stage: Stage) -> QWidget:
    for card in _progress(stage).findChildren(ChartCard):
        card.as_table.click()
    return stage.window


def _history(stage: Stage, about: str = "") -> HistoryPage:
    stage.window.go(Place("history", about=about))
    page = stage.window.pages.page()
    if not isinstance(page, HistoryPage):
        raise TypeError("these are not the answers")
    stage.until(lambda: not page.is_looking())
    return page


def _all(stage: Stage) -> QWidget:
    _history(stage)
    return stage.window


def _opened(stage: Stage) -> QWidget:
    page = _history(stage)
    marked = next(row for row in page.rows() if row.answer.score is not None)
    marked.open.click()
    stage.until(lambda: page.then is not None)
    then = page.then
    if then is None:
        raise RuntimeError("no answer is open")
    stage.until(then.there.isVisible)
    return stage.window


def _back(stage: Stage) -> None:
    stage.window.go(LIBRARY)


LOOKING_BACK: tuple[Shot, ...] = (
    Shot("progress-lower", _lower, clear_away=_back),
    Shot("progress-foot", _foot, clear_away=_back),
    Shot("progress-tables", _tables, clear_away=_back),
    Shot("history", _all, clear_away=_back),
    Shot("history-answer", _opened, clear_away=_back),
)
HISTORY_FIRST_DAY = Shot("history-first-day", _all, learner=first_day, clear_away=_back)
