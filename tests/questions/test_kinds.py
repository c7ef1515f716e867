"""What holds for every kind of question."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.questions.mark import Mark
from crossread.questions.marking import mark_answer
from crossread.questions.registry import KINDS
from tests.questions.closed_samples import MATCHING, ORDERING
from tests.questions.making import IMPROVE, RESPONSES, SAMPLES, SCORED, TEXTS
from tests.questions.open_samples import TWO_PART

# The first example loads what later ones find loaded, so time is no sign of trouble here.
unhurried = settings(deadline=None, max_examples=60)  # for each kind
every_kind = pytest.mark.parametrize("name", list(KINDS))
every_scored_kind = pytest.mark.parametrize("name", SCORED)
every_unscored_kind = pytest.mark.parametrize("name", [name for name in KINDS if name not in SCORED])


def marked(name: str, response: object) -> Mark:
    mark: Mark = KINDS[name].mark(SAMPLES[name][0], response, TEXTS)
    return mark


def score(name: str, response: object) -> float:
    found = marked(name, response).score
    assert found is not None
    return found


def test_there_are_fifteen_kinds_in_the_order_in_which_they_are_told() -> None:
    told = (
        "choice multiple verdict short-answer numerical cloze ordering matching categorise evidence matrix "
        "scale two-part essay discussion"
    )
    assert list(KINDS) == told.split()
    assert all(kind.name == name and kind.label for name, kind in KINDS.items())
    assert set(SAMPLES) == set(RESPONSES) == set(KINDS)
    assert set(IMPROVE) == set(SCORED)


@every_scored_kind
def test_the_key_earns_everything(name: str) -> None:
    mark = marked(name, SAMPLES[name][1])
    assert mark.score == 1
    assert mark.verdict == "right"


@every_scored_kind
def test_what_a_kind_gives_as_its_solution_earns_everything(name: str) -> None:
    solved = KINDS[name].solve(SAMPLES[name][0], TEXTS)
    assert marked(name, solved).score == 1
    assert not KINDS[name].empty(solved)
    assert KINDS[name].doubt(SAMPLES[name][0], solved) is None


@every_kind
def test_an_empty_response_is_known_to_be_empty_and_nothing_is_asked_of_it(name: str) -> None:
    kind, (question, key) = KINDS[name], SAMPLES[name]
    assert kind.empty(kind.response())
    assert not kind.empty(key)
    assert kind.doubt(question, kind.response()) is None
    assert kind.lacks(question, kind.response()) == ""
    assert kind.lacks(question, key) == ""


@every_scored_kind
def test_an_empty_response_earns_nothing(name: str) -> None:
    assert marked(name, KINDS[name].response()).score == 0


@every_kind
def test_what_a_question_offers_is_words_that_tell_no_answer(name: str) -> None:
    question = SAMPLES[name][0]
    offered = KINDS[name].offered(question)
    assert all(isinstance(words, str) and words for words in offered)
    told = {question.explanation, *question.hints}
    assert told.isdisjoint(offered)


def test_things_to_order_or_to_pair_are_not_told_in_their_order() -> None:
    assert KINDS["ordering"].offered(ORDERING) == sorted(item.text for item in ORDERING.items)
    paired = sorted(one.text for one in (*MATCHING.items, *MATCHING.targets))
    assert KINDS["matching"].offered(MATCHING) == paired


def test_the_gaps_of_a_cloze_are_offered_open() -> None:
    question = SAMPLES["cloze"][0]
    text = KINDS["cloze"].offered(question)[0]
    assert text.startswith("… saw … over the … at")
    assert "watchman" not in " ".join(KINDS["cloze"].offered(question))


@every_kind
def test_a_sound_question_has_no_faults(name: str) -> None:
    assert list(KINDS[name].faults(SAMPLES[name][0])) == []


@every_scored_kind
def test_not_knowing_earns_nothing_and_shows_the_key(name: str) -> None:
    mark = mark_answer(SAMPLES[name][0], None, TEXTS)
    assert mark.score == 0
    assert mark.parts[0].given == "I don’t know"
    assert all(part.key for part in mark.parts if part.score is not None)


@every_unscored_kind
def test_what_is_not_scored_has_no_mark_and_no_solution(name: str) -> None:
    question, response = SAMPLES[name]
    kind = KINDS[name]
    for given_ in (response, kind.response()):
        assert kind.mark(question, given_, TEXTS).score is None
        assert kind.mark(question, given_, TEXTS).verdict == "unscored"
    assert mark_answer(question, None, TEXTS).score is None
    assert kind.solve(question, TEXTS) is None


@every_kind
@given(data=st.data())
@unhurried
def test_no_response_is_too_odd_to_mark(name: str, data: st.DataObject) -> None:
    response = data.draw(RESPONSES[name])
    kind, question = KINDS[name], SAMPLES[name][0]
    mark = marked(name, response)
    assert mark.score is None or (kind.scored and 0 <= mark.score <= 1)
    assert all(part.score is None or 0 <= part.score <= 1 for part in mark.parts)
    assert isinstance(kind.words(question, response), str)
    assert isinstance(kind.lacks(question, response), str)
    if kind.empty(response):
        assert not mark.score


@every_kind
@given(data=st.data())
@unhurried
def test_marking_again_gives_the_same(name: str, data: st.DataObject) -> None:
    response = data.draw(RESPONSES[name])
    assert marked(name, response) == marked(name, response)


@every_scored_kind
@given(data=st.data())
@unhurried
def test_one_right_part_more_never_earns_less(name: str, data: st.DataObject) -> None:
    response = data.draw(RESPONSES[name])
    before = marked(name, response).score
    for better in IMPROVE[name](response):
        after = marked(name, better).score
        assert before is None or after is None or after >= before


@every_scored_kind
def test_right_part_by_right_part_an_empty_response_comes_to_earn_everything(name: str) -> None:
    response = next(IMPROVE[name](KINDS[name].response()))
    earned = score(name, response)
    while earned < 1:
        response = max(IMPROVE[name](response), key=lambda better: score(name, better))
        assert score(name, response) > earned
        earned = score(name, response)


@every_kind
@given(data=st.data())
@unhurried
def test_a_doubt_is_only_about_what_would_earn_more_and_not_about_what_it_leads_to(
    name: str, data: st.DataObject
) -> None:
    response = data.draw(RESPONSES[name])
    kind, question = KINDS[name], SAMPLES[name][0]
    doubt = kind.doubt(question, response)
    if doubt is not None:
        before, after = marked(name, response).score, marked(name, doubt.response).score
        assert doubt.meant
        assert before is None or (after is not None and after > before)
        assert kind.doubt(question, doubt.response) is None


ABOUT = {
    "verdict": "Forty boats were lost.",
    "scale": "Forty boats were lost.",
    "cloze": "… saw … over the … at ….",
}


@every_kind
def test_what_is_to_be_judged_weighed_or_filled_in_is_told_of_a_question(name: str) -> None:
    assert KINDS[name].about(SAMPLES[name][0]) == ABOUT.get(name, "")


def test_of_a_question_within_another_it_is_told_what_that_is_about() -> None:
    judged = replace(TWO_PART, answer=SAMPLES["verdict"][0])
    assert KINDS["two-part"].about(judged) == "Forty boats were lost."
