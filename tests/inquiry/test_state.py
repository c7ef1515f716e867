"""What a change of a learner's state was about: the comparison alone, or more."""

import pytest

from crossread.inquiry.commands import (
    CheckCells,
    Command,
    EnterStage,
    Judge,
    PutCell,
    PutConclusion,
    PutHighlight,
)
from crossread.inquiry.state import in_comparison_alone
from tests.inquiry.comparing_samples import cell, comparer, conclusion, judgement
from tests.inquiry.noting_samples import highlight


@pytest.mark.parametrize(
    "command",
    [
        PutCell(cell=cell(("silent", None), claim="at-nine", source="pilot")),
        CheckCells(cells=(("forty", "gazette"),)),
        Judge(judgement=judgement()),
        PutConclusion(conclusion=conclusion(reasons=())),
    ],
)
def test_what_is_said_in_the_comparison_changes_nothing_else(command: Command) -> None:
    learner = comparer()
    learner.do(PutCell(cell=cell()))
    before = learner.state
    assert learner.do(command)
    assert in_comparison_alone(before, learner.state)


@pytest.mark.parametrize("command", [PutHighlight(highlight=highlight()), EnterStage(stage="exam")])
def test_what_is_done_elsewhere_is_not_of_the_comparison_alone(command: Command) -> None:
    learner = comparer()
    learner.do(PutCell(cell=cell()))
    before = learner.state
    assert learner.do(command)
    assert not in_comparison_alone(before, learner.state)
    learner.do(Judge(judgement=judgement()))
    assert not in_comparison_alone(before, learner.state)


def test_where_nothing_was_said_it_was_not_the_comparison() -> None:
    learner = comparer()
    assert not in_comparison_alone(learner.state, learner.state)
