"""Clocks that jump: by hours, by decades, and with summer time; order never comes from them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from shutil import rmtree

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from crossread.record.backups import list_backups
from crossread.record.record import DATABASE_FILE, Record
from tests.record.making import answer, of_any_kind
from tests.torture.figures import Figures
from tests.torture.oracle import Promise, judge

JUMPS = {
    "stands": timedelta(),
    "back an hour": timedelta(hours=-1),
    "back a day": timedelta(days=-1),
    "back ten years": timedelta(days=-3652),
    "forward fifty years": timedelta(days=18263),
    "forward a minute": timedelta(minutes=1),
}
DEEDS = ("append", "draft", "backup", "sit down again", "damage")
_ZONES = (UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=2)))  # winter and summer in between


@dataclass
class JumpingClock:
    """A clock that stands until it is made to jump, and tells the time of one zone or another."""

    at: datetime = datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC)  # one second before summer time
    zone: int = 0
    ticks: float = 50.0

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at.astimezone(_ZONES[self.zone])

    def monotonic(self) -> float:
        self.ticks += 1
        return self.ticks

    def jump(self, jump: str, zone: int) -> None:
        """Jump, but not out of what a calendar knows."""
        then = self.at + JUMPS[jump]
        if 1970 < then.year < 2200:
            self.at = then
        self.zone = zone


Step = tuple[str, str, int]  # a jump, a zone, and what is done then
_STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(JUMPS)), st.sampled_from(DEEDS), st.integers(0, len(_ZONES) - 1)),
    min_size=3,
    max_size=14,
)


def run(count: int, seed: int, place: Path) -> Figures:
    """Go through `count` schedules of jumps, as hypothesis makes them up."""
    figures = Figures(fault="clocks that jump", seed=seed)

    @seeded(seed)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(steps=_STEPS)
    def go(steps: list[Step]) -> None:
        folder = place / "learner"
        rmtree(folder, ignore_errors=True)
        _live(figures, folder, steps)

    go()
    return figures


def _live(figures: Figures, folder: Path, steps: list[Step]) -> None:
    clock, promise = JumpingClock(), Promise()
    record = Record.open(folder, clock)
    record.check()
    promise.keep(record.append([answer(0)]))
    record.backup()
    for number, (jump, deed, zone) in enumerate(steps, 1):
        clock.jump(jump, zone)
        if deed == "append":
            promise.keep(record.append([answer(number), of_any_kind(number)]))
        elif deed == "draft":
            record.set_draft("a", number)
        elif deed == "backup":
            record.backup()
        else:
            record.close()
            if deed == "damage":
                (folder / DATABASE_FILE).write_bytes((folder / DATABASE_FILE).read_bytes()[:5000])
            record = Record.open(folder, clock)
            record.check()
        if not list_backups(folder):
            figures.lost += 1
            figures.complain(f"{steps}: after step {number} no backup is left")
    whole = list(record.entries())
    record.close()
    if [entry.at.tzinfo for entry in whole if entry.at.utcoffset() != timedelta()]:
        figures.invented += 1
        figures.complain(f"{steps}: a time is not in UTC")
    judge(figures, folder, promise, f"{steps}")
