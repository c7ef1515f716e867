"""Questions, responses, ratings and marks as JSON, and back."""

import dataclasses
import json
from typing import Any

import msgspec
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.choice import Choice
from crossread.questions.essay import EssayRating
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from crossread.questions.short_answer import ShortAnswerResponse
from crossread.questions.storing import (
    key_json,
    mark_from_json,
    mark_json,
    question_from_json,
    question_json,
    rating_from_json,
    rating_json,
    response_from_json,
    response_json,
)
from tests.questions.making import RESPONSES, SAMPLES
from tests.questions.open_samples import MATRIX, TWO_PART
from tests.questions.test_kinds import marked, unhurried

every_kind = pytest.mark.parametrize("name", list(KINDS))


def through_json(spelled: dict[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(spelled))
    return read


@every_kind
@given(data=st.data())
@unhurried
def test_responses_and_marks_come_back_as_they_went(name: str, data: st.DataObject) -> None:
    response = data.draw(RESPONSES[name])
    stored = through_json(response_json(response))
    assert response_from_json(name, stored) == response_from_json(KINDS[name], response_json(response))
    mark = marked(name, response_from_json(name, stored))
    assert mark_from_json(through_json(mark_json(mark))) == mark


@every_kind
def test_the_key_comes_back_as_it_went(name: str) -> None:
    key = SAMPLES[name][1]
    assert response_from_json(name, through_json(response_json(key))) == key


def test_half_a_character_of_utf_16_does_not_keep_a_response_from_being_stored() -> None:
    assert response_json(ShortAnswerResponse("a\ud83db")) == {"text": "a\ufffdb"}


def test_a_rating_comes_back_as_it_went_and_only_for_kinds_that_have_one() -> None:
    rating = EssayRating(level="weighs", ideas=("counted",))
    assert rating_from_json("essay", through_json(rating_json(rating))) == rating
    with pytest.raises(ValueError, match="not rated"):
        rating_from_json("choice", {})
    with pytest.raises(ValueError, match="level"):
        rating_from_json("essay", {"level": 3})


@every_kind
def test_a_question_comes_back_whole(name: str) -> None:
    question = SAMPLES[name][0]
    stored = through_json(question_json(question))
    assert question_from_json(stored) == question
    assert stored.keys() == {field.name for field in dataclasses.fields(question)}


def test_what_was_seen_holds_the_question_within_and_the_rows_of_a_matrix() -> None:
    seen = question_json(TWO_PART)
    assert [option["id"] for option in seen["answer"]["options"]] == ["rope", "tar"]
    assert [row["id"] for row in question_json(MATRIX)["rows"]] == ["forty", "at-nine"]


@every_kind
def test_the_stored_key_has_what_is_marked_and_not_the_prompt(name: str) -> None:
    question = SAMPLES[name][0]
    assert key_json(dataclasses.replace(question, prompt="Other words")) == key_json(question)
    assert key_json(question)["kind"] == name
    assert len(key_json(question)) > 1


def test_the_stored_key_goes_into_the_question_within_and_into_the_rows_of_a_matrix() -> None:
    inner = TWO_PART.answer
    assert isinstance(inner, Choice)
    reworded = dataclasses.replace(TWO_PART, answer=dataclasses.replace(inner, prompt="Other words"))
    assert key_json(reworded) == key_json(TWO_PART)
    assert key_json(TWO_PART)["answer"] == key_json(inner)
    shorter = dataclasses.replace(inner, options=inner.options[:1])
    assert key_json(dataclasses.replace(TWO_PART, answer=shorter)) != key_json(TWO_PART)
    assert key_json(dataclasses.replace(MATRIX, rows=MATRIX.rows[:1])) != key_json(MATRIX)


def as_text(value: object) -> Any:
    """Make of JSON what a YAML reader gives that makes no guesses: every scalar is text."""
    if isinstance(value, dict):
        return {name: as_text(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def read(plain: dict[str, Any]) -> Question:
    """Read a question from text alone, and those within it as their own kinds say."""
    kind = KINDS[plain["kind"]]
    inner = {name: read(plain[name]) for name in kind.nested}
    question: Question = pydantic.TypeAdapter(kind.question).validate_python({**plain, **inner})
    return question


@every_kind
def test_a_question_is_read_from_text_alone(name: str) -> None:
    assert read(as_text(question_json(SAMPLES[name][0]))) == SAMPLES[name][0]


def with_colour(value: Any) -> list[Any]:
    """Give an unknown key to each thing in a list, one at a time."""
    found: list[Any] = []
    if isinstance(value, list):
        for place, one in enumerate(value):
            changed = [*([{**one, "colour": "red"}] if isinstance(one, dict) else []), *with_colour(one)]
            found.extend([*value[:place], new, *value[place + 1 :]] for new in changed)
    elif isinstance(value, dict):
        for name, one in value.items():
            found.extend({**value, name: new} for new in with_colour(one))
    return found


@every_kind
def test_an_unknown_key_is_an_error_wherever_it_stands(name: str) -> None:
    plain = as_text(question_json(SAMPLES[name][0]))
    for odd in ({**plain, "colour": "red"}, *with_colour(plain)):
        with pytest.raises(pydantic.ValidationError, match="colour"):
            read(odd)


def test_json_of_no_kind_and_of_no_response_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind of question"):
        question_from_json({"kind": "riddle"})
    with pytest.raises(ValueError, match="option"):
        response_from_json("choice", {"option": 3})
    spelled = question_json(TWO_PART)
    with pytest.raises(ValueError, match="no kind of question"):
        question_from_json({**spelled, "answer": {**spelled["answer"], "kind": "riddle"}})
    with pytest.raises(msgspec.ValidationError, match="answer"):
        question_from_json({name: value for name, value in spelled.items() if name != "answer"})
