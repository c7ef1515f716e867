"""How long it takes to compare articles that nobody has prepared, and how that grows.

Time of the processor is measured: it all happens on one, and waits for nothing.
"""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from crossread.base.collecting import without_collecting
from crossread.texts.comparing import compare
from crossread.texts.figures.aligning import align
from crossread.texts.figures.figures import find_figures
from crossread.texts.text import Text
from crossread.texts.wording.shared_wording import shared_runs
from tests.bench.articles import articles
from tests.bench.rows import NO_ORIGINALS, Row, median
from tests.gold.borrowings import by_looking_everywhere, found, planted, read_originals, words_of

WORDS = 10_000
AGAIN = 3


def measure() -> Sequence[Row]:
    """Compare five articles, and twenty, of 10,000 words each; then five of twice as many."""
    compare(articles(2, 100))  # what is loaded once is loaded now
    five, twenty, longer = articles(5, WORDS), articles(20, WORDS), articles(5, 2 * WORDS)
    of_five, of_longer = _found(five), _found(longer)
    return (
        Row(
            what="figures and shared wording of 5 articles of 10,000 words",
            value=of_five,
            unit="ms",
            budget=1_000,
        ),
        Row(what="  of 20 articles", value=_found(twenty), unit="ms", budget=5_000),
        Row(
            what="  of articles twice as long, against those", value=of_longer / of_five, unit="x", budget=2.5
        ),
        Row(what="all that is compared, of 5 articles", value=_compared(five), unit="ms", budget=5_000),
        Row(what="  of 20 articles", value=_compared(twenty), unit="ms"),
        Row(what="  of 5 that are all but the same", value=_compared(_alike(5)), unit="ms", budget=5_000),
        *_missed(),
    )


def _missed() -> Iterator[Row]:
    """Count the shared runs that are not found, among those planted and, where they are, in the originals."""
    missed = sum(1 for name, borrowing in planted() if found(name, borrowing) is None)
    yield Row(what=f"of {len(planted())} planted borrowings, missed", value=missed, unit="runs", budget=0)
    folder = os.environ.get("CROSSREAD_ORIGINALS", "")
    if folder:
        texts = read_originals(Path(folder))
        looked = by_looking_everywhere(texts)
        shared = {(run.one, run.other, tuple(words_of(texts, run))) for run in shared_runs(texts)}
        what = f"of {len(looked)} runs that the originals share, missed"
        yield Row(what=what, value=len(looked - shared), unit="runs", budget=0)
    else:
        what = "of the runs that the originals share, missed"
        yield Row(what=what, value=None, unit="runs", budget=0, lacks=NO_ORIGINALS)


def _found(texts: Mapping[str, Text]) -> float:
    """Return how long figures, their alignment and shared wording take, in milliseconds."""
    took = []
    for _ in range(AGAIN):
        fresh = _fresh(texts)
        began = time.process_time()
        with without_collecting():  # as `compare` does
            align({source: find_figures(text) for source, text in fresh.items()})
            runs = shared_runs(fresh)
        took.append((time.process_time() - began) * 1000)
        if not runs:
            raise AssertionError("nothing is shared")
    return median(took)


def _compared(texts: Mapping[str, Text]) -> float:
    took = []
    for _ in range(AGAIN):
        fresh = _fresh(texts)
        began = time.process_time()
        compare(fresh)
        took.append((time.process_time() - began) * 1000)
    return median(took)


def _fresh(texts: Mapping[str, Text]) -> Mapping[str, Text]:
    """Return the same texts, with nothing worked out about them yet."""
    return {source: Text(text.blocks) for source, text in texts.items()}


def _alike(count: int) -> Mapping[str, Text]:
    """Return copies of one article, each without one paragraph."""
    (text,) = articles(1, WORDS).values()
    return {
        f"s{number}": Text((*text.blocks[:number], *text.blocks[number + 1 :])) for number in range(count)
    }
