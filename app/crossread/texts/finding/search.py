"""Finding words in a text while they are typed, in any of the spellings that a name has."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, overload

from crossread.texts.finding.search_folding import Folded, fold_words, folded
from crossread.texts.text import Range, Text

MOST_SPELLINGS = 24  # of one query: names with many forms in one phrase would multiply without end


class _Group(NamedTuple):
    """The spellings of one thing, as they are written and folded."""

    forms: tuple[str, ...]
    folded: tuple[str, ...]


class Variants:
    """Groups of spellings: words that spell one of a group are found in the others as well.

    A pack has thousands; so they are folded once, and asked of each query as they are.
    """

    def __init__(self, groups: Iterable[Sequence[str]] = ()) -> None:
        self.groups = tuple(tuple(group) for group in groups)

    @cached_property
    def _folded(self) -> Sequence[_Group]:
        return [_Group(group, tuple(fold_words(form).strip() for form in group)) for group in self.groups]

    def prepare(self) -> None:
        """Make ready what asking needs, so that the first query is as quick as the others."""
        len(self._folded)

    def within(self, words: str) -> Sequence[_Group]:
        """Return the groups of which some form stands in folded words, perhaps only as part of a word."""
        return [group for group in self._folded if any(form and form in words for form in group.folded)]


NO_VARIANTS = Variants()


@dataclass(frozen=True, slots=True)
class Spelling:
    """Folded words to find; `form` is how its name is spelt, "" for what was typed itself."""

    words: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    `typed` is what was typed, trimmed. A query that is `whole` ends where a word ends, one that `begins`
    starts where a word starts; its other spellings always do both.
    """

    typed: str
    spellings: tuple[Spelling, ...]
    begins: bool = False
    whole: bool = False

    @property
    def words(self) -> str:
        """What was typed, folded."""
        return self.spellings[0].words


class Found(Sequence[Range]):
    """Every place where a text shows what is searched for, in order, none overlapping.

    A query of one letter is found tens of thousands of times; so places are worked out when asked for.
    """

    def __init__(self, within: Folded, places: Sequence[tuple[int, int, int]]) -> None:
        self._within, self._places = within, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, number: int) -> Range: ...

    @overload
    def __getitem__(self, number: slice) -> list[Range]: ...

    def __getitem__(self, number: int | slice) -> Range | list[Range]:
        if isinstance(number, slice):
            return [self._within.shown(start, end) for start, end, _spelling in self._places[number]]
        start, end, _spelling = self._places[number]
        return self._within.shown(start, end)

    def spelling(self, number: int) -> int:
        """Return in which of the query's spellings a place was found, by its number there."""
        return self._places[number][2]

    def spellings(self) -> frozenset[int]:
        """Return the numbers of all spellings found."""
        return frozenset(spelling for _start, _end, spelling in self._places)

    def after(self, position: int) -> int:
        """Return the number of the first place that starts at a code point or after it; 0 past the last."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self[middle].start < position:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) else 0


def read_query(typed: str, variants: Variants = NO_VARIANTS) -> Query | None:
    """Read what was typed; None where that is nothing to search for.

    Space around it counts for nothing, except that a space after it, like quotation marks around it, asks
    for whole words.
    """
    words = fold_words(typed)
    whole, begins = words.endswith(" "), False
    words = words.strip()
    if words.startswith('"') and words.strip('" '):
        begins, inside = True, words[1:]
        if inside.endswith('"'):
            whole, inside = True, inside[:-1]
        words = inside.strip()
    begins = begins or whole
    if not words or words.isspace():
        return None
    return Query(typed.strip(), (Spelling(words), *_others(words, variants)), begins, whole)


def find(text: Text, query: Query) -> Found:
    """Find a query wherever a text shows it within one block."""
    within = folded(text)
    first = _places(within.text, query.words, begins=query.begins, ends=query.whole)
    places = [(start, start + len(query.words), 0) for start in first]
    for number, spelling in enumerate(query.spellings[1:], 1):
        more = _places(within.text, spelling.words, begins=True, ends=True)
        places += [(start, start + len(spelling.words), number) for start in more]
    if len(query.spellings) > 1:
        places.sort(key=lambda place: (place[0], -place[1]))
        places = list(_apart(places))
    if not within.is_even:
        places = list(_shown_apart(within, places))
    return Found(within, places)


def find_all(text: Text, typed: str, variants: Variants = NO_VARIANTS) -> list[Range]:
    """Find what was typed wherever a text shows it; see `read_query`."""
    query = read_query(typed, variants)
    return find(text, query)[:] if query else []


def _others(words: str, variants: Variants) -> Iterator[Spelling]:
    """Spell the words in each other way, by one name at a time."""
    seen = {words}
    for forms, folded_forms in variants.within(words):
        for folded_form in sorted(set(folded_forms), key=len, reverse=True):
            for start in _places(words, folded_form, begins=True, ends=True):
                before, after = words[:start], words[start + len(folded_form) :]
                for other, folded_other in zip(forms, folded_forms, strict=True):
                    spelt = before + folded_other + after
                    if spelt.strip() and spelt not in seen and len(seen) < MOST_SPELLINGS:
                        seen.add(spelt)
                        yield Spelling(spelt, other)


def _places(within: str, words: str, *, begins: bool, ends: bool) -> Iterable[int]:
    if not words:
        return []
    found = [place.start() for place in re.finditer(re.escape(words), within)]
    if not begins and not ends:
        return found
    size = len(words)
    return [
        start
        for start in found
        if not (begins and _in_word(within, start - 1) and _in_word(within, start))
        and not (ends and _in_word(within, start + size) and _in_word(within, start + size - 1))
    ]


def _in_word(within: str, at: int) -> bool:
    if not 0 <= at < len(within):
        return False
    return within[at].isalnum() or unicodedata.category(within[at]).startswith("M")


def _apart(places: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    past = 0
    for place in places:
        if place[0] >= past:
            past = place[1]
            yield place


def _shown_apart(within: Folded, places: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Leave out what was found in a character that belongs to the place before already: the second s of ß."""
    past = 0
    for place in places:
        where = within.shown(place[0], place[1])
        if where.start >= past:
            past = where.end
            yield place
