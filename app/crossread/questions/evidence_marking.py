"""Marking evidence: what was selected against the passages that answer (design, section 4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossread.base.translation import _
from crossread.questions.evidence_passages import EvidencePassage, place_passage
from crossread.questions.mark import Mark, Part
from crossread.questions.pairing import best_pairs
from crossread.questions.passages import Selection, ShownText, Texts
from crossread.questions.placing import place
from crossread.questions.word_runs import (
    MOST_TIMES_ACCEPTABLE,
    PassageRuns,
    WordRun,
    overlap_score,
    words_in,
)
from crossread.texts.passages.quotes import find_anywhere
from crossread.texts.text import Range
from crossread.texts.words.normal import text_words

# Pairs are compared in millionths, as whole numbers; scores themselves are exact.
_MILLION = 1_000_000
_LONGEST_QUOTE = 300  # characters of a selection to repeat in a part; the response itself holds all


def mark_selections(
    passages: Sequence[EvidencePassage], asked: int, selections: Sequence[Selection], texts: Texts
) -> Mark:
    """Mark selections against the passages that answer, of which `asked` are wanted.

    Selections and passages are paired one to one so that the pairs earn most: each passage pays once.
    With E earned, W selections that hit nothing and N asked, the score is min(E, N − W, N) / N, at least
    0: a wrong selection costs nothing as long as it only leaves a place empty, and one share where it
    comes on top. One part for each selection comes first, then one for each passage not found. There is no
    score where the text that something was selected in was put away, or edited there: nobody can tell.
    """
    asked = max(1, asked)
    judged = _judge(passages, selections, texts)
    worth = [[round(one.scores[row] * _MILLION) for one in judged] for row in range(len(passages))]
    paid_by = best_pairs(worth)
    earned = sum((judged[column].scores[row] for row, column in paid_by.items()), Fraction(0))
    wrong = sum(1 for one in judged if not any(one.scores))
    score = max(Fraction(0), min(earned, Fraction(asked - wrong), Fraction(asked))) / asked
    untold = any(one.shown is None for one in judged)
    passage_of = {column: row for row, column in paid_by.items()}
    parts = [_selection_part(passages, one, passage_of.get(number)) for number, one in enumerate(judged)]
    enough = len(paid_by) >= asked
    missed = (passage for row, passage in enumerate(passages) if row not in paid_by)
    parts.extend(_missed_part(passage, texts, enough) for passage in missed)
    return Mark(score=None if untold else float(score), parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class _Judged:
    """One selection: its words in its text, and its score with and place of each passage."""

    selection: Selection
    shown: ShownText | None
    run: WordRun
    placed: Sequence[PassageRuns | None]
    scores: Sequence[Fraction]


def _judge(
    passages: Sequence[EvidencePassage], selections: Sequence[Selection], texts: Texts
) -> list[_Judged]:
    placed_in: dict[tuple[str, str], Sequence[PassageRuns | None]] = {}
    judged = []
    for selection in selections:
        shown, where = place_selection(selection, texts.get(selection.source, {}))
        if shown is None:
            nothing = (Fraction(0),) * len(passages)
            judged.append(_Judged(selection, None, WordRun(0, 0), (None,) * len(passages), nothing))
            continue
        at = (selection.source, shown.text.digest)
        if at not in placed_in:
            placed_in[at] = [
                place_passage(passage, shown) if passage.source == selection.source else None
                for passage in passages
            ]
        run = words_in(text_words(shown.text), where)
        scores = [overlap_score(run, runs) if runs else Fraction(0) for runs in placed_in[at]]
        judged.append(_Judged(selection, shown, run, placed_in[at], scores))
    return judged


def place_selection(selection: Selection, texts: Mapping[str, ShownText]) -> tuple[ShownText | None, Range]:
    """Return the text that a selection was made in, and its place there.

    Where that text has been edited since, the selection is where the very same words stand once now;
    there is no text where they stand nowhere or more than once, or where it was put away.
    """
    shown = texts.get(selection.text_digest)
    if shown is not None:
        return shown, Range(max(0, selection.start), max(0, selection.end))
    for edited in texts.values():
        places = find_anywhere(edited.text, selection.quote) if edited.which == selection.which else []
        if len(places) == 1:
            return edited, places[0]
    return None, Range(0, 0)


def _selection_part(passages: Sequence[EvidencePassage], one: _Judged, row: int | None) -> Part:
    """Say what one selection is worth; `row` is the passage that it is paid for."""
    given = shortened(one.selection.quote)
    if row is None:
        if any(one.scores):
            feedback = _("This passage is already counted; it counts once.")
            return Part(score=None, given=given, feedback=feedback, selection=one.selection)
        score = None if one.shown is None else 0.0
        return Part(score=score, given=given, feedback=_why_nothing(passages, one), selection=one.selection)
    passage, runs, earned = passages[row], one.placed[row], one.scores[row]
    if earned == 1 or runs is None or one.shown is None:
        return Part(
            score=float(earned),
            given=given,
            feedback=passage.feedback or _("This passage holds it."),
            selection=one.selection,
        )
    too_much = one.run.shared(runs.acceptable) < len(one.run)
    why = (
        _("It is in there, with more around it than is needed.")
        if too_much
        else _("The right place, but it stops before all that matters is in.")
    )
    return Part(
        score=float(earned),
        given=given,
        key=_core_words(passage, one.shown),
        feedback=why,
        selection=one.selection,
        passage=passage.core_key,
    )


def _why_nothing(passages: Sequence[EvidencePassage], one: _Judged) -> str:
    if one.shown is None:
        return text_gone()
    if not len(one.run):
        return _("No words are marked here.")
    about_source = any(passage.source == one.selection.source for passage in passages)
    if about_source and not any(one.placed):
        if one.shown.which == "original":
            return _("This question is about the digest; what it asks for has no place in this text.")
        return _("This question is about the author's own text; what it asks for has no place in the digest.")
    touched = [runs for runs in one.placed if runs and one.run.shared(runs.acceptable)]
    if any(len(one.run) > MOST_TIMES_ACCEPTABLE * len(runs.acceptable) for runs in touched):
        return _("Too much is marked to show what matters in it.")
    if touched:
        return _("Close, but too little of what matters is in it.")
    return _("This passage does not show it.")


def text_gone() -> str:
    """Say why what was marked in a text that nobody has any more is neither right nor wrong."""
    return _("The text that this was marked in has changed or is no longer here, so it is not scored.")


def _missed_part(passage: EvidencePassage, texts: Texts, enough: bool) -> Part:
    """Show a passage that was not found; it is no loss where enough others were."""
    shown = texts.get(passage.source, {}).values()
    in_words = (_core_words(passage, text) for text in shown)
    default = _("This passage would have counted too.") if enough else _("You did not mark this passage.")
    return Part(
        score=None if enough else 0.0,
        key=passage.core or next(filter(None, in_words), ""),
        feedback=passage.feedback or default,
        passage=passage.core_key,
    )


def _core_words(passage: EvidencePassage, shown: ShownText) -> str:
    where = place(passage.core_key, shown)
    return shortened(shown.text.words(where)) if where else passage.core


def shortened(quote: str) -> str:
    """Put a quote on one line, cut where it is too long to repeat."""
    quote = " ".join(quote.split())
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"
