"""Cloze: fill the gaps of a text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from crossread.questions.choice import Option
from crossread.questions.item import Item
from crossread.questions.kind import Question
from crossread.questions.short_answer import AcceptedAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One gap: typed (`answers`), picked from its own list (`options`), or from the bank (`word`, an id)."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    answers: tuple[AcceptedAnswer, ...] = ()
    options: tuple[Option, ...] = ()
    word: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Question):
    """A text with gaps, each written as its name in double braces, such as {{who}}.

    `bank` are the words that gaps with a `word` share, more of them than needed if the author likes.
    """

    kind: Literal["cloze"] = "cloze"
    text: str
    gaps: Mapping[str, Gap]
    bank: tuple[Item, ...] = ()
    stems: str = ""


@dataclass(frozen=True, slots=True)
class ClozeResponse:
    """What is in each gap by its name: words as typed, or the id of an option or of a word of the bank."""

    gaps: Mapping[str, str] = field(default_factory=dict)
