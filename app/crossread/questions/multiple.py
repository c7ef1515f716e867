"""Multiple: pick every option that is right."""

from dataclasses import dataclass
from typing import Literal

from crossread.questions.kind import Question


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


@dataclass(frozen=True, slots=True)
class MultipleResponse:
    """The ids of the options picked, in the order in which the pack writes them."""

    options: tuple[str, ...] = ()
