"""A conclusion as a short paper: gathered with its passages, and written in a format."""

from collections.abc import Iterable
from typing import Literal

from crossread.base.errors import N_, Expected
from crossread.inquiry.comparison import Conclusion, moved_by
from crossread.inquiry.notes import NotedPassage
from crossread.inquiry.state import InquiryState
from crossread.inquiry.typed_words import one_line
from crossread.packs.pack import Pack
from crossread.progress.notes_board import Piece
from crossread.reports.paper_document import Looking, PaperParts

PaperFormat = Literal["html", "md"]


def looking_back(pack: Pack, state: InquiryState) -> tuple[Looking, ...]:
    """Return each expectation that was written before reading, with what became of it."""
    found = []
    for stage in pack.stages:
        expected = state.expectations.get(stage.id, "")
        if expected.strip():
            said = state.judgements.get(moved_by(stage.id))
            found.append(
                Looking(stage.expectation, expected, said.text if said else "", said.passages if said else ())
            )
    return tuple(found)


def passages_of(conclusion: Conclusion, looking: Iterable[Looking]) -> tuple[NotedPassage, ...]:
    """Return all passages that a paper cites, each once, in their order."""
    passages = [passage for reason in conclusion.reasons for passage in reason.passages]
    passages += [passage for one in looking for passage in one.passages]
    return tuple(dict.fromkeys(passages))


def paper_parts(
    conclusion: Conclusion,
    looking: Iterable[Looking],
    pieces: Iterable[Piece],
    date: str,
    author: str,
    originals: Iterable[str] = (),
) -> PaperParts:
    """Put together what a paper is made of; `pieces` are of `passages_of`, `date` is EDTF.

    `originals` are the sources, by id, of which the author's own text is at hand.

    Raises Expected("no-conclusion") where nothing is concluded yet.
    """
    written = (conclusion.text, conclusion.counter, conclusion.answer, conclusion.unheard)
    if not any(text.strip() for text in written) and not conclusion.reasons:
        raise Expected(
            "no-conclusion",
            N_("There is nothing to export yet. Write down what you conclude first."),
        )
    by_passage = {one.passage: one for one in pieces}
    name, at_hand = one_line(author), frozenset(originals)
    return PaperParts(conclusion, tuple(looking), by_passage, date, name, at_hand)


def paper_as(pack: Pack, parts: PaperParts, form: PaperFormat) -> bytes:
    """Return a paper in a format, as UTF-8."""
    if form == "md":
        from crossread.reports.paper_markdown import paper_markdown

        return paper_markdown(pack, parts).encode()
    from crossread.reports.paper_html import paper_html

    return paper_html(pack, parts).encode()
