"""Points by stage: of the answers in force, what is marked and may be told."""

from dataclasses import replace

from crossread.progress.progress_of import progress_of_entries
from tests.inquiry.making import PACK, WRONG, Learner
from tests.progress.points_of_history import Points


def told(learner: Learner) -> dict[str, Points]:
    (pack,) = progress_of_entries(learner.entries).packs
    assert pack.pack == PACK.id
    return {stage.stage: Points(stage.earned, stage.of) for stage in pack.stages if stage.of}


def worth(points: int) -> Learner:
    questions = tuple(replace(one, points=points) if one.id == "forty" else one for one in PACK.questions)
    return Learner(pack=replace(PACK, questions=questions))


def test_nothing_is_told_before_it_is_marked() -> None:
    learner = worth(3)
    learner.answer("first")
    assert told(learner) == {}


def test_each_answer_counts_by_its_points() -> None:
    learner = worth(3)
    learner.answer("first")
    learner.answer("forty", WRONG["forty"])
    learner.hand_in()
    assert told(learner) == {"read": Points(earned=1, of=4)}


def test_the_newest_answer_counts_and_what_is_left_open_keeps_the_one_before() -> None:
    learner = worth(3)
    learner.answer("first", WRONG["first"])
    learner.answer("forty")
    learner.hand_in()
    learner.try_again()
    learner.answer("first")
    learner.hand_in()
    assert told(learner) == {"read": Points(earned=4, of=4)}
