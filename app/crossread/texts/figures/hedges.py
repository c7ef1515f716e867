"""Hedges: the words around a figure that say how surely or how nearly it is meant."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from crossread.texts.figures.figure_lists import figure_lists
from crossread.texts.figures.tokens import Tokens

_LONGEST = 4  # words of a phrase that qualifies a number
_THIRDS = ("early", "mid", "late")  # of a month, or of what is longer
_SHORTEST_MONTH = 28  # days
# Between such a phrase and its number.
_BETWEEN = frozenset(
    (
        "the",
        "a",
        "an",
        "total",
        "of",
        "another",
        "as",
        "these",
        "$",
        "€",
        "£",
        "(",
        "further",
        "additional",
        "his",
        "their",
        "its",
        "other",
    )
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """What stands around a number, what it does to the bounds, and where it begins and is over."""

    words: str
    does: str
    place: int
    past: int


def hedge_around(tokens: Tokens, place: int, past: int) -> Hedge:
    """Find what qualifies the number from `place` up to `past`; no words where nothing does."""
    words, does, begins = _before(tokens, place)
    behind, does_behind, over = _behind(tokens, past)
    both = " ".join(part for part in (words, behind) if part)
    bounding = does_behind if does_behind in ("least", "most") else does or does_behind
    return Hedge(both, bounding, begins, over)


def bounded(low: Fraction, high: Fraction | None, does: str) -> tuple[Fraction | None, Fraction | None]:
    """Return the bounds of a number once its hedge is counted in; a range keeps both."""
    if low != high:
        return low, high
    if does == "least":
        return low, None
    return (None, high) if does == "most" else (low, high)


def hedge_of_date(tokens: Tokens, place: int) -> str:
    """Find what qualifies the date that begins at a token: "late", "by", "night"."""
    known = figure_lists().hedges_of_dates
    at = place - 1
    while at >= 0 and tokens.low[at] in ("of", "the", "-", "‑", "in", "on"):
        at -= 1
    if (tokens.at(at),) in known and tokens.first[min(at + 1, len(tokens) - 1)] <= at:
        return tokens.at(at)
    return ""


def bounds_of_date(
    low: Fraction | None, high: Fraction | None, hedge: str
) -> tuple[Fraction | None, Fraction | None]:
    """Return the first and last day of a date with its hedge: "late February" is the last third of it."""
    if hedge not in _THIRDS or low is None or high is None or high - low < _SHORTEST_MONTH - 1:
        return low, high
    days, third = high - low + 1, _THIRDS.index(hedge)
    return low + floor(days * third / 3), low + ceil(days * (third + 1) / 3) - 1


def _before(tokens: Tokens, place: int) -> tuple[str, str, int]:
    """Gather the phrases before a number, over the words that may stand between."""
    known = figure_lists().hedges
    first = tokens.first[place]
    found: list[str] = []
    does, at, begins = "", place, place
    while at > first:
        phrase = next(
            (
                size
                for size in range(min(_LONGEST, at - first), 0, -1)
                if tuple(tokens.low[at - size : at]) in known
            ),
            0,
        )
        if phrase:
            words = tuple(tokens.low[at - phrase : at])
            found.append(" ".join(words))
            does = known[words] if known[words] != "about" or not does else does
            at = begins = at - phrase
        elif tokens.low[at - 1] in _BETWEEN:
            at -= 1
        else:
            break
    if not found:
        return _of_noun(tokens, place)
    return " ".join(reversed(found)), does, begins


def _of_noun(tokens: Tokens, place: int) -> tuple[str, str, int]:
    """Find a hedge on the noun before "of": "the reported deaths of 600", "an estimated total of 40"."""
    known = figure_lists().hedges
    if tokens.at(place - 1) == "of" and tokens.is_word(place - 2) and (tokens.at(place - 3),) in known:
        word = tokens.at(place - 3)
        if known[(word,)] == "about":
            return word, "about", place - 3
    return "", "", place


def _behind(tokens: Tokens, past: int) -> tuple[str, str, int]:
    known = figure_lists().hedges_behind
    if tokens.at(past) == "+" and tokens.touches(past):
        return "+", "least", past + 1
    at = past + 1 if tokens.at(past) in ("-", "‑") else past
    for size in (3, 2, 1):
        words = tuple(tokens.low[at : at + size])
        if len(words) == size and words in known:
            return " ".join(words), known[words], at + size
    return "", "", past
