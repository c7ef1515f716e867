"""Backups that are to be made, one after another, step by step between what is saved."""

from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from crossread.base.errors import Expected
from crossread.record.aside import Beside
from crossread.record.backed_up import MADE
from crossread.record.backup_errors import not_backed_up
from crossread.record.callbacks import call, ignore
from crossread.record.errors import by_mistake
from crossread.record.record import Record

Share = Callable[[float], None]
BackedUpDone = Callable[[bool | Expected], None]


@dataclass(frozen=True, slots=True)
class ToBackUp:
    """A backup that is to be made: why, whether also where nothing was added, and whom to tell.

    `done` gets whether one was made, which is not where none is needed, or what kept it from being made;
    `progress` how much is copied, from 0 to 1.
    """

    why: str
    always: bool = False
    done: BackedUpDone = ignore
    progress: Share = ignore


class BackingUp:
    """What the writer's thread does for backups. `woken` is called, on another thread, when it can go on.

    `saving` tells, on another thread too, whether answers are being saved.
    """

    def __init__(self, woken: Callable[[], None], saving: Callable[[], bool]) -> None:
        self._waiting: deque[ToBackUp] = deque()
        self._beside = Beside(woken, saving)
        self._now: ToBackUp | None = None
        self._steps: Generator[float, Any, None] | None = None

    @property
    def is_ready(self) -> bool:
        """Whether there is a step to take."""
        return (self._steps is not None or bool(self._waiting)) and not self._beside.busy

    def add(self, one: ToBackUp) -> None:
        """Have one more made, behind those that wait."""
        self._waiting.append(one)

    def step(self, record: Record, trouble: Callable[[Expected], None]) -> None:
        """Take a step; raises Expected where a backup could not be made.

        That is told to who asked for it, and to `trouble` where nobody did.
        """
        if self._steps is None:
            self._now = self._waiting.popleft()
            self._steps = record.backup_steps(self._now.why, self._beside, always=self._now.always)
        one = self._now or ToBackUp("")
        try:
            share = next(self._steps, None)
        except Expected as error:
            self._end()
            call(trouble if one.done is ignore else one.done, error)
            raise
        except BaseException:
            self._end()
            call(one.done, not_backed_up(by_mistake()))
            raise
        if share == MADE or share is None:
            self._end()
            call(one.done, share == MADE)
        else:
            call(one.progress, share)

    def _end(self) -> None:
        self._steps, self._now = None, None

    def drop(self, error: Expected, timeout: float = 5.0) -> None:
        """Give up what is being made and what waits; whoever waits for it is told the error."""
        self._beside.end(timeout)
        if self._steps is not None:
            self._steps.close()
        given_up = [*([self._now] if self._now else []), *self._waiting]
        self._waiting.clear()
        self._end()
        for one in given_up:
            call(one.done, error)
