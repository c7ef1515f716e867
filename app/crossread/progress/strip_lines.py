"""What each source says on one claim, one above the other: what may be told of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.packs.sources.source import Source
from crossread.progress.claim_matrix import CellHere, ClaimMatrix
from crossread.progress.claim_words import Words, could_words
from crossread.progress.verdict_words import verdict_words
from crossread.questions.claims import STANCES, Claim, Statement
from crossread.questions.mark import Verdict
from crossread.questions.passages import PassageKey, Selection


@dataclass(frozen=True, slots=True)
class StripLine:
    """One passage or one sentence of a source on a claim; `what` is None where there is nothing to show."""

    source: str
    what: Selection | PassageKey | None
    words: str
    note: str = ""
    verdict: Verdict = "unscored"
    silent: bool = False


def strip_lines(matrix: ClaimMatrix, claim: Claim, words: Words) -> list[StripLine]:
    """List what the sources say on a claim: those that speak in the pack's order, then the silent ones."""
    lines = [line for source in matrix.sources for line in _of(matrix, claim, source, words)]
    return [*(line for line in lines if not line.silent), *(line for line in lines if line.silent)]


def _of(matrix: ClaimMatrix, claim: Claim, source: Source, words: Words) -> Sequence[StripLine]:
    cell = matrix.cell(claim, source.id)
    date = date_in_words(source.card.published)
    if cell.given:
        return _author(cell.key, source.id, date, words, lead="")
    if not cell.own:
        if cell.asked:
            told = _("A question that is open asks just this.")
        elif cell.changed:
            told = _("Emptied since it was checked.")
        else:
            told = _("Not filled yet.")
        return [StripLine(source.id, None, told, silent=True)]
    lines = _own(cell, source.id, date, words)
    if cell.key and cell.verdict != "right":
        lines = [*lines, *_author(cell.key, source.id, date, words, lead=_("The pack’s authors"))]
    return lines


def _own(cell: CellHere, source: str, date: str, words: Words) -> list[StripLine]:
    found = []
    for number, one in enumerate(cell.own):
        first = number == 0
        verdict: Verdict = cell.verdict if first else "unscored"
        why = cell.feedback if first and cell.verdict != "right" else ""
        changed = _("changed since checked") if first and cell.changed else ""
        if one.stance == "silent":
            told = _joined(_("says nothing on this"), could_words(cell.could), changed, why)
            sign = verdict_words(verdict)
            found.append(StripLine(source, None, f"{sign}: {told}" if sign else told, silent=True))
            continue
        note = _begun(_joined(_(STANCES[one.stance]), date, changed, why))
        if one.selection is None:
            sign = verdict_words(verdict)
            told = _joined(_(STANCES[one.stance]), _("no words marked"), changed, why)
            found.append(StripLine(source, None, f"{sign}: {told}" if sign else told))
        else:
            found.append(StripLine(source, one.selection, words(one.selection), note, verdict))
    return found


def _author(key: Sequence[Statement], source: str, date: str, words: Words, *, lead: str) -> list[StripLine]:
    """List what a source says as the authors have it; `lead` begins each line where the learner's is too."""
    found = []
    for one in key:
        before = f"{lead}: " if lead else ""
        if one.stance == "silent":
            told = _joined(_("says nothing on this"), could_words(one.could))
            found.append(StripLine(source, None, before + told, silent=not lead))
            continue
        about = _begun(before + _joined(_(STANCES[one.stance]), one.whom, one.says, date))
        passages = [passage.of(source) for passage in one.passages]
        shown = [(passage, told) for passage in passages if (told := words(passage))]
        if not shown:
            found.append(StripLine(source, None, about))
        found += [StripLine(source, passage, told, about) for passage, told in shown]
    return found


def _joined(*words: str) -> str:
    return " · ".join(one for one in words if one)


def _begun(words: str) -> str:
    """Return words as a line of its own begins: with a capital."""
    return words[:1].upper() + words[1:]
