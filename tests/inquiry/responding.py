"""Responses of every kind as learners might give them: right, wrong, halfway, and none."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from crossread.questions.storing import question_json, response_from_json, response_json
from tests.questions.making import SAMPLES, TEXTS

Stored = dict[str, Any]


def right(question: Question) -> Stored:
    """Return the response that earns all, or for kinds that are not scored one that says something."""
    return response_json(SAMPLES[question.kind][1])


def any_response(question: Question, chance: Random) -> Stored:
    """Give a right response, a solved one, an empty one, or most often one with something wrong."""
    kind = KINDS[question.kind]
    which = chance.randrange(8)
    if which == 0:
        return right(question)
    if which == 1:
        return response_json(kind.response())
    solved = kind.solve(question, TEXTS) if which == 2 else None
    return twisted(question, chance) if solved is None else response_json(solved)


def twisted(question: Question, chance: Random) -> Stored:
    """Put other words of the question for some of a right response, change its order, or leave some out."""
    words = sorted({*_words(question_json(question)), "", "0", "nobody"})
    stored = _twisted_value(right(question), words, chance)
    try:
        return response_json(response_from_json(question.kind, stored))
    except ValueError:  # a word that this key does not take
        return twisted(question, chance)


def _twisted_value(value: Any, words: Sequence[str], chance: Random) -> Any:
    if isinstance(value, dict):
        return {name: _twisted_value(inner, words, chance) for name, inner in value.items()}
    if isinstance(value, list):
        kept = [_twisted_value(inner, words, chance) for inner in value if chance.random() < 0.8]
        return chance.sample(kept, len(kept))
    if isinstance(value, str) and chance.random() < 0.4:
        return chance.choice(words)
    return value


def _words(value: Any) -> Iterator[str]:
    """Give the ids and the short words that a question holds, as often as they come."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str) and len(value) < 20:
        yield value
