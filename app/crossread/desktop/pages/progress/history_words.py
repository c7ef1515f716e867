"""Words of answers given: when, and the beginning of a long one."""

from datetime import datetime

from PySide6.QtCore import QDateTime, Qt, QTimeZone

from crossread.base.dates import date_in_words
from crossread.base.translation import _

LONGEST_RESPONSE = 240  # characters, about three lines of a row; what is longer is unfolded


def shortened(words: str) -> str:
    """Return the beginning of an answer, up to a whole word, with "…" for the rest; a short one as it is."""
    if len(words) <= LONGEST_RESPONSE:
        return words
    cut = words[:LONGEST_RESPONSE]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip()} …"


def when_words(at: datetime) -> str:
    """Say when, in the learner's own time, with the month in words."""
    moment = _moment(at)
    return _("{day}, {time}").format(day=day_words(at), time=moment.time().toString("HH:mm"))


def day_words(at: datetime) -> str:
    """Say the day, in the learner's own time, with the month in words."""
    return date_in_words(_moment(at).date().toString(Qt.DateFormat.ISODate))


def _moment(at: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at.timestamp()), QTimeZone.systemTimeZone())
