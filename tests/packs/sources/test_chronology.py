"""What happened and what was written, in one order of time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.pack import Pack, TimelineEntry
from crossread.packs.sources.chronology import chronology
from crossread.packs.sources.source import Card, Source, Version
from crossread.texts.text import Block, Text

TEXT = Text((Block("paragraph", "The bridge was shut."),))


def pack(*entries: TimelineEntry, sources: tuple[Source, ...] = ()) -> Pack:
    return Pack(
        id="p",
        version="1.0.0",
        title="",
        language="en",
        digest="",
        central_question="",
        stages=(),
        sources=sources,
        questions=(),
        timeline=entries,
    )


def entry(written: str, name: str = "e") -> TimelineEntry:
    return TimelineEntry(id=name, date=written, what="Something happened.")


def source(name: str, published: str, *versions: Version) -> Source:
    card = Card(title=name, short=name, published=published)
    return Source(id=name, letter="A", card=card, digest=TEXT, versions=versions)


def written(*rows: str) -> list[str]:
    return [row.written for row in chronology(pack(*(entry(one) for one in rows)))]


def test_what_is_dated_to_a_year_stands_before_what_is_dated_to_a_day_of_it() -> None:
    assert written("1992-01-01", "1993", "1992", "1992-01") == ["1992", "1992-01", "1992-01-01", "1993"]


def test_sources_and_their_versions_stand_where_they_were_written() -> None:
    first = Version(id="first", label="First edition", text=TEXT, published="1999")
    rows = chronology(pack(entry("1992-02-26"), sources=(source("late", "2024-02~", first),)))
    told = [(row.moment, row.written, bool(row.version)) for row in rows]
    assert told == [
        ("happened", "1992-02-26", False),
        ("written", "1999", True),
        ("written", "2024-02~", False),
    ]


def test_what_happened_stands_before_what_was_written_on_the_same_day() -> None:
    rows = chronology(pack(entry("1992-02-26"), sources=(source("quick", "1992-02-26"),)))
    assert [row.moment for row in rows] == ["happened", "written"]


def test_a_source_without_a_date_is_not_guessed_at() -> None:
    assert chronology(pack(sources=(source("undated", ""),))) == ()


def test_only_full_years_count_as_years_between() -> None:
    rows = chronology(pack(entry("1992-02-26", "a"), entry("1993-02-25", "b"), entry("1995-02-25", "c")))
    assert [row.years_since for row in rows] == [0, 0, 2]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("1988-02", "1991", "about 3"),
        ("1992", "1995", "about 3"),
        ("2006", "2011-10-18", "about 5"),
        ("1988", "1989-01-10", "nothing"),
        ("1988", "1988-02", "nothing"),
        ("1988-02", "1990-03", "2"),
        ("1992-02-26", "1995-02-26~", "about 3"),
        ("1992-02-26?", "1995-02-26", "about 3"),
        ("1992-02-26", "1995-02-26", "3"),
        ("1988/1991", "1992-07", "about 4"),
        ("1988-02", "1991/1994", "about 3"),
    ],
)
def test_years_between_dates_that_leave_them_open_are_told_roughly(
    before: str, after: str, said: str
) -> None:
    _first, row = chronology(pack(entry(before, "a"), entry(after, "b")))
    told = f"about {row.years_since}" if row.roughly else str(row.years_since)
    assert (told if row.years_since else "nothing") == said


@given(st.dates(date(1900, 1, 1), date(2000, 1, 1)), st.dates(date(1900, 1, 1), date(2000, 1, 1)))
def test_years_are_about_the_same_whether_a_day_or_only_its_month_is_known(one: date, other: date) -> None:
    days = chronology(pack(entry(one.isoformat(), "a"), entry(other.isoformat(), "b")))[1]
    months = chronology(pack(entry(f"{one:%Y-%m}", "a"), entry(f"{other:%Y-%m}", "b")))[1]
    assert abs(days.years_since - months.years_since) <= 1
    assert not days.roughly


def test_one_sort_of_moment_can_be_asked_for() -> None:
    both = pack(entry("1992"), sources=(source("s", "1993"),))
    assert [row.written for row in chronology(both, ["written"])] == ["1993"]
    assert [row.written for row in chronology(both, ["happened"])] == ["1992"]


@given(st.lists(st.dates(date(1900, 1, 1), date(2030, 1, 1)), max_size=20))
def test_days_come_in_order_and_none_is_lost(days: list[date]) -> None:
    rows = chronology(pack(*(entry(day.isoformat(), str(place)) for place, day in enumerate(days))))
    assert [row.first for row in rows] == sorted(days)
