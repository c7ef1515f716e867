"""The record of one learner: entries in, entries out, kept twice and never silently wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from crossread.base.canonical import new_id
from crossread.base.clock import Clock
from crossread.base.entries import Entry, NewEntry
from crossread.base.errors import Expected
from crossread.base.files import make_folder
from crossread.record.backed_up import BackedUp
from crossread.record.check import CheckReport, Progress
from crossread.record.database import Database
from crossread.record.errors import Damaged, damaged, told
from crossread.record.in_place import InPlace
from crossread.record.lock import FolderLock
from crossread.record.recovery import rebuild, set_aside, traces
from crossread.record.rows import Prepared, Row, StoredRow, checksum, entry_of, prepare, storable_json
from crossread.record.schema import look
from crossread.record.second_log import SecondLog, log_files
from crossread.record.snapshots import Snapshot
from crossread.record.start import check_and_complete, note_clean_exit, note_open, report_of

DATABASE_FILE = "record.sqlite"
_DOUBTS = 2  # in a row, after which the numbers of files are not looked at any more


class Record(BackedUp):
    """A learner's record, open in this process alone. To be used by one thread at a time.

    Reading works from `open` on, unless the file is damaged; writing from `check` on. All that touches
    the disk raises Expected where the disk refuses; reading raises `record-damaged` where bytes are
    wrong, and `check` then repairs.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        vfs: str | None,
        session: str,
        lock: FolderLock,
        opening: Progress | None,
    ) -> None:
        """Not to be called: use `Record.open`."""
        self._opening = opening
        self._folder = folder
        self._path = folder / DATABASE_FILE
        self._clock = clock
        self._vfs = vfs
        self._session = session
        self._lock = lock
        self._database: Database | None = None
        self._log = SecondLog(folder, session, vfs)
        self._damage = ""
        self._writing = False
        # Committed to the database but not yet in the second log: not saved, and not to be written twice.
        self._unlogged: dict[str, StoredRow] = {}
        self._unlogged_seen: dict[str, str] = {}
        self._logged_after = 0  # the number of the last entry before those in this sitting's log
        self._in_place: InPlace | None = None
        self._doubted = False  # whether the file seemed to be another one, before the last check
        self._doubts = 0  # how often in a row a check then found nothing
        self._reached = 0  # the number of the last entry that was saved in this sitting

    @classmethod
    def open(
        cls,
        folder: Path,
        clock: Clock,
        vfs: str | None = None,
        session: str = "",
        opening: Progress | None = None,
    ) -> "Record":
        """Lock and open the record in `folder`, making it where there is none.

        `vfs` names an apsw VFS to write through, None for the system's own; `session` is the id of this
        sitting, a new one where it is empty. No long work but one: a record of an older schema is backed up
        first, and `opening(done, of)` is told how much of that is done.

        Raises Expected `record-locked`, `record-newer` or `record-unreadable`. Damage raises nothing
        here: `check` repairs it.
        """
        with told(saving=False):
            make_folder(folder, mode=0o700)
            lock = FolderLock(folder)
        record = cls(folder, clock, vfs, session or new_id(), lock, opening)
        try:
            record._connect()
        except BaseException:
            lock.release()
            raise
        return record

    @property
    def session(self) -> str:
        """The id of this sitting; each entry made in it carries it."""
        return self._session

    @property
    def damage(self) -> str:
        """Where the record was found damaged, in English, for the report page; empty where it was not."""
        return self._damage

    @property
    def is_connected(self) -> bool:
        """Tell whether the database is open; it is not after a failure, until it is used again."""
        return self._database is not None

    def _connect(self) -> None:
        try:
            with told(saving=False):
                state = look(self._path, self._vfs)
                if state == "there":
                    self._database = Database.open(self._path, self._vfs, self._back_up_first)
                elif traces(self._folder):
                    raise Damaged(f"the database is {state}")
                else:
                    self._database = Database.create(self._path, self._vfs)
                self._in_place = InPlace(self._path)
        except Damaged as error:
            self._damage = str(error)

    def _hold_in_place(self) -> None:
        """Raise Damaged where what was just written went into a file that has no name any more."""
        # Not on every drive does a file keep its number.
        if self._doubts < _DOUBTS and self._in_place is not None and not self._in_place.holds:
            self._doubted = True
            raise Damaged("the database was replaced or removed while it was open")

    def _disconnect(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    @contextmanager
    def _using(self, *, saving: bool) -> Iterator[Database]:
        if not self._damage and self._database is None:
            self._connect()
        if self._damage or self._database is None:
            raise damaged(self._damage)
        try:
            with told(saving=saving):
                yield self._database
        except Damaged as error:
            self._damage = str(error)
            self._disconnect()
            raise damaged(self._damage) from error
        except BaseException:
            # What SQLite has in memory after a failure is in doubt; what the disk has is read anew.
            self._disconnect()
            raise

    # Checking

    def check(
        self, progress: Progress | None = None, wanted: Callable[[], bool] | None = None
    ) -> CheckReport:
        """Check the record, repair it where it is damaged, and open it for writing.

        After a clean exit only the entries since the last verified one are checked, otherwise everything.
        `progress(done, of)` is called now and then, soon where `wanted` says so; what it raises stops the
        check and leaves the record unchanged. Raises Expected `record-beyond-repair` where nothing verified
        is left, and what the disk refuses.
        """
        self._writing = False
        # Damage met on the way may have been in the reading: look once more, and at everything.
        full, self._damage = bool(self._damage), ""
        now = self._clock.now()
        try:
            with self._using(saving=False) as database:
                report = check_and_complete(database, self._folder, now, progress, wanted, full=full)
        except Expected as error:
            if error.code != "record-damaged":
                raise
            rebuilt = rebuild(self._folder, self._path, self._vfs, now)
            damage, self._damage = self._damage, ""
            with self._using(saving=False) as database:
                report = report_of(rebuilt, database, damage, now)
        with self._using(saving=False) as database, database.transaction():
            note_open(database)
        self._writing = True
        if self._doubted:
            self._doubts = 0 if report.repaired or report.replayed else self._doubts + 1
            self._doubted = False
        lost, self._reached = self._reached - report.entries, 0
        if lost > report.missing:  # saved in this sitting, and somebody took the record and its logs away
            return replace(report, damage=report.damage or "entries are gone", missing=lost)
        return report

    def start_fresh(self) -> CheckReport:
        """Begin an empty record beside one that is beyond repair; the old files are kept under new names."""
        now = self._clock.now()
        damage = self._damage
        self._disconnect()
        with told(saving=False):
            set_aside(self._folder / "backups", now, leave=False)
            journal = self._path.with_name(self._path.name + "-journal")
            journal.unlink(missing_ok=True)
            kept_as = set_aside(self._path, now, leave=False)
            self._database = Database.create(self._path, self._vfs)
        self._damage = ""
        report = self.check()
        return CheckReport(
            checked=0, entries=report.entries, full=True, at=now, damage=damage, kept_as=kept_as
        )

    # Writing

    def append(self, new: Sequence[NewEntry]) -> list[Entry]:
        """Append entries, all or none, durably in both copies; return them with their numbers.

        Raises ValueError for an unknown kind, Expected where they are not saved. To try again without
        writing twice, keep what `prepare` returns and give it to `write`.
        """
        return self.write(self.prepare(new))

    def prepare(self, new: Sequence[NewEntry]) -> list[Prepared]:
        """Give entries their ids and times; writes nothing. Raises ValueError or TypeError for a bug."""
        return [prepare(entry, self._session, self._clock) for entry in new]

    def write(self, prepared: Sequence[Prepared]) -> list[Entry]:
        """Write prepared entries as `append` does; those already written, even in part, are not repeated."""
        self._must_write()
        seen = {name: text for entry in prepared for name, text in entry.seen.items()}
        with self._using(saving=True) as database:
            with database.transaction():
                # A commit that reported an error may have reached the disk all the same: what is there
                # keeps its number.
                known = database.find(entry.row.id for entry in prepared)
                new = _numbered([e.row for e in prepared if e.row.id not in known], *database.last())
                database.add(new, seen)
            known.update((one.row.id, one) for one in new)
            stored = [known[entry.row.id] for entry in prepared]
            self._unlogged.update((one.row.id, one) for one in stored)
            self._unlogged_seen.update(seen)
            self._write_log(database)
            self._hold_in_place()
        self._reached = max([self._reached, *(one.row.seq for one in stored)])
        return [entry_of(row) for row, _checksum in stored]

    def _write_log(self, database: Database) -> None:
        if not self._unlogged:
            return
        if self._log.is_gone:
            self._log.begin_anew()
            self._log_again(database)
        elif not self._log.length:
            self._logged_after = min(one.row.seq for one in self._unlogged.values()) - 1
        self._log.append(self._unlogged.values(), self._unlogged_seen)
        self._unlogged.clear()
        self._unlogged_seen.clear()

    def _log_again(self, database: Database) -> None:
        """Have all that this sitting's log held written into it once more."""
        self._unlogged = {one.row.id: one for page in database.pages(self._logged_after) for one in page}
        for row, _checksum in self._unlogged.values():
            for name in {row.seen_digest, row.key_digest} - {"", *self._unlogged_seen}:
                if (text := database.seen(name)) is not None:
                    self._unlogged_seen[name] = text

    def _goes_on_anew(self) -> None:
        self._log = SecondLog(self._folder, new_id(), self._vfs)
        self._reached = 0

    def _must_write(self) -> None:
        if not self._writing:
            raise RuntimeError("the record is written to before it is checked")

    def set_draft(self, key: str, value: object) -> None:
        """Keep a draft under a key, in place of the one before; `value` is JSON."""
        self.write_drafts({key: storable_json(value)})

    def remove_draft(self, key: str) -> None:
        """Forget a draft; no error where there is none."""
        self.write_drafts({key: None})

    def write_drafts(self, drafts: Mapping[str, str | None]) -> None:
        """Keep drafts, given as canonical JSON, and forget those that are None, with the syncs of one."""
        self._must_write()
        with self._using(saving=True) as database:
            with database.transaction():
                database.set_drafts(drafts)
            self._hold_in_place()

    # Snapshots

    def put_down(self, snapshots: Sequence[Snapshot]) -> None:
        """Put snapshots down, durably; nothing where the record is not open for writing."""
        if not self._writing or not snapshots:
            return
        with self._using(saving=True) as database, database.transaction():
            database.snapshots.put(snapshots)

    # The end

    def close(self) -> None:
        """Close the record, marking a clean exit where nothing went wrong; a second call does nothing."""
        try:
            if self._writing and not self._damage:
                with suppress(Expected), self._using(saving=True) as database:
                    self._write_log(database)
                    with database.transaction():
                        database.set_compared_logs(log_files(self._folder))
                        note_clean_exit(database)
        finally:
            self._writing = False
            self._log_closed()
            self._disconnect()
            self._lock.release()

    def _log_closed(self) -> None:
        with suppress(Expected, Damaged), told(saving=True):
            self._log.close()


def _numbered(rows: Sequence[Row], last: int, before: bytes) -> list[StoredRow]:
    stored = []
    for seq, unnumbered in enumerate(rows, last + 1):
        row = unnumbered._replace(seq=seq)
        before = checksum(row, before)
        stored.append(StoredRow(row, before))
    return stored
