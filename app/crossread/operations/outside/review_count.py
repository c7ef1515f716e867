"""How many questions wait in review, by what was kept of it: asked before anything is worked out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from crossread.base.declared import REVIEW_MOST

if TYPE_CHECKING:
    from datetime import datetime

    from crossread.base.settings import Settings
    from crossread.operations.sessions.session import Session
    from crossread.progress.review_plan import Plan

ENOUGH: Final = 5  # questions whose mark was seen: before, review has nothing to offer
_KEPT: Final = "review"


def keep_waiting(session: Session, now: datetime, planned: Plan, seen: int) -> None:
    """Keep how many questions come on which day, and how many there are at all."""
    session.keep(
        _KEPT,
        {
            "day": now.date().isoformat(),
            "sets": [len(planned.today), *planned.ahead],
            "later": planned.later,
            "seen": seen,
        },
    )


def waiting(session: Session, settings: Settings, now: datetime) -> int:
    """Return how many questions wait today, by what was kept; 0 as long as there is little to review.

    `now` is in the learner's zone, whose days count.
    """
    kept = session.kept(_KEPT)
    try:
        sets, since = [int(one) for one in kept["sets"]], date.fromisoformat(kept["day"])
        later, seen = int(kept["later"]), int(kept["seen"])
    except (KeyError, TypeError, ValueError):
        return 0
    days = (now.date() - since).days
    if days < 0 or seen < ENOUGH:
        return 0
    due = sum(sets[: days + 1]) + (later if days >= len(sets) else 0)
    return min(due, settings[REVIEW_MOST])
