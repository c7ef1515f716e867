"""What is told of a silence, in words: who speaks, in which words, and what the author makes of it."""

from collections.abc import Sequence

from crossread.base.translation import _, ngettext
from crossread.progress.claim_matrix import CellHere
from crossread.progress.claim_words import Words, and_, could_words
from crossread.progress.strip_lines import StripLine
from crossread.questions.claims import SILENCE_REASONS, STANCES, Stance, Statement


def speaking_words(speaking: Sequence[tuple[str, Sequence[Stance]]]) -> str:
    """Say how those who speak stand to what another leaves out: "B and C assert it; E denies it".

    Each is a letter with its stances; who has several is named at each of them.
    """
    told = []
    for stance in STANCES:
        letters = [letter for letter, stances in speaking if stance in stances]
        if letters and stance != "silent":
            told.append(_stand(stance, len(letters)).format(letters=and_(letters)))
    return "; ".join(told)


def _stand(stance: Stance, count: int) -> str:
    if stance == "asserts":
        return ngettext("{letters} asserts it", "{letters} assert it", count)
    if stance == "reports":
        return ngettext("{letters} reports it of others", "{letters} report it of others", count)
    if stance == "hedges":
        return ngettext("{letters} hedges it", "{letters} hedge it", count)
    return ngettext("{letters} denies it", "{letters} deny it", count)


def author_says(key: Statement) -> tuple[str, str, str]:
    """Return what the author says of a silence: which reasons, how, and whether it could be known.

    What they do not say is "".
    """
    reasons = [_(words) for reason, words in SILENCE_REASONS.items() if reason in key.because]
    because = _("The pack’s authors: {reasons}").format(reasons="; ".join(reasons)) if reasons else ""
    could = could_words(key.could)
    told = _("Whether it could know: {could}").format(could=could) if could else ""
    if not because and not key.explanation:
        because = _("The pack’s authors give no reason.")
    return because, key.explanation, told


def saying_lines(cell: CellHere, words: Words) -> list[StripLine]:
    """List what a source says: the author's passages where they are told, else those that the learner marked.

    `words` returns the words of a passage as they may be told now.
    """
    return _author(cell, words) if cell.key else _own(cell, words)


def _author(cell: CellHere, words: Words) -> list[StripLine]:
    found: list[StripLine] = []
    for one in cell.key:
        if one.stance == "silent":
            continue
        about = " · ".join(part for part in (one.whom, one.says) if part) or _(STANCES[one.stance])
        passages = [passage.of(cell.source) for passage in one.passages]
        shown = [(passage, told) for passage in passages if (told := words(passage))]
        found += [StripLine(cell.source, passage, told, about) for passage, told in shown]
        if not shown:
            found.append(StripLine(cell.source, None, about))
    return found


def _own(cell: CellHere, words: Words) -> list[StripLine]:
    found = []
    for one in cell.own:
        if one.stance == "silent":
            continue
        told = words(one.selection) if one.selection else ""
        note = _(STANCES[one.stance])
        found.append(
            StripLine(cell.source, one.selection if told else None, told or note, note if told else "")
        )
    return found
