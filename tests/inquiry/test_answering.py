"""Answering under each behaviour: what is remembered, and when marks come."""

from dataclasses import replace

import pytest

from crossread.base.canonical import canonical_json
from crossread.base.errors import Expected
from crossread.inquiry.behaviours import BEHAVIOURS
from crossread.inquiry.commands import Answer, Check, Withdraw
from crossread.inquiry.view import question_view
from crossread.packs.pack import Pack
from crossread.progress.history import history
from crossread.questions.order import seed_of
from crossread.questions.storing import key_json, question_from_json, question_json
from tests.inquiry.making import EXAM, PACK, RIGHT, TWICE, WITH_ORIGINALS, WRONG, Learner, kinds, pack_with
from tests.questions.making import CHOICE, GAZETTE, GAZETTE_ORIGINAL, PILOT, VERDICT


def refused(learner: Learner, command: object) -> str:
    before = learner.state
    with pytest.raises(Expected) as raised:
        learner.do(command)  # type: ignore[arg-type]
    assert learner.state is before
    assert raised.value.message
    return raised.value.code


def test_leaving_a_question_remembers_its_answer_once() -> None:
    learner = Learner()
    assert kinds(learner.answer("first")) == ["answered"]
    assert learner.answer("first") == []
    assert kinds(learner.answer("first", WRONG["first"])) == ["answered"]
    answered = learner.state.of("read").latest.answers["first"]
    assert answered.response == WRONG["first"]
    assert answered.entry == learner.entries[-1].id


def test_leaving_a_question_without_an_answer_remembers_nothing() -> None:
    learner = Learner()
    assert learner.do(Answer(question="first", response={"option": ""}, certainty="guess")) == []
    assert learner.do(Answer(question="first", response=None)) == []
    assert learner.do(Answer(question="where", response={"selections": []})) == []


def test_emptying_an_answer_takes_it_back() -> None:
    learner = Learner()
    learner.answer("first")
    assert kinds(learner.do(Answer(question="first", response={"option": ""}))) == ["withdrawn"]
    assert learner.view("first").status == "open"


def test_an_answer_can_be_withdrawn_once() -> None:
    learner = Learner()
    (answered,) = learner.answer("first")
    (withdrawn,) = learner.do(Withdraw(question="first"))
    assert withdrawn.payload["answer"] == answered.id
    assert learner.do(Withdraw(question="first")) == []


def test_being_more_certain_is_a_change_and_another_spelling_of_the_same_is_none() -> None:
    learner = Learner()
    learner.do(Answer(question="first", response={"option": "rope"}, certainty="guess"))
    same = Answer(question="first", response={"unknown": 1, "option": "rope"}, certainty="guess")
    assert learner.do(same) == []
    assert kinds(learner.do(replace(same, certainty="certain"))) == ["answered"]


def test_not_knowing_is_an_answer_that_earns_nothing() -> None:
    learner = Learner()
    (answered,) = learner.do(Answer(question="first", response=RIGHT["first"], dont_know=True))
    assert answered.payload["dont_know"] is True
    assert answered.payload["response"] is None
    marked = learner.hand_in()[1]
    assert marked.payload["score"] == 0
    assert learner.view("first").status == "handed-in"


def test_an_answer_can_be_understood_without_its_pack() -> None:
    learner = Learner()
    command = Answer(question="exam", response=RIGHT["exam"], certainty="certain")
    (answered,) = learner.do(command)
    assert (answered.pack, answered.pack_version, answered.question) == (PACK.id, PACK.version, "exam")
    assert answered.attempt == 1
    assert answered.payload == {
        "stage": "exam",
        "kind": "numerical",
        "skill": "close-reading",
        "points": 1,
        "required": True,
        "review": True,
        "sources": ["gazette", "pilot"],
        "response": {"text": "40"},
        "certainty": "certain",
        "dont_know": False,
        "behaviour": "exam",
        "try": 1,
        "seed": seed_of("ada", PACK.id, "exam"),
        "texts": {
            "gazette": {"digest": GAZETTE.digest, "which": "digest"},
            "pilot": {"digest": PILOT.digest, "which": "digest"},
        },
    }
    assert answered.seen is not None
    assert question_from_json(answered.seen["question"]) == EXAM
    assert answered.seen["floor"] == "Both saw smoke."
    assert answered.key == key_json(EXAM)
    assert canonical_json(answered.seen)
    assert learner.state.of("exam").latest.answers["exam"].texts == {
        "gazette": GAZETTE.digest,
        "pilot": PILOT.digest,
    }


def test_the_text_that_was_open_is_remembered() -> None:
    learner = Learner(texts=WITH_ORIGINALS)
    command = Answer(question="first", response=RIGHT["first"], shown={"gazette": "original"})
    (answered,) = learner.do(command)
    assert answered.payload["texts"]["gazette"] == {"digest": GAZETTE_ORIGINAL.digest, "which": "original"}
    assert answered.payload["texts"]["pilot"]["which"] == "digest"


def test_a_response_that_is_none_is_a_bug_and_no_answer() -> None:
    with pytest.raises(ValueError, match="option"):
        Learner().do(Answer(question="first", response={"option": 5}))


def test_a_question_that_is_not_in_the_pack_cannot_be_answered() -> None:
    learner = Learner()
    assert refused(learner, Answer(question="gone", response=None)) == "no-such-question"
    assert refused(learner, Check(question="gone", response=None)) == "no-such-question"
    assert refused(learner, Withdraw(question="gone")) == "no-such-question"


def test_deferred_answers_have_no_check() -> None:
    assert refused(Learner(), Check(question="first", response=RIGHT["first"])) == "no-check"


def test_a_checked_question_is_marked_at_once_and_then_read_only() -> None:
    learner = Learner()
    assert learner.view("now").checks
    assert learner.view("now").tries_left == 1
    answered, marked = learner.check("now", WRONG["now"])
    assert marked.payload["answer"] == answered.id
    view = learner.view("now")
    assert view.mark is not None
    assert view.mark.score == 0
    assert view.mark.parts[0].key == "The rope store"
    assert (view.may_change, view.checks, view.tries_left) == (False, False, 0)
    assert refused(learner, Check(question="now", response=RIGHT["now"])) == "no-tries-left"
    assert refused(learner, Withdraw(question="now")) == "checked"


def test_leaving_a_question_that_has_a_check_submits_nothing() -> None:
    learner = Learner()
    assert learner.answer("now") == []
    learner.check("now")
    assert learner.answer("now", WRONG["now"]) == []


def test_nothing_cannot_be_checked_but_not_knowing_can() -> None:
    learner = Learner()
    assert refused(learner, Check(question="now", response={"option": ""})) == "nothing-answered"
    learner.do(Check(question="now", response=None, dont_know=True))
    mark = learner.view("now").mark
    assert mark is not None
    assert mark.score == 0


def test_tries_earn_a_third_less_each_and_keep_the_key_until_the_last() -> None:
    learner = Learner()
    learner.check("twice", WRONG["twice"])
    view = learner.view("twice")
    assert (view.may_change, view.tries_left) == (True, 2)
    assert view.mark is not None
    assert [part.key for part in view.mark.parts] == [""]
    marked = learner.check("twice")[1]
    assert marked.payload["score"] == pytest.approx(2 / 3)
    assert marked.payload["raw"] == 1
    view = learner.view("twice")
    assert (view.may_change, view.tries_left) == (False, 0)  # right is right
    assert view.mark is not None
    assert view.mark.parts[0].key == "the watchman"
    assert refused(learner, Check(question="twice", response=RIGHT["twice"])) == "no-tries-left"


def test_right_at_a_later_try_is_right_even_where_that_earns_nothing() -> None:
    learner = Learner(pack=pack_with(replace(TWICE, penalty="1/2")))
    for text in ("watch", "mayor", "king"):
        learner.check("twice", {"text": text})
    half = learner.view("twice").mark
    assert half is not None
    assert half.verdict == "partly"
    learner = Learner(pack=pack_with(replace(TWICE, penalty="1/2")))
    for response in ({"text": "mayor"}, {"text": "king"}, RIGHT["twice"]):
        learner.check("twice", response)
    mark = learner.view("twice").mark
    assert mark is not None
    assert (mark.score, mark.verdict, mark.is_right) == (0, "later", True)
    assert [answer.later for answer in history(learner.entries)] == [True, False, False]


def test_three_tries_are_all_and_a_later_one_never_earns_less() -> None:
    learner = Learner()
    scores = [
        learner.check("twice", {"text": text})[1].payload["score"] for text in ("watch", "mayor", "king")
    ]
    assert scores == [0.5, 0.5, 0.5]
    assert refused(learner, Check(question="twice", response=RIGHT["twice"])) == "no-tries-left"


def test_only_the_first_try_of_all_is_the_first_try() -> None:
    learner = Learner()
    made = [learner.check("twice", {"text": who}) for who in ("the mayor", "the miller", "the baker")]
    first_tries = [marked.payload["first_try"] for _answered, marked in made]
    assert first_tries == [True, False, False]
    learner.check("now")
    learner.hand_in("checked")
    learner.try_again("checked")
    assert learner.check("now")[1].payload["first_try"] is False


def test_a_question_about_the_original_waits_for_it() -> None:
    learner = Learner()
    assert learner.view("wording").status == "waiting"
    assert not learner.view("wording").may_change
    assert learner.do(Answer(question="wording", response={"option": ""})) == []
    assert refused(learner, Answer(question="wording", response=RIGHT["wording"])) == "waits-for-original"
    learner.texts = WITH_ORIGINALS
    assert learner.view("wording").status == "open"
    assert kinds(learner.answer("wording")) == ["answered"]


def test_what_is_seen_and_the_key_are_stored_alike_for_alike_questions() -> None:
    learner = Learner()
    (first,) = learner.answer("first")
    (again,) = learner.answer("first", WRONG["first"])
    assert first.seen == again.seen
    assert first.seen is not None
    assert first.seen["question"] == question_json(CHOICE)


def test_an_answer_to_a_question_that_was_reworded_since_is_kept_and_known_as_such() -> None:
    learner = Learner()
    learner.answer("first")
    before = learner.pack.by_id["first"]
    assert not question_view(learner.state, learner.pack, before, lambda _source: True).reworded
    after = replace(before, prompt="Asked in other words?")
    view = question_view(learner.state, pack_with(after), after, lambda _source: True)
    assert view.reworded
    assert view.answered is not None


def asked_as(behaviour: str) -> Pack:
    return pack_with(replace(TWICE, behaviour=behaviour))


@pytest.mark.parametrize("behaviour", ["immediate", "tries"])
@pytest.mark.parametrize("before", ["deferred", "exam"])
def test_an_answer_that_was_never_checked_has_used_up_no_try(before: str, behaviour: str) -> None:
    learner = Learner(pack=asked_as(before))
    learner.answer("twice", WRONG["twice"])
    learner.pack = asked_as(behaviour)
    view = learner.view("twice")
    assert (view.may_change, view.checks, view.hints_open) == (True, True, 0)
    assert view.tries_left == BEHAVIOURS[behaviour].tries
    learner.check("twice")
    mark = learner.view("twice").mark
    assert mark is not None
    assert mark.score == 1


def test_tries_that_were_used_up_stay_so_whatever_the_behaviour_is_meanwhile() -> None:
    learner = Learner(pack=asked_as("tries"))
    learner.check("twice", WRONG["twice"])
    learner.check("twice", {"text": "the miller"})
    learner.pack = asked_as("deferred")
    learner.answer("twice", {"text": "the baker"})
    learner.pack = asked_as("tries")
    assert learner.view("twice").tries_left == 1


def test_the_same_response_checked_again_costs_no_try() -> None:
    learner = Learner()
    learner.check("twice", WRONG["twice"])
    assert not learner.check("twice", WRONG["twice"])
    assert not learner.do(Check(question="twice", response=WRONG["twice"], certainty="certain"))
    assert learner.view("twice").tries_left == 2
    assert kinds(learner.check("twice", {"text": "the miller"})) == ["answered", "marked"]
    assert kinds(learner.check("twice", WRONG["twice"])) == ["answered", "marked"]


def test_an_answer_to_another_kind_of_question_is_told_of_until_the_question_is_answered_as_it_is() -> None:
    learner = Learner()
    learner.answer("first")
    assert not learner.view("first").replaced
    learner.pack = pack_with(replace(VERDICT, id="first"))
    view = learner.view("first")
    assert (view.status, view.replaced, view.answered) == ("open", True, None)
    learner.answer("first", {"verdict": "says-so"})
    assert not learner.view("first").replaced


def test_an_answer_to_a_question_that_went_to_another_stage_is_told_of_there() -> None:
    learner = Learner()
    learner.answer("first")
    learner.pack = pack_with(replace(CHOICE, id="first", stage="exam"))
    assert learner.view("first").replaced


def test_what_was_settled_when_it_was_of_another_kind_can_be_tried_as_it_is_now() -> None:
    learner = Learner(pack=asked_as("tries"))
    learner.check("twice")
    assert not learner.view("twice").may_change
    learner.pack = pack_with(replace(VERDICT, id="twice", stage="checked", behaviour="tries"))
    assert learner.view("twice").tries_left == 3
    learner.check("twice", {"verdict": "says-so"})
    assert learner.view("twice").tries_left == 2
