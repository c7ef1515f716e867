"""Reading answers page by page until enough of those that are wanted are found. No Qt."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crossread.base.errors import Expected
from crossread.progress.history import AnswerGiven
from crossread.progress.outcome_filter import Wanted

if TYPE_CHECKING:
    from crossread.operations.sessions.session import Session

PAGE = 25  # answers found at once
READ = 200  # answers read at once where only some are wanted
MOST = 5_000  # answers looked through before one is asked whether to go on


class AnswersRead:
    """Answers that are wanted, newest first.

    `told` is called when more is known. `done`: there are no more. `looked` counts all that were looked
    through, `taken_back` those of the found that are no answer given any more. Another `ask` lets go of what
    the one before is still reading.
    """

    def __init__(self, session: "Session", told: Callable[[], None]) -> None:
        self._session, self._told = session, told
        self._asked = 0
        self._before: int | None = None
        self._goal = 0
        self._stop = 0
        self.wanted = Wanted()
        self.found: list[AnswerGiven] = []
        self.looked = self.taken_back = 0
        self.done = False
        self.reading = False
        self.error: Expected | None = None

    def ask(self, wanted: Wanted) -> None:
        """Begin anew."""
        self._asked += 1
        self.wanted = wanted
        self.found, self.looked, self.done, self.error = [], 0, False, None
        self.taken_back = 0
        self._before, self._goal = None, 0
        self.more()

    def more(self) -> None:
        """Find some more."""
        self._goal = len(self.found) + PAGE
        self._stop = self.looked + MOST
        self._read()

    def _read(self) -> None:
        self.reading = True
        count = PAGE if self.wanted.is_all else READ
        asked, pack = self._asked, self.wanted.pack
        self._session.read_answers(self._before, count, pack, _Taking(self, asked, count))

    def take(self, asked: int, count: int, result: Sequence[AnswerGiven] | Expected) -> None:
        """Take up what was read for one asking."""
        if asked != self._asked:
            return
        self.reading = False
        if isinstance(result, Expected):
            self.error, self.done = result, True
        else:
            self.looked += len(result)
            fits = [one for one in result if self.wanted.fits(one)]
            self.found += fits
            self.taken_back += sum(one.where == "review" and one.changed for one in fits)
            self.done = len(result) < count
            self._before = result[-1].seq if result else 0
            if not self.done and len(self.found) < self._goal and self.looked < self._stop:
                self._read()
        self._told()


class _Taking:
    """What is called with one page."""

    def __init__(self, reader: AnswersRead, asked: int, count: int) -> None:
        self._reader, self._asked, self._count = reader, asked, count

    def __call__(self, result: Sequence[AnswerGiven] | Expected) -> None:
        self._reader.take(self._asked, self._count, result)
