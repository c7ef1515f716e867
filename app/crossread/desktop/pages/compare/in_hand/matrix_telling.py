"""What the panel below the claim matrix tells of a cell and of a claim. No widget."""

from collections.abc import Sequence

from crossread.base.translation import _
from crossread.desktop.answers.passages.passage_list import ListedPassage
from crossread.inquiry.comparing import has_key
from crossread.progress.claim_matrix import CellHere, ClaimMatrix
from crossread.questions.claims import Claim
from crossread.questions.matrix_marking import statement_words
from crossread.questions.passages import PassageKey


def told_lines(cell: CellHere, letter: str) -> tuple[str, ...]:
    """Return the lines to read about a cell: what is given, or what was asked for and why."""
    key = "; ".join(statement_words(one) for one in cell.key)
    if cell.given:
        return (_("Given: {words}").format(words=key),)
    if not cell.key:
        return ()
    asked_for = "" if cell.verdict == "right" else _("{letter}: {words}").format(letter=letter, words=key)
    return tuple(filter(None, (asked_for, cell.feedback)))


def told_passages(cell: CellHere) -> Sequence[PassageKey]:
    """Return the author's passages of a cell, as far as they may be shown."""
    return [passage.of(cell.source) for one in cell.key for passage in one.passages]


def listed(passages: Sequence[tuple[PassageKey, str]], *, given: bool) -> tuple[ListedPassage, ...]:
    """List passages with their words, below a cell."""
    note = "" if given else _("This shows it.")
    return tuple(ListedPassage(passage, words, note=note) for passage, words in passages if words)


def check_words(claim: Claim, cell: CellHere) -> str:
    """Say how it is with checking a cell: that none can check it, that it waits, or that it has changed."""
    if cell.given:
        return ""
    if not has_key(claim):
        return _("The pack’s authors give no key for this claim: what you say here is your own.")
    if cell.asked:
        return _("A question that is open asks just this. It can be checked once that is handed in.")
    if cell.changed:
        return _("Changed since it was checked.") if cell.own else _("Emptied since it was checked.")
    return ""


def nothing_left_words(matrix: ClaimMatrix) -> str:
    """Say why there is nothing to check in any claim; "" where nothing is filled in yet."""
    if any(matrix.checkable(claim) for claim in matrix.claims):
        return _("Every cell that is filled and can be checked was checked as it is.")
    if not matrix.counts()[0]:
        return ""
    return _(
        "None of the cells that are filled can be checked now: open questions ask just this, or the pack’s "
        "authors give no key."
    )


def later_words(matrix: ClaimMatrix, claim: Claim) -> str:
    """Say when the author's reason can be read; "" where it can be now."""
    if not has_key(claim):
        return _("The pack’s authors give no key for this claim: what you say here is your own.")
    if matrix.is_told(claim):
        return ""
    return _(
        "Once every cell of this claim is filled and checked, you can read here how the authors see it, "
        "and why."
    )


def how_to_fill() -> str:
    """Say how a cell is filled by keyboard."""
    return _(
        "By keyboard: arrow keys go from cell to cell, 1 to 5 say how the source stands, Enter looks for it "
        "in the text, Space opens the whole claim, Delete empties a cell."
    )
