"""What a learner may do on the way through a pack."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from crossread.inquiry.comparison import Cell, Conclusion, Judgement
from crossread.inquiry.notes import Highlight, Layer, Note
from crossread.questions.passages import Which

Certainty = Literal["", "guess", "fairly sure", "certain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterStage:
    """Come to a stage."""

    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Leave a question with a response, as canonical JSON; `dont_know` stands for "I don't know".

    `shown` says which text of each source was open; a source that it leaves out showed its digest.
    """

    question: str
    response: Mapping[str, Any] | None
    certainty: Certainty = ""
    dont_know: bool = False
    shown: Mapping[str, Which] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Submit one question and have it marked at once, where its behaviour does so. Fields as in Answer."""

    question: str
    response: Mapping[str, Any] | None
    certainty: Certainty = ""
    dont_know: bool = False
    shown: Mapping[str, Which] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Take an answer back, where the behaviour allows another one."""

    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """Hand a stage in: marks are made now and the stage becomes read-only."""

    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TryAgain:
    """Open the next attempt at a stage that was handed in; earlier ones are kept."""

    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCard:
    """Open a source's card: remembered, never scored."""

    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetExpectation:
    """Say what one expects of the texts; empty takes it back."""

    stage: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNote:
    """Write a note under a key of its own, such as "meet/karcic/who"; empty removes it."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Flag a question for later, or take the flag off.

    A flag stays until it is taken off or the stage is handed in: it is for the way there.
    """

    question: str
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Say what one thinks of one's own answer once it is closed; `rating` is of its kind's shape, as JSON."""

    question: str
    rating: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Show the marks of a stage that were held back, those of earlier attempts at it too."""

    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PutHighlight:
    """Highlight a passage, or give a highlight of the same id another meaning or place."""

    highlight: Highlight


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveHighlight:
    """Take a highlight away, by id."""

    highlight: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PutNote:
    """Write a note on passages or on a claim, or write one of the same id anew."""

    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveNote:
    """Take a note away, by id."""

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLayer:
    """Lay a stored set of highlights and notes over the texts."""

    layer: Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchLayer:
    """Show a set or hide it, by its digest."""

    layer: str
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLayer:
    """Take a set away, by its digest."""

    layer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PutCell:
    """Fill a cell of the claim matrix; one without a statement is empty again."""

    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCells:
    """Mark filled cells against their author's key, each by the ids of its claim and its source."""

    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Say something of what the comparison asks; an empty judgement takes it back."""

    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class PutConclusion:
    """Write a conclusion, or write it anew."""

    conclusion: Conclusion


Command = (
    EnterStage
    | Answer
    | Check
    | Withdraw
    | HandIn
    | TryAgain
    | OpenCard
    | SetExpectation
    | SetNote
    | Flag
    | Rate
    | Release
    | PutHighlight
    | RemoveHighlight
    | PutNote
    | RemoveNote
    | AddLayer
    | SwitchLayer
    | RemoveLayer
    | PutCell
    | CheckCells
    | Judge
    | PutConclusion
)
