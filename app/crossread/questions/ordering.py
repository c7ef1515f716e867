"""Ordering: put things in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.item import Item, gone_part_feedback, item_faults
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(Question):
    """Items, written in the right order and shown in another; `first` and `last` name the two ends."""

    kind: Literal["ordering"] = "ordering"
    items: tuple[Item, ...]
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class OrderingResponse:
    """All ids in the order given; empty as long as nothing was moved."""

    order: tuple[str, ...] = ()


def faults(question: Ordering) -> list[Fault]:
    """Find what is wrong with the items: fewer than two, or two alike."""
    found: list[Fault] = []
    if len(question.items) < 2:
        message = _("There is nothing to put in order here. An ordering takes two items or more.")
        found.append(Fault(("items",), "error", "one-item", message))
    found.extend(item_faults(("items",), question.items))
    return found


def mark(question: Ordering, response: OrderingResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give the share of pairs of items that stand in the right order (Kendall 1938, from 0 to 1).

    An item's part earns the share of its own pairs, so the score is the mean of the parts. Items that came
    into the pack or left it since the response was given are not scored; nor is the whole where no pair is
    left.
    """
    keys = {item.id: place for place, item in enumerate(question.items)}
    given = [one for one in dict.fromkeys(response.order) if one in keys]
    if empty(response):
        parts = [_unanswered(item, place) for place, item in enumerate(question.items, 1)]
        return Mark(score=0.0, parts=tuple(parts))
    earned = _earned([keys[one] for one in given])
    placed = {one: (place, earned[place - 1]) for place, one in enumerate(given, 1)}
    score = sum(earned, Fraction(0)) / len(earned) if earned and len(given) > 1 else None
    gone = [one for one in dict.fromkeys(response.order) if one not in keys]
    return Mark(
        score=None if score is None else float(score),
        parts=(
            *_parts(question, placed, scored=score is not None),
            *(Part(score=None, of=one, feedback=gone_part_feedback()) for one in gone),
        ),
    )


def _earned(order: Sequence[int]) -> list[Fraction]:
    """Return for each of some places in a row what share of the others stands on its right side."""
    others = max(1, len(order) - 1)
    return [
        Fraction(
            sum(before < one for before in order[:at]) + sum(one < after for after in order[at + 1 :]), others
        )
        for at, one in enumerate(order)
    ]


def _parts(question: Ordering, placed: Mapping[str, tuple[int, Fraction]], *, scored: bool) -> Sequence[Part]:
    parts: list[Part] = []
    key_place = 0  # counted among those that were there to be placed
    for item in question.items:
        if item.id not in placed:
            feedback = _("This came into the question after your answer, so it is not scored.")
            parts.append(Part(score=None, of=item.id, feedback=feedback))
            continue
        key_place += 1
        place, share = placed[item.id]
        parts.append(
            Part(
                score=float(share) if scored else None,
                of=item.id,
                given=_place(place),
                key=_place(key_place),
                feedback=item.feedback,
                meanwhile=None if share == 1 else "",
            )
        )
    return parts


def _unanswered(item: Item, place: int) -> Part:
    return Part(score=0.0, of=item.id, key=_place(place), feedback=item.feedback, meanwhile="")


def _place(place: int) -> str:
    return _("place {number}").format(number=place)


def empty(response: OrderingResponse) -> bool:
    """Tell whether nothing was moved yet."""
    return not response.order


def words(question: Ordering, response: OrderingResponse) -> str:
    """Give the items in the order given; ids for those that are no longer known."""
    texts = {item.id: item.text for item in question.items}
    return " → ".join(texts.get(one, one) for one in response.order)


def solve(question: Ordering, texts: Texts) -> OrderingResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Put all in the order in which they are written; None where there is nothing to order."""
    order = tuple(item.id for item in question.items)
    return OrderingResponse(order) if len(order) > 1 else None


def offered(question: Ordering) -> Sequence[str]:
    """Return what is to be put in order."""
    return sorted(item.text for item in question.items)


KIND = Kind(
    name="ordering",
    label=N_("put in order"),
    question=Ordering,
    response=OrderingResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    offered=offered,
)
