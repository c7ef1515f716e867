"""What can be wrong with the keys that all questions have, beyond what their types say."""

from collections.abc import Iterator, Sequence

from crossread.base.translation import _
from crossread.questions.kind import Fault, Question
from crossread.questions.passages import PassageKey
from crossread.texts.passages.anchors import FEWEST_WORDS, WordsAnchor


def question_faults(question: Question) -> list[Fault]:
    """Find what is wrong with the keys that a question shares with all others.

    What the author should have added (an explanation, evidence) is for the pack's check to say.
    """
    found: list[Fault] = []
    if not question.prompt.strip():
        found.append(
            Fault(
                ("prompt",), "error", "no-prompt", _("The question has no prompt. Say in it what is asked.")
            )
        )
    if not question.sources:
        found.append(
            Fault(
                ("sources",),
                "error",
                "no-source",
                _("The question names no source. Give ids: sources: [one, two]."),
            )
        )
    for place, source in enumerate(question.sources):
        if source in question.sources[:place]:
            message = _("The source “{source}” is named twice. Leave one out.").format(source=source)
            found.append(Fault(("sources", place), "error", "source-twice", message))
    if question.points < 1:
        message = _("A question earns at least 1 point, not {points}.").format(points=question.points)
        found.append(Fault(("points",), "error", "points-out-of-range", message))
    for place, passage in enumerate(question.evidence):
        found.extend(passage_faults(("evidence", place), passage))
    return found


def passage_faults(at: tuple[str | int, ...], passage: PassageKey) -> Iterator[Fault]:
    """Find what is wrong with one passage, wherever its text may be; `at` is the way to it."""
    if not passage.quote.strip() and passage.original is None:
        message = _("The passage has no quote from the digest and no anchor in the original. Add one.")
        yield Fault(at, "error", "empty-passage", message)
    if passage.occurrence < 1:
        yield Fault((*at, "occurrence"), "error", "occurrence-out-of-range", _("Occurrences count from 1."))
    if passage.original is not None:
        yield from anchor_faults((*at, "original"), passage.original)


def anchor_faults(at: tuple[str | int, ...], anchor: WordsAnchor) -> Iterator[Fault]:
    """Find what is wrong with an anchor by hashed words; `at` is the way to it."""
    if anchor.words < FEWEST_WORDS:
        message = _("An anchor takes at least {fewest} words, not {words}.").format(
            fewest=FEWEST_WORDS, words=anchor.words
        )
        yield Fault((*at, "words"), "error", "anchor-too-short", message)
    if len(anchor.hash) != 12 or not set(anchor.hash) <= set("0123456789abcdef"):
        message = _("A hash is 12 digits 0 to 9 and letters a to f. Copy it from crossread fingerprint.")
        yield Fault((*at, "hash"), "error", "no-hash", message)
    if anchor.nth < 1:
        yield Fault((*at, "nth"), "error", "occurrence-out-of-range", _("Occurrences count from 1."))


def repeated(values: Sequence[str]) -> Iterator[int]:
    """Give the places of the values that stood there before; blank ones do not count."""
    before: set[str] = set()
    for place, value in enumerate(values):
        if value and value in before:
            yield place
        before.add(value)
