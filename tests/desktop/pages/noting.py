"""Highlights and notes for tests: put on sentences of the small pack."""

from crossread.base.canonical import new_id
from crossread.inquiry.commands import PutHighlight, PutNote
from crossread.inquiry.notes import Highlight, Meaning, Note, NotedPassage
from crossread.operations.noting.noting import passage_of
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.session import Session
from crossread.texts.text import Range
from crossread.texts.words.sentences import sentences


def sentence(opened: OpenPack, source: str, number: int) -> Range:
    """Give where a sentence of a digest stands, by its number from 0."""
    return sentences(opened.pack.source(source).digest)[number]


def words(opened: OpenPack, source: str, number: int) -> str:
    """Give a sentence of a digest."""
    return opened.pack.source(source).digest.words(sentence(opened, source, number))


def passage(opened: OpenPack, source: str, number: int) -> NotedPassage:
    """Make the passage of a sentence."""
    return passage_of(opened, source, "digest", sentence(opened, source, number))


def highlight(
    session: Session, opened: OpenPack, source: str, number: int, meaning: Meaning = "evidence"
) -> str:
    """Highlight a sentence; return the id."""
    put = Highlight(id=new_id(), meaning=meaning, passage=passage(opened, source, number))
    session.do(opened, PutHighlight(highlight=put))
    return put.id


def note(
    session: Session,
    opened: OpenPack,
    text: str,
    *where: tuple[str, int],
    tags: tuple[str, ...] = (),
) -> str:
    """Write a note on sentences; return the id."""
    passages = tuple(passage(opened, source, number) for source, number in where)
    made = Note(id=new_id(), text=text, passages=passages, tags=tags)
    session.do(opened, PutNote(note=made))
    return made.id
