"""By what a figure is put with others: keys with weights, and the room in which alone they count."""

from dataclasses import dataclass
from functools import cache, lru_cache

from crossread.texts.figures.figure import DATED, Figure
from crossread.texts.figures.figure_lists import figure_lists, stem_of

# A figure joins those with which its keys weigh this much together.
ENOUGH = 4
_MOST_AROUND = 3  # what the words around may weigh at most
_MOST_DAYS = 8  # days of a span that are keys of their own
_MONTHS = 12
_WITH_MONTH, _WITH_DAY = 2, 3  # parts of a date in EDTF
_MANY_WORDS = 24  # words around that are looked at

# What befalls people: who is counted as "killed" is one of them, whatever the text calls them.
BEFALLING = frozenset(("killed", "injured", "missing", "captive", "arrested", "displaced", "rescued"))
_GATHERING = frozenset(("attended", "aboard"))  # said of people in the same way
_ANYONE = frozenset(("people", ""))
_KINDS_OF_PEOPLE = frozenset(("women", "children", "armed", "police", "workers", "observers", "animals"))
_ENDINGS_OF_PEOPLE = ("ers", "ors", "ists", "ians", "ees", "ants")
# Much of this may happen in a year: that two texts date some of it says little.
_BROAD = frozenset(("attack", "war", "injured", "destroyed", "fire", "vote"))

Room = tuple[str, ...]
Key = tuple[str, ...]

_DAYS: Room = ("date", "days")
# Where two texts each give one day, or count people once, these are likely one, if the words around are.
ALONE_COUNTS: frozenset[Room] = frozenset((_DAYS, ("count", "people")))
ALONE = 2  # what that weighs


@dataclass(frozen=True, slots=True)
class Keys:
    """A figure's room, its keys with their weights, and the stems around it."""

    room: Room
    weighed: tuple[tuple[Key, int], ...]
    around: tuple[str, ...]
    year: str = ""  # of a date; where none is written, the year that most of the texts are about
    led: tuple[Key, ...] = ()  # by which others are led to it, where these are not those that are weighed


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
    if "-XX-" in figure.when:
        return None  # the 14th, of no month
    if figure.kind == "ordinal" or figure.of_what in figure_lists().words["numbers"]:
        return None
    if figure.kind in DATED:
        return _of_date(figure, year)
    if figure.kind != "count":
        return _of_measured(figure, year)
    if _is_measured(figure):
        return _of_measured(figure, year)
    thing = thing_of(figure.of_what)
    if figure.part_of and thing in _ANYONE:
        return None  # 64 of the dead: not to be put beside all of them, nor beside other parts
    if figure.event in BEFALLING | _GATHERING and (own := _of_whom(figure, thing)):
        return _of_befalling(figure, own, year)
    if figure.event == "live" and thing in _ANYONE:
        return Keys(("count", "people", "live"), ((("live",), ENOUGH),), ())
    weighed: list[tuple[Key, int]] = [
        (("thing", thing), 0 if thing in _ANYONE or thing in _vague_things() else 2)
    ]
    if figure.event:
        weighed.append((("event", "destroyed" if figure.event == "collapsed" else figure.event), 2))
    weighed += [(("described", stem), 1) for stem in _described_as(figure.of_what)]
    return Keys(("count", thing), tuple(weighed), _around(figure))


def _of_whom(figure: Figure, thing: str) -> str:
    """Return which people something befell: a kind of them, or people at large; "" for things."""
    head = figure.of_what.rpartition(" ")[2]
    if thing in _ANYONE or head[:1].isupper():
        return "people"
    if thing in _KINDS_OF_PEOPLE:
        return thing
    return (
        "people" if head.endswith(_ENDINGS_OF_PEOPLE) and thing not in figure_lists().things.values() else ""
    )


def _of_befalling(figure: Figure, own: str, year: str) -> Keys:
    happened = year_in(figure.dated) or year
    return Keys(("count", own, figure.event, happened), ((("befell",), ENOUGH),), ())


def year_in(when: str) -> str:
    """Return the year with which a date in EDTF begins, "" where it has none."""
    return when[:4] if when[:4].isdecimal() else ""


def _is_measured(figure: Figure) -> bool:
    """Tell whether a figure says how much of something there is: a turnout, a magnitude."""
    head = figure.of_what.rpartition(" ")[2]
    return head in figure_lists().words["measured"] and thing_of(figure.of_what) not in _ANYONE


def _of_measured(figure: Figure, year: str) -> Keys:
    """Weigh money, measures, shares and times: by what is measured, what happened, and the words around."""
    kind = "share" if figure.kind == "percent" else figure.kind
    thing = thing_of(figure.of_what)
    weighed: list[tuple[Key, int]] = []
    measured = _is_measured(figure)
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
    weighed, led = _calendar_keys(when)
    room = ("date", "days" if led else "years")
    if event:
        weighed.append((("event", event), 3 if led else 0 if event in _BROAD else 2))
        led.append(("event", event))
    if figure.kind == "span":
        weighed.append((("span", when), 2))
        led.append(("span", when))
    return Keys(room, tuple(weighed), _around(figure), year_in(when), tuple(led))


def _calendar_keys(when: str) -> tuple[list[tuple[Key, int]], list[Key]]:
    """Give what the days and the month of a date weigh and what they lead by; nothing for years.

    A day in two texts is most often one day; days close to each other may be, where they date the same
    happening, and so may a month and a day of it.
    """
    first, last = when.split("/", maxsplit=1)[0].split("-"), when.rsplit("/", maxsplit=1)[-1].split("-")
    if len(first) < _WITH_MONTH or int(first[1]) > _MONTHS:
        return ([(("season", when), 1)], [("season", when)]) if len(first) == _WITH_MONTH else ([], [])
    month = (first[0], first[1])
    if not len(first) == len(last) == _WITH_DAY or first[:2] != last[:2]:
        return [(("month", *month), 1)], [("month", *month)]
    begins, ends = int(first[2]), min(int(last[2]), int(first[2]) + _MOST_DAYS)
    days = [("day", first[1], str(day)) for day in range(begins, ends + 1)]
    near = [day for day in (begins - 2, begins - 1, ends + 1, ends + 2) if day > 0]
    weighed: list[tuple[Key, int]] = [(day, ENOUGH) for day in days]
    weighed += [(("day", first[1], str(day)), 1) for day in near]
    return weighed, [*days, ("month", *month)]


def _around(figure: Figure) -> tuple[str, ...]:
    return figure.around[:_MANY_WORDS]


def weigh_words(shared: int) -> int:
    """Return what shared words around two figures weigh."""
    return min(shared, _MOST_AROUND)


def weigh_around(shared: int, room: Room) -> int:
    """Return what they weigh in a room: nothing for days, which other keys tell apart."""
    return 0 if room == _DAYS else weigh_words(shared)
