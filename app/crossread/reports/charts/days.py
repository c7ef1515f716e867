"""Time as a picture: the minutes of the last weeks, day by day, small and quiet."""

from collections.abc import Sequence
from datetime import date, timedelta

from crossread.base.dates import date_in_words
from crossread.base.translation import _, ngettext
from crossread.progress.time_spent import DayMinutes
from crossread.reports.charts.drawing import Box, Drawing, Line, Point, Room, Words

DAYS = 28  # that are shown
HIGH = 56  # pixels at the default text size of the longest day
LEAST_SCALE = 15.0  # minutes: a short day never fills the picture


def minutes_words(minutes: float) -> str:
    """Say how many minutes."""
    whole = max(1, round(minutes)) if minutes > 0 else 0
    return ngettext("{minutes} minute", "{minutes} minutes", whole).format(minutes=whole)


def day_words(day: date) -> str:
    """Write a day."""
    return date_in_words(day.isoformat())


def shown(days: Sequence[DayMinutes], today: date) -> list[DayMinutes]:
    """Return the days of the last four weeks, those on which nothing was done too, oldest first."""
    known = {one.day: one for one in days}
    first = today - timedelta(days=DAYS - 1)
    span = [first + timedelta(days=number) for number in range(DAYS)]
    return [known.get(day, DayMinutes(day, 0.0, {})) for day in span]


def sentence(one: DayMinutes) -> str:
    """Say how long was worked on a day."""
    told = minutes_words(one.minutes) if one.minutes else _("nothing")
    return _("{day}: {minutes}.").format(day=day_words(one.day), minutes=told)


def draw(days: Sequence[DayMinutes], today: date, room: Room) -> Drawing:
    """Draw a bar for each of the last days."""
    drawing = Drawing(room.width)
    span = shown(days, today)
    most = max(LEAST_SCALE, *(one.minutes for one in span))
    head = room.line("small")
    foot = head + room.px(HIGH)
    drawing.add(Words(room.width, head / 2, minutes_words(most), "muted", "small", "end"))
    drawing.add(Line(0, head, room.width, head, "line", 1, (2, 4)))
    wide = room.width / DAYS
    for number, one in enumerate(span):
        high = room.px(HIGH) * one.minutes / most
        x = number * wide
        if high:
            high = max(2.0, high)
            drawing.add(Box(x + wide * 0.18, foot - high, wide * 0.64, high, fill="muted", radius=1.5))
        drawing.points.append(Point(x, head, wide, room.px(HIGH), sentence(one)))
    drawing.add(Line(0, foot, room.width, foot, "control-line", 1))
    below = foot + room.px(4) + room.line("small") / 2
    first, last = day_words(span[0].day), _("today")
    drawing.add(Words(0, below, first, "muted", "small"))
    drawing.add(Words(room.width, below, last, "muted", "small", "end"))
    drawing.height = below + room.line("small") / 2 + 2
    said = _("From {first} to {last}, at most {most} a day.").format(
        first=first, last=last, most=minutes_words(most)
    )
    drawing.points.append(Point(0, foot, room.width, drawing.height - foot, said))
    return drawing


def columns() -> tuple[str, ...]:
    """Return the heads of the table behind the picture."""
    return _("Day"), _("Active minutes")


def rows(days: Sequence[DayMinutes]) -> list[tuple[str, ...]]:
    """Return the table behind the picture: every day on which something was done, newest first."""
    return [(day_words(one.day), str(max(1, round(one.minutes)))) for one in reversed(days)]
