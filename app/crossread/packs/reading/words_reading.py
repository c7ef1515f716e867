"""Reading words.yaml: names that differ, words that judge or hedge, and what is called how by whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from crossread.base.translation import _
from crossread.packs.pack import NameForms
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written, conversion, known_keys
from crossread.packs.reading.yaml_tree import ListNode, MapNode, Node, Scalar, place
from crossread.packs.sources.compare_parts import Naming, Wording, WordUse

T = TypeVar("T")

FLOOR = "floor"
LISTS = ("names", *(part.name for part in fields(Wording) if part.name != FLOOR))


@dataclass(frozen=True, slots=True)
class WordsRead:
    """The sound rows of words.yaml, list by list; `floor` is the id written there, None where none is.

    `left_out` counts rows with faults, which are noted.
    """

    names: Sequence[Written[NameForms]]
    loaded: Sequence[Written[WordUse]]
    hedging: Sequence[Written[WordUse]]
    named: Sequence[Written[Naming]]
    floor: Scalar | None
    left_out: int


def read_words(node: Node, file: str, problems: Problems) -> WordsRead | None:
    """Read the tree of words.yaml; None where it is not built as it has to be, with problems noted."""
    if not isinstance(node, MapNode):
        message = _("This file begins with one of these keys, and a list of rows stands below it: {names}.")
        problems.error(file, place(node), "layout", message.format(names=", ".join(LISTS)))
        return None
    known_keys(node, file, (*LISTS, FLOOR), problems)
    rows = {name: _rows(node, name, file, problems) for name in LISTS}
    floor = node.values.get(FLOOR)
    if floor is not None and not isinstance(floor, Scalar):
        message = _("The id of one line is expected here.")
        problems.error(file, place(floor), "no-text", message)
        return None
    if any(found is None for found in rows.values()):
        return None
    names = _made(rows, "names", file, NameForms, problems)
    loaded = _made(rows, "loaded", file, WordUse, problems)
    hedging = _made(rows, "hedging", file, WordUse, problems)
    named = _made(rows, "named", file, Naming, problems)
    written = sum(len(found) for found in rows.values() if found)
    left_out = written - len(names) - len(loaded) - len(hedging) - len(named)
    return WordsRead(names, loaded, hedging, named, floor, left_out)


def _rows(node: MapNode, name: str, file: str, problems: Problems) -> Sequence[Node] | None:
    found = node.values.get(name)
    if found is None:
        return []
    if isinstance(found, ListNode):
        return found.items
    message = _("A list is expected here: [a, b], or one “- ” line for each.")
    problems.error(file, place(found), "no-list", message)
    return None


def _made(
    rows: Mapping[str, Sequence[Node] | None], name: str, file: str, target: type[T], problems: Problems
) -> list[Written[T]]:
    made = []
    for node in rows[name] or ():
        value = conversion(target).read(node, file, problems)
        if value is not None:
            made.append(Written(value, file, node))
    return made
