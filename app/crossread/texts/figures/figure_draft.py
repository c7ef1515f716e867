"""A figure in the making: what is read at one place of a block, before its surroundings are looked at."""

from dataclasses import dataclass
from fractions import Fraction

from crossread.texts.figures.counted import NOTHING, Counted
from crossread.texts.figures.figure import FigureKind, FoundBy
from crossread.texts.figures.figure_lists import UnitKind, figure_lists
from crossread.texts.figures.hedges import Hedge, bounded, hedge_around, hedge_of_date
from crossread.texts.figures.names_with_numbers import is_name, is_one_of_many
from crossread.texts.figures.nouns import is_countable
from crossread.texts.figures.tokens import Tokens
from crossread.texts.written.calendar_words import ENGLISH_MONTHS, MONTHS, SEASONS, SHORT_MONTHS
from crossread.texts.written.dated import Dated
from crossread.texts.written.dates_written import date_at, day_alone_at
from crossread.texts.written.numbers_written import SIZES, Number, number_at
from crossread.texts.written.numbers_written import STARTS as NUMBER_STARTS
from crossread.texts.written.ordinals import STARTS as ORDINAL_STARTS
from crossread.texts.written.ordinals import ordinal_at
from crossread.texts.written.times_written import time_at

_DECADES = frozenset(
    ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
)
STARTS = NUMBER_STARTS | ORDINAL_STARTS | _DECADES | frozenset(SEASONS) | frozenset(MONTHS) | ENGLISH_MONTHS
STARTS |= SHORT_MONTHS | frozenset(("half", "quarter"))
# "A" begins a figure before these alone: a dozen, a third of, more than a century.
BEHIND_ARTICLES = SIZES | frozenset(("minute", "hour", "day", "night", "week", "fortnight", "month", "year"))
BEHIND_ARTICLES |= frozenset(("decade", "century"))
_DASHES = frozenset("-‑–")


@dataclass(slots=True)
class Draft:
    """What is read in the tokens from `place` up to `past`; the rest is as in `Figure`."""

    place: int
    past: int
    kind: FigureKind
    low: Fraction | None
    high: Fraction | None
    found_by: FoundBy
    when: str = ""
    unit: str = ""
    hedge: str = ""
    begins: int = -1  # where its hedge begins
    behind: int = -1  # where what it counts may begin
    share_of: bool = False
    counted: Counted = NOTHING
    dated: Dated | None = None


def draft_at(tokens: Tokens, place: int) -> Draft | None:
    """Read the figure that begins at a token; None where none does."""
    time = time_at(tokens, place)
    if time:
        minutes = Fraction(time.minutes)
        hedge = hedge_around(tokens, place, time.past)
        return Draft(
            place,
            time.past,
            "time",
            minutes,
            minutes,
            "unit",
            hedge=hedge.words,
            begins=hedge.place,
            behind=time.past,
        )
    dated = date_at(tokens, place) or day_alone_at(tokens, place)
    if dated:
        return _date(tokens, dated)
    ordinal = ordinal_at(tokens, place)
    if ordinal:
        return _ordinal(tokens, place, *ordinal)
    return _number(tokens, place)


def _date(tokens: Tokens, dated: Dated) -> Draft:
    low, high = dated.bounds() or (None, None)
    hedge = hedge_of_date(tokens, dated.place)
    return Draft(
        dated.place, dated.past, dated.kind, low, high, dated.found_by, dated.when, hedge=hedge,
        begins=dated.place, behind=dated.past, dated=dated,
    )  # fmt: skip


def _ordinal(tokens: Tokens, place: int, value: int, past: int) -> Draft | None:
    if tokens.at(past) == "century" and 1 <= value <= 21:
        when = f"{value - 1:02d}XX"
        return Draft(place, past + 1, "span", None, None, "calendar", when, begins=place, behind=past + 1)
    if tokens.at(past) not in figure_lists().words["in_a_row"]:
        return None
    number = Fraction(value)
    counted = Counted(tokens.low[past], past, past, past + 1)
    by: FoundBy = "digits" if tokens.sort[place] == "ordinal" else "number-words"
    return Draft(place, past, "ordinal", number, number, by, begins=place, behind=past, counted=counted)


def _number(tokens: Tokens, place: int) -> Draft | None:
    number = number_at(tokens, place) or _one_unit(tokens, place)
    if not number or is_one_of_many(tokens, number) or (number.share and not _says_of(tokens, number.past)):
        return None
    hedge = hedge_around(tokens, number.place, number.past)
    draft = Draft(
        number.place, number.past, "share" if number.share else "count", number.low, number.high, number.how,
        hedge=hedge.words, begins=hedge.place, behind=hedge.past,
    )  # fmt: skip
    if number.how == "vague-words":
        vague = " ".join(tokens.low[number.place : number.past])
        draft.hedge = f"{hedge.words} {vague}".strip()
    _give_unit(tokens, number, hedge, draft)
    if draft.kind == "count" and is_name(tokens, number):
        return None
    if draft.kind == "count":
        _mend_thousands(tokens, draft)
    elif _is_below_zero(tokens, number):
        draft.low, draft.high, draft.place = -number.low, -number.low, number.place - 1
    draft.low, draft.high = bounded(draft.low or Fraction(0), draft.high, hedge.does)
    return draft


def _is_below_zero(tokens: Tokens, number: Number) -> bool:
    """Tell whether a minus stands right before a single number and a space before that: −12 °C."""
    at = number.place - 1
    minus = tokens.at(at) in ("−", "-") and tokens.touches(number.place) and not tokens.touches(at)
    return minus and number.low == number.high


def _says_of(tokens: Tokens, past: int) -> bool:
    """Tell whether something stands behind a share; "half" alone is mostly a manner of speaking."""
    return tokens.is_word(past)


def _one_unit(tokens: Tokens, place: int) -> Number | None:
    """Read "an hour", "a century" as one where words before make a figure of it: "more than a century"."""
    if tokens.low[place] not in ("a", "an"):
        return None
    unit = figure_lists().units.get((tokens.at(place + 1),))
    if not unit or unit[0] != "duration" or not hedge_around(tokens, place, place + 1).does:
        return None
    return Number(Fraction(1), Fraction(1), place, place + 1, "number-words")


def _give_unit(tokens: Tokens, number: Number, hedge: Hedge, draft: Draft) -> None:
    """Find the unit of a number, behind it or as a sign before it, and what kind of figure that makes it."""
    lists = figure_lists()
    sign = lists.signs.get(tokens.at(number.place - 1))
    if sign:
        draft.kind, draft.unit, draft.found_by, draft.place = "money", sign, "unit", number.place - 1
        return
    at = number.past
    dash = tokens.at(at) in _DASHES and tokens.touches(at) and tokens.touches(at + 1)
    if dash:
        at += 1
    if draft.kind == "share" and tokens.at(at) == "of" and tokens.at(at + 1) in ("an", "a"):
        at += 2  # a quarter of an hour
    elif draft.kind == "share" and tokens.at(at) in ("an", "a"):
        at += 1  # half an hour
    unit, past = _unit_at(tokens, at)
    if not unit and hedge.past > number.past:
        unit, past = _unit_at(tokens, hedge.past)
    if unit:
        kind, name = unit
        draft.past, draft.behind, draft.unit = past, past, name
        draft.kind = kind
        draft.found_by = "unit"
        if kind == "duration":
            _as_duration(tokens, number, draft, at)
    elif tokens.at(number.place - 1) == "aged" and number.how != "vague-words":
        draft.kind, draft.unit = "age", "year"


def _unit_at(tokens: Tokens, at: int) -> tuple[tuple[UnitKind, str] | None, int]:
    units = figure_lists().units
    for size in (2, 1):
        words = tuple(tokens.low[at : at + size])
        unit = units.get(words) if len(words) == size else None
        if unit and (unit[1] != "in" or tokens.low[at] != "in"):
            return unit, at + size
    return None, at


def _as_duration(tokens: Tokens, number: Number, draft: Draft, unit: int) -> None:
    size = {"decade": 10, "century": 100}.get(draft.unit)
    if size and draft.low is not None:
        draft.unit = "year"
        draft.low, draft.high = draft.low * size, draft.high * size if draft.high is not None else None
    behind = tokens.low[unit + 1 : unit + 4]
    old = behind[:1] == ["old"] or behind[:2] == ["of", "age"] or behind[:2] in (["-", "old"], ["‑", "old"])
    if old or tokens.at(number.place - 1) == "aged":
        draft.kind = "age"


def _mend_thousands(tokens: Tokens, draft: Draft) -> None:
    """Read "1.275 residents" as a count of thousands: nobody counts residents in thousandths."""
    written = tokens.raw[draft.place]
    thousands = written.removesuffix(".000")
    if thousands != written and thousands.isdecimal() and draft.low == draft.high == int(thousands):
        draft.low = draft.high = Fraction(1000 * int(thousands))
        return
    whole = draft.low is not None and draft.low.denominator != 1
    groups = written.split(".")
    if (
        whole
        and draft.low == draft.high
        and len(groups) == 2
        and len(groups[1]) == 3
        and is_countable(tokens, draft.past)
    ):
        draft.low = draft.high = Fraction(int("".join(groups)))
