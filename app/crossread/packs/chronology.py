"""What happened and when each source was written, in one order of time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from crossread.packs.edtf import span
from crossread.packs.pack import Pack, Source, TimelineEntry, Version

Moment = Literal["happened", "written"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One moment: something that happened (`entry`), or the writing of a source or of a version of it.

    `written` is EDTF as the pack has it; `first` and `last` are the earliest and latest day that it may mean.
    `years_since` counts the full years from the start of the row before to the start of this one.
    """

    written: str
    first: date
    last: date
    entry: TimelineEntry | None = None
    source: Source | None = None
    version: Version | None = None
    years_since: int = 0

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
        years = _full_years(told[-1].first, row.first) if told else 0
        told.append(replace(row, years_since=years))
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


def _full_years(before: date, after: date) -> int:
    if after <= before:
        return 0
    years = after.year - before.year
    return years - ((after.month, after.day) < (before.month, before.day))
