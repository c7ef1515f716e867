"""What a learner answers who knows it, and what one answers who does not."""

from random import Random
from typing import Any

from crossread.operations.opening.opened import OpenPack
from crossread.questions.claims import STANCES
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.marking import mark_answer
from crossread.questions.registry import KINDS
from crossread.questions.storing import question_json, response_from_json, response_json
from crossread.texts.words.sentences import sentences

Stored = dict[str, Any]

_SELECTION = frozenset({"source", "which", "text_digest", "start", "end", "quote"})
_PLACED = frozenset({"claim", "source"})  # which cell of a table an answer stands in: it has no others
_TRIES = 80
_OWN_WORDS = (
    "The two texts part on who counted, and on when. One passes on what it was told.",
    "=SUM(A1:A3) is what my table said, but the text gives no sum.",
    "Nobody says how they know.\nI would ask whom each of them had heard.",
)


def response(opened: OpenPack, question: Question, chance: Random, *, knows: bool) -> Stored | None:
    """Return a response that earns all, or one that does not earn it for sure; None where there is none."""
    kind = KINDS[question.kind]
    if not kind.scored:
        return _own_words(question, chance)
    solved = kind.solve(question, opened.texts)
    if solved is None:
        return None
    stored = response_json(solved)
    return stored if knows else _wrong(opened, question, stored, chance)


def _own_words(question: Question, chance: Random) -> Stored:
    key = "notes" if question.kind == "discussion" else "text"
    return {key: chance.choice(_OWN_WORDS)}


def _wrong(opened: OpenPack, question: Question, right: Stored, chance: Random) -> Stored:
    """Put other words of the question, or other sentences of the text, for some of a right response.

    Only what can be marked, in every part, is given: the window offers nothing else, such as an option that
    is none, or an order in which something is missing.
    """
    whole = _unmarked(mark_answer(question, right, opened.texts))
    words = sorted(set(_short_words(question_json(question))) | {"0", "nobody", *STANCES})
    for _try in range(_TRIES):
        changed = _changed(opened, right, words, chance)
        try:
            mark = mark_answer(question, changed, opened.texts)
            if mark.score is not None and _unmarked(mark) <= whole:
                return response_json(response_from_json(question.kind, changed))
        except ValueError:
            continue
    return right


def _unmarked(mark: Mark) -> int:
    return sum(part.score is None for part in mark.parts)


def _changed(opened: OpenPack, value: Any, words: list[str], chance: Random) -> Any:
    if isinstance(value, dict):
        if value.keys() >= _SELECTION:
            return _elsewhere(opened, value, chance)
        return {
            name: inner if name in _PLACED else _changed(opened, inner, words, chance)
            for name, inner in value.items()
        }
    if isinstance(value, list) and len(value) > 1 and chance.random() < 0.5:
        return chance.sample(value, len(value))  # all of it, in another order
    if isinstance(value, list):
        kept = [_changed(opened, inner, words, chance) for inner in value if chance.random() < 0.9]
        return chance.sample(kept, len(kept))
    if isinstance(value, str) and value.isdecimal() and chance.random() < 0.6:
        return str(chance.randint(2, 60))  # who is asked for a number gives one
    if isinstance(value, str) and chance.random() < 0.6:
        return chance.choice(words)
    return value


def _elsewhere(opened: OpenPack, selection: Stored, chance: Random) -> Stored:
    shown = opened.texts.get(selection["source"], {}).get(selection["text_digest"])
    if shown is None:
        return selection
    where = chance.choice(sentences(shown.text))
    return {**selection, "start": where.start, "end": where.end, "quote": shown.text.words(where)}


def _short_words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for inner in value.values() for word in _short_words(inner)]
    if isinstance(value, list):
        return [word for inner in value for word in _short_words(inner)]
    return [value] if isinstance(value, str) and 0 < len(value) < 20 else []
