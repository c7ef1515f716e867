"""Every passage that a pack quotes outside its questions, with the way to it within its row."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from crossread.packs.pack import TimelineEntry
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.sources.compare_parts import AuthorsQuantity, Edge, Naming, WordUse
from crossread.questions.claims import Claim
from crossread.questions.passages import PassageKey

Path = tuple[str | int, ...]
Row: TypeAlias = (
    Written[Claim]
    | Written[TimelineEntry]
    | Written[Edge]
    | Written[AuthorsQuantity]
    | Written[WordUse]
    | Written[Naming]
)


def quoted_passages(draft: Draft) -> Iterator[tuple[Row, Path, PassageKey]]:
    """Give the passages of claims, timeline, edges, figures and words."""
    for claim in draft.claims:
        for path, passage in _of_claim(claim.value):
            yield claim, path, passage
    for entry in draft.timeline:
        yield from _of_row(entry, entry.value.passages)
    for edge in draft.edges:
        yield from _of_row(edge, edge.value.passages)
    for figure in draft.figures:
        for path, passage in _of_figure(figure.value):
            yield figure, path, passage
    for word in (*draft.loaded, *draft.hedging):
        yield from _of_row(word, [one.of(word.value.source) for one in word.value.passages])
    for naming in draft.named:
        for path, passage in _of_naming(naming.value):
            yield naming, path, passage


def _of_row(row: Row, passages: Sequence[PassageKey]) -> Iterator[tuple[Row, Path, PassageKey]]:
    for number, passage in enumerate(passages):
        yield row, ("passages", number), passage


def _of_claim(claim: Claim) -> Iterator[tuple[Path, PassageKey]]:
    for source, statements in claim.cells.items():
        for number, statement in enumerate(statements):
            for place, passage in enumerate(statement.passages):
                yield ("cells", source, number, "passages", place), passage.of(source)


def _of_figure(figure: AuthorsQuantity) -> Iterator[tuple[Path, PassageKey]]:
    for number, value in enumerate(figure.figures):
        yield ("figures", number), value.passage
    for number, pair in enumerate(figure.drop):
        yield ("drop", number, "one"), pair.one
        yield ("drop", number, "other"), pair.other


def _of_naming(naming: Naming) -> Iterator[tuple[Path, PassageKey]]:
    for source, uses in naming.sources.items():
        for number, use in enumerate(uses):
            for place, passage in enumerate(use.passages):
                yield ("sources", source, number, "passages", place), passage.of(source)
