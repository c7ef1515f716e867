"""Searching an open pack while one types: all its texts, what stands around them, and the learner's notes."""

from bisect import bisect_right
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from crossread.inquiry.state import InquiryState
from crossread.operations.opening.opened import OpenPack
from crossread.operations.opening.searchable import PackParts
from crossread.packs.library.search_parts import Item, Part, PartKind, variants_of
from crossread.questions.passages import Which
from crossread.texts.finding.search import Found, Query, find, read_query
from crossread.texts.finding.search_context import in_context
from crossread.texts.finding.search_folding import folded
from crossread.texts.passages.covering import touches
from crossread.texts.text import Range

MOST = 30  # hits of one part that are told with their words; the others are counted
WIDE = 600  # the same, where more of a part is asked for

_NOWHERE = Range(0, 0)
_NOTHING = Item("")

# One part of a pack: its kind, and of a text its source and which text of that it is.
PartKey = tuple[PartKind, str, Which]

# What is covered of a text of a source, now.
Covered = Callable[[str, Which], Sequence[Range]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place that was found.

    `where` are the code points of its text. `words` are those around it, with the hit itself from
    `at.start` up to `at.end`; both are empty where it is `covered`. `item` says what it belongs to, where
    that is no source. `form` is the spelling it was found in, "" where that is what was typed.
    """

    where: Range
    words: str = ""
    at: Range = _NOWHERE
    item: Item = _NOTHING
    form: str = ""
    covered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What was found in one part of the pack: the first hits, and how many there are of all."""

    kind: PartKind
    source: str
    which: Which
    hits: tuple[Hit, ...]
    count: int

    @property
    def key(self) -> PartKey:
        """Which part of the pack this is."""
        return self.kind, self.source, self.which

    @property
    def more(self) -> int:
        """How many hits are counted only."""
        return self.count - len(self.hits)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found, the sources first, in the pack's order.

    `query` is None where there was nothing to search for. `also` are the other spellings it was found in,
    `tried` those it was looked for in.
    """

    query: Query | None = None
    groups: tuple[Group, ...] = ()
    also: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many places were found in all."""
        return sum(group.count for group in self.groups)


class Searcher:
    """Searches one open pack; what it needs is made ready at the first search, or by `prepare`."""

    def __init__(self, opened: OpenPack) -> None:
        self._parts = PackParts(opened)
        self._variants = variants_of(opened.pack)
        self._own: tuple[InquiryState, tuple[Part, ...]] | None = None

    def prepare(self) -> None:
        """Make ready what searching needs, so that the first letter typed is as quick as the others."""
        self._variants.prepare()
        for part in (*self._parts.texts, *self._parts.around):
            folded(part.text)

    def read(self, typed: str) -> Query | None:
        """Read what was typed, with the pack's spellings; None where that is nothing to search for."""
        return read_query(typed, self._variants)

    def find(
        self,
        typed: str,
        state: InquiryState,
        covered: Covered | None = None,
        widened: Container[PartKey] = (),
    ) -> Findings:
        """Find what was typed; of parts that are `widened` many more hits are told with their words."""
        query = self.read(typed)
        if query is None:
            return Findings()
        groups: list[Group] = []
        spellings: set[int] = set()
        for part in (*self._parts.texts, *self._parts.around, *self._own_parts(state)):
            found = find(part.text, query)
            if found:
                spellings |= found.spellings()
                veils = covered(part.source, part.which) if covered and part.kind == "source" else ()
                most = WIDE if (part.kind, part.source, part.which) in widened else MOST
                groups.append(_group(part, query, found, veils, most))
        return Findings(
            query,
            tuple(groups),
            also=_forms(query, sorted(spellings)),
            tried=_forms(query, range(len(query.spellings))),
        )

    def _own_parts(self, state: InquiryState) -> tuple[Part, ...]:
        if self._own is None or self._own[0] is not state:
            self._own = (state, self._parts.own(state))
        return self._own[1]


def _group(part: Part, query: Query, found: Found, veils: Sequence[Range], most: int) -> Group:
    return Group(
        kind=part.kind,
        source=part.source,
        which=part.which,
        hits=tuple(_hit(part, query, found, number, veils) for number in range(min(most, len(found)))),
        count=len(found),
    )


def _hit(part: Part, query: Query, found: Found, number: int, veils: Sequence[Range]) -> Hit:
    where = found[number]
    if touches(where, veils):
        return Hit(where=where, covered=True)
    words, at = in_context(part.text, where, veils)
    block = bisect_right(part.text.starts, where.start) - 1
    return Hit(
        where=where,
        words=words,
        at=at,
        item=part.items[block] if part.items else _NOTHING,
        form=query.spellings[found.spelling(number)].form,
    )


def _forms(query: Query, numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for number in numbers if (form := query.spellings[number].form)))
