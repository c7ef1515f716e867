"""Essay: a longer answer in the learner's own words, weighed by the learner against a rubric."""

from dataclasses import dataclass
from typing import Literal

from crossread.questions.kind import Question
from crossread.questions.passages import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of the rubric: its name, what it takes, and a sample answer of it."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    name: str
    descriptor: str
    sample: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One thing that a good answer says; of the patterns in `words` (with * and ?) one at least is in it."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    text: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay(Question):
    """A prompt for a longer text with a `rubric`, lowest level first, and the `ideas` to look for in it.

    `length` is about how many words are asked for, least and most; `cite` how many passages at least.
    """

    kind: Literal["essay"] = "essay"
    rubric: tuple[Level, ...]
    ideas: tuple[Idea, ...] = ()
    length: tuple[int, int] | None = None
    cite: int = 0


@dataclass(frozen=True, slots=True)
class EssayResponse:
    """The text as typed, and the passages cited, in the order of citing."""

    text: str = ""
    citations: tuple[Selection, ...] = ()


@dataclass(frozen=True, slots=True)
class EssayRating:
    """What a learner says of their own text once it is closed: its level, and the ideas that it has."""

    level: str = ""
    ideas: tuple[str, ...] = ()
