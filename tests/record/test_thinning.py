"""Which backups go: by age where the clock can be believed, and never at the cost of one that is needed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.record.backup_names import BROUGHT, REASONS, Backup
from crossread.record.thinning import AT_ONCE, DAILY, NEWEST, UNDATED, believed, outdated

START = datetime(2026, 1, 5, 8, tzinfo=UTC)


def backup(number: int, made: datetime, why: str = "start") -> Backup:
    return Backup(Path(f"{number:06d}.sqlite"), number, made, why)


def thinned(row: Sequence[Backup], now: datetime) -> list[Backup]:
    going = outdated(row, now)
    return [one for one in row if one not in going]


def term(moments: Sequence[datetime]) -> list[Backup]:
    """Make a backup at each moment, thinning after each as the program does."""
    row: list[Backup] = []
    for number, now in enumerate(moments, 1):
        row = thinned([*row, backup(number, now)], now)
    return row


def a_year() -> list[Backup]:
    """Return what is kept after a year of school days with three starts each."""
    days = [START + timedelta(days=day) for day in range(365) if (START + timedelta(days=day)).weekday() < 5]
    return term([day + timedelta(hours=hour) for day in days for hour in (0, 2, 3)])


@st.composite
def rows_at_random(draw: st.DrawFn) -> list[Backup]:
    """Make backups some minutes or hours after one another, among them some by a clock that was wrong.

    Lists at random are short, and of few backups none goes; so many are asked for.
    """
    minutes = st.one_of(st.integers(1, 400), st.integers(1, 2000), st.integers(-600_000, 600_000))
    least = draw(st.sampled_from([1, 12, 40]))
    now, row = START, []
    steps = st.lists(st.tuples(minutes, st.sampled_from(REASONS)), min_size=least, max_size=60)
    for number, (step, why) in enumerate(draw(steps), 1):
        made = now + timedelta(minutes=step)
        if 0 < step <= 2000:
            now = made
        row.append(backup(number, made, why))
    return row


rows = rows_at_random()
days_later = st.one_of(st.integers(0, 60), st.integers(0, 500))
nows = st.builds(
    lambda days, minutes: START + timedelta(days=days, minutes=minutes), days_later, st.integers(0, 1439)
)


@given(rows, nows, st.sets(st.integers(1, 60)))
def test_nothing_that_is_needed_ever_goes(row: list[Backup], now: datetime, leant_on: set[int]) -> None:
    going = outdated(row, now, leant_on)
    assert len(going) <= AT_ONCE
    assert not {one.number for one in going} & leant_on
    assert not set(going) & set(row[-NEWEST:])  # the last verified one among them
    assert not set(going) & set([one for one in row if one.why in ("restore", "deletion")][-10:])


@given(rows, nows)
def test_a_date_that_cannot_be_true_is_never_a_reason_to_go(row: list[Backup], now: datetime) -> None:
    trusted = believed(own := [one for one in row if one.why != BROUGHT])
    assert all(earlier.made <= later.made for earlier, later in pairwise(trusted))
    wrong = [one for one in own if one not in trusted]
    for one in wrong:
        assert any((other.number < one.number) != (other.made <= one.made) for other in trusted)
    assert not set(outdated(row, now)) & set(wrong[-UNDATED:])
    assert not set(outdated(row, now)) & {one for one in trusted if one.made > now}


@given(rows, nows)
def test_what_goes_leaves_a_later_one_of_its_day_quarter_or_month(row: list[Backup], now: datetime) -> None:
    trusted = believed([one for one in row if one.why != BROUGHT])
    for one in outdated(row, now):
        if one in trusted:  # of the others those go that are too many
            assert now - one.made >= timedelta(days=1)
            same = [later for later in trusted if later.number > one.number]
            assert any(
                (later.made.year, later.made.month) == (one.made.year, one.made.month) for later in same
            )
            if now - one.made < DAILY:
                assert any(later.made.date() == one.made.date() for later in same)


@given(st.lists(st.integers(1, 40), min_size=30, max_size=150))
def test_a_term_of_use_keeps_every_recent_day_and_every_month(hours: list[int]) -> None:
    moments, now = [], START
    for step in hours:
        now += timedelta(hours=step)
        moments.append(now)
    kept = term(moments)
    days = {one.made.date() for one in kept}
    recent = {moment.date() for moment in moments if now - moment < DAILY - timedelta(days=1)}
    assert recent <= days
    assert {(d.year, d.month) for d in days} == {(m.year, m.month) for m in moments}
    assert all(
        backup(number, moment) in kept for number, moment in enumerate(moments, 1) if _today(moment, now)
    )


def _today(moment: datetime, now: datetime) -> bool:
    return now - moment < timedelta(days=1)


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=60),
    st.sampled_from([-9000, -400, -46, 46, 900, 20_000]),
)
def test_a_clock_that_jumps_for_one_start_takes_nothing_away(hours: list[int], jump: int) -> None:
    now, row = START, list[Backup]()
    for number, step in enumerate(hours, 1):
        now += timedelta(hours=step)
        row = thinned([*row, backup(number, now)], now)
    wrong = now + timedelta(days=jump)
    made = [*row, backup(len(hours) + 1, wrong)]
    assert thinned(made, wrong) == made


@pytest.mark.parametrize("wrong", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2090, 1, 1, tzinfo=UTC)])
def test_a_wrong_clock_for_some_starts_does_not_take_the_months_of_a_year(wrong: datetime) -> None:
    row, now = a_year(), START + timedelta(days=365)
    months = {(one.made.year, one.made.month) for one in row}
    made = row[-1].number
    for number in range(1, 4):
        row = thinned([*row, backup(made + number, wrong + timedelta(hours=number))], wrong)
    for number in range(4, 40):
        now += timedelta(hours=9)
        row = thinned([*row, backup(made + number, now)], now)
    assert months <= {(one.made.year, one.made.month) for one in row}


def test_one_that_was_brought_takes_no_other_with_it() -> None:
    row, now = a_year(), START + timedelta(days=365)
    brought = backup(row[-1].number + 1, START - timedelta(days=300), BROUGHT)
    again = thinned([*row, brought], now)
    assert {(one.made.year, one.made.month) for one in row} <= {
        (one.made.year, one.made.month) for one in again
    }
    assert brought in again


def test_a_machine_whose_clock_begins_anew_each_day_does_not_fill_its_disk() -> None:
    moments = [datetime(1970, 1, 1, 0, 5 + (number * 7) % 50, tzinfo=UTC) for number in range(300)]
    assert len(term(moments)) < 90


def test_a_year_of_school_days_comes_to_a_handful() -> None:
    kept = a_year()
    assert len(kept) <= 28
    assert kept[0].made.date() == date(2026, 1, 30)


def test_after_a_long_break_nothing_goes_at_first() -> None:
    row = [backup(number, START + timedelta(hours=number)) for number in range(1, 20)]
    back = backup(20, START + timedelta(days=70))
    assert outdated([*row, back], back.made) == []
    again = backup(21, START + timedelta(days=71))
    assert len(outdated([*row, back, again], again.made)) == AT_ONCE


def test_what_others_lean_on_and_what_was_given_up_stays_for_years() -> None:
    row = [backup(number, START + timedelta(hours=number), "restore") for number in (1, 2)]
    row += [backup(number, START + timedelta(hours=number)) for number in (3, 4)]
    row += [backup(number, START + timedelta(days=900 + number)) for number in range(5, 15)]
    assert [one.number for one in outdated(row, row[-1].made, [3])] == [5]
    assert [one.number for one in outdated(row, row[-1].made)] == [3, 5]
