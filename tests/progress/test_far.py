"""How far: required questions answered, in whatever attempt."""

from crossread.progress.far import how_far
from tests.inquiry.making import PACK, WITH_ORIGINALS, Learner


def far(learner: Learner) -> tuple[int, int]:
    result = how_far(learner.state, PACK, learner.has_original)
    return result.answered, result.required


def test_only_required_questions_that_can_be_answered_count() -> None:
    learner = Learner()
    assert far(learner) == (0, 6)
    learner.answer("optional")
    learner.answer("first")
    assert far(learner) == (1, 6)
    learner.texts = WITH_ORIGINALS
    assert far(learner) == (1, 7)


def test_each_stage_has_its_own_count() -> None:
    learner = Learner()
    learner.answer("first")
    learner.check("now")
    by_stage = how_far(learner.state, PACK, learner.has_original).by_stage
    assert by_stage == {"before": (0, 0), "read": (1, 3), "checked": (1, 2), "exam": (0, 1)}


def test_trying_again_takes_nothing_away_and_what_is_answered_twice_counts_once() -> None:
    learner = Learner()
    learner.answer("first")
    learner.hand_in()
    assert far(learner) == (1, 6)
    learner.try_again()
    assert far(learner) == (1, 6)
    learner.answer("first")
    learner.answer("forty")
    assert far(learner) == (2, 6)


def test_an_answer_whose_original_is_gone_counts_on_neither_side() -> None:
    learner = Learner(texts=WITH_ORIGINALS)
    learner.answer("wording")
    assert far(learner) == (1, 7)
    learner.texts = Learner().texts
    assert far(learner) == (0, 6)
