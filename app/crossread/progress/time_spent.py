"""How long was worked, by day: focused, active minutes, as context and never as a score."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from crossread.base.entries import Entry

_HOUR = "%Y-%m-%dT%H"


@dataclass(frozen=True, slots=True)
class DayMinutes:
    """The minutes of one day, in all and by pack ("" for what is of no pack)."""

    day: date
    minutes: float
    by_pack: dict[str, float]


@dataclass(slots=True)
class TimeState:
    """Seconds by pack, by the hour in UTC that they ended in; which day that is depends on where one is."""

    hours: dict[str, dict[str, float]] = field(default_factory=dict)


class TimeSpent:
    """The projection of time over all packs."""

    name = "time-spent"
    version = 1

    def empty(self) -> TimeState:
        """Return the state before any entry."""
        return TimeState()

    def add(self, state: TimeState, entry: Entry) -> None:
        """Let one more entry count."""
        if entry.kind != "time-spent":
            return
        seconds = entry.payload.get("seconds")
        if isinstance(seconds, int | float) and not isinstance(seconds, bool) and seconds > 0:
            hour = state.hours.setdefault(entry.at.astimezone(UTC).strftime(_HOUR), {})
            hour[entry.pack] = hour.get(entry.pack, 0.0) + float(seconds)

    def to_json(self, state: TimeState) -> Any:
        """Put a state down as JSON."""
        return {"hours": state.hours}

    def from_json(self, value: Any) -> TimeState:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        try:
            return TimeState(
                {
                    str(hour): {str(pack): float(seconds) for pack, seconds in packs.items()}
                    for hour, packs in value["hours"].items()
                }
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("this is no state of time") from error


TIME_SPENT = TimeSpent()


def minutes_by_day(state: TimeState, zone: tzinfo | None = None) -> list[DayMinutes]:
    """Return the days on which something was done, oldest first, as a clock in `zone` has them.

    Without a zone that of the machine is taken.
    """
    days: dict[date, dict[str, float]] = {}
    for hour, packs in state.hours.items():
        when = datetime.fromisoformat(f"{hour}:00+00:00").astimezone(zone).date()
        by_pack = days.setdefault(when, {})
        for pack, seconds in packs.items():
            by_pack[pack] = by_pack.get(pack, 0.0) + seconds / 60
    return [DayMinutes(day, sum(days[day].values()), days[day]) for day in sorted(days)]
