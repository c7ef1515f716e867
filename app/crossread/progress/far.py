"""How far a learner is in a pack: required questions answered, in whatever attempt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crossread.inquiry.asked import asked, waits
from crossread.inquiry.state import InquiryState
from crossread.packs.pack import Pack


@dataclass(frozen=True, slots=True)
class HowFar:
    """Required questions answered, of how many; and the same pair for each stage by its id."""

    answered: int
    required: int
    by_stage: Mapping[str, tuple[int, int]]


def how_far(state: InquiryState, pack: Pack, has_original: Callable[[str], bool]) -> HowFar:
    """Count the required questions that have an answer in force, which any attempt may have left.

    Only questions that the learner is asked count; those that wait for an original on neither side, those
    that are locked as open.
    """
    by_stage: dict[str, tuple[int, int]] = {}
    for stage in pack.stages:
        here = state.of(stage.id)
        required = [
            question
            for question in asked(state, pack, stage.id)
            if question.required and not waits(question, has_original)
        ]
        by_stage[stage.id] = (sum(map(here.is_answered, required)), len(required))
    return HowFar(
        answered=sum(answered for answered, _ in by_stage.values()),
        required=sum(required for _, required in by_stage.values()),
        by_stage=by_stage,
    )
