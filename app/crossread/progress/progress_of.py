"""All the numbers of the progress page, from one place: what the screen shows is what files say."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any, TypeVar

from crossread.base.entries import Entry
from crossread.progress.calibration import Calibration, SureFigure, calibration, sure_by_skill
from crossread.progress.certainty import CERTAINTY, CertainWrong, certain_and_wrong
from crossread.progress.projection import Projection
from crossread.progress.reading_mirror import READING, StageReading, readings
from crossread.progress.skills import SKILLS, SkillProgress, skills_progress
from crossread.progress.time_spent import TIME_SPENT, DayMinutes, minutes_by_day
from crossread.progress.way import WAY, PackWay, ways
from crossread.questions.kind import Skill

S = TypeVar("S")

PROJECTIONS: tuple[Projection[Any], ...] = (SKILLS, CERTAINTY, WAY, READING, TIME_SPENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What a learner's entries come to.

    `packs` are in the order they were begun, `skills` in theirs, and so `sure`, which holds certainty against
    truth by skill; `certain_wrong` and `readings` newest first, `days` oldest first.
    """

    packs: tuple[PackWay, ...]
    skills: dict[Skill, SkillProgress]
    certainty: Calibration
    sure: dict[Skill, SureFigure]
    certain_wrong: tuple[CertainWrong, ...]
    readings: tuple[StageReading, ...]
    days: tuple[DayMinutes, ...]

    @property
    def given(self) -> int:
        """How many answers were given in all, in stages, in practice and in reviews."""
        return sum(pack.given + pack.practised + pack.reviewed for pack in self.packs)


def progress_of(projected: Callable[[Projection[Any]], Any], zone: tzinfo | None = None) -> Progress:
    """Return the numbers that `projected` has the states for, such as a session's; days as in `zone`."""
    certainty = projected(CERTAINTY)
    return Progress(
        packs=tuple(ways(projected(WAY))),
        skills=skills_progress(projected(SKILLS)),
        certainty=calibration(certainty.judged.values()),
        sure=sure_by_skill(certainty.judged.values()),
        certain_wrong=tuple(certain_and_wrong(certainty)),
        readings=tuple(readings(projected(READING))),
        days=tuple(minutes_by_day(projected(TIME_SPENT), zone)),
    )


def progress_of_entries(entries: Iterable[Entry], zone: tzinfo | None = None) -> Progress:
    """Return the same numbers of entries that come oldest first, in one go through them."""
    states = [projection.empty() for projection in PROJECTIONS]
    for entry in entries:
        for projection, state in zip(PROJECTIONS, states, strict=True):
            projection.add(state, entry)
    by_name = {one.name: state for one, state in zip(PROJECTIONS, states, strict=True)}
    return progress_of(lambda projection: by_name[projection.name], zone)
