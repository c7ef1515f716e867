"""Numerical: give a number, within a tolerance or a range."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.numbers_read import read_number
from crossread.questions.passages import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Distractor:
    """A wrong number that is often given; `feedback` is what to say to those who give it."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    answer: str
    feedback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerical(Question):
    """A question for a number: `answer`, give or take `within` ("5" or "2 %"), or else a `range`.

    Numbers are kept as the author wrote them. All bounds belong to what is right. `unit` is shown
    beside the field and is no part of the answer. `distractors` are wrong numbers to say something about.
    """

    kind: Literal["numerical"] = "numerical"
    answer: str = ""
    range: tuple[str, str] | None = None
    within: str = ""
    unit: str = ""
    distractors: tuple[Distractor, ...] = ()


@dataclass(frozen=True, slots=True)
class NumericalResponse:
    """What the learner typed, as typed."""

    text: str = ""


def bounds(question: Numerical) -> tuple[Fraction, Fraction] | None:
    """Return the lowest and the highest right number, exactly; None where the key cannot be read."""
    if question.range is not None:
        low, high = (read_number(end, question.unit) for end in question.range)
        return None if low is None or high is None or low > high else (low, high)
    answer, within = read_number(question.answer, question.unit), _within(question)
    if answer is None or within is None:
        return None
    return answer - within, answer + within


def _within(question: Numerical) -> Fraction | None:
    """Return the tolerance in the answer's own unit, never below 0."""
    text = question.within.strip()
    if not text:
        return Fraction(0)
    share = text.endswith("%")
    if any(map(str.isalpha, text.removesuffix(question.unit))):
        return None  # "5 percent" would be read as 5
    amount = read_number(text.removesuffix("%"), "" if share else question.unit)
    if amount is None or amount < 0:
        return None
    if not share:
        return amount
    answer = read_number(question.answer, question.unit)
    return None if answer is None else abs(answer) * amount / 100


def faults(question: Numerical) -> list[Fault]:
    """Find what is wrong with the key: none or two of them, or numbers that cannot be read."""
    found: list[Fault] = []
    if bool(question.answer.strip()) == (question.range is not None):
        message = _("Give either an answer or a range.")
        found.append(Fault(("answer",), "error", "answer-or-range", message))
    elif question.range is not None:
        found.extend(_range_faults(question, question.range))
    elif read_number(question.answer, question.unit) is None:
        message = _("“{text}” is not a number. Give one in digits, or a range: [10, 20].")
        message = message.format(text=question.answer)
        found.append(Fault(("answer",), "error", "not-a-number", message))
    elif _within(question) is None:
        message = _("“{text}” is not a tolerance. Write a number or a share: 5 or 2 %.").format(
            text=question.within
        )
        found.append(Fault(("within",), "error", "not-a-tolerance", message))
    return [*found, *_distractor_faults(question)]


def _distractor_faults(question: Numerical) -> Iterator[Fault]:
    right = bounds(question)
    before: set[Fraction] = set()
    for place, distractor in enumerate(question.distractors):
        at = ("distractors", place)
        value = read_number(distractor.answer, question.unit)
        if value is None:
            message = _("“{text}” is not a number.").format(text=distractor.answer)
            yield Fault((*at, "answer"), "error", "not-a-number", message)
        elif right and right[0] <= value <= right[1]:
            message = _(
                "This number is meant to be wrong, but what counts as right is so wide that it is right. "
                "Make “within” or the range narrower, or leave the number out."
            )
            yield Fault((*at, "answer"), "warning", "tolerance-swallows", message)
        elif value in before:
            message = _("This number stands here twice. Leave one out.")
            yield Fault((*at, "answer"), "error", "number-twice", message)
        if value is not None:
            before.add(value)
        if not distractor.feedback.strip():
            message = _("Those who give this number are not told why it is wrong. Add “feedback”.")
            yield Fault(at, "warning", "no-feedback", message)


def _range_faults(question: Numerical, ends: tuple[str, str]) -> list[Fault]:
    found: list[Fault] = []
    values = [read_number(end, question.unit) for end in ends]
    for place, value in enumerate(values):
        if value is None:
            message = _("“{text}” is not a number.").format(text=ends[place])
            found.append(Fault(("range", place), "error", "not-a-number", message))
    low, high = values
    if low is not None and high is not None and low > high:
        found.append(Fault(("range",), "error", "range-upside-down", _("The range ends before it starts.")))
    if question.within.strip():
        message = _("A range has its tolerance in its ends; leave “within” out.")
        found.append(Fault(("within",), "error", "range-with-tolerance", message))
    return found


def mark(question: Numerical, response: NumericalResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give 1 for a number within the bounds, the bounds included, else 0."""
    right, given = bounds(question), read_number(response.text, question.unit)
    score = 1.0 if right and given is not None and right[0] <= given <= right[1] else 0.0
    feedback = ""
    if given is not None and not score:
        feedback = _said_of(question, given)
    elif given is None and not empty(response):
        feedback = _not_read(response)
    part = Part(score=score, given=response.text.strip(), key=_key_words(question), feedback=feedback)
    return Mark(score=score, parts=(part,))


def _said_of(question: Numerical, wrong: Fraction) -> str:
    """Return what the author says to those who give a wrong number; "" where nothing."""
    said = (
        distractor.feedback
        for distractor in question.distractors
        if read_number(distractor.answer, question.unit) == wrong
    )
    return next(said, "")


def _not_read(response: NumericalResponse) -> str:
    return _("“{text}” is not a number.").format(text=_shortened(response.text))


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def _key_words(question: Numerical) -> str:
    unit = f" {question.unit}" if question.unit else ""
    if question.range is not None:
        return _("{low} to {high}").format(low=question.range[0], high=question.range[1]) + unit
    if not question.within.strip():
        return f"{question.answer}{unit}"
    return f"{question.answer} ± {question.within}{unit}"


def empty(response: NumericalResponse) -> bool:
    """Tell whether nothing is typed yet."""
    return not response.text.strip()


def words(question: Numerical, response: NumericalResponse) -> str:
    """Give what was typed, with the unit that stood beside it where it has none itself."""
    typed = response.text.strip()
    if not (typed and question.unit) or any(map(str.isalpha, typed)) or typed.endswith(question.unit):
        return typed
    return f"{typed} {question.unit}"


def solve(question: Numerical, texts: Texts) -> NumericalResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Give the number asked for, or the low end of the range."""
    given = question.range[0] if question.range is not None else question.answer
    return NumericalResponse(given) if bounds(question) else None


def lacks(question: Numerical, response: NumericalResponse) -> str:
    """Say that what was typed is not read as a number: it could only be wrong."""
    unread = not empty(response) and read_number(response.text, question.unit) is None
    return _not_read(response) if unread else ""


KIND = Kind(
    name="numerical",
    label=N_("a number"),
    question=Numerical,
    response=NumericalResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    lacks=lacks,
)
