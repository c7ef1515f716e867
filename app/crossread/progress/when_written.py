"""When was it true: what was written by a day, what each writer could know, and what was overtaken since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crossread.packs.pack import Pack, TimelineEntry
from crossread.packs.sources.chronology import Row, chronology
from crossread.packs.sources.edtf import span
from crossread.packs.sources.source import Source
from crossread.questions.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day on which something of the pack was written, as EDTF too; `rows` are the sources and editions."""

    day: date
    written: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceThen:
    """A source as it stood on a day.

    `row` is the latest edition written by then, None where there was none yet; `knew` is what the pack dates
    to before that was written, `later` what it dates after; `before` are sources written earlier. Of the
    others, `dated` have a date of writing, and `unknown` have none.
    """

    source: Source
    row: Row | None
    knew: tuple[TimelineEntry, ...] = ()
    later: tuple[TimelineEntry, ...] = ()
    before: tuple[Source, ...] = ()
    dated: int = 0
    unknown: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimThen:
    """A claim that later facts overtook: whether they have on a day, and the sources written before them."""

    claim: Claim
    overtaken: bool
    earlier: tuple[Source, ...]


def moments(pack: Pack) -> tuple[Moment, ...]:
    """Return the days of writing, the earliest first; what is dated to the same day stands together."""
    found: dict[date, list[Row]] = {}
    for row in chronology(pack, ("written",)):
        found.setdefault(row.first, []).append(row)
    return tuple(Moment(day=day, written=rows[0].written, rows=tuple(rows)) for day, rows in found.items())


def undated(pack: Pack) -> tuple[Source, ...]:
    """Return the sources of which nobody says when they were written."""
    dated = {row.source.id for row in chronology(pack, ("written",)) if row.source}
    return tuple(source for source in pack.sources if source.id not in dated)


def sources_then(pack: Pack, day: date) -> tuple[SourceThen, ...]:
    """Return all sources that have a date, in the order in which they were written first."""
    rows = chronology(pack, ("written",))
    first: dict[str, Row] = {}
    latest: dict[str, Row] = {}
    for row in rows:
        if row.source is not None:
            first.setdefault(row.source.id, row)
            if row.first <= day:
                latest[row.source.id] = row
    return tuple(
        _then(pack, row.source, latest.get(source), first) for source, row in first.items() if row.source
    )


def _then(pack: Pack, source: Source, row: Row | None, first: dict[str, Row]) -> SourceThen:
    if row is None:
        return SourceThen(source=source, row=None)
    knew: list[TimelineEntry] = []
    later: list[TimelineEntry] = []
    for moment in chronology(pack, ("happened",)):
        if moment.entry is not None:
            (knew if moment.first <= row.last else later).append(moment.entry)
    before = [
        one.source
        for one in first.values()
        if one.source and one.source is not source and one.last < row.first
    ]
    return SourceThen(
        source=source,
        row=row,
        knew=tuple(knew),
        later=tuple(later),
        before=tuple(before),
        dated=len(first) - 1,
        unknown=tuple(one for one in pack.sources if one.id not in first),
    )


def claims_then(pack: Pack, day: date) -> tuple[ClaimThen, ...]:
    """Return the claims that later facts overtook at some time, those overtaken by a day first."""
    first = {row.source.id: row.first for row in reversed(chronology(pack, ("written",))) if row.source}
    told = []
    for claim in pack.claims:
        days = span(claim.overtaken.when) if claim.overtaken else None
        if days is None:
            continue
        earlier = [one for one in pack.sources if one.id in first and first[one.id] < days[0]]
        told.append(ClaimThen(claim=claim, overtaken=days[0] <= day, earlier=tuple(earlier)))
    return tuple(sorted(told, key=lambda one: not one.overtaken))


def spread(wanted: Sequence[float], side: float, width: float) -> tuple[float, ...]:
    """Return where things `side` wide begin that want their middles at places in a width, in any unit.

    They keep their order and cover nothing of each other; where there is no room for that, they share it.
    """
    if not wanted:
        return ()
    step = min(side, max(0.0, width - side) / max(1, len(wanted) - 1)) if len(wanted) > 1 else side
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    begins, taken = [0.0] * len(wanted), 0.0
    for number in order:
        begins[number] = taken = max(taken, wanted[number] - side / 2)
        taken += step
    taken = max(0.0, width - side)
    for number in reversed(order):
        begins[number] = taken = min(begins[number], taken)
        taken -= step
    return tuple(max(0.0, begin) for begin in begins)
