"""The part of a session that knows its learner's backups: which there are, one more, one put back."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from crossread.base.errors import Expected

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crossread.base.clock import Clock
    from crossread.base.entries import NewEntry
    from crossread.base.record_difference import Difference
    from crossread.operations.backups.backups import BackupSeen, LastRestore
    from crossread.operations.noting.pack_notes import PackNotes
    from crossread.operations.remembering.asking_record import AskingRecord
    from crossread.operations.remembering.memory import Memory
    from crossread.operations.sessions.background import Background, Deliver
    from crossread.operations.sessions.changed import What
    from crossread.operations.sessions.taking_back import TakingBack
    from crossread.record.record import Record

    Share = Callable[[float], None]

T = TypeVar("T")


class AtWork:
    """Something that takes its time; `stop` ends it with nothing changed, where it is not done by then."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    def stop(self) -> None:
        """End it soon."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it is to end."""
        return self._stopped.is_set()


class SessionBackups(ABC):
    """What a session can say of backups and do with them. All answers come on the main thread.

    Restoring goes on in the same session: "restoring" is told before, so that what shows a pack lets go of
    it, and "state" when the record is another.
    """

    learner_folder: Path
    _clock: Clock
    _memory: Memory
    _notes: dict[str, PackNotes]
    _steps: dict[str, TakingBack]
    _deliver: Deliver

    def __init__(self) -> None:
        super().__init__()
        self._at_backups: Background | None = None
        self._works: set[AtWork] = set()
        self._asking: AskingRecord | None = None

    @abstractmethod
    def _tell_of(self, *what: What, pack: str = "") -> None:
        """Tell those who listen what changed."""

    @abstractmethod
    def note_file(self, noted: NewEntry | Expected) -> Expected | None:
        """Remember a file that holds words of the learner."""

    @property
    def backups_folder(self) -> Path:
        """Where the learner's backups are."""
        from crossread.record.backup_names import FOLDER

        return self.learner_folder / FOLDER

    def backups(self, done: Callable[[tuple[BackupSeen, ...] | Expected], None]) -> None:
        """Look which backups there are, the newest first; `done` gets them soon."""
        from crossread.operations.backups.backups import look_at_backups

        self._aside().run(partial(look_at_backups, self.learner_folder), done)

    def last_restore(self, done: Callable[[LastRestore | None], None]) -> None:
        """Look what was restored last; `done` gets it, None where nothing was or the record cannot say."""

        def look(record: Record) -> LastRestore | None:
            from crossread.operations.backups.backups import read_last_restore
            from crossread.record.backup_names import list_backups

            names = {backup.name for backup in list_backups(self.learner_folder)}
            return read_last_restore(record.last_restore(), names)

        def looked(result: LastRestore | Expected | None) -> None:
            done(None if isinstance(result, Expected) else result)

        self._memory.owner.read(look, self._later(looked))

    def backup_difference(self, name: str, done: Callable[[Difference | Expected], None]) -> AtWork:
        """Compare a backup with what is there now, in the background; `done` gets what differs."""
        from crossread.operations.backups.backups import compare_backup

        work = self._begin()
        ask = self._ask()
        self._aside().run(
            lambda: compare_backup(self.learner_folder, name, ask, lambda: work.is_stopped),
            partial(self._ended, work, done),
        )
        return work

    def copy_backup(
        self, name: str, to: Path, done: Callable[[Path | Expected], None], progress: Share
    ) -> AtWork:
        """Copy a backup to a file, verified; `done` gets where it is, `progress` the share from 0 to 1.

        Like all that is handed on, it is remembered for who deletes themselves.
        """
        from crossread.operations.backups.backups import copy_backup
        from crossread.operations.handing_on.handed_on_file import exported

        work = self._begin()
        shown = self._later(progress)

        def job() -> tuple[Path, NewEntry | Expected]:
            there = copy_backup(self.learner_folder, name, to, shown, lambda: work.is_stopped)
            try:
                return there, exported("backup.sqlite", there)
            except Expected as error:
                return there, error

        def copied(result: tuple[Path, NewEntry | Expected] | Expected) -> None:
            if isinstance(result, Expected):
                self._ended(work, done, result)
                return
            there, noted = result
            self.note_file(noted)  # where that is refused the copy is there all the same
            self._ended(work, done, there)

        self._aside().run(job, copied)
        return work

    def take_in_backup(self, path: Path, done: Callable[[str | Expected], None], progress: Share) -> AtWork:
        """Take a copy from elsewhere in among the backups, verified; `done` gets its name there."""
        from crossread.operations.backups.backups import take_in_backup

        work, ask = self._begin(), self._ask()
        shown, now = self._later(progress), self._clock.now()
        self._aside().run(
            lambda: take_in_backup(self.learner_folder, path, ask, now, shown, lambda: work.is_stopped),
            partial(self._ended, work, done),
        )
        return work

    def back_up(self, done: Callable[[bool | Expected], None], progress: Share | None = None) -> None:
        """Make a backup now, also where nothing changed; `done` gets False where there is nothing yet."""
        shown = self._later(progress) if progress else None
        if (error := self._memory.error) is not None:
            self._deliver(partial(done, error))
            return
        self._memory.owner.back_up("asked", self._later(done), shown, always=True)

    def back_up_before(self, why: str, then: Callable[[], None]) -> None:
        """Do something that changes much once what there is now is backed up; `why` is the record's word.

        It is done all the same where no backup can be made, and that is told in the report.
        """
        if self._memory.error is not None:
            then()  # which is told the same error
            return

        def made(result: bool | Expected) -> None:
            if isinstance(result, Expected):
                self._memory.say(result)
            then()

        self._memory.owner.back_up(why, self._later(made))

    def restore(
        self, name: str, done: Callable[[bool | Expected], None], progress: Share | None = None
    ) -> AtWork:
        """Put a backup in the record's place, one more backup made first; `done` gets True or why not."""
        work = self._begin()
        if (error := self._memory.error) is not None:
            self._deliver(partial(self._ended, work, done, error))
            return work
        self._tell_of("restoring")

        def ended(result: bool | Expected) -> None:
            if not isinstance(result, Expected):
                self._notes.clear()
                self._steps.clear()  # steps of what is no more are not taken back
                self._tell_of("state")
            self._ended(work, done, result)

        shown = self._later(progress) if progress else None
        self._memory.owner.restore(name, self._later(ended), shown, lambda: work.is_stopped)
        return work

    def _ended(self, work: AtWork, done: Callable[[T], None], result: T) -> None:
        self._works.discard(work)
        done(result)

    def _begin(self) -> AtWork:
        work = AtWork()
        self._works.add(work)
        return work

    def _ask(self) -> AskingRecord:
        from crossread.operations.remembering.asking_record import AskingRecord

        if self._asking is None:
            self._asking = AskingRecord(self._memory.owner)
        return self._asking

    def _aside(self) -> Background:
        """Return the thread for what is slow here: packs are opened on another one meanwhile."""
        from crossread.operations.sessions.background import Background

        if self._at_backups is None:
            self._at_backups = Background(self._deliver)
        return self._at_backups

    def _later(self, job: Callable[..., None]) -> Callable[..., None]:
        def on_other_thread(*results: object) -> None:
            self._deliver(partial(job, *results))

        return on_other_thread

    def _end_backups(self, timeout: float) -> None:
        """Let what is under way with backups end."""
        for work in self._works:
            work.stop()
        if self._asking is not None:
            self._asking.give_up()
            self._asking = None  # what cannot be saved yet keeps the session, which may be asked again
        if self._at_backups is not None:
            self._at_backups.close(timeout)
