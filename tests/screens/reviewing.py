"""Pictures of review and practice: the first day, the set of a day, a question and its text, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.base.declared import REVIEW_MOST
from crossread.desktop.pages.review.practice_page import PracticePage
from crossread.desktop.pages.review.review_page import ReviewPage
from crossread.desktop.place import LIBRARY, PRACTICE, REVIEW, Place
from crossread.questions.registry import KINDS
from tests.screens.learner import all_handed_in, first_day
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from crossread.desktop.pages.review.asking_view import AskingView
    from tests.screens.stage import Stage

LATER = 2  # days


def _review(stage: Stage, *, later: int = LATER) -> ReviewPage:
    """Go to review some days later."""
    stage.clock.days = later
    stage.window.go(REVIEW)
    page = stage.window.pages.page()
    if not isinstance(page, ReviewPage):
        raise TypeError("this is not review")
    stage.until(page.is_ready)
    return page


def _practice(stage: Stage, skill: str = "") -> PracticePage:
    stage.window.go(Place("practice", about=skill) if skill else PRACTICE)
    page = stage.window.pages.page()
    if not isinstance(page, PracticePage):
        raise TypeError("this is not practice")
    if skill:
        stage.until(lambda: page.asking)
    return page


def _back(stage: Stage) -> None:
    stage.clock.days = 0
    stage.settings.set(REVIEW_MOST, REVIEW_MOST.default)
    stage.window.go(LIBRARY)


def _answer(view: AskingView) -> None:
    """Give the right answer to the question in view."""
    body, alone = view.body, view.alone
    if body is None or alone is None:
        raise RuntimeError("no question is in view")
    body.answer.accept(KINDS[body.question.kind].solve(body.question, alone.opened.texts))


def _nothing(stage: Stage) -> QWidget:
    _review(stage, later=0)
    return stage.window


def _waiting(stage: Stage) -> QWidget:
    _review(stage)
    stage.window.go(LIBRARY)
    return stage.window


def _today(stage: Stage) -> QWidget:
    _review(stage)
    return stage.window


def _question(stage: Stage) -> QWidget:
    page = _review(stage)
    if page.sheet is not None:
        page.sheet.agree.click()
    stage.until(lambda: page.asking)
    return stage.window


def _checked(stage: Stage) -> QWidget:
    """Check a right answer, with its text beside it."""
    _question(stage)
    page = _review(stage)
    _answer(page.view)
    page.check()
    stage.settle()
    page.view.turn_text()
    return stage.window


def _done(stage: Stage) -> QWidget:
    """Come to the end of a set that was one question long."""
    stage.settings.set(REVIEW_MOST, 1)
    page = _review(stage)
    if page.asking:
        page.go_on()
    stage.until(lambda: page.is_ready() and not page.asking)
    return stage.window


def _skills(stage: Stage) -> QWidget:
    _practice(stage)
    return stage.window


def _passages(stage: Stage) -> QWidget:
    """Mark what a question of practice asks for, in the text beside it."""
    page = _practice(stage, "use-evidence")
    _answer(page.view)
    return stage.window


REVIEW_FIRST_DAY = Shot("review-first-day", _nothing, learner=first_day)

REVIEWING: tuple[Shot, ...] = (
    Shot("review-library", _waiting, learner=all_handed_in, clear_away=_back),
    Shot("review-today", _today, learner=all_handed_in, clear_away=_back),
    Shot("review-question", _question, learner=all_handed_in),
    Shot("review-checked", _checked, learner=all_handed_in),
    Shot("review-done", _done, learner=all_handed_in, clear_away=_back),
    Shot("practice-skills", _skills, learner=all_handed_in, clear_away=_back),
    Shot("practice-passages", _passages, learner=all_handed_in, clear_away=_back),
)
