"""Asking the record from another thread: a short question at a time, so that saving never waits long."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from crossread.base.errors import N_, Expected

if TYPE_CHECKING:
    from crossread.base.entries import Entry
    from crossread.record.record import Record
    from crossread.record.rows import StoredRow
    from crossread.record.writer import Writer

T = TypeVar("T")

_LOOK_S = 0.2  # between two looks whether asking was given up
PATIENCE_S = 20.0  # how long the main thread waits at most, for a disk that hangs


class AskingRecord:
    """Asks a record by way of its writer and waits for what it finds. For any thread but the writer's.

    Where the record does not answer within `patience` (seconds; None: however long it takes), or nobody is to
    wait any longer, who asks gets Expected `record-busy`.
    """

    def __init__(self, writer: Writer, patience: float | None = None) -> None:
        self._writer = writer
        self._patience = patience
        self._given_up = threading.Event()

    def give_up(self) -> None:
        """Let nobody wait any longer."""
        self._given_up.set()

    def __call__(self, job: Callable[[Record], T]) -> T:
        """Return what a short job finds in the record, after all that was given before is saved.

        Raises Expected where the record cannot be read, or is closed, and what the job raises.
        """
        if self._given_up.is_set():
            raise _busy()
        told = threading.Event()
        found: list[Any] = []

        def done(result: object) -> None:
            found.append(result)
            told.set()

        self._writer.read(partial(_guarded, job), done)
        waited = 0.0
        while not told.wait(_LOOK_S):
            waited += _LOOK_S
            if self._given_up.is_set() or (self._patience and waited >= self._patience):
                raise _busy()
        if isinstance(found[0], Exception):
            raise found[0]
        result: T = found[0]
        return result

    def entries(self, after: int = 0, pack: str = "") -> Iterator[Entry]:
        """Yield the entries behind entry `after`, oldest first, page by page; of one pack or of all.

        Raises Expected `record-changed` where it is another record from one page to the next, by a restore.
        """
        from crossread.record.rows import entry_of

        checksum = b""
        while page := self(partial(_page, after, checksum, pack)):
            yield from (entry_of(one.row) for one in page)
            after, checksum = page[-1].row.seq, page[-1].checksum

    def seen(self, names: Iterable[str]) -> dict[str, Any]:
        """Return what was on the screen, by digest, as far as the record has it."""
        return self(partial(_seen, frozenset(names)))


def _guarded(job: Callable[[Record], T], record: Record) -> T | Exception:
    """Do a job; a mistake in it is for who asked, not for the writer's thread."""
    try:
        return job(record)
    except Expected:
        raise
    except Exception as error:
        return error


def _page(after: int, checksum: bytes, pack: str, record: Record) -> list[StoredRow]:
    # Each checksum stands for all entries before it.
    if checksum and record.checksum_at(after) != checksum:
        raise Expected(
            "record-changed",
            N_("Meanwhile this learner's record was put back as it was before. Try again."),
        )
    if pack:
        return record.ask(lambda queries: queries.of_pack(pack, after))
    return record.ask(lambda queries: queries.after(after))


def _seen(names: frozenset[str], record: Record) -> dict[str, Any]:
    return {name: seen for name in names if (seen := record.seen(name)) is not None}


def _busy() -> Expected:
    return Expected("record-busy", N_("The record does not answer. Try again in a moment."))
