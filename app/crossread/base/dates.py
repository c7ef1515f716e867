"""Dates as packs write them (EDTF, ISO 8601-2) in the words that people use."""

import re

from crossread.base.errors import N_
from crossread.base.translation import _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SEASONS = {21: N_("spring"), 22: N_("summer"), 23: N_("autumn"), 24: N_("winter")}
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<doubt>[~?%]?)", re.ASCII)
_DECADE = re.compile(r"(?P<decade>\d{3})X(?P<doubt>[~?%]?)", re.ASCII)
_CENTURY = re.compile(r"(?P<century>\d{2})XX(?P<doubt>[~?%]?)", re.ASCII)


def date_in_words(edtf: str) -> str:
    """Put an EDTF date in plain words: "2024-02~" becomes "about February 2024".

    Years, months, days, seasons, decades, centuries, doubt (``~ ? %``), intervals (open ones too) and
    sets are known; anything else comes back as it was written.
    """
    written = edtf.strip()
    if written.count("/") == 1:
        return _interval(*written.split("/")) or written
    if len(written) > 2 and written[0] + written[-1] in ("[]", "{}"):
        members = [_single(member.strip()) for member in written[1:-1].split(",")]
        if not all(members):
            return written
        joint = _("{earlier} or {last}") if written[0] == "[" else _("{earlier} and {last}")
        *earlier, last = members
        return joint.format(earlier=", ".join(earlier), last=last) if earlier else last
    return _single(written) or written


def _interval(first: str, last: str) -> str:
    open_first, open_last = first in ("", ".."), last in ("", "..")
    if open_first and open_last:
        return ""
    start, end = ("" if open_first else _single(first)), ("" if open_last else _single(last))
    if (not open_first and not start) or (not open_last and not end):
        return ""
    if open_first:
        return _("until {date}").format(date=end)
    if open_last:
        return _("from {date} on").format(date=start)
    same_month = len(first) == len(last) == 10 and first[:7] == last[:7]
    if same_month:
        return f"{int(first[8:])}–{end}"
    return _("{start} to {end}").format(start=start, end=end)


def _single(date: str) -> str:
    """Return one date in words, "" where it is none."""
    if found := _DATE.fullmatch(date):
        words = _calendar(int(found["year"]), int(found["month"] or 0), int(found["day"] or 0))
    elif found := _DECADE.fullmatch(date):
        words = _("the {decade}s").format(decade=int(found["decade"]) * 10)
    elif found := _CENTURY.fullmatch(date):
        start = int(found["century"]) * 100
        words = _("between {start} and {end}").format(start=start, end=start + 99)
    else:
        return ""
    if not words:
        return ""
    return _doubted(words, found["doubt"])


def _calendar(year: int, month: int, day: int) -> str:
    if not month:
        return str(year)
    if month in _SEASONS and not day:
        return _("{season} {year}").format(season=_(_SEASONS[month]), year=year)
    if not 1 <= month <= 12 or not 0 <= day <= 31:
        return ""
    name = _(_MONTHS[month - 1])
    if not day:
        return _("{month} {year}").format(month=name, year=year)
    return _("{day} {month} {year}").format(day=day, month=name, year=year)


def _doubted(words: str, doubt: str) -> str:
    if doubt == "~":
        return _("about {date}").format(date=words)
    if doubt == "?":
        return _("perhaps {date}").format(date=words)
    if doubt == "%":
        return _("perhaps about {date}").format(date=words)
    return words
