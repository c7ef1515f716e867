"""The groups of the board: rows by their source, tag, claim or meaning."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.base.translation import _
from crossread.inquiry.notes import MEANINGS
from crossread.inquiry.typed_words import folded_tag
from crossread.packs.pack import Pack
from crossread.progress.notes_board import Row, all_tags

By = Literal["source", "tag", "claim", "meaning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows under one heading.

    `suggested` are rows that are not under this claim, and are on a passage of it. `letter` and `index` are
    a source's, for its badge; "" where the group is none.
    """

    key: str
    title: str
    rows: tuple[Row, ...]
    suggested: tuple[Row, ...] = ()
    letter: str = ""
    index: int = 0


def groups_of(rows: Sequence[Row], by: By, pack: Pack) -> tuple[Group, ...]:
    """Return the groups that have rows, in the pack's order, or tags by alphabet; what has none comes last.

    A row stands in each group that it belongs to: a note on two sources under both.
    """
    made = {"source": _by_source, "tag": _by_tag, "claim": _by_claim, "meaning": _by_meaning}[by](rows, pack)
    return tuple(group for group in made if group.rows or group.suggested)


def _by_source(rows: Sequence[Row], pack: Pack) -> list[Group]:
    groups = [
        Group(
            key=source.id,
            title=source.card.short,
            rows=tuple(sorted((row for row in rows if source.id in row.sources), key=_in_source(source.id))),
            letter=source.letter,
            index=index,
        )
        for index, source in enumerate(pack.sources)
    ]
    known = {source.id for source in pack.sources}
    gone = tuple(row for row in rows if row.sources and not row.sources & known)
    none = tuple(row for row in rows if not row.sources)
    return [
        *groups,
        Group(key="/gone", title=_("Sources that are no longer in this pack"), rows=gone),
        Group(key="/none", title=_("On no passage"), rows=none),
    ]


def _in_source(source: str) -> Callable[[Row], tuple[bool, str, int]]:
    """Return what rows under a source are sorted by: their place in it; what is not placed comes last."""

    def place(row: Row) -> tuple[bool, str, int]:
        there = [piece.place for piece in row.pieces if piece.passage.source == source and piece.place]
        first = min(((place.which, place.range.start) for place in there), default=("", 0))
        return (not there, *first)

    return place


def _by_tag(rows: Sequence[Row], _pack: Pack) -> list[Group]:
    tagged = _under(rows, lambda row: map(folded_tag, row.tags))
    groups = [Group(key=f"#{tag}", title=tag, rows=tagged[folded_tag(tag)]) for tag in all_tags(rows)]
    none = tuple(row for row in rows if not row.tags)
    return [*groups, Group(key="/none", title=_("Without a tag"), rows=none)]


def _by_claim(rows: Sequence[Row], pack: Pack) -> list[Group]:
    known = {claim.id for claim in pack.claims}
    on = _under(rows, lambda row: [row.note.claim] if row.note else [])
    suggested = _under(rows, lambda row: row.suggested)
    groups = [
        Group(
            key=claim.id,
            title=claim.claim,
            rows=on.get(claim.id, ()),
            suggested=suggested.get(claim.id, ()),
        )
        for claim in pack.claims
    ]
    none = tuple(row for row in rows if row.note is None or row.note.claim not in known)
    return [*groups, Group(key="/none", title=_("On no claim"), rows=none)]


def _under(rows: Sequence[Row], headings: Callable[[Row], Iterable[str]]) -> Mapping[str, tuple[Row, ...]]:
    """Put each row under all of its headings, in the order of the rows."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for heading in dict.fromkeys(headings(row)):
            found.setdefault(heading, []).append(row)
    return {heading: tuple(there) for heading, there in found.items()}


def _by_meaning(rows: Sequence[Row], _pack: Pack) -> list[Group]:
    groups = [
        Group(key=meaning, title=_(name), rows=tuple(row for row in rows if meaning in row.meanings))
        for meaning, name in MEANINGS.items()
    ]
    none = tuple(row for row in rows if not row.meanings)
    return [*groups, Group(key="/none", title=_("Notes without a highlight"), rows=none)]
