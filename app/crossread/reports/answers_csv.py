"""Answers for a spreadsheet: a row an answer, with what the page of progress shows of it and no more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo

from crossread.base.errors import N_
from crossread.progress.answer_outcome import outcome
from crossread.progress.answers_in_order import Where
from crossread.progress.history import AnswerGiven
from crossread.reports.spreadsheet import Cell

# Each column, and what stands in it. The names stay the same in every language, for programs that read them.
COLUMNS: Mapping[str, str] = {
    "learner": N_("The name or code of the learner."),
    "learner_id": N_("The learner’s random number, which stays the same when the name changes."),
    "given_at": N_("When the answer was given: date, time and distance from UTC (ISO 8601)."),
    "given_in": N_("Where it was given: stage, practice or review."),
    "pack": N_("The pack’s id."),
    "pack_title": N_("The pack’s title; empty where the pack is no longer in the library."),
    "pack_version": N_("The version of the pack that was answered."),
    "stage": N_("The stage’s id."),
    "attempt": N_("Which attempt at the stage, from 1; empty for practice and review."),
    "question": N_("The question’s id."),
    "kind": N_("How the question is answered, such as choice or evidence."),
    "skill": N_("The skill that it trains."),
    "required": N_("Whether the stage asks for it: yes or no."),
    "prompt": N_("The question as it was worded then, with the statement or text that it is about, if any."),
    "answer": N_("The answer in words, all of it; empty where the learner does not know."),
    "dont_know": N_("Whether the learner said “I don’t know”: yes or no."),
    "certainty": N_("How sure the learner said to be: guess, fairly sure, certain; empty where not said."),
    "outcome": N_(
        "What became of it: right, right-later, partly-right, not-right, not-known, held-back, "
        "changed-later, taken-back, not-marked-yet or not-scored."
    ),
    "score": N_("The share that was earned, from 0 to 1; empty without a mark, or while it is held back."),
    "points_earned": N_("The points that were earned: the score times the points; empty as the score is."),
    "points": N_("The points that it is worth; empty without a mark, or while it is held back."),
    "first_try": N_("Whether it counts as a first try for the skill: yes or no."),
    "in_force": N_(
        "Whether it is the one answer that counts for its question: the newest handed in, over all attempts; "
        "yes or no, and no for what was given in practice or in review."
    ),
    "own_rating": N_("What the learner said of the answer later, in words."),
}


@dataclass(frozen=True, slots=True)
class WhoReads:
    """A learner as files name them: the name or code, and the random id."""

    name: str
    id: str


def answer_rows(
    who: WhoReads,
    answers: Iterable[tuple[Where, AnswerGiven]],
    titles: Mapping[str, str],
    zone: tzinfo | None = None,
) -> Iterator[list[Cell]]:
    """Make a row of each answer; `titles` are the packs' by id.

    Times are told in `zone`, else in that of the machine.
    """
    for where, answer in answers:
        is_told = answer.score is not None
        yield [
            who.name,
            who.id,
            answer.at.astimezone(zone).isoformat(timespec="seconds"),
            where,
            answer.pack,
            titles.get(answer.pack, ""),
            answer.pack_version,
            answer.stage,
            answer.attempt or None,
            answer.question,
            answer.kind,
            answer.skill,
            answer.required,
            answer.asked,
            "" if answer.dont_know else answer.response,
            answer.dont_know,
            answer.certainty,
            outcome(answer),
            answer.score,
            answer.score * answer.points if answer.score is not None else None,
            answer.points if is_told else None,
            answer.first_try and is_told,
            answer.in_force,
            answer.rating,
        ]
