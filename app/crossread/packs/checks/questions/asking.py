"""Checks of how questions are asked: tries and penalties that count, certainty that can be asked for."""

from collections.abc import Iterable
from typing import Protocol

from crossread.base.translation import _
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.schema import BEHAVIOURS, COUNTING_TRIES, Head
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from crossread.questions.shares import parse_share

MOST_TRIES = 10

Path = tuple[str | int, ...]


class _Level(Protocol):
    """What says how questions are asked: a question, its stage or its pack."""

    @property
    def tries(self) -> int: ...

    @property
    def penalty(self) -> str: ...


def check_asking(draft: Draft, problems: Problems) -> None:
    """Note tries and penalties out of range, and what is said of asking that can have no effect."""
    _Asking(draft, problems).check()


class _Asking:
    def __init__(self, draft: Draft, problems: Problems) -> None:
        self._draft = draft
        self._problems = problems
        head = draft.head.value if draft.head else None
        self._pack = (head.behaviour if head else "") or BEHAVIOURS[0]
        self._stages = {row.id: row.behaviour or self._pack for row in head.stages} if head else {}
        self._asked: dict[str, set[str]] = {stage: {name} for stage, name in self._stages.items()}

    def check(self) -> None:
        for question in self._draft.questions:
            self._question(question)
        if self._draft.head:
            self._head(self._draft.head)

    def _question(self, written: Written[Question]) -> None:
        question = written.value
        behaviour = question.behaviour or self._stages.get(question.stage, self._pack)
        self._asked.setdefault(question.stage, set()).add(behaviour)
        self._ranges(written, (), question)
        if self._draft.head and behaviour in BEHAVIOURS:
            self._effect(written, (), question, {behaviour})
        if question.certainty == "yes" and not KINDS[question.kind].scored:
            message = _(
                "Nobody is asked how sure they are of an answer that is not scored. Leave “certainty” out."
            )
            self._problems.warning(written.file, written.at_key("certainty"), "certainty-unused", message)
        if written.gives("points") and not KINDS[question.kind].scored:
            message = _("An answer that is not scored earns no points. Leave “points” out.")
            self._problems.warning(written.file, written.at_key("points"), "points-unused", message)

    def _head(self, written: Written[Head]) -> None:
        head = written.value
        self._ranges(written, (), head)
        for number, row in enumerate(head.stages):
            self._ranges(written, ("stages", number), row)
            if self._draft.whole:
                self._effect(written, ("stages", number), row, self._asked[row.id])
        if self._draft.whole:
            self._effect(written, (), head, {self._pack}.union(*self._asked.values()))

    def _ranges(self, written: Written[Question] | Written[Head], at: Path, level: _Level) -> None:
        if not 1 <= level.tries <= MOST_TRIES and written.gives(*at, "tries"):
            message = _("Tries run from 1 to {most}, not {tries}.")
            message = message.format(most=MOST_TRIES, tries=level.tries)
            self._problems.error(written.file, written.at(*at, "tries"), "out-of-range", message)
        if parse_share(level.penalty) is None and written.gives(*at, "penalty"):
            if level.penalty.strip():
                message = _("“{text}” is not a share from 0 to 1. Write it like 25 % or 1/4.")
                message = message.format(text=level.penalty[:40])
            else:
                message = _("A share from 0 to 1 is expected here, such as 25 % or 1/4.")
            self._problems.error(written.file, written.at(*at, "penalty"), "not-a-share", message)

    def _effect(
        self, written: Written[Question] | Written[Head], at: Path, level: _Level, behaviours: Iterable[str]
    ) -> None:
        """Note tries and penalties that hold under none of these behaviours."""
        names = sorted(behaviours)
        if not (level.tries or level.penalty) or any(name in COUNTING_TRIES for name in names):
            return
        for key in ("tries", "penalty"):
            if written.gives(*at, key):
                message = _(
                    "“{key}” changes nothing here, as the behaviour is “{behaviour}”. "
                    "Write “behaviour: tries” too, or leave it out."
                ).format(key=key, behaviour=", ".join(names))
                self._problems.warning(written.file, written.at_key(*at, key), "tries-unused", message)
