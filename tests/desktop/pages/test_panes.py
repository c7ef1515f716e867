"""One to four panes: opened, closed, swapped, made larger and smaller, alone in view, and found again."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crossread.base.declared import TEXT_SIZE
from crossread.base.folders import content_folder
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.desk.desk_place import PanePlace
from crossread.desktop.pages.panes.pane_menu import PaneMenu
from crossread.desktop.widgets.frames.grip_splitter import Grip
from crossread.desktop.widgets.reading.column import LEAST
from crossread.questions.passages import PassageKey
from tests.desktop.pages.conftest import EVERY, FIXTURES, PACK, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier
STAGE = "read-sort"

# The offscreen platform says so of every menu that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(every: Opened) -> Desk:
    """Open a desk with four sources to choose from."""
    every.window.resize(1600, 900)
    every.go(STAGE, EVERY)
    every.desk.panes.restore((PanePlace("packet"), PanePlace("diary")), (), 0)
    every.desk.panes.focus(0)
    return every.desk


def sources(desk: Desk) -> list[str]:
    return [pane.source_id for pane in desk.panes.panes]


def form(desk: Desk) -> str:
    return desk.layout_.form


def in_view(desk: Desk) -> list[str]:
    QApplication.processEvents()
    return [pane.source_id for pane in desk.panes.panes if pane.isVisible()]


def test_f2_opens_more_panes_with_texts_that_are_in_none_and_shift_f2_closes_them(
    every: Opened, desk: Desk
) -> None:
    assert sources(desk) == ["packet", "diary"]
    every.press(Key.Key_F2)
    assert sources(desk) == ["packet", "diary", "log"]
    assert form(desk) == "wide"
    every.press(Key.Key_F2)
    assert in_view(desk) == ["packet", "diary", "log", "lorne"]
    assert form(desk) == "square"
    every.press(Key.Key_F2)
    assert len(sources(desk)) == 4
    for left in (["packet", "diary", "log"], ["packet", "diary"], ["packet"], ["packet"]):
        every.press(Key.Key_F2, Mod.ShiftModifier)
        assert sources(desk) == left
    assert desk.panes.panes[0].view.hasFocus()
    every.press(Key.Key_F2)
    assert sources(desk) == ["packet", "diary"], "what was put away last comes back first"


def test_four_panes_stand_two_by_two_with_their_38_characters(every: Opened, desk: Desk) -> None:
    every.press(Key.Key_F2)
    every.press(Key.Key_F2)
    every.qtbot.wait(30)
    corners = [pane.mapTo(desk, QPoint(0, 0)) for pane in desk.panes.panes]
    assert corners[0].x() == corners[2].x() < corners[1].x() == corners[3].x()
    assert corners[0].y() == corners[1].y() < corners[2].y() == corners[3].y()
    for pane in desk.panes.panes:
        assert pane.view.width() >= pane.view.width_for(LEAST) - 1


def test_closing_the_pane_in_hand_is_for_its_menu_and_the_key_closes_another(
    every: Opened, desk: Desk
) -> None:
    desk.panes.focus(1)
    every.press(Key.Key_F2, Mod.ShiftModifier)
    assert sources(desk) == ["diary"]
    every.press(Key.Key_F2)
    every.press(Key.Key_F2)
    every.click(desk.panes.panes[1].header.more)
    menu = desk.panes.panes[1].findChild(PaneMenu)
    assert menu is not None
    next(entry for entry in menu.actions() if entry.data() == "close-pane").trigger()
    menu.close()
    assert sources(desk) == ["diary", "packet"] or sources(desk) == ["diary", "log"]


def test_the_menu_of_a_pane_names_what_can_be_done_with_its_keys(every: Opened, desk: Desk) -> None:
    every.click(desk.panes.panes[1].header.more)
    menu = desk.panes.panes[1].findChild(PaneMenu)
    assert menu is not None
    told = {str(entry.data()): entry for entry in menu.actions() if entry.data()}
    assert told["maximise"].text().endswith("Z")
    assert told["swap"].isEnabled()
    assert {"wider", "narrower"} <= told.keys()
    assert not {"taller", "lower"} & told.keys(), "there is one row only"
    told["maximise"].trigger()
    menu.close()
    assert in_view(desk) == ["diary"]


def _menu(desk: Desk) -> PaneMenu:
    return next(menu for menu in desk.findChildren(PaneMenu) if menu.isVisible())


def _entries(every: Opened, desk: Desk) -> dict[str, QAction]:
    """Open the menu of the pane in hand and return its entries by what they do."""
    every.click(desk.panes.in_hand.header.more)
    menu = _menu(desk)
    return {str(entry.data()): entry for entry in menu.actions() if entry.data()}


def _choose(desk: Desk, entries: dict[str, QAction], name: str) -> None:
    menu = _menu(desk)
    entries[name].trigger()
    menu.close()


def test_the_menu_of_a_pane_finds_words_in_its_text(every: Opened, desk: Desk) -> None:
    entries = _entries(every, desk)
    assert entries["find"].text().startswith("Find in this text")
    _choose(desk, entries, "find")
    finding = desk.finding.of(desk.panes.in_hand)
    assert finding.is_open()
    assert finding.bar.isAncestorOf(every.focus())


def test_the_menu_of_a_pane_speaks_of_the_rows_and_borders_there_are(every: Opened, desk: Desk) -> None:
    every.press(Key.Key_F2)
    every.press(Key.Key_F2)
    assert form(desk) == "square"
    before = desk.panes.in_hand.height()
    entries = _entries(every, desk)
    assert entries["taller"].text().startswith("Make this row of panes higher")
    _choose(desk, entries, "taller")
    assert desk.panes.in_hand.height() > before
    entries = _entries(every, desk)
    _choose(desk, entries, "maximise")
    entries = _entries(every, desk)
    assert entries["maximise"].text().startswith("All panes again")
    assert not {"wider", "narrower", "taller", "lower"} & entries.keys()
    _choose(desk, entries, "maximise")
    assert len(in_view(desk)) == 4


def test_w_swaps_a_pane_with_the_next_one_with_all_that_it_holds(every: Opened, desk: Desk) -> None:
    first, second = desk.panes.panes
    first.view.read_from(200)
    at, caret = first.view.verticalScrollBar().value(), first.view.caret()
    every.type("w")
    assert desk.panes.panes == (second, first)
    assert (desk.panes.focused, first.number, second.number) == (1, 1, 0)
    assert first.view.hasFocus()
    assert (first.view.verticalScrollBar().value(), first.view.caret()) == (at, caret)
    assert first.mapTo(desk, QPoint(0, 0)).x() > second.mapTo(desk, QPoint(0, 0)).x()
    every.type("w")
    assert desk.panes.panes == (first, second)


def test_tab_goes_through_swapped_panes_as_they_stand(every: Opened, desk: Desk) -> None:
    every.type("w")
    second, first = desk.panes.panes
    second.view.setFocus()
    QTest.keyClick(second.view, Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), Grip)
    every.press(Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert first.isAncestorOf(focus)


def test_a_letter_with_alt_puts_its_source_into_the_next_pane(every: Opened, desk: Desk) -> None:
    every.press(Key.Key_A, Mod.AltModifier)
    assert sources(desk) == ["packet", "log"]
    assert desk.panes.panes[0].view.hasFocus()
    every.press(Key.Key_F2)
    every.press(Key.Key_C, Mod.AltModifier)
    assert sources(desk) == ["packet", "diary", "log"], "it changed places with the pane that showed it"


def test_a_letter_with_alt_opens_a_second_pane_where_there_is_one(every: Opened, desk: Desk) -> None:
    every.press(Key.Key_F2, Mod.ShiftModifier)
    every.press(Key.Key_D, Mod.AltModifier)
    assert in_view(desk) == ["packet", "lorne"]


def test_z_shows_a_pane_alone_and_again_all_of_them_just_as_they_were(every: Opened, desk: Desk) -> None:
    every.window.resize(1600, 500)
    every.press(Key.Key_F2)
    desk.panes.focus(1)
    every.press(Key.Key_Right, Mod.AltModifier | Mod.ShiftModifier)
    desk.panes.panes[1].view.read_from(300)
    every.qtbot.wait(100)
    sizes = [pane.width() for pane in desk.panes.panes]
    places = [pane.view.place() for pane in desk.panes.panes]
    column = desk.side.width()
    assert places[1] > 0
    every.type("z")
    every.qtbot.wait(100)
    assert in_view(desk) == ["diary"]
    assert not desk.column.isVisible()
    assert desk.panes.panes[1].header.back.isVisible()
    assert desk.panes.panes[1].view.hasFocus()
    every.type("z")
    every.wait(lambda: [pane.width() for pane in desk.panes.panes] == sizes)
    every.wait(lambda: [pane.view.place() for pane in desk.panes.panes] == places)
    assert desk.side.width() == column
    assert desk.panes.panes[1].view.hasFocus()


def test_the_way_back_from_a_pane_alone_is_a_button_too(every: Opened, desk: Desk) -> None:
    every.type("z")
    every.click(desk.panes.panes[0].header.back)
    assert in_view(desk) == ["packet", "diary"]
    assert desk.column.isVisible()
    assert not desk.panes.panes[0].header.back.isVisible()


def test_showing_this_in_the_others_from_a_pane_alone_brings_them_back_at_its_words(every: Opened) -> None:
    every.window.resize(1600, 480)
    every.go("read-words", EVERY)  # no question of an entered stage asks for these words
    desk = every.desk
    desk.panes.restore((PanePlace("log"), PanePlace("packet")), (), 0)
    every.type("z")
    first, second = desk.panes.panes
    first.view.read_from(first.text.shown.index("nine minutes before her time"))
    every.type("i")
    every.qtbot.wait(500)
    assert second.isVisible()
    where = second.view.shown_range()
    assert where is not None
    assert second.view.viewport().rect().intersects(second.view.rects_of(where)[0])


def test_while_a_pane_is_alone_no_key_answers_the_question_that_is_not_in_view(
    every: Opened, desk: Desk
) -> None:
    before = desk.column.given()
    number = desk.column.number
    every.type("z")
    every.press(Key.Key_1)
    every.press(Key.Key_0)
    every.type("n")
    every.type("z")
    assert desk.column.given() == before
    assert desk.column.number == number


def test_another_source_can_be_chosen_for_a_pane_alone(every: Opened, desk: Desk) -> None:
    every.type("z")
    every.type("a")
    assert in_view(desk) == ["log"]
    every.type("c")  # which the pane out of view shows: the two change places
    assert in_view(desk) == ["diary"]
    every.type("z")
    assert sources(desk) == ["diary", "log"]


def test_alt_shift_and_arrows_make_panes_wider_and_narrower(every: Opened, desk: Desk) -> None:
    first, second = desk.panes.panes
    before = first.width()
    every.press(Key.Key_Right, Mod.AltModifier | Mod.ShiftModifier)
    assert first.width() > before
    wider = first.width()
    desk.panes.focus(1)
    every.press(Key.Key_Right, Mod.AltModifier | Mod.ShiftModifier)
    assert first.width() < wider
    for _press in range(80):
        every.press(Key.Key_Right, Mod.AltModifier | Mod.ShiftModifier)
    assert first.width() >= first.view.width_for(LEAST) - 1
    assert second.width() > first.width()


def test_alt_shift_and_arrows_make_rows_higher_and_lower(every: Opened, desk: Desk) -> None:
    every.press(Key.Key_F2)
    every.press(Key.Key_F2)
    every.qtbot.wait(30)
    above, below = desk.panes.panes[0], desk.panes.panes[2]
    before = above.height()
    every.press(Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier)
    assert above.height() > before
    assert below.height() < before
    every.press(Key.Key_Right, Mod.AltModifier | Mod.ShiftModifier)
    assert above.width() == below.width() > desk.panes.panes[1].width(), "columns stay in line"


def test_a_border_is_dragged_by_the_mouse_moved_by_arrows_and_evened_out_by_a_double_click(
    every: Opened, desk: Desk
) -> None:
    first, second = desk.panes.panes
    grip = next(one for one in desk.findChildren(Grip) if one.isVisible() and one.x() < first.width() + 5)
    middle = QPoint(grip.width() // 2, 300)
    before = first.width()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(grip, middle + QPoint(60, 0))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=middle)
    assert first.width() > before
    dragged = first.width()
    grip.setFocus()
    every.press(Key.Key_Left)
    assert first.width() < dragged
    QTest.mouseDClick(grip, Qt.MouseButton.LeftButton, pos=middle)
    assert abs(first.width() - second.width()) <= 1


def test_each_pane_has_its_own_size_of_text_by_key_and_by_the_wheel_under_the_mouse(
    every: Opened, desk: Desk
) -> None:
    first, second = desk.panes.panes
    size = every.settings[TEXT_SIZE]
    every.press(Key.Key_Plus, Mod.AltModifier)
    every.press(Key.Key_Plus, Mod.AltModifier)
    assert first.view.text_size() > size
    assert second.view.text_size() == size
    every.press(Key.Key_Minus, Mod.AltModifier)
    assert first.zoom == 1
    viewport = second.view.viewport()
    wheel = QWheelEvent(
        QPointF(20, 20),
        QPointF(viewport.mapToGlobal(QPoint(20, 20))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Mod.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, wheel)
    assert second.view.text_size() > size
    assert every.settings[TEXT_SIZE] == size
    every.settings.set(TEXT_SIZE, 20)
    assert first.view.text_size() > 20
    every.press(Key.Key_0, Mod.AltModifier)
    assert first.view.text_size() == 20


def test_a_text_keeps_its_place_in_another_size(every: Opened, desk: Desk) -> None:
    every.window.resize(1600, 500)
    every.qtbot.wait(30)
    view = desk.panes.panes[0].view
    view.go_to(300)
    at = view.place()
    every.press(Key.Key_Plus, Mod.AltModifier)
    every.press(Key.Key_Plus, Mod.AltModifier)
    assert abs(view.place() - at) < 80
    every.press(Key.Key_0, Mod.AltModifier)
    assert view.place() == at


def test_panes_sizes_zoom_and_focus_are_found_again_after_the_window_was_closed(
    open_window: Callable[..., Opened], library: Path
) -> None:
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    first = open_window(1600, 900)
    first.go(STAGE, EVERY)
    desk = first.desk
    desk.panes.restore((PanePlace("packet"), PanePlace("diary")), (), 0)
    desk.panes.focus(0)
    first.press(Key.Key_F2)
    first.press(Key.Key_F2)
    desk.panes.focus(2)
    first.press(Key.Key_Plus, Mod.AltModifier)
    first.press(Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier)
    first.press(Key.Key_Right, Mod.AltModifier | Mod.ShiftModifier)
    first.qtbot.wait(30)
    shown = [(pane.source_id, pane.zoom, pane.size().toTuple()) for pane in desk.panes.panes]
    desk.panes.panes[2].view.read_from(200)
    desk.panes.panes[0].view.read_from(300)
    first.qtbot.wait(30)
    places = [pane.view.place() for pane in desk.panes.panes]
    assert places[0] > 0
    assert places[2] > 0
    first.type("z")
    first.close()
    again = open_window(1600, 900)
    again.go(STAGE, EVERY)
    desk = again.desk
    again.qtbot.wait(30)
    assert in_view(desk) == ["log"]
    assert desk.layout_.alone
    again.type("z")
    again.qtbot.wait(30)
    assert [(pane.source_id, pane.zoom, pane.size().toTuple()) for pane in desk.panes.panes] == shown
    assert desk.panes.focused == 2
    again.wait(lambda: [pane.view.place() for pane in desk.panes.panes] == places)


def test_another_stage_has_panes_of_its_own(every: Opened, desk: Desk) -> None:
    every.press(Key.Key_F2)
    every.go("read-know", EVERY)
    assert len(sources(desk)) == 2
    every.go(STAGE, EVERY)
    assert sources(desk) == ["packet", "diary", "log"]


def test_panes_that_cannot_be_any_more_are_filled_up_with_others(every: Opened, desk: Desk) -> None:
    gone = (
        PanePlace("nobody"),
        PanePlace("log", "original"),
        PanePlace("log"),
        PanePlace("diary", "version/x"),
    )
    desk.panes.restore(gone, ("packet",), 9)
    assert sources(desk) == ["log", "diary", "packet", "lorne"]
    assert [pane.which for pane in desk.panes.panes] == ["digest"] * 4
    assert desk.panes.focused == 3


@pytest.fixture
def bridge(open_window: Callable[..., Opened], library: Path) -> Opened:
    """Open a pack of which one source has another edition, with both originals added."""
    shutil.copytree(FIXTURES / "beside-texts", library / PACK, dirs_exist_ok=True)
    opened = open_window(1600, 900)
    opened.go("read-night")
    opened.pages.attach([FIXTURES / "originals" / name for name in ("warden.txt", "miller.txt")])
    opened.wait(lambda: len(opened.pages.opened.originals) == 2)
    opened.desk.panes.focus(1)
    return opened


def texts(opened: Opened) -> list[tuple[str, str]]:
    return [(pane.source_id, pane.which) for pane in opened.desk.panes.panes]


def test_two_texts_of_one_source_stand_side_by_side(bridge: Opened) -> None:
    assert texts(bridge) == [("warden", "digest"), ("miller", "digest")]
    bridge.press(Key.Key_O, Mod.ShiftModifier)
    assert texts(bridge) == [("miller", "version/first"), ("miller", "digest")]
    names = bridge.desk.panes.names()
    assert len(set(names)) == 2
    bridge.type("o")
    assert texts(bridge) == [("miller", "digest"), ("miller", "version/first")], "they change places"
    bridge.type("o")
    assert texts(bridge) == [("miller", "digest"), ("miller", "original")]


def test_the_head_offers_all_texts_of_a_source_where_there_are_editions(bridge: Opened) -> None:
    header = bridge.desk.panes.panes[1].header
    assert header.texts.isVisible()
    assert not header.switch.isVisible()
    assert not bridge.desk.panes.panes[0].header.texts.isVisible()
    header.which_chosen.emit("version/first")
    assert texts(bridge)[1] == ("miller", "version/first")
    assert "First" in header.texts.text()
    pane = bridge.desk.panes.panes[1]
    assert "First" in pane.view.accessibleName()


def test_what_is_marked_in_one_text_of_a_source_shows_in_that_text_only(bridge: Opened) -> None:
    bridge.press(Key.Key_O, Mod.ShiftModifier)
    bridge.type("o")
    first, second = bridge.desk.panes.panes
    assert (first.which, second.which) == ("digest", "version/first")
    passage = PassageKey(source="miller", quote="wood kept coming down the river")
    bridge.desk.panes.show_evidence((passage,))
    assert first.view.marks()
    assert first.view.shown_range() is not None
    assert second.note.notice() == "", "the other pane shows it, so nothing is missing"


def test_an_answer_remembers_one_of_two_texts_of_a_source_that_are_in_view(bridge: Opened) -> None:
    bridge.press(Key.Key_O, Mod.ShiftModifier)
    assert bridge.desk.panes.shown() == {"miller": "digest"}, "the one in hand"
    bridge.desk.panes.focus(0)
    assert bridge.desk.panes.shown() == {"miller": "version/first"}
