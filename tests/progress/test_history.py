"""Looking back: every answer, newest first."""

from crossread.inquiry.commands import Answer, Withdraw
from crossread.progress.history import history
from crossread.questions.registry import KINDS
from tests.inquiry.making import PACK, WRONG, Learner
from tests.progress.making import entry


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
    assert given(learner) == [("first", 2, None, True), ("first", 1, 1, True)]


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
    learner = Learner()
    for question in PACK.questions_of("read"):
        if not question.needs:
            learner.answer(question.id)
    learner.answer("exam")
    learner.check("twice")
    answers = history(learner.entries, learner.seen.get)
    assert {answer.kind for answer in answers} == set(KINDS)
    assert all(answer.prompt and answer.response for answer in answers)
