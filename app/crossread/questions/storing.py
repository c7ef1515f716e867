"""Questions, responses and marks as JSON: what the record keeps of them, and back."""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import msgspec

from crossread.questions.kind import AnyKind, Question
from crossread.questions.mark import Mark
from crossread.questions.registry import KINDS

_HALVES = re.compile("[\ud800-\udfff]")
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


def question_json(question: Question) -> dict[str, Any]:
    """Spell all of a question as JSON, defaults included: what was seen, however defaults change later."""
    spelled: dict[str, Any] = _as_json(question)
    return spelled


def key_json(question: Question) -> dict[str, Any]:
    """Spell what a question is marked by: its kind and the keys that its kind adds."""
    spelled = question_json(question)
    own = {name: value for name, value in spelled.items() if name not in _SHARED_KEYS}
    return {"kind": question.kind, **own}


def question_from_json(stored: Mapping[str, Any]) -> Question:
    """Read a question; raises ValueError where it is none, or of a kind that is unknown."""
    question: Question = msgspec.convert(stored, _kind(str(stored.get("kind"))).question)
    return question


def mark_json(mark: Mark) -> dict[str, Any]:
    """Spell a mark as JSON; parts leave out what is empty."""
    spelled: dict[str, Any] = _as_json(mark)
    spelled["parts"] = [
        {name: value for name, value in part.items() if value not in ("", None) or name == "score"}
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
