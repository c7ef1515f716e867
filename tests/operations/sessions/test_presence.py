"""What is in view while somebody is there: counted by a clock of its own, and written before an answer."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from crossread.base.clock import SystemClock
from crossread.base.entries import NewEntry
from crossread.operations.sessions.presence import EVERY, IDLE, InView, Presence

DESK = InView(
    page="desk", pack="alder-bay", pack_version="1.0.0", stage="read", sources=(("gazette", "digest"),)
)


class StillClock(SystemClock):
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def monotonic(self) -> float:
        return self.seconds


class Desk:
    """A presence under such a clock, and what it wrote."""

    def __init__(self) -> None:
        self.clock = StillClock()
        self.written: list[NewEntry] = []
        self.presence = Presence(self.clock, self._remember)

    def _remember(self, pack: str, new: Sequence[NewEntry]) -> None:
        assert all(one.pack == pack for one in new)
        self.written.extend(new)

    def work(self, seconds: int, *, alive: bool = True) -> None:
        """Let time pass, with a sign of life each second or none."""
        for _second in range(seconds):
            self.clock.seconds += 1
            if alive:
                self.presence.touch()
            self.presence.tick()

    def told(self, kind: str) -> list[tuple[object, object]]:
        """Return what was written of a kind: what it was about, and the seconds."""
        about = "source" if kind == "source-read" else "stage"
        return [(one.payload[about], one.payload["seconds"]) for one in self.written if one.kind == kind]


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.presence.stand(DESK)
    return made


def test_time_is_written_once_a_minute_and_at_leaving(desk: Desk) -> None:
    desk.work(150)
    assert [seconds for _stage, seconds in desk.told("time-spent")] == [EVERY, EVERY]
    desk.presence.leave()
    assert desk.told("time-spent")[-1] == ("read", 30)
    assert sum(float(str(seconds)) for _source, seconds in desk.told("source-read")) == 150


def test_who_is_away_counts_a_minute_more_and_no_longer(desk: Desk) -> None:
    desk.work(10)
    desk.work(600, alive=False)
    desk.presence.leave()
    assert sum(float(str(seconds)) for _stage, seconds in desk.told("time-spent")) == 10 + IDLE


def test_a_machine_that_slept_counts_no_more_than_a_minute(desk: Desk) -> None:
    desk.clock.seconds += 8 * 3600
    desk.presence.touch()
    desk.presence.leave()
    assert desk.told("time-spent") == [("read", IDLE)]


def test_nothing_counts_while_another_window_is_in_front(desk: Desk) -> None:
    desk.work(10)
    desk.presence.in_front(on=False)
    desk.work(30)
    desk.presence.in_front(on=True)
    desk.work(5)
    desk.presence.leave()
    assert desk.told("time-spent") == [("read", 15)]


def test_a_glance_is_not_worth_an_entry(desk: Desk) -> None:
    desk.work(4)
    desk.presence.leave()
    assert desk.written == []


def test_a_source_is_read_once_it_stood_for_five_seconds_in_all(desk: Desk) -> None:
    other = replace(DESK, sources=(("pilot", "card"),))
    desk.work(3)
    desk.presence.stand(other)
    desk.work(4)
    desk.presence.stand(DESK)
    desk.work(2)
    desk.presence.settle()
    assert desk.told("source-read") == [("gazette", 5)]
    assert desk.written[0].payload["which"] == "digest"
    desk.presence.stand(other)
    desk.work(2)
    desk.presence.settle()
    assert desk.told("source-read")[1:] == [("pilot", 6)]
    assert desk.written[-1].payload["which"] == "card"


def test_another_stage_is_written_apart(desk: Desk) -> None:
    desk.work(20)
    desk.presence.stand(replace(DESK, stage="checked"))
    desk.work(20)
    desk.presence.leave()
    assert desk.told("time-spent") == [("read", 20), ("checked", 20)]


def test_who_has_it_switched_off_leaves_nothing(desk: Desk) -> None:
    desk.work(20)
    desk.presence.switch(on=False)
    desk.work(200)
    desk.presence.leave()
    assert desk.written == []
    desk.presence.switch(on=True)
    desk.presence.stand(DESK)
    desk.work(10)
    desk.presence.leave()
    assert desk.told("time-spent") == [("read", 10)]
