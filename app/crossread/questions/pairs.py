"""Items and the targets that they belong to: what matching and categorise have in common."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from crossread.base.translation import _
from crossread.questions.item import Item, gone_part_feedback, item_faults
from crossread.questions.kind import Fault
from crossread.questions.mark import Mark, Part


class PairsQuestion(Protocol):
    """A question whose items are to be brought to their targets; `pairs` are the right targets by item."""

    @property
    def items(self) -> tuple[Item, ...]:
        """What has to be brought somewhere."""

    @property
    def targets(self) -> tuple[Item, ...]:
        """Where it can be brought."""

    @property
    def pairs(self) -> Mapping[str, str]:
        """The ids of the right targets by those of the items."""


def pairs_faults(question: PairsQuestion) -> list[Fault]:
    """Find what is wrong with the items, the targets, and the pairs that name them."""
    found: list[Fault] = []
    if len(question.items) < 2:
        message = _("There are fewer than two items here. One alone needs no pairing: ask a choice instead.")
        found.append(Fault(("items",), "error", "too-few-items", message))
    if len(question.targets) < 2:
        message = _("There are fewer than two targets here, so there is nothing to choose between.")
        found.append(Fault(("targets",), "error", "too-few-targets", message))
    found.extend(item_faults(("items",), question.items))
    found.extend(item_faults(("targets",), question.targets))
    items = tuple(item.id for item in question.items)
    targets = tuple(target.id for target in question.targets)
    found.extend(_named_faults(question.pairs, items, targets))
    return found


def _named_faults(
    pairs: Mapping[str, str], items: tuple[str, ...], targets: tuple[str, ...]
) -> Iterator[Fault]:
    """Find pairs that name what there is not, and items without one; one slip is told once."""
    known_items, known_targets = set(items), set(targets)
    if pairs and not known_items & pairs.keys() and known_targets.issuperset(pairs):
        message = _(
            "The pairs are the wrong way round. Write each item first, then its target: {item: target}."
        )
        yield Fault(("pairs",), "error", "no-pair", message)
        return
    for item, target in pairs.items():
        if not target.strip():
            message = _(
                "“{id}” is read as an item alone. Write a colon and a space between an item and its target: "
                "{item: target}."
            ).replace("{id}", item)
            yield Fault(("pairs", item), "error", "no-pair", message, at_key=True)
            continue
        if item not in known_items:
            message = _("The pair is for “{id}”, and no item has this id.").format(id=item)
            yield Fault(("pairs", item), "error", "unknown-id", message, known=items, at_key=True)
        if target not in known_targets:
            message = _("The pair leads to “{id}”, and no target has this id.").format(id=target)
            yield Fault(("pairs", item), "error", "unknown-id", message, known=targets)
    if not known_items.issuperset(pairs):
        return  # what is not known is most likely the one that seems to lack
    for place, item in enumerate(items):
        if item.strip() and item not in pairs:
            message = _("The item “{id}” has no pair. Say in “pairs” which target it belongs to.")
            yield Fault(("items", place), "error", "no-pair", message.format(id=item))


def mark_pairs(question: PairsQuestion, given: Mapping[str, str]) -> Mark:
    """Give the share of items that were brought to their own target.

    There is one part for each item. An item whose target has left the pack since is not scored and does
    not count; items that have left it are told. There is no score where nothing that was given is left.
    """
    targets = {target.id: target for target in question.targets}
    items = {item.id for item in question.items}
    filled = {item: target for item, target in given.items() if target}
    parts = [_part(question, item, targets, filled.get(item.id, "")) for item in question.items]
    parts.extend(
        Part(score=None, of=item, feedback=gone_part_feedback()) for item in filled if item not in items
    )
    stands = any(item in items and target in targets for item, target in filled.items())
    return Mark(score=mean_of(parts) if stands or not filled else None, parts=tuple(parts))


def mean_of(parts: Sequence[Part]) -> float:
    """Return the mean of those parts that are scored; 0 where none is."""
    scores = [Fraction(part.score) for part in parts if part.score is not None]
    return float(sum(scores, Fraction(0)) / len(scores)) if scores else 0.0


def _part(question: PairsQuestion, item: Item, targets: Mapping[str, Item], given: str) -> Part:
    right = targets.get(question.pairs.get(item.id, ""))
    key = right.text if right else ""
    if given and given not in targets:
        return Part(score=None, of=item.id, key=key, feedback=gone_part_feedback())
    earned = bool(given) and right is not None and given == right.id
    # What a target says is for those who bring something to it that does not belong there.
    to_target = "" if earned or not given else targets[given].feedback
    return Part(
        score=float(earned),
        of=item.id,
        given=targets[given].text if given else "",
        key=key,
        feedback=" ".join(filter(None, (item.feedback, to_target))),
        meanwhile=None if earned else to_target,
    )


def pairs_words(question: PairsQuestion, given: Mapping[str, str]) -> str:
    """Say what was brought where, item by item; ids for what is no longer known."""
    texts = {item.id: item.text for item in question.items}
    places = {target.id: target.text for target in question.targets}
    known = [item.id for item in question.items if given.get(item.id)]
    rest = [item for item, target in given.items() if target and item not in texts]
    return " / ".join(
        _("{item}: {target}").format(item=texts.get(one, one), target=places.get(given[one], given[one]))
        for one in (*known, *rest)
    )


def solved_pairs(question: PairsQuestion) -> dict[str, str] | None:
    """Bring each item to its target; None where one has none."""
    targets = {target.id for target in question.targets}
    right = {item.id: question.pairs.get(item.id, "") for item in question.items}
    return right if right and targets.issuperset(right.values()) else None


def still_open(question: PairsQuestion, given: Mapping[str, str]) -> int:
    """Count the items that are not brought anywhere yet."""
    return sum(not given.get(item.id) for item in question.items)
