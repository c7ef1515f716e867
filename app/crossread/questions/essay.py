"""Essay: a longer answer in the learner's own words, weighed by the learner against a rubric."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.questions.essay_ideas import is_found, pattern_words, searched
from crossread.questions.faults import repeated
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark
from crossread.questions.passages import Selection, Texts
from crossread.texts.words.normal import normal_words

# Characters of one pattern; what is longer is a sentence, which nobody writes twice in the same words.
LONGEST_PATTERN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of the rubric: its name, what it takes, and a sample answer of it."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    name: str
    descriptor: str
    sample: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One thing that a good answer says; of the patterns in `words` (with * and ?) one at least is in it."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    text: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay(Question):
    """A prompt for a longer text with a `rubric`, lowest level first, and the `ideas` to look for in it.

    `length` is about how many words are asked for, least and most; `cite` how many passages at least.
    """

    kind: Literal["essay"] = "essay"
    rubric: tuple[Level, ...]
    ideas: tuple[Idea, ...] = ()
    length: tuple[int, int] | None = None
    cite: int = 0


@dataclass(frozen=True, slots=True)
class EssayResponse:
    """The text as typed, and the passages cited, in the order of citing."""

    text: str = ""
    citations: tuple[Selection, ...] = ()


@dataclass(frozen=True, slots=True)
class EssayRating:
    """What a learner says of their own text once it is closed: its level, and the ideas that it has."""

    level: str = ""
    ideas: tuple[str, ...] = ()


def faults(question: Essay) -> list[Fault]:
    """Find what is wrong with the rubric, the ideas, the length and the number of citations."""
    found: list[Fault] = []
    if len(question.rubric) < 2:
        message = _("A rubric takes two levels or more, the lowest first.")
        found.append(Fault(("rubric",), "error", "too-few-levels", message))
    for place, level in enumerate(question.rubric):
        found.extend(_level_faults(("rubric", place), level))
    found.extend(_twice("rubric", "id", [level.id for level in question.rubric]))
    found.extend(_twice("rubric", "name", [level.name for level in question.rubric]))
    for place, idea in enumerate(question.ideas):
        found.extend(_idea_faults(("ideas", place), idea))
    found.extend(_twice("ideas", "id", [idea.id for idea in question.ideas]))
    found.extend(_twice("ideas", "text", [idea.text for idea in question.ideas]))
    if question.ideas and not any(idea.words for idea in question.ideas):
        message = _("No idea has “words” to be found by, so an idea ticked by mistake cannot be asked about.")
        found.append(Fault(("ideas",), "warning", "no-words", message))
    least, most = question.length or (0, 1)
    if not 0 <= least <= most or most < 1:
        message = _("“length” is [least, most] in words, such as [80, 150].")
        found.append(Fault(("length",), "error", "length-out-of-range", message))
    if question.cite < 0:
        message = _("“cite” counts passages: 0 or more, not {cite}.").format(cite=question.cite)
        found.append(Fault(("cite",), "error", "cite-out-of-range", message))
    return found


def _level_faults(at: tuple[str | int, ...], level: Level) -> Iterator[Fault]:
    if not level.id.strip():
        yield Fault((*at, "id"), "error", "no-id", _("The level has no id."))
    if not level.name.strip():
        yield Fault((*at, "name"), "error", "no-name", _("The level has no name."))
    if not level.descriptor.strip():
        message = _("The level does not say what it takes. Write what one can see in a text of this level.")
        yield Fault((*at, "descriptor"), "error", "no-descriptor", message)
    if not level.sample.strip():
        message = _("The level has no sample answer; people rate themselves too high without one.")
        yield Fault(at, "warning", "no-sample", message)


def _idea_faults(at: tuple[str | int, ...], idea: Idea) -> Iterator[Fault]:
    if not idea.id.strip():
        yield Fault((*at, "id"), "error", "no-id", _("The idea has no id."))
    if not idea.text.strip():
        yield Fault((*at, "text"), "error", "no-text", _("The idea has no text. Say it in a sentence."))
    for place, pattern in enumerate(idea.words):
        row = pattern_words(pattern)
        code, message = "", ""
        if not pattern.strip():
            code, message = "no-text", _("This has no word to be found by.")
        elif len(pattern) > LONGEST_PATTERN:
            code = "pattern-too-long"
            message = _("Words to be found by have at most {most} characters.").format(most=LONGEST_PATTERN)
        elif not row or all(not word.strip("*?") for word in row):
            code, message = "catches-all", _("This fits any text. Write a word, with “*” for its ending.")
        if code:
            yield Fault((*at, "words", place), "error", code, message)
    for place in repeated([" ".join(pattern_words(pattern)) for pattern in idea.words]):
        message = _("These words stand there twice. Leave one out.")
        yield Fault((*at, "words", place), "error", "text-twice", message)


def _twice(rows: str, key: str, values: Sequence[str]) -> Iterator[Fault]:
    message = _("“{value}” is used twice. Give each its own.")
    for place in repeated([" ".join(value.split()) for value in values]):
        code = "id-twice" if key == "id" else "text-twice"
        yield Fault((rows, place, key), "error", code, message.format(value=values[place]))


def found_ideas(question: Essay, response: EssayResponse) -> tuple[str, ...]:
    """Return the ids of the ideas of whose patterns one at least is in the text."""
    text = searched(response.text)
    return tuple(idea.id for idea in question.ideas if any(is_found(pattern, text) for pattern in idea.words))


def unmatched(question: Essay, response: EssayResponse, rating: EssayRating) -> tuple[str, ...]:
    """Return the ids of the ideas that the learner ticked although nothing in the text matches them.

    Ideas without patterns cannot be looked for, and are never among them.
    """
    found = found_ideas(question, response)
    return tuple(
        idea.id for idea in question.ideas if idea.words and idea.id in rating.ideas and idea.id not in found
    )


def count_words(text: str) -> int:
    """Count the normal words of a text."""
    return len(normal_words(text))


def mark(question: Essay, response: EssayResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give no score: the writer weighs the text."""
    return Mark(score=None)


def empty(response: EssayResponse) -> bool:
    """Tell whether nothing is written and nothing cited yet."""
    return not response.text.strip() and not response.citations


def words(question: Essay, response: EssayResponse) -> str:  # noqa: ARG001
    """Give the text, and quote what was cited."""
    quotes = (f"“{' '.join(citation.quote.split())}”" for citation in response.citations)
    return "\n".join(filter(None, (response.text.strip(), " / ".join(quotes))))


def solve(question: Essay, texts: Texts) -> None:
    """Give none: there is nothing to earn."""


def lacks(question: Essay, response: EssayResponse) -> str:
    """Say how many words and citations are still asked for."""
    if empty(response):
        return ""
    wanted = []
    fewer = (question.length[0] if question.length else 0) - count_words(response.text)
    if fewer > 0:
        wanted.append(
            ngettext("{count} word more is asked for.", "{count} words more are asked for.", fewer).format(
                count=fewer
            )
        )
    uncited = question.cite - len(response.citations)
    if uncited > 0:
        wanted.append(
            ngettext("{count} more passage to cite.", "{count} more passages to cite.", uncited).format(
                count=uncited
            )
        )
    return " ".join(wanted)


def rating_words(question: Essay, rating: EssayRating) -> str:
    """Name the level that the writer sees, and count the ideas ticked of those that there are."""
    level = next((level.name for level in question.rubric if level.id == rating.level), "")
    ticked = sum(1 for idea in question.ideas if idea.id in rating.ideas)
    told = ngettext("{ticked} of {count} idea", "{ticked} of {count} ideas", len(question.ideas))
    ideas = told.format(ticked=ticked, count=len(question.ideas)) if question.ideas else ""
    return " · ".join(filter(None, (level, ideas)))


KIND = Kind(
    name="essay",
    label=N_("in your own words"),
    question=Essay,
    response=EssayResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    lacks=lacks,
    scored=False,
    rating=EssayRating,
    rating_words=rating_words,
    recalled=False,
)
