"""Handing a stage in, and trying it again."""

from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected
from crossread.inquiry.asked import asked, waits
from crossread.inquiry.commands import HandIn, TryAgain
from crossread.inquiry.marking import marked_entry
from crossread.inquiry.standing import Standing
from crossread.packs.pack import Stage
from crossread.questions.kind import Question


def hand_in(standing: Standing, command: HandIn) -> list[NewEntry]:
    """Name the answers in force and mark those that have no mark yet.

    Questions that wait take no part; required ones may be open or locked, as the learner was asked. Raises
    Expected("already-handed-in"), Expected("nothing-answered").
    """
    stage = standing.stage(command.stage)
    attempt = standing.state.of(stage.id).latest
    if attempt.handed_in:
        raise Expected("already-handed-in", N_("This stage is handed in. Try it again to answer anew."))
    ready, waiting = _questions(standing, stage)
    given = {question.id: answer for question in ready if (answer := attempt.answer_to(question))}
    answered = [question for question in ready if question.id in given]
    if not answered:
        template = N_("Nothing is answered in this stage yet. Answer a question, then hand the stage in.")
        raise Expected("nothing-answered", template)
    handed_in = NewEntry(
        kind="handed-in",
        pack=standing.pack.id,
        pack_version=standing.pack.version,
        attempt=attempt.number,
        payload={
            "stage": stage.id,
            "answers": {question: answer.entry for question, answer in given.items()},
            "open": [question.id for question in ready if question.id not in given],
            "waiting": [question.id for question in waiting],
        },
    )
    found = [handed_in]
    for question in answered:
        answer = given[question.id]
        if answer.mark is None:
            response = None if answer.dont_know else answer.response
            # Not the first where it was checked before, when the pack asked otherwise.
            found.append(marked_entry(standing, question, answer.entry, response, answer.tries + 1))
    return found


def try_again(standing: Standing, command: TryAgain) -> list[NewEntry]:
    """Open the next attempt at a stage. Raises Expected("not-handed-in") where this one is under way."""
    stage = standing.stage(command.stage)
    attempt = standing.state.of(stage.id).latest
    if not attempt.handed_in:
        raise Expected("not-handed-in", N_("This stage is still open. Hand it in before you try it again."))
    return [stage_entered(standing, stage, attempt.number + 1)]


def stage_entered(standing: Standing, stage: Stage, attempt: int) -> NewEntry:
    """Say that the learner came to an attempt at a stage."""
    return NewEntry(
        kind="stage-entered",
        pack=standing.pack.id,
        pack_version=standing.pack.version,
        attempt=attempt,
        payload={"stage": stage.id, "kind": stage.kind},
    )


def _questions(standing: Standing, stage: Stage) -> tuple[list[Question], list[Question]]:
    """Part the questions asked in a stage into those whose texts are there and those that wait."""
    ready: list[Question] = []
    waiting: list[Question] = []
    for question in asked(standing.state, standing.pack, stage.id):
        (waiting if waits(question, standing.has_original) else ready).append(question)
    return ready, waiting
