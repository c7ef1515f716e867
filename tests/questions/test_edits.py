"""Answers given before a question was edited: marked by what still stands, not blamed for what is gone."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_from_json, response_json
from tests.questions.closed_samples import WEIGHED
from tests.questions.editing import additions, removals, reworded
from tests.questions.making import RESPONSES, SAMPLES, SCORED, TEXTS

unhurried = settings(deadline=None, max_examples=50)  # for each kind
every_kind = pytest.mark.parametrize("name", list(KINDS))
every_scored_kind = pytest.mark.parametrize("name", SCORED)

EDITED: dict[str, list[Question]] = {
    name: [
        reworded(question),
        *additions(question),
        *(left for _gone, left in removals(question)),
        *(less for _gone, left in removals(question) for _too, less in removals(left)),
    ]
    for name, (question, _key) in SAMPLES.items()
}
EDITED["multiple"].append(WEIGHED)


def stored(name: str, response: object) -> Any:
    """Keep a response and read it again."""
    return response_from_json(name, json.loads(json.dumps(response_json(response))))


@every_kind
@given(data=st.data())
@unhurried
def test_a_stored_response_can_be_marked_and_told_whatever_was_edited(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    question, response = data.draw(st.sampled_from(EDITED[name])), data.draw(RESPONSES[name])
    mark = kind.mark(question, stored(name, response), TEXTS)
    assert mark.score is None or (kind.scored and 0 <= mark.score <= 1)
    assert all(part.score is None or 0 <= part.score <= 1 for part in mark.parts)
    assert isinstance(kind.words(question, response), str)
    assert isinstance(kind.lacks(question, response), str)
    kind.doubt(question, response)


@every_kind
def test_the_solution_of_an_edited_question_without_faults_earns_everything(name: str) -> None:
    kind = KINDS[name]
    for question in EDITED[name]:
        faults, solved = kind.faults(question), kind.solve(question, TEXTS)
        if solved is not None and not faults:
            assert kind.mark(question, solved, TEXTS).score == 1


@every_scored_kind
def test_other_words_for_the_same_things_change_no_mark(name: str) -> None:
    question, key = SAMPLES[name]
    assert KINDS[name].mark(reworded(question), stored(name, key), TEXTS).score == 1


@every_scored_kind
def test_what_was_right_is_not_wrong_because_something_that_it_names_is_gone(name: str) -> None:
    question, key = SAMPLES[name]
    spelled = json.dumps(response_json(key))
    for gone, left in removals(question):
        if gone and f'"{gone}"' in spelled:
            mark = KINDS[name].mark(left, stored(name, key), TEXTS)
            assert mark.score in {None, 1.0}, gone
            assert all(part.score in {None, 1.0} for part in mark.parts), gone


@pytest.mark.parametrize("name", ["choice", "multiple", "matching", "categorise", "cloze", "scale"])
def test_a_response_to_things_that_are_all_gone_is_not_scored(name: str) -> None:
    question, key = SAMPLES[name]
    strange = json.loads(
        json.dumps(response_json(key))
        .replace('"rope', '"was-rope')
        .replace('"tar', '"was-tar')
        .replace('"little', '"was-little')
    )
    for table in ("pairs", "gaps"):
        if table in strange:
            strange[table] = {f"was-{one}": target for one, target in strange[table].items()}
    mark = KINDS[name].mark(question, response_from_json(name, strange), TEXTS)
    assert mark.score is None
    assert any("no longer part of" in part.feedback for part in mark.parts)
