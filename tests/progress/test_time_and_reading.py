"""Time by day, and the reading mirror: what was open before an answer, in one's own sittings alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from crossread.base.entries import Entry
from crossread.progress.progress_of import progress_of_entries
from crossread.progress.reading_mirror import SITTINGS, STEPS, StageReading
from tests.progress.making import entry


def spent(seq: int, seconds: object, at: datetime, pack: str = "alder-bay") -> Entry:
    return replace(entry(seq, "time-spent", "", 0, seconds=seconds, stage="read"), at=at, pack=pack)


def test_minutes_fall_on_the_day_that_one_has_where_one_is() -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    entries = [spent(1, 90, late), spent(2, 30, late, "corridor"), spent(3, 60, late + timedelta(days=2))]
    days = progress_of_entries(entries, UTC).days
    assert [(day.day, day.minutes) for day in days] == [(date(2026, 3, 1), 2.0), (date(2026, 3, 3), 1.0)]
    assert days[0].by_pack == {"alder-bay": 1.5, "corridor": 0.5}
    east = progress_of_entries(entries, timezone(timedelta(hours=4))).days
    assert [day.day for day in east] == [date(2026, 3, 2), date(2026, 3, 4)]


def test_what_is_no_time_counts_for_none() -> None:
    odd = [
        spent(seq, seconds, datetime(2026, 3, 1, tzinfo=UTC)) for seq, seconds in enumerate(["x", -3, True])
    ]
    assert progress_of_entries(odd, UTC).days == ()


def read(seq: int, source: str, which: str = "digest") -> Entry:
    return entry(seq, "source-read", "", 0, source=source, which=which, seconds=9, stage="read")


def answered(seq: int, question: str = "first") -> Entry:
    return entry(seq, "answered", question, stage="read")


def mirror(entries: list[Entry]) -> tuple[StageReading, ...]:
    return progress_of_entries(entries).readings


def test_what_was_open_before_the_first_answer_is_counted_by_source() -> None:
    entries = [
        entry(1, "stage-entered", "", stage="read"),
        entry(2, "card-opened", "", 0, source="gazette"),
        read(3, "gazette", "card"),
        read(4, "gazette"),
        read(5, "pilot"),
        answered(6),
        read(7, "third"),
    ]
    (one,) = mirror(entries)
    newest = one.newest
    assert (one.stage, newest.before_first("card"), newest.before_first("read"), newest.answers) == (
        "read", 1, 2, 1,
    )  # fmt: skip
    assert [step.what for step in newest.steps] == ["gazette", "gazette", "pilot", "first", "third"]


def test_each_session_is_a_sitting_of_its_own_and_only_those_with_answers_are_shown() -> None:
    entries = []
    for number in range(SITTINGS + 3):
        entries += [
            replace(one, session=f"s{number}")
            for one in (read(2 * number, "gazette"), answered(2 * number + 1))
        ]
    (one,) = mirror([*entries, replace(read(99, "pilot"), session="later")])
    assert len(one.sittings) == SITTINGS - 1
    assert one.newest.session == f"s{SITTINGS + 2}"


def test_a_long_sitting_keeps_its_beginning() -> None:
    (one,) = mirror([answered(seq, f"q{seq}") for seq in range(STEPS + 40)])
    assert len(one.newest.steps) == STEPS


def test_reading_without_an_answer_is_nobodys_business() -> None:
    assert mirror([read(1, "gazette")]) == ()
