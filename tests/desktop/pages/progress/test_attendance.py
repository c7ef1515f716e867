"""The window tells what stands in view and whether somebody is there; switched off, it tells nothing."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crossread.base.clock import SystemClock
from crossread.base.declared import KEEP_READING
from crossread.desktop.attendance import Attendance
from crossread.operations.sessions.presence import Presence
from crossread.progress.projection import Projection
from crossread.progress.reading_mirror import READING
from crossread.progress.time_spent import TIME_SPENT, minutes_by_day
from tests.desktop.pages.conftest import Opened

T = TypeVar("T")


class Moved(SystemClock):
    """A clock whose seconds stand until they are moved."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> Moved:
    """Have time in view counted by a clock of its own."""
    clock = Moved()
    make = Presence.__init__

    def with_clock(presence: Presence, _clock: object, remember: Callable[..., None]) -> None:
        make(presence, clock, remember)

    monkeypatch.setattr(Presence, "__init__", with_clock)
    return clock


def counted(opened: Opened, what: Projection[T]) -> T:
    """Return what the record comes to once all of it is counted."""
    opened.session.projected(what)
    opened.wait(lambda: opened.session.counting is None)
    return opened.session.projected(what)


def seconds(opened: Opened) -> float:
    return sum(day.minutes for day in minutes_by_day(counted(opened, TIME_SPENT))) * 60


def test_what_stands_on_the_desk_counts_while_one_is_there(
    moved: Moved, open_window: Callable[[], Opened]
) -> None:
    opened = open_window()
    opened.go("read-night")
    (attendance,) = opened.window.findChildren(Attendance)
    handle = opened.window.windowHandle()
    assert handle is not None
    for _second in range(30):
        moved.seconds += 1
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    attendance.look()
    moved.seconds += 3600  # gone for an hour
    attendance.look()
    assert seconds(opened) == pytest.approx(30 + 60)
    opened.session.presence.settle()
    read = {step.what for one in counted(opened, READING).stages.values() for step in one[0].steps}
    assert read == {"warden", "miller"}


def test_before_an_answer_it_is_written_what_was_read_for_it(
    moved: Moved, open_window: Callable[[], Opened]
) -> None:
    opened = open_window()
    opened.go("read-night")
    moved.seconds += 20
    opened.desk.column.focus()
    opened.type("7")
    opened.desk.column.go_on()
    (sittings,) = counted(opened, READING).stages.values()
    assert [step.kind for step in sittings[0].steps] == ["read", "read", "answer"]


def test_in_meeting_the_sources_it_is_their_cards(moved: Moved, open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.go("meet")
    moved.seconds += 10
    opened.window.go_home()
    (sittings,) = counted(opened, READING).stages.values()
    assert {step.kind for step in sittings[0].steps} == {"card"}


def test_other_pages_count_for_nothing(moved: Moved, open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.window.go_progress()
    moved.seconds += 50
    opened.window.go_home()
    moved.seconds += 50
    opened.go("read-night")
    assert seconds(opened) == 0


def test_who_switched_it_off_leaves_nothing(moved: Moved, open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.settings.set(KEEP_READING, False)
    opened.go("read-night")
    moved.seconds += 50
    opened.window.go_home()
    assert seconds(opened) == 0
    assert counted(opened, READING).stages == {}
