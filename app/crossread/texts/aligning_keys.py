"""By what a figure is put with others: keys with weights, and the room in which alone they count."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from crossread.texts.figure import DATED, Figure
from crossread.texts.figure_lists import figure_lists, stem_of

# A figure joins those with which its keys weigh this much together.
ENOUGH = 4
_MOST_AROUND = 3  # what the words around may weigh at most
_MOST_DAYS = 8  # days of a span that are keys of their own
_MANY_WORDS = 24  # words around that are looked at

# What befalls people: who is counted as "killed" is one of them, whatever the text calls them.
BEFALLING = frozenset(("killed", "injured", "missing", "captive", "arrested", "displaced", "rescued"))
_ANYONE = frozenset(("people", ""))
_KINDS_OF_PEOPLE = frozenset(("women", "children", "armed", "police", "workers", "observers", "animals"))
# Much of this may happen in a year: that two texts date some of it says little.
_BROAD = frozenset(("attack", "war", "injured", "destroyed", "fire", "vote"))

Room = tuple[str, ...]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """A figure's room, its keys with their weights, and the stems around it."""

    room: Room
    weighed: tuple[tuple[Key, int], ...]
    around: tuple[str, ...]
    year: str = ""  # of a date; where none is written, the year that most of the texts are about


@cache
def _vague_things() -> frozenset[str]:
    """Return the stems of words for anything at all: they say nothing about being the same."""
    return frozenset(map(stem_of, figure_lists().words["vague_things"]))


@lru_cache(maxsize=8192)
def thing_of(of_what: str) -> str:
    """Return the group of things that a noun phrase names, or the stem of its head; "" for no phrase."""
    things = figure_lists().things
    groups = []
    for phrase in of_what.lower().replace(".", "").split(" and "):
        stems = [stem_of(word) for word in phrase.split()]
        if stems:
            groups.append(things.get(" ".join(stems[-2:])) or things.get(stems[-1]) or stems[-1])
    return "+".join(sorted(set(groups)))


@lru_cache(maxsize=8192)
def _described_as(of_what: str) -> tuple[str, ...]:
    """Return the stems of the words before the head of a noun phrase."""
    return tuple(
        stem_of(word.lower().replace(".", "")) for word in of_what.split(" and ", maxsplit=1)[0].split()[:-1]
    )


def keys_of(figure: Figure, year: str) -> Keys | None:
    """Return by what a figure is put with others; None for one that never is.

    `year` is that of the happening which most of the texts are about. Which one in a row something is
    ("the 28th anniversary") says when a text was written, and is not compared.
    """
    if figure.kind == "ordinal":
        return None
    if figure.kind in DATED:
        return _of_date(figure, year)
    if figure.kind != "count":
        return _of_measured(figure, year)
    thing = thing_of(figure.of_what)
    if figure.event in BEFALLING and (own := _of_whom(figure, thing)):
        return _of_befalling(figure, own, year)
    if figure.event == "live" and thing in _ANYONE:
        return Keys(("count", "people", "live"), ((("live",), ENOUGH),), ())
    weighed: list[tuple[Key, int]] = [
        (("thing", thing), 0 if thing in _ANYONE or thing in _vague_things() else 2)
    ]
    if figure.event:
        weighed.append((("event", figure.event), 2))
    weighed += [(("described", stem), 1) for stem in _described_as(figure.of_what)]
    return Keys(("count", thing), tuple(weighed), _around(figure))


def _of_whom(figure: Figure, thing: str) -> str:
    """Return which people something befell: a kind of them, or people at large; "" for things."""
    if thing in _ANYONE or figure.of_what.rpartition(" ")[2][:1].isupper():
        return "people"
    return thing if thing in _KINDS_OF_PEOPLE else ""


def _of_befalling(figure: Figure, own: str, year: str) -> Keys:
    happened = year_in(figure.dated) or year
    return Keys(("count", own, figure.event, happened), ((("befell",), ENOUGH),), ())


def year_in(when: str) -> str:
    """Return the year with which a date in EDTF begins, "" where it has none."""
    return when[:4] if when[:4].isdecimal() else ""


def _of_measured(figure: Figure, year: str) -> Keys:
    """Weigh money, measures, shares and times: by what is measured, what happened, and the words around."""
    kind = "share" if figure.kind == "percent" else figure.kind
    thing = thing_of(figure.of_what)
    weighed: list[tuple[Key, int]] = []
    measured = figure.of_what.rpartition(" ")[2] in figure_lists().words["measured"]
    if thing:
        weighed.append((("thing", thing), ENOUGH if measured else 2))
    if figure.event:
        weighed.append((("event", figure.event), 2))
    # The turnout of this year is compared with others of this year alone.
    when = year_in(figure.dated) or year if measured else ""
    return Keys((kind, figure.unit, when), tuple(weighed), _around(figure))


def _of_date(figure: Figure, year: str) -> Keys:
    when = figure.when.replace("XXXX", year) if year else figure.when
    event = "attack" if figure.event == "killed" else figure.event  # who dates a killing dates the attack
    calendar = tuple(_calendar_keys(when))
    room = "days" if calendar else "years"
    weight = 1 if event in _BROAD and not calendar else 2
    weighed: list[tuple[Key, int]] = [(("event", event), weight)] if event else []
    if figure.kind == "span":
        weighed.append((("span", when), 2))
    return Keys(("date", room), (*weighed, *calendar), _around(figure), year_in(when))


def _calendar_keys(when: str) -> Iterator[tuple[Key, int]]:
    """Give the days and the month of a date, nothing for years: a day in two texts is most often one day."""
    parts = [part.split("-") for part in when.split("/")]
    first, last = parts[0], parts[-1]
    if len(first) == len(last) == 3:
        days = range(int(first[2]), int(last[2]) + 1)
        if first[:2] == last[:2] and len(days) <= _MOST_DAYS:
            for day in days:
                yield ("day", first[1], f"{day:02d}"), ENOUGH
    if len(first) > 1:
        yield ("month", *first[:2]), 2


def _around(figure: Figure) -> tuple[str, ...]:
    return figure.around[:_MANY_WORDS]


def weigh_around(shared: int, room: Room) -> int:
    """Return what shared words around two figures weigh: little for days, which other keys tell apart."""
    return min(shared, 1 if room == ("date", "days") else _MOST_AROUND)
