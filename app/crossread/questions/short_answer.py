"""Short answer: a few words, compared with the author's after both are put in one spelling."""

from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_
from crossread.questions.kind import Doubt, Fault, Kind, Question
from crossread.questions.mark import Mark
from crossread.questions.passages import Texts
from crossread.questions.typed_answers import AcceptedAnswer, TypedAnswers, stems_faults

__all__ = ["KIND", "AcceptedAnswer", "ShortAnswer", "ShortAnswerResponse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswer(Question):
    """A question for a few words; the best-paid answer that fits counts.

    `stems` is the code of a language ("en"): answers without wildcards are then compared by the stems of
    their words as well.
    """

    kind: Literal["short-answer"] = "short-answer"
    answers: tuple[AcceptedAnswer, ...]
    stems: str = ""

    @property
    def typed(self) -> TypedAnswers:
        """What is compared with the words typed."""
        return TypedAnswers(self.answers, self.stems)


@dataclass(frozen=True, slots=True)
class ShortAnswerResponse:
    """What the learner typed, as typed."""

    text: str = ""


def faults(question: ShortAnswer) -> list[Fault]:
    """Find what is wrong with the answers, or with the language of their stems."""
    return [*stems_faults(question.stems), *question.typed.faults(("answers",))]


def mark(question: ShortAnswer, response: ShortAnswerResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give what the best-paid fitting answer earns, or 0; a near miss is told, never taken."""
    part = question.typed.part(response.text)
    return Mark(score=part.score, parts=(part,))


def doubt(question: ShortAnswer, response: ShortAnswerResponse) -> Doubt[ShortAnswerResponse] | None:
    """Ask back where what was typed is an answer but for a slip."""
    near = question.typed.near(response.text)
    return Doubt(near.meant, ShortAnswerResponse(near.meant)) if near else None


def empty(response: ShortAnswerResponse) -> bool:
    """Tell whether nothing is typed yet."""
    return not response.text.strip()


def words(question: ShortAnswer, response: ShortAnswerResponse) -> str:  # noqa: ARG001
    """Give what was typed."""
    return response.text.strip()


def solve(question: ShortAnswer, texts: Texts) -> ShortAnswerResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Give an answer that earns all, with letters in the place of wildcards."""
    words = question.typed.solved()
    return None if words is None else ShortAnswerResponse(words)


KIND = Kind(
    name="short-answer",
    label=N_("in a few words"),
    question=ShortAnswer,
    response=ShortAnswerResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    doubt=doubt,
)
