"""Passages for highlights and notes."""

from crossread.inquiry.notes import NotedPassage
from crossread.operations.opening.opened import OpenPack
from crossread.questions.passages import ORIGINAL, Which
from crossread.texts.passages.anchors import FEWEST_WORDS, anchor_quote, anchor_words
from crossread.texts.text import Range
from crossread.texts.words.normal import text_words


def passage_of(opened: OpenPack, source: str, which: Which, where: Range) -> NotedPassage:
    """Make the passage of a range of one text; one of an original carries the hash of its words too.

    Space at the ends is left out. ValueError where the range holds nothing of the text, or the text is not
    there, KeyError where there is no such source.
    """
    shown = opened.shown(source, which)
    if shown is None:
        raise ValueError(f"no such text: {which}")
    text, known = shown.text, opened.pack.source(source)
    words = text.words(where)
    start = where.start + len(words) - len(words.lstrip())
    tight = Range(start, start + len(words.strip()))
    hashed = None
    if which == ORIGINAL:
        touched = sum(1 for word in text_words(text) if word.start < tight.end and tight.start < word.end)
        hashed = anchor_words(text, tight) if touched >= FEWEST_WORDS else None
    return NotedPassage(
        source=source,
        which=which,
        quote=anchor_quote(text, tight),
        original=hashed,
        letter=known.letter,
        title=known.card.title,
    )
