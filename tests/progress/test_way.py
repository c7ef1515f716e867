"""The way through packs: what the answers in force earned, as far as it may be told."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from crossread.base.entries import Entry, NewEntry
from crossread.progress.history import history
from crossread.progress.progress_of import progress_of_entries
from crossread.progress.way import WAY, PackWay, StageWay
from tests.inquiry.making import WRONG, Learner, as_entry
from tests.progress.points_of_history import points_by_stage
from tests.progress.random_records import entries_at_random


def way_of(entries: list[Entry]) -> PackWay:
    (pack,) = progress_of_entries(entries).packs
    return pack


def way(learner: Learner) -> PackWay:
    return way_of(learner.entries)


def stage(pack: PackWay, name: str) -> StageWay:
    return next(one for one in pack.stages if one.stage == name)


def test_answers_count_at_once_and_points_once_they_are_marked() -> None:
    learner = Learner()
    learner.answer("first")
    learner.answer("forty", WRONG["forty"])
    read = stage(way(learner), "read")
    assert (read.answered, read.required, read.done, read.of) == (2, 2, False, 0)
    learner.hand_in()
    read = stage(way(learner), "read")
    assert (read.done, read.earned, read.of) == (True, 1.0, 2.0)


def test_an_attempt_more_changes_nothing_before_it_is_handed_in() -> None:
    learner = Learner()
    learner.answer("first", WRONG["first"])
    learner.answer("forty")
    learner.hand_in()
    before = stage(way(learner), "read")
    learner.try_again()
    assert stage(way(learner), "read") == replace(before, attempts=2, done=False)
    learner.answer("first")
    assert stage(way(learner), "read") == replace(before, attempts=2, done=False)
    assert way(learner).given == 3


def test_a_question_left_open_in_a_newer_attempt_keeps_its_points() -> None:
    learner = Learner()
    learner.answer("first", WRONG["first"])
    learner.answer("forty")
    learner.hand_in()
    learner.try_again()
    learner.answer("first")
    learner.hand_in()
    read = stage(way(learner), "read")
    assert (read.attempts, read.handed_in, read.done) == (2, 2, True)
    assert (read.answered, read.earned, read.of) == (2, 2.0, 2.0)


def test_what_an_exam_earned_is_held_back_until_it_is_released() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    exam = stage(way(learner), "exam")
    assert (exam.held_back, exam.of) == (True, 0)
    learner.release("exam")
    exam = stage(way(learner), "exam")
    assert (exam.held_back, exam.earned) == (False, 1.0)


@given(entries=entries_at_random())
def test_points_are_those_of_the_history(entries: list[Entry]) -> None:
    found = {
        (pack.pack, stage.stage): (stage.earned, stage.of)
        for pack in progress_of_entries(entries).packs
        for stage in pack.stages
        if stage.of
    }
    told = {place: (one.earned, one.of) for place, one in points_by_stage(history(entries)).items()}
    assert found.keys() == told.keys()
    for place, points in found.items():
        assert points == pytest.approx(told[place])


@given(entries=entries_at_random())
def test_each_answer_given_is_counted_once(entries: list[Entry]) -> None:
    kinds = [one.kind for one in entries]
    given_in_all = sum(kinds.count(kind) for kind in ("answered", "practised", "reviewed"))
    assert progress_of_entries(entries).given == given_in_all - kinds.count("review-undone")


def test_a_review_that_was_taken_back_is_no_answer_given() -> None:
    reviewed = NewEntry(kind="reviewed", pack="ferry", question="q1", payload={"right": 1.0, "points": 1})
    other = NewEntry(kind="reviewed", pack="ferry", question="q2", payload={"right": 0.0, "points": 1})
    undone = NewEntry(kind="review-undone", pack="ferry", question="q1", payload={"entry": reviewed.id})
    entries = [as_entry(one, seq) for seq, one in enumerate((reviewed, other, undone), 1)]
    assert progress_of_entries(entries[:2]).given == 2
    assert progress_of_entries(entries).given == 1
    state = WAY.empty()
    for entry in entries:
        WAY.add(state, entry)
    assert [one.reviewed for one in WAY.from_json(WAY.to_json(state)).told()] == [1], "nor once put down"


def test_what_is_kept_grows_with_questions_and_not_with_attempts() -> None:
    learner = Learner()
    sizes = []
    for _attempt in range(4):
        learner.answer("first")
        learner.answer("forty", WRONG["forty"])
        learner.hand_in()
        learner.try_again()
        state = WAY.empty()
        for one in learner.entries:
            WAY.add(state, one)
        sizes.append(len(json.dumps(WAY.to_json(state)["packs"]["alder-bay"]["in_force"])))
    assert sizes[1:] == [sizes[1]] * 3


def test_the_mark_of_an_answer_that_counts_may_change_however_old_it_is() -> None:
    learner = Learner()
    learner.answer("first", WRONG["first"])
    learner.answer("forty")
    learner.hand_in()
    old = next(one for one in learner.entries if one.kind == "marked" and one.question == "first")
    for _attempt in range(3):
        learner.try_again()
        learner.answer("forty")
        learner.hand_in()
    number = len(learner.entries) + 1
    mended = replace(old, seq=number, id=f"e{number}", kind="remarked", payload={**old.payload, "score": 1.0})
    assert stage(way(learner), "read").earned == 1.0
    learner.entries.append(mended)
    assert stage(way(learner), "read").earned == 2.0


def test_a_mark_that_may_not_be_told_takes_back_the_one_before() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    mark = next(one for one in learner.entries if one.kind == "marked")
    open_mark = {**mark.payload, "behaviour": "deferred"}
    entries = [one if one is not mark else replace(one, payload=open_mark) for one in learner.entries]
    entries.append(replace(mark, seq=mark.seq + 1, id="later", kind="remarked"))
    assert way_of(entries).of == 0
    assert points_by_stage(history(entries)) == {}
