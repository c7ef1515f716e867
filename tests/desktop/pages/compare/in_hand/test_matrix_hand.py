"""What a cell becomes: words put into it, stances set, and what never may stand together. No widget."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.answers.matrix.filling import MOST
from crossread.desktop.pages.compare.in_hand.matrix_hand import CellHand, put_words
from crossread.inquiry.commands import PutCell
from crossread.inquiry.comparison import Cell, CellStatement
from crossread.progress.claim_matrix import CellHere
from crossread.questions.claims import STANCES, Stance
from crossread.questions.passages import DIGEST, Selection

SPEAKING = [stance for stance in STANCES if stance != "silent"]


def words(at: int) -> Selection:
    return Selection(source="log", which=DIGEST, text_digest="d", start=at, end=at + 4, quote=f"word {at}")


statements = st.builds(
    CellStatement,
    stance=st.sampled_from(SPEAKING),
    selection=st.none() | st.integers(0, 9).map(words),
)
cells = st.lists(statements, max_size=MOST, unique=True).map(tuple) | st.just(
    (CellStatement(stance="silent"),)
)


def here(own: tuple[CellStatement, ...]) -> CellHere:
    return CellHere(claim="wind", source="log", own=own)


@given(cells, st.integers(20, 30), st.sampled_from(SPEAKING))
def test_words_that_are_put_into_a_cell_are_in_it_and_it_is_no_longer_silent(
    own: tuple[CellStatement, ...], at: int, stance: Stance
) -> None:
    command = put_words(here(own), words(at), stance)
    assert command is not None
    after = command.cell.statements
    assert CellStatement(stance=stance, selection=words(at)) in after
    assert all(one.stance != "silent" for one in after)
    assert {one for one in own if one.stance != "silent" and one.selection is not None} <= set(after)
    assert len(after) <= len(own) + 1


@given(cells, st.integers(20, 30))
def test_words_without_a_stance_fill_the_first_gap_or_ask(own: tuple[CellStatement, ...], at: int) -> None:
    gaps = [one for one in own if one.stance != "silent" and one.selection is None]
    command = put_words(here(own), words(at))
    assert (command is None) == (not gaps)
    if command is not None:
        assert [one.stance for one in command.cell.statements] == [one.stance for one in own]
        before = sum(one.selection is not None for one in own)
        assert sum(one.selection is not None for one in command.cell.statements) == before + 1


@given(st.lists(st.integers(1, len(STANCES)) | st.just(0), max_size=12))
def test_whatever_is_pressed_silence_stands_alone_and_no_cell_holds_too_much(presses: list[int]) -> None:
    state: list[Cell] = []

    def do(command: PutCell) -> bool:
        state.append(command.cell)
        return True

    hand = CellHand(do)
    for press in presses:
        cell = here(state[-1].statements if state else ())
        if press == 0:
            hand.another(cell)
        else:
            hand.pick(cell, press)
        stances = [one.stance for one in (state[-1].statements if state else ())]
        assert "silent" not in stances or len(stances) == 1
        assert len(stances) <= MOST
        assert hand.hand <= len(stances)


def test_could_have_known_goes_when_the_cell_is_emptied() -> None:
    done: list[PutCell] = []

    def do(command: PutCell) -> bool:
        done.append(command)
        return True

    hand = CellHand(do)
    silent = CellHere(claim="wind", source="log", own=(CellStatement(stance="silent"),), could="yes")
    assert hand.empty(silent)
    assert done[-1].cell == Cell(claim="wind", source="log", statements=())
    assert not hand.empty(here(()))
