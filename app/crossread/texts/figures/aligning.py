"""Aligning: putting together the figures of several texts that speak of the same thing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crossread.texts.figures.aligning_keys import (
    ALONE,
    ALONE_COUNTS,
    BEFALLING,
    ENOUGH,
    Key,
    Keys,
    Room,
    keys_of,
    thing_of,
    weigh_around,
    weigh_words,
    year_in,
)
from crossread.texts.figures.figure import DATED, AlignedBy, Figure, Given, Quantity
from crossread.texts.figures.figure_lists import figure_lists
from crossread.texts.figures.happenings import LIVE, group_of
from crossread.texts.figures.nouns import is_plural

_WIDEST_GAP = 5  # of two neighbouring counts of one thing the larger is at most so many times the smaller
_NEAR = 1.5  # numbers of one thing are often no farther apart than this
_TELLING = 100  # the same number from here on is hardly by chance
_MOST_WEIGHED = 8  # figures of one thing in one source that are weighed against each other
_RARE = 2  # figures of one thing in one source
_MOST_CLUSTERS = 8  # that one word leads to: so the time grows with the texts and not faster
_WIDEST_YEARS = 30  # between two dates of one happening that texts disagree about
_YEAR = 4  # letters of a year in EDTF
# Words around more than so many figures tell what all the texts are about, and no figure from another.
_OFTEN, _AT_LEAST = 0.08, 4


def align(by_source: Mapping[str, Sequence[Figure]]) -> tuple[Quantity, ...]:
    """Put together the figures that speak of the same thing in two sources or more.

    The order of the sources makes no difference. Quantities stand in the order in which the first source
    (by its id) gives them; each figure is in one at most. What is counted, what befell it, in which year,
    and the words around decide; how large the figures are only parts those that lie far apart.
    """
    given = [Given(source, figure) for source in sorted(by_source) for figure in by_source[source]]
    year = _main_year(given)
    keyed = [(one, keys) for one in given if (keys := keys_of(one.figure, year))]
    clusters = _Clusters(_common_words(given), Counter((one.source, keys.room) for one, keys in keyed))
    # Spans of days go first: they hold together the days that others give. Months go to a day of theirs.
    dated = [pair for pair in keyed if pair[0].figure.kind in DATED]
    for one, keys in sorted(
        dated, key=lambda pair: (pair[0].figure.kind != "span", -len(pair[0].figure.when))
    ):
        clusters.add(one, keys)
    for pairs in _by_source_and_room([pair for pair in keyed if pair[0].figure.kind not in DATED]):
        clusters.add_all(pairs)
    quantities = [
        _quantity(part)
        for cluster in clusters.all
        for part in _parts(cluster)
        if len({one.source for one in part}) > 1 and _is_telling(part)
    ]
    quantities.sort(key=lambda quantity: (quantity.given[0].source, quantity.given[0].figure.where))
    return tuple(quantities)


def _main_year(given: Sequence[Given]) -> str:
    """Return the year that most sources date days or months in; "" where none does."""
    years: dict[str, set[str]] = defaultdict(set)
    often: Counter[str] = Counter()
    for one in given:
        year = year_in(one.figure.when)
        if year and len(one.figure.when) > _YEAR and one.figure.kind in DATED:
            years[year].add(one.source)
            often[year] += 1
    return max(sorted(years), key=lambda year: (len(years[year]), often[year]), default="")


def _by_source_and_room(keyed: Sequence[tuple[Given, Keys]]) -> Iterable[Sequence[tuple[Given, Keys]]]:
    """Put the figures together that one source gives in one room, in the order of the sources."""
    groups: dict[tuple[str, Room], list[tuple[Given, Keys]]] = defaultdict(list)
    for one, keys in keyed:
        groups[one.source, keys.room].append((one, keys))
    return groups.values()


def _common_words(given: Sequence[Given]) -> frozenset[str]:
    often = Counter(word for one in given for word in one.figure.around)
    most = max(_AT_LEAST, _OFTEN * len(given))
    return frozenset(word for word, count in often.items() if count > most)


@dataclass(slots=True)
class _Cluster:
    """Figures that are taken for figures of one thing, and the words around them."""

    room: Room
    given: list[Given] = field(default_factory=list)
    around: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    sizes: set[float] = field(default_factory=set)
    least: float = 0.0
    most: float = 0.0

    def take(self, one: Given, year: str) -> None:
        """Take in a figure, and for a date its year."""
        size = _size(one.figure)
        self.least = min(self.least, size) if self.given else size
        self.most = max(self.most, size)
        self.given.append(one)
        self.sources.add(one.source)
        self.sizes.add(size)
        self.years.update([year] if year else [])

    def nearness(self, size: float) -> float:
        """Tell how near a number is to those here, from 0 to 1, where it is within their bounds."""
        if self.least <= size <= self.most:
            return 1.0
        low, high = (size, self.least) if size < self.least else (self.most, size)
        return low / high


class _Clusters:
    """All clusters, and which of them a key or a word in a room leads to."""

    def __init__(self, common: frozenset[str], counts: Mapping[tuple[str, Room], int]) -> None:
        self._common, self._counts = common, counts
        self.all: list[_Cluster] = []
        self._by_key: dict[tuple[Room, Key], list[int]] = defaultdict(list)
        self._by_word: dict[tuple[Room, str], list[int]] = defaultdict(list)

    def add_all(self, pairs: Sequence[tuple[Given, Keys]]) -> None:
        """Put the figures that one source gives in a room into clusters, those that fit best first."""
        rest = list(pairs)
        while 1 < len(rest) <= _MOST_WEIGHED:
            best = max(range(len(rest)), key=lambda at: (self._best(*rest[at])[:2], -at))
            self.add(*rest.pop(best))
        for one, keys in rest:
            self.add(one, keys)

    def add(self, one: Given, keys: Keys) -> None:
        """Put a figure into the cluster that its keys weigh most for, or into one of its own."""
        number = self._best(one, keys)[2]
        if number < 0:
            number = len(self.all)
            self.all.append(_Cluster(keys.room))
        cluster = self.all[number]
        cluster.take(one, keys.year)
        for key in keys.led or [key for key, _weight in keys.weighed]:
            self._lead(self._by_key[keys.room, key], number)
        for word in keys.around:
            if word not in cluster.around and word not in self._common:
                cluster.around.add(word)
                self._lead(self._by_word[keys.room, word], number)

    def _is_rare(self, source: str, room: Room) -> bool:
        """Tell whether a source counts a thing, and not people, once or twice only."""
        return room[1] not in ("", "people") and self._counts[source, room] <= _RARE

    def _is_alone(self, source: str, number: int) -> bool:
        """Tell whether a source and each of a cluster give one figure alone in its room."""
        cluster = self.all[number]
        return cluster.room in ALONE_COUNTS and all(
            self._counts[one, cluster.room] == 1 for one in (source, *cluster.sources)
        )

    def _weigh_alone(self, weights: Counter[int], source: str, keys: Keys) -> None:
        """Weigh for a figure that stands alone all words around, common ones too.

        Where a text has no other figure of the kind, a word that all of it is about tells as much.
        """
        for number in weights:
            if self._is_alone(source, number):
                around = {word for one in self.all[number].given for word in one.figure.around}
                shared = len(around.intersection(keys.around))
                led = (one for key, one in keys.weighed if number in self._by_key.get((keys.room, key), ()))
                weights[number] = max(weights[number], sum(led) + weigh_words(shared) + ALONE * (shared > 0))

    def _lead(self, clusters: list[int], number: int) -> None:
        if number not in clusters:
            clusters.append(number)
            del clusters[:-_MOST_CLUSTERS]

    def _best(self, one: Given, keys: Keys) -> tuple[int, float, int]:
        """Return what the best cluster weighs, how near its numbers are, its own number; -1 for none."""
        weights: Counter[int] = Counter()
        for key, weight in keys.weighed:
            for number in self._by_key.get((keys.room, key), ()):
                weights[number] += weight
        shared: Counter[int] = Counter()
        for word in keys.around:
            for number in self._by_word.get((keys.room, word), ()):
                shared[number] += 1
        for number, count in shared.items():
            weights[number] += weigh_around(count, keys.room)
        self._weigh_alone(weights, one.source, keys)
        if one.figure.kind not in DATED and one.figure.event not in BEFALLING:
            size = _size(one.figure)
            for number in weights:
                weights[number] += _nearness(self.all[number], size)
        if keys.room[0] == "count" and weights and self._is_rare(one.source, keys.room):
            weights.update(dict.fromkeys(weights, 1))
        fitting = [
            (weight, self.all[number].nearness(_size(one.figure)), -number)
            for number, weight in weights.items()
            if weight >= ENOUGH and _fits(self.all[number], one, keys.year)
        ]
        weight, near, number = max(fitting, default=(0, 0.0, 1))
        return weight, near, -number


def _fits(cluster: _Cluster, one: Given, year: str) -> bool:
    """Tell whether nothing speaks against it: dates of other years, numbers far apart."""
    figure = one.figure
    if figure.kind in DATED:
        if cluster.room[-1] == "days":
            return not year or not cluster.years or year in cluster.years
        return not year or all(abs(int(year) - int(other)) <= _WIDEST_YEARS for other in cluster.years)
    if figure.event in BEFALLING or figure.event == "live":
        return True
    if one.source in cluster.sources and figure.kind == "count":
        return False
    return _WIDEST_GAP * cluster.nearness(_size(figure)) >= 1


def _nearness(cluster: _Cluster, size: float) -> int:
    """Weigh how near a number is to those of a cluster: little, for texts part on numbers."""
    if size in cluster.sizes:
        return 2 if size >= _TELLING or not size.is_integer() else 1
    return 1 if cluster.nearness(size) * _NEAR >= 1 else 0


def _size(figure: Figure) -> float:
    return float(figure.low or figure.high or 0)


def _parts(cluster: _Cluster) -> Iterator[list[Given]]:
    """Part a cluster of counts where two neighbours in size lie far apart; dates stay together."""
    if cluster.room[0] != "count":
        yield cluster.given
        return
    part: list[Given] = []
    for one in sorted(cluster.given, key=lambda one: (_size(one.figure), one.source, one.figure.where)):
        if part and _size(one.figure) > _WIDEST_GAP * _size(part[-1].figure):
            yield part
            part = []
        part.append(one)
    yield part


def _is_telling(given: Sequence[Given]) -> bool:
    """Tell whether it is worth showing: years alone that agree are everywhere."""
    figures = [one.figure for one in given]
    if figures[0].kind not in DATED:
        return True
    return any(len(figure.when) > _YEAR for figure in figures) or len({figure.when for figure in figures}) > 1


def _quantity(given: Sequence[Given]) -> Quantity:
    ordered = tuple(sorted(given, key=lambda one: (one.source, one.figure.where)))
    figures = [one.figure for one in ordered]
    thing = _named([figure.of_what for figure in figures if figure.of_what])
    event = _most([figure.event for figure in figures])
    event = event if 2 * sum(figure.event == event for figure in figures) > len(figures) else ""
    dated = figures[0].kind in DATED
    if dated:
        words: tuple[str, ...] = (event,) if event else ()
    else:
        # "Deaths" says by itself what befell them.
        named = any(group_of(word) == event for word in thing.split())
        words = tuple(word for word in (thing, "" if named else event) if word)
        words = ("inhabitants",) if event == LIVE else words
    return Quantity(
        name=" ".join(words) or figures[0].words,
        kind="span" if dated and all(figure.kind == "span" for figure in figures) else figures[0].kind,
        given=ordered,
        aligned_by=_by(figures),
        shared=words,
    )


def _named(things: Sequence[str]) -> str:
    """Return what most of the sources call what they count; where none do, the general word for all of it."""
    most = _most(things)
    groups = {thing_of(thing) for thing in things}
    if 2 * things.count(most) > len(things) or len(groups) != 1:
        return most
    (group,) = groups
    return group if group in figure_lists().things.values() and is_plural(group) else most


def _most(words: Sequence[str]) -> str:
    """Return the word given most often, the first in the alphabet of several; "" where none is given."""
    counted = Counter(word for word in words if word)
    return min(counted, key=lambda word: (-counted[word], word), default="")


def _by(figures: Sequence[Figure]) -> AlignedBy:
    if figures[0].kind in DATED:
        named = len({figure.event for figure in figures}) == 1 and figures[0].event
        alike = named or len({figure.when for figure in figures}) == 1
        return "same-date-event" if alike else "near-dates"
    if all(figure.found_by == "label" for figure in figures):
        return "same-label"
    if all(figure.part_of for figure in figures):
        return "same-whole"
    event = figures[0].event
    return "same-event" if event and all(figure.event == event for figure in figures) else "same-thing"
