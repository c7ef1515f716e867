"""Looking back: every answer given, with what it earned."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from crossread.base.entries import Entry
from crossread.base.translation import _

# What was on the screen, by its digest; None where that is not at hand.
Seen = Callable[[str], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven:
    """One answer as it was given.

    `prompt` is the question's as it was then, empty where that is not at hand. `score` is from 0 to 1,
    None as long as there is no mark, or none that may be shown (`held_back`). `in_force` tells whether
    it is the last word on its question in its attempt, neither changed nor taken back since.
    """

    entry: str
    pack: str
    stage: str
    question: str
    kind: str
    attempt: int
    at: datetime
    seen_digest: str
    prompt: str
    response: str
    certainty: str
    dont_know: bool
    score: float | None = None
    held_back: bool = False
    in_force: bool = True


def history(
    entries: Iterable[Entry], seen: Seen | None = None, *, released: bool = False
) -> list[AnswerGiven]:
    """List all answers, newest first. Entries come oldest first.

    `seen` looks up questions as they were; without it prompts are empty and a picked option shows by its
    id. `released` tells whether marks that an exam holds back may be shown.
    """
    given: dict[str, AnswerGiven] = {}
    in_force: dict[tuple[str, str, int], str] = {}
    for entry in entries:
        if entry.kind == "answered":
            place = (entry.pack, entry.question, entry.attempt)
            _put_aside(given, in_force.get(place))
            given[entry.id] = _answer_given(entry, seen)
            in_force[place] = entry.id
        elif entry.kind == "withdrawn":
            _put_aside(given, in_force.pop((entry.pack, entry.question, entry.attempt), None))
        elif entry.kind in ("marked", "remarked"):
            _put_mark(given, entry, released)
    return list(reversed(given.values()))


def _put_aside(given: dict[str, AnswerGiven], answer: str | None) -> None:
    if answer in given:
        given[answer] = replace(given[answer], in_force=False)


def _put_mark(given: dict[str, AnswerGiven], entry: Entry, released: bool) -> None:
    answer, score = str(entry.payload.get("answer", "")), entry.payload.get("score")
    if answer not in given:
        return
    if entry.payload.get("behaviour") == "exam" and not released:
        given[answer] = replace(given[answer], held_back=True)
    elif isinstance(score, int | float):
        given[answer] = replace(given[answer], score=float(score))


def _answer_given(entry: Entry, seen: Seen | None) -> AnswerGiven:
    payload = entry.payload
    known = (seen(entry.seen_digest) if seen and entry.seen_digest else None) or {}
    question = known.get("question", {})
    return AnswerGiven(
        entry=entry.id,
        pack=entry.pack,
        stage=str(payload.get("stage", "")),
        question=entry.question,
        kind=str(payload.get("kind", "")),
        attempt=entry.attempt,
        at=entry.at,
        seen_digest=entry.seen_digest,
        prompt=str(question.get("prompt", "")),
        response=_response_words(payload, question),
        certainty=str(payload.get("certainty", "")),
        dont_know=bool(payload.get("dont_know")),
    )


def _response_words(payload: Mapping[str, Any], question: Mapping[str, Any]) -> str:
    """Put a response in words, with the question as it was seen where that is known."""
    response = payload.get("response")
    if payload.get("dont_know"):
        return _("I don’t know")
    if not isinstance(response, Mapping):
        return ""
    return (question and _words_as_seen(response, question)) or _plain_words(response)


def _words_as_seen(response: Mapping[str, Any], seen: Mapping[str, Any]) -> str:
    """Put a response in the words of its question; empty where the two are of no kind known here."""
    from crossread.questions.registry import KINDS  # not at start-up, where all answers are counted
    from crossread.questions.storing import question_from_json, response_from_json

    try:
        question = question_from_json(seen)
        words: str = KINDS[question.kind].words(question, response_from_json(question.kind, response))
    except ValueError:
        return ""
    return words


def _plain_words(response: Mapping[str, Any]) -> str:
    """Show what a response holds, without its question."""
    selections = response.get("selections")
    if isinstance(selections, list):
        quotes = (str(selection.get("quote", "")) for selection in selections if isinstance(selection, dict))
        return " / ".join(f"“{' '.join(quote.split())}”" for quote in quotes)
    return ", ".join(
        str(value) for value in response.values() if isinstance(value, str | int | float) and value
    )
