"""What waits for the writer: appends and reads in their order, drafts with their newest value only."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.record.outcomes import NotSaved, Saved
from crossread.record.record import Record
from crossread.record.rows import Prepared

DRAFT_SECONDS = 0.3  # from the first change to the write, so that it is done within the design's 0.5
RETRY_SECONDS = 2.0  # between two tries at what could not be written
_BATCH = 200  # appends written together: one set of syncs for all that came in during the last one

DraftDone = Callable[[Expected | None], None]


@dataclass(frozen=True, slots=True)
class Append:
    """Entries to be written, all or none, and whom to tell."""

    new: tuple[NewEntry, ...]
    prepared: tuple[Prepared, ...]
    done: Callable[[Saved | NotSaved], None]


@dataclass(frozen=True, slots=True)
class Read:
    """A job that reads the record, and whom to give what it finds.

    One that is `whole` wants it checked; others are done while it is being checked, too.
    """

    job: Callable[[Record], Any]
    done: Callable[[Any], None]
    whole: bool = False


@dataclass(slots=True)
class Draft:
    """The newest value of a draft as canonical JSON (None: forget it), and everyone to tell."""

    value: str | None
    done: list[DraftDone] = field(default_factory=list)


class Pending:
    """All that waits. Has no lock of its own: the writer's lock is held around every call."""

    def __init__(self) -> None:
        self._queue: deque[Append | Read] = deque()
        self._failed: list[Append] = []
        self._failed_due = 0.0
        self._drafts: dict[str, Draft] = {}
        self._drafts_due = 0.0
        self.drafts_failed = False
        self.again = False  # what failed is to be tried again now

    @property
    def appends(self) -> int:
        """How many entries wait, those that failed before among them."""
        waiting = [*self._failed, *(one for one in self._queue if isinstance(one, Append))]
        return sum(len(append.new) for append in waiting)

    @property
    def has_turns(self) -> bool:
        """Tell whether an append or a read waits for its turn."""
        return bool(self._queue)

    @property
    def drafts(self) -> int:
        """How many drafts wait."""
        return len(self._drafts)

    @property
    def stuck(self) -> bool:
        """Tell whether something failed and nothing is about to change that."""
        return not self._queue and not self.again and (bool(self._failed) or self.drafts_failed)

    def add(self, one: Append | Read) -> None:
        """Put an append or a read behind all others."""
        self._queue.append(one)

    def first(self, read: Read) -> None:
        """Put a read before all others: it was its turn, and it could not be done yet."""
        self._queue.appendleft(read)

    def take_reads(self) -> list[Read]:
        """Take every read that waits: none of them will be done."""
        reads = [one for one in self._queue if isinstance(one, Read)]
        self._queue = deque(one for one in self._queue if isinstance(one, Append))
        return reads

    @property
    def is_read_next(self) -> bool:
        """Tell whether it is the turn of a read that may be done while the record is checked."""
        first = self._queue[0] if self._queue else None
        return isinstance(first, Read) and not first.whole

    def take_read(self, *, checking: bool = False) -> Read | None:
        """Take the next read, if it is its turn; while `checking`, if it may be done meanwhile."""
        first = self._queue[0] if self._queue else None
        if not isinstance(first, Read) or (checking and first.whole):
            return None
        self._queue.popleft()
        return first

    def take_appends(self) -> list[Append]:
        """Take what failed before and the appends whose turn it is; nothing where none is to be tried."""
        fresh: list[Append] = []
        while self._queue and len(fresh) < _BATCH:
            one = self._queue[0]
            if isinstance(one, Read):
                break
            fresh.append(one)
            self._queue.popleft()
        if not fresh and not self.again:
            return []
        self.again = False
        taken, self._failed = self._failed + fresh, []
        return taken

    @property
    def has_failed(self) -> bool:
        """Tell whether something could not be written and waits to be tried again."""
        return bool(self._failed) or self.drafts_failed

    def take_failed(self) -> list[Append]:
        """Take the appends that could not be written, to be tried before anything else."""
        taken, self._failed = self._failed, []
        return taken

    def failed(self, appends: list[Append]) -> None:
        """Keep appends that failed; they stay before all that come later, and are tried again later."""
        self._failed = appends + self._failed
        self._failed_due = time.monotonic() + RETRY_SECONDS

    def failed_wait(self) -> float | None:
        """Return the seconds until failed appends are to be tried again, 0 for now, None for none."""
        return max(0.0, self._failed_due - time.monotonic()) if self._failed else None

    def put_draft(self, key: str, draft: Draft) -> None:
        """Put a draft in the place of what waits under its key."""
        if not self._drafts:
            self._drafts_due = time.monotonic() + DRAFT_SECONDS
        waiting = self._drafts.get(key)
        if waiting is not None:
            draft.done[:0] = waiting.done
        self._drafts[key] = draft

    def drafts_wait(self) -> float | None:
        """Return the seconds until drafts are to be written, 0 for now, None where none wait."""
        return max(0.0, self._drafts_due - time.monotonic()) if self._drafts else None

    def hurry(self) -> None:
        """Let the drafts be written at once."""
        self._drafts_due = 0.0
        self.drafts_failed = False

    def take_drafts(self) -> dict[str, Draft]:
        """Take the drafts to be written.

        A draft is not forgotten while entries wait: it may be the only copy of what they say.
        """
        keep = self.appends > 0
        taken = {key: draft for key, draft in self._drafts.items() if not (keep and draft.value is None)}
        for key in taken:
            del self._drafts[key]
        self._drafts_due = time.monotonic() + DRAFT_SECONDS
        return taken

    def drafts_back(self, drafts: dict[str, Draft]) -> None:
        """Keep drafts that failed, unless a newer value has come; they are tried again later."""
        self.drafts_failed = True
        for key, draft in drafts.items():
            newer = self._drafts.get(key)
            if newer is None:
                self._drafts[key] = draft
            else:
                newer.done[:0] = draft.done
        self._drafts_due = time.monotonic() + RETRY_SECONDS
