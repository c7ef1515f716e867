"""Searching the library: from its top and from anywhere, pack by pack, and into a pack at the words."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.finding.find_companion import FindCompanion
from crossread.desktop.pages.finding.search_page import SearchPage
from crossread.desktop.pages.library.library import LibraryPage
from tests.desktop.pages.conftest import FIXTURES, PACK, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def two(open_window: Callable[[], Opened], library: Path) -> Opened:
    """Open the window on a library of two packs, of which one speaks of zinnober."""
    copy = shutil.copytree(FIXTURES / PACK, library / "other")
    head = copy / "pack.yaml"
    words = head.read_text("utf-8").replace("id: two-accounts", "id: other", 1)
    head.write_text(words.replace("The Fuller Bridge: two accounts", "Other accounts"), "utf-8")
    text = copy / "sources" / "B-miller.md"
    text.write_text(text.read_text("utf-8").replace("## The price", "Zinnober everywhere.\n\n## The price"))
    opened = open_window()
    opened.window.resize(1600, 900)
    return opened


def page_of(opened: Opened) -> SearchPage:
    page = opened.window.pages.currentWidget()
    assert isinstance(page, SearchPage)
    return page


def search(opened: Opened, words: str) -> SearchPage:
    """Type words into the search page, and wait for what is found."""
    opened.press(Key.Key_S, CTRL | SHIFT)
    page = page_of(opened)
    opened.type(words)
    opened.wait(lambda: page.findings.query is not None and page.findings.query.typed == words)
    return page


def test_words_are_found_in_all_packs_as_one_types(two: Opened) -> None:
    page = search(two, "planks")
    heads = [row.words for row in page.list.rows() if row.role == "head"]
    assert set(heads) == {"Other accounts", "The Fuller Bridge: two accounts"}
    assert page.count.text() == f"{page.findings.count} places in 2 packs."
    two.type(" zz")
    two.wait(lambda: not page.findings.packs)
    assert page.count.text().startswith("“planks zz” is in none of your packs.")


def test_enter_opens_the_pack_where_the_words_stand_and_lists_them_there(two: Opened) -> None:
    page = search(two, "zinnober")
    two.press(Key.Key_Return)
    assert page.list.hasFocus()
    two.press(Key.Key_Return)
    two.wait(lambda: two.window.pages.currentWidget() is not page and not two.window.is_opening())
    desk = two.pages.page
    assert isinstance(desk, Desk)
    pane = next(pane for pane in desk.panes.panes if pane.source_id == "miller")
    where = pane.view.shown_range()
    assert where is not None
    assert pane.text.words(where) == "Zinnober"
    assert isinstance(desk.companion, FindCompanion)
    assert desk.companion.field.text() == "zinnober"


def test_a_question_that_is_found_opens_its_pack_at_it(two: Opened) -> None:
    page = search(two, '"on whose own eyes"')
    row = page.list.hits()[0]
    page.list.shown.emit(row)
    two.wait(lambda: two.window.pages.currentWidget() is not page and not two.window.is_opening())
    assert two.desk.column.question is not None
    assert two.desk.column.question.id == "night-witness"


def test_what_is_found_in_the_context_is_shown_there(two: Opened) -> None:
    page = search(two, "invented village")
    page.list.shown.emit(page.list.hits()[0])
    two.wait(lambda: two.window.pages.currentWidget() is not page and not two.window.is_opening())
    where = two.before.view.shown_range()
    assert where is not None
    assert two.before.view.text().words(where) == "invented village"


def test_the_field_on_top_of_the_library_leads_to_the_search(two: Opened) -> None:
    library = two.window.pages.currentWidget()
    assert isinstance(library, LibraryPage)
    two.press(Key.Key_F, CTRL)
    assert isinstance(two.focus(), QLineEdit)
    two.type("zinn")
    two.wait(lambda: two.window.pages.currentWidget() is not library)
    page = page_of(two)
    two.type("ober")  # one types on, as if it were the same field
    assert page.field.text() == "zinnober"
    two.wait(lambda: bool(page.findings.packs))
    two.press(Key.Key_Down)
    assert page.list.hasFocus()
    two.press(Key.Key_Left, Mod.AltModifier)
    assert two.window.pages.currentWidget() is library


def test_enter_in_the_field_of_the_library_does_not_wait_for_a_pause(two: Opened) -> None:
    two.press(Key.Key_F, CTRL)
    two.type("zinnober")
    two.press(Key.Key_Return)
    page = page_of(two)
    two.wait(lambda: bool(page.findings.packs))
    two.press(Key.Key_Return)
    assert page.list.current() == page.list.hits()[0]


def test_down_in_the_field_of_the_library_leads_to_the_packs_where_nothing_is_typed(two: Opened) -> None:
    library = two.window.pages.currentWidget()
    two.press(Key.Key_F, CTRL)
    two.type(" ")
    two.press(Key.Key_Down)
    two.qtbot.wait(80)
    assert two.window.pages.currentWidget() is library
    assert two.window.library.cards[0].isAncestorOf(two.focus())


def test_what_is_typed_in_the_library_stays_while_packs_are_looked_for(two: Opened) -> None:
    two.press(Key.Key_F, CTRL)
    two.type("zinn")
    two.window.library.show_again()
    field = two.focus()
    assert isinstance(field, QLineEdit)
    assert field.text() == "zinn"


def test_coming_back_finds_the_page_as_it_was(two: Opened) -> None:
    page = search(two, "zinnober")
    two.press(Key.Key_Home, Mod.AltModifier)
    two.press(Key.Key_S, CTRL | SHIFT)
    assert page.findings.count == 1
    assert page.field.selectedText() == "zinnober"


def test_f3_goes_from_hit_to_hit_round_the_ends(two: Opened) -> None:
    page = search(two, "planks")
    hits = page.list.hits()
    seen = []
    for _hit in range(len(hits) + 1):
        two.press(Key.Key_F3)
        seen.append(page.list.current())
    assert seen == [*hits, hits[0]]
    two.press(Key.Key_F3, SHIFT)
    assert page.list.current() == hits[-1]


def test_where_there_is_more_than_is_told_the_pack_lists_it_all(two: Opened) -> None:
    page = search(two, "the")
    more = next(row for row in page.list.rows() if row.role == "more")
    page.list.shown.emit(more)
    two.wait(lambda: two.window.pages.currentWidget() is not page and not two.window.is_opening())
    assert isinstance(two.desk.companion, FindCompanion)
    assert two.desk.companion.findings.count > 5


def test_counts_are_told_to_a_screen_reader_and_rows_are_read_in_whole(two: Opened, heard: list[str]) -> None:
    page = search(two, "zinnober")
    two.wait(lambda: bool(heard))
    assert heard == ["1 place in 1 pack."]
    index = page.list.model().index(1, 0)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Other accounts. B · The miller. Zinnober everywhere."
    assert page.list.accessibleName()
    assert page.field.accessibleName()


def test_letters_in_the_list_are_keys_and_do_not_jump_about(two: Opened) -> None:
    page = search(two, "planks")
    two.press(Key.Key_Down)
    before = page.list.current_number()
    QTest.keyClicks(page.list, "z")
    assert page.list.current_number() == before
