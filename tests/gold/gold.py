"""The gold on disk, and how near the program comes to it."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from pathlib import Path

from crossread.texts.figures.aligning import align
from crossread.texts.figures.figure import DATED, Figure
from crossread.texts.figures.figures import find_figures
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Text

FOLDER = Path(__file__).parent
INVENTED = ("flood", "fire", "election")  # held out: nothing is tuned on them
LEARNED = ("ferry", "quake", "strike")  # what general rules were tried on
# Lines of originals that the gold leaves out: lists of books, films and music.
LISTS = {"wiki": range(136, 171)}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the gold; `block` is the number of its block, from 0."""

    source: str
    block: int
    value: str
    low: Fraction | None
    high: Fraction | None
    whom: str
    quantity: str

    @property
    def is_date(self) -> bool:
        return self.low is None and self.high is None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How near the program comes: shares from 0 to 1, and what was missed or found too much."""

    recall: float
    precision: float
    missed: Sequence[str]
    surplus: Sequence[str]


def read_rows(path: Path, blocks: Mapping[str, Mapping[int, int]] | None = None) -> list[Row]:
    """Read a file of gold; `blocks` give the block of each line of a source, else its lines are blocks."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                source=row["source"],
                block=blocks[row["source"]][int(row["line"])] if blocks else int(row["line"]) - 1,
                value=row["value"],
                low=Fraction(row["low"]) if row["low"] else None,
                high=Fraction(row["high"]) if row["high"] else None,
                whom=row["whom"],
                quantity=row["quantity"],
            )
            for row in csv.DictReader(file)
        ]


@dataclass(frozen=True, slots=True)
class Borrowing:
    """A run of words that one article of an invented set took from another, and how."""

    taken_from: str
    taken_by: str
    run: str
    how: str


def read_borrowings(path: Path) -> list[Borrowing]:
    """Read what the articles of an invented set took from each other."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Borrowing(row["from"], row["to"], row["run"], row["how"]) for row in csv.DictReader(file)]


def blocks_by_line(data: bytes) -> Mapping[int, int]:
    """Give the number of the block that each line of a plain text becomes, where each line is one."""
    lines = data.decode().split("\n")
    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    return {number: block for block, number in enumerate(filled)}


def read_folder(folder: Path) -> tuple[dict[str, Text], dict[str, Mapping[int, int]]]:
    """Read the plain texts of a folder, by the names of their files, with the blocks of their lines."""
    data = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.txt"))}
    return (
        {source: read_plain(words).text for source, words in data.items()},
        {source: blocks_by_line(words) for source, words in data.items()},
    )


def agrees(row: Row, figure: Figure) -> bool:
    """Tell whether a figure is the one that the gold has: same block, same bounds or same date."""
    if row.block != figure.block:
        return False
    if row.is_date:
        season = figure.when.startswith(f"{row.value}-2") and len(figure.when) == 7
        return figure.kind in DATED and (figure.when == row.value or season)
    return figure.kind not in DATED and (figure.low, figure.high) == (row.low, row.high)


def pair_up(rows: Iterable[Row], found: Mapping[str, Sequence[Figure]]) -> dict[int, Figure]:
    """Give for each row, by its number, the figure that agrees with it; each figure once."""
    taken: set[tuple[str, Figure]] = set()
    pairs: dict[int, Figure] = {}
    for number, row in enumerate(rows):
        for figure in found.get(row.source, ()):
            if (row.source, figure) not in taken and agrees(row, figure):
                taken.add((row.source, figure))
                pairs[number] = figure
                break
    return pairs


def finding(
    rows: Sequence[Row], texts: Mapping[str, Text], lists: Mapping[str, Iterable[int]] | None = None
) -> Outcome:
    """Measure the finding of figures; `lists` are blocks of sources that are not looked at."""
    found = {source: find_figures(text) for source, text in texts.items()}
    pairs = pair_up(rows, found)
    left_out = {source: frozenset(blocks) for source, blocks in (lists or {}).items()}
    matched = {(rows[number].source, figure.where) for number, figure in pairs.items()}
    surplus = [
        f"{source} {figure.block + 1}: {figure.words}"
        for source, figures in found.items()
        for figure in figures
        if (source, figure.where) not in matched and figure.block not in left_out.get(source, ())
    ]
    missed = [
        f"{row.source} {row.block + 1}: {row.value}" for number, row in enumerate(rows) if number not in pairs
    ]
    return Outcome(len(pairs) / len(rows), len(pairs) / (len(pairs) + len(surplus)), missed, surplus)


def aligning(rows: Sequence[Row], texts: Mapping[str, Text]) -> Outcome:
    """Measure the aligning: pairs of figures of different sources that speak of the same thing.

    A row that was not found counts against the recall. A pair with a figure that the gold does not have at
    all counts against the precision, as one that the gold has apart does.
    """
    found = {source: find_figures(text) for source, text in texts.items()}
    row_of = {(rows[number].source, figure.where): number for number, figure in pair_up(rows, found).items()}
    wanted = {
        (first, second)
        for first, second in combinations(range(len(rows)), 2)
        if rows[first].quantity
        and rows[first].quantity == rows[second].quantity
        and rows[first].source != rows[second].source
    }
    right: set[tuple[int, int]] = set()
    wrong: list[str] = []
    for quantity in align(found):
        for one, other in combinations(quantity.given, 2):
            if one.source == other.source:
                continue
            numbers = [row_of.get((given.source, given.figure.where), -1) for given in (one, other)]
            pair = (min(numbers), max(numbers))
            if pair in wanted:
                right.add(pair)
            else:
                wrong.append(
                    f"{quantity.name}: {one.source} {one.figure.words} / {other.source} {other.figure.words}"
                )
    missed = [_said(rows, pair) for pair in sorted(wanted - right)]
    pairs = len(right) + len(wrong)
    return Outcome(
        len(right) / len(wanted) if wanted else 1.0, len(right) / pairs if pairs else 1.0, missed, wrong
    )


def _said(rows: Sequence[Row], pair: tuple[int, int]) -> str:
    first, second = (rows[number] for number in pair)
    return f"{first.quantity}: {first.source} {first.value} / {second.source} {second.value}"
