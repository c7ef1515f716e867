"""Why a passage cannot go into a cell of a matrix."""

from collections.abc import Collection

from crossread.base.translation import _
from crossread.desktop.answers.matrix.filling import Place, Statements, place_for_passage
from crossread.questions.passages import Selection


def not_there(
    place: Place, asked: Collection[Place], statements: Statements, selection: Selection, letter: str
) -> str:
    """Say why a passage cannot show what a cell holds, "" where it can; `letter` is the cell's source's."""
    if place not in asked:
        return _("This cell is given. Go to one that is not.")
    if selection.source != place[1]:
        here = _("This cell is about {letter}. Mark words of {letter}, or go to another cell.")
        return here.format(letter=letter)
    if not statements:
        return _("First say how {letter} stands to the claim, by 1 to 5.").format(letter=letter)
    if place_for_passage(statements, 0) is None:
        silent = _("You say that {letter} is silent here: no words can show that.")
        return silent.format(letter=letter)
    return ""
