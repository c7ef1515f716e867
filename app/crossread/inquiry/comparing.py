"""What a learner does in the comparison: filling and checking cells, judging, concluding."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected
from crossread.inquiry.claim_places import ClaimPlaces
from crossread.inquiry.commands import CheckCells, Judge, PutCell, PutConclusion
from crossread.inquiry.comparison import COULD, Cell, Conclusion, Reason
from crossread.inquiry.comparison_storing import cell_json, conclusion_json, judgement_json
from crossread.inquiry.held_back import HeldBack, held_back
from crossread.inquiry.notes import NotedPassage
from crossread.inquiry.open_questions import open_questions
from crossread.inquiry.putting import MOST_PASSAGES, check_passage, texts_to_keep, too_many_passages
from crossread.inquiry.standing import Standing
from crossread.inquiry.typed_words import readable, sound
from crossread.questions.claims import STANCES, Claim
from crossread.questions.matrix_marking import CellMark, mark_cell
from crossread.questions.passages import Texts

# Characters of a text, as code points, and how many things one can hold; what is more is refused.
LONGEST_TEXT = 100_000
LONGEST_ABOUT = 300
MOST_STATEMENTS = 16
MOST_CHOSEN = 32
MOST_REASONS = 64


def put_cell(standing: Standing, command: PutCell) -> list[NewEntry]:
    """Fill a cell, or empty it; nothing where it says just this already.

    `silent` stands alone: a source that says something is not silent. Raises Expected: "no-such-claim",
    "no-such-source", "silent-and-not", "too-many-statements", "other-source" for words of another source.
    """
    cell = command.cell
    if cell.could not in COULD or any(one.stance not in STANCES for one in cell.statements):
        raise ValueError("a cell that says what none can say")
    _check_claim(standing, cell.claim)
    _check_source(standing, cell.source)
    statements = tuple(dict.fromkeys(cell.statements))
    _check_statements(replace(cell, statements=statements))
    is_silent = any(statement.stance == "silent" for statement in statements)
    put = replace(cell, statements=statements, could=cell.could if is_silent else "", seq=0)
    before = standing.state.cells.get((cell.claim, cell.source))
    if (before is None and not statements) or (before is not None and replace(before, seq=0) == put):
        return []
    return [standing.entry("cell-set", cell_json(put))]


def check_cells(standing: Standing, command: CheckCells) -> list[NewEntry]:
    """Mark cells against their author's key; those that are empty, or whose claim has no key, are left out.

    So are those that an open question asks for. Raises Expected where none is left: "asked-in-a-question"
    where that is why, else "nothing-to-check".
    """
    checked, asked = [], False
    held = _held(standing)
    for claim_id, source in dict.fromkeys(command.cells):
        cell = standing.state.cells.get((claim_id, source))
        claim = _known_claim(standing, claim_id)
        if cell is None or claim is None or not has_key(claim):
            continue
        if (claim_id, source) in held.cells:
            asked = True
            continue
        score = check_cell(claim, cell, standing.texts).score
        earned = None if score is None else float(score)
        checked.append({"claim": claim_id, "source": source, "score": earned})
    if not checked and asked:
        raise Expected(
            "asked-in-a-question",
            N_("A question that is still open asks about this. Answer it first, then check the cell."),
        )
    if not checked:
        raise Expected(
            "nothing-to-check",
            N_("There is nothing to check yet. Fill in a cell first: what does this source say?"),
        )
    return [standing.entry("cells-checked", {"cells": checked})]


def _held(standing: Standing) -> HeldBack:
    """Return what open questions hold back: a check would tell it."""
    texts = {source: tuple(shown.values()) for source, shown in standing.texts.items()}
    questions = open_questions(standing.state, standing.pack, standing.has_original)
    return held_back(questions, ClaimPlaces(standing.pack, texts))


def check_cell(claim: Claim, cell: Cell, texts: Texts) -> CellMark:
    """Mark one cell as a matrix does: half for the stance, half for the passage."""
    given = [(statement.stance, statement.selection) for statement in cell.statements]
    return mark_cell(claim, cell.source, given, texts, prove=True)


def has_key(claim: Claim) -> bool:
    """Tell whether its author says how the sources stand to a claim."""
    return any(claim.cells.values())


def judge(standing: Standing, command: Judge) -> list[NewEntry]:
    """Say something of what the comparison asks; nothing where it is said so already.

    An empty judgement takes it back. Raises Expected: "text-too-long", "too-many-passages",
    and as `putting.check_passage` does.
    """
    given = command.judgement
    if not 0 < len(given.about) <= LONGEST_ABOUT or given.about != sound(given.about):
        raise ValueError("a judgement of nothing that can be named")
    if given.count is not None and given.count < 0:
        raise ValueError("a count below nothing")
    if len(given.chosen) > MOST_CHOSEN:
        raise ValueError("more is chosen than anything offers")
    if len(given.passages) > MOST_PASSAGES:
        raise too_many_passages(len(given.passages))
    before = standing.state.judgements.get(given.about)
    passages = _passages(standing, given.passages, before.passages if before else ())
    put = replace(
        given,
        chosen=tuple(dict.fromkeys(given.chosen)),
        text=_words(given.text),
        passages=passages,
        seq=0,
    )
    if put.is_empty if before is None else put == replace(before, seq=0):
        return []
    return [standing.entry("judgement-set", judgement_json(put), texts_to_keep(standing, passages))]


def put_conclusion(standing: Standing, command: PutConclusion) -> list[NewEntry]:
    """Write a conclusion; nothing where it says just this already.

    Raises Expected: "no-such-stage", "text-too-long", "too-many-reasons", "too-many-passages", and as
    `putting.check_passage` does.
    """
    given = command.conclusion
    if given.stage:
        standing.stage(given.stage)
    if len(given.reasons) > MOST_REASONS:
        raise Expected(
            "too-many-reasons",
            N_("A conclusion can have {most} reasons, and this one has {given}. Take some off."),
            most=MOST_REASONS,
            given=len(given.reasons),
        )
    if len({reason.id for reason in given.reasons}) < len(given.reasons):
        raise ValueError("two reasons of one id")
    before = standing.state.conclusions.get(given.stage)
    known = tuple(passage for reason in before.reasons for passage in reason.passages) if before else ()
    put = replace(
        given,
        text=_words(given.text),
        reasons=tuple(_reason(standing, reason, known) for reason in given.reasons),
        counter=_words(given.counter),
        answer=_words(given.answer),
        unheard=_words(given.unheard),
        seq=0,
    )
    if put == (replace(before, seq=0) if before else Conclusion(stage=given.stage)):
        return []
    passages = [passage for reason in put.reasons for passage in reason.passages]
    return [standing.entry("conclusion-set", conclusion_json(put), texts_to_keep(standing, passages))]


def _reason(standing: Standing, reason: Reason, known: Collection[NotedPassage]) -> Reason:
    if not reason.id or reason.id != sound(reason.id):
        raise ValueError("an id that cannot be kept")
    if len(reason.passages) > MOST_PASSAGES:
        raise too_many_passages(len(reason.passages))
    return replace(reason, text=_words(reason.text), passages=_passages(standing, reason.passages, known))


def _passages(
    standing: Standing, passages: Iterable[NotedPassage], known: Collection[NotedPassage]
) -> tuple[NotedPassage, ...]:
    """Check passages, each once; what was remembered once may speak of a source that has gone since."""
    checked = (check_passage(standing, one, remembered=one in known) for one in passages)
    return tuple(dict.fromkeys(checked))


def _words(text: str) -> str:
    tidy = readable(text)
    if len(tidy) > LONGEST_TEXT:
        raise Expected(
            "text-too-long",
            N_("A text here can have {most} characters, and this one has {given}. Shorten it."),
            most=LONGEST_TEXT,
            given=len(tidy),
        )
    return tidy if tidy.strip() else ""


def _known_claim(standing: Standing, claim: str) -> Claim | None:
    return next((known for known in standing.pack.claims if known.id == claim), None)


def _check_claim(standing: Standing, claim: str) -> None:
    if _known_claim(standing, claim) is None:
        template = N_("There is no claim “{claim}” in this pack. It may have changed; open the pack again.")
        raise Expected("no-such-claim", template, claim=claim)


def _check_source(standing: Standing, source: str) -> None:
    if all(known.id != source for known in standing.pack.sources):
        template = N_("There is no source “{source}” in this pack. It may have changed; open the pack again.")
        raise Expected("no-such-source", template, source=source)


def _check_statements(cell: Cell) -> None:
    stances = [statement.stance for statement in cell.statements]
    if "silent" in stances and len(stances) > 1:
        raise Expected(
            "silent-and-not",
            N_("A source that says something on a claim is not silent on it. Take one of the two out."),
        )
    if len(stances) > MOST_STATEMENTS:
        raise Expected(
            "too-many-statements",
            N_("A cell can hold {most} statements, and this one has {given}. Take some out."),
            most=MOST_STATEMENTS,
            given=len(stances),
        )
    for statement in cell.statements:
        selection = statement.selection
        if selection is not None and selection.source != cell.source:
            raise Expected(
                "other-source",
                N_("These words stand in another source. Put them into that source’s cell."),
            )
        if selection is not None and not selection.quote.strip():
            raise Expected("passage-empty", N_("Nothing is selected. Select the words that you mean first."))
