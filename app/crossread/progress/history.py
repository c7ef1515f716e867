"""Looking back: every answer given, with what it earned."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from crossread.base.entries import Entry
from crossread.base.quotation import within_quotes
from crossread.base.translation import _
from crossread.progress.answer_standing import Standing, Standings
from crossread.questions.passages import Selection

if TYPE_CHECKING:
    from crossread.questions.kind import AnyKind, Question

Where = Literal["stage", "practice", "review"]

# Where an answer was given, by the kind of its entry.
ANSWERS: dict[str, Where] = {"answered": "stage", "practised": "practice", "reviewed": "review"}

# What was on the screen, by its digest; None where that is not at hand.
Seen = Callable[[str], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven:
    """One answer as it was given, by the `entry` that holds it, whose number is `seq`.

    `prompt` is the question's as it was then, empty where that is not at hand; `about` is the statement,
    claim or text to be judged, weighed or filled in, where its kind has one. `score` is from 0 to 1 of its
    `points`, None as long as there is no mark, or none that may be shown (`held_back`); `later` tells that it
    is right at a later try, which earns less. `response` is in words, all of them; `rating` is in words what
    the learner said of it later. `in_force` tells whether it is the one answer that counts for its question,
    over all attempts; `changed` whether it was changed or taken back in its own attempt. `marked` are the
    passages of texts that `response` quotes. `first_try` tells whether its mark counts as one;
    `closed` whether the key of its question was told.
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
    seq: int = 0
    score: float | None = None
    points: float = 1.0
    later: bool = False
    held_back: bool = False
    rating: str = ""
    in_force: bool = False
    changed: bool = False
    marked: tuple[Selection, ...] = ()
    skill: str = ""
    pack_version: str = ""
    first_try: bool = False
    required: bool = True
    closed: bool = False
    where: Where = "stage"
    about: str = ""

    @property
    def asked(self) -> str:
        """What was asked, in words: the prompt, and after it what it is about."""
        if not (self.prompt and self.about):
            return self.prompt
        return _("{prompt} “{statement}”").format(prompt=self.prompt, statement=within_quotes(self.about))


def history(entries: Iterable[Entry], seen: Seen | None = None) -> list[AnswerGiven]:
    """List all answers, newest first. Entries come oldest first.

    `seen` looks up questions as they were; without it prompts are empty and a picked option shows by its
    id.
    """
    standings = Standings()
    answered: list[Entry] = []
    for entry in entries:
        standings.add(entry)
        if entry.kind == "answered":
            answered.append(entry)
    return [answer_given(entry, standings.of(entry.id), seen) for entry in reversed(answered)]


def answer_given(entry: Entry, standing: Standing, seen: Seen | None = None) -> AnswerGiven:
    """Return the answer of an `answered` entry as it stands by now; `seen` as in `history`."""
    payload = entry.payload
    seen_then = _question_seen(entry.seen_digest, seen)
    question = _as_seen(seen_then)
    return AnswerGiven(
        entry=entry.id,
        seq=entry.seq,
        pack=entry.pack,
        stage=str(payload.get("stage", "")),
        question=entry.question,
        kind=str(payload.get("kind", "")),
        attempt=entry.attempt,
        at=entry.at,
        seen_digest=entry.seen_digest,
        prompt=str(seen_then.get("prompt", "")),
        about=_kind(question).about(question) if question is not None else "",
        response=_response_words(payload, question),
        certainty=str(payload.get("certainty", "")),
        dont_know=bool(payload.get("dont_know")),
        marked=tuple(marked_passages(payload.get("response"))),
        score=standing.score,
        points=standing.points,
        later=standing.later,
        held_back=standing.held_back,
        rating=_rating_words(standing.rating, question, payload) if standing.rating is not None else "",
        in_force=standing.in_force,
        changed=standing.changed,
        skill=str(payload.get("skill", "")),
        pack_version=entry.pack_version,
        first_try=standing.first_try,
        required=bool(payload.get("required", True)),
        closed=standing.closed and not standing.held_back,
        where=ANSWERS.get(entry.kind, "stage"),
    )


def marked_passages(response: object) -> Iterator[Selection]:
    """Find the passages of texts that a response of any kind, as JSON, quotes."""
    if isinstance(response, Mapping):
        if isinstance(response.get("quote"), str) and isinstance(response.get("source"), str):
            yield _selection(response)
        else:
            for value in response.values():
                yield from marked_passages(value)
    elif isinstance(response, list):
        for value in response:
            yield from marked_passages(value)


def _selection(told: Mapping[str, Any]) -> Selection:
    start, end = told.get("start"), told.get("end")
    return Selection(
        source=str(told["source"]),
        which=str(told.get("which", "")),
        text_digest=str(told.get("text_digest", "")),
        start=start if isinstance(start, int) else 0,
        end=end if isinstance(end, int) else 0,
        quote=str(told["quote"]),
    )


def _question_seen(name: str, seen: Seen | None) -> Mapping[str, Any]:
    """Return a question as it was seen, by its digest; empty where that is not at hand."""
    known = (seen(name) if seen and name else None) or {}
    question = known.get("question")
    return question if isinstance(question, Mapping) else {}


def _as_seen(seen: Mapping[str, Any]) -> "Question | None":
    """Return a question as it was seen; None where it is not at hand, or of no kind known here."""
    if not seen:
        return None
    from crossread.questions.storing import question_from_json  # not at start-up, where all are counted

    try:
        return question_from_json(seen)
    except ValueError:
        return None


def _kind(question: "Question") -> "AnyKind":
    from crossread.questions.registry import KINDS

    return KINDS[question.kind]


def _response_words(payload: Mapping[str, Any], question: "Question | None") -> str:
    """Put a response in words, with the question as it was seen where that is known."""
    response = payload.get("response")
    if payload.get("dont_know"):
        return _("I don’t know")
    if not isinstance(response, Mapping):
        return ""
    return (_words_as_seen(response, question) if question is not None else "") or _plain_words(response)


def _words_as_seen(response: Mapping[str, Any], question: "Question") -> str:
    """Put a response in the words of its question; empty where it is none to it."""
    from crossread.questions.storing import response_from_json

    try:
        return _kind(question).words(question, response_from_json(question.kind, response))
    except ValueError:
        return ""


def _rating_words(rating: Mapping[str, Any], question: "Question | None", answered: Mapping[str, Any]) -> str:
    """Put a rating in the words of its question; empty where that is not at hand.

    That of an answer in review is told against what its mark gave.
    """
    if "card" in answered:
        return _known_words(rating.get("rating"), answered.get("rating"))
    if question is None:
        return ""
    from crossread.questions.storing import rating_from_json

    try:
        return _kind(question).rating_words(question, rating_from_json(question.kind, rating))
    except ValueError:
        return ""


def _known_words(said: object, given: object) -> str:
    """Say whether something was known better or less well than the mark has it; "" for neither."""
    if not (isinstance(said, int) and isinstance(given, int)) or said == given:
        return ""
    return _("I knew it better than that") if said > given else _("I knew it less well")


def _plain_words(response: Mapping[str, Any]) -> str:
    """Show what a response holds, without its question."""
    selections = response.get("selections")
    if isinstance(selections, list):
        quotes = (str(selection.get("quote", "")) for selection in selections if isinstance(selection, dict))
        return " / ".join(f"“{' '.join(quote.split())}”" for quote in quotes)
    return ", ".join(
        str(value) for value in response.values() if isinstance(value, str | int | float) and value
    )
