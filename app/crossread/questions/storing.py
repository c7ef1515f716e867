"""Questions, responses, ratings and marks as JSON: what the record keeps of them, and back."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import msgspec

from crossread.questions.kind import AnyKind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.registry import KINDS

_HALVES = re.compile("[\ud800-\udfff]")
_LEFT_OUT: Mapping[str, Any] = {field.name: field.default for field in fields(Part)}
_SHARED_KEYS = frozenset(field.name for field in fields(Question))


def response_json(response: object) -> dict[str, Any]:
    """Spell a response as JSON."""
    spelled: dict[str, Any] = _as_json(response)
    return spelled


def response_from_json(kind: str | AnyKind, stored: Mapping[str, Any]) -> Any:
    """Read a response to a kind of question.

    Raises ValueError where it is none, or where the kind is unknown. Keys that this version does not
    know are passed over.
    """
    return msgspec.convert(stored, _kind(kind).response)


def rating_json(rating: object) -> dict[str, Any]:
    """Spell what a learner says of their own answer as JSON."""
    spelled: dict[str, Any] = _as_json(rating)
    return spelled


def rating_from_json(kind: str | AnyKind, stored: Mapping[str, Any]) -> Any:
    """Read a rating of an answer to a kind of question.

    Raises ValueError where it is none, or where the kind is unknown or knows no ratings.
    """
    rating = _kind(kind).rating
    if rating is None:
        raise ValueError("answers to this kind of question are not rated")
    return msgspec.convert(stored, rating)


def question_json(question: Question) -> dict[str, Any]:
    """Spell all of a question as JSON, defaults included: what was seen, however defaults change later."""
    spelled: dict[str, Any] = _as_json(question)
    return spelled


def key_json(question: Question) -> dict[str, Any]:
    """Spell what a question is marked by: its kind and the keys that its kind adds.

    Of a question within it, too, only those count.
    """
    return _key_of(question_json(question), KINDS[question.kind])


def _key_of(spelled: Mapping[str, Any], kind: AnyKind) -> dict[str, Any]:
    own = {name: value for name, value in spelled.items() if name not in _SHARED_KEYS}
    for name in kind.nested:
        own[name] = _key_of(own[name], _kind(str(own[name].get("kind"))))
    return {"kind": kind.name, **own}


def question_from_json(stored: Mapping[str, Any]) -> Question:
    """Read a question; raises ValueError where it is none, or of a kind that is unknown."""
    kind = _kind(str(stored.get("kind")))
    question: Question = msgspec.convert(stored, kind.question)
    if not kind.nested:
        return question
    # As its outer question's type tells only that it is some question, each is read as its own kind says.
    nested: dict[str, Any] = {name: question_from_json(stored[name]) for name in kind.nested}
    return replace(question, **nested)


def mark_json(mark: Mark) -> dict[str, Any]:
    """Spell a mark as JSON; parts leave out what they do not say. At which try it was is told beside it."""
    spelled: dict[str, Any] = _as_json(mark)
    del spelled["later"]
    spelled["parts"] = [
        {name: value for name, value in part.items() if name == "score" or value != _LEFT_OUT[name]}
        for part in spelled["parts"]
    ]
    return spelled


def mark_from_json(stored: Mapping[str, Any]) -> Mark:
    """Read a mark; raises ValueError where it is none."""
    return msgspec.convert(stored, Mark)


def _kind(kind: str | AnyKind) -> AnyKind:
    if not isinstance(kind, str):
        return kind
    if kind not in KINDS:
        raise ValueError(f"no kind of question is called {kind!r}")
    return KINDS[kind]


def _as_json(value: object) -> Any:
    return _plain(msgspec.to_builtins(value))


def _plain(value: Any) -> Any:
    """Make lists of tuples, as they will be when read, and put U+FFFD for half a pair of UTF-16."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, str) and not value.isascii():
        return _HALVES.sub("\ufffd", value)
    return value
