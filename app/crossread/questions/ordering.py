"""Ordering: put things in order."""

from dataclasses import dataclass
from typing import Literal

from crossread.questions.item import Item
from crossread.questions.kind import Question


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
