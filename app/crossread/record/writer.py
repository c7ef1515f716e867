"""The one thread that owns a record: callers return at once, answers come by callback."""

import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from crossread.base.clock import Clock
from crossread.base.errors import N_, Expected
from crossread.record.backing_up import Share
from crossread.record.callbacks import call, ignore, report_bug
from crossread.record.check import Progress
from crossread.record.errors import by_mistake, closed, not_saved
from crossread.record.opening import Opening, Stopped
from crossread.record.outcomes import Checked, NotSaved, OpenResult, Saved
from crossread.record.pending import Append, Draft, Read
from crossread.record.record import Record
from crossread.record.snapshots import Snapshot

T = TypeVar("T")


class Writer(Opening):
    """Owns a learner's record on a thread of its own. Any thread may call; none is ever kept waiting.

    All callbacks are called on the writer's thread, but for `flush` and `close`, which wait as long as
    they are told. An error in a callback or in a job given to `read` is a bug: it goes to
    `threading.excepthook`, and the writer goes on.
    """

    def __init__(self, folder: Path, clock: Clock, vfs: str | None = None) -> None:
        super().__init__(folder, clock, vfs)
        self._discard = False
        self._thread: threading.Thread | None = None
        self._trouble: Callable[[Expected], None] = ignore

    # What any thread may call

    def start(
        self,
        opened: Callable[[OpenResult], None],
        checked: Callable[[Checked], None] | None = None,
        progress: Progress | None = None,
        trouble: Callable[[Expected], None] | None = None,
        take: Callable[[Record], Any] | None = None,
    ) -> None:
        """Open the record, hand over what `take` finds in it and its drafts, check it, open writing.

        `opened` is called when reading is possible or has failed, and once more if a later `retry`
        opens the record; `checked` when the check is done; `progress(done, of)` during it; `trouble`
        when a backup fails. What is appended before the check is done waits for it; what is to be read
        does not. `take` runs on the writer's thread, again after a repair.
        """
        self._opened, self._take = opened, take or ignore
        self._checked = checked or ignore
        self._progress = progress or ignore
        self._trouble = trouble or ignore
        # A daemon: a disk that hangs must not keep the process alive. `close` is what waits for it.
        self._thread = threading.Thread(target=self._run, name="record", daemon=True)
        self._thread.start()

    def start_fresh(self, done: Callable[[Expected | None], None]) -> None:
        """Begin an empty record beside one that is beyond repair; the old files are kept."""

        def begin(record: Record) -> None:
            report = record.start_fresh()
            self._ready(Checked(report, reopened=self._hand_over(record)))

        self._add(Read(begin, done, whole=True))

    def flush(self, timeout: float) -> bool:
        """Wait, at most `timeout` seconds, until all that was given is saved; tell whether it is."""
        self._not_from_inside()
        with self._changed:
            self._pending.hurry()
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._idle() or self._pending.stuck, timeout)
            return self._idle()

    def close(
        self,
        timeout: float,
        *,
        discard: bool = False,
        put_down: Callable[[], Iterable[Snapshot]] | None = None,
    ) -> bool:
        """Save what waits, close the record and end the thread; tell whether that is done.

        `put_down` makes, on the writer's thread, what is put down of what the entries come to, at the end.

        False after `timeout` seconds means that the disk is still at work: call again to go on waiting.
        False before means that something could not be saved: the writer stays open, `retry` and `close`
        may be called again, and `discard` closes without it.
        """
        self._not_from_inside()
        with self._changed:
            if self._thread is None or self._closed:
                return True
            self._closing, self._discard = True, discard
            if put_down is not None:
                self._keeping.append(put_down)  # behind what waits: it may lean on that
            self._pending.again = True
            self._pending.hurry()
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._closed or not self._closing, timeout)
            return self._closed

    def _idle(self) -> bool:
        return not (self._busy or self._pending.appends or self._pending.drafts)

    def _not_from_inside(self) -> None:
        if threading.current_thread() is self._thread:
            raise RuntimeError("the writer's own thread cannot wait for itself")

    def restore(
        self,
        name: str,
        done: Callable[[bool | Expected], None],
        progress: Share | None = None,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        """Put the backup of a name in the record's place, with one more backup made first.

        What was given before is saved before. `checked` is called as after a repair, with what the record
        then holds; then `done`, with True or why nothing was restored. `progress` gets the share done;
        once `stopped` tells so, nothing is changed.
        """

        def restore(record: Record) -> bool:
            self._save_what_waits()
            self._restore(record, name, progress or ignore, stopped or _never)
            return True

        with self._changed:
            self._pending.hurry()
        self._add(Read(restore, done, whole=True))

    # What the writer's thread does

    def _run(self) -> None:
        try:
            self._open()
            self._starting = False
            while self._step():
                pass
        except Stopped:
            pass
        finally:
            self._backups.drop(closed())
            if self._record is not None:
                self._record.close()
            with self._changed:
                self._closed, self._busy, self._closing = True, False, False
                left = self._pending.take_reads()
                self._changed.notify_all()
            for read in left:
                call(read.done, closed())

    def _step(self) -> bool:
        """Do the next thing there is to do, or wait for one; False at the end."""
        todo: Callable[[], None] | None
        with self._changed:
            self._busy = False
            self._changed.notify_all()
            todo = self._next()
            if todo is None:
                if self._closing:
                    return self._stay_open()
                self._changed.wait(self._next_wait())
                return True
            self._busy = todo != self._back_up
        todo()
        return True

    def _next(self) -> Callable[[], None] | None:
        pending = self._pending
        if pending.drafts_wait() == 0 and (drafts := pending.take_drafts()):
            return partial(self._write_drafts, drafts)
        if (read := pending.take_read()) is not None:
            return partial(self._read, read)
        if self._writable and pending.failed_wait() == 0:
            pending.again = True  # the disk may take it by now, and nobody need be there to say so
        retry = pending.again
        if appends := pending.take_appends():
            return partial(self._write_appends, appends)
        if retry and not self._writable and not self._closing:
            return self._reopen
        if self._keeping and self._writable and not self._pending.appends:
            return partial(self._keep, self._keeping.pop(0))
        backs_up = self._writable and self._backups.is_ready and not self._closing
        return self._back_up if backs_up else None

    def _next_wait(self) -> float | None:
        """Return the seconds until something is to be tried by itself; None where nothing is."""
        failed = self._pending.failed_wait() if self._writable else None
        waits = [wait for wait in (self._pending.drafts_wait(), failed) if wait is not None]
        return min(waits, default=None)

    def _reopen(self) -> None:
        self._open()

    def _stay_open(self) -> bool:
        """Decide, with nothing left to try, whether a close must be refused."""
        if self._discard or not (self._pending.appends or self._pending.drafts):
            return False
        if self._pending.stuck:
            self._closing = False
        else:
            self._pending.hurry()  # drafts that came in just now
        return True

    def _saving(self, save: Callable[[Record], T]) -> T:
        """Save something, opening or repairing the record first where that is needed; raises Expected."""
        if not self._writable and (error := self._open()) is not None:
            raise error
        return self._mending(save)

    def _write_appends(self, appends: list[Append]) -> None:
        prepared = [one for append in appends for one in append.prepared]
        try:
            written = iter(self._saving(lambda record: record.write(prepared)))
        except Exception as error:
            told = self._told(error)
            with self._changed:
                self._pending.failed(appends)
            for append in appends:
                call(append.done, NotSaved(append.new, told))
            return
        for append in appends:
            call(append.done, Saved(tuple(next(written) for _one in append.new)))

    def _save_what_waits(self) -> None:
        """Save what could not be saved before; raises Expected `nothing-restored` where that fails again.

        It belongs to what is there now, and would come into what is put in its place.
        """
        with self._changed:
            appends, drafts = self._pending.take_failed(), self._pending.take_drafts()
        if appends:
            self._write_appends(appends)
        if drafts:
            self._write_drafts(drafts)
        with self._changed:
            if self._pending.has_failed:
                raise Expected(
                    "nothing-restored",
                    N_(
                        "Nothing was restored, as what you did last is not saved yet. Check the disk with "
                        "the data folder, then try again."
                    ),
                )

    def _write_drafts(self, drafts: dict[str, Draft]) -> None:
        values = {key: draft.value for key, draft in drafts.items()}
        told = None
        try:
            self._saving(lambda record: record.write_drafts(values))
        except Exception as error:
            told = self._told(error)
            with self._changed:
                self._pending.drafts_back(drafts)
        for draft in drafts.values():
            for done in draft.done:
                call(done, told)

    def _read(self, read: Read) -> None:
        found: Any
        try:
            found = self._mending(read.job)
        except Expected as error:
            found = error
        except Exception:
            report_bug()
            return
        call(read.done, found)

    def _keep(self, make: Callable[[], Iterable[Snapshot]]) -> None:
        if self._record is None:
            return
        try:
            self._record.put_down(tuple(make()))
        except Expected:
            pass  # the disk refuses: what is put down can be made again, and entries say so by themselves
        except Exception:
            report_bug()

    def _back_up(self) -> None:
        if self._record is None:
            return
        try:
            self._backups.step(self._record, self._trouble)
        except Expected as error:
            if error.code == "record-damaged":  # not only the copy may be damaged: repair now, not later
                self._writable = False
                self._open()
        except Exception:
            report_bug()  # of a copy: answers go on being saved

    def _told(self, error: Exception) -> Expected:
        if isinstance(error, Expected):
            return error
        report_bug()
        return not_saved(by_mistake())


def _never() -> bool:
    return False
