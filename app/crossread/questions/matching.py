"""Matching: find the partner of each item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.questions.item import Item
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark
from crossread.questions.pairs import mark_pairs, pairs_faults, pairs_words, solved_pairs, still_open
from crossread.questions.passages import Texts


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


def faults(question: Matching) -> list[Fault]:
    """Find what is wrong with the pairs: among other things, two items with the same target."""
    found = pairs_faults(question)
    before: dict[str, str] = {}
    for item, target in question.pairs.items():
        if target.strip() and target in before:
            message = _(
                "“{item}” and “{other}” have the same target. In a matching each has its own; to bring "
                "several to one, write “kind: categorise”."
            ).format(item=item, other=before[target])
            found.append(Fault(("pairs", item), "error", "target-twice", message))
        before.setdefault(target, item)
    return found


def mark(question: Matching, response: MatchingResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give the share of items that are with their partner; see `mark_pairs`."""
    return mark_pairs(question, response.pairs)


def empty(response: MatchingResponse) -> bool:
    """Tell whether nothing is matched yet."""
    return not any(response.pairs.values())


def words(question: Matching, response: MatchingResponse) -> str:
    """Say which item went where."""
    return pairs_words(question, response.pairs)


def solve(question: Matching, texts: Texts) -> MatchingResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Bring each item to its partner."""
    pairs = solved_pairs(question)
    return MatchingResponse(pairs) if pairs else None


def lacks(question: Matching, response: MatchingResponse) -> str:
    """Say how many items are still open where some are matched."""
    left = still_open(question, response.pairs)
    if not left or empty(response):
        return ""
    return ngettext("{count} item has no partner yet.", "{count} items have no partner yet.", left).format(
        count=left
    )


def offered(question: Matching) -> Sequence[str]:
    """Return what is to be matched."""
    return sorted(one.text for one in (*question.items, *question.targets))


KIND = Kind(
    name="matching",
    label=N_("match"),
    question=Matching,
    response=MatchingResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    lacks=lacks,
    offered=offered,
)
