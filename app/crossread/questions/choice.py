"""Choice: pick the one right option."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.item import item_faults
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing to pick; `feedback` is what to say to those who picked it."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    text: str
    correct: bool = False
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """A question with one right option among several."""

    kind: Literal["choice"] = "choice"
    options: tuple[Option, ...]

    def option(self, option_id: str) -> Option | None:
        """Return an option by id, None where there is none."""
        return next((option for option in self.options if option.id == option_id), None)


@dataclass(frozen=True, slots=True)
class ChoiceResponse:
    """The id of the option picked; empty as long as none is."""

    option: str = ""


def faults(question: Choice) -> list[Fault]:
    """Find what is wrong with the options: too few, no or several right ones, two alike."""
    return option_faults(("options",), question.options)


def option_faults(
    at: tuple[str | int, ...], options: Sequence[Option], *, told_elsewhere: bool = False
) -> list[Fault]:
    """Find what is wrong with options of which one is right; `at` is the way to them.

    Each should have feedback, unless those who pick are `told_elsewhere` why.
    """
    found: list[Fault] = []
    if len(options) < 2:
        message = _("A choice takes two options or more.")
        found.append(Fault(at, "error", "too-few-options", message))
    right = [place for place, option in enumerate(options) if option.correct]
    if options and not right:
        message = _("No option is marked as correct. Write “correct: yes” at one.")
        found.append(Fault(at, "error", "no-right-option", message))
    for place in right[1:]:
        message = _("More than one option is marked as correct. A choice has one: write “no” at the others.")
        found.append(Fault((*at, place, "correct"), "error", "several-right-options", message))
    found.extend(item_faults(at, options))
    for place, option in enumerate(options):
        if not option.feedback.strip() and not told_elsewhere:
            message = _("Those who pick this option are not told why it is right or wrong. Add “feedback”.")
            found.append(Fault((*at, place), "warning", "no-feedback", message))
    return found


def mark(question: Choice, response: ChoiceResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give 1 for the right option and 0 for any other, or for none; no score for one that is gone."""
    picked = question.option(response.option)
    right = next((option for option in question.options if option.correct), None)
    if picked is None and response.option:
        gone = _("What you picked is no longer part of this question, so it is not scored.")
        return Mark(score=None, parts=(Part(score=None, key=right.text if right else "", feedback=gone),))
    score = 1.0 if picked is not None and picked.correct else 0.0
    part = Part(
        score=score,
        given=picked.text if picked else "",
        key=right.text if right else "",
        feedback=picked.feedback if picked else "",
    )
    return Mark(score=score, parts=(part,))


def empty(response: ChoiceResponse) -> bool:
    """Tell whether nothing is picked yet."""
    return not response.option


def words(question: Choice, response: ChoiceResponse) -> str:
    """Say what was picked; its id where the option is no longer known."""
    picked = question.option(response.option)
    return picked.text if picked else response.option


def solve(question: Choice, texts: Texts) -> ChoiceResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Pick the right option."""
    return next((ChoiceResponse(option.id) for option in question.options if option.correct), None)


def offered(question: Choice) -> Sequence[str]:
    """Return what there is to pick."""
    return sorted(option.text for option in question.options)


KIND = Kind(
    name="choice",
    label=N_("choose one"),
    question=Choice,
    response=ChoiceResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    offered=offered,
)
