"""The clock of the term, and which days are lessons."""

import time
from datetime import UTC, datetime, timedelta

# A Monday, before the hour of the first lesson.
BEGIN = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
LESSONS = frozenset({0, 2, 4})  # Monday, Wednesday, Friday
LOOKED_AT = (1, 7, 60)  # the days on which all is held against each other, and drawn
RELEASE = 20  # the day on which the teacher shows the results of tests


class TermClock:
    """Tells the time of the term: it stands still but for the steps that it is told to take."""

    def __init__(self, now: datetime = BEGIN) -> None:
        self._now = now
        self._passed = 0.0

    def now(self) -> datetime:
        """Return the time of the term, in UTC."""
        return self._now

    def monotonic(self) -> float:
        """Return seconds that only ever grow: those of the machine, and those that were stepped over."""
        return time.monotonic() + self._passed

    def step(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self._now += timedelta(seconds=seconds)
        self._passed += seconds

    def set(self, moment: datetime) -> None:
        """Go to a moment of the term; back where another learner sits down on the same day."""
        self._passed += max(0.0, (moment - self._now).total_seconds())
        self._now = moment


def morning(day: int) -> datetime:
    """Return when a day of the term begins, from day 1."""
    return BEGIN + timedelta(days=day - 1)


def is_lesson(day: int) -> bool:
    """Tell whether there is a lesson on a day."""
    return morning(day).weekday() in LESSONS
