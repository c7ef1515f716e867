from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest

from crossread.base.folders import content_folder
from crossread.inquiry.behaviours import BEHAVIOURS, behaviour_of
from crossread.packs.pack import Pack
from crossread.questions.claims import STANCES, Statement
from crossread.questions.essay import Essay, EssayRating, EssayResponse, unmatched
from crossread.questions.kind import Question, Skill
from crossread.questions.registry import KINDS
from crossread.questions.storing import question_json
from tests.content.shipped import checked, digests_of, pack_of

FOLDER = content_folder() / "every-kind"
TRIES, EXAM = "read-sort", "read-test"

# Two of each at least, for these take practice.
IMPORTANT = ("evidence", "matrix", "two-part", "scale", "essay", "discussion")


def _pack() -> Pack:
    return pack_of(FOLDER.name)


def _values(json: Any, key: str) -> Iterator[Any]:
    """Give what stands at a key, on all levels of a question, also of one inside another."""
    if isinstance(json, list):
        for item in json:
            yield from _values(item, key)
    elif isinstance(json, Mapping):
        if key in json:
            yield json[key]
        for value in json.values():
            yield from _values(value, key)


def _said(question: Question, key: str) -> bool:
    return any(_values(question_json(question), key))


def test_the_pack_is_checked_without_an_error_or_a_warning() -> None:
    assert [str(problem) for problem in checked(FOLDER.name).problems] == []


def test_every_kind_occurs_and_the_important_ones_twice() -> None:
    kinds = Counter(question.kind for question in _pack().questions)
    assert set(kinds) == set(KINDS)
    assert all(kinds[kind] >= 2 for kind in IMPORTANT)


def test_every_behaviour_occurs_in_a_stage_of_its_own() -> None:
    asked = {stage.behaviour for stage in _pack().stages if stage.kind == "read"}
    assert asked == set(BEHAVIOURS)
    assert {behaviour_of(_pack(), question).name for question in _pack().questions} == asked


def test_one_question_is_asked_otherwise_than_its_stage() -> None:
    own = [question for question in _pack().questions if question.behaviour]
    assert own
    assert all(behaviour_of(_pack(), one).name == one.behaviour for one in own)


def test_all_seven_skills_are_trained() -> None:
    assert {question.skill for question in _pack().questions} == set(get_args(Skill))


@pytest.mark.parametrize("question", _pack().questions, ids=lambda question: question.id)
def test_the_key_of_each_scored_question_earns_all_on_the_digests(question: Question) -> None:
    kind = KINDS[question.kind]
    response = kind.solve(question, digests_of(FOLDER.name))
    if not kind.scored:
        assert response is None
        assert kind.mark(question, kind.response(), digests_of(FOLDER.name)).score is None
        return
    assert response is not None
    assert kind.mark(question, response, digests_of(FOLDER.name)).score == 1
    assert kind.mark(question, kind.response(), digests_of(FOLDER.name)).score == 0


def test_a_learner_is_told_why_whatever_they_pick_or_place() -> None:
    for question in _pack().questions:
        assert question.explanation, question.id
        assert question.evidence, question.id
        for key in ("options", "items", "reasons", "steps", "answers", "distractors"):
            for row in _values(question_json(question), key):
                assert all(one["feedback"] for one in row), f"{question.id}: {key}"


def test_where_there_are_tries_each_wrong_one_but_the_last_opens_a_hint() -> None:
    for question in _pack().questions:
        behaviour = behaviour_of(_pack(), question)
        if behaviour.hints_open(1):
            assert len(question.hints) >= behaviour.tries - 1, question.id


def test_pools_draws_and_questions_that_open_later_can_be_tried() -> None:
    (pool,) = _pack().pools
    assert (len(pool.questions), pool.draw) == (4, 2)
    assert {question.stage for question in _pack().questions if question.id in pool.questions} == {TRIES}
    assert any(len(question.after) == 2 for question in _pack().questions)


@pytest.mark.parametrize("key", ["shuffle", "stems", "distractors", "weight", "bank", "prove", "because"])
def test_what_a_teacher_may_want_to_copy_is_there(key: str) -> None:
    assert any(_said(question, key) for question in _pack().questions)


def test_some_questions_are_optional_and_some_ask_how_sure_one_is() -> None:
    assert any(not question.required for question in _pack().questions)
    stages = {stage.id: stage for stage in _pack().stages}
    assert stages[EXAM].certainty == "yes"
    assert any(question.certainty == "yes" for question in _pack().questions)


def test_evidence_is_marked_across_two_and_three_texts() -> None:
    across = {
        len({passage.source for passage in getattr(question, "passages", ())})
        for question in _pack().questions
    }
    assert {1, 2, 3} <= across


def test_every_stance_occurs_and_each_silence_says_whether_the_source_could_know() -> None:
    seen: set[str] = set()
    sources = {source.id for source in _pack().sources}
    assert 5 <= len(_pack().claims) <= 7
    for claim in _pack().claims:
        assert set(claim.cells) == sources, claim.id
        for statement in _statements(claim.cells):
            seen.add(statement.stance)
            assert bool(statement.could) == (statement.stance == "silent"), claim.id
    assert seen == set(STANCES)
    relations = {claim.relation for claim in _pack().claims}
    assert {"shared-origin", "agree", "differ", "contradict"} <= relations


def _statements(cells: Mapping[str, tuple[Statement, ...]]) -> Iterator[Statement]:
    for statements in cells.values():
        yield from statements


def test_each_digest_can_be_read_in_a_minute_or_two() -> None:
    assert len(_pack().sources) == 4
    for source in _pack().sources:
        assert 120 <= len(source.digest.shown.split()) <= 220, source.id


def test_nobody_dies_here() -> None:
    words = " ".join(source.digest.shown for source in _pack().sources).casefold()
    assert not any(word in words.split() for word in ("died", "dead", "killed", "drowned", "hurt"))


def test_a_name_with_a_slip_is_asked_about_and_not_taken() -> None:
    question = next(one for one in _pack().questions if one.id == "say-quoted")
    kind = KINDS[question.kind]
    slip = kind.response("Roile")
    doubt = kind.doubt(question, slip)
    assert doubt is not None
    assert "royle" in doubt.meant.casefold()
    assert kind.mark(question, slip, digests_of(FOLDER.name)).score == 0
    assert kind.mark(question, doubt.response, digests_of(FOLDER.name)).score == 1


def test_any_form_of_a_word_is_taken_where_its_stem_is_compared() -> None:
    question = next(one for one in _pack().questions if one.id == "say-wait")
    kind = KINDS[question.kind]
    assert kind.mark(question, kind.response("waiting"), digests_of(FOLDER.name)).score == 1
    assert kind.mark(question, kind.response("waiter"), digests_of(FOLDER.name)).score == 0


def test_each_sample_answer_of_the_highest_level_has_all_its_ideas() -> None:
    for question in _pack().questions:
        if isinstance(question, Essay):
            best = question.rubric[-1]
            every = EssayRating(best.id, tuple(idea.id for idea in question.ideas))
            assert unmatched(question, EssayResponse(best.sample), every) == (), question.id
