"""The time, as an object, so that tests can have their own."""

import time
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the time of day, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow, from an unknown start."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the time of day, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds that only ever grow, from an unknown start."""
        return time.monotonic()


class LocalZone(tzinfo):
    """The zone of this machine, in summer and in winter: each moment has the hour that its own day had.

    What `datetime.astimezone()` gives is the offset of one moment alone.
    """

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        """Return how far local time is ahead of UTC then."""
        return at.replace(tzinfo=None).astimezone().utcoffset() if at is not None else None

    def dst(self, _at: datetime | None) -> timedelta | None:
        """Return None: how much of that is summer time is not known."""
        return None

    def tzname(self, at: datetime | None) -> str | None:
        """Return what the zone is called then."""
        return at.replace(tzinfo=None).astimezone().tzname() if at is not None else None

    def fromutc(self, at: datetime) -> datetime:
        """Return the local time of a moment that is given in UTC."""
        return at.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)


LOCAL = LocalZone()
