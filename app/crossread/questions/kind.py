"""What a question is, whatever its kind, and what a kind has to offer."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from crossread.questions.claims import Claim
from crossread.questions.mark import Mark
from crossread.questions.passages import PassageKey, Reference, Texts

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

    `evidence` is shown with the feedback; `refs` is where the explanation is known from besides; `floor`
    names the line of the floor shown with it; a question that `needs` the original waits until the learner
    has added it; `review` says whether it may come back in spaced review; `points` weigh it within its
    skill. `behaviour`, `tries` (from 1; 0: as usual), `penalty` (a share of what it is worth, "25 %" or
    "1/4") and `certainty` say how it is asked where that differs from its stage. `shuffle` mixes what there
    is to pick; the question opens once those of the ids `after` are answered.
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
    refs: tuple[Reference, ...] = ()
    hints: tuple[str, ...] = ()
    points: int = 1
    required: bool = True
    needs: Literal["", "original"] = ""
    review: bool = True
    behaviour: str = ""
    tries: int = 0
    penalty: str = ""
    certainty: Literal["", "yes", "no"] = ""
    shuffle: bool = False
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a question that its types cannot say.

    `at` is the way to the value within the question, such as ("options", 2, "text"); `severity` is
    error or warning; `code` is short and never changes. `known` are the words that could stand there:
    the check adds the one nearest to what does, or to `given` where that is only a part of it. `at_key`
    says that the key which ends `at` is wrong, and not its value.
    """

    at: tuple[str | int, ...]
    severity: Literal["error", "warning"]
    code: str
    message: str
    known: tuple[str, ...] = ()
    given: str = ""
    at_key: bool = False


Q = TypeVar("Q", bound=Question)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Doubt(Generic[R]):
    """A response that is nearly one that counts.

    `meant` is what to ask the learner about ("did you mean"), `response` what a yes would make of theirs.
    """

    meant: str
    response: R


def quotes_nothing(question: Question) -> Sequence[tuple[tuple[str | int, ...], PassageKey]]:  # noqa: ARG001  (the usual answer)
    """Quote no passage beside the evidence that all questions have."""
    return ()


def no_doubt(question: Question, response: object) -> None:
    """Have no doubt about any response."""


def nothing_lacking(question: Question, response: object) -> str:  # noqa: ARG001  (the usual answer)
    """Miss nothing in any response."""
    return ""


def no_silence(question: Question) -> Collection[str]:  # noqa: ARG001  (the usual answer)
    """Ask about no source's silence."""
    return ()


def no_claims(question: Any) -> Sequence[tuple[tuple[str | int, ...], str]]:  # noqa: ARG001  (the usual answer)
    """Ask about no claim of the pack."""
    return ()


def no_stances(question: Question) -> Collection[tuple[str, str]]:  # noqa: ARG001  (the usual answer)
    """Ask for no source's stance."""
    return ()


def no_rating(question: Question, rating: object) -> str:  # noqa: ARG001  (the usual answer)
    """Say nothing of a rating."""
    return ""


def offers_nothing(question: Question) -> Sequence[str]:  # noqa: ARG001  (the usual answer)
    """Show no words beside the prompt."""
    return ()


def about_nothing(question: Question) -> str:  # noqa: ARG001  (the usual answer)
    """Ask about nothing that the prompt and the response do not tell themselves."""
    return ""


def no_kinds() -> Collection[str]:
    """Take no question inside."""
    return ()


def as_written(question: Q, claims: Mapping[str, Claim]) -> Q:  # noqa: ARG001  (the usual answer)
    """Take a question as it was written."""
    return question


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[Q, R]):
    """One kind of question: its model, its responses, its checks and its marking, all pure.

    `label` says in a few words how it is answered. `mark` takes the texts that the response was given on
    and never fails on an odd response: what cannot be right is wrong, and what rests on something that has
    left the pack is not scored. `empty` tells whether a response says nothing yet. `words` puts a response
    in words, for looking back. `quoted` lists the passages whose quotes `check` has to find in the digests
    (other than `evidence`, which all questions have). `solve` gives a response that earns all there is, by
    the texts at hand; None where there is no such response, as in kinds that are not `scored`.

    The rest is for the kinds that have it. `doubt` asks back before a near miss is marked. `lacks` says what
    a begun response still wants, in a sentence, "" where nothing. `silent` names the sources that a
    question is about because they do not say something: no words of theirs can stand in its evidence.
    `written` is what an author writes where that is less than the question, which `complete` makes of it
    with the pack's claims by id; `claims` are the ids of those that it names, each with the way to it.
    `stances` are those it asks for, each as the ids of a claim and of the source that stands to it somehow.
    `offered` are the words that a learner sees beside the prompt before anything is answered, in an order
    that tells nothing of the answer. `about` is what is to be judged, weighed or filled in, where neither
    the prompt nor the words of a response tell it. `nested` are the keys whose values are questions
    themselves, of the kinds named by `inside`, with the shared keys of the question around them. `rating` is
    the shape of what a learner says of their own answer once it is closed, and `rating_words` puts that in
    words, for looking back. `recalled` tells whether it can be answered from memory, so that it may come
    back in review.
    """

    name: str
    label: str
    question: type[Q]
    response: type[R]
    faults: Callable[[Q], Sequence[Fault]]
    mark: Callable[[Q, R, Texts], Mark]
    empty: Callable[[R], bool]
    words: Callable[[Q, R], str]
    solve: Callable[[Q, Texts], R | None]
    quoted: Callable[[Q], Sequence[tuple[tuple[str | int, ...], PassageKey]]] = quotes_nothing
    scored: bool = True
    doubt: Callable[[Q, R], Doubt[R] | None] = no_doubt
    lacks: Callable[[Q, R], str] = nothing_lacking
    silent: Callable[[Q], Collection[str]] = no_silence
    written: type[Any] | None = None
    complete: Callable[[Any, Mapping[str, Claim]], Q] = as_written
    claims: Callable[[Any], Sequence[tuple[tuple[str | int, ...], str]]] = no_claims
    stances: Callable[[Q], Collection[tuple[str, str]]] = no_stances
    offered: Callable[[Q], Sequence[str]] = offers_nothing
    about: Callable[[Q], str] = about_nothing
    nested: tuple[str, ...] = ()
    inside: Callable[[], Collection[str]] = no_kinds
    rating: type[Any] | None = None
    rating_words: Callable[[Q, Any], str] = no_rating
    recalled: bool = True


AnyKind = Kind[Any, Any]
