"""Which questions of a stage a learner is asked, and which of these can be answered now."""

from collections.abc import Callable, Sequence, Set

from crossread.inquiry.state import InquiryState
from crossread.packs.pack import Pack, Pool
from crossread.questions.kind import Question

HasOriginal = Callable[[str], bool]


def asked(state: InquiryState, pack: Pack, stage_id: str) -> tuple[Question, ...]:
    """Return the questions that a learner is asked in the newest attempt at a stage, in the order written.

    Those are all but the ones of its pools that were not drawn. A draw is the same each time, and differs
    between learners. An edit of a pool changes it by no more than it must: what was answered in this
    attempt stays, and what comes or goes moves one other question at most. An attempt that was handed in
    stays as it was: what came into the stage since then is asked in the next one.
    """
    questions = pack.questions_of(stage_id)
    attempt = state.of(stage_id).latest
    if attempt.handed_in:
        met = {*attempt.answers, *attempt.left_open, *attempt.waiting}
        return tuple(question for question in questions if question.id in met)
    pooled: set[str] = set()
    drawn: set[str] = set()
    for pool in pack.pools:
        members = [question.id for question in questions if question.id in pool.questions]
        pooled.update(members)
        drawn.update(_drawn(state, attempt.given, pool, members))
    return tuple(question for question in questions if question.id in drawn or question.id not in pooled)


def _drawn(state: InquiryState, given: Set[str], pool: Pool, members: Sequence[str]) -> Sequence[str]:
    """Draw from the members of a pool, by a rank that each has of its own; those that were given stay."""
    ranked = sorted(members, key=lambda member: (member not in given, state.seed_of(pool.id, member)))
    return ranked[: max(pool.draw, sum(1 for member in members if member in given))]


def is_asked(state: InquiryState, pack: Pack, question: Question) -> bool:
    """Tell whether a learner is asked a question of the pack."""
    return question in asked(state, pack, question.stage)


def waits(question: Question, has_original: HasOriginal) -> bool:
    """Tell whether a question waits for an original that the user has not added; it counts nowhere."""
    return question.needs == "original" and not all(map(has_original, question.sources))


def opens_after(
    state: InquiryState, pack: Pack, question: Question, has_original: HasOriginal
) -> tuple[str, ...]:
    """Return the ids of the questions that have to be answered before this one opens; none where it is open.

    Each has to be answered in the newest attempt at its stage. One that left the pack, was not drawn, or
    waits for an original blocks nothing, and what is answered already stays open.
    """
    if not question.after or state.of(question.stage).latest.answer_to(question):
        return ()
    before = (pack.by_id[one] for one in question.after if one in pack.by_id)
    return tuple(
        one.id
        for one in before
        if not state.of(one.stage).latest.answer_to(one)
        and not waits(one, has_original)
        and is_asked(state, pack, one)
    )
