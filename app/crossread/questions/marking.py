"""Marking an answer as it is stored, whatever its kind."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crossread.base.translation import _
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.passages import Texts
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_from_json


def mark_answer(question: Question, response: Mapping[str, Any] | None, texts: Texts) -> Mark:
    """Mark a stored response; None stands for "I don't know", which earns 0 and sees the key.

    Kinds that are not scored give no score for that either.

    Raises ValueError where the response is not one to this kind of question.
    """
    kind = KINDS[question.kind]
    if response is not None:
        return kind.mark(question, response_from_json(kind, response), texts)
    mark = kind.mark(question, kind.response(), texts)
    first = tuple(replace(part, given=_("I don’t know")) for part in mark.parts[:1])
    unscored = mark.score is None or not kind.scored
    return Mark(score=None if unscored else 0.0, parts=first + mark.parts[1:])
