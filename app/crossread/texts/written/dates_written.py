"""Dates as texts write them: with the month's name or in digits, years and decades, and spans of them."""

from dataclasses import replace

from crossread.texts.figures.figure_lists import figure_lists
from crossread.texts.figures.tokens import Tokens
from crossread.texts.written.calendar_words import (
    EARLIEST_YEAR,
    ENGLISH_MONTHS,
    LATEST_YEAR,
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    PartDate,
    full_year,
)
from crossread.texts.written.dated import Dated
from crossread.texts.written.ordinals import ordinal_at
from crossread.texts.written.years import is_year, year_of

_DASHES = frozenset("-–—−‑")
_OF = frozenset(("of", "de", "del", "do", "the"))
_BEFORE_MONTH = frozenset(
    (
        "in",
        "since",
        "until",
        "till",
        "by",
        "during",
        "late",
        "early",
        "mid",
        "last",
        "next",
        "of",
        "from",
        "to",
        "after",
        "before",
        "this",
    )
)
_BEFORE_ODD_MONTH = frozenset(
    ("in", "since", "until", "late", "early", "mid", "by", "last", "next", "during")
)
_BEFORE_DAY = frozenset(
    ("on", "of", "until", "till", "since", "by", "from", "to", "night", "morning", "evening", "the")
)
_NAMES_OF_DECADES = {
    "twenties": "192X", "thirties": "193X", "forties": "194X", "fifties": "195X", "sixties": "196X",
    "seventies": "197X", "eighties": "198X", "nineties": "199X",
}  # fmt: skip


def date_at(tokens: Tokens, place: int) -> Dated | None:
    """Read the date that begins at a token; None where none does."""
    found = _single(tokens, place)
    return _spanning(tokens, found) if found else None


def day_alone_at(tokens: Tokens, place: int) -> Dated | None:
    """Read "the 26th", a day without its month; None where there is something else."""
    if (
        tokens.sort[place] != "ordinal"
        or tokens.at(place - 1) != "the"
        or tokens.at(place - 2) not in _BEFORE_DAY
    ):
        return None
    day = int(tokens.low[place][:-2])
    noun = tokens.is_word(place + 1) and tokens.at(place + 1) not in figure_lists().words["after_day"]
    if noun or not 1 <= day <= 31:
        return None
    return Dated(place, place + 1, PartDate(day=day), found_by="day-alone")


def _spanning(tokens: Tokens, first: Dated) -> Dated:
    """Join a date with one behind it: "25 February – 3 March 1992", "from May 1991 to June 1992"."""
    joins, before = tokens.at(first.past), tokens.at(first.place - 1)
    joined = (
        joins in _DASHES or (joins == "to" and not first.last) or (joins == "and" and before == "between")
    )
    if first.last or first.decade or not joined or first.found_by == "year-alone":
        return first
    second = _single(tokens, first.past + 1)
    if not second or second.last or second.decade or bool(second.first.day) != bool(first.first.day):
        return first
    begins, ends = first.first, second.first
    if not begins.year and ends.year:
        begins = replace(begins, year=ends.year)
    if (begins.year, begins.month, begins.day) >= (ends.year, ends.month, ends.day):
        return first
    return Dated(first.place, second.past, begins, ends)


def _single(tokens: Tokens, place: int) -> Dated | None:
    if place >= len(tokens):
        return None
    sort, word = tokens.sort[place], tokens.low[place]
    if sort in ("iso", "numeric"):
        return _in_digits(tokens, place)
    if sort == "decade":
        return _decade(tokens, place)
    if sort == "number":
        return _day_first(tokens, place, _as_day(word)) or _year(tokens, place)
    if sort == "ordinal" or word in ("first", "twenty", "thirty") or word.endswith("th"):
        ordinal = ordinal_at(tokens, place)
        return _day_first(tokens, ordinal[1] - 1, ordinal[0], begins=place) if ordinal else None
    if word in SEASONS:
        return _season(tokens, place)
    if word in MONTHS and tokens.is_capital(place):
        return _month_first(tokens, place)
    if word in _NAMES_OF_DECADES and tokens.at(place - 1) == "the":
        return Dated(place, place + 1, PartDate(), decade=_NAMES_OF_DECADES[word])
    return None


def _as_day(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31 else 0


def _in_digits(tokens: Tokens, place: int) -> Dated | None:
    word = tokens.low[place]
    mark = next(letter for letter in word if not letter.isdecimal())
    parts = [int(part) for part in word.split(mark)]
    if tokens.sort[place] == "iso":
        year, month, day = parts
    else:
        day, month, year = parts
        if month > 12 and mark == "/":
            day, month = month, day
        if len(word.rsplit(mark, 1)[1]) == 2:
            year = full_year(year)
    date = PartDate(year, month, day)
    good = 1 <= month <= 12 and day and date.is_real and EARLIEST_YEAR <= year <= LATEST_YEAR
    return Dated(place, place + 1, date) if good else None


def _decade(tokens: Tokens, place: int) -> Dated | None:
    if tokens.at(place + 1) == "of":
        return None  # the 20s of February
    digits = "".join(letter for letter in tokens.low[place] if letter.isdecimal())
    if len(digits) == 4:
        return Dated(place, place + 1, PartDate(), decade=f"{int(digits) // 10}X")
    if len(digits) == 2 and tokens.at(place - 1) in ("the", "early", "late", "mid", "-"):
        return Dated(place, place + 1, PartDate(), decade=f"{full_year(int(digits)) // 10}X")
    return None


def _day_first(tokens: Tokens, place: int, day: int, begins: int | None = None) -> Dated | None:
    """Read "25–26 February", "25th of February, 1992"; `place` is the last token of the first day."""
    if not 1 <= day <= 31:
        return None
    begins = place if begins is None else begins
    at, last_day = place + 1, 0
    if tokens.at(at) in (*_DASHES, "to", "and", "or", "/"):
        after = ordinal_at(tokens, at + 1)
        last_day, at = (after[0], after[1]) if after else (_as_day(tokens.at(at + 1)), at + 2)
        if not day < last_day <= 31:
            return None
    while tokens.at(at) in _OF or (tokens.at(at) == "." and tokens.touches(at)):
        at += 1
    month = _month_at(tokens, at)
    if not month:
        return None
    year, past = _year_behind(tokens, at + 1)
    return _days(begins, past, PartDate(year, month, day), last_day)


def _days(place: int, past: int, first: PartDate, last_day: int) -> Dated | None:
    last = replace(first, day=last_day) if last_day else None
    if not first.is_real or (last and not last.is_real):
        return None
    return Dated(place, past, first, last)


def _month_at(tokens: Tokens, place: int) -> int:
    word = tokens.at(place)
    if word in ENGLISH_MONTHS | SHORT_MONTHS and not tokens.is_capital(place):
        return 0
    return MONTHS.get(word, 0)


def _year_behind(tokens: Tokens, place: int) -> tuple[int, int]:
    """Read a year behind a month, past a comma, a full stop or "of"; (0, place) where there is none."""
    at = place
    if tokens.at(at) == "." and tokens.at(at - 1) in SHORT_MONTHS:
        at += 1
    while tokens.at(at) in (",", "of", "de", "del"):
        at += 1
    year = year_of(tokens, at)
    return (year, at + 1) if year and at - place <= 2 else (0, place)


def _month_first(tokens: Tokens, place: int) -> Dated | None:
    """Read "February 25–26, 1992", "February 1992", "in February"."""
    month, word = MONTHS[tokens.low[place]], tokens.low[place]
    at = place + 1
    if tokens.at(at) == "." and word in SHORT_MONTHS:
        at += 1
    if tokens.at(at) == "the":
        at += 1
    ordinal = ordinal_at(tokens, at) if tokens.sort[at : at + 1] == ["ordinal"] else None
    day = ordinal[0] if ordinal else _as_day(tokens.at(at))
    if day and 1 <= day <= 31:
        return _day_behind(tokens, place, at, month, day)
    year, past = _year_behind(tokens, place + 1)
    if year:
        return Dated(place, past, PartDate(year, month))
    before = tokens.at(place - 2) if tokens.at(place - 1) in _DASHES else tokens.at(place - 1)
    if tokens.sort[place - 2 : place - 1] == ["decade"]:
        return None  # the 20s of February
    odd = word in ("may", "march") or word not in ENGLISH_MONTHS
    clear = before in (_BEFORE_ODD_MONTH if odd else _BEFORE_MONTH)
    return Dated(place, place + 1, PartDate(month=month)) if clear else None


def _day_behind(tokens: Tokens, place: int, at: int, month: int, day: int) -> Dated | None:
    past, last_day = at + 1, 0
    if tokens.at(past) in (*_DASHES, "to", "and"):
        last = ordinal_at(tokens, past + 1) if tokens.sort[past + 1 : past + 2] == ["ordinal"] else None
        second = last[0] if last else _as_day(tokens.at(past + 1))
        if day < second <= 31 and not _month_at(tokens, past + 2):
            last_day, past = second, past + 2
    year, past = _year_behind(tokens, past)
    return _days(place, past, PartDate(year, month, day), last_day)


def _season(tokens: Tokens, place: int) -> Dated | None:
    """Read "winter of 1991–1992", "winter of 91-92", "autumn 1991"."""
    season = SEASONS[tokens.low[place]]
    at = place + 1
    while tokens.at(at) in ("of", "the", ","):
        at += 1
    two = tokens.at(at)
    if (
        len(two) == 2
        and two.isdecimal()
        and tokens.at(at + 1) in (*_DASHES, "/")
        and len(tokens.at(at + 2)) == 2
    ):
        second = tokens.at(at + 2)
        if second.isdecimal() and int(second) == int(two) + 1:
            return Dated(place, at + 3, PartDate(full_year(int(two))), PartDate(full_year(int(second))))
    year = year_of(tokens, at)
    if not year:
        return None
    last, past = _second_year(tokens, year, at + 1)
    if last:
        return Dated(place, past, PartDate(year), PartDate(last))
    return Dated(place, at + 1, PartDate(year, season))


def _year(tokens: Tokens, place: int) -> Dated | None:
    year = year_of(tokens, place)
    if not year:
        return None
    last, past = _second_year(tokens, year, place + 1)
    joins, before = tokens.at(place + 1), tokens.at(place - 1)
    if not last and (joins == "to" or (joins == "and" and before == "between")):
        last, past = year_of(tokens, place + 2), place + 3
    if last > year:
        return Dated(place, past, PartDate(year), PartDate(last), "year-alone")
    if not is_year(tokens, place):
        return None
    return Dated(place, place + 1, PartDate(year), found_by="year-alone")


def _second_year(tokens: Tokens, first: int, place: int) -> tuple[int, int]:
    """Read the second year of "1991–1992", "1991-92", "1998/1999"; 0 where there is none."""
    if tokens.at(place) not in (*_DASHES, "/"):
        return 0, place
    second = tokens.at(place + 1)
    if len(second) == 2 and second.isdecimal() and tokens.touches(place + 1):
        year = first // 100 * 100 + int(second)
    else:
        year = year_of(tokens, place + 1, behind_dash=True)
    return (year, place + 2) if first < year <= first + 200 else (0, place)
