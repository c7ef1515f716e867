"""Multiple: pick every option that is right."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.item import gone_part_feedback, item_faults
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedOption:
    """One thing to pick: `correct`, or a `weight` from -1 to 1; `feedback` is for those who picked it."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    text: str
    correct: bool = False
    weight: float | None = None
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Question):
    """A question with any number of right options."""

    kind: Literal["multiple"] = "multiple"
    options: tuple[WeighedOption, ...]

    @property
    def is_weighed(self) -> bool:
        """Whether options have weights rather than being correct or not."""
        return any(option.weight is not None for option in self.options)


@dataclass(frozen=True, slots=True)
class MultipleResponse:
    """The ids of the options picked, in the order in which the pack writes them."""

    options: tuple[str, ...] = ()


def faults(question: Multiple) -> list[Fault]:
    """Find what is wrong with the options: too few, none right, none wrong, odd weights, two alike."""
    found: list[Fault] = []
    options = question.options
    if len(options) < 2:
        message = _("A question with several right options takes two options or more.")
        found.append(Fault(("options",), "error", "too-few-options", message))
    for place, option in enumerate(options):
        if option.weight is not None and not -1 <= option.weight <= 1:  # also where it is no number at all
            message = _("A weight runs from -1 to 1, not {weight}.").format(weight=option.weight)
            found.append(Fault(("options", place, "weight"), "error", "weight-out-of-range", message))
        if option.correct and question.is_weighed:
            message = _("Some options here have a weight. Give this one a weight too, instead of “correct”.")
            found.append(Fault(("options", place, "correct"), "error", "correct-and-weight", message))
    if options and not any(_is_right(question, option) for option in options):
        message = (
            _("No option has a weight above 0, so nothing can be earned. Give one to those that are right.")
            if question.is_weighed
            else _("No option is marked as correct. Write “correct: yes” at each that is.")
        )
        found.append(Fault(("options",), "error", "no-right-option", message))
    elif len(options) > 1 and _all_earn_all(question):
        message = (
            _("Who picks everything earns everything. Give an option that is wrong a weight below 0.")
            if question.is_weighed
            else _("All options are correct, so who picks everything earns everything. Add a wrong one.")
        )
        found.append(Fault(("options",), "warning", "no-wrong-option", message))
    found.extend(item_faults(("options",), options))
    for place, option in enumerate(options):
        if not option.feedback.strip():
            message = _("Those who pick this option are not told why it is right or wrong. Add “feedback”.")
            found.append(Fault(("options", place), "warning", "no-feedback", message))
    return found


def _all_earn_all(question: Multiple) -> bool:
    return _score(question, {option.id for option in question.options}) == 1


def _is_right(question: Multiple, option: WeighedOption) -> bool:
    return _weight(option) > 0 if question.is_weighed else option.correct


def _weight(option: WeighedOption) -> Fraction:
    """Return the weight as it was written, exactly; 0 for one out of range."""
    weight = option.weight
    return Fraction(str(weight)) if weight is not None and -1 <= weight <= 1 else Fraction(0)


def mark(question: Multiple, response: MultipleResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Weigh what was picked.

    With `correct`: the share of the right options that were picked less the share of the wrong ones, so
    that picking all earns 0. With weights: their sum over the most that can be had. Never below 0 nor
    above 1. There is one part for each option that was picked or should have been, and no score where
    something picked has left the pack.
    """
    picked = dict.fromkeys(response.options)
    known = {option.id for option in question.options}
    gone = [one for one in picked if one not in known]
    parts = [
        _part(question, option, picked=option.id in picked)
        for option in question.options
        if option.id in picked or _is_right(question, option)
    ]
    parts.extend(Part(score=None, of=one, feedback=gone_part_feedback()) for one in gone)
    return Mark(score=None if gone else float(_score(question, picked)), parts=tuple(parts))


def _score(question: Multiple, picked: Collection[str]) -> Fraction:
    options = question.options
    if question.is_weighed:
        most = sum((max(_weight(option), Fraction(0)) for option in options), Fraction(0))
        sum_picked = sum((_weight(option) for option in options if option.id in picked), Fraction(0))
        return max(Fraction(0), sum_picked / most) if most else Fraction(0)
    right = [option.id in picked for option in options if option.correct]
    wrong = [option.id in picked for option in options if not option.correct]
    return max(Fraction(0), _share(right) - _share(wrong))


def _share(picked: Sequence[bool]) -> Fraction:
    return Fraction(sum(picked), len(picked)) if picked else Fraction(0)


def _part(question: Multiple, option: WeighedOption, *, picked: bool) -> Part:
    right = _is_right(question, option)
    if not picked:
        feedback = _("You did not pick this. It belongs to the answer.")
        return Part(score=0.0, of=option.id, key=option.text, feedback=feedback)
    neither = question.is_weighed and _weight(option) == 0
    return Part(
        score=None if neither else float(right),
        of=option.id,
        given=option.text,
        key=option.text if right else "",
        feedback=option.feedback,
    )


def empty(response: MultipleResponse) -> bool:
    """Tell whether nothing is picked yet."""
    return not any(response.options)


def words(question: Multiple, response: MultipleResponse) -> str:
    """Say what was picked; ids for options that are no longer known."""
    texts = {option.id: option.text for option in question.options}
    return " / ".join(texts.get(one, one) for one in dict.fromkeys(response.options))


def solve(question: Multiple, texts: Texts) -> MultipleResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Pick every right option; None where there is none."""
    right = tuple(option.id for option in question.options if _is_right(question, option))
    return MultipleResponse(right) if right else None


def offered(question: Multiple) -> Sequence[str]:
    """Return what there is to pick."""
    return sorted(option.text for option in question.options)


KIND = Kind(
    name="multiple",
    label=N_("choose all that are right"),
    question=Multiple,
    response=MultipleResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    offered=offered,
)
