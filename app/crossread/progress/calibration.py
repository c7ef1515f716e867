"""How well certainty fits: the share right at each step, with its honest range, and the Brier score."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from crossread.progress.certainty import Judged
from crossread.progress.honest_range import Range, wilson
from crossread.progress.skills import SURE_FROM

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


def _figure(step: Step, scores: list[float]) -> StepFigure:
    if not scores:
        return StepFigure(step, None, 0, Range(0.0, 1.0), "unclear")
    share = sum(scores) / len(scores)
    found = wilson(share, len(scores))
    fit: Fit = "fits"
    if len(scores) < SURE_FROM:
        fit = "unclear"
    elif found.high < MEANT[step].low:
        fit = "less"
    elif found.low > MEANT[step].high:
        fit = "more"
    return StepFigure(step, share, len(scores), found, fit)
