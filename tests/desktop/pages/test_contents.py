"""The contents of a pane: headings, or paragraphs by number; Enter goes there, Escape back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crossread.desktop.pages.panes.contents import entries, entry_at
from crossread.desktop.pages.panes.contents_sheet import ContentsList
from crossread.texts.passages.paragraphs import paragraph_numbers
from crossread.texts.text import Block, Text
from tests.desktop.pages.conftest import EVERY, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier

words = st.text("abc ", min_size=1, max_size=30).filter(str.strip)
blocks = st.one_of(
    st.builds(Block, st.just("heading"), words, st.integers(1, 6)),
    st.builds(Block, st.sampled_from(("paragraph", "item", "quote", "term", "definition")), words),
    st.builds(Block, st.just("item"), words, note=st.just("1")),
)
texts = st.lists(blocks, min_size=1, max_size=12).map(lambda found: Text(tuple(found)))


@given(texts)
def test_each_line_leads_to_the_start_of_a_block_in_the_order_of_the_text(text: Text) -> None:
    found = entries(text)
    assert {entry.start for entry in found} <= {0, *text.starts}
    assert [entry.start for entry in found] == sorted(entry.start for entry in found)
    assert all(entry.words for entry in found)
    assert min(entry.level for entry in found) == 0


@given(texts)
def test_headings_are_listed_where_there_are_any_else_numbered_paragraphs(text: Text) -> None:
    found = entries(text)
    headings = [block for block in text.blocks if block.kind == "heading"]
    if headings:
        assert len(found) - len(headings) in (0, 1), "one more for what stands before the first"
        assert not any(entry.number for entry in found)
    else:
        beside = dict(zip(text.starts, paragraph_numbers(text), strict=True))
        numbered = [one for one in beside.items() if one[1]]
        assert [(one.start, one.number) for one in found] == (numbered or [(0, "")])


@given(texts, st.integers(0, 500))
def test_the_line_at_hand_is_the_last_one_that_begins_before_the_place(text: Text, position: int) -> None:
    found = entries(text)
    at = entry_at(found, position)
    assert found[at].start <= position or at == 0
    assert all(entry.start > position for entry in found[at + 1 :])


def the_list(opened: Opened, number: int) -> ContentsList:
    listed = opened.desk.panes.panes[number].findChildren(ContentsList)
    (found,) = [one for one in listed if one.isVisible()]
    return found


@pytest.fixture
def desk(every: Opened) -> Opened:
    """Open a desk with the focus in its first text."""
    every.window.resize(1400, 480)
    every.go("read-know", EVERY)
    every.desk.panes.focus(0)
    return every


def test_ctrl_t_lists_the_contents_with_the_place_chosen_and_enter_goes_to_another(desk: Opened) -> None:
    pane = desk.desk.panes.panes[0]
    desk.press(Key.Key_T, Mod.ControlModifier)
    listed = the_list(desk, 0)
    assert listed.hasFocus()
    assert not pane.view.isVisible()
    assert listed.accessibleName().startswith("Contents of")
    assert listed.currentRow() == 0
    assert listed.count() > 2
    start = entries(pane.text)[2].start
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert pane.view.isVisible()
    assert pane.view.hasFocus()
    assert pane.view.caret() == start
    QApplication.processEvents()
    desk.press(Key.Key_T, Mod.ControlModifier)
    assert the_list(desk, 0).currentRow() >= 1, "the place that was gone to is at hand"


def test_escape_and_ctrl_t_go_back_to_the_text_without_a_step(desk: Opened) -> None:
    pane = desk.desk.panes.panes[0]
    pane.view.read_from(150)
    at = pane.view.place()
    for key, modifier in ((Key.Key_Escape, Mod.NoModifier), (Key.Key_T, Mod.ControlModifier)):
        desk.press(Key.Key_T, Mod.ControlModifier)
        assert pane.contents_open()
        desk.press(key, modifier)
        assert not pane.contents_open()
        assert pane.view.hasFocus()
        assert pane.view.place() == at
        QApplication.processEvents()


def test_a_click_on_a_line_goes_there_and_the_other_pane_stays(desk: Opened) -> None:
    first, second = desk.desk.panes.panes
    at = second.view.place()
    desk.press(Key.Key_T, Mod.ControlModifier)
    listed = the_list(desk, 0)
    QApplication.processEvents()
    where = listed.visualItemRect(listed.item(1)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert first.view.caret() == entries(first.text)[1].start
    assert second.view.place() == at


def test_letters_still_choose_sources_while_the_contents_are_open(desk: Opened) -> None:
    desk.press(Key.Key_T, Mod.ControlModifier)
    desk.type("a")
    pane = desk.desk.panes.panes[0]
    assert pane.source_id == "log"
    assert not pane.contents_open()
    assert pane.view.hasFocus()
