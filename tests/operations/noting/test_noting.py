"""Highlights and notes at the desk: put, found again, taken back, and there the next time."""

from collections.abc import Callable

import pytest

from crossread.base.canonical import new_id
from crossread.base.errors import Expected
from crossread.inquiry.commands import PutHighlight, PutNote, RemoveHighlight, RemoveNote
from crossread.inquiry.notes import Highlight, Meaning, Note, NotedPassage
from crossread.operations.noting.noting import passage_of
from crossread.operations.opening.opened import OpenPack
from crossread.texts.text import Range
from tests.entries_at_hand import entries_at_hand
from tests.operations.conftest import PACK, Desk


def passage(opened: OpenPack, source: str = "warden", words: str = "") -> NotedPassage:
    text = opened.pack.source(source).digest
    start = text.shown.index(words) if words else 0
    return passage_of(opened, source, "digest", Range(start, start + len(words or text.blocks[0].text)))


def highlight(opened: OpenPack, meaning: Meaning = "evidence") -> Highlight:
    return Highlight(id=new_id(), meaning=meaning, passage=passage(opened))


def test_a_highlight_is_where_it_was_put_and_there_the_next_time(sit: Callable[[], Desk]) -> None:
    desk = sit().begin()
    opened = desk.open()
    put = highlight(opened)
    assert desk.session.do(opened, PutHighlight(highlight=put))
    (here,) = desk.session.noted(opened).highlights_in("warden", "digest")
    assert here.range == Range(0, len(put.passage.quote.quote))
    desk.saved()
    desk.session.close()
    desk = sit().begin()
    opened = desk.open()
    (again,) = desk.session.noted(opened).highlights_in("warden", "digest")
    assert (again.highlight.id, again.highlight.meaning, again.range) == (put.id, "evidence", here.range)
    assert again.highlight.passage == put.passage


def test_what_is_noted_is_worked_out_once_until_something_changes(desk: Desk) -> None:
    opened = desk.open()
    desk.session.do(opened, PutHighlight(highlight=highlight(opened)))
    noted = desk.session.noted(opened)
    assert desk.session.noted(opened) is noted
    desk.session.do(opened, PutHighlight(highlight=highlight(opened, "doubt")))
    assert len(desk.session.noted(opened).highlights) == 2


def test_steps_are_taken_back_and_done_again_in_their_order(desk: Desk) -> None:
    opened = desk.open()
    session = desk.session
    put = highlight(opened)
    note = Note(id="n", text="Who saw it?", passages=(put.passage,))
    assert (session.undoable(PACK), session.redoable(PACK), session.undo(PACK)) == ("", "", "")
    session.do(opened, PutHighlight(highlight=put))
    session.do(opened, PutHighlight(highlight=Highlight(id=put.id, meaning="doubt", passage=put.passage)))
    session.do(opened, PutNote(note=note))
    session.do(opened, RemoveNote(note="n"))
    assert session.undoable(PACK) == "Put the note back"
    assert session.undo(PACK) == "Note put back."
    assert session.state(PACK).passage_notes["n"].text == "Who saw it?"
    assert session.undo(PACK) == "Note removed."
    assert session.undo(PACK) == "The highlight is as it was before."
    assert session.state(PACK).highlights[put.id].meaning == "evidence"
    assert session.undo(PACK) == "Highlight removed."
    assert session.undoable(PACK) == ""
    assert session.redoable(PACK) == "Put the highlight back"
    for _step in range(3):
        assert session.redo(PACK)
    assert session.state(PACK).highlights[put.id].meaning == "doubt"
    assert session.state(PACK).passage_notes["n"].passages == (put.passage,)
    session.do(opened, RemoveHighlight(highlight=put.id))
    assert session.redoable(PACK) == ""  # another way was taken
    kinds = [entry.kind for entry in entries_at_hand(session) if entry.kind != "session"]
    assert len(kinds) == 4 + 4 + 3 + 1  # nothing was taken out of the record


def test_nothing_is_taken_back_of_an_earlier_sitting(sit: Callable[[], Desk]) -> None:
    desk = sit().begin()
    opened = desk.open()
    desk.session.do(opened, PutHighlight(highlight=highlight(opened)))
    desk.session.close()
    assert sit().begin().session.undoable(PACK) == ""


def test_a_passage_is_of_a_text_that_is_there_without_the_space_around_it(desk: Desk) -> None:
    opened = desk.open()
    shown = opened.pack.source("warden").digest.shown
    first = shown.index(" ")
    found = passage_of(opened, "warden", "digest", Range(0, first + 1))
    assert found.quote.quote == shown[:first]
    assert (found.letter, found.title) == ("A", opened.pack.source("warden").card.title)
    with pytest.raises(ValueError, match="no such text"):
        passage_of(opened, "warden", "original", Range(0, 4))
    with pytest.raises(ValueError, match="no passage"):
        passage_of(opened, "warden", "digest", Range(first, first + 1))


def test_a_text_that_was_edited_between_two_sittings_has_the_highlight_where_its_words_went(
    sit: Callable[[], Desk],
) -> None:
    desk = sit().begin()
    opened = desk.open()
    kept, reworded, gone = "felt a railing give", "found a pier four centimetres", "Walkers may cross"
    for words in (kept, reworded, gone):
        one = Highlight(id=words, meaning="doubt", passage=passage(opened, words=words))
        desk.session.do(opened, PutHighlight(highlight=one))
    seen = [entry.seen_digest for entry in entries_at_hand(desk.session) if entry.kind == "highlight-set"]
    assert [bool(name) for name in seen] == [True, False, False]  # the text is kept once
    desk.saved()
    desk.session.close()
    source = desk.folders.packs / PACK / "sources" / "A-warden.md"
    written = source.read_text("utf-8")
    new = written.replace("Edda Rowntree, who", "At last Edda Rowntree, who")
    new = new.replace("found a pier four", "found a pier almost four")
    new = new.replace(" Walkers may cross as soon as the planks are mended.", "")
    source.write_text(new, "utf-8")
    desk = sit().begin()
    opened = desk.open()
    desk.run_until(lambda: not desk.session.noted(opened).loading)
    noted = desk.session.noted(opened)
    text = opened.pack.source("warden").digest
    there = {one.highlight.id: text.words(one.range) for one in noted.highlights_in("warden", "digest")}
    assert there == {kept: kept, reworded: "found a pier almost four centimetres"}
    (lost,) = [row for row in desk.session.board(opened) if not row.placed]
    assert lost.pieces[0].words == gone


def test_a_refused_note_is_no_step_to_take_back(desk: Desk) -> None:
    opened = desk.open()
    with pytest.raises(Expected):
        desk.session.do(opened, PutNote(note=Note(id="n", text=" ")))
    assert desk.session.undoable(PACK) == ""
