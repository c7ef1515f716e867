"""Work beside a record: it waits while answers are saved, stops when it is to, and spreads what it writes."""

import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest

from crossread.base.entries import NewEntry
from crossread.record.aside import DONE, Beside, Here, Stopped
from crossread.record.backup_names import list_backups
from crossread.record.record import Record
from tests.patience import LONGEST_S, wait_until
from tests.record.making import SetClock

SOON = LONGEST_S


class Steps:
    """A thread that owns a record, as far as it takes the steps of one piece of work."""

    def __init__(self, saving: Callable[[], bool]) -> None:
        self._came = threading.Event()
        self.beside = Beside(self._came.set, saving)

    def take(self, job: Callable[[Stopped], Any]) -> Any:
        steps = self.beside.run(job)
        next(steps)
        assert self._came.wait(SOON)
        with pytest.raises(StopIteration) as end:
            next(steps)
        return end.value.value


def test_the_work_goes_on_once_nothing_is_saved_any_more() -> None:
    saved = iter([True, True, True, False, False])
    asked = []

    def saving() -> bool:
        asked.append(next(saved))
        return asked[-1]

    assert Steps(saving).take(lambda stopped: stopped()) is False
    assert asked == [True, True, True, False]


def test_it_is_stopped_though_answers_are_saved_without_end() -> None:
    asked = threading.Event()

    def saving() -> bool:
        asked.set()
        return True

    steps = Steps(saving)

    def stop() -> None:
        asked.wait(SOON)
        wait_until(lambda: steps.beside.busy)  # it asks before who began it knows of it
        steps.beside.end(SOON)

    stopping = threading.Thread(target=stop, daemon=True)
    stopping.start()
    assert steps.take(lambda stopped: stopped()) is True
    stopping.join()


def test_what_the_work_raises_is_raised_where_its_steps_are_taken() -> None:
    came = threading.Event()
    beside = Beside(came.set, bool)
    steps = beside.run(_refused, 0.5)
    assert next(steps) == 0.5
    assert came.wait(SOON)
    with pytest.raises(OSError, match="refused"):
        next(steps)


def _refused(_stopped: Stopped) -> None:
    raise OSError("refused")


def test_work_that_was_given_up_is_not_taken_for_what_is_done_next() -> None:
    came, first_goes_on, second_goes_on = threading.Event(), threading.Event(), threading.Event()
    beside = Beside(came.set, bool)
    given_up = beside.run(_held(first_goes_on, "first"))
    next(given_up)
    beside.end(0)
    given_up.close()
    steps = beside.run(_held(second_goes_on, "second"))
    next(steps)
    first_goes_on.set()
    assert came.wait(SOON)
    came.clear()
    next(steps)  # it is still under way
    second_goes_on.set()
    assert came.wait(SOON)
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert end.value.value == "second"


def _held(until: threading.Event, result: str) -> Callable[[Stopped], str]:
    def job(_stopped: Stopped) -> str:
        assert until.wait(SOON)
        return result

    return job


class Noted(Here):
    """Does all at once and notes what share was told with each piece."""

    def __init__(self, *, spreads: bool) -> None:
        self.spreads = spreads
        self.told: list[float] = []

    def run(self, job: Callable[[Stopped], Any], share: float = DONE) -> Generator[float, None, Any]:
        self.told.append(share)
        return (yield from super().run(job, share))


@pytest.mark.parametrize("spreads", [True, False])
def test_a_long_copy_is_synced_piece_by_piece_where_answers_are_saved_meanwhile(
    tmp_path: Path, *, spreads: bool
) -> None:
    record = Record.open(tmp_path, SetClock())
    try:
        record.check()
        record.append([NewEntry(kind="expectation", payload={"text": "long " * 2_000_000})])
        aside = Noted(spreads=spreads)
        shares = list(record.backup_steps("start", aside))
        assert len(list_backups(tmp_path)) == 1
    finally:
        record.close()
    pieces = [share for share in aside.told if share < DONE]
    assert len(pieces) == (2 if spreads else 0)  # ten megabytes, four at once
    assert shares == sorted(shares)
