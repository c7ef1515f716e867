"""The lists of words by which figures are found and put together; they are data, beside this module."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from crossread.texts.words.stems import stem

# The language whose words the lists hold; of others digits and dates alone are found.
LANGUAGE = "en"
Phrase = tuple[str, ...]
# The kinds of figures that words of a unit make, as in `Figure`.
UnitKind = Literal["percent", "money", "measure", "duration"]
UNIT_KINDS: tuple[UnitKind, ...] = ("percent", "money", "measure", "duration")


@dataclass(frozen=True, slots=True)
class FigureLists:
    """The lists, ready to be asked.

    `hedges` give for phrases before a number what they do to its bounds ("least", "most" or "about"),
    `hedges_behind` for those after it. `units` give for the words of a unit its kind and name. `things` and
    `events` give for the stem of a word, or for a phrase of stems, the group that it belongs to.
    """

    hedges: Mapping[Phrase, str]
    hedges_behind: Mapping[Phrase, str]
    hedges_of_dates: frozenset[Phrase]
    words: Mapping[str, frozenset[str]]
    units: Mapping[Phrase, tuple[UnitKind, str]]
    signs: Mapping[str, str]
    things: Mapping[str, str]
    events: Mapping[str, str]
    exact_events: Mapping[str, str]
    weak_events: Mapping[str, str]
    event_phrases: Mapping[str, tuple[tuple[Phrase, str], ...]]
    saying: frozenset[str]
    said_by: frozenset[Phrase]
    said_by_begins: frozenset[str]
    papers: frozenset[str]
    speaking: Mapping[str, frozenset[str]]


def stem_of(word: str) -> str:
    """Return the stem of an English word in small letters, without a possessive ending."""
    return stem(word.removesuffix("'s").removesuffix("'"), "english")


@cache
def figure_lists() -> FigureLists:
    """Read the lists; once."""
    with Path(__file__).with_name("figures.toml").open("rb") as file:
        data = tomllib.load(file)
    hedges, units, events = data["hedges"], data["units"], data["events"]
    single = {
        stem_of(word): group for group, words in reversed(events.items()) for word in words if " " not in word
    }
    return FigureLists(
        hedges={phrase: does for does in ("least", "most", "about") for phrase in _phrases(hedges[does])},
        hedges_behind={
            phrase: does
            for does in ("least", "most", "about")
            for phrase in _phrases(hedges[f"behind_{does}"])
        },
        hedges_of_dates=frozenset(_phrases(hedges["of_dates"])),
        words={name: frozenset(words) for name, words in data["words"].items()},
        units={
            tuple(words.split()): (kind, unit)
            for kind in UNIT_KINDS
            for unit, spellings in units[kind].items()
            for words in spellings
        },
        signs={sign: unit for unit, signs in units["signs"].items() for sign in signs},
        things={
            " ".join(map(stem_of, word.split())): group
            for group, words in reversed(
                data["things"].items()
            )  # where stems are the same, the first group has them
            for word in words
        },
        events=single,
        exact_events=dict(data["exact_events"]),
        weak_events=dict(data["weak_events"]),
        event_phrases=_by_first(events),
        saying=frozenset(data["sayers"]["verbs"]),
        said_by=frozenset(_phrases(data["sayers"]["before"])),
        said_by_begins=frozenset(phrase[0] for phrase in _phrases(data["sayers"]["before"])),
        papers=frozenset(data["sayers"]["papers"]),
        speaking={name: frozenset(words) for name, words in data["sayers"].items()},
    )


def _phrases(words: Iterable[str]) -> list[Phrase]:
    return [tuple(phrase.split()) for phrase in words]


def _by_first(events: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[tuple[Phrase, str], ...]]:
    """Give the phrases of several words by their first word."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for group, words in events.items():
        for phrase in _phrases(words):
            if len(phrase) > 1:
                found.setdefault(phrase[0], []).append((phrase, group))
    return {first: tuple(phrases) for first, phrases in found.items()}
