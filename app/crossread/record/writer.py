"""The one thread that owns a record: callers return at once, answers come by callback."""

import threading
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from crossread.base.canonical import new_id
from crossread.base.clock import Clock
from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.record.backing_up import BackedUpDone, BackingUp, Share, ToBackUp
from crossread.record.backup_errors import not_open_yet, stopped_early
from crossread.record.callbacks import call, ignore, report_bug
from crossread.record.check import Progress
from crossread.record.errors import closed, not_saved
from crossread.record.outcomes import Checked, NotSaved, OpenResult, Saved
from crossread.record.pending import Append, Draft, DraftDone, Pending, Read
from crossread.record.record import Record
from crossread.record.rows import Prepared, prepare, storable_json
from crossread.record.snapshots import Snapshot

T = TypeVar("T")


class Writer:
    """Owns a learner's record on a thread of its own. Any thread may call; none is ever kept waiting.

    All callbacks are called on the writer's thread, but for `flush` and `close`, which wait as long as
    they are told. An error in a callback or in a job given to `read` is a bug: it goes to
    `threading.excepthook`, and the writer goes on.
    """

    def __init__(self, folder: Path, clock: Clock, vfs: str | None = None) -> None:
        self._folder = folder
        self._clock = clock
        self._vfs = vfs
        self._session = new_id()
        self._changed = threading.Condition()
        self._pending = Pending()
        self._busy = True  # from the start until the record is open
        self._closing = False
        self._discard = False
        self._closed = False
        self._thread: threading.Thread | None = None
        # The rest is the writer thread's alone.
        self._record: Record | None = None
        self._writable = False
        self._starting = True
        self._error: Expected | None = None
        self._backups = BackingUp(self._wake)
        self._take: Callable[[Record], Any] = ignore
        self._keeping: list[Callable[[], Iterable[Snapshot]]] = []
        self._opened: Callable[[OpenResult], None] = ignore
        self._checked: Callable[[Checked], None] = ignore
        self._progress: Progress = ignore
        self._trouble: Callable[[Expected], None] = ignore

    @property
    def session(self) -> str:
        """The id of this sitting; each entry made in it carries it."""
        return self._session

    @property
    def waiting(self) -> int:
        """How many entries and drafts are not saved yet."""
        with self._changed:
            return self._pending.appends + self._pending.drafts

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

    def append(
        self, entries: Sequence[NewEntry], done: Callable[[Saved | NotSaved], None]
    ) -> Sequence[Prepared]:
        """Have entries written, all or none, after all that were given before.

        Their time is now, however long the disk takes. `done` is called when they are durable in both
        copies, and each time they could not be written; they are kept and tried again by `retry`, before
        any later append, and every two seconds as long as the record is open. Returns them as they will be
        written, but for their numbers. Raises ValueError for an unknown kind.
        """
        prepared = tuple(prepare(entry, self._session, self._clock) for entry in entries)
        with self._changed:
            self._pending.add(Append(tuple(entries), prepared, done))
            self._changed.notify_all()
        return prepared

    def set_draft(self, key: str, value: object, done: DraftDone | None = None) -> None:
        """Have a draft (JSON) kept within 0.5 s of its first change; only the newest value is written.

        `done` gets None when that value, or a newer one, is durable, and the error each time it failed.
        """
        self._put_draft(key, Draft(storable_json(value)), done)

    def remove_draft(self, key: str, done: DraftDone | None = None) -> None:
        """Have a draft forgotten, once all entries given before are saved."""
        self._put_draft(key, Draft(None), done)

    def _put_draft(self, key: str, draft: Draft, done: DraftDone | None) -> None:
        if done is not None:
            draft.done.append(done)
        with self._changed:
            self._pending.put_draft(key, draft)
            self._changed.notify_all()

    def read(self, job: Callable[[Record], T], done: Callable[[T | Expected], None]) -> None:
        """Have `job` read the record after all that was given before; `done` gets what it returns.

        Where the record cannot be read, or is closed first, `done` gets the error.
        """
        self._add(Read(job, done))

    def _add(self, read: Read) -> None:
        with self._changed:
            over = self._closed
            if not over:
                self._pending.add(read)
                self._changed.notify_all()
        if over:
            call(read.done, closed())

    def keep(self, make: Callable[[], Iterable[Snapshot]]) -> None:
        """Have snapshots put down once nothing else is to be done; `make` runs on the writer's thread.

        Nothing is lost where that fails: they are made of entries, and can be made again.
        """
        with self._changed:
            self._keeping.append(make)
            self._changed.notify_all()

    def retry(self) -> None:
        """Have everything that failed tried again, opening the record included."""
        with self._changed:
            self._pending.again = True
            self._pending.hurry()
            self._changed.notify_all()

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
                self._keeping = [put_down]
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

    def back_up(
        self, why: str, done: BackedUpDone, progress: Share | None = None, *, always: bool = False
    ) -> None:
        """Have a verified backup made once nothing else is to be done, step by step beside the saving.

        `why` is one of `REASONS`. `done` gets whether one was made: where nothing was added since the last
        one, only with `always`. Where it could not be made `done` gets the error.
        """
        with self._changed:
            over = self._closed
            if not over:
                self._backups.add(ToBackUp(why, always, done, progress or ignore))
                self._changed.notify_all()
        if over:
            call(done, closed())

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
            self._restore(record, name, progress or ignore, stopped or _never)
            return True

        with self._changed:
            self._pending.hurry()
        self._add(Read(restore, done, whole=True))

    # What the writer's thread does

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _run(self) -> None:
        try:
            self._open()
            self._starting = False
            while self._step():
                pass
        except _Stopped:
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

    def _open(self) -> Expected | None:
        """Open, hand over, check; tell the callbacks, and return what went wrong."""
        handed_over = False
        try:
            if self._record is None:
                self._record = Record.open(self._folder, self._clock, self._vfs, self._session)
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
            if not handed_over:
                call(self._opened, OpenResult(error=error))
            call(self._checked, Checked(None, error))
            self._backups.drop(error)  # who waits for one is not kept waiting for the disk
            self._error = error
            return error
        return None

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
                raise _Stopped
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

    def _saving(self, save: Callable[[Record], T]) -> T:
        """Save something, opening or repairing the record first where that is needed; raises Expected."""
        if not self._writable and (error := self._open()) is not None:
            raise error
        return self._mending(save)

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

    def _told(self, error: Exception) -> Expected:
        if isinstance(error, Expected):
            return error
        report_bug()
        return not_saved(type(error).__name__)


def _never() -> bool:
    return False


class _Stopped(Exception):  # noqa: N818  (the writer is closed while it checks)
    pass
