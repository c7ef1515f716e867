"""How well certainty fits: the share right at each step and in each skill, and the Brier score."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from crossread.progress.certainty import Judged
from crossread.progress.honest_range import Range, wilson
from crossread.progress.skills import SKILLS_IN_ORDER, SURE_FROM
from crossread.questions.kind import Skill

Step = Literal["guess", "fairly sure", "certain"]
STEPS: tuple[Step, ...] = get_args(Step)

# How often who says so is right where the word fits, and which share it counts as in the Brier score: about
# the middle. The bounds are near those by which Moodle marks certainty (two thirds, and four fifths), with
# "certain" kept for what is nearly always so.
MEANT: dict[Step, Range] = {
    "guess": Range(0.0, 2 / 3),
    "fairly sure": Range(2 / 3, 0.9),
    "certain": Range(0.9, 1.0),
}
COUNTS_AS: dict[Step, float] = {"guess": 0.5, "fairly sure": 0.8, "certain": 0.95}
# The steps whose words promise to be right more often than not.
SURE_STEPS: tuple[Step, ...] = ("fairly sure", "certain")
# What always saying "guess" comes to where an answer is right or wrong.
OF_GUESSING = 0.25

Fit = Literal["unclear", "fits", "less", "more"]


@dataclass(frozen=True, slots=True)
class StepFigure:
    """One step: the share right (0 to 1, None without items), its range, and whether that is what was said.

    "less" is right less often than the word says, "more" more often; "unclear" where it rests on too little.
    """

    step: Step
    share: float | None
    items: int
    range: Range
    fit: Fit


@dataclass(frozen=True, slots=True)
class Calibration:
    """All three steps, and the Brier score (0 to 1, less is better, None without items) over all `items`."""

    steps: tuple[StepFigure, ...]
    brier: float | None
    items: int

    @property
    def sure(self) -> bool:
        """Whether there are enough items for the Brier score to say anything."""
        return self.items >= SURE_FROM


def calibration(judged: Iterable[Judged]) -> Calibration:
    """Hold the certainty of first tries against what they earned; each counts the same."""
    by_step: dict[str, list[float]] = {step: [] for step in STEPS}
    for one in judged:
        if one.certainty in by_step:
            by_step[one.certainty].append(one.score)
    misses = [(COUNTS_AS[step] - score) ** 2 for step in STEPS for score in by_step[step]]
    return Calibration(
        steps=tuple(_figure(step, by_step[step]) for step in STEPS),
        brier=sum(misses) / len(misses) if misses else None,
        items=len(misses),
    )


@dataclass(frozen=True, slots=True)
class SureFigure:
    """First tries of a skill that were given as fairly sure or certain, and the share of them that was right.

    `share` is from 0 to 1, None without items, and lies in `range`; `promised` is from which share to which
    the words that were said would fit. `fit` is "less" where it is right less often than they say.
    """

    share: float | None
    items: int
    range: Range
    promised: Range
    fit: Fit


def sure_by_skill(judged: Iterable[Judged]) -> dict[Skill, SureFigure]:
    """Hold what was said with confidence against what it earned, skill by skill; in the order of skills."""
    found: dict[str, list[Judged]] = {skill: [] for skill in SKILLS_IN_ORDER}
    for one in judged:
        if one.certainty in SURE_STEPS and one.skill in found:
            found[one.skill].append(one)
    return {skill: _sure_figure(found[skill]) for skill in SKILLS_IN_ORDER}


def _sure_figure(judged: list[Judged]) -> SureFigure:
    items = len(judged)
    if not items:
        return SureFigure(None, 0, Range(0.0, 1.0), Range(MEANT["fairly sure"].low, 1.0), "unclear")
    meant = [MEANT[step] for step in STEPS for one in judged if one.certainty == step]
    promised = Range(sum(one.low for one in meant) / items, sum(one.high for one in meant) / items)
    share = sum(one.score for one in judged) / items
    return SureFigure(share, items, wilson(share, items), promised, _fit(share, items, promised))


def _figure(step: Step, scores: list[float]) -> StepFigure:
    if not scores:
        return StepFigure(step, None, 0, Range(0.0, 1.0), "unclear")
    share = sum(scores) / len(scores)
    found = wilson(share, len(scores))
    return StepFigure(step, share, len(scores), found, _fit(share, len(scores), MEANT[step]))


def _fit(share: float, items: int, meant: Range) -> Fit:
    """Tell whether a share fits what was meant, as far as so many items can tell."""
    found = wilson(share, items)
    if items < SURE_FROM:
        return "unclear"
    if found.high < meant.low:
        return "less"
    return "more" if found.low > meant.high else "fits"
