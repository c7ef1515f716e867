"""Someone who uses a writer and notes what it answers, for the tests of it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crossread.base.entries import Entry
from crossread.base.errors import Expected
from crossread.record.outcomes import Checked, NotSaved, OpenResult, Saved
from crossread.record.record import Record
from crossread.record.writer import Writer
from tests.patience import LONGEST_S
from tests.record.making import SetClock, answer

SOON = LONGEST_S


def taken(record: Record) -> tuple[Entry, ...]:
    return tuple(record.entries())


@dataclass
class Desk:
    """Someone who uses a writer and notes what it answers."""

    folder: Path
    vfs: str | None = None
    openings: list[OpenResult] = field(default_factory=list)
    checks: list[Checked] = field(default_factory=list)
    troubles: list[Expected] = field(default_factory=list)
    answers: list[tuple[int, Saved | NotSaved]] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.writer = Writer(self.folder, SetClock(), self.vfs)

    def start(self) -> None:
        self.writer.start(
            self.noting(self.openings),
            self.noting(self.checks),
            trouble=self.noting(self.troubles),
            take=taken,
        )

    def noting(self, notes: list[Any]) -> Callable[[Any], None]:
        def note(outcome: object) -> None:
            with self.changed:
                notes.append(outcome)
                self.changed.notify_all()

        return note

    def wait(self, until: Callable[[], object]) -> None:
        with self.changed:
            assert self.changed.wait_for(until, SOON)

    def give(self, number: int, count: int = 1) -> None:
        def done(outcome: Saved | NotSaved) -> None:
            self.noting(self.answers)((number, outcome))

        self.writer.append([answer(number) for _one in range(count)], done)

    def saved(self) -> list[int]:
        return [number for number, outcome in self.answers if isinstance(outcome, Saved)]


def started(desk: Desk) -> Desk:
    desk.start()
    desk.wait(lambda: desk.checks)
    assert desk.checks[0].error is None
    return desk
