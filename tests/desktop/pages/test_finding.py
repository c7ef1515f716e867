"""Finding words on the desk: in one pane, and across the sources; marked, counted, gone through and told."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.finding.find_companion import FindCompanion
from crossread.desktop.pages.notes.notes_companion import NotesCompanion
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.pane_finding import PaneFinding
from crossread.desktop.widgets.layers.hits import Hits
from crossread.inquiry.commands import PutNote
from crossread.inquiry.notes import Note
from crossread.texts.text import Range
from tests.desktop.pages.conftest import FIXTURES, PACK, Opened
from tests.entries_at_hand import entries_at_hand

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier
STAGE = "read-night"  # its panes are warden and miller


@pytest.fixture
def desk(opened: Opened) -> Desk:
    """Open the desk with two accounts side by side."""
    opened.window.resize(1600, 900)
    opened.go(STAGE)
    opened.desk.panes.focus(0)
    return opened.desk


def typed(opened: Opened, words: str) -> None:
    opened.type(words)
    opened.qtbot.wait(80)  # it is searched for in the pause after the last letter


def pane_of(desk: Desk, source: str) -> Pane:
    return next(pane for pane in desk.panes.panes if pane.source_id == source)


def finding(desk: Desk, number: int = 0) -> PaneFinding:
    return desk.finding.of(desk.panes.panes[number])


def marked(pane: Pane) -> list[str]:
    hits = pane.view.findChild(Hits)
    assert isinstance(hits, Hits)
    return [pane.text.words(where) for where in hits.hits()]


def current(pane: Pane) -> int:
    hits = pane.view.findChild(Hits)
    assert isinstance(hits, Hits)
    return hits.current()


def companion(desk: Desk) -> FindCompanion:
    assert isinstance(desk.companion, FindCompanion)
    return desk.companion


# In a pane


def test_what_is_typed_is_marked_and_counted_letter_by_letter(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL)
    pane = desk.panes.panes[0]
    typed(opened, "plan")
    assert set(marked(pane)) == {"plan"}
    count = len(marked(pane))
    assert finding(desk).bar.told() == f"1 of {count}"
    typed(opened, "ks gone")
    assert marked(pane) == ["planks gone"]
    assert finding(desk).bar.told() == "1 of 1"
    assert marked(desk.panes.panes[1]) == []


def test_enter_goes_on_and_shift_enter_back_round_the_ends(
    opened: Opened, desk: Desk, heard: list[str]
) -> None:
    opened.press(Key.Key_F, CTRL)
    pane = desk.panes.panes[0]
    typed(opened, "the ")
    last = len(marked(pane)) - 1
    assert (current(pane), last > 2) == (0, True)
    opened.press(Key.Key_Return)
    assert current(pane) == 1
    assert heard[-1].startswith(f"2 of {last + 1}: ")
    opened.press(Key.Key_Return, SHIFT)
    opened.press(Key.Key_Return, SHIFT)
    assert current(pane) == last
    assert heard[-1].startswith(f"From the end again. {last + 1} of {last + 1}: ")
    opened.press(Key.Key_F3)
    assert current(pane) == 0
    assert heard[-1].startswith("From the start again.")
    assert finding(desk).bar.field.hasFocus()


def test_f3_goes_on_from_the_text_as_well(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL)
    typed(opened, "the ")
    pane = desk.panes.panes[0]
    pane.view.setFocus()
    opened.press(Key.Key_F3)
    assert current(pane) == 1
    opened.press(Key.Key_F3, SHIFT)
    assert current(pane) == 0
    assert pane.view.hasFocus()


def test_escape_stays_at_the_hit_and_back_leads_to_where_one_was(opened: Opened, desk: Desk) -> None:
    pane = desk.panes.panes[0]
    desk.panes.panes[0].view.set_text_size(60)  # so that the hit is out of view
    QApplication.processEvents()
    pane.view.go_to(pane.text.shown.index("On the night"))
    before = pane.view.place()
    opened.press(Key.Key_F, CTRL)
    typed(opened, "forty minutes")
    opened.press(Key.Key_Escape)
    assert not finding(desk).is_open()
    assert pane.view.hasFocus()
    assert pane.view.textCursor().selectedText() == "forty minutes"
    assert marked(pane) == []
    assert pane.view.place() != before
    opened.press(Key.Key_Left, Mod.AltModifier)
    assert pane.view.place() == before


def test_each_pane_has_a_search_of_its_own(opened: Opened, desk: Desk) -> None:
    first, second = desk.panes.panes
    opened.press(Key.Key_F, CTRL)
    typed(opened, "warden")
    second.view.setFocus()
    opened.press(Key.Key_F, CTRL)
    assert finding(desk, 1).bar.field.text() == ""
    typed(opened, "the mill")
    assert set(marked(second)) == {"the mill"}
    assert set(marked(first)) <= {"warden", "Warden"}
    assert finding(desk, 0).is_open()


def test_what_is_selected_is_searched_for_and_what_was_last_searched_for_comes_back(
    opened: Opened, desk: Desk
) -> None:
    first, second = desk.panes.panes
    start = first.text.shown.index("engineer")
    first.view.select(Range(start, start + len("engineer")))
    opened.press(Key.Key_F, CTRL)
    assert finding(desk).bar.field.text() == "engineer"
    opened.press(Key.Key_Escape)
    second.view.setFocus()
    opened.press(Key.Key_F, CTRL)
    assert finding(desk, 1).bar.field.text() == "engineer"
    typed(opened, "x")  # typed over it
    assert finding(desk, 1).bar.field.text() == "x"


def test_another_text_in_the_pane_is_searched_at_once(opened: Opened, desk: Desk) -> None:
    desk.layout_.set_sizes(())
    opened.press(Key.Key_F2, SHIFT)  # one pane, so that the other source can come into it
    opened.press(Key.Key_F, CTRL)
    typed(opened, "loft")
    assert finding(desk).bar.told() == "Not found"
    desk.panes.choose_source(0, "miller")
    assert set(map(str.casefold, marked(desk.panes.panes[0]))) == {"loft"}
    assert finding(desk).bar.told().startswith("1 of ")


def test_nothing_found_is_said_and_moves_nothing(opened: Opened, desk: Desk, heard: list[str]) -> None:
    pane = desk.panes.panes[0]
    before = pane.view.place()
    opened.press(Key.Key_F, CTRL)
    typed(opened, "lighthouse")
    assert finding(desk).bar.told() == "Not found"
    opened.press(Key.Key_Return)
    assert heard[-1] == "Not found in this text"
    assert pane.view.place() == before
    assert not finding(desk).bar.next.isEnabled()


def test_the_buttons_of_the_bar_do_what_the_keys_do(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL)
    typed(opened, "the ")
    bar, pane = finding(desk).bar, desk.panes.panes[0]
    opened.click(bar.next)
    assert current(pane) == 1
    opened.click(bar.previous)
    assert current(pane) == 0
    assert all(button.accessibleName() for button in (bar.next, bar.previous, bar.close_button))
    opened.click(bar.close_button)
    assert not finding(desk).is_open()


def test_f3_repeats_the_last_search_once_its_bar_is_closed(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL)
    typed(opened, "county")
    opened.press(Key.Key_Escape)
    desk.panes.panes[0].view.textCursor().clearSelection()
    opened.press(Key.Key_F3)
    assert finding(desk).typed() == "county"


# Across the sources


def test_the_list_tells_what_is_found_source_by_source(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "planks")
    found = companion(desk)
    heads = [row.words for row in found.list.rows() if row.role == "head"]
    assert heads[:2] == ["The warden, digest", "The miller, digest"]
    assert "Questions" in heads
    assert f"{found.findings.count} places" == found.count.text()
    hit = found.list.hits()[0]
    assert "planks" in hit.words[hit.marks[0].start : hit.marks[0].end]
    assert hit.spoken.startswith("A. The warden, digest")
    for pane in desk.panes.panes:
        assert set(marked(pane)) == {"planks"}


def test_f3_walks_the_hits_of_all_sources_from_anywhere(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "planks")
    found = companion(desk)
    in_texts = [row for row in found.list.hits() if "digest" in row.spoken]
    seen = []
    desk.panes.focus(0)
    for _hit in range(len(in_texts) + 1):
        opened.press(Key.Key_F3)
        shown = desk.panes.in_hand
        seen.append((shown.source_id, current(shown)))
        assert shown.view.shown_range() is not None
    assert seen[-1] == seen[0]
    assert {source for source, _number in seen} == {"warden", "miller"}
    assert len(set(seen)) == len(in_texts)


def test_no_hit_stays_marked_as_gone_to_once_one_goes_on_or_looks_for_other_words(
    opened: Opened, desk: Desk
) -> None:
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "planks")
    sources: list[str] = []
    while len(set(sources)) < 2:
        opened.press(Key.Key_F3)
        sources.append(desk.panes.in_hand.source_id)
        gone_to = [pane.source_id for pane in desk.panes.panes if pane.view.shown_range() is not None]
        assert gone_to == sources[-1:]
    companion(desk).enter()
    typed(opened, "lighthouse")
    assert [pane.view.shown_range() for pane in desk.panes.panes] == [None, None]


def test_enter_in_the_list_shows_a_hit_and_the_focus_stays_there(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "loft")
    opened.press(Key.Key_Down)
    found = companion(desk)
    assert found.list.hasFocus()
    opened.press(Key.Key_Return)
    pane = pane_of(desk, "miller")
    where = pane.view.shown_range()
    assert where is not None
    assert pane.text.words(where).casefold() == "loft"
    assert found.list.hasFocus()
    opened.press(Key.Key_Up)
    assert found.field.hasFocus()


def test_a_question_that_is_found_is_gone_to(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "on whose own eyes")
    opened.press(Key.Key_Down)
    opened.press(Key.Key_Return)
    assert opened.desk.column.question is not None
    assert opened.desk.column.question.id == "night-witness"


def test_a_note_that_is_found_is_gone_on_with(opened: Opened, desk: Desk) -> None:
    opened.session.do(desk.opened, PutNote(note=Note(id="n1", text="Ask about the lantern")))
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "ask about the")
    opened.press(Key.Key_Down)
    opened.press(Key.Key_Return)
    assert isinstance(desk.companion, NotesCompanion)
    assert desk.companion.writing()


def test_where_the_sources_are_silent_what_stands_around_them_is_gone_to(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "invented village")
    opened.press(Key.Key_Down)
    opened.press(Key.Key_Return)
    where = opened.before.view.shown_range()
    assert where is not None
    assert opened.before.view.text().words(where) == "invented village"


def test_marks_go_with_the_list_and_come_back_with_it(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "planks")
    opened.press(Key.Key_Escape)
    assert desk.companion is None
    assert marked(desk.panes.panes[0]) == []
    opened.press(Key.Key_F, CTRL | SHIFT)
    assert companion(desk).field.text() == "planks"
    assert set(marked(desk.panes.panes[0])) == {"planks"}


def test_what_is_nowhere_is_said_with_what_was_tried(opened: Opened, desk: Desk, heard: list[str]) -> None:
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "lighthouse")
    found = companion(desk)
    assert "“lighthouse” is nowhere in this pack" in found.count.text()
    assert not found.list.isVisible()
    opened.press(Key.Key_Return)
    assert "nowhere" in heard[-1]


def test_an_empty_field_offers_what_was_searched_for_before(opened: Opened, desk: Desk) -> None:
    opened.press(Key.Key_F, CTRL)
    typed(opened, "county")
    opened.press(Key.Key_Escape)
    desk.panes.panes[0].view.select(Range(0, 0))
    opened.press(Key.Key_F, CTRL | SHIFT)
    found = companion(desk)
    found.field.selectAll()
    opened.press(Key.Key_Delete)
    opened.qtbot.wait(80)
    assert [button.text() for button in found.recent.buttons()] == ["county"]
    opened.click(found.recent.buttons()[0])
    assert found.findings.count > 0
    assert not any("county" in str(entry.payload) for entry in entries_at_hand(opened.session))


def test_of_a_covered_passage_the_list_tells_no_word_until_it_is_uncovered(
    open_window: Callable[[], Opened], library: Path
) -> None:
    pack = library / "veiled"
    shutil.copytree(FIXTURES / PACK, pack)
    head = pack / "pack.yaml"
    words = head.read_text("utf-8").replace("id: two-accounts", "id: veiled", 1)
    head.write_text(words + 'graphic: [{source: warden, quote: "She counted three planks gone"}]\n', "utf-8")
    opened = open_window()
    opened.window.resize(1600, 900)
    opened.go(STAGE, "veiled")
    opened.press(Key.Key_F, CTRL | SHIFT)
    typed(opened, "three planks")
    found = companion(opened.desk)
    assert [(row.words, row.marks) for row in found.list.hits() if row.covered] == [
        ("In a covered passage. Enter goes there, Shift+V shows it.", ())
    ]
    assert not any("three planks gone" in row.spoken for row in found.list.hits())
    opened.press(Key.Key_Down)
    found.list.set_current(next(n for n, row in enumerate(found.list.rows()) if row.covered))
    opened.press(Key.Key_Return)
    opened.press(Key.Key_V, SHIFT)
    assert not pane_of(opened.desk, "warden").view.covered()
    assert any("three planks gone" in row.words for row in found.list.hits())
