"""How highlights and notes are marked in a text: always in the same order, whatever came first."""

from crossread.desktop.pages.notes.meanings import ROLES
from crossread.desktop.widgets.layers.marks import ReadingMark
from crossread.inquiry.noted import Noted
from crossread.questions.passages import Which
from crossread.texts.text import Range


def noted_marks(noted: Noted, source: str, which: Which) -> list[ReadingMark]:
    """Return the marks of one text: those of sets below the learner's own, longer ones below shorter ones.

    Those of sets stand apart. One sign stands for all notes on the same words.
    """
    highlights = sorted(
        noted.highlights_in(source, which),
        key=lambda one: (
            not one.highlight.layer,
            one.range.start - one.range.end,
            one.range,
            one.highlight.id,
        ),
    )
    marks = [
        ReadingMark(one.range, ROLES[one.highlight.meaning], apart=bool(one.highlight.layer))
        for one in highlights
    ]
    signs: dict[Range, bool] = {}
    for one in noted.notes_in(source, which):
        signs[one.range] = signs.get(one.range, True) and bool(one.note.note.layer)
    return [*marks, *(ReadingMark(where, "note", apart=apart) for where, apart in sorted(signs.items()))]
