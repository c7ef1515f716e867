"""What is told of a silence, in words: who speaks, in which words, and what the author makes of it."""

from collections.abc import Mapping, Sequence

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.compare.claim_strip_rows import StripLine, Words
from crossread.desktop.pages.compare.matrix_words import could_words
from crossread.inquiry.comparison import Cell
from crossread.progress.silences import Place, Silence
from crossread.questions.claims import SILENCE_REASONS, STANCES, Statement


def speaking_words(letters: Sequence[str]) -> str:
    """Say who reports what another leaves out, by letters: "B, C and E report it"."""
    told = ngettext("{letters} reports it", "{letters} report it", len(letters))
    return told.format(letters=and_(letters))


def and_(names: Sequence[str]) -> str:
    """Join names as one says them: "B, C and E"."""
    if len(names) < 2:
        return "".join(names)
    return _("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])


def author_says(key: Statement) -> tuple[str, str, str]:
    """Return what the author says of a silence: which reasons, how, and whether it could be known.

    What they do not say is "".
    """
    reasons = [_(words) for reason, words in SILENCE_REASONS.items() if reason in key.because]
    because = _("The author: {reasons}").format(reasons="; ".join(reasons)) if reasons else ""
    could = could_words(key.could)
    told = _("Whether it could know: {could}").format(could=could) if could else ""
    if not because and not key.explanation:
        because = _("The author gives no reason.")
    return because, key.explanation, told


def speaking_lines(silence: Silence, cells: Mapping[Place, Cell], words: Words) -> list[StripLine]:
    """List what the others say: the author's passages, or those that the learner marked.

    `words` returns the words of a passage as they may be told now.
    """
    found = []
    for source in silence.speaking:
        if silence.claim.cells:
            found += _author(silence, source, words)
        else:
            cell = cells.get((silence.claim.id, source))
            found += _own(cell, words) if cell else []
    return found


def _author(silence: Silence, source: str, words: Words) -> list[StripLine]:
    found: list[StripLine] = []
    for one in silence.claim.cells.get(source, ()):
        if one.stance == "silent":
            continue
        about = " · ".join(part for part in (one.whom, one.says) if part) or _(STANCES[one.stance])
        passages = [passage.of(source) for passage in one.passages]
        shown = [(passage, told) for passage in passages if (told := words(passage))]
        found += [StripLine(source, passage, told, about) for passage, told in shown]
        if not shown:
            found.append(StripLine(source, None, about))
    return found


def _own(cell: Cell, words: Words) -> list[StripLine]:
    found = []
    for one in cell.statements:
        if one.stance == "silent":
            continue
        told = words(one.selection) if one.selection else ""
        note = _(STANCES[one.stance])
        found.append(
            StripLine(cell.source, one.selection if told else None, told or note, note if told else "")
        )
    return found
