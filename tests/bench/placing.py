"""How long it takes to find highlights again in a text that was edited, and to put them on the board."""

import time
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from crossread.inquiry.noted import Noted, PlacedHighlight
from crossread.inquiry.notes import Highlight, NotedPassage
from crossread.inquiry.placing_notes import Places, TextsNow
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Card, Source
from crossread.progress.notes_board import rows_of
from crossread.questions.passages import DIGEST, ShownText
from crossread.texts.passages.anchors import anchor_quote
from crossread.texts.text import Range, Text
from tests.bench.rows import Row, median
from tests.texts.edited import Traced, edit, invented_text

CHARACTERS = 300_000  # about 50,000 words
EDITS, HIGHLIGHTS = 20, 500
LENGTHS = (8, 60, 240)  # of highlights: a word, part of a sentence, some sentences
AGAIN = 3

T = TypeVar("T")


class _Kept:
    """The text that the highlights were made in, as the record keeps it."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def get(self, digest: str) -> Text | None:
        """Return the text."""
        return self._text if digest == self._text.digest else None

    def is_awaited(self, digest: str) -> bool:  # noqa: ARG002  (it is at hand)
        """Tell that nothing is to be waited for."""
        return False


def measure() -> Sequence[Row]:
    """Place highlights in an edited text, with the old text and without."""
    draw = Random(4)
    old = invented_text(draw, CHARACTERS)
    traced = Traced([(character, at) for at, character in enumerate(old.shown)])
    for _ in range(EDITS):
        edit(traced, draw)
    passages = [_passage(old, draw) for _ in range(HIGHLIGHTS)]
    shown = traced.shown
    told = [_placed(passages, shown, _Kept(old)) for _ in range(AGAIN)]
    alone = [_placed(passages, shown, None) for _ in range(AGAIN)]
    return (
        Row(
            what="place 500 highlights in a text of 50,000 words after 20 edits",
            value=median([first for first, _again, _board in told]),
            unit="ms",
            budget=500,
        ),
        Row(
            what="  where nobody has the old text any more",
            value=median([first for first, _again, _board in alone]),
            unit="ms",
        ),
        Row(
            what="  after one more highlight",
            value=median([again for _first, again, _board in told]),
            unit="ms",
            budget=10,
        ),
        Row(
            what="  the board of them",
            value=median([board for _first, _again, board in told]),
            unit="ms",
            budget=50,
        ),
    )


def _passage(text: Text, draw: Random) -> NotedPassage:
    length = draw.choice(LENGTHS)
    start = draw.randrange(len(text.shown) - length)
    return NotedPassage(source="s", which=DIGEST, quote=anchor_quote(text, Range(start, start + length)))


def _placed(passages: Sequence[NotedPassage], shown: str, kept: _Kept | None) -> tuple[float, float, float]:
    """Return how long placing takes the first time, again, and then the board; in milliseconds."""
    text = Traced([(character, -1) for character in shown]).text()
    texts: TextsNow = {"s": (ShownText(DIGEST, text),)}
    places = Places(texts, kept)
    first, found = _taken(lambda: [places.of(passage) for passage in passages])
    if sum(1 for place in found if place) < HIGHLIGHTS // 2:
        raise AssertionError("most of the highlights were not placed")
    again, _found = _taken(lambda: [places.of(passage) for passage in passages])
    noted = Noted(
        highlights=tuple(
            PlacedHighlight(Highlight(id=str(number), meaning="doubt", passage=passage), place)
            for number, (passage, place) in enumerate(zip(passages, found, strict=True))
        )
    )
    board, _rows = _taken(lambda: rows_of(_pack(text), noted, texts))
    return first, again, board


def _pack(text: Text) -> Pack:
    source = Source(id="s", letter="A", card=Card(title="A text", short="A text"), digest=text)
    return Pack(
        id="bench",
        version="1.0.0",
        title="Bench",
        language="en",
        digest="0" * 64,
        central_question="",
        stages=(),
        sources=(source,),
        questions=(),
    )


def _taken(job: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    result = job()
    return (time.perf_counter() - began) * 1000, result
