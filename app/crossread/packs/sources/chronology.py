"""What happened and when each source was written, in one order of time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from crossread.packs.pack import Pack, TimelineEntry
from crossread.packs.sources.edtf import span
from crossread.packs.sources.source import Source, Version

Moment = Literal["happened", "written"]

_DOUBTS = ("~", "?")  # EDTF for about and perhaps, after a date
_DAYS_OF_YEAR = 365.25
_ALMOST_A_YEAR = 0.95  # less than this between two dates is not called a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One moment: something that happened (`entry`), or the writing of a source or of a version of it.

    `written` is EDTF as the pack has it; `first` and `last` are the earliest and latest day that it may mean.
    `years_since` counts the years from the start of the row before to the start of this one: full ones, or,
    where these dates leave that open, `roughly` so many.
    """

    written: str
    first: date
    last: date
    entry: TimelineEntry | None = None
    source: Source | None = None
    version: Version | None = None
    years_since: int = 0
    roughly: bool = False

    @property
    def moment(self) -> Moment:
        """Tell whether this happened or was written."""
        return "happened" if self.entry else "written"


def chronology(pack: Pack, moments: Iterable[Moment] = ("happened", "written")) -> tuple[Row, ...]:
    """Return all moments of a pack, the earliest first; a source without a date of writing has none.

    What is dated to a year stands before what is dated to a day of it; among equals what happened stands
    before what was written, each in the pack's order.
    """
    wanted = frozenset(moments)
    rows = [row for row in (*_happened(pack), *_written(pack)) if row.moment in wanted]
    rows.sort(key=lambda row: (row.first, _reversed(row.last)))
    told: list[Row] = []
    for row in rows:
        years, roughly = _years_between(told[-1].written, row.written) if told else (0, False)
        told.append(replace(row, years_since=years, roughly=roughly))
    return tuple(told)


def _happened(pack: Pack) -> list[Row]:
    return [_row(entry.date, entry=entry) for entry in pack.timeline if span(entry.date)]


def _written(pack: Pack) -> list[Row]:
    rows = []
    for source in pack.sources:
        if span(source.card.published):
            rows.append(_row(source.card.published, source=source))
        rows += [
            _row(version.published, source=source, version=version)
            for version in source.versions
            if span(version.published)
        ]
    return rows


def _row(
    written: str,
    *,
    entry: TimelineEntry | None = None,
    source: Source | None = None,
    version: Version | None = None,
) -> Row:
    found = span(written)
    if found is None:
        raise ValueError(f"not a date: {written!r}")
    first, last = found
    return Row(written=written, first=first, last=last, entry=entry, source=source, version=version)


def _reversed(day: date) -> int:
    return -day.toordinal()


def _years_between(before: str, after: str) -> tuple[int, bool]:
    """Count the years from the start of one date to the start of another; tell whether only roughly.

    A start is a year, a month or a day. Where the full years between are the same whichever days are meant,
    these are counted; else they are taken from the middle of one to the middle of the other.
    """
    start, end = before.partition("/")[0], after.partition("/")[0]
    one, other = span(start), span(end)
    if one is None or other is None:
        return 0, False
    least, most = _full_years(one[1], other[0]), _full_years(one[0], other[1])
    if least == most and not start.endswith(_DOUBTS) and not end.endswith(_DOUBTS):
        return least, False
    between = (sum(map(date.toordinal, other)) - sum(map(date.toordinal, one))) / 2 / _DAYS_OF_YEAR
    years = round(between) if between > _ALMOST_A_YEAR else 0
    return years, years > 0


def _full_years(before: date, after: date) -> int:
    if after <= before:
        return 0
    years = after.year - before.year
    return years - ((after.month, after.day) < (before.month, before.day))
