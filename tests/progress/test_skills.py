"""Skills: the share of points at first tries, and when it says something."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.entries import Entry
from crossread.progress.skills import NEWEST, SURE_FROM, SkillFigure, skills
from crossread.questions.storing import response_json
from tests.inquiry.making import WRONG, Learner, pack_with
from tests.progress.making import entry, first_try
from tests.questions.making import CHOICE, SAMPLES


def reading(entries: Sequence[Entry]) -> SkillFigure:
    return skills(entries)["close-reading"]


def test_without_first_tries_there_is_no_share() -> None:
    figures = skills([])
    assert len(figures) == 7
    assert set(figures.values()) == {SkillFigure(None, 0, sure=False)}


def test_points_weigh_the_share() -> None:
    figure = reading([first_try(1, 1.0, points=3), first_try(2, 0.0, points=1)])
    assert figure == SkillFigure(0.75, 2, sure=False)


def test_only_the_newest_twenty_count() -> None:
    old, new = [first_try(seq, 0.0) for seq in range(5)], [first_try(5 + seq, 1.0) for seq in range(NEWEST)]
    assert reading([*old, *new]) == SkillFigure(1.0, NEWEST, sure=True)


def test_a_share_is_sure_from_as_many_items_as_rule_out_a_majority_by_luck() -> None:
    def lower_end(items: int) -> float:
        return items / (items + 1.959964**2)  # Wilson's 95 % interval where all are right

    assert lower_end(SURE_FROM - 1) < 2 / 3 < lower_end(SURE_FROM)
    assert not reading([first_try(seq, 1.0) for seq in range(SURE_FROM - 1)]).sure
    assert reading([first_try(seq, 1.0) for seq in range(SURE_FROM)]).sure


@pytest.mark.parametrize(
    "changes",
    [{"first_try": False}, {"score": None}, {"points": 0}, {"skill": "juggling"}, {"behaviour": "exam"}],
)
def test_what_is_no_scored_first_try_of_a_known_skill_does_not_count(changes: dict[str, object]) -> None:
    assert reading([first_try(1, **{"score": 1.0, **changes})]).items == 0  # type: ignore[arg-type]


def test_marks_of_an_exam_count_once_they_are_released() -> None:
    marked = [
        first_try(seq, 1.0, behaviour="exam", stage=stage) for seq, stage in ((1, "exam"), (2, "other"))
    ]
    assert reading(marked).items == 0
    released = entry(3, "released", stage="exam")
    assert reading([*marked, released]) == SkillFigure(1.0, 1, sure=False)
    remarked = entry(4, "remarked", **{**marked[0].payload, "score": 0.0})
    assert reading([*marked, released, remarked]) == SkillFigure(0.0, 1, sure=False)
    assert reading([*marked, remarked, released]) == SkillFigure(0.0, 1, sure=False)


def test_a_release_counts_for_earlier_attempts_too_when_they_are_marked_again_later() -> None:
    marked = first_try(1, 1.0, behaviour="exam", stage="exam")
    released = entry(2, "released", "", 2, stage="exam")
    remarked = entry(3, "remarked", **{**marked.payload, "score": 0.0})
    assert reading([marked, released, remarked]) == SkillFigure(0.0, 1, sure=False)


def test_a_later_mark_of_the_same_answer_takes_the_place_of_the_first() -> None:
    marked = first_try(1, 0.0)
    remarked = entry(9, "remarked", **{**marked.payload, "score": 1.0})
    assert reading([marked, first_try(2, 0.0), remarked]) == SkillFigure(0.5, 2, sure=False)
    assert reading([remarked]).items == 0
    unscored = entry(9, "remarked", **{**marked.payload, "score": None})
    assert reading([marked, unscored]).items == 0


def test_opening_reading_and_skipping_earn_nothing() -> None:
    entries = [
        entry(seq, kind) for seq, kind in enumerate(["stage-entered", "card-opened", "answered", "rated"])
    ]
    assert all(figure.items == 0 for figure in skills(entries).values())


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 5)), max_size=40))
def test_a_share_is_never_outside_the_scores_it_rests_on(tries: list[tuple[float, int]]) -> None:
    figure = reading([first_try(seq, score, points=points) for seq, (score, points) in enumerate(tries)])
    assert figure.items == min(len(tries), NEWEST)
    if figure.share is not None:
        scores = [score for score, _ in tries[-NEWEST:]]
        assert min(scores) - 1e-9 <= figure.share <= max(scores) + 1e-9


def test_what_is_not_scored_counts_in_no_skill() -> None:
    own = replace(SAMPLES["essay"][0], id="own", stage="read")
    learner = Learner(pack=pack_with(own, CHOICE))
    learner.answer("own", response_json(SAMPLES["essay"][1]))
    learner.hand_in()
    assert all(figure.items == 0 for figure in skills(learner.entries).values())


def test_a_learner_on_the_way_earns_by_first_tries_alone() -> None:
    learner = Learner()
    learner.answer("first", WRONG["first"])
    learner.answer("forty")
    learner.hand_in()
    learner.try_again()
    learner.answer("first")
    learner.hand_in()
    learner.check("twice", WRONG["twice"])
    learner.check("twice")
    figures = skills(learner.entries)
    assert figures["close-reading"] == SkillFigure(0.5, 2, sure=False)
    assert figures["corroborate"] == SkillFigure(0.0, 1, sure=False)
