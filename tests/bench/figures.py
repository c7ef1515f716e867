"""How near finding and aligning figures come to what careful readers found (tests/gold)."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from crossread.base.folders import content_folder
from crossread.packs.check import check_pack
from crossread.texts.text import Text
from tests.bench.rows import NO_ORIGINALS, Row
from tests.gold.gold import FOLDER, INVENTED, LEARNED, LISTS, aligning, finding, read_folder, read_rows
from tests.gold.gold import Row as GoldRow

# What is told of each set, and at most how much of 100 where it is aimed at.
_AIMED = (("figures missed", 5.0), ("figures too many", None), ("pairs missed", 20.0), ("pairs wrong", 20.0))


def measure() -> Sequence[Row]:
    """Hold the figures of originals, where they are, of digests and of invented articles against the gold."""
    rows: list[Row] = []
    folder = os.environ.get("CROSSREAD_ORIGINALS", "")
    if folder:
        texts, blocks = read_folder(Path(folder))
        gold = read_rows(FOLDER / "khojaly-figures.csv", blocks)
        lists = {
            source: [blocks[source][line] for line in lines if line in blocks[source]]
            for source, lines in LISTS.items()
        }
        rows += _shares("the originals", gold, texts, lists, aimed=True)
    else:
        rows += _not_measured()
    pack = check_pack(content_folder() / "khojaly-1992").pack
    if pack:
        digests = {source.id: source.digest for source in pack.sources}
        rows += _shares("the digests", read_rows(FOLDER / "khojaly-digest-figures.csv"), digests)
    for name in (*LEARNED, *INVENTED):
        texts, blocks = read_folder(FOLDER / name)
        learned = ", rules were tried on it" if name in LEARNED else ""
        rows += _shares(f"invented: {name}{learned}", read_rows(FOLDER / name / "figures.csv", blocks), texts)
    return rows


def _not_measured() -> Iterator[Row]:
    """Name what is aimed at, where the originals are not at hand."""
    for what, most in _AIMED:
        yield Row(what=f"the originals: {what}", value=None, unit="%", budget=most, lacks=NO_ORIGINALS)


def _shares(
    where: str,
    gold: Sequence[GoldRow],
    texts: Mapping[str, Text],
    lists: Mapping[str, Sequence[int]] | None = None,
    *,
    aimed: bool = False,
) -> Iterator[Row]:
    """Give what is missed and what is too much, of 100; only where it is `aimed` at there is a budget."""
    found, aligned = finding(gold, texts, lists), aligning(gold, texts)
    shares = (found.recall, found.precision, aligned.recall, aligned.precision)
    for (what, most), share in zip(_AIMED, shares, strict=True):
        yield Row(what=f"{where}: {what}", value=100 * (1 - share), unit="%", budget=most if aimed else None)
