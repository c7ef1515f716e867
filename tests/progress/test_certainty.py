"""Certainty against truth: only first tries weigh, few items say little, and nothing wrong is forgotten."""

from typing import Any

import pytest

from crossread.base.entries import Entry
from crossread.inquiry.commands import Answer
from crossread.progress.calibration import OF_GUESSING, calibration
from crossread.progress.certainty import CERTAINTY, NEWEST, Judged, certain_and_wrong
from tests.inquiry.making import WRONG, Learner
from tests.progress.making import entry


def state(entries: list[Entry]) -> Any:
    built = CERTAINTY.empty()
    for one in entries:
        CERTAINTY.add(built, one)
    return built


def answered(seq: int, question: str = "first", certainty: str = "certain", **changes: Any) -> Entry:
    payload = {"stage": "read", "certainty": certainty, "skill": "close-reading", **changes}
    return entry(seq, "answered", question, **payload)


def marked(seq: int, answer: int, score: float | None, question: str = "first", **changes: Any) -> Entry:
    payload = {"stage": "read", "answer": f"e{answer}", "score": score, "first_try": True, **changes}
    return entry(seq, "marked", question, **payload)


def test_a_first_try_weighs_with_the_certainty_it_was_marked_with() -> None:
    entries = [answered(1, certainty="guess"), answered(2, certainty="certain"), marked(3, 2, 1.0)]
    assert list(state(entries).judged.values()) == [Judged("certain", 1.0, "")]


@pytest.mark.parametrize(
    "entries",
    [
        [answered(1, certainty=""), marked(2, 1, 1.0)],
        [answered(1), marked(2, 1, 1.0, first_try=False)],
        [answered(1), marked(2, 1, None)],
        [answered(1, dont_know=True), marked(2, 1, 0.0)],
        [answered(1), marked(2, 1, 0.0, behaviour="exam")],
        [answered(1), entry(2, "withdrawn", stage="read"), marked(3, 1, 0.0)],
    ],
)
def test_what_has_no_certainty_no_score_or_is_no_first_try_weighs_nowhere(entries: list[Entry]) -> None:
    assert calibration(state(entries).judged.values()).items == 0
    assert certain_and_wrong(state(entries)) == []


def test_what_is_held_back_weighs_once_it_is_released() -> None:
    entries = [answered(1), marked(2, 1, 0.0, behaviour="exam"), entry(3, "released", stage="read")]
    assert calibration(state(entries).judged.values()).items == 1
    assert [one.question for one in certain_and_wrong(state(entries))] == ["first"]


def test_only_the_newest_answers_weigh() -> None:
    entries = []
    for number in range(NEWEST + 5):
        question = f"q{number}"
        score = float(number >= 5)
        entries += [answered(2 * number, question), marked(2 * number + 1, 2 * number, score, question)]
    found = calibration(state(entries).judged.values())
    assert found.items == NEWEST
    assert found.steps[2].share == 1.0


def test_who_is_certain_and_right_scores_near_nothing_and_who_guesses_a_quarter() -> None:
    sure = calibration([Judged("certain", 1.0, "")] * 10)
    assert sure.brier == pytest.approx(0.05**2)
    assert sure.steps[2].fit == "fits"
    guessing = calibration([Judged("guess", float(number % 2), "") for number in range(10)])
    assert guessing.brier == pytest.approx(OF_GUESSING)


def test_certain_but_mostly_wrong_is_less_than_the_word_says_and_few_items_say_nothing() -> None:
    wrong = [Judged("certain", 0.0, "")] * 7
    assert calibration(wrong).steps[2].fit == "unclear"
    assert not calibration(wrong).sure
    assert calibration([*wrong, wrong[0]]).steps[2].fit == "less"
    assert calibration([Judged("guess", 1.0, "")] * 20).steps[0].fit == "more"


def test_certain_and_wrong_stays_with_what_put_it_right() -> None:
    wrong = [answered(1), marked(2, 1, 0.0), answered(3, "second"), marked(4, 3, 0.25, "second")]
    assert [one.question for one in certain_and_wrong(state(wrong))] == ["second", "first"]
    reviewed = entry(5, "reviewed", "first", right=1.0)
    assert [one.put_right for one in certain_and_wrong(state([*wrong, reviewed]))] == ["", "e5"]
    undone = entry(6, "review-undone", "", entry="e5")
    assert [one.put_right for one in certain_and_wrong(state([*wrong, reviewed, undone]))] == ["", ""]
    again = entry(7, "practised", "first", score=0.0, certainty="certain")
    assert next(one.question for one in certain_and_wrong(state([*wrong, reviewed, again]))) == "first"


def test_an_answer_that_is_marked_again_as_right_was_not_wrong_after_all() -> None:
    wrong = [answered(1), marked(2, 1, 0.0)]
    remarked = entry(3, "remarked", **{**wrong[1].payload, "score": 1.0})
    after = state([*wrong, remarked])
    assert certain_and_wrong(after) == []
    assert [one.score for one in after.judged.values()] == [1.0]


def test_half_right_is_not_wrong_and_a_guess_is_no_certainty() -> None:
    half = [answered(1), marked(2, 1, 0.5), answered(3, "second", "guess"), marked(4, 3, 0.0, "second")]
    assert certain_and_wrong(state(half)) == []


def test_a_learner_on_the_way_is_told_what_was_certain_and_wrong() -> None:
    learner = Learner()
    learner.do(Answer(question="first", response=WRONG["first"], certainty="certain"))
    learner.hand_in()
    (one,) = certain_and_wrong(state(learner.entries))
    assert (one.pack, one.stage, one.question, one.put_right) == ("alder-bay", "read", "first", "")
    learner.try_again()
    learner.answer("first")
    learner.hand_in()
    (one,) = certain_and_wrong(state(learner.entries))
    assert one.put_right
