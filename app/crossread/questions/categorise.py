"""Categorise: sort items into groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import ngettext
from crossread.questions.item import Item
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark
from crossread.questions.pairs import mark_pairs, pairs_faults, pairs_words, solved_pairs, still_open
from crossread.questions.passages import Texts


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


def faults(question: Categorise) -> list[Fault]:
    """Find what is wrong with the items, the groups and what belongs where."""
    return pairs_faults(question)


def mark(question: Categorise, response: CategoriseResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give the share of items that are in their own group; see `mark_pairs`."""
    return mark_pairs(question, response.pairs)


def empty(response: CategoriseResponse) -> bool:
    """Tell whether nothing is sorted yet."""
    return not any(response.pairs.values())


def words(question: Categorise, response: CategoriseResponse) -> str:
    """Say which item went where."""
    return pairs_words(question, response.pairs)


def solve(question: Categorise, texts: Texts) -> CategoriseResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Sort each item into its group."""
    pairs = solved_pairs(question)
    return CategoriseResponse(pairs) if pairs else None


def lacks(question: Categorise, response: CategoriseResponse) -> str:
    """Say how many items are still open where some are sorted."""
    left = still_open(question, response.pairs)
    if not left or empty(response):
        return ""
    return ngettext("{count} item is not sorted yet.", "{count} items are not sorted yet.", left).format(
        count=left
    )


def offered(question: Categorise) -> Sequence[str]:
    """Return what is to be sorted, and the groups."""
    return sorted(one.text for one in (*question.items, *question.targets))


KIND = Kind(
    name="categorise",
    label=N_("sort into groups"),
    question=Categorise,
    response=CategoriseResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    lacks=lacks,
    offered=offered,
)
