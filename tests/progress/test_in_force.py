"""Which answer counts: of each question the newest one handed in, over all attempts."""

import json
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from crossread.base.entries import Entry
from crossread.inquiry.commands import Withdraw
from crossread.progress.history import history
from crossread.progress.in_force import InForce
from crossread.progress.progress_of import Progress, progress_of_entries
from tests.inquiry.making import WRONG, Learner
from tests.progress.making import entry
from tests.progress.points_of_history import points_by_stage
from tests.progress.random_records import PACKS, STAGES, Deed, Writing, entries_at_random

Place = tuple[str, str]


def in_force(entries: list[Entry]) -> dict[Place, str]:
    """Return the answer that counts to each question that has one."""
    found = InForce()
    for one in entries:
        found.add(one)
    return {
        (pack, question): words.in_force.entry
        for pack, questions in found.packs.items()
        for question, words in questions.items()
        if words.in_force
    }


def handed_in(learner: Learner, *answers: str) -> Learner:
    """Have questions answered and the stage handed in."""
    for question in answers:
        learner.answer(question)
    learner.hand_in()
    return learner


def attempts_in_force(learner: Learner) -> dict[str, int]:
    return {one.question: one.attempt for one in history(learner.entries) if one.in_force}


def test_a_first_answer_counts_before_anything_is_handed_in() -> None:
    learner = Learner()
    learner.answer("first")
    learner.answer("first", WRONG["first"])
    assert [one.in_force for one in history(learner.entries)] == [True, False]


def test_a_newer_answer_counts_from_when_it_is_handed_in() -> None:
    learner = handed_in(Learner(), "first", "forty")
    learner.try_again()
    learner.answer("first")
    assert attempts_in_force(learner) == {"first": 1, "forty": 1}
    learner.hand_in()
    assert attempts_in_force(learner) == {"first": 2, "forty": 1}


def test_a_question_first_answered_in_a_later_attempt_counts_at_once() -> None:
    learner = handed_in(Learner(), "first")
    learner.try_again()
    learner.answer("forty")
    assert attempts_in_force(learner) == {"first": 1, "forty": 2}


def test_an_answer_taken_back_in_a_newer_attempt_leaves_the_earlier_one() -> None:
    learner = handed_in(Learner(), "first")
    learner.try_again()
    learner.answer("first", WRONG["first"])
    learner.do(Withdraw(question="first"))
    learner.answer("forty")
    learner.hand_in()
    assert attempts_in_force(learner) == {"first": 1, "forty": 2}


def test_what_was_passed_over_when_a_stage_was_handed_in_does_not_take_the_place_of_what_was_not() -> None:
    learner = handed_in(Learner(), "first")
    learner.try_again()
    learner.answer("first", WRONG["first"])
    learner.answer("forty")
    learner.hand_in()
    last = learner.entries.index(next(one for one in reversed(learner.entries) if one.kind == "handed-in"))
    answers = dict(learner.entries[last].payload["answers"])
    del answers["first"]
    told = {**learner.entries[last].payload, "answers": answers, "waiting": ["first"]}
    learner.entries[last] = replace(learner.entries[last], payload=told)
    assert attempts_in_force(learner) == {"first": 1, "forty": 2}


def test_what_is_said_of_an_attempt_after_it_was_handed_in_changes_nothing() -> None:
    entries = [
        entry(1, "answered", "first", stage="read"),
        entry(2, "handed-in", "", stage="read", answers={"first": "e1"}),
        entry(3, "answered", "first", stage="read"),
        entry(4, "answered", "other", stage="read"),
        entry(5, "withdrawn", "first", stage="read"),
    ]
    assert in_force(entries) == {(entries[0].pack, "first"): "e1"}


def test_hand_ins_that_name_what_was_never_said_are_passed_over() -> None:
    entries = [
        entry(1, "handed-in", "", stage="read", answers={"first": "gone"}),
        entry(2, "handed-in", "", stage="read", answers="?"),
    ]
    assert in_force(entries) == {}


def without_attempts(progress: Progress) -> Progress:
    """Leave out how many attempts were begun, and whether the newest is handed in."""
    packs = tuple(
        replace(pack, stages=tuple(replace(stage, attempts=1, done=False) for stage in pack.stages))
        for pack in progress.packs
    )
    return replace(progress, packs=packs)


@given(entries_at_random(), st.sampled_from(PACKS), st.sampled_from(STAGES))
def test_trying_again_and_leaving_all_open_changes_nothing(
    entries: list[Entry], pack: str, stage: str
) -> None:
    begun = [
        one.attempt
        for one in entries
        if (one.pack, one.payload.get("stage")) == (pack, stage) and one.kind in ("answered", "stage-entered")
    ]
    assume(begun)
    number = len(entries) + 1
    again = entry(number, "stage-entered", "", max(begun) + 1, stage=stage)
    more = [*entries, replace(again, pack=pack)]
    assert in_force(more) == in_force(entries)
    assert without_attempts(progress_of_entries(more)) == without_attempts(progress_of_entries(entries))


@given(
    entries_at_random(),
    st.sampled_from(PACKS),
    st.sampled_from(STAGES),
    st.integers(1, 3),
    st.sampled_from([None, 0.0, 0.5, 1.0]),
)
def test_answering_one_question_anew_changes_that_question_alone(
    entries: list[Entry], pack: str, stage: str, number: int, score: float | None
) -> None:
    writing = Writing.going_on_from(entries)
    handing_in = Deed("hand-in", pack, stage, number, score, 0)
    writing.act(handing_in)
    before = list(writing.entries)
    writing.act(replace(handing_in, kind="answer"))
    answer = writing.entries[-1]
    writing.act(handing_in)
    writing.act(Deed("release", pack, stage, number, None, 0))
    expected = {**in_force(before), (pack, answer.question): answer.id}
    assert in_force(writing.entries) == expected
    told = [one for one in history(writing.entries) if one.in_force]
    assert {(one.pack, one.question): one.entry for one in told} == expected
    assert points_by_stage(told) == points_by_stage(history(writing.entries))


@given(entries_at_random())
def test_one_answer_counts_of_each_question_that_was_answered_and_not_taken_back(
    entries: list[Entry],
) -> None:
    found = in_force(entries)
    marked = [one for one in history(entries) if one.in_force]
    assert sorted(one.entry for one in marked) == sorted(found.values())
    last_words = {(one.pack, one.question) for one in history(entries) if not one.changed}
    assert found.keys() == last_words


@given(entries_at_random(), st.integers(0, 60))
def test_it_can_be_put_down_and_taken_up_anywhere(entries: list[Entry], cut: int) -> None:
    found = InForce()
    for one in entries[:cut]:
        found.add(one)
    found = InForce.from_json(json.loads(json.dumps(found.to_json())))
    turns = [found.add(one) for one in entries[cut:]]
    whole = InForce()
    assert [whole.add(one) for one in entries][cut:] == turns
    assert whole == found
