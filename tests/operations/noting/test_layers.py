"""Sets of others' highlights and notes: taken in, laid over the texts, hidden, taken away, brought back."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from crossread.base.errors import Expected
from crossread.inquiry.commands import PutHighlight, PutNote
from crossread.inquiry.noted import Noted, PlacedHighlight, PlacedNote
from crossread.inquiry.notes import Highlight, Note
from crossread.operations.handing_on.handing_on import hand_on_notes
from crossread.operations.noting.annotations_read import MOST_ANNOTATIONS, read_annotations
from crossread.operations.noting.json_border import MEGABYTE, read_small_file
from crossread.operations.noting.layers import LayerTaken
from crossread.operations.noting.noting import passage_of
from crossread.operations.opening.opened import OpenPack
from crossread.progress.notes_board import Row, rows_of
from crossread.reports.notes_annotation import ForOthers
from crossread.texts.text import Range
from tests.operations.conftest import FIXTURES, PACK, Desk
from tests.operations.noting.test_noting import passage

ORIGINALS = FIXTURES / "originals"


def fill(desk: Desk, opened: OpenPack) -> None:
    """Put a highlight, a note on both sources and a note on no passage."""
    warden, miller = passage(opened), passage(opened, "miller")
    desk.session.do(opened, PutHighlight(highlight=Highlight(id="h", meaning="doubt", passage=warden)))
    note = Note(id="n", text="Who saw it?", passages=(warden, miller), tags=("bridge",))
    desk.session.do(opened, PutNote(note=note))
    desk.session.do(opened, PutNote(note=Note(id="alone", text="Read both again")))


def exported(desk: Desk, opened: OpenPack, path: Path, for_others: ForOthers | None = None) -> Path:
    got: list[Path | Expected] = []
    desk.session.export_notes(opened, path, "json", got.append, for_others)
    desk.run_until(lambda: got)
    assert got == [path]
    return path


def added(desk: Desk, opened: OpenPack, path: Path) -> LayerTaken:
    result: LayerTaken | Expected = desk.result(partial(desk.session.add_layer, opened, path))
    if isinstance(result, Expected):
        raise result
    return result


def loaded(desk: Desk, opened: OpenPack) -> None:
    desk.run_until(lambda: not desk.session.noted(opened).loading)


@pytest.fixture
def taught(sit: Callable[[], Desk], tmp_path: Path) -> Path:
    """Make a set as a teacher would, and take the teacher's own notes away again."""
    desk = sit().begin()
    opened = desk.open()
    fill(desk, opened)
    path = exported(desk, opened, tmp_path / "set.json", ForOthers("Look here", "Ms Vale"))
    while desk.session.undo(PACK):
        continue
    desk.saved()
    desk.session.close()
    return path


@pytest.fixture
def later(taught: Path, sit: Callable[[], Desk]) -> Desk:
    """Sit down after the set was made."""
    return sit().begin()


def test_a_set_lies_over_the_texts_beside_the_learner_s_own_and_can_be_hidden(
    sit: Callable[[], Desk], taught: Path
) -> None:
    desk = sit().begin()
    opened = desk.open()
    desk.session.do(
        opened, PutHighlight(highlight=Highlight(id="own", meaning="evidence", passage=passage(opened)))
    )
    taken = added(desk, opened, taught)
    assert (taken.layer.title, taken.layer.author, taken.layer.count) == ("Look here", "Ms Vale", 2)
    assert taken.told == ()
    loaded(desk, opened)
    noted = desk.session.noted(opened)
    here = noted.highlights_in("warden", "digest")
    assert {(one.highlight.meaning, one.highlight.layer) for one in here} == {
        ("evidence", ""),
        ("doubt", taken.layer.digest),
    }
    assert len(noted.notes_in("miller", "digest")) == 1
    assert desk.session.switch_layer(opened, taken.layer.digest, on=False)
    assert not desk.session.switch_layer(opened, taken.layer.digest, on=False)
    assert not desk.session.noted(opened).notes
    (layer,) = desk.session.layers(PACK)
    assert not layer.on
    assert desk.session.undo(PACK) == "Set shown."
    assert len(desk.session.noted(opened).notes) == 2


def test_a_set_counts_as_the_board_does_and_says_what_is_not_placed(later: Desk, taught: Path) -> None:
    content = json.loads(taught.read_text("utf-8"))
    (note,) = (one for one in content["first"]["items"] if one["target"] and one["id"].endswith(":n"))
    note["target"][1]["selector"] = [{"type": "TextQuoteSelector", "exact": "words that nobody wrote"}]
    taught.write_text(json.dumps(content), "utf-8")
    opened = later.open()
    taken = added(later, opened, taught)
    loaded(later, opened)
    rows = later.session.board(opened)
    assert taken.layer.count == len(rows) == 2, "the highlight below the note is a part of it"
    assert [row.placed for row in rows] == [False, True]
    assert taken.told == ("1 is not placed: its words do not stand in the texts that are here.",)


def many_rows(opened: OpenPack, count: int, words: str = "") -> tuple[Row, ...]:
    """Make rows of a learner with very many highlights, and notes where there are words."""
    put = passage(opened)
    highlights = [Highlight(id=f"h{number}", meaning="doubt", passage=put) for number in range(count)]
    notes = [Note(id=f"n{number}", text=words, passages=(put,)) for number in range(90 if words else 0)]
    noted = Noted(
        highlights=tuple(PlacedHighlight(one, None) for one in highlights),
        notes=tuple(PlacedNote(one, (None,)) for one in notes),
    )
    return rows_of(opened.pack, noted, opened.shown_now)


def test_as_many_as_a_set_may_hold_are_read_back_however_large_the_file(desk: Desk, tmp_path: Path) -> None:
    opened = desk.open()
    path = tmp_path / "many.json"
    hand_on_notes(opened.pack, many_rows(opened, MOST_ANNOTATIONS), path, "json", ForOthers("Many"))
    assert path.stat().st_size > MEGABYTE
    assert len(read_annotations(read_small_file(path)).annotations) == MOST_ANNOTATIONS


@pytest.mark.parametrize(("count", "words"), [(MOST_ANNOTATIONS + 1, ""), (1, "x" * 100_000)])
def test_what_could_not_be_read_back_is_not_exported_and_that_is_said(
    desk: Desk, tmp_path: Path, count: int, words: str
) -> None:
    opened = desk.open()
    rows = many_rows(opened, count, words)
    path = tmp_path / "many.json"
    with pytest.raises(Expected, match="5000 in 8 MB are what can be read back") as raised:
        hand_on_notes(opened.pack, rows, path, "json")
    assert raised.value.code == "too-many-notes"
    assert not path.exists()
    assert hand_on_notes(opened.pack, rows, tmp_path / "many.md", "md").stat().st_size > 0


def test_a_set_is_there_the_next_time_and_comes_a_moment_later(sit: Callable[[], Desk], taught: Path) -> None:
    desk = sit().begin()
    added(desk, desk.open(), taught)
    desk.saved()
    desk.session.close()
    taught.unlink()  # the copy is our own
    desk = sit().begin()
    opened = desk.open()
    assert desk.session.noted(opened).loading
    desk.told.clear()
    loaded(desk, opened)
    assert any("state" in changed.what for changed in desk.told)
    assert len(desk.session.noted(opened).highlights) == 1
    assert {row.own for row in desk.session.board(opened)} == {False}


def test_a_set_that_was_taken_away_can_be_brought_back(later: Desk, taught: Path) -> None:
    desk = later
    opened = desk.open()
    taken = added(desk, opened, taught)
    assert desk.session.remove_layer(opened, taken.layer.digest)
    assert not desk.session.layers(PACK)
    assert not desk.session.remove_layer(opened, taken.layer.digest)
    assert desk.session.undo(PACK) == "Set put back."
    loaded(desk, opened)
    assert desk.session.noted(opened).highlights
    assert desk.session.undo(PACK) == "Set taken away."
    assert desk.session.redo(PACK) == "Set put back."


def test_what_the_learner_takes_back_is_not_what_belongs_to_a_set(later: Desk, taught: Path) -> None:
    desk = later
    opened = desk.open()
    added(desk, opened, taught)
    loaded(desk, opened)
    (theirs,) = desk.session.noted(opened).highlights
    with pytest.raises(ValueError, match="not the learner's to change"):
        desk.session.do(opened, PutHighlight(highlight=theirs.highlight))


def test_a_set_for_others_says_nothing_of_who_made_it_but_the_name_that_was_typed(
    later: Desk, taught: Path
) -> None:
    content = taught.read_text("utf-8")
    learner = next(later.folders.learners.iterdir()).name
    assert learner not in content
    assert content.count("Ms Vale") == 1
    assert "response" not in content


def test_an_author_s_own_words_do_not_travel_in_a_set_and_are_found_by_who_has_them(
    sit: Callable[[], Desk], tmp_path: Path
) -> None:
    desk = sit().begin()
    opened = desk.open()
    desk.session.attach(opened, [ORIGINALS / "warden.txt"], None, lambda *_: None)
    desk.run_until(lambda: any("originals" in one.what for one in desk.told))
    opened = desk.open()
    shown = opened.shown("warden", "original")
    assert shown
    start = shown.text.starts[2]
    there = passage_of(opened, "warden", "original", Range(start, start + 120))
    desk.session.do(opened, PutHighlight(highlight=Highlight(id="h", meaning="loaded", passage=there)))
    own = exported(desk, opened, tmp_path / "own.json").read_text("utf-8")
    path = exported(desk, opened, tmp_path / "set.json", ForOthers("Set"))
    assert there.quote.quote in json.loads(own)["first"]["items"][0]["target"]["selector"][0]["exact"]
    words = there.quote.quote.split()
    content = path.read_text("utf-8")
    assert not any(" ".join(words[at : at + 4]) in content for at in range(len(words) - 3))
    desk.session.undo(PACK)
    added(desk, opened, path)
    loaded(desk, opened)
    (found,) = desk.session.noted(opened).highlights_in("warden", "original")
    assert shown.text.words(found.range) == there.quote.quote.rstrip(" .,;:")
    (row,) = desk.session.board(opened)
    assert row.pieces[0].words.startswith(words[0])
    detached = desk.session.detach(opened, "warden")
    loaded(desk, detached)
    (row,) = desk.session.board(detached)
    assert (row.placed, row.pieces[0].words) == (False, "")


def test_annotations_of_another_program_are_taken_where_their_words_stand_once(
    desk: Desk, tmp_path: Path
) -> None:
    opened = desk.open()
    text = opened.pack.source("warden").digest
    exact = "felt a railing give"
    assert text.shown.count(exact) == 1
    rows: list[Any] = [
        {
            "uri": "https://example.org/elsewhere",
            "text": "Was it rotten?",
            "tags": ["Railing", "railing "],
            "target": [
                {
                    "source": "https://example.org/elsewhere",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[1]"},
                        {"type": "TextQuoteSelector", "exact": exact, "prefix": "x", "suffix": "y"},
                    ],
                }
            ],
        },
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": "three planks gone"}}},
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": "no such words anywhere"}}},
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": "the"}}},
        {"target": "https://example.org/elsewhere", "text": "on the whole page"},
        "nonsense",
    ]
    path = tmp_path / "found.json"
    path.write_text(json.dumps({"total": 6, "rows": rows}))
    taken = added(desk, opened, path)
    assert (taken.layer.title, taken.layer.count) == ("found.json", 2)
    assert len(taken.told) == 4
    assert any("2 annotations are on words that no text here has" in one for one in taken.told)
    loaded(desk, opened)
    noted = desk.session.noted(opened)
    (note,) = noted.notes_in("warden", "digest")
    assert text.words(note.range) == exact
    assert (note.note.note.text, note.note.note.tags) == ("Was it rotten?", ("Railing",))


def test_a_file_of_which_nothing_fits_is_refused_and_not_kept(desk: Desk, tmp_path: Path) -> None:
    opened = desk.open()
    path = tmp_path / "other.json"
    path.write_text(
        json.dumps([{"target": {"selector": {"type": "TextQuoteSelector", "exact": "nowhere to be found"}}}])
    )
    with pytest.raises(Expected) as raised:
        added(desk, opened, path)
    assert raised.value.code == "set-refused"
    assert "other.json" in raised.value.message
    assert "1 annotation is on words" in raised.value.message
    assert not desk.folders.layers.exists()
    assert not desk.session.layers(PACK)


@pytest.mark.parametrize("harm", ["gone", "damaged"])
def test_a_set_whose_copy_is_lost_says_so_and_can_be_added_again(
    sit: Callable[[], Desk], taught: Path, harm: str
) -> None:
    desk = sit().begin()
    taken = added(desk, desk.open(), taught)
    desk.saved()
    desk.session.close()
    (copy,) = desk.folders.layers.iterdir()
    if harm == "gone":
        copy.unlink()
    else:
        copy.write_bytes(copy.read_bytes()[:-20])
    desk = sit().begin()
    opened = desk.open()
    loaded(desk, opened)
    noted = desk.session.noted(opened)
    assert "Add the set again" in noted.trouble[taken.layer.digest]
    assert not noted.highlights
    desk.told.clear()
    added(desk, opened, taught)
    told = [changed for changed in desk.told if changed.pack == PACK]
    assert told  # else nobody would ask for it again
    loaded(desk, opened)
    assert desk.session.noted(opened).highlights
    assert not desk.session.noted(opened).trouble


def test_a_disk_that_refuses_the_copy_adds_nothing(later: Desk, taught: Path) -> None:
    desk = later
    opened = desk.open()
    desk.folders.layers.write_text("in the way")
    with pytest.raises(Expected) as raised:
        added(desk, opened, taught)
    assert raised.value.code == "not-kept"
    assert not desk.session.layers(PACK)
