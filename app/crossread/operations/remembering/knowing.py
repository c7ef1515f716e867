"""What a memory can tell of the learner: where they are in a pack, what all comes to, and lists of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from crossread.base.errors import Expected
    from crossread.inquiry.state import InquiryState
    from crossread.operations.remembering.reading import EntriesJob
    from crossread.operations.remembering.remembered import Remembered
    from crossread.operations.remembering.seen_at_hand import SeenAtHand
    from crossread.progress.history import AnswerGiven
    from crossread.progress.projection import Projection

# Kinds of entries that come of reading alone.
_LOOKED_AT = frozenset(("session", "stage-entered", "card-opened", "source-read", "time-spent"))

S = TypeVar("S")
T = TypeVar("T")


class Knowing(ABC):
    """What of a memory is asked for; whatever is not at hand is read elsewhere."""

    _remembered: Remembered

    @abstractmethod
    def when_open(self, job: Callable[[], None]) -> None:
        """Do a job as soon as it is known what the record holds, or that it cannot be opened."""

    @property
    def on_screen(self) -> SeenAtHand:
        """What was on the screen, as far as it is at hand."""
        return self._remembered.on_screen

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is remembered, as far as that is known."""
        return self._remembered.at_hand.last == 0

    @property
    def has_own(self) -> bool:
        """Whether the newest entries hold anything that a learner gave, beside what was looked at."""
        return any(entry.kind not in _LOOKED_AT for entry in self._remembered.at_hand.newest)

    def has(self, entry: str) -> bool:
        """Tell of an entry that a draft was begun over whether it is remembered."""
        return self._remembered.at_hand.holds(entry)

    def know(self, entry: str) -> None:
        """Take note of a remembered entry that a draft is begun over."""
        self._remembered.at_hand.know(entry)

    def state(self, pack_id: str) -> InquiryState:
        """Return where the learner is in one pack; waits for the record where `when_known` did not."""
        return self._remembered.state(pack_id)

    def when_known(self, pack_id: str, then: Callable[[Expected | None], None]) -> None:
        """Call `then` once the record is open and it is known where the learner is in a pack.

        Where the record cannot be opened that is at the beginning; where it cannot tell, `then` gets why.
        """
        self.when_open(partial(self._remembered.with_state, pack_id, then))

    def projected(self, projection: Projection[S]) -> S:
        """Return what all entries come to by a projection; not to be changed.

        Where they must be counted anew it is nothing yet: `counting` tells how far that is, and "state" is
        told when it is done.
        """
        return self._remembered.projected(projection)

    @property
    def counting(self) -> tuple[int, int] | None:
        """How many entries are counted, of how many, where that is done anew; None where it is not."""
        return self._remembered.counting

    def read_answers(
        self,
        before: int | None,
        count: int,
        pack: str,
        done: Callable[[Sequence[AnswerGiven] | Expected], None],
    ) -> None:
        """Read a page of answers once the record is open."""
        self.when_open(partial(self._remembered.answers, before, count, pack, done))

    def read_entries(self, job: EntriesJob[T], done: Callable[[T | Expected], None]) -> None:
        """Run a job over all entries, elsewhere, once the record is open."""
        self.when_open(partial(self._remembered.entries, job, done))
