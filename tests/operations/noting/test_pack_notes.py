"""The board of one open pack: what it suggests, and when it keeps that to itself."""

from dataclasses import replace

from crossread.inquiry.commands import EnterStage, HandIn, PutNote
from crossread.inquiry.placing_notes import Places
from crossread.operations.noting.pack_notes import PackNotes
from crossread.operations.opening.opened import OpenPack
from crossread.questions.claims import CellPassage, Claim, Statement
from tests.inquiry.making import PACK, Learner
from tests.inquiry.noting_samples import note, noted
from tests.questions.making import EVIDENCE, PILOT
from tests.questions.open_samples import MATRIX

SEEN = Claim(
    id="seen",
    claim="Where the smoke was seen",
    relation="differ",
    cells={
        "gazette": (Statement(stance="asserts", passages=(CellPassage(quote="smoke over the rope store"),)),),
        "pilot": (Statement(stance="reports", passages=(CellPassage(quote="forty boats went down"),)),),
    },
)


def suggested(notes: PackNotes, learner: Learner) -> dict[str, tuple[str, ...]]:
    rows = notes.board(learner.state)
    return {row.note.id: row.suggested for row in rows if row.note}


def test_a_claim_is_not_suggested_while_an_open_question_asks_for_the_very_words() -> None:
    pack = replace(PACK, claims=(SEEN,), questions=(EVIDENCE,))
    learner, notes = Learner(pack=pack), PackNotes(OpenPack(pack), Places({}))
    learner.do(PutNote(note=note("rope", passages=(noted("over the rope store"),))))
    learner.do(PutNote(note=note("boats", passages=(noted("forty boats", "pilot", PILOT),))))
    told = {"rope": ("seen",), "boats": ("seen",)}
    assert suggested(notes, learner) == told
    learner.do(EnterStage(stage="read"))  # there it asks to mark where the gazette speaks of the rope store
    assert suggested(notes, learner) == {**told, "rope": ()}
    learner.answer("where")
    assert suggested(notes, learner) == {**told, "rope": ()}  # it can still be changed
    learner.do(HandIn(stage="read"))
    assert suggested(notes, learner) == told


def test_a_claim_is_not_suggested_while_an_open_matrix_asks_how_the_source_stands_to_it() -> None:
    forty = replace(SEEN, id="forty")
    pack = replace(PACK, claims=(forty,), questions=(MATRIX,))
    learner, notes = Learner(pack=pack), PackNotes(OpenPack(pack), Places({}))
    learner.do(PutNote(note=note("boats", passages=(noted("forty boats", "pilot", PILOT),))))
    assert suggested(notes, learner) == {"boats": ("forty",)}
    learner.do(EnterStage(stage="read"))
    assert suggested(notes, learner) == {"boats": ()}


def test_the_board_is_the_same_one_until_something_on_it_changes() -> None:
    learner, notes = Learner(), PackNotes(OpenPack(PACK), Places({}))
    learner.do(PutNote(note=note()))
    rows = notes.board(learner.state)
    learner.do(EnterStage(stage="read"))
    assert notes.board(learner.state) is rows
