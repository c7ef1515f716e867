"""By what a figure is put with others: keys with weights, and the room in which alone they count."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from crossread.texts.figure import DATED, Figure
from crossread.texts.figure_lists import figure_lists, stem_of

# A figure joins those with which its keys weigh this much together.
ENOUGH = 4
_MOST_AROUND = 3  # what the words around may weigh at most
_MOST_DAYS = 8  # days of a span that are keys of their own
_MANY_WORDS = 24  # words around that are looked at

# What befalls people: who else is counted as "killed" is counted as one of them, whatever the text calls them.
BEFALLING = frozenset(("killed", "injured", "missing", "captive", "arrested", "displaced", "rescued"))
_ANYONE = frozenset(("people", ""))
# Words for anything at all: they say nothing about being the same.
_VAGUE_THINGS = frozenset(
    map(stem_of, "group way thing side time case part point reason direction figure kind number instance form item member place step".split())
)

Room = tuple[str, ...]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """A figure's room, its keys with their weights, and the stems around it."""

    room: Room
    weighed: tuple[tuple[Key, int], ...]
    around: tuple[str, ...]
    own: str  # the group of things or happenings, for telling what is shared


@lru_cache(maxsize=8192)
def thing_of(of_what: str) -> str:
    """Return the group of things that a noun phrase names, or the stem of its head; "" for no phrase."""
    things = figure_lists().things
    groups = []
    for phrase in of_what.replace(".", "").split(" and "):
        stems = [stem_of(word) for word in phrase.split()]
        if stems:
            groups.append(things.get(" ".join(stems[-2:])) or things.get(stems[-1]) or stems[-1])
    return "+".join(dict.fromkeys(groups))


@lru_cache(maxsize=8192)
def _described_as(of_what: str) -> tuple[str, ...]:
    """Return the stems of the words before the head of a noun phrase."""
    return tuple(stem_of(word.replace(".", "")) for word in of_what.split(" and ")[0].split()[:-1])


def keys_of(figure: Figure, year: str) -> Keys | None:
    """Return by what a figure is put with others; None for one that never is.

    `year` is that of the happening which most of the texts are about. Which one in a row something is
    ("the 28th anniversary") says when a text was written, and is not compared.
    """
    if figure.kind == "ordinal":
        return None
    if figure.kind in DATED:
        return _of_date(figure)
    if figure.kind != "count":
        return _of_measured(figure)
    thing = thing_of(figure.of_what)
    if figure.event in BEFALLING:
        return _of_befalling(figure, thing, year)
    if figure.event == "live" and thing in _ANYONE:
        return Keys(("count", "people", "live"), ((("live",), ENOUGH),), (), "live")
    weighed: list[tuple[Key, int]] = [(("thing", thing), 0 if thing in _ANYONE or thing in _VAGUE_THINGS else 2)]
    if figure.event:
        weighed.append((("event", figure.event), 2))
    weighed += [(("described", stem), 1) for stem in _described_as(figure.of_what)]
    return Keys(("count", thing), tuple(weighed), _around(figure), thing)


def _of_befalling(figure: Figure, thing: str, year: str) -> Keys:
    known = figure_lists().things.values()
    own = "people" if thing in _ANYONE or thing not in known else thing
    happened = year_in(figure.dated) or year
    return Keys(("count", own, figure.event, happened), ((("befell",), ENOUGH),), (), figure.event)


def year_in(when: str) -> str:
    """Return the year with which a date in EDTF begins, "" where it has none."""
    return when[:4] if when[:4].isdecimal() else ""


def _of_measured(figure: Figure) -> Keys:
    """Weigh money, measures, shares and times: by what is measured, what happened, and the words around."""
    kind = "share" if figure.kind == "percent" else figure.kind
    thing = thing_of(figure.of_what)
    weighed: list[tuple[Key, int]] = []
    if thing:
        weighed.append((("thing", thing), 2))
    if figure.event:
        weighed.append((("event", figure.event), 2))
    return Keys((kind, figure.unit), tuple(weighed), _around(figure), thing or figure.event)


def _of_date(figure: Figure) -> Keys:
    weighed: list[tuple[Key, int]] = []
    if figure.event:
        weighed.append((("event", figure.event), 2))
    weighed += _calendar_keys(figure)
    return Keys(("date",), tuple(weighed), _around(figure), figure.event)


def _calendar_keys(figure: Figure) -> Iterator[tuple[Key, int]]:
    """Give the days, or else the month, or else the decades of a date; a day in two texts is most often one day."""
    parts = [part.split("-") for part in figure.when.split("/")]
    first, last = parts[0], parts[-1]
    if len(first) == len(last) == 3:
        month, days = first[1], range(int(first[2]), int(last[2]) + 1)
        if first[:2] == last[:2] and len(days) <= _MOST_DAYS:
            for day in days:
                yield ("day", month, f"{day:02d}"), ENOUGH
        yield ("month", month), 2
    elif len(first) > 1:
        yield ("month", first[1]), 2
    elif first[0]:
        yield ("decade", first[0][:3]), 2


def _around(figure: Figure) -> tuple[str, ...]:
    return figure.around[:_MANY_WORDS]


def weigh_around(shared: int) -> int:
    """Return what shared words around two figures weigh."""
    return min(shared, _MOST_AROUND)
