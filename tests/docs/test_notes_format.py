"""The page on sets of highlights and notes says what the program writes, takes in and refuses."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.cli import main
from crossread.inquiry.noted import Noted, PlacedHighlight
from crossread.inquiry.notes import Highlight
from crossread.inquiry.placing_notes import Places
from crossread.inquiry.putting import (
    LONGEST_NOTE,
    LONGEST_PASSAGE,
    LONGEST_TAG,
    MOST_LAYERS,
    MOST_PASSAGES,
    MOST_TAGS,
)
from crossread.operations.noting.annotations_read import MOST_ANNOTATIONS, read_annotations
from crossread.operations.noting.json_border import DEEPEST, LARGEST
from crossread.operations.noting.layer_contents import LayerContents, lay
from crossread.operations.opening.opened import OpenPack
from crossread.packs.check import check_pack
from crossread.progress.notes_board import rows_of
from crossread.reports.notes_annotation import PREFIX, ForOthers, notes_annotation
from tests.docs.pages import FOLDER, read_page
from tests.docs.writing import write_pack
from tests.inquiry.noting_samples import highlight, note
from tests.progress.test_notes_board import WITH_CLAIM
from tests.reports.test_notes_annotation import OF_ORIGINAL, rows

PAGE = read_page(FOLDER.parent / "notes-format.md")
OURS, THEIRS = PAGE.files()["set.json"], PAGE.files()["theirs.json"]


def rows_below(heading: str) -> list[tuple[str, ...]]:
    (found,) = [table for table in PAGE.tables if table.heading == heading]
    return [tuple(row) for row in found.rows]


@pytest.fixture
def goat(tmp_path: Path) -> OpenPack:
    """Open the pack that the page speaks of."""
    pack = check_pack(write_pack(tmp_path / "packs" / "goat")).pack
    assert pack is not None
    return OpenPack(pack)


def laid(example: str, opened: OpenPack) -> LayerContents:
    return lay(read_annotations(example.encode()), "a" * 64, opened.pack, opened.shown_now)


def test_the_set_of_the_page_is_what_is_written(goat: OpenPack) -> None:
    (theirs,) = laid(OURS, goat).highlights
    assert theirs.place is not None
    assert theirs.place.how == "exact"
    own = Highlight(id="2f9c0e", meaning="doubt", passage=theirs.highlight.passage)
    noted = Noted(highlights=(PlacedHighlight(own, Places(goat.shown_now).of(own.passage)),))
    made = notes_annotation(
        goat.pack, rows_of(goat.pack, noted, goat.shown_now), ForOthers("Look here first", "A. Teacher")
    )
    assert made == OURS


def test_what_another_program_gives_is_taken_as_the_page_says(
    goat: OpenPack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "theirs.json").write_text(THEIRS, "utf-8")
    monkeypatch.chdir(tmp_path)
    (shown,) = [example.text for example in PAGE.examples if example.language == "console"]
    command, _line, told = shown.partition("\n")
    assert main([*command.removeprefix("$ crossread ").split(), "--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out == told
    (note_,) = laid(THEIRS, goat).notes
    (place,) = note_.places
    assert place is not None
    assert goat.pack.source("newsletter").digest.words(place.range) == "a cart left at the wall"


def _names(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from _names(one)
    elif isinstance(value, list):
        for one in value:
            yield from _names(one)


def test_the_table_has_every_term_of_our_own_and_no_other() -> None:
    made = notes_annotation(WITH_CLAIM, rows([highlight(passage=OF_ORIGINAL)], [note(claim="boats")]))
    written = {name for name in _names(json.loads(made)) if name.startswith(f"{PREFIX}:")}
    told = {row[0].strip("`") for row in rows_below("What we write")}
    assert told == written


def test_the_limits_are_those_that_hold() -> None:
    limits = {row[0]: row[1] for row in rows_below("Limits")}
    assert limits == {
        "a file": f"{LARGEST // 2**20} MB",
        "levels of brackets": f"{DEEPEST}",
        "annotations in a file": f"{MOST_ANNOTATIONS:,}",
        "sets over one pack": f"{MOST_LAYERS}",
        "passages of an annotation": f"{MOST_PASSAGES}",
        "characters of a passage": f"{LONGEST_PASSAGE:,}",
        "characters of a note": f"{LONGEST_NOTE:,}",
        "tags of a note": f"{MOST_TAGS}",
        "characters of a tag": f"{LONGEST_TAG}",
    }
