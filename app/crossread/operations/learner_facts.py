"""What is to be told of each learner in a list: answers, the last day, how much room it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.operations.deleting import what_goes
from crossread.operations.learners import RECORD, Learner, learners


@dataclass(frozen=True, slots=True)
class LearnerFacts:
    """A learner, and what their record says; None where it is open elsewhere or cannot be read."""

    learner: Learner
    bytes: int
    answers: int | None
    last: datetime | None
    is_open: bool = False


def learner_facts(folders: DataFolders) -> list[LearnerFacts]:
    """Return what is to be told of every learner, by name; a large record takes some tenths of a second."""
    return [_facts(one) for one in learners(folders)]


def handed_on(folder: Path) -> tuple[str, ...]:
    """Return where files were written that this learner handed on, as the record says, oldest first.

    Where something else lies there by now, that is left out. Empty where the record is open elsewhere or
    cannot be read. Raises nothing.
    """
    from crossread.operations.handed_on_file import place_of
    from crossread.record.counted import files_handed_on

    try:
        return tuple(to for noted in files_handed_on(folder) if (to := place_of(noted)))
    except Expected:
        return ()


def _facts(learner: Learner) -> LearnerFacts:
    from crossread.record.counted import count_answers

    size = what_goes(learner.folder).bytes
    if not (learner.folder / RECORD).exists():
        return LearnerFacts(learner, size, 0, None)
    try:
        answers, last = count_answers(learner.folder)
    except Expected as error:
        return LearnerFacts(learner, size, None, None, is_open=error.code == "record-locked")
    return LearnerFacts(learner, size, answers, last)


def rows(facts: Sequence[LearnerFacts]) -> list[dict[str, object]]:
    """Return the list as plain values, for JSON."""
    return [
        {
            "name": one.learner.shown,
            "id": one.learner.id,
            "answers": one.answers,
            "last": one.last.isoformat() if one.last else None,
            "bytes": one.bytes,
            "open": one.is_open,
        }
        for one in facts
    ]
