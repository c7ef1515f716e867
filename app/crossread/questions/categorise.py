"""Categorise: sort items into groups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from crossread.questions.item import Item
from crossread.questions.kind import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Categorise(Question):
    """Items and the groups (`targets`) that they belong to; a group may take several items, or none.

    `pairs` are the right targets by item.
    """

    kind: Literal["categorise"] = "categorise"
    items: tuple[Item, ...]
    targets: tuple[Item, ...]
    pairs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CategoriseResponse:
    """Targets by item, as far as the learner has come."""

    pairs: Mapping[str, str] = field(default_factory=dict)
