"""The lists of words that texts are compared by; they are data, beside this module."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crossread.texts.wording.telling_word import WordKind


@dataclass(frozen=True, slots=True)
class TellingEntry:
    """A telling word or phrase of a list, its normal words ("*" ends a stem), its kind and its group."""

    words: tuple[str, ...]
    kind: WordKind
    group: str


@dataclass(frozen=True, slots=True)
class WordLists:
    """What the program knows of a language's words, all in small letters."""

    function_words: frozenset[str]
    calendar: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    place_prepositions: frozenset[str]
    inner: frozenset[str]
    particles: frozenset[str]
    people_endings: Sequence[str]
    sure_people_endings: Sequence[str]
    telling: Sequence[TellingEntry]
    by_first_word: Mapping[str, Sequence[TellingEntry]]
    by_first_stem: Mapping[str, Sequence[TellingEntry]]
    shortest_stem: int


@cache
def english() -> WordLists:
    """Read the lists for English; once."""
    told = tomllib.loads(Path(__file__).with_name("english.toml").read_text("utf-8"))
    names = told["names"]
    entries = [
        TellingEntry(tuple(entry.split()), group["kind"], group["group"])
        for group in told["telling"]
        for entry in group["entries"]
    ]
    whole: dict[str, list[TellingEntry]] = {}
    stems: dict[str, list[TellingEntry]] = {}
    for entry in entries:
        first = entry.words[0]
        (stems if first.endswith("*") else whole).setdefault(first.rstrip("*"), []).append(entry)
    return WordLists(
        function_words=frozenset(told["function_words"]),
        calendar=frozenset(told["calendar"]["words"]),
        titles=frozenset(names["titles"]),
        bodies=frozenset(names["bodies"]),
        places=frozenset(names["places"]),
        place_prepositions=frozenset(names["place_prepositions"]),
        inner=frozenset(names["inner"]),
        particles=frozenset(names["particles"]),
        people_endings=tuple(names["people_endings"]),
        sure_people_endings=tuple(names["sure_people_endings"]),
        telling=tuple(entries),
        by_first_word=whole,
        by_first_stem=stems,
        shortest_stem=min(map(len, stems)),
    )
