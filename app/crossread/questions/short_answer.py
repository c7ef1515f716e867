"""Short answer: a few words, compared with the author's after both are put in one spelling."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.faults import repeated
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import PassageKey, Texts
from crossread.questions.wildcards import Pattern, compile_pattern

# Characters; what is longer is no short answer and matches nothing.
LONGEST_RESPONSE = 2000
LONGEST_ANSWER = 500

_SPELLINGS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
_ACCENTS = range(0x300, 0x370)  # combining marks on Latin, Greek and Cyrillic letters; others carry meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedAnswer:
    """Words that earn `score` (0 to 1), with `*` for anything and `?` for one character."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    text: str
    score: float = 1
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswer(Question):
    """A question for a few words; the best-paid answer that fits counts."""

    kind: Literal["short-answer"] = "short-answer"
    answers: tuple[AcceptedAnswer, ...]


@dataclass(frozen=True, slots=True)
class ShortAnswerResponse:
    """What the learner typed, as typed."""

    text: str = ""


def one_spelling(text: str) -> str:
    """Put words in the spelling in which they are compared.

    Case, spaces, kinds of quotes and dashes, accents and a full stop at the end make no difference.
    """
    folded = unicodedata.normalize("NFKD", text.translate(_SPELLINGS)).casefold()
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", folded) if ord(letter) not in _ACCENTS)
    plain = unicodedata.normalize("NFKC", bare).translate(_SPELLINGS)
    return " ".join(plain.split()).rstrip(" .,;:!")


@lru_cache(maxsize=4096)
def _pattern(written: str) -> Pattern:
    return compile_pattern(one_spelling(written))


def faults(question: ShortAnswer) -> list[Fault]:
    """Find what is wrong with the answers: none that earns all, empty or endless ones, two alike."""
    found: list[Fault] = []
    answers = question.answers
    if not any(answer.score == 1 for answer in answers):
        message = _("No answer has the score 1. One at least has to earn all.")
        found.append(Fault(("answers",), "error", "no-right-answer", message))
    for place, answer in enumerate(answers):
        if not 0 <= answer.score <= 1:  # also where it is not a number at all
            message = _("A score runs from 0 to 1, not {score}.").format(score=answer.score)
            found.append(Fault(("answers", place, "score"), "error", "score-out-of-range", message))
        plain = one_spelling(answer.text)
        code, message = "", ""
        if not plain:
            code, message = "no-text", _("The answer has no text.")
        elif len(answer.text) > LONGEST_ANSWER:
            code = "answer-too-long"
            message = _("A short answer has at most {most} characters.").format(most=LONGEST_ANSWER)
        elif not plain.strip("*? ") and answer.score > 0:
            code, message = "catches-all", _("This pattern fits whatever is typed, so it can earn nothing.")
        if code:
            found.append(Fault(("answers", place, "text"), "error", code, message))
    message = _("Two answers are the same once case, spaces and accents are put aside. Leave one out.")
    plain_answers = [one_spelling(answer.text) for answer in answers]
    found.extend(
        Fault(("answers", place, "text"), "error", "text-twice", message) for place in repeated(plain_answers)
    )
    return found


def mark(question: ShortAnswer, response: ShortAnswerResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give what the best-paid fitting answer earns, or 0 where none fits."""
    best = _best(question, response)
    score = min(1.0, max(0.0, float(best.score))) if best else 0.0
    part = Part(
        score=score,
        given=response.text.strip(),
        key=_key_words(question),
        feedback=best.feedback if best else "",
    )
    return Mark(score=score, parts=(part,))


def _best(question: ShortAnswer, response: ShortAnswerResponse) -> AcceptedAnswer | None:
    if empty(response) or len(response.text) > LONGEST_RESPONSE:
        return None
    given = one_spelling(response.text)
    fitting = [answer for answer in question.answers if given and _pattern(answer.text).matches(given)]
    return max(fitting, key=lambda answer: answer.score, default=None)  # the first of equals


def _key_words(question: ShortAnswer) -> str:
    """Give the answer to show: the best-paid one, without wildcards where there is such a one."""
    best = max(
        question.answers,
        key=lambda answer: (answer.score, not set("*?") & set(answer.text)),
        default=None,
    )
    return best.text if best else ""


def empty(response: ShortAnswerResponse) -> bool:
    """Tell whether nothing is typed yet."""
    return not response.text.strip()


def words(question: ShortAnswer, response: ShortAnswerResponse) -> str:  # noqa: ARG001
    """Give what was typed."""
    return response.text.strip()


def quoted(question: ShortAnswer) -> Sequence[tuple[tuple[str | int, ...], PassageKey]]:  # noqa: ARG001
    """Give no passages: answers are the author's own words."""
    return ()


def solve(question: ShortAnswer, texts: Texts) -> ShortAnswerResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Give an answer that earns all, with letters in the place of wildcards."""
    best = next((answer for answer in question.answers if answer.score == 1), None)
    return ShortAnswerResponse(best.text.replace("*", "").replace("?", "x")) if best else None


KIND = Kind(
    name="short-answer",
    label=N_("in a few words"),
    question=ShortAnswer,
    response=ShortAnswerResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    quoted=quoted,
    solve=solve,
)
