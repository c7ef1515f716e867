"""Scale: weigh how far something holds, for one claim and with reasons."""

from dataclasses import dataclass
from typing import Literal

from crossread.questions.item import Item
from crossread.questions.kind import Question


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


@dataclass(frozen=True, slots=True)
class ScaleResponse:
    """The step taken, the reasons ticked in the order written, and a reason in the learner's own words."""

    step: str = ""
    reasons: tuple[str, ...] = ()
    because: str = ""
