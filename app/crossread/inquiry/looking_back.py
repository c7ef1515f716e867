"""Looking back on what is closed: the learner's own rating, and marks that were held back."""

from crossread.base.canonical import canonical_json
from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected
from crossread.inquiry.asked import asked
from crossread.inquiry.commands import Rate, Release
from crossread.inquiry.standing import Standing, is_held_back, may_rate
from crossread.questions.registry import KINDS
from crossread.questions.storing import rating_from_json, rating_json


def rate(standing: Standing, command: Rate) -> list[NewEntry]:
    """Remember what the learner says of their own answer; nothing where they say the same again.

    Raises Expected("no-rating") where the kind asks for none, Expected("not-closed") where there is no
    closed answer whose feedback may be shown, ValueError where the rating is none of the kind's.
    """
    question = standing.question(command.question)
    if KINDS[question.kind].rating is None:
        raise Expected("no-rating", N_("This question asks nothing about your own answer."))
    attempt = standing.attempt(question)
    answered = attempt.answer_to(question)
    if answered is None or not may_rate(question, standing.behaviour(question), attempt, answered):
        raise Expected("not-closed", N_("Hand your answer in first. Then say what you think of it."))
    rating = rating_json(rating_from_json(question.kind, command.rating))
    if answered.rating is not None and canonical_json(rating) == canonical_json(answered.rating):
        return []
    return [
        NewEntry(
            kind="rated",
            pack=standing.pack.id,
            pack_version=standing.pack.version,
            question=question.id,
            attempt=attempt.number,
            payload={"stage": question.stage, "answer": answered.entry, "rating": rating},
        )
    ]


def release(standing: Standing, command: Release) -> list[NewEntry]:
    """Show the marks of a stage that were held back; nothing where they are shown already.

    Raises Expected("still-open") as long as an attempt is under way, Expected("nothing-held-back").
    """
    stage = standing.stage(command.stage)
    attempt = standing.state.of(stage.id).latest
    if attempt.released:
        return []
    questions = asked(standing.state, standing.pack, stage.id)
    if not any(
        is_held_back(standing.behaviour(question), attempt, attempt.answer_to(question))
        for question in questions
    ):
        raise Expected("nothing-held-back", N_("All results of this stage are shown already."))
    if not attempt.handed_in:
        raise Expected(
            "still-open", N_("This stage is still open. Hand it in, then its results can be shown.")
        )
    return [
        NewEntry(
            kind="released",
            pack=standing.pack.id,
            pack_version=standing.pack.version,
            attempt=attempt.number,
            payload={"stage": stage.id},
        )
    ]
