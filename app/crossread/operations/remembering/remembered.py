"""What is remembered of the learner: what of it is at hand, and the rest read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from crossread.base.errors import Expected
from crossread.operations.remembering.entries_at_hand import EntriesAtHand
from crossread.operations.remembering.projected import Projected
from crossread.operations.remembering.reading import Reading
from crossread.operations.remembering.seen_at_hand import SeenAtHand
from crossread.operations.remembering.taken_up import PACKS

if TYPE_CHECKING:
    from crossread.base.entries import NewEntry
    from crossread.inquiry.state import InquiryState
    from crossread.operations.remembering.answers_read import AnswersPage
    from crossread.operations.remembering.reading import Ahead, EntriesJob
    from crossread.operations.remembering.states_read import Counted
    from crossread.operations.remembering.taken_up import TakenUp
    from crossread.operations.sessions.background import Deliver
    from crossread.progress.history import AnswerGiven
    from crossread.progress.projection import Projection
    from crossread.record.rows import Prepared
    from crossread.record.snapshots import Snapshot
    from crossread.record.writer import Writer

S = TypeVar("S")
T = TypeVar("T")


class Remembered:
    """Entries, where they lead in each pack, and what they come to. All here is called on the main thread.

    `changed` is called when something that was not at hand has come. A record of any length is taken up in
    some milliseconds: of most entries nothing is held but what was put down of them.
    """

    def __init__(self, learner: str, deliver: Deliver, changed: Callable[[], None]) -> None:
        self._learner = learner
        self._deliver = deliver
        self._changed = changed
        self._read: Reading | None = None
        self._taken = 0  # how often the record was taken up; what was read of it before counts no more
        self._states: dict[str, InquiryState] = {}
        self._moved: set[str] = set()  # packs whose states have changed since they were put down
        self._projected = Projected()
        self._to_count: dict[str, Projection[Any]] = {}
        self._counting: tuple[int, int] | None = None
        self._uncounted: set[str] = set()  # what could not be counted of this record
        self.at_hand = EntriesAtHand()
        self.on_screen = SeenAtHand()

    def start(self, writer: Writer) -> None:
        """Begin, with the one who can be asked for what is not at hand."""
        self._read = Reading(writer, self._learner, self._deliver)

    @property
    def _reading(self) -> Reading:
        if self._read is None:
            raise RuntimeError("the record was not started")
        return self._read

    def close(self, timeout: float) -> None:
        """Read nothing any more."""
        if self._read is not None:
            self._read.close(timeout)

    def end(self) -> None:
        """Read nothing from now on: the record is closed."""
        if self._read is not None:
            self._read.end()

    def take(self, taken: TakenUp) -> None:
        """Take up what the record holds; what is not written yet comes behind it."""
        self._taken += 1
        self.at_hand.take(taken)
        self._states.clear()
        self._moved.clear()
        self._projected.take(taken.counted)
        self._to_count.clear()
        self._counting = None
        self._uncounted.clear()
        self.on_screen.ask_again()

    # Where the learner is in a pack

    def state(self, pack_id: str) -> InquiryState:
        """Return where the learner is in one pack.

        Where it was not read before by `with_state` this waits for the record, and raises Expected where that
        does not tell.
        """
        if pack_id not in self._states:
            if self.at_hand.behind == 0:
                from crossread.inquiry.fold import fold_all

                self._know(pack_id, fold_all(pack_id, self.at_hand.newest, self._learner))
            else:
                self._know(pack_id, *self._reading.state_now(pack_id))
        return self._states[pack_id]

    def with_state(self, pack_id: str, then: Callable[[Expected | None], None]) -> None:
        """Call `then` once it is at hand where the learner is in a pack, or with what is in the way."""
        if pack_id in self._states or self.at_hand.behind == 0:
            then(None)
        else:
            self._reading.state(pack_id, partial(self._state_read, self._taken, pack_id, then))

    def _state_read(
        self,
        taken: int,
        pack_id: str,
        then: Callable[[Expected | None], None],
        result: tuple[InquiryState, int] | Expected,
    ) -> None:
        if taken != self._taken:  # other entries were taken up meanwhile
            self.with_state(pack_id, then)
            return
        if isinstance(result, Expected):
            then(result)
            return
        if pack_id not in self._states:
            self._know(pack_id, *result)
        then(None)

    def _know(self, pack_id: str, state: InquiryState, up_to: int | None = None) -> None:
        if up_to is not None:
            from crossread.inquiry.fold import fold_all

            state = fold_all(pack_id, self.at_hand.after(up_to), self._learner, state)
        self._states[pack_id] = state
        self.want_seen(state.kept_texts.values())

    def give(self, pack_id: str, new: Sequence[NewEntry], prepared: Sequence[Prepared]) -> None:
        """Let entries count from now on, as they will be written."""
        from crossread.inquiry.fold import fold

        state = self._states.get(pack_id)  # else it is read when it is asked for, with these
        for given, entry in zip(new, self.at_hand.give(prepared), strict=True):
            self._projected.add(entry)
            if state is not None:
                state = fold(state, entry)
            if given.seen is not None:
                self.on_screen.give(entry.seen_digest, given.seen)
        if state is not None:
            self._states[pack_id] = state
            self._moved.add(pack_id)

    # What it comes to

    def projected(self, projection: Projection[S]) -> S:
        """Return what all entries come to by a projection; not to be changed.

        Where they must be counted anew it is nothing yet; see `counting`.
        """
        state = self._projected.get(projection, self.at_hand)
        if state is not None:
            return state
        if projection.name not in self._uncounted:
            if not self._to_count and self._counting is None:
                self._deliver(self._count)  # once all that a page asks for is known
            self._to_count[projection.name] = projection
        return projection.empty()

    def read_ahead(self) -> None:
        """Have what is long to read of what was put down read, before the page that shows it is gone to."""
        if long := self._projected.long:
            self._reading.ahead(long, partial(self._ahead, self._taken))

    def _ahead(self, taken: int, result: list[Ahead] | Expected) -> None:
        if taken == self._taken and not isinstance(result, Expected):
            for projection, state, put_down in result:
                self._projected.put_ahead(projection, state, put_down, self.at_hand)

    @property
    def counting(self) -> tuple[int, int] | None:
        """How many entries are counted, of how many, where that is being done anew; None where it is not."""
        return self._counting or ((0, self.at_hand.last) if self._to_count else None)

    def _count(self) -> None:
        """Count what was asked for, in one go through all entries."""
        if self._to_count and self._counting is None:
            self._counting = (0, self.at_hand.last)
            self._reading.projections(
                tuple(self._to_count.values()),
                partial(self._count_told, self._taken),
                partial(self._counted, self._taken, tuple(self._to_count.values())),
            )

    def _count_told(self, taken: int, done: int, of: int) -> None:
        if taken == self._taken and self._counting is not None:
            self._counting = (done, of)
            self._changed()

    def _counted(
        self, taken: int, projections: Sequence[Projection[Any]], result: Counted | Expected
    ) -> None:
        if taken != self._taken:
            return  # other entries were taken up meanwhile: they are counted when that is asked for
        self._counting = None
        for place, one in enumerate(projections):
            self._to_count.pop(one.name, None)
            if isinstance(result, Expected):
                self._uncounted.add(one.name)
            else:
                self._projected.put(one, result.states[place], result.last, self.at_hand)
        self._count()  # what was asked for meanwhile
        self._changed()

    # What was on the screen, and lists

    def want_seen(self, names: Iterable[str]) -> None:
        """Have it read what was on the screen, by digest, as far as it is not at hand."""
        if (wanted := self.on_screen.want(names)) and self._read is not None:
            self._read.seen(wanted, partial(self._take_seen, self._taken, wanted))

    def _take_seen(
        self, taken: int, wanted: frozenset[str], result: Mapping[str, Mapping[str, Any]] | Expected
    ) -> None:
        if taken == self._taken:
            self.on_screen.take(wanted, {} if isinstance(result, Expected) else result)
            self._changed()

    def answers(
        self,
        before: int | None,
        count: int,
        pack: str,
        done: Callable[[Sequence[AnswerGiven] | Expected], None],
    ) -> None:
        """Read up to `count` answers before entry `before` (None: the newest), newest first."""
        told = partial(self._answers_read, done)
        self._reading.answers(self.at_hand.unwritten, before, count, pack, told)

    def _answers_read(
        self, done: Callable[[Sequence[AnswerGiven] | Expected], None], result: AnswersPage | Expected
    ) -> None:
        if isinstance(result, Expected):
            done(result)
            return
        for name, seen in result.seen.items():
            self.on_screen.give(name, seen)
        done(result.answers)

    def entries(self, job: EntriesJob[T], done: Callable[[T | Expected], None]) -> None:
        """Run a job over all entries, oldest first, elsewhere."""
        self._reading.entries(self.at_hand.unwritten, job, done)

    # Putting down

    def states_to_put_down(self) -> Callable[[], Iterator[Snapshot]]:
        """Return what makes snapshots of where the learner is in packs, on any thread."""
        moved = {pack: self._states[pack] for pack in self._moved if pack in self._states}
        return partial(_of_states, moved, self.at_hand.last, self.at_hand.checksum)

    def projections_to_put_down(self) -> Iterator[tuple[Snapshot, ...]]:
        """Put down what entries come to, one after the other, each as it is when it is its turn.

        What comes of one is to be put down together.
        """
        return self._projected.to_put_down(self.at_hand)


def _of_states(states: Mapping[str, InquiryState], last: int, checksum: bytes) -> Iterator[Snapshot]:
    from crossread.inquiry.state_storing import VERSION, state_json
    from crossread.record.snapshots import Snapshot

    for pack, state in states.items():
        yield Snapshot(PACKS + pack, VERSION, last, checksum, state_json(state))
