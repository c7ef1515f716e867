"""What is read from the record, elsewhere than on the main thread: short things at once, long ones beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from crossread.base.errors import Expected
from crossread.operations.remembering.asking_record import PATIENCE_S, AskingRecord
from crossread.operations.sessions.background import Background, Deliver

if TYPE_CHECKING:
    from crossread.base.entries import Entry
    from crossread.inquiry.state import InquiryState
    from crossread.operations.remembering.answers_read import AnswersPage
    from crossread.operations.remembering.put_down import PutDown
    from crossread.operations.remembering.states_read import Counted
    from crossread.progress.projection import Projection
    from crossread.record.writer import Writer

S = TypeVar("S")
T = TypeVar("T")

# A state that was read before anyone asked for it, of which projection, and of what.
Ahead = tuple["Projection[Any]", Any, "PutDown"]
# What was on the screen, by its digest; None where the record does not have it.
SeenLookup = Callable[[str], Mapping[str, Any] | None]
# A job over all entries, oldest first; they can be gone through more than once, each time read anew.
EntriesJob = Callable[[Iterable["Entry"], SeenLookup], T]

_KEPT = 400  # things looked up: the questions that a learner has before them; each is hundreds of objects


class Reading:
    """Reads a record by way of its writer. All is told on the main thread, where all here is called."""

    def __init__(self, writer: Writer, learner: str, deliver: Deliver) -> None:
        self._writer = writer
        self._learner = learner
        self._deliver = deliver
        self._ask = AskingRecord(writer)
        self._short = Background(deliver)
        self._long = Background(deliver)

    def close(self, timeout: float) -> None:
        """Wait for nothing any more; what was asked for is told that it cannot be read."""
        self._ask.give_up()
        self._short.close(timeout)
        self._long.close(timeout)
        self._ask = AskingRecord(self._writer)  # where closing is refused, what comes later is read again

    def end(self) -> None:
        """Read nothing from now on, whatever what comes back late asks for."""
        self._short.end()
        self._long.end()

    def state_now(self, pack_id: str) -> tuple[InquiryState, int]:
        """Return where the learner is in a pack, and up to which entry that counts, waiting for the record.

        Only where that was not asked for in time; raises Expected.
        """
        from crossread.operations.remembering.states_read import state_read

        return state_read(AskingRecord(self._writer, PATIENCE_S), pack_id, self._learner)

    def state(self, pack_id: str, done: Callable[[tuple[InquiryState, int] | Expected], None]) -> None:
        """Read where the learner is in a pack, and up to which entry that counts."""
        from crossread.operations.remembering.states_read import state_read

        self._short.run(partial(state_read, self._ask, pack_id, self._learner), done)

    def seen(self, names: Iterable[str], done: Callable[[Mapping[str, Any] | Expected], None]) -> None:
        """Read what was on the screen, by digest, as far as the record has it."""
        self._short.run(partial(self._ask.seen, names), done)

    def answers(
        self,
        unwritten: Sequence[Entry],
        before: int | None,
        count: int,
        pack: str,
        done: Callable[[AnswersPage | Expected], None],
    ) -> None:
        """Read a page of answers; `unwritten` are entries that the record may not have yet."""
        from crossread.operations.remembering.answers_read import answers_page

        self._short.run(partial(answers_page, self._ask, unwritten, before, count, pack), done)

    def entries(
        self, unwritten: Sequence[Entry], job: EntriesJob[T], done: Callable[[T | Expected], None]
    ) -> None:
        """Run a job over all entries given so far, page by page, while others are written."""
        self._long.run(partial(_over_all, self._ask, unwritten, job), done)

    def ahead(self, long: Mapping[str, PutDown], done: Callable[[list[Ahead] | Expected], None]) -> None:
        """Read states of the progress page from what was put down of them, before anyone asks for them."""
        self._short.run(partial(_read_ahead, self._ask, long), done)

    def projections(
        self,
        projections: Sequence[Projection[Any]],
        progress: Callable[[int, int], None],
        done: Callable[[Counted | Expected], None],
    ) -> None:
        """Count all entries by projections, in one go; gives their states, and the last entry's number.

        What they came to is put down when the record has nothing else to do.
        """
        self._long.run(partial(self._count, projections, progress), done)

    def _count(self, projections: Sequence[Projection[Any]], progress: Callable[[int, int], None]) -> Counted:
        from crossread.operations.remembering.states_read import projections_read

        def tell(counted: int, of: int) -> None:
            self._deliver(partial(progress, counted, of))

        found = projections_read(self._ask, projections, tell)
        if found.put_down:
            self._writer.keep(lambda: found.put_down)
        return found


def _read_ahead(ask: AskingRecord, long: Mapping[str, PutDown]) -> list[Ahead]:
    from crossread.operations.remembering.put_down import name_of
    from crossread.operations.remembering.states_read import read_ahead
    from crossread.progress.progress_of import PROJECTIONS

    wanted = [(one, long[name_of(one)]) for one in PROJECTIONS if name_of(one) in long]
    states = zip(wanted, read_ahead(ask, wanted), strict=True)
    return [(one, state, put_down) for (one, put_down), state in states if state is not None]


def _over_all(ask: AskingRecord, unwritten: Sequence[Entry], job: EntriesJob[T]) -> T:
    lookup = _SeenOnce(ask)
    return job(_All(ask, unwritten), lookup)


class _All:
    """All entries, oldest first, as often as they are asked for."""

    def __init__(self, ask: AskingRecord, unwritten: Sequence[Entry]) -> None:
        self._ask, self._unwritten = ask, unwritten

    def __iter__(self) -> Iterator[Entry]:
        left = {one.id: one for one in self._unwritten}
        for entry in self._ask.entries():
            left.pop(entry.id, None)
            yield entry
        yield from left.values()


class _SeenOnce:
    """Looks up what was on the screen; what was looked up last is kept."""

    def __init__(self, ask: AskingRecord) -> None:
        self._ask = ask
        self._known: dict[str, Mapping[str, Any] | None] = {}

    def __call__(self, name: str) -> Mapping[str, Any] | None:
        if name not in self._known:
            if len(self._known) >= _KEPT:
                self._known.pop(next(iter(self._known)))
            self._known[name] = self._ask.seen({name}).get(name)
        return self._known[name]
