"""Certainty against truth by skill: where one is sure and wrong, and nothing said of few answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.progress.calibration import MEANT, STEPS, Fit, SureFigure, sure_by_skill
from crossread.progress.certainty import Judged
from crossread.progress.skills import SKILLS_IN_ORDER, SURE_FROM
from crossread.reports.charts import sure

judged = st.builds(
    Judged,
    st.sampled_from(("", *STEPS)),
    st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    st.sampled_from(("", *SKILLS_IN_ORDER[:3])),
)


def of_corroborating(certain: int, fairly: int, right: int) -> SureFigure:
    """Return the figure for so many answers, of which the first ones are right."""
    steps = ["certain"] * certain + ["fairly sure"] * fairly
    given = [Judged(step, float(at < right), "corroborate") for at, step in enumerate(steps)]
    return sure_by_skill(given)["corroborate"]


@pytest.mark.parametrize(
    ("certain", "fairly", "right", "fit"),
    [
        (7, 0, 0, "unclear"),
        (8, 0, 0, "less"),
        (12, 0, 6, "less"),
        (0, 12, 6, "fits"),
        (6, 6, 12, "fits"),
        (20, 0, 20, "fits"),
    ],
)
def test_sure_and_wrong_is_told_from_eight_answers_on(
    certain: int, fairly: int, right: int, fit: Fit
) -> None:
    assert of_corroborating(certain, fairly, right).fit == fit


def test_what_the_words_promise_is_the_mean_of_what_each_says() -> None:
    found = of_corroborating(certain=6, fairly=6, right=6)
    assert found.promised.low == pytest.approx((MEANT["certain"].low + MEANT["fairly sure"].low) / 2)
    assert found.promised.high == pytest.approx((MEANT["certain"].high + MEANT["fairly sure"].high) / 2)
    assert (found.share, found.items) == (0.5, 12)


def test_guesses_and_what_no_skill_is_said_of_count_in_no_skill() -> None:
    found = sure_by_skill([Judged("guess", 0.0, "corroborate"), Judged("certain", 0.0, "")] * 10)
    assert list(found) == list(SKILLS_IN_ORDER)
    assert all(one.items == 0 and one.share is None for one in found.values())


@given(st.lists(judged, max_size=60))
def test_no_number_is_told_of_a_skill_with_few_answers(given: list[Judged]) -> None:
    found = sure_by_skill(given)
    assert sum(one.items for one in found.values()) == sum(
        one.certainty in ("fairly sure", "certain") and one.skill != "" for one in given
    )
    for (skill, one), row in zip(sure.told(found), sure.rows(found), strict=True):
        few = one.items < SURE_FROM
        assert (one.fit == "unclear") == few
        assert ("%" in row[1]) == (not few)
        assert (row[2] == "–") == few
        assert ("%" in sure.sentence(skill, one)) == (not few)
    assert bool(sure.summary(found)) == any(one.items >= SURE_FROM for one in found.values())


def test_the_skills_in_which_one_is_sure_and_wrong_are_named_and_no_others() -> None:
    wrong = [Judged("certain", 0.0, "close-reading")] * 9
    right = [Judged("certain", 1.0, "corroborate")] * 9
    few = [Judged("certain", 0.0, "contextualise")] * 7
    assert sure.summary(sure_by_skill(wrong + right + few)) == (
        "Sure, and wrong more often than the words say: Close reading."
    )
    assert "No skill stands out" in sure.summary(sure_by_skill(right + few))
    assert sure.summary(sure_by_skill(few)) == ""
