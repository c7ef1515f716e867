"""What a question is, whatever its kind, and what a kind has to offer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from crossread.questions.mark import Mark
from crossread.questions.passages import PassageKey, Texts

Skill = Literal[
    "corroborate",
    "integrate",
    "compare-sources",
    "who-said-what",
    "close-reading",
    "contextualise",
    "use-evidence",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What all questions have (design, section 3); each kind adds its own keys.

    `evidence` is shown with the feedback; `floor` names the line of the floor shown with it; a question
    that `needs` the original waits until the learner has added it; `review` says whether it may come
    back in spaced review; `points` weigh it within its skill.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    kind: str
    stage: str
    skill: Skill
    sources: tuple[str, ...]
    prompt: str
    explanation: str = ""
    evidence: tuple[PassageKey, ...] = ()
    floor: str = ""
    hints: tuple[str, ...] = ()
    points: int = 1
    required: bool = True
    needs: Literal["", "original"] = ""
    review: bool = True
    behaviour: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a question that its types cannot say.

    `at` is the way to the value within the question, such as ("options", 2, "text"); `severity` is
    error or warning; `code` is short and never changes.
    """

    at: tuple[str | int, ...]
    severity: Literal["error", "warning"]
    code: str
    message: str


Q = TypeVar("Q", bound=Question)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Kind(Generic[Q, R]):
    """One kind of question: its model, its responses, its checks and its marking, all pure.

    `mark` takes the texts that the response was given on and never fails on an odd response: what
    cannot be right is wrong, and what rests on something that has left the pack is not scored. `empty`
    tells whether a response says nothing yet. `words` puts a response in words, for looking back.
    `quoted` lists the passages whose quotes `check` has to find in the digests (other than `evidence`,
    which all questions have).
    """

    name: str
    question: type[Q]
    response: type[R]
    faults: Callable[[Q], Sequence[Fault]]
    mark: Callable[[Q, R, Texts], Mark]
    empty: Callable[[R], bool]
    words: Callable[[Q, R], str]
    quoted: Callable[[Q], Sequence[tuple[tuple[str | int, ...], PassageKey]]]


AnyKind = Kind[Any, Any]
