"""The board: cards in groups that lead back, files handed on, sets taken in, shown, hidden and taken away."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crossread.base.declared import TEXT_SIZE
from crossread.base.errors import Expected
from crossread.desktop.pages import save_as
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.notes import board_files
from crossread.desktop.pages.notes.board import BoardPage
from crossread.desktop.pages.notes.board_set_form import SetForm
from crossread.desktop.place import Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets.labels import Label
from crossread.operations.sessions.session_notes import NotesFormat
from tests.desktop.pages.conftest import PACK, Opened, words_of
from tests.desktop.pages.noting import highlight, note, sentence, words

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def board(opened: Opened) -> BoardPage:
    page = opened.pages.page
    assert isinstance(page, BoardPage)
    return page


@pytest.fixture
def full(opened: Opened) -> Opened:
    """Go to the board with two highlights, a note on two sources, and one on none."""
    opened.go("read-night")
    pack = opened.pages.opened
    highlight(opened.session, pack, "warden", 0)
    highlight(opened.session, pack, "miller", 1, "doubt")
    note(opened.session, pack, "Who says so?", ("warden", 2), ("miller", 3), tags=("order",))
    note(opened.session, pack, "Who is not heard?", tags=("silence",))
    opened.window.go(Place("board", PACK))
    return opened


def titles(opened: Opened) -> list[str]:
    return [group.title.text() for group in board(opened).cards.groups.values()]


def test_ctrl_shift_b_leads_to_the_board_and_an_empty_one_says_what_to_do(opened: Opened) -> None:
    opened.go("read-night")
    opened.press(Key.Key_B, CTRL | SHIFT)
    assert "Nothing highlighted yet" in words_of(board(opened))
    opened.click(board(opened).empty.other)
    assert isinstance(opened.pages.page, Desk)


def test_the_overview_leads_to_the_board(opened: Opened) -> None:
    opened.go("")
    opened.click(opened.overview.notes)
    assert board(opened)


def test_cards_stand_under_their_sources_a_note_on_two_under_both(full: Opened) -> None:
    assert titles(full) == ["The warden", "The miller", "On no passage"]
    warden, miller, none = [[row.text for row in cards.rows()] for cards in board(full).cards.lists()]
    assert warden == ["", "Who says so?"]
    assert miller == ["", "Who says so?"]
    assert none == ["Who is not heard?"]


def test_the_groups_change_to_tags_and_meanings(full: Opened) -> None:
    board(full).head.groups.choose("tag")
    assert titles(full) == ["order", "silence", "Without a tag"]
    board(full).head.groups.choose("meaning")
    assert titles(full) == ["Evidence", "Doubt", "Notes without a highlight"]


def test_a_pack_without_claims_offers_no_grouping_by_them(full: Opened) -> None:
    with pytest.raises(KeyError):
        board(full).head.groups.pick("claim")


def test_words_filter_and_clearing_shows_all_again(full: Opened) -> None:
    full.press(Key.Key_F, CTRL)
    full.type("heard")
    assert titles(full) == ["On no passage"]
    full.type("xyz")
    assert "Nothing fits" in words_of(board(full))
    full.click(board(full).empty.other)
    assert len(titles(full)) == 3


def test_a_screen_reader_hears_lists_with_names_and_cards_in_whole(full: Opened) -> None:
    first = board(full).cards.lists()[0]
    assert first.accessibleName() == "Source A, The warden"
    told = first.model().data(first.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert str(told).startswith("Evidence, source A, The warden: “")


def test_arrows_go_through_all_cards_and_enter_leads_to_the_passage(full: Opened) -> None:
    lists = board(full).cards.lists()
    board(full).enter()
    assert lists[0].hasFocus()
    full.press(Key.Key_Right)
    full.press(Key.Key_Right)
    assert lists[1].hasFocus()
    current = lists[1].current()
    assert current is not None
    full.press(Key.Key_Return)
    assert isinstance(full.pages.page, Desk)
    pane = full.desk.panes.holding("miller")
    assert pane is not None
    assert pane.view.shown_range() == sentence(full.pages.opened, "miller", 1)
    full.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert board(full)


def test_a_click_on_a_card_leads_to_the_passage(full: Opened) -> None:
    cards = board(full).cards.lists()[1]
    full.wait(lambda: cards.visualRect(cards.model().index(0, 0)).height() > 20)
    QTest.mouseClick(
        cards.viewport(),
        Qt.MouseButton.LeftButton,
        pos=cards.visualRect(cards.model().index(0, 0)).topLeft() + QPoint(30, 20),
    )
    assert isinstance(full.pages.page, Desk)


def test_delete_takes_a_card_away_and_undo_brings_it_back(full: Opened) -> None:
    board(full).enter()
    full.press(Key.Key_Delete)
    assert board(full).banner.message() == "Highlight removed."
    assert len(full.session.state(PACK).highlights) == 1
    assert board(full).cards.lists()[0].hasFocus()
    full.click(board(full).banner.buttons()[0])
    assert len(full.session.state(PACK).highlights) == 2
    full.press(Key.Key_Home)
    full.press(Key.Key_Delete)
    full.press(Key.Key_Z, CTRL)
    assert len(full.session.state(PACK).highlights) == 2
    full.press(Key.Key_Z, CTRL | SHIFT)
    assert len(full.session.state(PACK).highlights) == 1


def test_the_last_card_of_a_group_hands_the_focus_on(full: Opened) -> None:
    last = board(full).cards.lists()[-1]
    last.setFocus()
    full.press(Key.Key_Delete)
    QApplication.processEvents()
    assert board(full).cards.lists()[-1].hasFocus()


def test_a_note_is_edited_at_the_side(full: Opened) -> None:
    page = board(full)
    row = next(row for row in page._rows if row.text == "Who says so?")
    page.do(row, "write")
    assert full.focus() is page.writing.editor.text
    full.type(" Ask.")
    full.press(Key.Key_Escape)
    assert not page.writing.isVisible()
    assert "Who says so? Ask." in {one.text for one in full.session.state(PACK).passage_notes.values()}


def test_what_is_typed_at_the_side_is_there_when_one_goes_elsewhere(full: Opened) -> None:
    page = board(full)
    page.do(next(row for row in page._rows if row.highlight), "write")
    full.type("A thought")
    full.window.go_home()
    assert "A thought" in {one.text for one in full.session.state(PACK).passage_notes.values()}


def test_on_a_narrow_page_a_note_takes_the_place_of_the_cards(
    open_window: Callable[[int, int], Opened],
) -> None:
    opened = open_window(600, 700)
    opened.go("read-night")
    highlight(opened.session, opened.pages.opened, "warden", 0)
    opened.window.go(Place("board", PACK))
    page = board(opened)
    page.do(page._rows[0], "write")
    assert not page.cards.isVisible()
    opened.wait(lambda: page.writing.width() == page.width())
    opened.type("A thought")
    opened.press(Key.Key_Escape)
    assert page.cards.isVisible()
    assert page.cards.lists()[0].hasFocus()


# Files


@pytest.fixture
def written(full: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Hand the notes on by an entry of the menu, to a folder of the test's."""

    def write(entry: str) -> Path:
        names: list[str] = []

        def ask(_parent: object, _title: str, offered: Path, _kinds: str) -> Path:
            names.append(offered.name)
            return tmp_path / offered.name

        monkeypatch.setattr(save_as, "ask_where", ask)
        page = board(full)
        menu = page.files.menu(page)
        next(action for action in menu.actions() if entry in action.text()).trigger()
        menu.deleteLater()
        form = page.files.form
        if form is not None:
            form.author.setText("Ms Rowan")
            full.click(form.write)
        full.wait(lambda: bool(page.banner.message()))
        assert page.banner.message() == f"Written: {names[0]}, in the folder “{tmp_path.name}”."
        return tmp_path / names[0]

    return write


@pytest.mark.parametrize(("entry", "suffix"), [("Markdown", ".md"), ("HTML", ".html")])
def test_notes_are_handed_on_as_a_file_for_people(
    full: Opened, written: Callable[[str], Path], entry: str, suffix: str
) -> None:
    path = written(entry)
    assert path.suffix == suffix
    content = path.read_text("utf-8")
    assert "Who says so?" in content
    assert words(full.pages.opened, "warden", 0)[:20] in content
    assert [button.text() for button in board(full).banner.buttons()] == ["Show in folder", "Close"]


def test_a_set_for_others_carries_its_title_and_the_name_that_was_typed(
    written: Callable[[str], Path],
) -> None:
    value = json.loads(written("set for others").read_text("utf-8"))
    assert value["label"].startswith("Notes on")
    assert value["creator"]["name"] == "Ms Rowan"


def test_a_set_needs_a_title(full: Opened) -> None:
    form = SetForm("T", full.window)
    full.qtbot.addWidget(form)
    form.title.clear()
    assert not form.write.isEnabled()


@pytest.mark.parametrize("size", [17, 34])
def test_nothing_of_the_form_for_a_set_is_cut_in_any_size_of_text(full: Opened, size: int) -> None:
    full.settings.set(TEXT_SIZE, size)
    full.wait(lambda: theme.current().text_size == size)
    form = SetForm("T", full.window)
    form.show()
    full.wait(form.isVisible)
    form.resize(form.minimumWidth(), 10)  # as low as it lets itself be made
    QApplication.processEvents()
    for label in form.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    form.close()


def test_files_are_offered_in_the_folder_that_was_chosen_last(
    full: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offered: list[Path] = []

    def where(_parent: object, _title: str, path: Path, _kinds: str) -> Path:
        offered.append(path.parent)
        return tmp_path / path.name

    def which(_parent: object, _title: str, folder: Path, _kinds: str) -> None:
        offered.append(folder)

    monkeypatch.setattr(save_as, "ask_where", where)
    monkeypatch.setattr(board_files, "ask_which", which)
    board(full).files.hand_on("md")
    board(full).files.ask_for_set()
    assert offered == [Path.home(), tmp_path]
    full.wait(lambda: bool(board(full).banner.message()))


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_notes_that_are_handed_on_go_with_whoever_is_deleted(
    full: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: NotesFormat
) -> None:
    path = tmp_path / f"notes.{form}"
    monkeypatch.setattr(save_as, "ask_where", lambda *_given: path)
    board(full).files.hand_on(form)
    full.wait(lambda: bool(board(full).banner.message()))
    assert full.handed_on() == (str(path),)


def test_a_file_whose_place_cannot_be_noted_says_that_it_will_stay(
    full: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_noted: object) -> None:
        raise Expected("not-saved", "No.")

    monkeypatch.setattr(full.session, "give_outside", refuse)
    monkeypatch.setattr(save_as, "ask_where", lambda *_given: tmp_path / "notes.md")
    board(full).files.hand_on("md")
    full.wait(lambda: "when you are deleted, this file will stay" in board(full).banner.message())


def test_where_nothing_is_chosen_nothing_is_written(full: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save_as, "ask_where", lambda *_given: None)
    board(full).files.hand_on("md")
    assert board(full).banner.message() == ""


# Sets


@pytest.fixture
def laid(
    full: Opened, written: Callable[[str], Path], open_window: Callable[[], Opened], tmp_path: Path
) -> Opened:
    """Drop a set on the board of somebody who has nothing of their own."""
    path = written("set for others")
    for row in list(board(full)._rows):
        board(full).do(row, "remove")
    board(full).banner.clear()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(board(full), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(board(full), QDropEvent(QPointF(50, 50), copy, data, left, none))
    full.wait(lambda: "Added" in board(full).banner.message())
    full.wait(lambda: bool(board(full)._rows))
    return full


def test_a_set_that_was_dropped_lies_over_the_texts_and_says_whose_it_is(laid: Opened) -> None:
    told = words_of(board(laid).sets)
    assert "by Ms Rowan" in told
    assert all(row.layer is not None and not row.own for row in board(laid)._rows)
    laid.go("read-night")
    pane = laid.desk.panes.holding("warden")
    assert pane is not None
    marks = pane.view.marks()
    assert [mark.role for mark in marks] == ["hl-evidence", "note"]
    assert all(mark.apart for mark in marks)


def test_a_set_says_how_much_of_it_is_not_placed(full: Opened, written: Callable[[str], Path]) -> None:
    path = written("set for others")
    content = path.read_text("utf-8")
    placed = next(one for row in board(full)._rows for one in row.pieces if one.place)
    path.write_text(content.replace(json.dumps(placed.words)[1:-1], "words of nobody"), "utf-8")
    board(full).files.add(path)
    full.wait(lambda: bool(board(full).sets.lines) and "not placed" in words_of(board(full).sets))
    (line,) = board(full).sets.lines
    theirs = [row for row in board(full)._rows if row.layer]
    assert f"{line.layer.count} highlights and notes" in words_of(line)
    assert line.layer.count == len(theirs)
    assert f"{sum(not row.placed for row in theirs)} not placed" in words_of(line)


def test_a_set_is_hidden_and_shown(laid: Opened) -> None:
    (line,) = board(laid).sets.lines
    laid.click(line.turn)
    assert not board(laid)._rows
    (line,) = board(laid).sets.lines
    assert line.turn.text() == "Show"
    laid.click(line.turn)
    laid.wait(lambda: bool(board(laid)._rows))


def test_a_set_is_taken_away_and_brought_back(laid: Opened) -> None:
    (line,) = board(laid).sets.lines
    laid.click(line.remove)
    assert not board(laid).sets.isVisible()
    assert board(laid).banner.message() == "Set taken away."
    laid.click(board(laid).banner.buttons()[0])
    laid.wait(lambda: bool(board(laid)._rows))
    assert len(board(laid).sets.lines) == 1


def test_what_belongs_to_a_set_is_not_removed_by_delete(laid: Opened) -> None:
    count = len(board(laid)._rows)
    board(laid).enter()
    laid.press(Key.Key_Delete)
    assert len(board(laid)._rows) == count


def test_a_file_that_is_no_set_is_refused_with_a_sentence(full: Opened, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("[1, 2")
    board(full).files.add(bad)
    full.wait(lambda: any("bad.json" in one or "JSON" in one for one in words_of(full.window).splitlines()))
    assert not board(full).sets.isVisible()
    assert str(tmp_path) not in words_of(full.window)


def test_the_board_begins_with_the_name_of_its_first_group_however_low_the_window_is(full: Opened) -> None:
    full.window.resize(900, 440)
    page = board(full)
    page.cards.verticalScrollBar().setValue(page.cards.verticalScrollBar().maximum())
    first = page.cards.lists()[0]
    first.set_current(0)
    first.setFocus()
    group = next(iter(page.cards.groups.values()))
    QApplication.processEvents()
    top = group.mapTo(page.cards.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.cards.viewport().height() / 2


def test_in_no_width_is_a_card_left_out(opened: Opened) -> None:
    opened.go("read-night")
    for number in range(3):
        highlight(opened.session, opened.pages.opened, "warden", number)
    opened.window.go(Place("board", PACK))
    (cards,) = board(opened).cards.lists()

    def all_are_drawn() -> bool:
        QApplication.processEvents()
        lines = [cards.visualRect(cards.model().index(number, 0)) for number in range(3)]
        columns = cards.columns()
        beside = [line.top() == lines[number - number % columns].top() for number, line in enumerate(lines)]
        return all(beside) and lines[-1].bottom() < cards.height()

    for width in range(1100, 1124):  # some of them are filled to the last pixel by a line of cards
        opened.window.resize(width, 700)
        opened.wait(all_are_drawn)


def test_escape_puts_away_what_is_said_before_it_leads_back(full: Opened) -> None:
    page = board(full)
    page.files.told.emit("Written: notes.md")
    assert page.banner.message()
    full.press(Key.Key_Escape)
    assert not page.banner.message()
    assert full.pages.page is page
    full.press(Key.Key_Escape)
    assert full.pages.page is not page


def test_escape_on_a_button_of_what_is_said_leads_to_the_cards(full: Opened) -> None:
    page = board(full)
    page.files.told.emit("Written: notes.md")
    page.banner.buttons()[-1].setFocus()
    full.press(Key.Key_Escape)
    assert not page.banner.message()
    assert page.cards.isAncestorOf(full.focus())


def test_what_was_said_is_gone_when_one_comes_back(full: Opened) -> None:
    page = board(full)
    page.files.told.emit("Written: notes.md")
    full.window.go(Place("overview", PACK))
    full.window.go(Place("board", PACK))
    assert board(full) is page
    assert not page.banner.message()
