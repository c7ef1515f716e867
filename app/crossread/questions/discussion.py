"""Discussion: something to talk over, with notes before and a model answer after."""

from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.faults import repeated
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark
from crossread.questions.passages import Texts


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


def faults(question: Discussion) -> list[Fault]:
    """Find what is wrong: moves without words or twice; warn where no answer is shown afterwards."""
    found: list[Fault] = []
    for place, move in enumerate(question.moves):
        if not move.strip():
            found.append(Fault(("moves", place), "error", "no-text", _("The talk move has no words.")))
    message = _("Two talk moves are the same. Leave one out.")
    moves = [" ".join(move.split()).casefold() for move in question.moves]
    found.extend(Fault(("moves", place), "error", "text-twice", message) for place in repeated(moves))
    if not question.model.strip():
        message = _("There is no answer to compare with after the talk. Add “model”.")
        found.append(Fault((), "warning", "no-model", message))
    return found


def mark(question: Discussion, response: DiscussionResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give no score: a talk is not marked."""
    return Mark(score=None)


def empty(response: DiscussionResponse) -> bool:
    """Tell whether nothing is noted yet."""
    return not response.notes.strip()


def words(question: Discussion, response: DiscussionResponse) -> str:  # noqa: ARG001
    """Give the notes."""
    return response.notes.strip()


def solve(question: Discussion, texts: Texts) -> None:
    """Give none: there is nothing to earn."""


KIND = Kind(
    name="discussion",
    label=N_("to talk over"),
    question=Discussion,
    response=DiscussionResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    scored=False,
    recalled=False,
)
