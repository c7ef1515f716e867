"""One learner at work: the joint between the record, the packs and whoever shows them.

All of it runs on one thread, the main one. Slow things run elsewhere and come back through `deliver`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from crossread.base.declared import EXAM_RESULTS, KEEP_READING, LOOKS
from crossread.base.errors import N_, Expected
from crossread.operations.learners.learner import (
    current_learner,
    folder_is_there,
    left_behind,
    record_is_there,
)
from crossread.operations.remembering.memory import Memory
from crossread.operations.sessions.background import Background, Deliver
from crossread.operations.sessions.changed import Changed, Status, What
from crossread.operations.sessions.new_pack_session import SessionNewPacks
from crossread.operations.sessions.session_backups import SessionBackups
from crossread.operations.sessions.session_counts import SessionCounts
from crossread.operations.sessions.session_drafts import SessionDrafts
from crossread.operations.sessions.session_finding import SessionFinding
from crossread.operations.sessions.session_notes import SessionNotes
from crossread.operations.sessions.session_outside import SessionOutside
from crossread.operations.sessions.session_packs import SessionPacks

if TYPE_CHECKING:
    from pathlib import Path

    from crossread.base.clock import Clock
    from crossread.base.entries import NewEntry
    from crossread.base.folders import DataFolders
    from crossread.base.settings import Settings
    from crossread.inquiry.commands import Command
    from crossread.inquiry.state import InquiryState
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.presence import Presence

S = TypeVar("S")
T = TypeVar("T")


class Session(
    SessionPacks,
    SessionCounts,
    SessionOutside,
    SessionBackups,
    SessionDrafts,
    SessionNotes,
    SessionFinding,
    SessionNewPacks,
):
    """Everything a view can ask for. It says what changed to those who listen.

    `deliver` runs a job on the main thread, from any thread. `learner` is the folder of the one who reads
    here, that of a guest too; without it whoever was here last.
    """

    def __init__(
        self,
        folders: DataFolders,
        settings: Settings,
        clock: Clock,
        deliver: Deliver,
        learner: Path | None = None,
    ) -> None:
        super().__init__()
        self._folders = folders
        self._clock = clock
        self._settings = settings
        self._listeners: list[Callable[[Changed], None]] = []
        self._deliver = deliver
        self._background = Background(deliver)
        self._at_close: list[Callable[[], None]] = []
        self.learner_folder = learner or folders.learners / current_learner(folders, settings)
        self.is_first = not record_is_there(self.learner_folder)  # whether they never were here
        self._was_there = folder_is_there(self.learner_folder)
        self._memory = Memory(self.learner_folder, clock, deliver, self._tell)
        settings.listen(self._setting_changed)

    def listen(self, listener: Callable[[Changed], None]) -> None:
        """Call `listener` with everything that changes from now on."""
        self._listeners.append(listener)

    @property
    def data_folder(self) -> Path:
        """Where all that the learner does is kept."""
        return self._folders.root

    def start(self) -> None:
        """Open the record, on its own thread."""
        self._memory.start()

    def clear_up(self) -> None:
        """Remove what guests and deletions have left that were cut short; soon, where there is any."""
        if left_behind(self._folders):
            self._background.run(partial(_clear_up, self._folders), _cleared_up)

    def close(self, timeout: float = 10.0) -> bool:
        """Save what is under way and close; True where all of it was saved within `timeout` seconds."""
        for stop in self._at_close:
            stop()
        self._background.close(timeout)
        self._end_backups(timeout)
        closed = self._memory.close(timeout)
        if closed:
            self._background.end()
            self._aside().end()
        return closed

    def at_close(self, stop: Callable[[], None]) -> None:
        """Have something stopped first when this is closed: long work that is about more than this record."""
        self._at_close.append(stop)

    # The record

    @property
    def status(self) -> Status:
        """How the record is doing."""
        return self._memory.status

    @property
    def report(self) -> str:
        """What the user should know of the start: what was restored, from when. Empty where all was well."""
        return " ".join(self._memory.report)

    def look_at_saving(self) -> None:
        """Have the status say so where the disk takes long over what was typed; to be called now and then."""
        self._memory.look_at_saving()

    def retry(self) -> None:
        """Try once more to save, or to open, what could not be; nobody who was deleted is made anew."""
        if self._was_there and self.status.kind == "failed" and not folder_is_there(self.learner_folder):
            gone = N_(
                "This learner is not here any more: all of it was deleted in the meantime, in another "
                "window. Close this one."
            )
            self._memory.say(Expected("learner-gone", gone))
            return
        self._memory.retry()

    def start_fresh(self) -> None:
        """Begin an empty record beside one that is beyond repair; its files are kept."""
        self._memory.start_fresh()

    @cached_property
    def presence(self) -> Presence:
        """What is told of what is in view, and of signs of life."""
        from crossread.operations.sessions.presence import Presence

        presence = Presence(self._clock, self._remember_presence)
        presence.switch(on=self._settings[KEEP_READING])
        return presence

    # The way through a pack

    def state(self, pack_id: str) -> InquiryState:
        """Return where the learner is in a pack."""
        return self._memory.state(pack_id)

    def when_known(self, pack_id: str, then: Callable[[Expected | None], None]) -> None:
        """Call `then` once it is known where the learner is in a pack; with why not where nobody can tell."""
        self._memory.when_known(pack_id, then)

    def do(self, opened: OpenPack, command: Command, visit: str = "") -> bool:
        """Do what the learner asks for. It counts at once and is saved at once; the status says when.

        What is done in one `visit` to a field, by a name of its own, is one step to take back.

        Returns whether it changed anything. Raises Expected where it is not allowed now, or where
        nothing can be remembered.
        """
        from crossread.inquiry.commands import Answer, Check, HandIn, Release

        if isinstance(command, Answer | Check | HandIn):
            self.presence.settle()  # what was read for an answer comes before it
        if isinstance(command, Release) and not self.may_show_results:
            raise Expected(
                "results-are-not-yours", N_("The results of this stage are shown when your teacher says so.")
            )
        return self._do_undoably(opened, command, visit)

    def _decide(self, opened: OpenPack, command: Command) -> bool:
        from crossread.inquiry.commands import TryAgain
        from crossread.inquiry.decide import decide

        pack = opened.pack
        new = decide(self.state(pack.id), command, pack, opened.texts)
        if not new:
            return False
        self._memory.remember(pack.id, new)
        self._keep_how_far(opened)
        if isinstance(command, TryAgain):
            for question in pack.questions_of(command.stage):  # asked this time or the last
                self.set_draft(pack.id, question.id, None)  # never given: it belongs to the last attempt
        self._tell_of("state", pack=pack.id)
        return True

    def _keep_how_far(self, opened: OpenPack) -> None:
        from crossread.progress.far import how_far

        far = how_far(self.state(opened.pack.id), opened.pack, opened.has_original)
        self._memory.set_draft(f"far/{opened.pack.id}", {"answered": far.answered})

    @property
    def may_show_results(self) -> bool:
        """Whether the learner may have results shown that were held back."""
        return self._settings[EXAM_RESULTS]

    def seed(self, pack_id: str, question_id: str) -> int:
        """Return the seed by which what a question shows is mixed for this learner; the same each time."""
        return self.state(pack_id).seed_of(question_id)

    # Telling

    def _remember_presence(self, pack_id: str, new: Sequence[NewEntry]) -> None:
        """Remember what was in view; where nothing can be remembered, this is not worth a word."""
        with suppress(Expected):
            self._memory.remember(pack_id, new)

    def _setting_changed(self, key: str) -> None:
        if key == KEEP_READING.key:
            self.presence.switch(on=self._settings[KEEP_READING])
        self._tell_of("looks" if key in LOOKS else "settings")

    def _tell_of(self, *what: What, pack: str = "") -> None:
        self._tell(Changed(frozenset(what), pack))

    def _tell(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)


def _clear_up(folders: DataFolders) -> None:
    from crossread.operations.learners.deleting import finish_deletions
    from crossread.operations.learners.guests import forget_guests
    from crossread.operations.learners.learners import clear_half_made

    finish_deletions(folders)
    forget_guests(folders)
    clear_half_made(folders)


def _cleared_up(_done: object) -> None:
    """Say nothing: what could not be removed is tried again at the next start."""
