"""Which questions a learner gets and when: pools, circles, and what comes after what."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.check import check_pack
from crossread.packs.checks.questions.sequence import circles
from crossread.packs.pack import Pool, count_required
from crossread.questions.choice import Choice
from tests.packs.conftest import Edit

MORE, HEAD = "questions/3-kinds.yaml", "pack.yaml"

ids = st.sampled_from("abcdefgh")
waits = st.dictionaries(ids, st.lists(ids, max_size=4))


def can_all_be_opened(after: dict[str, list[str]]) -> bool:
    """Open whatever waits for nothing any more, until nothing opens."""
    left = {one: {other for other in others if other in after} - {one} for one, others in after.items()}
    while ready := [one for one, others in left.items() if not others & left.keys()]:
        for one in ready:
            del left[one]
    return not left


@given(waits)
def test_a_circle_is_found_just_where_something_could_never_be_opened(after: dict[str, list[str]]) -> None:
    assert bool(list(circles(after))) == (not can_all_be_opened(after))


@given(waits)
def test_in_a_circle_each_waits_for_the_next(after: dict[str, list[str]]) -> None:
    for circle, number in circles(after):
        assert len(circle) == len(set(circle)) > 1
        assert after[circle[-1]][number] == circle[0]
        for one, following in pairwise(circle):
            assert following in after[one]


def test_a_long_circle_and_a_long_row_are_no_trouble() -> None:
    row = {str(number): [str(number + 1)] for number in range(100_000)}
    assert list(circles(row)) == []
    ((circle, _number),) = circles({**row, "100000": ["0"]})
    assert len(circle) == 100_001


def test_a_circle_is_told_once_with_its_questions_in_order(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, "after: [more-multiple]", "after: [more-scale]")
    edit(MORE, "  of: miller\n  steps", "  after: [more-two]\n  of: miller\n  steps")
    edit(MORE, '  because: "Why', '  after: [more-short]\n  because: "Why')
    (problem,) = check_pack(kinds_copy).problems
    assert (problem.severity, problem.code) == ("error", "after-circle")
    assert "more-short → more-scale → more-two → more-short" in problem.message
    assert (
        problem.line == (kinds_copy / MORE).read_text("utf-8").split("\n").index("  after: [more-short]") + 1
    )


def test_a_question_cannot_wait_for_one_of_a_later_stage(kinds_copy: Path, edit: Edit) -> None:
    edit(
        "questions/1-night.yaml", '["Look where she stands with her lantern."]', "[x]\n  after: [more-scale]"
    )
    (problem,) = check_pack(kinds_copy).problems
    assert (problem.file, problem.code) == ("questions/1-night.yaml", "after-later")
    assert "“more-scale”" in problem.message


def test_a_question_may_wait_for_one_of_an_earlier_stage(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, "after: [more-multiple]", "after: [night-van, more-multiple]")
    assert check_pack(kinds_copy).problems == ()


def test_questions_that_could_not_be_read_are_not_missed_in_pools_and_after(
    kinds_copy: Path, edit: Edit
) -> None:
    edit(MORE, 'prompt: "Seen or heard?"', 'prompt: "Seen or heard?')
    assert {problem.code for problem in check_pack(kinds_copy).problems} == {"yaml-quote"}


def question(name: str, *, required: bool = True) -> Choice:
    return Choice(
        id=name,
        stage="read",
        skill="integrate",
        sources=("a",),
        prompt="?",
        required=required,
        options=(),
    )


@pytest.mark.parametrize(
    ("pools", "count"),
    [
        ([], 4),
        ([("a", "b", "c")], 2),
        ([("a", "b", "x")], 3),
        ([("x", "y")], 4),
        ([("a", "b"), ("c", "d")], 2),
        ([("a", "a", "gone")], 4),
    ],
)
def test_of_a_pool_as_many_count_as_are_drawn(pools: list[tuple[str, ...]], count: int) -> None:
    asked = [*map(question, "abcd"), question("x", required=False), question("y", required=False)]
    drawn = [Pool(id="p", questions=pool, draw=1) for pool in pools]
    assert count_required(asked, drawn) == count


def test_a_stage_is_long_only_by_what_each_learner_is_asked(kinds_copy: Path, edit: Edit) -> None:
    more = "".join(
        f"""- id: pooled-{number}
  kind: verdict
  stage: read-more
  skill: close-reading
  sources: [miller]
  prompt: "What does B say?"
  statement: "Statement {number}."
  of: miller
  answer: does-not-say
  explanation: "B does not."
"""
        for number in range(8)
    )
    (kinds_copy / "questions" / "4-pooled.yaml").write_text(more, "utf-8")
    assert [problem.code for problem in check_pack(kinds_copy).problems] == ["stage-long"]
    pooled = ", ".join(f"pooled-{number}" for number in range(8))
    edit(HEAD, "draw: 1}", f"draw: 1}}\n  - {{id: more, questions: [{pooled}], draw: 2}}")
    assert check_pack(kinds_copy).problems == ()
