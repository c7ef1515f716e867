"""What is kept of one learner, read for a file: from a record that nobody has open, or beside a window."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from crossread.base.errors import Expected
from crossread.operations.handing_on.exported_pieces import Kept
from crossread.operations.learners.learners import RECORD, WITHOUT_LOCK, has_begun
from crossread.reports.answers_csv import WhoReads

if TYPE_CHECKING:
    from crossread.base.clock import Clock
    from crossread.base.entries import Entry
    from crossread.operations.handing_on.running import Running
    from crossread.operations.learners.learners import Learner
    from crossread.operations.remembering.reading import SeenLookup
    from crossread.record.database import Database
    from crossread.record.record import Record

_SEEN_KEPT = 2_000  # questions as they were seen that are held at once


def who_reads(learner: Learner) -> WhoReads:
    """Name a learner as files do."""
    return WhoReads(learner.shown or learner.name, learner.id)


@contextmanager
def kept_of(learner: Learner, clock: Clock, running: Running) -> Iterator[Kept]:
    """Read a learner's record, checked first; where a window has it open, as it is at this moment.

    A disk that may only be read, or is full, keeps nobody from taking along what is on it.

    Raises Expected where it cannot be read, and "stopped".
    """
    if not has_begun(learner):
        yield Kept(who=who_reads(learner), entries=tuple, seen=_nothing)
        return
    read = _read(learner, clock, running)
    try:
        if isinstance(read, _Copy) and read.is_open:
            running.open_elsewhere.append(learner.shown)
        yield Kept(
            who=who_reads(learner),
            entries=lambda: running.watched(read.entries()),
            seen=seen_once(read.seen),
            drafts=read.drafts,
        )
    finally:
        read.close()


def _read(learner: Learner, clock: Clock, running: Running) -> Record | _Copy:
    """Open a record, checked, or copy one that is open; a window that closes meanwhile lets go of it."""
    try:
        return _checked(learner, clock, running)
    except Expected as error:
        if error.code not in {"record-locked", *WITHOUT_LOCK}:
            raise
        refused = error
    try:
        return _copied(learner, running, is_open=refused.code == "record-locked")
    except Expected as error:
        if refused.code != "record-locked" and error.code != "stopped":
            raise refused from None
        if error.code != "record-busy":
            raise
        try:
            return _checked(learner, clock, running)
        except Expected:
            raise error from None


def _checked(learner: Learner, clock: Clock, running: Running) -> Record:
    from crossread.record.record import Record

    record = Record.open(learner.folder, clock)
    try:
        record.check(running.look)
    except BaseException:
        record.close()
        raise
    return record


def _copied(learner: Learner, running: Running, *, is_open: bool) -> _Copy:
    from crossread.record.errors import Damaged, damaged
    from crossread.record.open_copy import copy_of_open

    try:
        return _Copy(copy_of_open(learner.folder / RECORD, running.look), is_open=is_open)
    except Damaged as error:
        raise damaged(str(error)) from error


class _Copy:
    """A verified copy of a record that is open elsewhere or cannot be locked; asked as a record is."""

    def __init__(self, database: Database, *, is_open: bool) -> None:
        self._database = database
        self.is_open = is_open

    def entries(self) -> Iterator[Entry]:
        from crossread.record.rows import entry_of

        return (entry_of(one.row) for page in self._database.pages() for one in page)

    def seen(self, name: str) -> dict[str, Any] | None:
        text = self._database.seen(name)
        return None if text is None else dict(json.loads(text))

    def drafts(self) -> dict[str, Any]:
        whole, _lost = self._database.drafts()
        return {key: json.loads(value) for key, value in whole.items()}

    def close(self) -> None:
        self._database.close()


def seen_once(look: Callable[[str], Mapping[str, Any] | None]) -> SeenLookup:
    """Look up what was on the screen, each once as long as it is used again."""
    from functools import lru_cache

    return lru_cache(maxsize=_SEEN_KEPT)(look)


def _nothing(_name: str) -> None:
    """Know nothing of what was on the screen."""
