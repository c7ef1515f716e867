"""Looking back: every answer, newest first."""

from dataclasses import replace

from crossread.inquiry.commands import Answer, Rate, Withdraw
from crossread.progress.history import history
from crossread.progress.outcome_filter import Wanted
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json
from tests.inquiry.making import WRONG, Learner, pack_with
from tests.inquiry.test_looking_back import ESSAY, RATING
from tests.progress.making import entry
from tests.questions.making import SAMPLES, TEXTS


def given(learner: Learner) -> list[tuple[str, int, float | None, bool]]:
    return [
        (answer.question, answer.attempt, answer.score, answer.in_force)
        for answer in history(learner.entries)
    ]


def test_answers_come_newest_first_with_what_they_earned() -> None:
    learner = Learner()
    learner.answer("first", WRONG["first"])
    learner.answer("first")
    learner.answer("forty", WRONG["forty"])
    learner.hand_in()
    assert given(learner) == [("forty", 1, 0, True), ("first", 1, 1, True), ("first", 1, None, False)]


def test_every_attempt_is_kept() -> None:
    learner = Learner()
    learner.answer("first")
    learner.hand_in()
    learner.try_again()
    learner.answer("first", WRONG["first"])
    assert given(learner) == [("first", 2, None, False), ("first", 1, 1, True)]
    learner.hand_in()
    assert given(learner) == [("first", 2, 0, True), ("first", 1, 1, False)]


def test_an_answer_taken_back_is_in_force_no_more() -> None:
    learner = Learner()
    learner.answer("first")
    learner.do(Withdraw(question="first"))
    assert given(learner) == [("first", 1, None, False)]


def test_marks_held_back_are_not_in_the_history_until_released() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    (answer,) = history(learner.entries)
    assert (answer.score, answer.held_back) == (None, True)
    learner.release()
    (answer,) = history(learner.entries)
    assert (answer.score, answer.held_back) == (1, False)


def test_what_was_seen_gives_the_prompt_and_the_words() -> None:
    learner = Learner()
    learner.answer("first")
    learner.answer("forty")
    verdict, choice = history(learner.entries, learner.seen.get)
    assert (choice.prompt, choice.response) == ("What burned first?", "The rope store")
    assert verdict.response == "The source says otherwise"
    assert verdict.asked.endswith(" “Forty boats were lost.”")  # else nobody can tell what was judged
    assert verdict.asked.startswith(verdict.prompt)
    assert Wanted(words="boats lost").fits(verdict)
    assert choice.asked == choice.prompt
    assert choice.kind == "choice"
    assert choice.at < verdict.at


def test_without_it_the_response_speaks_for_itself() -> None:
    learner = Learner()
    for question in ("first", "exam", "where"):
        learner.answer(question)
    learner.do(Answer(question="forty", response=None, dont_know=True))
    unknown, evidence, number, option = history(learner.entries)
    assert unknown.response == "I don’t know"
    assert evidence.response.startswith("“smoke over the rope store at nine” / “The rope store")
    assert (number.response, option.response, option.prompt) == ("40", "rope", "")


def test_an_answer_of_a_kind_or_a_shape_that_is_unknown_is_still_listed() -> None:
    strange = [
        entry(1, "answered", kind="riddle", response={"guess": "a fish", "depth": {"of": "sea"}}),
        entry(2, "answered", "other", kind="choice", response={"option": 7}),
        entry(3, "answered", "third", kind="choice", response="?"),
    ]
    seen = {"question": {"kind": "choice", "prompt": "Whose?"}}
    responses = [answer.response for answer in history(strange, lambda _: seen)]
    assert responses == ["", "7", "a fish"]
    assert [answer.prompt for answer in history(strange, lambda _: seen)] == ["Whose?"] * 3


def test_marks_of_answers_that_are_not_there_are_passed_over() -> None:
    assert history([entry(1, "marked", answer="gone", score=1.0), entry(2, "withdrawn")]) == []


def test_every_kind_of_answer_can_be_looked_back_on() -> None:
    questions = [replace(question, id=kind, stage="read") for kind, (question, _) in SAMPLES.items()]
    learner = Learner(pack=pack_with(*questions), texts=TEXTS)
    for kind, (_, response) in SAMPLES.items():
        learner.answer(kind, response_json(response))
    answers = history(learner.entries, learner.seen.get)
    assert {answer.kind for answer in answers} == set(KINDS)
    assert all(answer.prompt and answer.response for answer in answers)


def test_a_long_answer_is_told_whole_and_its_rating_stands_beside_it() -> None:
    learner = Learner(pack=pack_with(ESSAY))
    learner.answer("own", {"text": "The pilot counted the boats at dawn. " * 20})
    learner.hand_in()
    (answer,) = history(learner.entries, learner.seen.get)
    assert answer.rating == ""
    learner.do(Rate(question="own", rating=RATING))
    (answer,) = history(learner.entries, learner.seen.get)
    assert answer.response.count("The pilot counted the boats at dawn.") == 20
    assert answer.rating == "Weighs both · 1 of 2 ideas"
    assert answer.score is None
    (unseen,) = history(learner.entries)
    assert unseen.rating == ""


def test_a_rating_that_is_none_or_of_an_unknown_answer_is_passed_over() -> None:
    learner = Learner(pack=pack_with(ESSAY))
    learner.answer("own", {"text": "At dawn."})
    answer = learner.entries[-1].id
    strange = [
        entry(7, "rated", "own", answer="gone", rating={"level": "low"}),
        entry(8, "rated", "own", answer=answer, rating={"level": 5}),
        entry(9, "rated", "own", answer=answer, rating="fine"),
    ]
    (given_answer,) = history([*learner.entries, *strange], learner.seen.get)
    assert given_answer.rating == ""


def test_a_later_attempt_is_held_back_until_it_is_released_itself() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    learner.release()
    learner.try_again("exam")
    learner.answer("exam", WRONG["exam"])
    learner.hand_in("exam")
    assert [(one.score, one.held_back) for one in history(learner.entries)] == [(None, True), (1, False)]
    learner.release()
    assert [(one.score, one.held_back) for one in history(learner.entries)] == [(0, False), (1, False)]


def test_a_release_shows_the_earlier_attempts_that_were_held_back_too() -> None:
    learner = Learner()
    for response in (None, WRONG["exam"]):
        learner.answer("exam", response)
        learner.hand_in("exam")
        if response is None:
            learner.try_again("exam")
    assert [(one.score, one.held_back) for one in history(learner.entries)] == [(None, True), (None, True)]
    learner.release()
    assert [(one.score, one.held_back) for one in history(learner.entries)] == [(0, False), (1, False)]


def test_an_answer_tells_which_passages_it_quotes() -> None:
    _question, response = SAMPLES["evidence"]
    (answer,) = history([entry(1, "answered", kind="evidence", response=response_json(response))])
    assert answer.marked == response.selections
    assert all(" ".join(one.quote.split()) in answer.response for one in answer.marked)
    (plain,) = history([entry(1, "answered", response={"text": "quote"})])
    assert plain.marked == ()
