"""A stage being answered, as the pages see it: no widget is needed for that."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.base.declared import EXAM_RESULTS
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.desktop.pages.questions.answering import Answering
from crossread.desktop.pages.questions.attempts_before import Points
from crossread.desktop.pages.questions.given import Given, without_words
from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import Pack, Pool
from crossread.questions.essay import EssayRating
from crossread.questions.evidence import EvidenceResponse
from crossread.questions.kind import Question
from crossread.questions.short_answer import ShortAnswerResponse
from tests.inquiry.making import pack_with
from tests.inquiry.test_looking_back import ESSAY
from tests.operations.conftest import Desk
from tests.questions.making import CHOICE, EVIDENCE, NUMERICAL, SAMPLES, SHORT_ANSWER, VERDICT

Begin = Callable[[Pack], Answering]

OWN = replace(ESSAY, cite=1)
WHO = replace(SHORT_ANSWER, answers=SHORT_ANSWER.answers[:1])
NEAR = Given(response=ShortAnswerResponse("the watchmen"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(DataFolders(tmp_path / "data")).begin()
    yield desk
    desk.session.close()


@pytest.fixture
def begin(desk: Desk) -> Begin:
    def answering(pack: Pack) -> Answering:
        return Answering(desk.session, OpenPack(pack), pack.stage("read"))

    return answering


def right(question: Question) -> Given:
    return Given(response=SAMPLES[question.kind][1])


def asked_under(behaviour: str, *questions: Question) -> Pack:
    return replace(pack_with(*questions), behaviour=behaviour)


@pytest.mark.parametrize(
    ("behaviour", "asks"), [("deferred", True), ("immediate", True), ("tries", True), ("exam", False)]
)
def test_a_near_miss_is_asked_about_where_the_behaviour_does_so(
    begin: Begin, behaviour: str, asks: bool
) -> None:
    answering = begin(asked_under(behaviour, WHO))
    doubt = answering.doubt(WHO, NEAR)
    assert (doubt is not None) == asks
    if doubt:
        assert answering.doubt(WHO, Given(response=doubt.response)) is None
    assert answering.doubt(WHO, without_words(NEAR, WHO)) is None
    assert answering.doubt(WHO, Given(response=ShortAnswerResponse())) is None


def test_a_closed_answer_is_not_asked_about(begin: Begin) -> None:
    answering = begin(asked_under("deferred", WHO))
    answering.answer(WHO, NEAR)
    answering.hand_in()
    assert answering.doubt(WHO, NEAR) is None


def test_what_is_not_scored_is_answered_when_it_is_closed_and_counts_no_points(begin: Begin) -> None:
    answering = begin(asked_under("immediate", CHOICE, OWN))
    assert answering.standing(OWN) == "open"
    answering.check(OWN, right(OWN))
    assert answering.standing(OWN) == "answered"
    assert not answering.view(OWN).may_change
    assert answering.explains(OWN)
    answering.check(CHOICE, right(CHOICE))
    assert (answering.standing(CHOICE), answering.points()) == ("right", Points(earned=1, all=1))


def test_what_is_not_scored_and_was_left_open_counts_no_points_either(begin: Begin) -> None:
    answering = begin(asked_under("deferred", CHOICE, VERDICT, OWN))
    answering.answer(CHOICE, right(CHOICE))
    answering.hand_in()
    assert answering.points() == Points(earned=1, all=1)
    assert answering.standing(OWN) == "open"


def test_an_extra_counts_where_it_was_answered_and_costs_nothing_where_it_was_left_open(begin: Begin) -> None:
    extra = replace(VERDICT, required=False)
    answering = begin(pack_with(CHOICE, extra))
    answering.answer(CHOICE, right(CHOICE))
    answering.hand_in()
    assert answering.points() == Points(earned=1, all=1)
    answering.try_again()
    answering.answer(CHOICE, right(CHOICE))
    answering.answer(extra, right(extra))
    answering.hand_in()
    assert answering.points() == Points(earned=2, all=2)


def test_a_locked_question_says_so_and_explains_nothing(begin: Begin) -> None:
    later = replace(NUMERICAL, after=(CHOICE.id,))
    answering = begin(asked_under("deferred", CHOICE, later))
    assert answering.standing(later) == "locked"
    assert not answering.explains(later)
    answering.leave(later, right(later))
    assert answering.view(later).answered is None
    answering.answer(CHOICE, right(CHOICE))
    assert answering.standing(later) == "open"


def test_a_question_is_flagged_and_the_flag_taken_off(begin: Begin) -> None:
    answering = begin(asked_under("deferred", CHOICE))
    answering.flag(CHOICE, on=True)
    assert answering.view(CHOICE).flagged
    answering.flag(CHOICE, on=False)
    assert not answering.view(CHOICE).flagged


def test_a_rating_comes_back_as_it_was_given(begin: Begin) -> None:
    answering = begin(asked_under("deferred", OWN))
    rating = EssayRating(level="high", ideas=("dawn",))
    with pytest.raises(Expected):
        answering.rate(OWN, rating)
    answering.answer(OWN, right(OWN))
    answering.hand_in()
    assert answering.rating(OWN) is None
    answering.rate(OWN, rating)
    assert answering.rating(OWN) == rating


def test_an_exam_is_silent_until_its_results_are_released(begin: Begin) -> None:
    answering = begin(asked_under("exam", CHOICE))
    answering.answer(CHOICE, right(CHOICE))
    assert not answering.may_release
    answering.hand_in()
    assert (answering.holds_back, answering.may_release) == (True, True)
    assert (answering.standing(CHOICE), answering.explains(CHOICE)) == ("answered", False)
    answering.release()
    assert (answering.holds_back, answering.may_release) == (False, False)
    assert (answering.standing(CHOICE), answering.explains(CHOICE)) == ("right", True)


def test_where_the_teacher_shows_results_the_learner_is_not_offered_to(begin: Begin, desk: Desk) -> None:
    Settings(desk.folders.settings).set(EXAM_RESULTS, value=False)
    desk.session.close()
    other = Desk(desk.folders).begin()
    pack = asked_under("exam", CHOICE)
    answering = Answering(other.session, OpenPack(pack), pack.stage("read"))
    answering.answer(CHOICE, right(CHOICE))
    answering.hand_in()
    assert answering.holds_back
    assert not answering.may_release
    with pytest.raises(Expected, match="teacher"):
        answering.release()
    other.session.close()


def test_a_begun_answer_says_what_it_still_wants_and_an_empty_one_nothing(begin: Begin) -> None:
    answering = begin(asked_under("deferred", EVIDENCE, CHOICE))
    assert answering.incomplete() == ()
    one = EvidenceResponse(SAMPLES["evidence"][1].selections[:1])
    answering.keep(EVIDENCE, Given(response=one))
    assert answering.incomplete() == (EVIDENCE,)
    assert answering.lacks(EVIDENCE)
    answering.keep(EVIDENCE, without_words(Given(response=one), EVIDENCE))
    assert answering.lacks(EVIDENCE) == ""
    answering.keep(EVIDENCE, right(EVIDENCE))
    assert answering.incomplete() == ()


def test_the_questions_are_those_that_were_drawn_each_with_its_seed(begin: Begin, desk: Desk) -> None:
    letters = [replace(CHOICE, id=letter) for letter in "abcdef"]
    pool = Pool(id="some", questions=tuple("abcdef"), draw=2)
    pack = replace(asked_under("deferred", VERDICT, *letters), pools=(pool,))
    answering = begin(pack)
    assert answering.questions[0] is VERDICT
    assert len(answering.questions) == 3
    assert begin(pack).questions == answering.questions
    seeds = {answering.seed(question) for question in answering.questions}
    assert len(seeds) == 3
    assert answering.seed(VERDICT) == desk.session.seed(pack.id, VERDICT.id)


def test_after_trying_again_the_draw_is_that_of_the_pool_as_it_is_now(begin: Begin) -> None:
    letters = {letter: replace(CHOICE, id=letter) for letter in "abcdef"}
    edited = replace(
        asked_under("deferred", *letters.values()),
        pools=(Pool(id="some", questions=tuple("abcdef"), draw=2),),
    )
    drawn = begin(edited).questions
    others = [question for question in letters.values() if question not in drawn]
    before = begin(asked_under("deferred", *others[:2]))
    before.answer(others[0], right(CHOICE))
    before.hand_in()
    answering = begin(edited)
    assert answering.questions == tuple(others[:2])
    answering.try_again()
    assert answering.questions == drawn


def test_what_could_not_be_answered_at_the_hand_in_counts_no_points(begin: Begin) -> None:
    original = replace(CHOICE, id="wording", needs="original")
    answering = begin(pack_with(CHOICE, VERDICT, NUMERICAL, original))
    answering.answer(CHOICE, right(CHOICE))
    answering.answer(VERDICT, right(VERDICT))
    answering.hand_in()
    assert answering.points() == Points(earned=2, all=2)
    edited = pack_with(CHOICE, replace(CHOICE, id=VERDICT.id), NUMERICAL, EVIDENCE, original)
    again = begin(edited)
    assert EVIDENCE not in again.questions  # came later
    assert again.points() == Points(earned=1, all=1)
    there = begin(replace(edited, questions=(*edited.questions[:-1], replace(original, needs=""))))
    assert there.points() == Points(earned=1, all=1)
