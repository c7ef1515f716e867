"""Bringing a record back: the newest whole backup, the second logs, and whole rows of the damaged file."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from crossread.base.errors import Expected
from crossread.base.files import sync_folder
from crossread.record.backup_names import BROUGHT
from crossread.record.backups import Backup, lean_on, list_backups
from crossread.record.check import check_all
from crossread.record.database import Database
from crossread.record.errors import Damaged, beyond_repair, told
from crossread.record.logs_over import logs_over
from crossread.record.rows import StoredRow, checksum
from crossread.record.salvage import Whole, newest_damaged, whole_parts
from crossread.record.schema import journal_of, look
from crossread.record.second_log import LoggedEntry, log_files, read_log

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Replay:
    """How many entries were put in, and how many of them under a new number."""

    count: int = 0
    renumbered: int = 0


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a record was rebuilt from; the fields are those of `CheckReport`."""

    kept_as: str
    backup_of: datetime | None
    replay: Replay
    missing: int
    damaged_lines: int
    drafts_lost: int


def traces(folder: Path) -> bool:
    """Tell whether there once was a record in this folder, whatever became of its database."""
    logs = any(log_files(folder).values())
    return logs or bool(list_backups(folder)) or any(folder.glob("record.sqlite.damaged-*"))


def read_logs(
    folder: Path,
    compared: dict[str, int],
    database: Database,
    between: Callable[[], None] | None = None,
) -> tuple[list[LoggedEntry], int, dict[str, int]]:
    """Read the second logs that are not, by name and size, among those compared already.

    Those that a restore put an end to are passed over. Returns the entries that the database lacks, in the
    order of the record, the number of damaged lines, and name and size of each file. `between` is called
    between two of them; what it raises ends it.
    """
    files = {name: size for name, size in log_files(folder).items() if compared.get(name) != size}
    missing: list[LoggedEntry] = []
    damaged = 0
    over = logs_over(database)
    for name in (one for one in files if one not in over):
        content = read_log(folder / name, database.known)
        missing += content.entries
        damaged += content.damaged
        if between is not None:
            between()
    return in_order(missing), damaged, files


def in_order(entries: Iterable[LoggedEntry]) -> list[LoggedEntry]:
    """Put entries of several sittings into the order in which they were written, each id once.

    Sittings never overlap, so what belongs to one goes by its first number; a clock plays no part. A restore
    in the middle of a sitting begins a log of its own, whose numbers are given a second time.
    """
    each = {entry.stored.row.id: entry for entry in entries}
    first: dict[str, int] = {}
    for entry in each.values():
        part, number = _sitting(entry), entry.stored.row.seq
        first[part] = min(number, first.get(part, number))

    def place(entry: LoggedEntry) -> tuple[int, str, int]:
        part = _sitting(entry)
        return first[part], part, entry.stored.row.seq

    return sorted(each.values(), key=place)


def _sitting(entry: LoggedEntry) -> str:
    return entry.log or entry.stored.row.session


def replay(database: Database, entries: Iterable[LoggedEntry]) -> Replay:
    """Append those entries that the database lacks, by id; call inside a transaction.

    An entry keeps its number where that is the next one, else it gets the next one.
    """
    count = renumbered = 0
    lost = set(database.note("seen-lost") or ())
    last, before = database.last()
    waiting = iter(entries)
    while batch := list(islice(waiting, _BATCH)):
        known = database.known(entry.stored.row.id for entry in batch)
        rows, seen = [], dict[str, str]()
        for entry in batch:
            seen.update(entry.seen)
            if entry.stored.row.id in known:
                continue
            row = entry.stored.row._replace(seq=last + 1)
            renumbered += row.seq != entry.stored.row.seq
            last, before = row.seq, checksum(row, before)
            rows.append(StoredRow(row, before))
        database.add(rows, seen)
        lost |= database.unseen(n for row, _ in rows for n in (row.seen_digest, row.key_digest))
        count += len(rows)
    database.set_note("seen-lost", sorted(lost))
    return Replay(count, renumbered)


def rebuild(folder: Path, path: Path, vfs: str | None, now: datetime) -> Rebuilt:
    """Put a verified record in the place of a damaged or missing one, keeping the damaged file.

    Until the new file is complete and verified, nothing is changed; an interruption leaves all as it was.
    Raises Expected: `record-beyond-repair` where nothing verified is left, or what the disk refuses.
    """
    making = path.with_name(path.name + ".restoring")
    with told(saving=False):
        _clear(making)
        try:
            whole = whole_parts(path if path.exists() else newest_damaged(path), vfs)
            backup, unread = _restore_backup(folder, making, vfs, whole)
            database = Database.open(making, vfs) if backup else Database.create(making, vfs)
            try:
                logged, damaged_lines, files = read_logs(folder, {}, database)
                if backup is None and not logged and not whole.entries:
                    raise beyond_repair()
                old_highest = database.last()[0]
                entries = in_order([*whole.entries, *logged])
                with database.transaction():
                    database.add([], whole.seen)
                    done = replay(database, entries)
                    if whole.drafts is not None:
                        database.set_drafts(dict.fromkeys(database.drafts()[0]) | whole.drafts)
                    database.set_compared_logs(files)
                    if backup is not None:
                        lean_on(database, backup)
                last = check_all(database)[0]
            finally:
                database.close()
            highest = max([whole.highest, old_highest, *(entry.stored.row.seq for entry in entries)])
            if unread is not None and highest > last:
                raise unread  # it may hold what is missing: the disk may give it another time
            kept_as = _put_in_place(making, path, now)
        finally:
            with suppress(OSError):
                _clear(making)
    return Rebuilt(
        kept_as=kept_as,
        backup_of=backup.made if backup else None,
        replay=done,
        missing=max(0, highest - last),
        damaged_lines=damaged_lines,
        drafts_lost=whole.drafts_lost,
    )


def _restore_backup(
    folder: Path, making: Path, vfs: str | None, whole: Whole
) -> tuple[Backup | None, Expected | None]:
    """Copy the newest whole backup to `making`; return it, and why a newer one could not be read.

    Where none can be read for that reason, it is raised.
    """
    unread: Expected | None = None
    for backup in sorted(list_backups(folder), key=_was_brought):  # nobody says whose those are
        try:
            with told(saving=False):
                if look(backup.path, vfs) != "there":
                    continue
                copy = Database.open_read_only(backup.path, vfs)
                try:
                    for _step in copy.copy_steps(making, vfs, pages=-1):
                        pass
                finally:
                    copy.close()
                restored = Database.open(making, vfs)
                try:
                    check_all(restored)
                    if _was_brought(backup) and not _is_of_the_same(restored, folder, whole):
                        raise Damaged("this copy is of another learner")
                finally:
                    restored.close()
        except Damaged:
            _clear(making)
        except Expected as error:
            if error.code != "record-unreadable":
                raise
            unread = unread or error
            _clear(making)
        else:
            return backup, unread
    if unread is not None:
        raise unread
    return None, None


def _was_brought(backup: Backup) -> bool:
    return backup.why == BROUGHT


def _is_of_the_same(brought: Database, folder: Path, whole: Whole) -> bool:
    """Tell whether a copy from elsewhere holds anything of what is left here; where nothing is, it may."""
    left = {entry.stored.row.id for entry in whole.entries}
    for name in log_files(folder):
        left.update(entry.stored.row.id for entry in read_log(folder / name).entries)
    return not left or bool(brought.known(left))


def _put_in_place(making: Path, path: Path, now: datetime) -> str:
    kept = set_aside(path, now, leave=True)
    # A journal beside the restored file would be played into it.
    journal_of(path).unlink(missing_ok=True)
    making.replace(path)
    sync_folder(path.parent)
    return kept


def set_aside(path: Path, now: datetime, *, leave: bool) -> str:
    """Keep a file or folder under a name that says damaged and when; return that name, "" if it is absent.

    With `leave` the old name stays too, where the disk knows links, so that there is no moment without it.
    """
    if not path.exists():
        return ""
    stamp = f"{path.name}.damaged-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    kept, number = path.with_name(stamp), 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{stamp}-{number}")
    try:
        if not leave:
            raise OSError
        kept.hardlink_to(path)
    except OSError:
        path.rename(kept)
    return kept.name


def _clear(making: Path) -> None:
    making.unlink(missing_ok=True)
    journal_of(making).unlink(missing_ok=True)
