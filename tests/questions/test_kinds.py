"""What holds for every kind of question."""

import dataclasses
import json
from typing import Any

import msgspec
import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.questions.choice import ChoiceResponse
from crossread.questions.evidence import EvidenceResponse
from crossread.questions.mark import Mark
from crossread.questions.marking import mark_answer
from crossread.questions.numerical import NumericalResponse
from crossread.questions.passages import Selection
from crossread.questions.registry import KINDS
from crossread.questions.short_answer import ShortAnswerResponse
from crossread.questions.storing import (
    key_json,
    mark_from_json,
    mark_json,
    question_from_json,
    question_json,
    response_from_json,
    response_json,
)
from crossread.questions.verdict import VerdictResponse
from tests.questions.making import GAZETTE, GAZETTE_ORIGINAL, PILOT, SAMPLES, TEXTS

# The first example loads what later ones find loaded, so time is no sign of trouble here.
unhurried = settings(deadline=None)
every_kind = pytest.mark.parametrize("name", list(KINDS))

digests = st.sampled_from([GAZETTE.digest, GAZETTE_ORIGINAL.digest, PILOT.digest, "", "unknown"])
positions = st.integers(-10, 400) | st.sampled_from([10**9, -(10**9)])
selections = st.builds(
    Selection,
    source=st.sampled_from(["gazette", "pilot", "nobody", ""]),
    which=st.sampled_from(["digest", "original"]),
    text_digest=digests,
    start=positions,
    end=positions,
    quote=st.text(max_size=20),
)
texts_typed = st.text(max_size=40) | st.from_regex(r"[-+]?[0-9., ']{1,12}( boats)?", fullmatch=True)
RESPONSES: dict[str, st.SearchStrategy[Any]] = {
    "choice": st.builds(ChoiceResponse, st.sampled_from(["rope", "tar", "boats"]) | st.text(max_size=5)),
    "verdict": st.builds(VerdictResponse, st.sampled_from(["", "says-so", "says-otherwise", "does-not-say"])),
    "numerical": st.builds(NumericalResponse, texts_typed),
    "short-answer": st.builds(
        ShortAnswerResponse, texts_typed | st.sampled_from(["The Watchman.", "night watch", "thé pilot"])
    ),
    "evidence": st.builds(EvidenceResponse, st.lists(selections, max_size=6).map(tuple)),
}
any_answer = st.sampled_from(list(KINDS)).flatmap(lambda name: st.tuples(st.just(name), RESPONSES[name]))


def marked(name: str, response: object) -> Mark:
    mark: Mark = KINDS[name].mark(SAMPLES[name][0], response, TEXTS)
    return mark


@every_kind
def test_the_key_earns_everything(name: str) -> None:
    mark = marked(name, SAMPLES[name][1])
    assert mark.score == 1
    assert mark.verdict == "right"


@every_kind
def test_an_empty_response_earns_nothing_and_is_known_to_be_empty(name: str) -> None:
    kind = KINDS[name]
    assert marked(name, kind.response()).score == 0
    assert kind.empty(kind.response())
    assert not kind.empty(SAMPLES[name][1])


@every_kind
def test_a_sound_question_has_no_faults(name: str) -> None:
    assert list(KINDS[name].faults(SAMPLES[name][0])) == []


@every_kind
def test_not_knowing_earns_nothing_and_shows_the_key(name: str) -> None:
    mark = mark_answer(SAMPLES[name][0], None, TEXTS)
    assert mark.score == 0
    assert mark.parts[0].given == "I don’t know"
    assert all(part.key for part in mark.parts)


@given(any_answer)
@unhurried
def test_no_response_is_too_odd_to_mark(answer: tuple[str, Any]) -> None:
    name, response = answer
    mark = marked(name, response)
    assert mark.score is None or 0 <= mark.score <= 1
    assert all(part.score is None or 0 <= part.score <= 1 for part in mark.parts)
    assert isinstance(KINDS[name].words(SAMPLES[name][0], response), str)


@given(any_answer)
@unhurried
def test_marking_again_gives_the_same(answer: tuple[str, Any]) -> None:
    assert marked(*answer) == marked(*answer)


@given(any_answer)
@unhurried
def test_responses_and_marks_come_back_from_json_as_they_went(answer: tuple[str, Any]) -> None:
    name, response = answer
    stored = json.loads(json.dumps(response_json(response)))
    assert response_from_json(name, stored) == response_from_json(KINDS[name], response_json(response))
    mark = marked(name, response_from_json(name, stored))
    assert mark_from_json(json.loads(json.dumps(mark_json(mark)))) == mark


def test_half_a_character_of_utf_16_does_not_keep_a_response_from_being_stored() -> None:
    assert response_json(ShortAnswerResponse("a\ud83db")) == {"text": "a\ufffdb"}


@every_kind
def test_a_question_comes_back_from_json_whole(name: str) -> None:
    question = SAMPLES[name][0]
    stored = json.loads(json.dumps(question_json(question)))
    assert question_from_json(stored) == question
    assert stored.keys() == {field.name for field in dataclasses.fields(question)}


@every_kind
def test_the_stored_key_changes_with_what_is_marked_and_not_with_the_prompt(name: str) -> None:
    question = SAMPLES[name][0]
    assert key_json(dataclasses.replace(question, prompt="Other words")) == key_json(question)
    assert key_json(question)["kind"] == name
    assert len(key_json(question)) > 1


def as_text(value: object) -> object:
    """Make of JSON what a YAML reader gives that makes no guesses: every scalar is text."""
    if isinstance(value, dict):
        return {name: as_text(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


@every_kind
def test_a_question_is_read_from_text_alone(name: str) -> None:
    question = SAMPLES[name][0]
    read = pydantic.TypeAdapter(KINDS[name].question).validate_python(as_text(question_json(question)))
    assert read == question
    assert msgspec.convert(question_json(question), KINDS[name].question) == question


@every_kind
def test_an_unknown_key_is_an_error_wherever_it_stands(name: str) -> None:
    adapter = pydantic.TypeAdapter(KINDS[name].question)
    plain = as_text(question_json(SAMPLES[name][0]))
    assert isinstance(plain, dict)
    with pytest.raises(pydantic.ValidationError, match="colour"):
        adapter.validate_python({**plain, "colour": "red"})
    for inner in ("options", "answers", "passages"):
        if inner in plain:
            with pytest.raises(pydantic.ValidationError, match="colour"):
                adapter.validate_python({**plain, inner: [{**plain[inner][0], "colour": "red"}]})


def test_json_of_no_kind_and_of_no_response_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind of question"):
        question_from_json({"kind": "riddle"})
    with pytest.raises(ValueError, match="option"):
        response_from_json("choice", {"option": 3})
