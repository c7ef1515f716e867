"""The part of a record that is read: entries, what was seen with them, drafts, what was put down of them."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from crossread.base.entries import Entry
from crossread.record.database import Database
from crossread.record.queries import Queries
from crossread.record.rows import entry_of, verify
from crossread.record.snapshots import Snapshot

T = TypeVar("T")


class Readable(ABC):
    """What a record tells. Raises Expected where the disk refuses, `record-damaged` where bytes are wrong."""

    @abstractmethod
    def _using(self, *, saving: bool) -> AbstractContextManager[Database]:
        """Open the database where it is not, and turn what goes wrong into what can be told."""

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries behind entry `after`, in order, each compared with its checksum first."""
        with self._using(saving=False) as database:
            before = database.checksum_at(after)
        pages = database.pages(after)
        while True:
            with self._using(saving=False):
                page = next(pages, None)
                if page is None:
                    return
                after, before = verify(page, after, before)
            yield from (entry_of(row) for row, _checksum in page)

    def ask(self, question: Callable[[Queries], T]) -> T:
        """Return what `question` finds among the entries; each is compared with its checksum first."""
        with self._using(saving=False) as database:
            return question(database.queries)

    def last(self) -> tuple[int, bytes]:
        """Return number and checksum of the last entry; (0, eight zero bytes) where there is none."""
        with self._using(saving=False) as database:
            return database.last()

    def known(self, ids: Iterable[str]) -> set[str]:
        """Return those of these ids that entries have."""
        with self._using(saving=False) as database:
            return database.known(ids)

    def seen(self, digest: str) -> dict[str, Any] | None:
        """Return what was on the screen, or a key, by its digest; None where the record never saw it."""
        with self._using(saving=False) as database:
            text = database.seen(digest)
        return None if text is None else dict(json.loads(text))

    def drafts(self, prefix: str = "") -> dict[str, Any]:
        """Return the drafts whose key starts with `prefix`; one that was damaged is left out."""
        with self._using(saving=False) as database:
            whole, _lost = database.drafts(prefix)
        return {key: json.loads(value) for key, value in whole.items()}

    def snapshot(self, name: str) -> Snapshot | None:
        """Return what was put down under a name, where it belongs to these very entries; else None."""
        with self._using(saving=False) as database:
            return database.snapshots.read(name)

    def snapshots(self, beginning: str) -> dict[str, Snapshot]:
        """Return by name all such whose names begin so."""
        with self._using(saving=False) as database:
            return database.snapshots.of(beginning)

    def checksum_at(self, seq: int) -> bytes:
        """Return the checksum of entry `seq`, which stands for all before it; none where it is missing."""
        with self._using(saving=False) as database:
            return database.checksum_at(seq)
