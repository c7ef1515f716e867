"""Points by stage, added up a second time: from the history, to hold the way through the packs against."""

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.progress.history import AnswerGiven


@dataclass(frozen=True, slots=True)
class Points:
    """Points earned, of those of the answers that are marked."""

    earned: float = 0.0
    of: float = 0.0


def points_by_stage(answers: Iterable[AnswerGiven]) -> dict[tuple[str, str], Points]:
    """Add up points by the ids of pack and stage, of the answers in force.

    What is not scored counts nowhere, nor what is held back.
    """
    found: dict[tuple[str, str], Points] = {}
    for answer in answers:
        place = answer.pack, answer.stage
        if not answer.in_force or answer.score is None or answer.held_back:
            continue
        before = found.get(place, Points())
        found[place] = Points(before.earned + answer.score * answer.points, before.of + answer.points)
    return found
