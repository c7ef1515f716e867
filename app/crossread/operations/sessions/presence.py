"""What is in view while somebody is at work: which sources stand there and for how long, told to the record.

Only focused, active time counts: the window is the active one, and no more than a minute since a key, the
mouse or the wheel. Nothing here is ever scored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.base.entries import NewEntry

if TYPE_CHECKING:
    from crossread.base.clock import Clock

IDLE = 60.0  # seconds without a sign of life that still count
LEAST = 5.0  # seconds that something has to be in view to be worth an entry
EVERY = 60.0  # seconds after which time is written, while one stays


@dataclass(frozen=True, slots=True, kw_only=True)
class InView:
    """What is in view: a page, of a pack and a stage where it has them, and sources with the text of each.

    A source's `which` is as everywhere, or "card" for its card.
    """

    page: str
    pack: str = ""
    pack_version: str = ""
    stage: str = ""
    sources: tuple[tuple[str, str], ...] = ()


Remember = Callable[[str, Sequence[NewEntry]], None]


class Presence:
    """Counts the time of what is in view; `remember` is given what is worth an entry, with its pack."""

    def __init__(self, clock: Clock, remember: Remember) -> None:
        self._clock, self._remember = clock, remember
        self._view: InView | None = None
        self._in_front = True
        self._on = True
        self._alive = 0.0  # when there was a sign of life last
        self._since = 0.0  # up to when time is counted
        self._written = 0.0
        self._seconds = 0.0
        self._read: dict[tuple[str, str], float] = {}

    @property
    def view(self) -> InView | None:
        """What is in view now, None where nothing of it is counted."""
        return self._view

    def switch(self, *, on: bool) -> None:
        """Count from now on, or count nothing and forget what was not written yet."""
        if on != self._on:
            self._count()
            self._on = on
            self._forget()

    def stand(self, view: InView | None) -> None:
        """Say what is in view from now on; None where nothing of it is to be counted."""
        if view == self._view:
            return
        self._count()
        before = self._view
        if before is None or view is None or _place(before) != _place(view):
            self.settle()
        self._view = view
        self._alive = self._clock.monotonic()  # one has just gone there

    def touch(self) -> None:
        """Take note of a sign of life: a key, the mouse, the wheel."""
        self._count()
        self._alive = self._clock.monotonic()

    def in_front(self, *, on: bool) -> None:
        """Say whether the window is the active one."""
        if on != self._in_front:
            self._count()
            self._in_front = on
            self._alive = self._clock.monotonic()

    def tick(self) -> None:
        """Write what has come together, once a minute; to be called every few seconds."""
        self._count()
        if self._clock.monotonic() - self._written >= EVERY:
            self.settle()

    def settle(self) -> None:
        """Write what has come together: one is about to answer, or to leave."""
        self._count()
        self._written = self._clock.monotonic()
        view = self._view
        if view is None or not self._on:
            return
        new = [
            _entry(
                view, "source-read", source=source, which=which, seconds=round(seconds, 1), stage=view.stage
            )
            for (source, which), seconds in self._read.items()
            if seconds >= LEAST
        ]
        self._read = {what: seconds for what, seconds in self._read.items() if seconds < LEAST}
        if self._seconds >= LEAST:
            spent = round(self._seconds, 1)
            new.append(_entry(view, "time-spent", seconds=spent, stage=view.stage, page=view.page))
            self._seconds = 0.0
        if new:
            self._remember(view.pack, new)

    def leave(self) -> None:
        """Write what has come together and count no more: the window closes."""
        self.stand(None)

    def _count(self) -> None:
        """Count the time since it was counted last."""
        now = self._clock.monotonic()
        begin, self._since = self._since, now
        view = self._view
        if view is None or not self._on or not self._in_front:
            return
        passed = min(now, self._alive + IDLE) - begin
        if passed <= 0:
            return
        self._seconds += passed
        for what in view.sources:
            self._read[what] = self._read.get(what, 0.0) + passed

    def _forget(self) -> None:
        self._seconds = 0.0
        self._read = {}


def _place(view: InView) -> tuple[str, str, str]:
    return view.page, view.pack, view.stage


def _entry(view: InView, kind: str, **payload: object) -> NewEntry:
    return NewEntry(kind=kind, pack=view.pack, pack_version=view.pack_version, payload=payload)
