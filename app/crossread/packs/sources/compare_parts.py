"""What a pack's authors say for comparing: who rests on whom, which figures part, what is called how."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from crossread.base.errors import N_
from crossread.questions.claims import CellPassage
from crossread.questions.passages import PassageKey, Reference
from crossread.texts.passages.anchors import WordsAnchor

EdgeHow = Literal["credited", "uncredited", "probable"]
FigureReason = Literal[
    "who-counted", "what-is-counted", "when-written", "rounding", "slip", "interest", "not-told"
]
Voice = Literal["own", "reported", "quoted"]

# The part of the comparison that a stage opens at; "" for the usual one.
Opens = Literal["", "matrix", "figures", "origins", "silence", "words", "when"]

# How a text says that it rests on another: in a word or two, in the order in which they are shown.
EDGE_HOWS: Mapping[EdgeHow, str] = {
    "credited": N_("says so"),
    "uncredited": N_("does not say so"),
    "probable": N_("probably"),
}

# Why figures part, in the order in which they are offered.
FIGURE_REASONS: Mapping[FigureReason, str] = {
    "who-counted": N_("who counted"),
    "what-is-counted": N_("what is counted"),
    "when-written": N_("when it was written"),
    "rounding": N_("rounding"),
    "slip": N_("a slip in writing or copying"),
    "interest": N_("interest"),
    "not-told": N_("the texts do not tell"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A source (`from_`) that rests on another source or on a work (`to`), and how that is known.

    `claims` are ids of those for which it does so; none stands for the text as a whole. `changed` tells in
    a few words each what became different on the way ("many for some"); `passages` are places in either
    text, or, of a work, in a source that quotes it; `why` is the reason for taking it to be so; `floor` is
    the line of what stands firm that belongs to it.
    """

    id: str
    from_: str
    to: str
    how: EdgeHow
    claims: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    passages: tuple[PassageKey, ...] = ()
    why: str = ""
    floor: str = ""
    refs: tuple[Reference, ...] = ()

    @property
    def pairs(self) -> tuple[tuple[PassageKey | None, PassageKey | None], ...]:
        """The passages side by side, each of `from_` with the one that it is like, in the order written.

        None stands where one of the two is not shown: a work has no text here.
        """
        ours = [passage for passage in self.passages if passage.source == self.from_]
        others = [passage for passage in self.passages if passage.source != self.from_]
        return tuple(zip_longest(ours, others))


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureValue:
    """One source's figure: a `value`, or bounds of which one may be missing (`low` alone is "at least").

    `hedge` is the word that makes it less sure ("some"); `whom` is on whose word; `counted` says exactly
    what is counted; `when` (EDTF) is the time at which it was so, or was said.
    """

    source: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hedge: str = ""
    whom: str = ""
    counted: str = ""
    when: str = ""
    quote: str = ""
    occurrence: int = 1
    original: WordsAnchor | None = None

    @property
    def passage(self) -> PassageKey:
        """Where the source gives the figure."""
        return PassageKey(
            source=self.source, quote=self.quote, occurrence=self.occurrence, original=self.original
        )

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The least and the most that it can stand for; None where that is left open."""
        return (self.low, self.high) if self.value is None else (self.value, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Two passages whose figures are not of the same thing, though a program may take them to be."""

    one: PassageKey
    other: PassageKey
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsQuantity:
    """One quantity, and every source's figures for it: alignments that the author confirmed.

    `what` is the quantity in words, `unit` what is counted or measured in a word, `claim` the id of the
    claim that it belongs to. `why` are reasons for which the figures part and `explanation` says how;
    `drop` are alignments that the author rejects; `floor` is the line of what stands firm.
    """

    id: str
    what: str
    unit: str
    figures: tuple[FigureValue, ...]
    claim: str = ""
    why: tuple[FigureReason, ...] = ()
    explanation: str = ""
    floor: str = ""
    drop: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordUse:
    """A word of a source that carries a judgement, or that makes what is said less sure.

    `voice` tells whether the author speaks (own), tells what another says (reported), or quotes; of the
    last two `whom` is the other. `effect` says what the word does, `plainer` how it could be put without.
    """

    id: str
    source: str
    word: str
    voice: Voice = "own"
    whom: str = ""
    effect: str = ""
    plainer: str = ""
    passages: tuple[CellPassage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """What one source calls an actor or an act; `whom` is on whose word, where it is not its own."""

    name: str
    whom: str = ""
    passages: tuple[CellPassage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The same actor or act (`what`) as each source names it, by the ids of the sources."""

    id: str
    what: str
    kind: Literal["actor", "act"]
    sources: Mapping[str, tuple[NameUse, ...]]
    about: str = ""
    floor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What words.yaml says of words, beyond names that differ; `floor` belongs to the words of both lists."""

    loaded: tuple[WordUse, ...] = ()
    hedging: tuple[WordUse, ...] = ()
    named: tuple[Naming, ...] = ()
    floor: str = ""
