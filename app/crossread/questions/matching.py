"""Matching: find the partner of each item."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from crossread.questions.item import Item
from crossread.questions.kind import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Question):
    """Items and the targets of which each has one of its own; some targets may stay over.

    `pairs` are the right targets by item.
    """

    kind: Literal["matching"] = "matching"
    items: tuple[Item, ...]
    targets: tuple[Item, ...]
    pairs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MatchingResponse:
    """Targets by item, as far as the learner has come."""

    pairs: Mapping[str, str] = field(default_factory=dict)
