"""Figures that are compared: one quantity and what each source gives for it, whoever put them together."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from typing import Literal

from crossread.packs.pack import Pack, Stage
from crossread.packs.sources.compare_parts import AuthorsQuantity, FigureValue
from crossread.packs.sources.edtf import span
from crossread.questions.passages import ShownText, Which
from crossread.questions.placing import place
from crossread.texts.figures.figure import DATED, Figure, FigureKind, Quantity
from crossread.texts.text import Range

Measure = Literal["number", "day", "minute"]

NO_YEAR = "XXXX"  # in a date in EDTF


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueShown:
    """One figure that a source gives, with bounds that include what they name; None is an open end.

    Bounds are numbers, days (`date.toordinal`) or minutes since midnight, by the quantity's measure; both are
    None where it is a date that cannot be put on an axis. `places` is where it stands in the texts that are
    there. `found` is the program's own figure, None for one of the authors. A date that says no year is put
    into that of the others, where they share one: `of_their_year`.
    """

    source: str
    low: float | None
    high: float | None
    hedge: str = ""
    whom: str = ""
    counted: str = ""
    when: str = ""
    places: tuple[tuple[Which, Range], ...] = ()
    found: Figure | None = None
    of_their_year: bool = False

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The least and the most that it can stand for."""
        return (self.low, self.high)

    @property
    def is_open(self) -> bool:
        """Whether one end is left open: "161 or more"."""
        return (self.low is None) != (self.high is None)

    @property
    def on_axis(self) -> bool:
        """Whether it has a place on an axis."""
        return self.low is not None or self.high is not None

    @property
    def says(self) -> tuple[float | None, float | None, str]:
        """What it is told apart from others by: its bounds; what is off the axis, by its date."""
        return (self.low, self.high, "" if self.on_axis or self.found is None else self.found.when)

    @property
    def order(self) -> tuple[float, float, str, str, str]:
        """How values are ordered: by what they say, whatever order the sources come in."""
        least = self.low if self.low is not None else self.high
        most = self.high if self.high is not None else self.low
        return (least or 0.0, most or 0.0, self.source, self.counted, repr(self.places))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityShown:
    """A quantity with all values, the least first; `id` names it in what a learner says of it.

    Of `figure` and `quantity` just one is there: the authors' alignment, or the program's own.
    """

    id: str
    name: str
    values: tuple[ValueShown, ...]
    measure: Measure = "number"
    unit: str = ""
    figure: AuthorsQuantity | None = None
    quantity: Quantity | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that give figures for it, each once."""
        return tuple(dict.fromkeys(value.source for value in self.values))

    @property
    def parts(self) -> bool:
        """Tell whether the figures part: not all say the same."""
        return len({value.says for value in self.values}) > 1

    @property
    def fits(self) -> bool:
        """Tell whether figures that part may all be true of one: "late February" and "26 February"."""
        lows = [value.low for value in self.values if value.low is not None]
        highs = [value.high for value in self.values if value.high is not None]
        known = all(value.on_axis for value in self.values)
        return self.parts and known and (not lows or not highs or max(lows) <= min(highs))


# What the authors put together


def authors_quantities(
    pack: Pack, stage: Stage | None, texts: Mapping[str, Sequence[ShownText]]
) -> tuple[QuantityShown, ...]:
    """Return the authors' quantities: those that a stage names, or all; `texts` are those that there are."""
    wanted = stage.figures if stage and stage.figures else [figure.id for figure in pack.figures]
    known = {figure.id: figure for figure in pack.figures}
    return tuple(_authors(known[one], texts) for one in wanted if one in known)


def _authors(figure: AuthorsQuantity, texts: Mapping[str, Sequence[ShownText]]) -> QuantityShown:
    values = [_authors_value(value, texts) for value in figure.figures]
    return QuantityShown(
        id=figure.id,
        name=figure.what,
        unit=figure.unit,
        values=tuple(sorted(values, key=_order)),
        figure=figure,
    )


def _authors_value(value: FigureValue, texts: Mapping[str, Sequence[ShownText]]) -> ValueShown:
    low, high = value.bounds
    found = [(shown.which, place(value.passage, shown)) for shown in texts.get(value.source, ())]
    return ValueShown(
        source=value.source,
        low=low,
        high=high,
        hedge=value.hedge,
        whom=value.whom,
        counted=value.counted,
        when=value.when,
        places=tuple((which, where) for which, where in found if where is not None),
    )


def _order(value: ValueShown) -> tuple[float, float, str, str, str]:
    return value.order


# What the program found


def found_quantities(
    found: Iterable[Quantity],
    which: Mapping[str, Which],
    pack: Pack,
    texts: Mapping[str, Sequence[ShownText]],
) -> tuple[QuantityShown, ...]:
    """Return the program's quantities without what the authors said already.

    `which` tells in which text of a source they were found. A figure that an author gives for a quantity is
    not shown twice, one that an author dropped is left out; what is left of fewer than two sources goes.
    """
    known = [value for one in authors_quantities(pack, None, texts) for value in one.values]
    dropped = [(one, other) for figure in pack.figures for one, other in _dropped(figure, texts)]
    told = []
    for quantity in found:
        given = [one for one in quantity.given if one.source in which]
        places = [(one.source, which[one.source], one.figure.where) for one in given]
        out = _dropped_of(places, dropped)
        kept = [
            one
            for one, where in zip(given, places, strict=True)
            if where not in out and not any(_is_the_same(one.figure, where, value) for value in known)
        ]
        if len({one.source for one in kept}) > 1:
            values = [_found_value(one.source, one.figure, which[one.source]) for one in kept]
            told.append(_found(quantity, values))
    return tuple(told)


_Place = tuple[str, Which, Range]


def _dropped(
    figure: AuthorsQuantity, texts: Mapping[str, Sequence[ShownText]]
) -> Iterable[tuple[list[_Place], list[_Place]]]:
    for drop in figure.drop:
        sides: list[list[_Place]] = []
        for key in (drop.one, drop.other):
            shown = [(one.which, place(key, one)) for one in texts.get(key.source, ())]
            sides.append([(key.source, which, where) for which, where in shown if where is not None])
        yield sides[0], sides[1]


def _dropped_of(
    places: Collection[_Place], dropped: Iterable[tuple[list[_Place], list[_Place]]]
) -> list[_Place]:
    """Return the places that belong to no quantity with the others: the author told them apart."""
    out: list[_Place] = []
    for one, other in dropped:
        if any(_meet(where, first) for where in places for first in one):
            out += [where for where in places if any(_meet(where, second) for second in other)]
    return out


def _meet(one: _Place, other: _Place) -> bool:
    return one[:2] == other[:2] and touch(one[2], other[2])


def touch(one: Range, other: Range) -> bool:
    """Tell whether two ranges of one text share words."""
    return one.start < other.end and other.start < one.end


def _is_the_same(figure: Figure, where: _Place, value: ValueShown) -> bool:
    """Tell whether the program's figure is one that an author gives: there, and of that size."""
    source, which, range_ = where
    stands = any(which == known and touch(range_, place_) for known, place_ in value.places)
    if source != value.source or not stands:
        return False
    if figure.kind in DATED:
        return _gives_the_date(value, figure.when)
    return (figure.low is not None and figure.low == value.low) or (
        figure.high is not None and figure.high == value.high
    )


def _gives_the_date(value: ValueShown, date: str) -> bool:
    """Tell whether an author's numbers are those of a date in EDTF: its years, or its days of the month."""
    said: set[float] = set()
    for part in date.split("/"):
        year, *month_and_day = part.rstrip("~?").split("-")
        said.update(int(number) for number in (year, *month_and_day[1:]) if number.isdecimal())
    given = {bound for bound in (value.low, value.high) if bound is not None}
    return bool(given) and given <= said


def _found_value(source: str, figure: Figure, which: Which) -> ValueShown:
    return ValueShown(
        source=source,
        low=None if figure.low is None else float(figure.low),
        high=None if figure.high is None else float(figure.high),
        hedge=figure.hedge,
        whom=figure.whom,
        counted=_counted(figure),
        when=figure.dated if figure.kind not in DATED else "",
        places=((which, figure.where),),
        found=figure,
    )


def _counted(figure: Figure) -> str:
    """Return in a word or two what is counted, or of a date what happened then."""
    if figure.kind in DATED:
        return figure.of_what or figure.event
    return " ".join(word for word in (figure.of_what, figure.event) if word)


def _found(quantity: Quantity, values: Iterable[ValueShown]) -> QuantityShown:
    ordered = tuple(sorted(values, key=_order))
    told = [quantity.name, quantity.kind]
    told += [f"{value.source} {value.found.words}" for value in ordered if value.found is not None]
    name = blake2b("\n".join(told).encode(), digest_size=6).hexdigest()
    unit = next((value.found.unit for value in ordered if value.found and value.found.unit), "")
    return QuantityShown(
        id=f"found-{name}",
        name=quantity.name,
        values=tuple(sorted(_in_one_year(ordered), key=_order)),
        measure=_measure(quantity.kind),
        unit=unit,
        quantity=quantity,
    )


def _in_one_year(values: Sequence[ValueShown]) -> Iterator[ValueShown]:
    """Put dates that say no year into the year of the others, where these share one."""
    bounds = [bound for value in values if _is_dated(value) for bound in value.bounds if bound is not None]
    years = {date.fromordinal(int(bound)).year for bound in bounds}
    year = f"{min(years):04}" if len(years) == 1 else NO_YEAR
    for value in values:
        when = value.found.when if value.found is not None and not value.on_axis else ""
        days = span(when.replace(NO_YEAR, year))
        if days is None:
            yield value
        else:
            low, high = (float(day.toordinal()) for day in days)
            yield replace(value, low=low, high=high, of_their_year=True)


def _is_dated(value: ValueShown) -> bool:
    return value.found is not None and value.found.kind in DATED


def _measure(kind: FigureKind) -> Measure:
    return "day" if kind in DATED else "minute" if kind == "time" else "number"
