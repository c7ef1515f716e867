"""The way through packs: what each attempt holds and earned, as far as it may be told."""

import pytest
from hypothesis import given

from crossread.base.entries import Entry
from crossread.progress.history import history
from crossread.progress.points import points_by_stage
from crossread.progress.progress_of import progress_of_entries
from crossread.progress.way import OPEN, WAY, PackWay, StageWay, ways
from tests.inquiry.making import WRONG, Learner
from tests.progress.random_records import entries_at_random


def way(learner: Learner) -> PackWay:
    (pack,) = progress_of_entries(learner.entries).packs
    return pack


def stage(pack: PackWay, name: str) -> StageWay:
    return next(one for one in pack.stages if one.stage == name)


def test_answers_count_at_once_and_points_once_they_are_marked() -> None:
    learner = Learner()
    learner.answer("first")
    learner.answer("forty", WRONG["forty"])
    read = stage(way(learner), "read").latest
    assert (read.answered, read.required, read.handed_in, read.of) == (2, 2, False, 0)
    learner.hand_in()
    read = stage(way(learner), "read").latest
    assert (read.handed_in, read.earned, read.of) == (True, 1.0, 2.0)


def test_an_attempt_more_is_kept_beside_the_first_and_tells_nothing_before_it_is_answered() -> None:
    learner = Learner()
    learner.answer("first", WRONG["first"])
    learner.hand_in()
    learner.try_again()
    read = stage(way(learner), "read")
    assert [attempt.number for attempt in read.attempts] == [1, 2]
    assert read.counts.number == 1
    learner.answer("first")
    assert stage(way(learner), "read").counts.number == 2
    assert way(learner).given == 2


def test_what_an_exam_earned_is_held_back_until_it_is_released() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    exam = stage(way(learner), "exam").latest
    assert (exam.held_back, exam.of) == (True, 0)
    learner.release("exam")
    exam = stage(way(learner), "exam").latest
    assert (exam.held_back, exam.earned) == (False, 1.0)


@given(entries=entries_at_random())
def test_points_are_those_of_the_history(entries: list[Entry]) -> None:
    found = {
        (pack.pack, stage.stage): (stage.counts.earned, stage.counts.of)
        for pack in progress_of_entries(entries).packs
        for stage in pack.stages
        if stage.counts.of
    }
    told = {place: (one.earned, one.of) for place, one in points_by_stage(history(entries)).items()}
    assert found.keys() == told.keys()
    for place, points in found.items():
        assert points == pytest.approx(told[place])


@given(entries=entries_at_random())
def test_each_answer_given_is_counted_once(entries: list[Entry]) -> None:
    kinds = [one.kind for one in entries]
    given_in_all = sum(kinds.count(kind) for kind in ("answered", "practised", "reviewed"))
    assert progress_of_entries(entries).given == given_in_all


def test_an_old_attempt_keeps_its_sums_and_none_of_its_answers() -> None:
    learner = Learner()
    for _attempt in range(OPEN + 2):
        learner.answer("first")
        learner.answer("forty", WRONG["forty"])
        learner.hand_in()
        learner.try_again()
    state = WAY.empty()
    for one in learner.entries:
        WAY.add(state, one)
    attempts = ways(state)[0].stages[0].attempts
    assert [(one.answered, one.earned, one.of) for one in attempts] == [(2, 1.0, 2.0)] * (OPEN + 2) + [
        (0, 0, 0)
    ]
    kept = [
        len(answers) for _handed_in, _sums, answers in WAY.to_json(state)["packs"]["alder-bay"][0]["read"]
    ]
    assert kept == [0, 0, 0, 2, 0]
