"""Words of answers given: when, the beginning of a long one, and what is said where there are none."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QDateTime, Qt, QTimeZone

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.progress.outcome_filter import Wanted

LONGEST_RESPONSE = 240  # characters, about three lines of a row; what is longer is unfolded


def shortened(words: str) -> str:
    """Return the beginning of an answer, up to a whole word, with "…" for the rest; a short one as it is."""
    if len(words) <= LONGEST_RESPONSE:
        return words
    cut = words[:LONGEST_RESPONSE]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip()} …"


def none_words(wanted: Wanted) -> str:
    """Say that there is no answer such as is wanted."""
    if not wanted.is_all:
        alone = replace(wanted, where="").is_all and not wanted.pack
        if alone and wanted.where == "practice":
            return _("Nothing has been practised yet. Practice asks again what you have met of a skill.")
        if alone and wanted.where == "review":
            return _("Nothing has been reviewed yet. Review brings back what was wrong or guessed.")
        return _("No answer is like that. Ask for less, or clear the words.")
    if wanted.pack:
        return _("Nothing of this pack has been answered yet.")
    return _("Nothing has been answered yet. What you answer stands here from the first one on.")


def when_words(at: datetime) -> str:
    """Say when, in the learner's own time, with the month in words."""
    moment = _moment(at)
    return _("{day}, {time}").format(day=day_words(at), time=moment.time().toString("HH:mm"))


def day_words(at: datetime) -> str:
    """Say the day, in the learner's own time, with the month in words."""
    return date_in_words(_moment(at).date().toString(Qt.DateFormat.ISODate))


def _moment(at: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at.timestamp()), QTimeZone.systemTimeZone())
