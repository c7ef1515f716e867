"""What a learner to draw has put on the texts: highlights and notes, and a set that somebody else made."""

import tempfile
from pathlib import Path

from crossread.base.errors import Expected
from crossread.inquiry.commands import EnterStage, PutHighlight, PutNote
from crossread.inquiry.notes import Highlight, Meaning, Note, NotedPassage
from crossread.operations.noting.layers import LayerTaken
from crossread.operations.noting.noting import passage_of
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.session import Session
from crossread.reports.notes_annotation import ForOthers
from crossread.texts.words.sentences import sentences
from tests.screens.learner import BEGUN, PACK, Until, open_for, some_way

MEANINGS: tuple[Meaning, ...] = ("evidence", "question", "doubt", "loaded")


def noting(session: Session, until: Until) -> None:
    """Have put highlights and notes on the Khojaly pack, once."""
    some_way(session, until)
    if session.state(PACK).highlights:
        return
    opened = open_for(session, until, PACK)
    session.do(opened, EnterStage(stage=BEGUN))
    put_some(session, opened)
    until(lambda: session.status.kind == "ready")


def with_set(session: Session, until: Until) -> None:
    """Have laid a set over the Khojaly pack as well, as a teacher might hand it on, once."""
    noting(session, until)
    if session.layers(PACK):
        return
    opened = open_for(session, until, PACK)
    written: list[Path | Expected] = []
    taken: list[LayerTaken | Expected] = []
    for_others = ForOthers("What to look at twice, and why", "Ms Hale, history, year 11")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.json"
        session.export_notes(opened, path, "json", written.append, for_others)
        until(lambda: bool(written))
        session.add_layer(opened, path, taken.append)
        until(lambda: bool(taken))
    for result in (*written, *taken):
        if isinstance(result, Expected):
            raise result
    until(lambda: session.status.kind == "ready")


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
