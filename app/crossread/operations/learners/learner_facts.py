"""What is to be told of each learner in a list: answers, the last day, how much room it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.operations.learners.deleting import what_goes
from crossread.operations.learners.learners import WITHOUT_LOCK, Learner, all_learners, has_begun


@dataclass(frozen=True, slots=True)
class LearnerFacts:
    """A learner, and what their record says; None where it cannot be read.

    `is_open` where a window has it open: then it is told as it was at one moment.
    """

    learner: Learner
    bytes: int
    answers: int | None
    last: datetime | None
    is_open: bool = False


def learner_facts(folders: DataFolders) -> list[LearnerFacts]:
    """Return what is to be told of every learner, by name; a large record takes some tenths of a second.

    Raises as `all_learners`.
    """
    return [_facts(one) for one in all_learners(folders)]


def handed_on(folder: Path) -> tuple[str, ...]:
    """Return where files were written that this learner handed on, as the record says, oldest first.

    Where something else lies there by now, that is left out. Empty where the record is open elsewhere or
    cannot be read. Raises nothing.
    """
    from crossread.operations.handing_on.handed_on_file import place_of
    from crossread.record.counted import files_handed_on

    try:
        return tuple(to for noted in files_handed_on(folder) if (to := place_of(noted)))
    except Expected:
        return ()


def _facts(learner: Learner) -> LearnerFacts:
    from crossread.record.counted import count_answers, count_open_answers

    size = what_goes(learner.folder).bytes
    if not has_begun(learner):
        return LearnerFacts(learner, size, 0, None)
    try:
        answers, last = count_answers(learner.folder)
        return LearnerFacts(learner, size, answers, last)
    except Expected as error:
        is_open = error.code == "record-locked"
        if not is_open and error.code not in WITHOUT_LOCK:
            return LearnerFacts(learner, size, None, None)
    try:
        answers, last = count_open_answers(learner.folder)
    except Expected:
        return LearnerFacts(learner, size, None, None, is_open=is_open)
    return LearnerFacts(learner, size, answers, last, is_open=is_open)


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
