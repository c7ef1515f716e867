"""The part of a record that is backed up and restored, in steps, by the thread that owns it."""

from abc import abstractmethod
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from crossread.base.clock import Clock
from crossread.record.aside import Aside
from crossread.record.backups import back_up_before_upgrade, backup_needed, backup_steps
from crossread.record.check import CheckReport, Progress
from crossread.record.database import Database
from crossread.record.readable import Readable
from crossread.record.restoring import (
    back_up_before_steps,
    find_backup,
    last_restore,
    put_in_place,
    restored_steps,
)

MADE = 2.0  # what the last step of a backup yields


class BackedUp(Readable):
    """What of a record's files is copied, verified and put back."""

    _folder: Path
    _path: Path
    _clock: Clock
    _vfs: str | None
    _opening: Progress | None

    @abstractmethod
    def _must_write(self) -> None:
        """Raise RuntimeError where the record is not open for writing."""

    @abstractmethod
    def _write_log(self, database: Database) -> None:
        """Write into the second log what is not in it yet."""

    @abstractmethod
    def _log_closed(self) -> None:
        """Close the second log."""

    @abstractmethod
    def _disconnect(self) -> None:
        """Close the database."""

    @abstractmethod
    def _goes_on_anew(self) -> None:
        """Go on with another record in the place of this one, and a second log of its own."""

    def _back_up_first(self, database: Database) -> None:
        """Back up a record of an older schema as it is, unless its newest backup holds all of it."""
        back_up_before_upgrade(database, self._folder, self._vfs, self._clock.now(), self._opening)

    def backup(self, why: str = "start") -> bool:
        """Make a verified backup if entries were added since the last one; tell whether one was made."""
        steps: Sequence[float] = list(self.backup_steps(why))
        return steps[-1:] == [MADE]

    def backup_steps(
        self, why: str = "start", aside: Aside | None = None, *, always: bool = False
    ) -> Generator[float, None, None]:
        """Do the same in small steps, so that entries can be saved in between.

        Yields how much is copied, from 0 to 1, and `MADE` at the end where one was made. With `always` one
        is made though no entries were added. `why` is one of `REASONS`; what a restore or a repair brought
        back is backed up as that.
        """
        self._must_write()
        with self._using(saving=False) as database:
            if not backup_needed(database, self._folder) and not (always and database.last()[0]):
                return
            if why == "start" and database.note("backup") is None and last_restore(database):
                why = "restored"
        steps = backup_steps(database, self._folder, self._vfs, self._clock.now(), why, aside)
        while True:
            with self._using(saving=False) as current:
                if current is not database:
                    steps.close()
                    return  # reconnected after a failed write: the next start makes the backup
                share = next(steps, MADE)
            yield share
            if share == MADE:
                return

    def restore_steps(self, name: str) -> Generator[float, None, None]:
        """Put a backup in the record's place, once what is there now is backed up; yields the share done.

        Not to be interrupted by anything that is written. Until the last step nothing is changed but that
        there is one more backup; with it the record goes on as the backup has it, and its second log is a
        new one. Raises Expected where that cannot be done.
        """
        self._must_write()
        with self._using(saving=False) as database:
            self._write_log(database)
            now, backup = self._clock.now(), find_backup(self._folder, name)
            for share in back_up_before_steps(database, self._folder, self._vfs, now):
                yield share / 2
            for share in restored_steps(database, self._folder, self._vfs, backup, now):
                yield 0.5 + share / 2
            self._log_closed()
            self._disconnect()
            put_in_place(self._folder, self._path)
            self._goes_on_anew()

    def restored(self) -> CheckReport:
        """Report on what was restored a moment ago."""
        with self._using(saving=False) as database:
            entries = database.last()[0]
            answers = database.count_answers()
        return CheckReport(checked=entries, entries=entries, full=True, at=self._clock.now(), answers=answers)

    def last_restore(self) -> dict[str, Any] | None:
        """Return what is noted on the last restore: `at`, `from` and `before`; None where there was none."""
        with self._using(saving=False) as database:
            return last_restore(database)
