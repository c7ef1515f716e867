"""What the learner has given to a question so far, and how that is kept as a draft. No widget, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from crossread.inquiry.commands import Certainty
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_from_json, response_json

if TYPE_CHECKING:
    from crossread.inquiry.state import Answered

_CERTAINTIES: tuple[Certainty, ...] = ("", "guess", "fairly sure", "certain")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the learner has given to a question so far."""

    response: Any
    certainty: Certainty = ""
    dont_know: bool = False

    def is_empty(self, question: Question) -> bool:
        """Tell whether nothing has been given yet."""
        return not self.dont_know and bool(KINDS[question.kind].empty(self.response))

    def as_draft(self) -> dict[str, Any]:
        """Return what is kept until it is an answer."""
        return {
            "response": response_json(self.response),
            "certainty": self.certainty,
            "dont_know": self.dont_know,
        }


def nothing_given(question: Question) -> Given:
    """Return what there is before anything is given."""
    return Given(response=KINDS[question.kind].response())


def given_in_draft(question: Question, draft: Mapping[str, Any]) -> Given:
    """Read a draft back; what no longer fits the question counts as nothing."""
    certainty = draft.get("certainty", "")
    return Given(
        response=_response(question, draft.get("response")),
        certainty=certainty if certainty in _CERTAINTIES else "",
        dont_know=draft.get("dont_know") is True,
    )


def given_in_answer(question: Question, answered: "Answered") -> Given:
    """Read an answer back, for as far as it still fits the question."""
    return Given(
        response=_response(question, answered.response),
        certainty=answered.certainty,
        dont_know=answered.dont_know,
    )


def without_words(given: Given, question: Question) -> Given:
    """Return "I don't know" in place of a response."""
    return replace(given, response=KINDS[question.kind].response(), dont_know=True)


def _response(question: Question, value: object) -> Any:
    """Read a response back; one that no longer fits its kind counts as none."""
    if not isinstance(value, dict):
        return KINDS[question.kind].response()
    try:
        return response_from_json(question.kind, value)
    except ValueError:  # msgspec.ValidationError is one
        return KINDS[question.kind].response()
