"""What a learner is asked: draws from pools, and questions that open one after the other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.inquiry.asked import asked
from crossread.inquiry.commands import Answer, Check, Flag, Withdraw
from crossread.inquiry.state import InquiryState
from crossread.inquiry.view import open_required
from crossread.packs.pack import Pack, Pool
from crossread.progress.far import how_far
from tests.inquiry.making import PACK, WITH_ORIGINALS, Learner, pack_with
from tests.questions.making import CHOICE, NUMERICAL, VERDICT

LETTERS = "abcdefgh"
RIGHT = {"option": "rope"}


def pooled(members: str = LETTERS, draw: int = 3) -> Pack:
    """Make a pack that asks one question of all, and some of a pool."""
    questions = [replace(CHOICE, id=letter) for letter in members]
    pack = pack_with(VERDICT, *questions)
    return replace(pack, pools=(Pool(id="some", questions=tuple(members), draw=draw),))


def drawn(learner: Learner) -> set[str]:
    return {question.id for question in asked(learner.state, learner.pack, "read")} - {VERDICT.id}


def code_of(learner: Learner, command: object) -> str:
    with pytest.raises(Expected) as raised:
        learner.do(command)  # type: ignore[arg-type]
    return raised.value.code


def test_of_a_pool_each_learner_is_asked_some_and_of_the_rest_all() -> None:
    learner = Learner(pack=pooled())
    questions = asked(learner.state, learner.pack, "read")
    assert len(questions) == 4
    assert questions[0] is VERDICT
    assert [question.id for question in questions[1:]] == sorted(drawn(learner))  # in the order written
    assert drawn(Learner(pack=pooled(draw=20))) == set(LETTERS)


def test_a_draw_is_the_same_on_return_and_differs_between_learners() -> None:
    pack = pooled()
    draws = [
        frozenset(one.id for one in asked(InquiryState(pack=pack.id, learner=f"reader {n}"), pack, "read"))
        for n in range(40)
    ]
    assert len(set(draws)) > 10
    assert frozenset.union(*draws) == {VERDICT.id, *LETTERS}
    again = InquiryState(pack=pack.id, learner="reader 7", last_seq=5)
    assert frozenset(one.id for one in asked(again, pack, "read")) == draws[7]


@given(st.text(max_size=8), st.integers(1, 6), st.sampled_from(LETTERS))
def test_a_question_that_comes_or_goes_moves_one_other_at_most(name: str, draw: int, moving: str) -> None:
    state = InquiryState(pack=PACK.id, learner=name)
    without = LETTERS.replace(moving, "")
    whole, less = (
        {one.id for one in asked(state, pooled(members, draw), "read")} for members in (LETTERS, without)
    )
    assert whole - less <= {moving}
    assert len(less - whole) == (moving in whole)


def test_what_was_answered_stays_when_its_pool_is_edited_also_when_it_is_taken_back() -> None:
    learner = Learner(pack=pooled(LETTERS[:3]))
    for letter in "abc":
        learner.answer(letter, RIGHT)
    learner.pack = pooled()
    assert drawn(learner) == {"a", "b", "c"}
    learner.do(Withdraw(question="b"))
    assert drawn(learner) == {"a", "b", "c"}
    learner.answer("b", RIGHT)


def test_what_was_answered_stays_when_fewer_are_drawn_now() -> None:
    learner = Learner(pack=pooled(LETTERS, draw=8))
    for letter in "abcd":
        learner.answer(letter, RIGHT)
    learner.pack = pooled(LETTERS, draw=2)
    assert drawn(learner) == {"a", "b", "c", "d"}


def test_an_attempt_that_was_handed_in_asks_what_it_asked_and_the_next_one_draws_anew() -> None:
    learner = Learner(pack=pooled(LETTERS[:3], draw=2))
    first = drawn(learner)
    learner.answer(min(first), RIGHT)
    learner.hand_in()
    learner.pack = pooled(LETTERS[:1] + LETTERS[3:], draw=2)
    assert drawn(learner) == first & {"a"}
    learner.try_again()
    assert len(drawn(learner)) == 2


def test_what_came_into_a_stage_after_its_hand_in_is_asked_in_the_next_attempt() -> None:
    learner = Learner()
    learner.answer("first")
    learner.hand_in()
    required = how_far(learner.state, learner.pack, learner.has_original).by_stage["read"]
    learner.pack = replace(PACK, questions=(*PACK.questions, replace(CHOICE, id="newcomer", stage="read")))
    assert "newcomer" not in drawn(learner)
    assert how_far(learner.state, learner.pack, learner.has_original).by_stage["read"] == required
    assert code_of(learner, Answer(question="newcomer", response=RIGHT)) == "handed-in"
    learner.try_again()
    assert "newcomer" in drawn(learner)


def test_what_was_not_drawn_cannot_be_answered_and_counts_nowhere() -> None:
    learner = Learner(pack=pooled())
    (left_out, *_) = sorted(set(LETTERS) - drawn(learner))
    assert code_of(learner, Answer(question=left_out, response=RIGHT)) == "not-asked"
    assert code_of(learner, Flag(question=left_out, on=True)) == "not-asked"
    assert {one.id for one in open_required(learner.state, learner.pack, "read", learner.has_original)} == {
        VERDICT.id,
        *drawn(learner),
    }
    assert how_far(learner.state, learner.pack, learner.has_original).required == 4
    learner.answer(VERDICT.id, {"verdict": "says-so"})
    handed_in = learner.hand_in()[0]
    assert set(handed_in.payload["open"]) == drawn(learner)
    learner.pack = replace(learner.pack, behaviour="tries")
    learner.try_again()
    assert code_of(learner, Check(question=left_out, response=RIGHT)) == "not-asked"


LATER = replace(NUMERICAL, id="later", after=("first", "forty"))
ONE_BY_ONE = pack_with(CHOICE, VERDICT, LATER)


def test_a_question_opens_when_those_before_it_are_answered() -> None:
    learner = Learner(pack=ONE_BY_ONE)
    view = learner.view("later")
    assert (view.status, view.opens_after) == ("locked", ("first", "forty"))
    assert not view.may_change
    assert code_of(learner, Answer(question="later", response={"text": "40"})) == "locked"
    learner.answer("first")
    assert learner.view("later").opens_after == ("forty",)
    learner.answer("forty", {"verdict": "says-so"})  # answered, not right
    assert learner.view("later").status == "open"
    learner.answer("later", {"text": "40"})


def test_where_answers_are_checked_a_checked_one_opens_the_next() -> None:
    learner = Learner(pack=replace(ONE_BY_ONE, behaviour="tries"))
    assert code_of(learner, Check(question="later", response={"text": "40"})) == "locked"
    assert not learner.view("later").checks
    learner.check("first", {"option": "tar"})
    learner.check("forty", {"verdict": "says-so"})
    learner.check("later", {"text": "40"})


def test_what_was_opened_and_answered_is_not_locked_again() -> None:
    learner = Learner(pack=ONE_BY_ONE)
    learner.answer("first")
    learner.answer("forty")
    learner.do(Withdraw(question="first"))
    assert learner.view("later").status == "locked"
    learner.answer("first")
    learner.answer("later", {"text": "40"})
    learner.do(Withdraw(question="first"))
    assert learner.view("later").status == "answered"
    learner.answer("later", {"text": "41"})


def test_a_locked_question_is_required_and_open_and_may_be_handed_in_so() -> None:
    learner = Learner(pack=ONE_BY_ONE)
    learner.answer("first")
    still_open = open_required(learner.state, learner.pack, "read", learner.has_original)
    assert [question.id for question in still_open] == ["forty", "later"]
    far = how_far(learner.state, learner.pack, learner.has_original)
    assert (far.answered, far.required) == (1, 3)
    assert learner.hand_in()[0].payload["open"] == ["forty", "later"]
    assert learner.view("later").status == "handed-in"


def test_the_next_attempt_at_an_earlier_stage_has_to_be_answered_too() -> None:
    elsewhere = replace(CHOICE, id="elsewhere", stage="checked")
    learner = Learner(pack=pack_with(elsewhere, replace(LATER, after=("elsewhere",))))
    learner.answer("elsewhere", RIGHT)
    assert learner.view("later").status == "open"
    learner.hand_in("checked")
    assert learner.view("later").status == "open"
    learner.try_again("checked")
    assert learner.view("later").status == "locked"


def test_what_cannot_be_answered_blocks_nothing() -> None:
    waiting = replace(CHOICE, id="wording", needs="original")
    gone = pack_with(replace(LATER, after=("gone",)))
    assert Learner(pack=gone).view("later").status == "open"
    waits = pack_with(waiting, replace(LATER, after=("wording",)))
    assert Learner(pack=waits).view("later").status == "open"
    assert Learner(pack=waits, texts=WITH_ORIGINALS).view("later").status == "locked"
    pool = pooled()
    learner = Learner(pack=pool)
    left_out = min(set(LETTERS) - drawn(learner))
    for before, status in ((left_out, "open"), (min(drawn(learner)), "locked")):
        learner.pack = replace(pool, questions=(*pool.questions, replace(LATER, after=(before,))))
        assert learner.view("later").status == status
