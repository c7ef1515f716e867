"""How a writer has its record opened: hands over what is there, checks it, repairs it, opens writing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from crossread.base.clock import Clock
from crossread.base.errors import Expected
from crossread.record.backing_up import Share, ToBackUp
from crossread.record.backup_errors import not_open_yet, stopped_early
from crossread.record.callbacks import call, ignore, report_bug
from crossread.record.check import Progress
from crossread.record.errors import by_mistake, unreadable
from crossread.record.given import Given
from crossread.record.outcomes import Checked, OpenResult
from crossread.record.record import Record

T = TypeVar("T")


class Stopped(Exception):  # noqa: N818  (what is done is to be ended, and nothing failed)
    """The writer is closed while it checks."""


class Opening(Given):
    """A writer that has a record opened, checked and restored; all of it on the writer's thread."""

    def __init__(self, folder: Path, clock: Clock, vfs: str | None) -> None:
        super().__init__(clock)
        self._folder = folder
        self._vfs = vfs
        self._closing = False
        self._record: Record | None = None
        self._writable = False
        self._starting = True
        self._error: Expected | None = None
        self._take: Callable[[Record], Any] = ignore
        self._opened: Callable[[OpenResult], None] = ignore
        self._checked: Callable[[Checked], None] = ignore
        self._progress: Progress = ignore

    def _open(self) -> Expected | None:
        """Open, hand over, check; tell the callbacks, and return what went wrong."""
        handed_over = False
        try:
            if self._record is None:
                self._record = Record.open(
                    self._folder, self._clock, self._vfs, self._session, self._while_opening
                )
            try:
                result = self._hand_over(self._record)
            except Expected as error:
                if error.code != "record-damaged":
                    raise
            else:
                handed_over = True
                call(self._opened, result)
            self._check(self._record, handed_over=handed_over)
        except Expected as error:
            return self._not_opened(error, handed_over=handed_over)
        except Stopped:
            raise
        except Exception:
            report_bug()  # and who waits is told: a thread that ended here would leave all of it unsaid
            return self._not_opened(unreadable(by_mistake()), handed_over=handed_over)
        return None

    def _not_opened(self, error: Expected, *, handed_over: bool) -> Expected:
        if not handed_over:
            call(self._opened, OpenResult(error=error))
        call(self._checked, Checked(None, error))
        self._backups.drop(error)  # who waits for one is not kept waiting for the disk
        self._error = error
        return error

    def _while_opening(self, done: int, of: int) -> None:
        call(self._progress, done, of)

    def _hand_over(self, record: Record) -> OpenResult:
        return OpenResult(self._take(record), record.drafts())

    def _check(self, record: Record, *, handed_over: bool) -> None:
        self._writable = False
        reads = partial(self._while_checking, record if handed_over else None)
        report = record.check(reads, self._waits_for_check if handed_over else None)
        reopened = None
        if not handed_over:
            call(self._opened, self._hand_over(record))
        elif report.repaired or report.replayed:
            reopened = self._hand_over(record)
        self._ready(Checked(report, reopened=reopened))

    def _ready(self, checked: Checked) -> None:
        self._writable = True
        repaired = checked.report is not None and checked.report.repaired
        self._backups.add(ToBackUp("repaired" if repaired else "start"))
        call(self._checked, checked)

    def _restore(self, record: Record, name: str, progress: Share, stopped: Callable[[], bool]) -> None:
        if not self._writable:
            raise not_open_yet()
        self._backups.drop(stopped_early())
        steps = record.restore_steps(name)
        try:
            for share in steps:
                if stopped():
                    raise stopped_early()
                call(progress, share)
        finally:
            steps.close()
        self._ready(Checked(record.restored(), reopened=self._hand_over(record)))

    def _waits_for_check(self) -> bool:
        """Tell whether something could be done between two steps of the check."""
        with self._changed:
            return self._pending.is_read_next or self._is_left_alone()

    def _is_left_alone(self) -> bool:
        """Tell whether the check at the start is for nothing: all is to be closed, and nothing saved."""
        return self._starting and self._closing and not (self._pending.appends or self._pending.drafts)

    def _while_checking(self, record: Record | None, done: int, of: int) -> None:
        with self._changed:
            if self._is_left_alone():
                raise Stopped
        call(self._progress, done, of)
        if record is not None:
            self._read_meanwhile(record)

    def _read_meanwhile(self, record: Record) -> None:
        """Do what is to be read while the record is checked: pages show what there is.

        Where the disk fails one, that ends the check as its own reading would, and it is done after it.
        """
        while True:
            with self._changed:
                read = self._pending.take_read(checking=True)
            if read is None:
                return
            try:
                found = read.job(record)
            except Expected as error:
                if record.is_connected:
                    call(read.done, error)
                    continue
                with self._changed:
                    self._pending.first(read)
                raise
            except Exception:
                report_bug()
            else:
                call(read.done, found)

    def _mending(self, job: Callable[[Record], T]) -> T:
        """Do something with the record, repairing it first where it turns out to be damaged."""
        record = self._record
        if record is None:
            raise self._error or RuntimeError("the record was never opened")
        try:
            return job(record)
        except Expected as error:
            if error.code != "record-damaged":
                raise
            self._check(record, handed_over=True)
            return job(record)
