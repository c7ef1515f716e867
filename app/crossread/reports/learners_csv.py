"""Learners for a spreadsheet: a row a learner, with the numbers of their page of progress."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo

from crossread.base.errors import N_
from crossread.progress.calibration import STEPS
from crossread.progress.skills import SKILLS_IN_ORDER
from crossread.reports.answers_csv import WhoReads
from crossread.reports.counted import Counted
from crossread.reports.spreadsheet import Cell

_FIRST: Mapping[str, str] = {
    "learner": N_("The name or code of the learner."),
    "learner_id": N_("The learner’s random number, which stays the same when the name changes."),
    "first_answer": N_("When the first answer was given: date, time and distance from UTC (ISO 8601)."),
    "last_answer": N_("When the last answer was given, likewise."),
    "packs": N_("In how many packs something was done."),
    "stages_handed_in": N_("How many stages were handed in at least once."),
    "answers_given": N_(
        "Answers given in all: in stages, in practice and in review, with those changed later."
    ),
    "answers_in_stages": N_("Answers given in stages, with those changed later."),
    "answers_in_practice": N_("Answers given in practice."),
    "answers_in_review": N_("Answers given in review, without those taken back."),
    "points_earned": N_("Points of the answers in force, one a question; what is held back does not count."),
    "points": N_("The points of those of them that are marked."),
    "days": N_("On how many days something was done, as far as time was counted."),
    "minutes": N_("Focused, active minutes in all; context, never a score."),
    "certain_and_wrong": N_("Questions on the list of certain and wrong, those put right since among them."),
    "brier": N_(
        "How far certainty was from the truth, from 0 to 1, less is better; empty for fewer than eight."
    ),
    "brier_items": N_("On how many first tries that rests."),
}
_OF_A_SKILL: Mapping[str, str] = {
    "share": N_("Share of the points of its last 20 first tries, from 0 to 1; empty for fewer than eight."),
    "items": N_("On how many first tries that rests."),
    "low": N_("The lower end of where the share may well lie (95 %); empty where the share is."),
    "high": N_("The upper end of where the share may well lie (95 %); empty where the share is."),
}
_OF_A_STEP: Mapping[str, str] = {
    "right": N_(
        "Share right of the first tries given with this certainty, from 0 to 1; empty for fewer than eight."
    ),
    "items": N_("How many first tries these are."),
}


def columns() -> Mapping[str, str]:
    """Return each column and what stands in it; the names are the same in every language."""
    skills = {f"{_name(skill)}_{key}": told for skill in SKILLS_IN_ORDER for key, told in _OF_A_SKILL.items()}
    steps = {f"{_name(step)}_{key}": told for step in STEPS for key, told in _OF_A_STEP.items()}
    return {**_FIRST, **steps, **skills}


def learner_rows(
    learners: Iterable[tuple[WhoReads, Counted]], zone: tzinfo | None = None
) -> Iterator[list[Cell]]:
    """Make a row of each learner, those too who have done nothing yet.

    Times are told in `zone`, else in that of the machine.
    """
    for who, count in learners:
        progress = count.progress
        first, last = count.answered or (None, None)
        row: list[Cell] = [
            who.name,
            who.id,
            _moment(first, zone),
            _moment(last, zone),
            len(progress.packs),
            sum(stage.handed_in > 0 for pack in progress.packs for stage in pack.stages),
            progress.given,
            sum(pack.given for pack in progress.packs),
            sum(pack.practised for pack in progress.packs),
            sum(pack.reviewed for pack in progress.packs),
            sum(pack.earned for pack in progress.packs),
            sum(pack.of for pack in progress.packs),
            len(progress.days),
            sum(day.minutes for day in progress.days),
            len(progress.certain_wrong),
            progress.certainty.brier if progress.certainty.sure else None,
            progress.certainty.items,
        ]
        for step in progress.certainty.steps:
            row += [step.share if step.fit != "unclear" else None, step.items]
        for skill in SKILLS_IN_ORDER:
            found = progress.skills[skill]
            row += [found.now.share if found.now.sure else None, found.now.items]
            row += [found.range.low, found.range.high] if found.now.sure else [None, None]
        yield row


def _moment(at: datetime | None, zone: tzinfo | None) -> str:
    return at.astimezone(zone).isoformat(timespec="seconds") if at is not None else ""


def _name(words: str) -> str:
    return words.replace(" ", "_").replace("-", "_")
