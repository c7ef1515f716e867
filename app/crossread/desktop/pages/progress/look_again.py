"""The way from a question answered before back to it, and to the passage of a source that it rests on."""

from typing import TYPE_CHECKING

from crossread.desktop.place import Place, Spot
from crossread.questions.placing import place

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack


def place_of(opened: "OpenPack", question: str) -> Place | None:
    """Return where a question stands; None where it is not in the pack any more."""
    asked = opened.pack.by_id.get(question)
    return Place("stage", opened.pack.id, asked.stage, question=question) if asked else None


def passage_of(opened: "OpenPack", question: str) -> Place | None:
    """Return where the first passage stands that a question rests on, with the question beside it.

    The question alone where none of its passages is in a text that is here; None where it is gone.
    """
    asked = opened.pack.by_id.get(question)
    if asked is None:
        return None
    for key in asked.evidence:
        for which in opened.whiches(key.source):
            shown = opened.shown(key.source, which)
            where = place(key, shown) if shown else None
            if where:
                spot = Spot(key.source, which, where.start, where.end)
                return Place("stage", opened.pack.id, asked.stage, spot=spot, question=question)
    return place_of(opened, question)
