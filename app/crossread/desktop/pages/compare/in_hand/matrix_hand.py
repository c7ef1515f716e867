"""The cell in hand: what its statements become when a stance, words or a reason for silence are set."""

from collections.abc import Callable
from dataclasses import replace

from crossread.desktop.answers.matrix.filling import (
    MOST,
    Statements,
    place_for_passage,
    with_passage,
    with_stance,
)
from crossread.inquiry.commands import PutCell
from crossread.inquiry.comparison import Cell, CellStatement, Could
from crossread.progress.claim_matrix import CellHere
from crossread.questions.claims import STANCES, Stance
from crossread.questions.matrix import StatementGiven
from crossread.questions.passages import Selection

# Does a command; False where it was not allowed.
Do = Callable[[PutCell], bool]


def as_given(cell: CellHere) -> Statements:
    """Return what the learner put into a cell as a matrix question has it."""
    return tuple(StatementGiven(stance=one.stance, selection=one.selection) for one in cell.own)


def put(cell: CellHere, statements: Statements, could: Could | None = None) -> PutCell:
    """Return the command that makes these the statements of a cell; `could` stays where none is given."""
    return PutCell(
        cell=Cell(
            claim=cell.claim,
            source=cell.source,
            statements=tuple(CellStatement(stance=one.stance, selection=one.selection) for one in statements),
            could=cell.could if could is None else could,
        )
    )


def put_words(cell: CellHere, selection: Selection, stance: Stance | None = None) -> PutCell | None:
    """Return the command that puts words into a cell: for a new statement with `stance`, else where they fit.

    Words of a cell that says so far that its source is silent take the place of the silence. None where a
    stance has to be said first.
    """
    statements = as_given(cell)
    if stance is not None:
        kept = tuple(one for one in statements if one.stance != "silent")
        same = next(
            (at for at, one in enumerate(kept) if one.stance == stance and one.selection is None), None
        )
        if same is not None:
            return put(cell, with_passage(kept, same, selection))
        return put(cell, (*kept, StatementGiven(stance=stance, selection=selection)))
    without = [at for at, one in enumerate(statements) if one.stance != "silent" and one.selection is None]
    return put(cell, with_passage(statements, without[0], selection)) if without else None


class CellHand:
    """Which of the statements of the cell in hand is meant, and whether one more is about to come."""

    def __init__(self, do: Do) -> None:
        self._do = do
        self.hand = 0
        self.blank = False

    def take(self, cell: CellHere) -> None:
        """Take another cell in hand."""
        self.blank, self.hand = False, max(0, len(cell.own) - 1)

    def wants_words(self, cell: CellHere) -> int | None:
        """Return which statement still takes words; None where none does."""
        statements = as_given(cell)
        at = place_for_passage(statements, self.hand)
        return at if at is not None and statements[at].selection is None else None

    def pick(self, cell: CellHere, number: int, at: int | None = None) -> bool:
        """Set the stance of a statement by its number from 1, of the one in hand; the same takes it back."""
        if not 1 <= number <= len(STANCES):
            return False
        return self.set_stance(cell, self.hand if at is None else at, tuple(STANCES)[number - 1])

    def set_stance(self, cell: CellHere, at: int, stance: Stance | None) -> bool:
        """Set the stance of a statement; None, or the stance that it has, takes the statement away."""
        statements = as_given(cell)
        same = at < len(statements) and statements[at].stance == stance
        after = with_stance(statements, at, None if same else stance)
        self.blank = False
        self.hand = min(at, max(0, len(after) - 1))
        return self._do(put(cell, after))

    def set_could(self, cell: CellHere, could: Could) -> bool:
        """Say whether a silent source could have known; "" takes it back."""
        return self._do(put(cell, as_given(cell), could))

    def remove_words(self, cell: CellHere, at: int) -> bool:
        """Take the words of a statement away."""
        self.hand = at
        return self._do(put(cell, with_passage(as_given(cell), at, None)))

    def empty(self, cell: CellHere) -> bool:
        """Empty the cell; False where it is empty."""
        self.blank, self.hand = False, 0
        return bool(cell.own) and self._do(put(replace(cell, could=""), ()))

    def another(self, cell: CellHere) -> bool:
        """Have the source say one more thing; False where it says nothing yet, is silent, or says enough."""
        silent = any(one.stance == "silent" for one in cell.own)
        if not cell.own or silent or len(cell.own) >= MOST:
            return False
        self.blank, self.hand = True, len(cell.own)
        return True
