"""Claims: statements that can be checked, and how each source stands to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_
from crossread.questions.passages import PassageKey, Reference
from crossread.texts.anchors import WordsAnchor

Stance = Literal["asserts", "reports", "hedges", "denies", "silent"]
Relation = Literal["agree", "differ", "contradict", "only-one", "shared-origin"]

# Each in a word or two about the source, in the order in which they are offered.
STANCES: Mapping[Stance, str] = {
    "asserts": N_("asserts it"),
    "reports": N_("reports others"),
    "hedges": N_("hedges"),
    "denies": N_("denies it"),
    "silent": N_("silent"),
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

    `could` belongs to silence: whether the source could have known.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    stance: Stance
    says: str = ""
    whom: str = ""
    passages: tuple[CellPassage, ...] = ()
    could: Literal["", "yes", "no", "not yet written"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim and its cells: what each source, by its id, says on it.

    `relation` is how the sources stand to each other, `why` the reason for that, `note` a remark for those
    who compare.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    claim: str
    relation: Relation
    note: str = ""
    why: str = ""
    cells: Mapping[str, tuple[Statement, ...]]
    refs: tuple[Reference, ...] = ()
