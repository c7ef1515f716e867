"""Evidence: mark the passages of the sources that answer. This is the model; the marking stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.questions.evidence_marking import mark_selections
from crossread.questions.evidence_passages import EvidencePassage, core_selections
from crossread.questions.faults import anchor_faults, repeated
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark
from crossread.questions.passages import PassageKey, Selection, Texts
from crossread.texts.normal import normal_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Question):
    """A question for passages: at least `choose[0]` and at most `choose[1]` of those that answer."""

    kind: Literal["evidence"] = "evidence"
    passages: tuple[EvidencePassage, ...]
    choose: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class EvidenceResponse:
    """What the learner marked, in the order of marking."""

    selections: tuple[Selection, ...] = ()


def faults(question: Evidence) -> list[Fault]:
    """Find what is wrong with the passages and with how many are asked for."""
    found: list[Fault] = []
    if not question.passages:
        found.append(
            Fault(("passages",), "error", "no-passage", _("The question has no passage as its key."))
        )
    least, most = question.choose
    if not 1 <= least <= most or least > max(1, len(question.passages)):
        message = _(
            "The question asks for {least} to {most} passages and has {passages}. “choose” is [least, most]."
        ).format(least=least, most=most, passages=len(question.passages))
        found.append(Fault(("choose",), "error", "choose-out-of-range", message))
    for place, passage in enumerate(question.passages):
        found.extend(_passage_faults(question, ("passages", place), passage))
    message = _("Two passages are the same. Leave one out.")
    keys = [f"{p.source}\n{p.core}\n{p.occurrence}" if p.core.strip() else "" for p in question.passages]
    found.extend(Fault(("passages", place), "error", "passage-twice", message) for place in repeated(keys))
    if question.needs and not any(passage.original for passage in question.passages):
        message = _("The question needs the original, but no passage has an anchor there.")
        found.append(Fault(("needs",), "error", "no-original-anchor", message))
    return found


def _passage_faults(
    question: Evidence, at: tuple[str | int, ...], passage: EvidencePassage
) -> Sequence[Fault]:
    found: list[Fault] = []
    if passage.source not in question.sources:
        message = _(
            "The passage is in “{source}”, which is not among the question's sources. Add it there."
        ).format(source=passage.source)
        found.append(Fault((*at, "source"), "error", "source-not-named", message))
    if not passage.core.strip() and passage.original is None:
        message = _("The passage has no core from the digest and no anchor in the original. Add one.")
        found.append(Fault(at, "error", "empty-passage", message))
    if passage.acceptable and not _holds(passage.acceptable, passage.core):
        message = _("The acceptable passage does not hold the core. Begin before the core and end after it.")
        found.append(Fault((*at, "acceptable"), "error", "core-outside", message))
    if passage.occurrence < 1:
        found.append(
            Fault((*at, "occurrence"), "error", "occurrence-out-of-range", _("Occurrences count from 1."))
        )
    if passage.original is not None:
        found.extend(anchor_faults((*at, "original", "core"), passage.original.core))
        if passage.original.acceptable is not None:
            found.extend(anchor_faults((*at, "original", "acceptable"), passage.original.acceptable))
            if passage.original.acceptable.words < passage.original.core.words:
                message = _("The acceptable passage of the original is shorter than its core.")
                found.append(Fault((*at, "original", "acceptable"), "error", "core-outside", message))
    return found


def _holds(outer: str, inner: str) -> bool:
    """Tell whether the words of one quote stand in the other, in one run."""
    outside = " ".join(word.text for word in normal_words(outer))
    inside = " ".join(word.text for word in normal_words(inner))
    return bool(inside) and f" {inside} " in f" {outside} "


def mark(question: Evidence, response: EvidenceResponse, texts: Texts) -> Mark:
    """Mark what was selected on the very texts it was selected in; see `mark_selections`."""
    return mark_selections(question.passages, question.choose[0], response.selections, texts)


def empty(response: EvidenceResponse) -> bool:
    """Tell whether nothing is marked yet."""
    return not response.selections


def words(question: Evidence, response: EvidenceResponse) -> str:  # noqa: ARG001
    """Quote what was marked."""
    quotes = (" ".join(selection.quote.split()) for selection in response.selections)
    return " / ".join(f"“{quote}”" for quote in quotes)


def quoted(question: Evidence) -> Sequence[tuple[tuple[str | int, ...], PassageKey]]:
    """List the cores and, where they differ, the acceptable passages."""
    found: list[tuple[tuple[str | int, ...], PassageKey]] = []
    for place, passage in enumerate(question.passages):
        if passage.core.strip():
            found.append((("passages", place, "core"), passage.core_key))
        if passage.acceptable.strip():
            found.append((("passages", place, "acceptable"), passage.acceptable_key))
    return found


def solve(question: Evidence, texts: Texts) -> EvidenceResponse | None:
    """Mark as many cores as are asked for, each in the first text that it has a place in."""
    found = tuple(islice(core_selections(question.passages, texts), question.choose[0]))
    return EvidenceResponse(found) if len(found) == question.choose[0] else None


def lacks(question: Evidence, response: EvidenceResponse) -> str:
    """Say how many passages are still wanted where some are marked."""
    left = question.choose[0] - len(response.selections)
    if left <= 0 or empty(response):
        return ""
    return ngettext(
        "{count} more passage is asked for.", "{count} more passages are asked for.", left
    ).format(count=left)


KIND = Kind(
    name="evidence",
    label=N_("mark the words"),
    question=Evidence,
    response=EvidenceResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    quoted=quoted,
    solve=solve,
    lacks=lacks,
)
