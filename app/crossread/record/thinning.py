"""Which backups may go: thinned by age, by no clock that jumped, and never those that are leant on."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from crossread.record.backup_names import BROUGHT, Backup

TODAY = timedelta(days=1)  # all that are younger stay
DAILY = timedelta(days=8)  # then the last one of each day
WEEKLY = timedelta(days=36)  # then the last one of each quarter of a month; then the last one of each month

NEWEST = 5  # so many stay whatever their dates say
UNDATED = 20  # of those whose date cannot be true so many of the newest stay, and of those that were brought
AT_ONCE = 5  # at most so many go at a time: a wrong clock that nobody notices takes no more
LONGEST_BREAK = timedelta(days=45)  # after a longer one the clock may have jumped: nothing goes that time

# Of those that keep what was then given up, so many of the newest stay for ever.
KEPT_FOR_EVER = {"restore": 10, "deletion": 10, "upgrade": 3}


def outdated(backups: Iterable[Backup], now: datetime, leant_on: Collection[int] = ()) -> list[Backup]:
    """Return the backups that may go now, the oldest first.

    `leant_on` are the numbers of those that must stay: the last ones before damage. Order is by number.
    Of those from the last 24 hours all stay, then the last one a day, a quarter of a month, and a month. A
    backup whose date is in the future, or does not fit the others' order, is not thinned by its age; nor is
    one that was brought: it is from another time, whatever its number, and contradicts no other.
    """
    row = sorted(backups, key=lambda backup: backup.number)
    own = [backup for backup in row if backup.why != BROUGHT]
    dated = believed(own)
    if any(later.made - earlier.made > LONGEST_BREAK for earlier, later in pairwise(dated[-2:])):
        return []
    undated = [backup for backup in own if backup not in dated]
    brought = [backup for backup in row if backup.why == BROUGHT]
    going = {backup.number for backup in (*undated[:-UNDATED], *brought[:-UNDATED])}
    going |= {backup.number for backup in dated} - {backup.number for backup in _last_of_each(dated, now)}
    newest = {backup.number for backup in (*row[-NEWEST:], *own[-1:])}
    going -= set(leant_on) | newest | _given_up_in(row)
    return [backup for backup in row if backup.number in going][:AT_ONCE]


def believed(row: Sequence[Backup]) -> list[Backup]:
    """Return the backups whose dates can be true together: as many as there are whose order their dates have.

    `row` is in the order of the numbers. Where a clock jumped for a while, those from then are the fewer; of
    two that contradict each other and nothing else the later one is believed.
    """
    ends: list[datetime] = []  # the earliest date that so many believed ones can end with
    lasts: list[int] = []  # and which backup that is
    before: list[int] = []
    for place, backup in enumerate(row):
        length = bisect_right(ends, backup.made)
        before.append(lasts[length - 1] if length else -1)
        ends[length : length + 1] = [backup.made]
        lasts[length : length + 1] = [place]
    found: list[Backup] = []
    place = lasts[-1] if lasts else -1
    while place >= 0:
        found.append(row[place])
        place = before[place]
    return found[::-1]


def _last_of_each(dated: Sequence[Backup], now: datetime) -> list[Backup]:
    """Return those that stand for their day, their quarter of a month or their month."""
    return list({_span(backup, now): backup for backup in dated}.values())


def _span(backup: Backup, now: datetime) -> tuple[int, ...]:
    made, age = backup.made, now - backup.made
    if age < TODAY:
        return (backup.number,)
    month, quarter = (made.year, made.month), (made.day - 1) // 8
    if age < DAILY:
        return (*month, quarter, made.day)
    return (*month, quarter) if age < WEEKLY else month


def _given_up_in(row: Sequence[Backup]) -> set[int]:
    kept: set[int] = set()
    for why, count in KEPT_FOR_EVER.items():
        kept.update([backup.number for backup in row if backup.why == why][-count:])
    return kept
