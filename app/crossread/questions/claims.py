"""Claims: statements that can be checked, and how each source stands to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_
from crossread.questions.passages import PassageKey, Reference
from crossread.texts.passages.anchors import WordsAnchor

Stance = Literal["asserts", "reports", "hedges", "denies", "silent"]
Relation = Literal["agree", "differ", "contradict", "only-one", "shared-origin"]
Given = Literal["all", "some", "none"]  # which cells of a matrix are filled in already
SilenceReason = Literal["time", "length", "audience", "knowledge", "choice"]

# Each in a word or two about the source, in the order in which they are offered.
STANCES: Mapping[Stance, str] = {
    "asserts": N_("asserts it"),
    "reports": N_("reports others"),
    "hedges": N_("hedges"),
    "denies": N_("denies it"),
    "silent": N_("silent"),
}

# What may explain a silence, in the order in which it is offered.
SILENCE_REASONS: Mapping[SilenceReason, str] = {
    "time": N_("it was written too early, or too late"),
    "length": N_("there was no room"),
    "audience": N_("it is for readers who want something else"),
    "knowledge": N_("the writer may not have known"),
    "choice": N_("the writer chose to leave it out"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPassage:
    """Where a source says something, within that source: as a PassageKey without its source."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    quote: str = ""
    occurrence: int = 1
    original: WordsAnchor | None = None

    def of(self, source: str) -> PassageKey:
        """Return the same passage with its source."""
        return PassageKey(source=source, quote=self.quote, occurrence=self.occurrence, original=self.original)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a source says on a claim: its stance, what it says in short, and on whose word (`whom`).

    `own` tells that the source saw, heard or counted it itself, `anonymous` that `whom` is nobody who could
    be told from others ("Western journalists"). The rest belongs to silence: `could`
    tells whether the source could have known, `because` which reasons may explain the silence, and
    `explanation` how.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    stance: Stance
    says: str = ""
    whom: str = ""
    passages: tuple[CellPassage, ...] = ()
    own: bool = False
    anonymous: bool = False
    could: Literal["", "yes", "no", "not yet written"] = ""
    because: tuple[SilenceReason, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaken:
    """From when on (`when`, EDTF) a claim is no longer what earlier texts could say, and `by` what."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    when: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim and its cells: what each source, by its id, says on it.

    `relation` is how the sources stand to each other, `why` the reason for that, `note` a remark for those
    who compare. `floor` is the line of what stands firm that belongs to it; `overtaken` is there where
    later facts made what was written before them out of date.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    claim: str
    relation: Relation
    note: str = ""
    why: str = ""
    cells: Mapping[str, tuple[Statement, ...]]
    floor: str = ""
    overtaken: Overtaken | None = None
    refs: tuple[Reference, ...] = ()
