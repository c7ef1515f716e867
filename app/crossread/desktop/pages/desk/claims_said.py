"""What the sources say on the claims that a passage bears on, in the texts in view. No widget, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from crossread.desktop.place import Spot
from crossread.inquiry.state import InquiryState
from crossread.questions.claims import Claim
from crossread.questions.kind import Question
from crossread.questions.passages import PassageKey, ShownText
from crossread.questions.placing import place
from crossread.texts.text import Range, Text

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack

Answer = Literal["shown", "silent", "unplaced", "no-words", "asked"]


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says on a claim in one text: where, or why it is not shown.

    `question` is the open one that asks just that, where the answer is "asked".
    """

    answer: Answer
    where: Range | None = None
    question: Question | None = None


def passages_of(claim: Claim, source: str) -> list[PassageKey]:
    """List the passages in which a source speaks of a claim."""
    statements = claim.cells.get(source, ())
    return [passage.of(source) for statement in statements for passage in statement.passages]


def places_of(claim: Claim, source: str, shown: ShownText) -> list[Range]:
    """List where these stand in a text of the source, as far as they are placed there, in reading order."""
    found = (place(passage, shown) for passage in passages_of(claim, source))
    return sorted({where for where in found if where is not None})


def claims_at(opened: "OpenPack", spot: Spot) -> list[Claim]:
    """List the claims that a passage bears on: those of which its source speaks in some of its words."""
    shown = opened.shown(spot.source, spot.which)
    if shown is None:
        return []
    here = Range(spot.start, max(spot.end, spot.start + 1))
    return [
        claim
        for claim in opened.pack.claims
        if any(_meet(here, where) for where in places_of(claim, spot.source, shown))
    ]


def claims_near(opened: "OpenPack", spot: Spot) -> list[Claim]:
    """List the claims of the paragraph that a passage begins in."""
    shown = opened.shown(spot.source, spot.which)
    if shown is None:
        return []
    around = paragraph_at(shown.text, spot.start)
    return claims_at(opened, Spot(spot.source, spot.which, around.start, around.end))


def paragraph_at(text: Text, position: int) -> Range:
    """Return the block of a text that a position is in."""
    found = Range(0, 0)
    for start, block in zip(text.starts, text.blocks, strict=True):
        if start <= position:
            found = Range(start, start + len(block.text))
    return found


def _meet(one: Range, other: Range) -> bool:
    return one.start < other.end and other.start < one.end


def said_on(opened: "OpenPack", state: InquiryState, claim: Claim, source: str, which: str) -> Said:
    """Say what a source says on a claim in one of its texts, unless an open question asks just that."""
    shown = opened.shown(source, which)
    asking = opened.held(state).cells.get((claim.id, source))
    if asking is not None:
        return Said("asked", question=asking)
    statements = claim.cells.get(source, ())
    if all(statement.stance == "silent" for statement in statements):
        return Said("silent")
    places = places_of(claim, source, shown) if shown else []
    if places:
        return Said("shown", places[0])
    return Said("unplaced" if passages_of(claim, source) else "no-words")


def asked_of(opened: "OpenPack", state: InquiryState, source: str) -> frozenset[str]:
    """Return the claims, by id, on which an open question asks what a source says, or in which words."""
    return frozenset(claim for claim, asked in opened.held(state).cells if asked == source)


def letters_by_answer(said: Mapping[str, Said]) -> dict[Answer, list[str]]:
    """Group the letters of sources by what became of them."""
    found: dict[Answer, list[str]] = {}
    for letter, one in sorted(said.items()):
        found.setdefault(one.answer, []).append(letter)
    return found
