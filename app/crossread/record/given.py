"""What any thread may give the writer of a record: entries, drafts, questions; none is ever kept waiting."""

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from crossread.base.canonical import new_id
from crossread.base.clock import Clock
from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.record.backing_up import BackedUpDone, BackingUp, Share, ToBackUp
from crossread.record.callbacks import call, ignore
from crossread.record.errors import closed
from crossread.record.outcomes import NotSaved, Saved
from crossread.record.pending import Append, Draft, DraftDone, Pending, Read
from crossread.record.record import Record
from crossread.record.rows import Prepared, prepare, storable_json
from crossread.record.snapshots import Snapshot

T = TypeVar("T")


class Given:
    """What waits for the thread that owns a record. Each call returns at once; answers come by callback."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._session = new_id()
        self._changed = threading.Condition()
        self._pending = Pending()
        self._keeping: list[Callable[[], Iterable[Snapshot]]] = []
        self._backups = BackingUp(self._wake, self._is_saving)
        self._busy = True  # from the start until the record is open, and as long as something is done
        self._closed = False

    @property
    def session(self) -> str:
        """The id of this sitting; each entry made in it carries it."""
        return self._session

    @property
    def waiting(self) -> int:
        """How many entries and drafts are not saved yet."""
        with self._changed:
            return self._pending.appends + self._pending.drafts

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

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _is_saving(self) -> bool:
        """Tell whether something is being done or waits to be; asked without the lock, as it may be late."""
        return self._busy or self._pending.has_turns
