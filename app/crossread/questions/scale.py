"""Scale: weigh how far something holds, for one claim and with reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.faults import repeated
from crossread.questions.item import Item, item_faults
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import Texts

# What the part about the step is called, beside those of reasons, which are called by their ids.
STEP = "step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason that is offered: whether it `counts` for the step taken, and why or why not (`feedback`)."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    text: str
    counts: bool = False
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Question):
    """Steps from one end to the other, of which some are `defensible` (their ids), and reasons to tick.

    What is weighed is one `claim`, and where `of` names a source, how far that source carries it.
    """

    kind: Literal["scale"] = "scale"
    claim: str
    of: str = ""
    steps: tuple[Item, ...]
    defensible: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()

    def step(self, step_id: str) -> Item | None:
        """Return a step by id, None where there is none."""
        return next((step for step in self.steps if step.id == step_id), None)


@dataclass(frozen=True, slots=True)
class ScaleResponse:
    """The step taken, the reasons ticked in the order written, and a reason in the learner's own words."""

    step: str = ""
    reasons: tuple[str, ...] = ()
    because: str = ""


def faults(question: Scale) -> list[Fault]:
    """Find what is wrong with the claim, the steps, those that are defensible, and the reasons."""
    found: list[Fault] = []
    if not question.claim.strip():
        found.append(Fault(("claim",), "error", "no-claim", _("Say in “claim” what is to be weighed.")))
    if question.of and question.of not in question.sources:
        message = _("What is weighed is “{source}”, which is not among the question's sources. Add it there.")
        message = message.format(source=question.of)
        found.append(Fault(("of",), "error", "source-not-named", message, question.sources))
    if len(question.steps) < 2:
        found.append(Fault(("steps",), "error", "too-few-steps", _("A scale takes two steps or more.")))
    found.extend(item_faults(("steps",), question.steps))
    found.extend(_defensible_faults(question))
    found.extend(item_faults(("reasons",), question.reasons))
    for place, reason in enumerate(question.reasons):
        if reason.id == STEP:
            message = _("A reason cannot have the id “{id}”, which the step has. Choose another.")
            at = ("reasons", place, "id")
            found.append(Fault(at, "error", "id-taken", message.format(id=STEP)))
        if not reason.feedback.strip():
            message = _("Nobody is told why this reason counts or does not. Add “feedback”.")
            found.append(Fault(("reasons", place), "warning", "no-feedback", message))
    if question.reasons and not _counting(question):
        message = _("No reason counts, so only the step is scored. Write “counts: yes” at those that do.")
        found.append(Fault(("reasons",), "warning", "no-reason-counts", message))
    return found


def _defensible_faults(question: Scale) -> Iterator[Fault]:
    at: tuple[str, ...] = ("defensible",)
    if not question.defensible:
        message = _("No step is defensible. Name one or more by id.")
        yield Fault(at, "error", "no-defensible-step", message)
    known = tuple(step.id for step in question.steps)
    for place, step in enumerate(question.defensible):
        if step not in known:
            message = _("There is no step “{id}” in this scale.").format(id=step)
            yield Fault((*at, place), "error", "unknown-step", message, known)
    for place in repeated(question.defensible):
        message = _("The step “{id}” is named twice. Leave one out.").format(id=question.defensible[place])
        yield Fault((*at, place), "error", "step-twice", message)
    if known and set(known) <= set(question.defensible):
        message = _("Every step is defensible, so there is nothing to weigh. Leave those out that are not.")
        yield Fault(at, "error", "all-defensible", message)


def mark(question: Scale, response: ScaleResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give half for a defensible step and half for the reasons; all for the step where no reason counts.

    Reasons earn the share of those that count which are ticked, less the share of the others which are,
    at least 0. The part about the step comes first, then one for each reason that was ticked or should
    have been, in the order written: `given` is the learner's side, `key` the author's. There is no
    score where what was picked has left the question.
    """
    known = {reason.id for reason in question.reasons}
    gone = [one for one in dict.fromkeys(response.reasons) if one not in known]
    step = _step_part(question, response.step)
    parts = (step, *_reason_parts(question, response), *(_gone_part(one) for one in gone))
    if step.score is None or gone:
        return Mark(score=None, parts=parts)
    score = Fraction(step.score)
    if _counting(question):
        score = (score + _reasons_score(question, response)) / 2
    return Mark(score=float(score), parts=parts)


def _counting(question: Scale) -> list[Reason]:
    return [reason for reason in question.reasons if reason.counts]


def _reasons_score(question: Scale, response: ScaleResponse) -> Fraction:
    ticked = set(response.reasons)
    counting = _counting(question)
    others = [reason for reason in question.reasons if not reason.counts]
    score = Fraction(sum(reason.id in ticked for reason in counting), len(counting))
    if others:
        score -= Fraction(sum(reason.id in ticked for reason in others), len(others))
    return max(Fraction(0), score)


def _step_part(question: Scale, step_id: str) -> Part:
    key = " / ".join(step.text for step in question.steps if step.id in question.defensible)
    step = question.step(step_id)
    if step is None and step_id:
        return replace(_gone_part(STEP), key=key)
    if step is None:
        return Part(score=0.0, of=STEP, key=key)
    defensible = step.id in question.defensible
    about = _("This step can be defended.") if defensible else _("This step is hard to defend here.")
    return Part(score=float(defensible), of=STEP, given=step.text, key=key, feedback=step.feedback or about)


def _gone_part(of: str) -> Part:
    gone = _("What you picked is no longer part of this question, so it is not scored.")
    return Part(score=None, of=of, feedback=gone)


def _reason_parts(question: Scale, response: ScaleResponse) -> Iterator[Part]:
    scored = bool(_counting(question))
    for reason in question.reasons:
        ticked = reason.id in response.reasons
        if not ticked and not reason.counts:
            continue
        yield Part(
            score=float(ticked and reason.counts) if scored else None,
            of=reason.id,
            given=reason.text if ticked else "",
            key=reason.text if reason.counts else "",
            feedback=reason.feedback or _about_reason(ticked, reason),
        )


def _about_reason(ticked: bool, reason: Reason) -> str:
    if not reason.counts:
        return _("This does not bear on the claim.")
    return _("This counts, and you saw it.") if ticked else _("This counts too; you did not tick it.")


def empty(response: ScaleResponse) -> bool:
    """Tell whether no step is taken, nothing ticked and nothing typed yet."""
    return not (response.step or response.reasons or response.because.strip())


def words(question: Scale, response: ScaleResponse) -> str:
    """Say which step was taken and for which reasons; ids where they are no longer known."""
    step = question.step(response.step)
    texts = {reason.id: reason.text for reason in question.reasons}
    said = [step.text if step else response.step]
    said.extend(texts.get(one, one) for one in response.reasons)
    because = " ".join(response.because.split())
    if because:
        said.append(f"“{because}”")
    return " / ".join(one for one in said if one)


def solve(question: Scale, texts: Texts) -> ScaleResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Take the first defensible step, and tick every reason that counts."""
    step = next((step for step in question.steps if step.id in question.defensible), None)
    return ScaleResponse(step.id, tuple(one.id for one in _counting(question))) if step else None


def lacks(question: Scale, response: ScaleResponse) -> str:
    """Ask for the step, or for reasons, where only the other is given."""
    if empty(response):
        return ""
    if not response.step:
        return _("No step is taken yet.")
    if question.reasons and not response.reasons:
        return _("No reason is ticked yet.")
    return ""


def offered(question: Scale) -> Sequence[str]:
    """Return the claim, the steps and the reasons."""
    return (
        question.claim,
        *(step.text for step in question.steps),
        *sorted(reason.text for reason in question.reasons),
    )


def about(question: Scale) -> str:
    """Return the claim."""
    return question.claim


KIND = Kind(
    name="scale",
    label=N_("weigh it"),
    question=Scale,
    response=ScaleResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    lacks=lacks,
    offered=offered,
    about=about,
)
