"""What an author may do to a question between an answer and its marking: take out, put in, reword."""

from collections.abc import Iterator, Mapping
from typing import Any

from crossread.questions.kind import Question
from crossread.questions.storing import question_from_json, question_json

# Keys whose words may be changed without any change of what is right.
_REWORDED = frozenset(("text", "prompt", "feedback", "explanation", "name", "descriptor", "claim", "says"))
_ANSWERS = frozenset(("answers", "ideas"))  # what stands in them is compared with what was typed


def removals(question: Question) -> Iterator[tuple[str, Question]]:
    """Take one thing out, wherever it stands: gives its id, "" where it has none, and what is left."""
    for gone, spelled in _removed(question_json(question)):
        yield gone, question_from_json(spelled)


def additions(question: Question) -> Iterator[Question]:
    """Put one thing more into each list of things."""
    for spelled in _added(question_json(question)):
        yield question_from_json(spelled)


def reworded(question: Question) -> Question:
    """Say everything that is only read in other words."""
    spelled: dict[str, Any] = _with_other_words(question_json(question))
    return question_from_json(spelled)


def _removed(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        for place, one in enumerate(value):
            if isinstance(one, Mapping):
                yield str(one.get("id", "")), [*value[:place], *value[place + 1 :]]
            yield from ((gone, [*value[:place], new, *value[place + 1 :]]) for gone, new in _removed(one))
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in {"pairs", "gaps"}:
                yield from (("", {**value, name: _without(one, inner)}) for inner in one)
            yield from ((gone, {**value, name: new}) for gone, new in _removed(one))


def _without(value: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: one for key, one in value.items() if key != name}


def _added(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        if value and isinstance(value[-1], dict):
            last = value[-1]
            new = {**last, **{key: "something new" for key in ("text", "core") if key in last}}
            new |= {key: False for key in ("correct", "counts") if key in last}
            yield [*value, new | ({"id": "new"} if "id" in last else {})]
        for place, one in enumerate(value):
            yield from ([*value[:place], new, *value[place + 1 :]] for new in _added(one))
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from ({**value, name: new} for new in _added(one))


def _with_other_words(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_other_words(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: f"{one} (or so)"
        if name in _REWORDED and isinstance(one, str)
        else one
        if name in _ANSWERS
        else _with_other_words(one)
        for name, one in value.items()
    }
