"""Marking one cell of a matrix: the stances that a learner sees in a source against those that are there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.claims import STANCES, CellPassage, Claim, Stance, Statement
from crossread.questions.evidence_marking import place_selection, shortened, text_gone
from crossread.questions.mark import Part
from crossread.questions.pairing import best_pairs
from crossread.questions.passages import Selection, ShownText, Texts
from crossread.questions.placing import place
from crossread.questions.word_runs import PassageRuns, WordRun, overlap_score, words_in
from crossread.texts.words.normal import text_words
from crossread.texts.words.sentences import sentences_around

T = TypeVar("T")

# A stance that the learner sees, and what was marked to show it.
Given = tuple[Stance, Selection | None]

# Pairs are compared in millionths, as whole numbers; scores themselves are exact.
_MILLION = 1_000_000
_HALF = Fraction(1, 2)

_DOES: Mapping[Stance, str] = {
    "asserts": N_("It says so itself."),
    "reports": N_("It reports what others say; it does not say so itself."),
    "hedges": N_("It says so only with reserve."),
    "denies": N_("It says that this is not so."),
    "silent": N_("It does not speak of this."),
}
# The same where it is one of several things that a source says.
_AMONG_OTHERS: Mapping[Stance, str] = {**_DOES, "reports": N_("It reports what others say.")}
_COULD: Mapping[str, str] = {
    "yes": N_("It does not speak of this, though it could have known."),
    "no": N_("It does not speak of this, and it could not have known."),
    "not yet written": N_("It does not speak of this: it was written before that could be known."),
}


@dataclass(frozen=True, slots=True)
class CellMark:
    """What one cell earns: a score from 0 to 1, None where nobody can tell, and its parts."""

    score: Fraction | None
    parts: tuple[Part, ...]


def key_statements(claim: Claim, source: str) -> tuple[Statement, ...]:
    """Return what a source says on a claim; one that stands nowhere in its cells is silent."""
    return tuple(claim.cells.get(source, ())) or (Statement(stance="silent"),)


def statement_words(statement: Statement) -> str:
    """Say in words how a source stands to a claim: "reports others: 83 (the authorities)"."""
    words = _(STANCES[statement.stance])
    if statement.says:
        words = _("{stance}: {says}").format(stance=words, says=statement.says)
    if statement.whom:
        words = _("{stance} ({whom})").format(stance=words, whom=statement.whom)
    return words


def given_words(given: Sequence[Given]) -> str:
    """Say in words what a learner put into a cell, with what was marked."""
    said = []
    for stance, selection in given:
        words = _(STANCES[stance])
        if selection is not None:
            quote = f"“{shortened(selection.quote)}”"
            words = _("{stance}: {says}").format(stance=words, says=quote)
        said.append(words)
    return "; ".join(said)


def mark_cell(claim: Claim, source: str, given: Sequence[Given], texts: Texts, *, prove: bool) -> CellMark:
    """Mark what a learner put into one cell.

    What was given and what is there are paired one to one so that the pairs earn most; the score is what
    they earn over the number given or the number there, whichever is more. A pair earns 1 where the
    stances are the same. With `prove`, and where the source is not silent, half is for the stance and half
    for the passage, scored as in evidence with the sentences around the words as the most that may be
    marked. There is no score where the text of a passage marked was put away, or edited there.
    Without `prove` each stance counts once, however many things a source says in it: nothing that is given
    could tell them apart.

    The part about the cell comes first, `of` "claim/source"; it points at the first passage that is
    there, and further ones follow unscored, `of` "claim/source/2" and so on.
    """
    there = key_statements(claim, source)
    key = there if prove else _one_of_each(there, [statement.stance for statement in there])
    seen = given if prove else _one_of_each(given, [stance for stance, _selection in given])
    score, feedback, meanwhile = _compared(key, seen, source, texts, prove=prove)
    of = f"{claim.id}/{source}"
    passages = [(statement, passage.of(source)) for statement in there for passage in statement.passages]
    cell = Part(
        score=None if score is None else float(score),
        of=of,
        given=given_words(given),
        key="; ".join(statement_words(statement) for statement in there),
        feedback=feedback,
        meanwhile=meanwhile,
        selection=next((selection for _stance, selection in given if selection is not None), None),
        passage=passages[0][1] if passages else None,
    )
    here = _("It is here too.")
    further = (
        Part(score=None, of=f"{of}/{number}", key=statement_words(statement), feedback=here, passage=passage)
        for number, (statement, passage) in enumerate(passages[1:], 2)
    )
    return CellMark(score, (cell, *further))


def _one_of_each(things: Sequence[T], stances: Sequence[Stance]) -> Sequence[T]:
    """Keep the first thing of each stance."""
    return [thing for at, thing in enumerate(things) if stances[at] not in stances[:at]]


def _compared(
    key: Sequence[Statement], given: Sequence[Given], source: str, texts: Texts, *, prove: bool
) -> tuple[Fraction | None, str, str | None]:
    """Return what the pairs earn, what to say of it, and what to say as long as there is another try."""
    proofs = [_proof(one, source, texts) if prove else None for one in given]
    worth = [
        [_worth(statement, one, proof, prove) for one, proof in zip(given, proofs, strict=True)]
        for statement in key
    ]
    paired = best_pairs([[round(value * _MILLION) for value in row] for row in worth])
    if any(proof is not None and proof.gone for proof in proofs):
        return None, text_gone(), None
    earned = sum((worth[row][column] for row, column in paired.items()), Fraction(0))
    score = earned / max(len(given), len(key))
    feedback = _feedback(key, given, proofs, paired, prove)
    without_key = _feedback(key, given, proofs, paired, prove, with_key=False)
    return score, feedback, None if score == 1 else without_key


@dataclass(frozen=True, slots=True)
class _Proof:
    """What was marked for one stance: its words in their text; `gone` where that text is not there."""

    shown: ShownText | None
    run: WordRun
    gone: bool = False


def _proof(given: Given, source: str, texts: Texts) -> _Proof | None:
    stance, selection = given
    if stance == "silent" or selection is None:
        return None
    if selection.source != source:
        return _Proof(None, WordRun(0, 0))  # another source's words show nothing of this one
    shown, where = place_selection(selection, texts.get(source, {}))
    if shown is None:
        return _Proof(None, WordRun(0, 0), gone=True)
    return _Proof(shown, words_in(text_words(shown.text), where))


def _worth(statement: Statement, given: Given, proof: _Proof | None, prove: bool) -> Fraction:
    stance = Fraction(statement.stance == given[0])
    if "silent" in (statement.stance, given[0]) or not prove or not statement.passages:
        return stance
    return _HALF * stance + _HALF * _shown_by(statement, proof)


def _shown_by(statement: Statement, proof: _Proof | None) -> Fraction:
    """Say how well what was marked hits a passage of a statement: the best of them."""
    if proof is None or proof.shown is None:
        return Fraction(0)
    placed = (_placed(passage, proof.shown) for passage in statement.passages)
    return max((overlap_score(proof.run, runs) for runs in placed if runs), default=Fraction(0))


def _placed(passage: CellPassage, shown: ShownText) -> PassageRuns | None:
    """Find a passage's words in a text, and as the most that may be marked the sentences around them.

    Worked out once for each passage and text.
    """
    known: dict[CellPassage, PassageRuns | None]
    known = shown.text.known.setdefault(f"passages of cells in the {shown.which}", {})
    if passage not in known:
        known[passage] = _runs(passage, shown)
    return known[passage]


def _runs(passage: CellPassage, shown: ShownText) -> PassageRuns | None:
    core = place(passage.of(""), shown)
    if core is None:
        return None
    words = text_words(shown.text)
    core_words = words_in(words, core)
    if not len(core_words):
        return None
    whole = sentences_around(shown.text, core)
    return PassageRuns(core_words, words_in(words, whole).hull(core_words))


def _feedback(
    key: Sequence[Statement],
    given: Sequence[Given],
    proofs: Sequence[_Proof | None],
    paired: Mapping[int, int],
    prove: bool,
    *,
    with_key: bool = True,
) -> str:
    """Say what the source does where the learner did not see it, else what is amiss with the passages.

    Without the key only what is amiss is said.
    """
    seen = {row: column for row, column in paired.items() if key[row].stance == given[column][0]}
    unseen = [statement for row, statement in enumerate(key) if row not in seen]
    said = [] if given else [_("You left this cell empty.")]
    if len(paired) > len(seen):
        said.append(_("The passage is the right one; the stance is not."))
    if with_key:
        said.extend(_does(statement, several=len(key) > 1) for statement in unseen)
    if not unseen and len(given) > len(key):
        said.append(_("It says no more than that: one stance here is too many."))
    for row, column in seen.items():
        statement = key[row]
        if statement.stance == "silent":
            said.append(_does(statement, several=False))
        elif prove and statement.passages and not unseen:
            said.append(_about_proof(given[column], _shown_by(statement, proofs[column])))
    return " ".join(dict.fromkeys(filter(None, said)))


def _does(statement: Statement, *, several: bool) -> str:
    if statement.could in _COULD:
        return _(_COULD[statement.could])
    return _((_AMONG_OTHERS if several else _DOES)[statement.stance])


def _about_proof(given: Given, shown: Fraction) -> str:
    if shown == 1:
        return ""
    if given[1] is None:
        return _("The stance is right; no passage is marked to show it.")
    if shown:
        return _("The stance is right; what is marked shows it in part.")
    return _("The stance is right; what is marked does not show it.")
