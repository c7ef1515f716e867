"""What is remembered of the learner, at hand: what the record holds and what is on its way there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from crossread.base.errors import N_, Expected
from crossread.operations.remembering.drafts import Drafts
from crossread.operations.remembering.knowing import Knowing
from crossread.operations.remembering.remembered import Remembered
from crossread.operations.remembering.taken_up import take_up
from crossread.operations.sessions.changed import Changed, Status, StatusKind, What

if TYPE_CHECKING:
    from pathlib import Path

    from crossread.base.clock import Clock
    from crossread.base.entries import NewEntry
    from crossread.operations.sessions.background import Deliver
    from crossread.record.outcomes import Checked, NotSaved, OpenResult, Saved
    from crossread.record.snapshots import Snapshot
    from crossread.record.writer import Writer

S = TypeVar("S")
T = TypeVar("T")

_PUT_DOWN_AFTER = 500  # entries given since what they come to was put down last


class Memory(Knowing):
    """Entries and drafts as the views see them: those in the record, then those being saved.

    An entry counts as soon as it is given; the status says whether it is on the disk yet. `notify` is
    called on the main thread, as everything here is.
    """

    def __init__(
        self, folder: Path, clock: Clock, deliver: Deliver, notify: Callable[[Changed], None]
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._deliver = deliver
        self._notify = notify
        self._thread: Writer | None = None
        self._remembered = Remembered(folder.name, deliver, self._more_is_known)
        self._drafts = Drafts()
        self._given = 0  # entries since what they come to was put down
        self._waiting: list[Callable[[], None]] = []
        self._refused: Expected | None = None  # why the pending entries could not be written
        self._begun = False
        self.known = False  # whether the record told what it holds
        self.error: Expected | None = None
        self.report: tuple[str, ...] = ()
        self.status = Status(kind="opening", since=clock.monotonic())

    def start(self) -> None:
        """Open the record on its own thread: first what it holds, then the check."""
        from crossread.record.writer import Writer

        self._thread = Writer(self._folder, self._clock)
        self._remembered.start(self._thread)
        self._writer.start(
            take=take_up,
            opened=self._later(self._opened),
            checked=self._later(self._checked),
            progress=self._progress,
            trouble=self._later(self._troubled),
        )

    @property
    def _writer(self) -> Writer:
        if self._thread is None:
            raise RuntimeError("the record was not started")
        return self._thread

    def when_open(self, job: Callable[[], None]) -> None:
        """Do a job as soon as it is known what the record holds, or that it cannot be opened."""
        if self.status.kind == "opening":
            self._waiting.append(job)
        else:
            job()

    def _more_is_known(self) -> None:
        self._tell("state")

    def remember(self, pack_id: str, new: Sequence[NewEntry]) -> None:
        """Let entries count at once and see to it that they are saved, in this order.

        Raises the record's own error where it could not be opened: nothing is remembered then.
        """
        self.raise_if_closed()
        if not self._begun:
            self._begun = True
            from crossread.base.entries import NewEntry

            new = [NewEntry(kind="session"), *new]
        prepared = self._writer.append(new, self._later(self._appended))
        self._remembered.give(pack_id, new, prepared)
        self._settle()
        self._given += len(new)
        if self._given >= _PUT_DOWN_AFTER:
            self._given = 0
            self._writer.keep(self._remembered.states_to_put_down())
            self._deliver(partial(self._put_down_next, self._remembered.projections_to_put_down()))

    def _put_down_next(self, left: Iterator[tuple[Snapshot, ...]]) -> None:
        """Put one projection down, and the next when whatever else waits is done: no page stands still."""
        if (snapshots := next(left, None)) is not None:
            self._writer.keep(lambda: snapshots)
            self._deliver(partial(self._put_down_next, left))

    def raise_if_closed(self) -> None:
        """Raise what keeps the record from being written; nothing where it can be."""
        if self.error is not None:
            raise self.error
        if self.status.kind == "closed":  # the thread that would write it has ended
            raise Expected("record-closed", N_("Your answers are closed already. Start Crossread again."))
        if self.status.kind == "opening":
            raise Expected(
                "record-opening", N_("Your answers are still being opened. Try again in a moment.")
            )

    # Drafts: what is not yet an answer, and where the desk was

    def draft(self, key: str) -> Any:
        """Return what was kept under a key; None where nothing was."""
        return self._drafts.get(key)

    def draft_keys(self, begin: str) -> tuple[str, ...]:
        """Return the keys that begin so and that something is kept under."""
        return self._drafts.keys(begin)

    def set_draft(self, key: str, value: Mapping[str, Any] | None) -> None:
        """Keep a value under a key, in place of what was there; None removes it.

        Where the record could not be opened it is kept here, until that can be.
        """
        if self._drafts.get(key) == value:
            return
        given = None if value is None else dict(value)
        self._drafts.give(key, given, self._clock.monotonic())
        if self.error is None:
            self._write_draft(key, given)
        else:
            self._drafts.hold({key: given})

    def _write_draft(self, key: str, given: Mapping[str, Any] | None) -> None:
        done = self._later(partial(self._drafted, key, given))
        if given is None:
            self._writer.remove_draft(key, done)
        else:
            self._writer.set_draft(key, given, done)

    @property
    def held(self) -> Mapping[str, Mapping[str, Any]]:
        """What is kept here only, as the record could not be opened, by its key."""
        return {key: value for key, value in self._drafts.held.items() if value is not None}

    def hold(self, drafts: Mapping[str, Mapping[str, Any]]) -> None:
        """Take over what another memory held, before this one is started."""
        for key, value in drafts.items():
            self._drafts.give(key, value, self._clock.monotonic())
        self._drafts.hold(drafts)

    def seen(self, name: str) -> Mapping[str, Any] | None:
        """Return what was on the screen, by its digest; None until the record has told."""
        return self._remembered.on_screen.get(name)

    # The way to the disk

    def retry(self) -> None:
        """Try once more to save what could not be saved, or to open what could not be opened."""
        self._writer.retry()

    def start_fresh(self) -> None:
        """Begin an empty record beside one that is beyond repair; its files are kept."""
        self._writer.start_fresh(self._later(self._started_fresh))

    def _started_fresh(self, error: Expected | None) -> None:
        if error is not None:
            self._fail(error)

    def close(self, timeout: float) -> bool:
        """Save what is under way and close the record; True where that was done in time (in seconds).

        Where something could not be saved nothing is closed, and the record goes on.
        """
        self._remembered.close(timeout)
        closed = self._thread is None or self._thread.close(timeout, put_down=self._all_to_put_down())
        if closed:  # the writer does not close with something unsaved
            self._remembered.end()
            self.status = Status(kind="closed", since=self._clock.monotonic())
        return closed

    def _all_to_put_down(self) -> Callable[[], Iterable[Snapshot]]:
        """Return what makes, on the writer's thread, all that is put down at the end."""
        states = self._remembered.states_to_put_down()
        projections = tuple(chain.from_iterable(self._remembered.projections_to_put_down()))
        return lambda: (*states(), *projections)

    def _later(self, job: Callable[..., None]) -> Callable[..., None]:
        """Make a callback of the writer's thread that does `job` on the main thread."""

        def on_writer_thread(*results: object) -> None:
            self._deliver(partial(job, *results))

        return on_writer_thread

    def _opened(self, result: OpenResult) -> None:
        self._take(result)
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            job()
        self._tell("state", "status")

    def _take(self, result: OpenResult) -> None:
        if result.error is not None:
            self._fail(result.error)
            return
        self.error = None
        self.known = True
        self._remembered.take(result.taken)
        self._drafts.take(result.drafts or {})
        self._set("checking")
        for key, value in self._drafts.let_go().items():
            self._write_draft(key, value)

    def _progress(self, done: int, total: int) -> None:
        self._deliver(partial(self._checking, done, total))

    def _checking(self, done: int, total: int) -> None:
        kind = self.status.kind  # a damaged record is checked, and an old one backed up, before it is open
        if kind in ("opening", "checking"):
            self._set(kind, done=done, total=total)

    def _checked(self, result: Checked) -> None:
        if result.error is not None:
            self._fail(result.error)
            self._tell("status")
            return
        if result.reopened is not None:
            self._take(result.reopened)
        if result.report is not None:
            self.report = tuple(result.report.sentences())
        self._say_how_it_stands()  # answers may have been given meanwhile
        self._remembered.read_ahead()
        self._tell("state", "report", "status")

    def _appended(self, result: Saved | NotSaved) -> None:
        from crossread.record.outcomes import NotSaved

        if isinstance(result, NotSaved):
            self._refused = result.error
        else:
            self._refused = None  # what was refused before is written together with what comes after it
            self._remembered.at_hand.written(result.entries)
        self._settle()

    @property
    def owner(self) -> Writer:
        """The thread that owns the record, for what copies it and puts it back."""
        return self._writer

    def say(self, error: Expected) -> None:
        """Put something into the report that went wrong beside the saving."""
        self._troubled(error)

    def _troubled(self, error: Expected) -> None:
        self.report = (*self.report, error.message)
        self._tell("report")

    def _drafted(self, key: str, value: Mapping[str, Any] | None, error: Expected | None) -> None:
        self._drafts.written(key, value, error, self._clock.monotonic())
        self._settle()

    def look_at_saving(self) -> None:
        """Say no more that all is saved where what was typed has been on its way for long."""
        self._settle()

    def _settle(self) -> None:
        if self.status.kind not in {"opening", "checking", "closed"}:
            self._say_how_it_stands()

    def _say_how_it_stands(self) -> None:
        refused = self._refused or self._drafts.refused
        if refused is None and self.error is not None and self._remembered.at_hand.pending:
            refused = self.error
        if refused is not None:
            self._set("not-saved", refused.message)
        elif self.error is not None:
            self._set("failed", self.error.message)
        else:
            late = self._drafts.is_late(self._clock.monotonic())
            self._set("saving" if self._remembered.at_hand.pending or late else "ready")

    def _fail(self, error: Expected) -> None:
        self.error = error
        self._say_how_it_stands()

    def _set(self, kind: StatusKind, message: str = "", *, done: int = 0, total: int = 0) -> None:
        since = self.status.since if kind == self.status.kind else self._clock.monotonic()
        code = self.error.code if kind == "failed" and self.error else ""
        status = Status(kind=kind, message=message, done=done, total=total, since=since, code=code)
        if status != self.status:
            self.status = status
            self._tell("status")

    def _tell(self, *what: What) -> None:
        self._notify(Changed(frozenset(what)))
