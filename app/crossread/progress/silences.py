"""Silences: what others report and a source leaves out, by the author's key or by the learner's own cells."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from crossread.inquiry.comparison import Cell
from crossread.questions.claims import Claim, Statement

Place = tuple[str, str]  # the ids of a claim and of a source


@dataclass(frozen=True, slots=True)
class Silence:
    """A claim on which a source is silent while others, `speaking` by their ids, are not.

    `key` is what the author says of the silence, None where it is the learner who found it.
    """

    claim: Claim
    source: str
    speaking: tuple[str, ...]
    key: Statement | None = None


def silences_of(
    source: str,
    claims: Sequence[Claim],
    sources: Sequence[str],
    cells: Mapping[Place, Cell],
    held: Collection[Place] = (),
) -> tuple[Silence, ...]:
    """List what a source leaves out, in the order of the claims; `sources` are all ids, in the pack's order.

    `held` are cells of which nothing may be told, as open questions ask about them. A claim that has any
    cell of the author's goes by these alone; one that has none, by what the learner put there.
    """
    found = []
    for claim in claims:
        if (claim.id, source) in held:
            continue
        key = next((one for one in claim.cells.get(source, ()) if one.stance == "silent"), None)
        silent = is_silent(claim, source, cells)
        speaking = tuple(
            other
            for other in sources
            if other != source and (claim.id, other) not in held and speaks(claim, other, cells)
        )
        if silent and speaking:
            found.append(Silence(claim, source, speaking, key))
    return tuple(found)


def is_silent(claim: Claim, source: str, cells: Mapping[Place, Cell]) -> bool:
    """Tell whether a source is known to say nothing on a claim: no key and no cell says nothing of that."""
    stances = _stances(claim, source, cells)
    return bool(stances) and all(stance == "silent" for stance in stances)


def speaks(claim: Claim, source: str, cells: Mapping[Place, Cell]) -> bool:
    """Tell whether a source is known to say something on a claim."""
    return any(stance != "silent" for stance in _stances(claim, source, cells))


def _stances(claim: Claim, source: str, cells: Mapping[Place, Cell]) -> Sequence[str]:
    if claim.cells:
        return [statement.stance for statement in claim.cells.get(source, ())]
    cell = cells.get((claim.id, source))
    return [statement.stance for statement in cell.statements] if cell else []
