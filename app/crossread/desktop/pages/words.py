"""Words for skills, kinds, points and places that several pages say alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.base.translation import _, ngettext
from crossread.progress.points_told import earned_words, number_words, points_told
from crossread.progress.skill_words import skill_words

if TYPE_CHECKING:
    from crossread.desktop.pages.questions.answering import Answering
    from crossread.questions.kind import Question
    from crossread.questions.mark import Mark

_BETWEEN = "\u00a0· "  # a line may end with the dot, and none begins with it


def kind_words(kind: str) -> str:
    """Say how a kind of question is answered; a kind that is not known is called by its name."""
    from crossread.questions.registry import KINDS  # not at start-up: the first page asks no questions

    return _(KINDS[kind].label) if kind in KINDS else kind


def is_scored(kind: str) -> bool:
    """Tell whether a kind of question earns points."""
    from crossread.questions.registry import KINDS

    return kind not in KINDS or KINDS[kind].scored


def points_words(points: float) -> str:
    """Say how many points, on one line."""
    if points == int(points):
        told = ngettext("{points} point", "{points} points", int(points)).format(points=int(points))
    else:
        told = _("{points} points").format(points=number_words(points))
    return told.replace(" ", "\u00a0")


def meta_words(question: Question, *, counts: bool = True) -> str:
    """Say in one line what a question trains, how it is answered and, where that `counts`, what it weighs."""
    parts = [skill_words(question.skill), kind_words(question.kind)]
    if counts and is_scored(question.kind):
        parts.append(points_words(question.points))
    if counts and not question.required:
        parts.append(_("if you like").replace(" ", "\u00a0"))
    return _BETWEEN.join(parts)


def closed_words(
    question: Question, mark: Mark | None, *, dont_know: bool = False, counts: bool = True
) -> str:
    """Say in one line what a question trained and what the answer earned."""
    told = marked_words(question, mark, dont_know=dont_know, counts=counts) if mark else ""
    earned = told or _("not answered")
    return _BETWEEN.join([skill_words(question.skill), kind_words(question.kind), earned])


def marked_words(question: Question, mark: Mark, *, dont_know: bool = False, counts: bool = True) -> str:
    """Say what a response earned: the verdict in words and, where points count, "1.5 of 2 points"."""
    if mark.score is None:
        return _("not scored")
    verdict = {
        "right": _("right"), "later": _("right at a later try"), "partly": _("partly right"),
        "wrong": _("not right"), "unscored": "",
    }  # fmt: skip
    said = _("not known") if dont_know else verdict[mark.verdict]
    if not counts:
        return said
    earned = _("{earned} of {points}").format(
        earned=earned_words(mark.score * question.points, question.points),
        points=points_words(question.points),
    )
    return _("{verdict}, {earned}").format(
        verdict=said,
        earned=earned.replace(" ", "\u00a0"),
    )


def points_of_all(answering: Answering) -> str:
    """Say what an attempt earned of its points; "" where none of it is scored, or nothing may be told yet."""
    points = answering.points()
    if answering.holds_back or not points.all:
        return ""
    told = points_told(points.earned, points.all)
    return _("{points} in this attempt").format(points=told) if answering.attempt > 1 else told


def nothing_to_undo() -> str:
    """Say that no step is left to take back."""
    return _("There is nothing to take back.")


def nothing_to_redo() -> str:
    """Say that no step is left to do again."""
    return _("There is nothing to do again.")
