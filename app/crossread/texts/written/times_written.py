"""Times of the day as texts write them: 8:30 pm, 11.25 p.m., half past six, eight o'clock."""

import re
from dataclasses import dataclass

from crossread.texts.figures.figure_lists import figure_lists
from crossread.texts.figures.tokens import Tokens
from crossread.texts.written.number_words import SMALL, TENS

_HALVES = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12}
_PARTS_OF_DAY = {"morning": 0, "afternoon": 12, "evening": 12}
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?::\d\d)?")
_LAST_DIGIT = 9
_BEFORE_HOURS = ("half", "quarter")


@dataclass(frozen=True, slots=True)
class Time:
    """A time in the tokens from `place` up to `past`, in minutes since midnight."""

    place: int
    past: int
    minutes: int


def time_at(tokens: Tokens, place: int) -> Time | None:
    """Read the time of the day that begins at a token; None where none does."""
    sort, word = tokens.sort[place], tokens.low[place]
    if sort == "clock":
        return _digits(tokens, place)
    if sort == "number":
        after = tokens.at(place + 1)
        if tokens.at(place - 1) == "at" and _CLOCK.fullmatch(word) and not _has_unit(tokens, place + 1):
            return _digits(tokens, place)  # at 5.21
        return (
            _digits(tokens, place)
            if after in _HALVES or after == "o'clock" or _part(tokens, place + 1)
            else None
        )
    if word in _BEFORE_HOURS:
        return _spoken(tokens, place, 30 if word == "half" else 15, place)
    said, past = _minutes(tokens, place)
    if said and tokens.at(past) in ("minutes", "minute"):
        return _spoken(tokens, past, said, place)
    if said and tokens.at(past) == "past":
        return _spoken(tokens, past - 1, said, place)  # twenty-five past five
    if word in SMALL and (
        tokens.at(place + 1) in ("o'clock", *_HALVES) or _part(tokens, place + 1) is not None
    ):
        return _with_half(tokens, place, place + 1, 60 * SMALL[word])
    return None


def _has_unit(tokens: Tokens, place: int) -> bool:
    return (tokens.at(place),) in figure_lists().units or tokens.at(place) in ("million", "billion", "per")


def _minutes(tokens: Tokens, place: int) -> tuple[int, int]:
    """Read a number of minutes in words, up to 59, and the token behind it; 0 for none."""
    word, after = tokens.low[place], tokens.at(place + 2)
    if word in TENS and tokens.at(place + 1) in ("-", "‑") and 1 <= SMALL.get(after, 0) <= _LAST_DIGIT:
        return TENS[word] + SMALL[after], place + 3
    return SMALL.get(word, TENS.get(word, 0)), place + 1


def _digits(tokens: Tokens, place: int) -> Time | None:
    word = tokens.low[place]
    parts = _CLOCK.fullmatch(word)
    if not parts and not (word.isdecimal() and len(word) <= 2):
        return None
    hours, minutes = (int(parts[1]), int(parts[2])) if parts else (int(word), 0)
    if hours > 24 or minutes > 59:
        return None
    return _with_half(tokens, place, place + 1, 60 * hours + minutes)


def _spoken(tokens: Tokens, at: int, part: int, place: int) -> Time | None:
    """Read "half past six", "ten minutes to twelve"; "past" or "to" stands behind the token `at`."""
    hour = SMALL.get(tokens.at(at + 2), 0)
    if tokens.at(at + 1) not in ("past", "to") or not 1 <= hour <= 12:
        return None
    minutes = 60 * hour + (part if tokens.at(at + 1) == "past" else -part)
    return _with_half(tokens, place, at + 3, minutes)


def _with_half(tokens: Tokens, place: int, past: int, minutes: int) -> Time | None:
    """Add the half of the day that stands behind a time, or what part of the day it is."""
    if tokens.at(past) == "o'clock":
        past += 1
    half = _HALVES.get(tokens.at(past))
    if half is not None:
        past += 1
    else:
        half = _part(tokens, past)
    hours = minutes // 60
    if half is not None and hours <= 12:
        minutes = minutes % 60 + 60 * (hours % 12 + half)
    return Time(place, past, minutes) if 0 <= minutes <= 24 * 60 else None


def _part(tokens: Tokens, place: int) -> int | None:
    """Return what "in the evening" adds to an hour of twelve; None where no such words stand."""
    if tokens.low[place : place + 2] != ["in", "the"]:
        return None
    return _PARTS_OF_DAY.get(tokens.at(place + 2))
