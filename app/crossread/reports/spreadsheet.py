"""Rows as CSV that a spreadsheet opens: nothing in them is ever taken for a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

# A cell: words, a number, yes or no, or nothing.
Cell = str | int | float | bool | None

# The mark by which spreadsheets know UTF-8.
MARK = "\ufeff"

# What makes a spreadsheet read a cell as a formula, a command, or another cell.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# What it may pass over to get there: spaces of all widths, quotes, and signs that nobody sees.
_PASSED_OVER = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\"'"
_UNSEEN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_NUL = "\0"  # no reader of CSV is sure what to do with it


def guarded(cell: str) -> str:
    """Return a cell with an apostrophe before it where a spreadsheet would read more into it than words."""
    return f"'{cell}" if cell.lstrip(_PASSED_OVER + _UNSEEN).startswith(_FORMULA) else cell


def as_csv(rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8."""
    return "".join(csv_lines(rows))


def csv_lines(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Write rows one after another, so that there can be any number of them; the mark comes before the first.

    Words are guarded. Numbers of ours stay numbers, below nothing too, with a point and no more digits than
    are needed; yes and no are `yes` and `no`.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    out.write(MARK)
    for row in rows:
        writer.writerow([_written(cell) for cell in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    if out.tell():
        yield out.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return number(cell)
    return guarded(cell.replace("\r\n", "\n")).replace(_NUL, "\ufffd")


def number(value: float) -> str:
    """Write a number so that every program reads the same one: 0.8333, 12, -0.5; to four decimals."""
    rounded = round(value, 4)
    return str(int(rounded)) if rounded == int(rounded) else repr(rounded)
