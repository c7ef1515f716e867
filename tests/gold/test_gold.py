"""The gold holds together, and the program comes as near to it as it did."""

import os
from pathlib import Path

import pytest

from crossread.base.folders import content_folder
from crossread.packs.check import check_pack
from crossread.texts.text import Text
from crossread.texts.words.normal import normal_words
from tests.gold.gold import (
    FOLDER,
    INVENTED,
    LEARNED,
    LISTS,
    Row,
    aligning,
    finding,
    read_borrowings,
    read_folder,
    read_rows,
)

ORIGINALS = os.environ.get("CROSSREAD_ORIGINALS", "")


def _digests() -> tuple[list[Row], dict[str, Text]]:
    pack = check_pack(content_folder() / "khojaly-1992").pack
    assert pack is not None
    return read_rows(FOLDER / "khojaly-digest-figures.csv"), {
        source.id: source.digest for source in pack.sources
    }


def test_the_figures_of_the_digests_are_found() -> None:
    outcome = finding(*_digests())
    assert outcome.recall >= 0.95, outcome.missed
    assert outcome.precision >= 0.9, outcome.surplus


def test_the_figures_of_the_digests_are_put_together() -> None:
    outcome = aligning(*_digests())
    assert outcome.recall >= 0.75, outcome.missed
    assert outcome.precision >= 0.8, outcome.surplus


@pytest.mark.skipif(not ORIGINALS, reason="CROSSREAD_ORIGINALS names no folder")
def test_the_figures_of_the_originals_are_found_and_put_together() -> None:
    texts, blocks = read_folder(Path(ORIGINALS))
    rows = read_rows(FOLDER / "khojaly-figures.csv", blocks)
    lists = {
        source: [blocks[source][line] for line in lines if line in blocks[source]]
        for source, lines in LISTS.items()
    }
    found, aligned = finding(rows, texts, lists), aligning(rows, texts)
    assert found.recall >= 0.95, found.missed
    assert min(aligned.recall, aligned.precision) >= 0.8, (aligned.missed, aligned.surplus)


@pytest.mark.parametrize("name", INVENTED)
def test_the_figures_of_invented_sets_are_found(name: str) -> None:
    # Nothing is tuned on these sets: a floor, so that nothing is lost unseen, and no aim.
    texts, blocks = read_folder(FOLDER / name)
    outcome = finding(read_rows(FOLDER / name / "figures.csv", blocks), texts)
    assert outcome.recall >= 0.9, outcome.missed


@pytest.mark.parametrize("name", [*LEARNED, *INVENTED])
def test_the_gold_of_an_invented_set_speaks_of_lines_that_there_are(name: str) -> None:
    texts, blocks = read_folder(FOLDER / name)
    assert set(texts) == set(blocks)
    rows = read_rows(FOLDER / name / "figures.csv", blocks)
    assert {row.source for row in rows} == set(texts)


@pytest.mark.parametrize("name", INVENTED)
def test_each_borrowing_stands_in_the_article_it_was_taken_from(name: str) -> None:
    texts, _blocks = read_folder(FOLDER / name)
    for borrowing in read_borrowings(FOLDER / name / "borrowings.csv"):
        if borrowing.how.startswith("changed"):
            continue
        run = " ".join(word.text for word in normal_words(borrowing.run))
        for source in (borrowing.taken_from, borrowing.taken_by):
            shown = " ".join(word.text for word in normal_words(texts[source].shown))
            assert run in shown, source
