"""What can be trusted in a damaged file: each piece that fits its own checksum."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from crossread.record.database import Database
from crossread.record.errors import Damaged, told
from crossread.record.rows import NO_ROW, StoredRow, fits
from crossread.record.second_log import LoggedEntry

_TRIES = 2000  # entries stepped over one by one in a damaged file before it is given up


@dataclass(slots=True)
class Whole:
    """What can be trusted in a damaged file: every piece fits its own checksum."""

    entries: list[LoggedEntry] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] | None = None
    drafts_lost: int = 0
    highest: int = 0


def whole_parts(path: Path | None, vfs: str | None) -> Whole:
    """Read what is whole in a damaged file; nothing where there is none. Raises what the disk refuses."""
    whole = Whole()
    if path is None:
        return whole
    try:
        with told(saving=False):
            database = Database.open_read_only(path, vfs)
    except Damaged:
        return whole
    try:
        whole.entries.extend(LoggedEntry(stored, {}) for stored in _whole_rows(database))
        # Each part by itself: where one is damaged the others may still be whole.
        with suppress(Damaged), told(saving=False):
            for name, text in database.all_seen():
                if text is not None:
                    whole.seen[name] = text
        with suppress(Damaged), told(saving=False):
            whole.drafts, whole.drafts_lost = database.drafts()
        with suppress(Damaged), told(saving=False):
            whole.highest = int((database.note("state") or {}).get("seq", 0))
    finally:
        database.close()
    return whole


def _whole_rows(database: Database) -> Iterator[StoredRow]:
    after, before, tries = 0, NO_ROW, 0
    while tries < _TRIES:
        try:
            with told(saving=False):
                stored = next((page[0] for page in database.pages(after, 1)), None)
            if stored is None:
                return
            if stored.row.seq <= after:
                return  # a damaged page can lead back
            if stored.row.seq > after + 1:
                before = b""  # the row before is gone, so nothing vouches for this one
            if fits(*stored, before):
                yield stored
            after, before = stored.row.seq, stored.checksum
        except Damaged:
            after, before, tries = after + 1, b"", tries + 1


def newest_damaged(path: Path) -> Path | None:
    """Return the file of a record that was set aside as damaged last; None where there is none."""
    found = [p for p in path.parent.glob(f"{path.name}.damaged-*") if not p.name.endswith("-journal")]
    return max(found, default=None)
