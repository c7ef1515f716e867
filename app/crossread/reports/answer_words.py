"""What files say of an answer in words: when, how sure, what became of it."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from crossread.base.dates import date_in_words
from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.progress.answer_outcome import Outcome, outcome
from crossread.progress.history import AnswerGiven

_OUTCOMES: Mapping[Outcome, str] = {
    "right": N_("✓ right"),
    "right-later": N_("✓ right at a later try"),
    "partly-right": N_("partly right, {percent} %"),
    "not-right": N_("✗ not right"),
    "not-known": N_("not known"),
    "held-back": N_("marked, not yet shown"),
    "changed-later": N_("changed later"),
    "taken-back": N_("taken back"),
    "not-marked-yet": N_("not marked yet"),
    "not-scored": N_("not scored"),
}
_CERTAINTY: Mapping[str, str] = {
    "guess": N_("You said: a guess."),
    "fairly sure": N_("You said: fairly sure."),
    "certain": N_("You said: certain."),
}


def outcome_words(answer: AnswerGiven) -> str:
    """Say what became of an answer, as the page of progress does."""
    return _(_OUTCOMES[outcome(answer)]).format(percent=round((answer.score or 0.0) * 100))


def certainty_words(answer: AnswerGiven) -> str:
    """Say how sure the learner was; "" where they did not say."""
    told = _CERTAINTY.get(answer.certainty)
    return _(told) if told else ""


def kind_words(kind: str) -> str:
    """Say how a kind of question is answered; a kind that is not known is called by its name."""
    from crossread.questions.registry import KINDS

    label: Any = KINDS[kind].label if kind in KINDS else kind
    return _(label) if kind in KINDS else kind


def day_words(at: datetime, zone: tzinfo | None) -> str:
    """Name a day, with the month in words, as a clock in `zone` has it, else in that of the machine."""
    return date_in_words(at.astimezone(zone).date().isoformat())


def time_words(at: datetime, zone: tzinfo | None) -> str:
    """Say a time of day."""
    return at.astimezone(zone).strftime("%H:%M")
