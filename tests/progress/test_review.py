"""What comes back in review, as a fold of all entries."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.progress.review import REVIEW
from tests.progress.reviewing import Learner, learners, review_of


def test_a_question_comes_back_once_its_mark_was_seen() -> None:
    learner = Learner()
    learner.write("answered", "when", stage="read", kind="choice", skill="integrate", certainty="guess")
    assert learner.state.cards == {}
    learner.answer("who", 0.0, "certain")
    card = learner.state.cards["bridge", "who"]
    assert (card.first.share, card.first.certainty, card.skill) == (0.0, "certain", "close-reading")


def test_the_answer_that_was_marked_counts_and_not_one_that_was_changed_before() -> None:
    learner = Learner()
    learner.write("answered", "when", stage="read", kind="choice", skill="integrate", certainty="guess")
    learner.answer("when", 1.0, "certain")
    assert learner.state.cards["bridge", "when"].first.certainty == "certain"


def test_an_answer_that_was_withdrawn_and_what_is_not_scored_never_come_back() -> None:
    learner = Learner()
    gone = learner.write("answered", "when", stage="read", kind="choice", skill="integrate")
    learner.write("withdrawn", "when", stage="read", answer=gone.id)
    learner.write("marked", "when", stage="read", answer=gone.id, raw=1.0, skill="integrate")
    learner.answer("essay", None, kind="essay")
    assert learner.state.cards == {}


def test_what_an_exam_holds_back_shows_in_no_way_until_it_is_released() -> None:
    learner = Learner()
    learner.answer("first", 0.0, stage="exam", behaviour="exam")
    before = learner.state
    assert before.cards == {}
    learner.later(days=9)
    learner.write("released", stage="exam")
    card = learner.state.cards["bridge", "first"]
    assert card.first.at == learner.now  # it was seen today, not when it was answered
    assert not learner.state.rests(card)


def test_what_was_seen_of_an_exam_rests_while_the_exam_is_taken_again_and_until_its_release() -> None:
    learner = Learner()
    learner.answer("first", 1.0, stage="exam", behaviour="exam")
    learner.write("released", stage="exam")
    learner.write("stage-entered", "", 2, stage="exam")
    card = learner.state.cards["bridge", "first"]
    assert learner.state.rests(card)
    learner.answer("first", 0.0, stage="exam", behaviour="exam", attempt=2)
    learner.write("handed-in", "", 2, stage="exam")
    assert learner.state.rests(card)
    assert learner.state.cards["bridge", "first"].newest.share == 1.0  # nothing of the second is told
    learner.write("released", "", 2, stage="exam")
    assert not learner.state.rests(card)
    assert learner.state.cards["bridge", "first"].newest.share == 0.0


def test_another_attempt_at_any_other_stage_keeps_nothing_away() -> None:
    learner = Learner()
    learner.answer("who", 1.0)
    learner.write("stage-entered", "", 2, stage="read")
    assert not learner.state.rests(learner.state.cards["bridge", "who"])


@pytest.mark.parametrize("held", [False, True])
def test_a_mark_that_is_made_anew_takes_the_place_of_the_first(held: bool) -> None:
    learner = Learner()
    stage, behaviour = ("exam", "exam") if held else ("read", "deferred")
    answer = learner.answer("who", 0.0, stage=stage, behaviour=behaviour)
    learner.write("remarked", "who", stage=stage, answer=answer.id, raw=1.0, score=1.0)
    learner.write("released", stage=stage)
    assert learner.state.cards["bridge", "who"].first.share == 1.0


def test_of_several_tries_the_first_one_counts_by_what_it_was_worth() -> None:
    learner = Learner()
    learner.answer("who", 0.0, behaviour="tries")
    learner.answer("who", 1.0, behaviour="tries")
    card = learner.state.cards["bridge", "who"]
    assert (card.first.share, card.last.share) == (0.0, 1.0)


def test_what_is_only_practised_comes_back_too() -> None:
    learner = Learner()
    about = {"stage": "read", "skill": "integrate", "kind": "choice", "review": True}
    learner.write("practised", "who", **about, score=0.5, certainty="guess")
    assert learner.state.cards["bridge", "who"].first.share == 0.5


def test_the_packs_word_against_it_is_kept() -> None:
    learner = Learner()
    learner.answer("toll", 0.0, review=False)
    assert not learner.state.cards["bridge", "toll"].consent


def test_a_review_of_what_nobody_answered_changes_nothing() -> None:
    learner = Learner()
    learner.review("who", 3)
    assert learner.state == REVIEW.empty()


@given(learners(), st.data())
@settings(max_examples=80, deadline=None)
def test_a_review_taken_back_is_as_if_it_had_never_been_given(learner: Learner, data: st.DataObject) -> None:
    learner.answer("a", 1.0)
    before = learner.state
    review = learner.review("a", data.draw(st.integers(1, 4)))
    assert learner.state != before
    learner.undo(review)
    assert learner.state == before


@given(learners(), st.data())
@settings(max_examples=80, deadline=None)
def test_put_down_and_taken_up_at_any_point_it_goes_on_as_it_would_have(
    learner: Learner, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(learner.entries)))
    put_down = msgspec.json.encode(REVIEW.to_json(review_of(learner.entries[:at])))
    state = REVIEW.from_json(msgspec.json.decode(put_down))
    for entry in learner.entries[at:]:
        REVIEW.add(state, entry)
    assert state == learner.state


@given(learners())
@settings(max_examples=80, deadline=None)
def test_nothing_of_an_exam_is_among_the_cards_before_its_release(learner: Learner) -> None:
    released: set[int] = set()
    for at, entry in enumerate(learner.entries, 1):
        if entry.kind == "released":
            released |= set(range(1, entry.attempt + 1))
        state = review_of(learner.entries[:at])
        if not released:
            assert not [card for card in state.cards.values() if card.stage == "exam"]


@pytest.mark.parametrize("value", [None, [], {"cards": 3}, {"cards": [{"pack": 1}]}])
def test_what_was_never_put_down_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        REVIEW.from_json(value)
