"""Dates as packs write them: a part of EDTF, the Library of Congress's format for uncertain dates.

Levels 0 and 1 of ISO 8601-2:2019, as far as packs need: a year, month or day, each with ~ (about) or
? (uncertain) after it, and intervals of two of them with / between.
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
    nobody has said by how much. The year 0 is in no calendar of Python's: None.
    """
    if not is_date(text):
        return None
    start, _slash, end = text.partition("/")
    first, last = _earliest(start), _latest(end or start)
    if not first or not last or not first[0] or not last[0]:
        return None
    return date(*first), date(*last)


def _latest(text: str) -> Day | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    return year, month, int(found[3] or calendar.monthrange(year or 400, month)[1])


def _earliest(text: str) -> Day | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    # Python's calendar has no year 0; the leap years repeat every 400 years.
    return (year, month, day) if day <= calendar.monthrange(year or 400, month)[1] else None
