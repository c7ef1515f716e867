"""What the claim matrix says of its cells and rows, in words: for faces, screen readers and exports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.desktop.answers.matrix.face import CellFace
from crossread.desktop.answers.matrix.signs import stances_words
from crossread.desktop.pages.notes.noted_words import shortened
from crossread.progress.claim_matrix import CellHere
from crossread.progress.claim_words import Tell, changed_words, could_words, relation_words
from crossread.progress.verdict_words import verdict_words
from crossread.questions.claims import Claim, Given

GIVEN_WORDS: Mapping[Given, str] = {
    "all": N_("Filled in"),
    "some": N_("Partly empty"),
    "none": N_("Blank"),
}

MOST_VOICES = 2  # that a cell names; below the table stand all of them


@dataclass(frozen=True, slots=True)
class Column:
    """A source at the head of a column: its letter, the place that gives its colour, its short name."""

    id: str
    letter: str
    index: int
    short: str


def count_words(done: int, of: int) -> str:
    """Say how many cells are filled."""
    return ngettext("{done} of {count} cell filled", "{done} of {count} cells filled", of).format(
        done=done, count=of
    )


def face_of(cell: CellHere, claim: Claim, column: Column, tell: Tell) -> CellFace:
    """Return what a cell shows: its author's key where it is given, else what the learner put there."""
    stances = tuple(dict.fromkeys(one.stance for one in (cell.key if cell.given else cell.own)))
    if cell.given:
        says = "; ".join(dict.fromkeys(one.says for one in cell.key if one.says))
        about = _voices(list(dict.fromkeys(one.whom for one in cell.key if one.whom)))
        could = next((one.could for one in cell.key if one.could), "")
    else:
        says, about, could = "; ".join(_quotes(cell, tell)), "", cell.could
    about = could_words(could) if stances == ("silent",) else about
    note = changed_words(is_empty=not cell.own) if cell.changed else ""
    if cell.asked and not cell.own:
        note = _("asked in a question")
    said = (
        stances_words(stances) or _("empty"),
        about,
        says,
        _("given") if cell.given else "",
        verdict_words(cell.verdict),
        note,
    )
    name = _("{claim}, source {letter}: {said}").format(
        claim=claim.claim, letter=column.letter, said="; ".join(filter(None, said))
    )
    return CellFace(
        name=name, stances=stances, says=says, given=cell.given, verdict=cell.verdict, about=about, note=note
    )


def _voices(named: Sequence[str]) -> str:
    """Name those on whose word a source speaks: all of two, else the first."""
    if len(named) > MOST_VOICES:
        return _("{first} and others").format(first=named[0])
    return ", ".join(named)


def _quotes(cell: CellHere, tell: Tell) -> Sequence[str]:
    """Return the words that the learner put into a cell, each in a line or two."""
    found = (one.selection for one in cell.own if one.selection is not None)
    return [f"“{shortened(tell(selection, selection.quote))}”" for selection in found]


def row_name(claim: Claim, own: str, authors: str) -> str:
    """Return what a screen reader hears of a row: the claim, and how the sources stand to each other.

    `own` is the relation that the learner sees, `authors` the one that is told; "" for none.
    """
    said = (
        _("as you see it: {relation}").format(relation=relation_words(own)) if own else "",
        _("the pack’s authors: {relation}").format(relation=relation_words(authors)) if authors else "",
    )
    return "; ".join(filter(None, (claim.claim, *said)))
