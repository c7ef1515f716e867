"""Discussion: something to talk over, with notes before and a model answer after."""

from dataclasses import dataclass
from typing import Literal

from crossread.questions.kind import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion(Question):
    """A prompt to talk over.

    `notes` say what to note down first, `moves` keep the talk with the texts, and `model` is an answer to
    open afterwards.
    """

    kind: Literal["discussion"] = "discussion"
    notes: str = ""
    moves: tuple[str, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class DiscussionResponse:
    """The notes as typed."""

    notes: str = ""
