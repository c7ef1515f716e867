"""What a learner to draw has put on the texts: highlights of every meaning, and notes, one on two sources."""

from crossread.inquiry.commands import PutHighlight, PutNote
from crossread.inquiry.notes import Highlight, Meaning, Note, NotedPassage
from crossread.operations.noting import passage_of
from crossread.operations.opened import OpenPack
from crossread.operations.session import Session
from crossread.texts.sentences import sentences

MEANINGS: tuple[Meaning, ...] = ("evidence", "question", "doubt", "loaded")


def put_some(session: Session, opened: OpenPack) -> None:
    """Highlight a sentence of each of the first four sources, and write three notes."""
    sources = opened.pack.sources
    for place, (source, meaning) in enumerate(zip(sources, MEANINGS, strict=False)):
        highlight = Highlight(id=f"h{place}", meaning=meaning, passage=_sentence(opened, source.id, 2))
        session.do(opened, PutHighlight(highlight=highlight))
    first, second = sources[0].id, sources[1].id
    claims = [claim.id for claim in opened.pack.claims]
    notes = (
        Note(
            id="n1",
            text="Both tell it, and one has it from the other.",
            passages=(_sentence(opened, first, 3), _sentence(opened, second, 3)),
            tags=("who from whom",),
            claim=claims[0] if claims else "",
        ),
        Note(id="n2", text="Who told them this?", passages=(_sentence(opened, second, 1),), tags=("ask",)),
        Note(id="n3", text="Look again at the dates.", tags=("ask", "dates")),
    )
    for note in notes:
        session.do(opened, PutNote(note=note))


def _sentence(opened: OpenPack, source: str, number: int) -> NotedPassage:
    text = opened.pack.source(source).digest
    found = sentences(text)
    return passage_of(opened, source, "digest", found[min(number, len(found) - 1)])
