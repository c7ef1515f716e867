"""Dates as packs write them: a part of EDTF, the Library of Congress's format for uncertain dates.

Levels 0 and 1 of ISO 8601-2:2019, as far as packs need: a year, month or day, each with ~ (about) or
? (uncertain) after it, and intervals of two of them with / between. There is no year 0.
"""

import calendar
import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?]?", re.ASCII)

Day = tuple[int, int, int]


def is_date(text: str) -> bool:
    """Tell whether a text is a date or an interval whose end is not before its start."""
    start, slash, end = text.partition("/")
    first = _earliest(start)
    if not slash:
        return first is not None
    last = _earliest(end)
    if first is None or last is None:
        return False
    # A coarser end, such as 1992 after 1992-03, holds the start within it.
    exact = min(start.count("-"), end.count("-")) + 1
    return first[:exact] <= last[:exact]


def span(text: str) -> tuple[date, date] | None:
    """Return the earliest and the latest day that a date may mean; None where it is no date (`is_date`).

    "1992-02" may mean each day of that month. That a date is about or uncertain makes its time no longer:
    nobody has said by how much.
    """
    if not is_date(text):
        return None
    start, _slash, end = text.partition("/")
    first, last = _earliest(start), _latest(end or start)
    return (date(*first), date(*last)) if first and last else None


def _latest(text: str) -> Day | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    return year, month, int(found[3] or calendar.monthrange(year, month)[1])


def _earliest(text: str) -> Day | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    if not year or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return year, month, day
