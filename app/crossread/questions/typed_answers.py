"""Words as typed, compared with the answers that an author takes: in a short answer, or in a gap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.base.translation import _
from crossread.questions.faults import repeated
from crossread.questions.kind import Fault
from crossread.questions.mark import Part
from crossread.questions.near_misses import NearMiss, near_miss
from crossread.questions.spelling import one_spelling
from crossread.questions.stems import same_stems
from crossread.questions.wildcards import Pattern, compile_pattern
from crossread.texts.words.stems import LANGUAGES

# Characters; what is longer is no short answer and matches nothing.
LONGEST_RESPONSE = 2000
LONGEST_ANSWER = 500

# With more answers than these, none is looked for that others leave nothing to: that takes each with each.
MOST_COMPARED = 12

_WILD = frozenset("*?")
_NOT_SURE = " ?.!…"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedAnswer:
    """Words that earn `score` (0 to 1), with `*` for anything and `?` for one character."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    text: str
    score: float = 1
    feedback: str = ""


@lru_cache(maxsize=4096)
def _pattern(written: str) -> Pattern:
    return compile_pattern(one_spelling(written))


@dataclass(frozen=True, slots=True)
class TypedAnswers:
    """Answers that are taken, and the language whose stems are compared, "" for none.

    Stems count for answers without wildcards only, and not for words that stand among the answers
    themselves: where "import" is right, "important" can be written down as wrong.
    """

    answers: tuple[AcceptedAnswer, ...]
    stems: str = ""

    def best(self, typed: str) -> AcceptedAnswer | None:
        """Return the best-paid answer that fits, the first of equals; None where none does.

        A question mark at the end says that somebody is not sure, and makes no difference.
        """
        said = _spelled(typed) if len(typed) <= LONGEST_RESPONSE else ()
        stems = bool(self.stems) and not any(self._is_written(given) for given, _typed in said)
        fitting = (
            answer for answer in self.answers if any(self._fits(answer, *one, stems=stems) for one in said)
        )
        return max(fitting, key=lambda answer: answer.score, default=None)

    def _is_written(self, given: str) -> bool:
        """Tell whether the author wrote just this as an answer."""
        return any(not _is_wild(answer) and _pattern(answer.text).matches(given) for answer in self.answers)

    def _fits(self, answer: AcceptedAnswer, given: str, typed: str, *, stems: bool) -> bool:
        if _pattern(answer.text).matches(given):
            return True
        return stems and not _is_wild(answer) and same_stems(typed, answer.text, self.stems)

    def near(self, typed: str) -> NearMiss | None:
        """Return what was most likely meant by words that fit no answer.

        None where they fit one, or are as near to one that earns nothing.
        """
        if not typed.strip() or len(typed) > LONGEST_ANSWER or self.best(typed) is not None:
            return None
        misses = [(miss, answer) for answer in self.answers if (miss := self._miss_of(answer, typed))]
        # At the same distance, one that earns nothing comes first: nobody is to be led away from it.
        nearest = min(misses, key=lambda one: (one[0].slips, _earned(one[1])), default=None)
        return nearest[0] if nearest and _earned(nearest[1]) > 0 else None

    def _miss_of(self, answer: AcceptedAnswer, typed: str) -> NearMiss | None:
        def fits(mended: str) -> bool:
            return any(self._fits(answer, *one, stems=bool(self.stems)) for one in _spelled(mended))

        return near_miss(typed, answer.text, fits)

    def part(self, typed: str, *, of: str = "", feedback: str = "") -> Part:
        """Mark what was typed: what the best answer that fits earns, or 0.

        `feedback` is for where that answer has none, and waits until all is earned or over. What is nearly
        an answer is told so and earns nothing.
        """
        best = self.best(typed)
        earned = _earned(best) if best else 0.0
        own = best.feedback if best else self._nearly(typed)
        said = own if best and own else " ".join(filter(None, (own, feedback)))
        return Part(
            score=earned,
            of=of,
            given=typed.strip(),
            key=self.key_words(),
            feedback=said,
            meanwhile=None if earned == 1 or said == own else own,
        )

    def _nearly(self, typed: str) -> str:
        """Say that what fits no answer is close to one; "" where it is not."""
        nearly = _("This is close to an answer, but spelled otherwise, so it does not count.")
        return nearly if self.near(typed) else ""

    def key_words(self) -> str:
        """Give the answer to show: the best-paid one, without wildcards where there is such a one."""
        best = max(self.answers, key=lambda answer: (answer.score, not _is_wild(answer)), default=None)
        return best.text if best else ""

    def solved(self) -> str | None:
        """Give words that earn all, with letters in the place of wildcards; None where none do."""
        best = next((answer for answer in self.answers if answer.score == 1), None)
        return best.text.replace("*", "").replace("?", "x") if best else None

    def faults(self, at: tuple[str | int, ...]) -> list[Fault]:
        """Find what is wrong with the answers; `at` is the way to them.

        None that earns all, empty or endless ones, two alike, or one that is never reached.
        """
        found: list[Fault] = []
        if not any(answer.score == 1 for answer in self.answers):
            message = _("No answer has the score 1. One at least has to earn all.")
            found.append(Fault(at, "error", "no-right-answer", message))
        for place, answer in enumerate(self.answers):
            found.extend(_answer_faults((*at, place), answer))
        message = _("Two answers are the same once case, spaces and accents are put aside. Leave one out.")
        plain = [one_spelling(answer.text) for answer in self.answers]
        found.extend(Fault((*at, place, "text"), "error", "text-twice", message) for place in repeated(plain))
        if len(self.answers) <= MOST_COMPARED:
            found.extend(self._unreachable(at, plain))
        return found

    def _unreachable(self, at: tuple[str | int, ...], plain: Sequence[str]) -> Iterator[Fault]:
        for place, answer in enumerate(self.answers):
            for other, before in enumerate(self.answers):
                better = before.score > answer.score or (before.score == answer.score and other < place)
                alike = before.score == answer.score and answer.feedback in {"", before.feedback}
                if better and not alike and plain[other] != plain[place] and self._takes_all(before, answer):
                    message = _(
                        "What fits this answer also fits another here that earns as much or more, so this "
                        "one and its feedback are never used. Make the other narrower, or leave this out."
                    )
                    yield Fault((*at, place, "text"), "warning", "answer-unreachable", message)
                    break

    def _takes_all(self, other: AcceptedAnswer, answer: AcceptedAnswer) -> bool:
        """Tell whether all that fits an answer fits another.

        A star is tried as nothing, and as more unknown letters than the other could take without a star.
        """
        if not _is_wild(answer):
            return _pattern(other.text).matches(one_spelling(answer.text))
        long = "\ue000" * (other.text.count("?") + 1)
        tried = (answer.text.replace("?", "\ue001").replace("*", run) for run in ("", long))
        return all(_pattern(other.text).matches(one_spelling(one)) for one in tried)


def _spelled(typed: str) -> Sequence[tuple[str, str]]:
    """Give what was typed, and the same without a question mark at its end: in one spelling, and as it is."""
    tried = dict.fromkeys((typed, typed.rstrip(_NOT_SURE)))
    return [(given, said) for said in tried if (given := one_spelling(said))]


def stems_faults(stems: str) -> Iterator[Fault]:
    """Find a language of stems that is not known; "" stands for none."""
    if stems and stems not in LANGUAGES:
        message = _("“{code}” is not the code of a language whose word stems are known.").format(code=stems)
        yield Fault(("stems",), "error", "unknown-language", message, known=tuple(LANGUAGES))


def _answer_faults(at: tuple[str | int, ...], answer: AcceptedAnswer) -> Iterator[Fault]:
    if not 0 <= answer.score <= 1:  # also where it is not a number at all
        message = _("A score runs from 0 to 1, not {score}.").format(score=answer.score)
        yield Fault((*at, "score"), "error", "score-out-of-range", message)
    plain = one_spelling(answer.text)
    if not plain:
        yield Fault((*at, "text"), "error", "no-text", _("The answer has no text."))
    elif len(answer.text) > LONGEST_ANSWER:
        message = _("A short answer has at most {most} characters.").format(most=LONGEST_ANSWER)
        yield Fault((*at, "text"), "error", "answer-too-long", message)
    elif not plain.strip("*? ") and answer.score > 0:
        message = _("This pattern fits whatever is typed, so it can earn nothing.")
        yield Fault((*at, "text"), "error", "catches-all", message)


def _is_wild(answer: AcceptedAnswer) -> bool:
    return not _WILD.isdisjoint(answer.text)


def _earned(answer: AcceptedAnswer) -> float:
    return min(1.0, max(0.0, float(answer.score)))
