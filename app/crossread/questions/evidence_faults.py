"""What can be wrong with passages that answer, and with how many of them are asked for."""

from collections.abc import Iterator, Sequence
from typing import Literal

from crossread.base.translation import _
from crossread.questions.evidence_passages import EvidencePassage
from crossread.questions.faults import anchor_faults, repeated
from crossread.questions.kind import Fault
from crossread.texts.words.normal import normal_words

MOST_PASSAGES = 50  # pairing more of them with what is marked takes seconds


def evidence_faults(
    sources: Sequence[str],
    passages: Sequence[EvidencePassage],
    choose: tuple[int, int],
    needs: Literal["", "original"],
) -> list[Fault]:
    """Find what is wrong with the keys `passages`, `choose` and `needs` of a question about `sources`."""
    found: list[Fault] = []
    if not passages:
        found.append(
            Fault(("passages",), "error", "no-passage", _("The question has no passage as its key."))
        )
    elif len(passages) > MOST_PASSAGES:
        message = _("A question has at most {most} passages as its key, not {count}. Ask several questions.")
        message = message.format(most=MOST_PASSAGES, count=len(passages))
        found.append(Fault(("passages",), "error", "too-many-passages", message))
    least, most = choose
    if not 1 <= least <= most or least > max(1, len(passages)):
        message = _(
            "The question asks for {least} to {most} passages and has {passages}. “choose” is [least, most]."
        ).format(least=least, most=most, passages=len(passages))
        found.append(Fault(("choose",), "error", "choose-out-of-range", message))
    for place, passage in enumerate(passages):
        found.extend(_passage_faults(sources, ("passages", place), passage))
    message = _("Two passages are the same. Leave one out.")
    keys = [f"{p.source}\n{p.core}\n{p.occurrence}" if p.core.strip() else "" for p in passages]
    found.extend(Fault(("passages", place), "error", "passage-twice", message) for place in repeated(keys))
    if needs and not any(passage.original for passage in passages):
        message = _("The question needs the original, but no passage has an anchor there.")
        found.append(Fault(("needs",), "error", "no-original-anchor", message))
    return found


def _passage_faults(
    sources: Sequence[str], at: tuple[str | int, ...], passage: EvidencePassage
) -> Iterator[Fault]:
    if passage.source not in sources:
        message = _(
            "The passage is in “{source}”, which is not among the question's sources. Add it there."
        ).format(source=passage.source)
        yield Fault((*at, "source"), "error", "source-not-named", message, tuple(sources))
    if not passage.core.strip() and passage.original is None:
        message = _("The passage has no core from the digest and no anchor in the original. Add one.")
        yield Fault(at, "error", "empty-passage", message)
    if passage.acceptable and not _holds(passage.acceptable, passage.core):
        message = _("The acceptable passage does not hold the core. Begin before the core and end after it.")
        yield Fault((*at, "acceptable"), "error", "core-outside", message)
    if passage.occurrence < 1:
        yield Fault((*at, "occurrence"), "error", "occurrence-out-of-range", _("Occurrences count from 1."))
    if passage.original is not None:
        yield from anchor_faults((*at, "original", "core"), passage.original.core)
        if passage.original.acceptable is not None:
            yield from anchor_faults((*at, "original", "acceptable"), passage.original.acceptable)
            if passage.original.acceptable.words < passage.original.core.words:
                message = _("The acceptable passage of the original is shorter than its core.")
                yield Fault((*at, "original", "acceptable"), "error", "core-outside", message)


def _holds(outer: str, inner: str) -> bool:
    """Tell whether the words of one quote stand in the other, in one run."""
    outside = " ".join(word.text for word in normal_words(outer))
    inside = " ".join(word.text for word in normal_words(inner))
    return bool(inside) and f" {inside} " in f" {outside} "
