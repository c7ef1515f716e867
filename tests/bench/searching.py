"""How long it takes to find words: in an open pack and on the library's shelf, letter by letter."""

import random
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from crossread.base.folders import DataFolders
from crossread.inquiry.state import InquiryState
from crossread.operations.opening.opened import OpenPack
from crossread.operations.opening.searching import Searcher
from crossread.packs.library.library import Library
from crossread.packs.library.library_index import Index, Row, ShelfPack
from crossread.packs.library.library_passages import NO_WORDS, PackWords, Passage
from crossread.packs.pack import GlossaryTerm, NameForms, Pack
from crossread.packs.sources.source import Card, Source
from crossread.texts.finding.search_folding import fold_words
from crossread.texts.text import Block, Text
from tests.bench.rows import Row as Figure
from tests.bench.rows import median

SIZES = (1_700, 1_100, 6_000, 400, 800)  # words of five texts, as long as real ones are
LONG = 50_000
TERMS = 500  # of the glossary, each in two spellings
PACKS, BLOCKS, BLOCK = 1_000, 60, 60  # a small pack: 3,600 words and 100 questions, of which each is a block
QUESTIONS = 100
TYPED = ("f", "fe", "fer", "ferry", "ferry ", "the fe", "the ferry", "nowhere")
AGAIN = 5

_SAID = """
    the a of and to in that was were it ferry village night morning river bridge men women children said told
    counted later before after their own eyes “nobody” “perhaps” across snow road mill warden élan naïve
    hundred thirty-one report witness letter paper county engineer bell lantern school wagon – planks
    """


def measure() -> Sequence[Figure]:
    """Type words into each search."""
    return (*_in_pack(), *_in_library())


def _words(draw: random.Random, count: int) -> str:
    return " ".join(draw.choices(_SAID.split(), k=count))


def _text(draw: random.Random, count: int) -> Text:
    return Text(tuple(Block("paragraph", _words(draw, min(80, count - at))) for at in range(0, count, 80)))


def _opened() -> OpenPack:
    draw = random.Random(1)
    sources = tuple(
        Source(
            id=f"s{number}",
            letter="ABCDEF"[number],
            card=Card(title="A text", short="A text"),
            digest=_text(draw, size),
        )
        for number, size in enumerate((*SIZES, LONG))
    )
    pack = Pack(
        id="bench",
        version="1.0.0",
        title="Bench",
        language="en",
        digest="0" * 64,
        central_question="",
        stages=(),
        sources=sources,
        questions=(),
        glossary=tuple(
            GlossaryTerm(id=f"t{number}", term=f"term {number}", also=(f"terms {number}",), meaning="")
            for number in range(TERMS)
        ),
        names=(NameForms(id="n", forms=("ferry", "boat", "river"), about=""),),
    )
    return OpenPack(pack)


def _taken(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1000


def _in_pack() -> Sequence[Figure]:
    searcher, state = Searcher(_opened()), InquiryState(pack="bench")
    ready = _taken(searcher.prepare)
    by_query = {
        typed: median([_taken(partial(searcher.find, typed, state)) for _ in range(AGAIN)]) for typed in TYPED
    }
    slowest = max(by_query, key=lambda typed: by_query[typed])
    return (
        Figure(what="make six texts of 60,000 words ready for search, once", value=ready, unit="ms"),
        Figure(
            what=f"search of six texts, as one types, the slowest (“{slowest}”)",
            value=by_query[slowest],
            unit="ms",
            budget=30,
        ),
        Figure(
            what="search of six texts, as one types, p50",
            value=median(list(by_query.values())),
            unit="ms",
            budget=30,
        ),
    )


def _rows(*, words: bool) -> Sequence[Row]:
    draw = random.Random(2)
    return [
        Row(
            "taken-in",
            f"p{number}",
            "",
            ShelfPack(id=f"p{number}", title=f"Pack {number}", version="1.0.0"),
            _pack_words(draw, number) if words else NO_WORDS,
        )
        for number in range(PACKS)
    ]


def _pack_words(draw: random.Random, number: int) -> PackWords:
    title = f"Pack {number}"
    told = [_words(draw, BLOCK) for _ in range(BLOCKS)] + [_words(draw, 12) for _ in range(QUESTIONS)]
    passages = (
        Passage(kind="pack", words=title, folded=fold_words(title)),
        *(Passage(kind="context", words=words, folded=fold_words(words)) for words in told),
    )
    return PackWords(passages, (("ferry", ("Ferry", "Boat")),))


def _in_library() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        full, bare = DataFolders(Path(folder) / "full"), DataFolders(Path(folder) / "bare")
        Index(full.library).change(put=_rows(words=True))
        Index(bare.library).change(put=_rows(words=False))
        library, nowhere = Library(full, Path(folder) / "nowhere"), Path(folder) / "nowhere"
        by_query = {
            typed: median([_taken(partial(library.search, typed)) for _ in range(AGAIN)]) for typed in TYPED
        }
        shelves = [
            (_taken(Library(full, nowhere).shelf), _taken(Library(bare, nowhere).shelf)) for _ in range(15)
        ]
        size = full.library.stat().st_size / 1_000_000
    slowest = max(by_query, key=lambda typed: by_query[typed])
    return (
        Figure(
            what=f"search of 1,000 packs, 100,000 questions, the slowest (“{slowest}”)",
            value=by_query[slowest],
            unit="ms",
            budget=50,
        ),
        Figure(what="  the index with all their words", value=size, unit="MB"),
        Figure(
            what="  the shelf of 1,000 packs, against an index without words",
            value=median([full_ms / bare_ms for full_ms, bare_ms in shelves]),
            unit="x",
            budget=1.3,
        ),
    )
