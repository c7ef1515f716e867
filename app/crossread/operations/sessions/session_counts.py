"""The part of a session that tells what the answers come to, and reads what was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crossread.base.errors import Expected
    from crossread.operations.remembering.memory import Memory
    from crossread.operations.remembering.reading import EntriesJob
    from crossread.operations.sessions.background import Background
    from crossread.progress.history import AnswerGiven
    from crossread.progress.progress_of import Progress
    from crossread.progress.projection import Projection
    from crossread.progress.skills import SkillFigure
    from crossread.questions.kind import Skill

S = TypeVar("S")
T = TypeVar("T")


class SessionCounts:
    """What a session tells of all that is remembered: what it comes to, and the answers one by one."""

    _background: Background
    _memory: Memory

    def projected(self, projection: Projection[S]) -> S:
        """Return what all that is remembered comes to by a projection; not to be changed.

        Where everything must be counted anew it is nothing yet: see `counting`.
        """
        return self._memory.projected(projection)

    @property
    def counting(self) -> tuple[int, int] | None:
        """How many entries are counted, of how many, where that must be done anew; None where it is done.

        Listeners are told "state" as it goes on and when it is done.
        """
        return self._memory.counting

    def read_answers(
        self,
        before: int | None,
        count: int,
        pack: str,
        done: Callable[[Sequence[AnswerGiven] | Expected], None],
    ) -> None:
        """Read answers, newest first, elsewhere: up to `count` before entry `before` (None: the newest).

        Those of one pack, or of all (""). The next page goes on before the `seq` of the last one. Once `done`
        has them `seen` knows what was on the screen with each.
        """
        self._memory.read_answers(before, count, pack, done)

    def read_entries(self, job: EntriesJob[T], done: Callable[[T | Expected], None]) -> None:
        """Run `job(entries, seen)` elsewhere, over all entries, oldest first; `done` gets what it returns.

        It reads page by page, so that answers are saved meanwhile; `seen` looks up what was on the screen by
        its digest. What is given after it has begun may be missing.
        """
        self._memory.read_entries(job, done)

    def work_out(self, job: Callable[[], T], done: Callable[[T | Expected], None]) -> None:
        """Do a job elsewhere, as it takes long; it may change nothing. `done` gets what it comes to."""
        self._background.run(job, done)

    def skills(self) -> Mapping[Skill, SkillFigure]:
        """Return how it goes by skill, over all packs; empty where nothing is remembered."""
        if self._memory.is_empty:
            return {}  # the first page asks before there is anything to tell
        from crossread.progress.skills import SKILLS, skill_figures

        return skill_figures(self.projected(SKILLS))

    def progress(self) -> Progress:
        """Return all the numbers of the progress page, as they stand now."""
        from crossread.progress.progress_of import progress_of

        return progress_of(self.projected)

    def seen(self, name: str) -> Mapping[str, Any] | None:
        """Return a question as it was when it was answered, by its digest; None where that is not at hand."""
        return self._memory.seen(name)
