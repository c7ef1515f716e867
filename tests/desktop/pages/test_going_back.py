"""Back and forward through the places visited: across panes, sources, stages and pages."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from crossread.desktop.pages.desk.desk_place import PanePlace
from crossread.desktop.place import LIBRARY, Place, Spot
from tests.desktop.pages.conftest import EVERY, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier
STAGE = "read-know"


@pytest.fixture
def desk(every: Opened) -> Opened:
    """Open a low desk, whose texts scroll."""
    every.window.resize(1500, 420)
    every.go(STAGE, EVERY)
    every.desk.panes.restore((PanePlace("packet"), PanePlace("lorne")), (), 0)
    every.qtbot.wait(30)
    every.desk.panes.focus(0)
    return every


def back(opened: Opened) -> None:
    opened.press(Key.Key_Left, Mod.AltModifier)
    QApplication.processEvents()


def forward(opened: Opened) -> None:
    opened.press(Key.Key_Right, Mod.AltModifier)
    QApplication.processEvents()


def sources(opened: Opened) -> list[str]:
    return [pane.source_id for pane in opened.desk.panes.panes]


def test_a_source_chosen_in_a_pane_is_taken_back_with_the_place_in_the_text(desk: Opened) -> None:
    view = desk.desk.panes.panes[0].view
    view.go_to(200)
    at = view.place()
    assert at > 0
    desk.type("a")
    assert sources(desk) == ["log", "lorne"]
    back(desk)
    assert sources(desk) == ["packet", "lorne"]
    assert view.place() == at
    forward(desk)
    assert sources(desk) == ["log", "lorne"]
    assert desk.desk.panes.panes[0].view.hasFocus()


def test_a_place_gone_to_in_another_pane_is_taken_back(desk: Opened) -> None:
    second = desk.desk.panes.panes[1].view
    end = len(second.text().shown) - 40
    desk.desk.show_spot(Spot("lorne", "digest", end, end + 20))
    after = second.place()
    assert after > 0
    back(desk)
    assert second.place() == 0
    assert desk.desk.panes.focused == 0
    forward(desk)
    assert second.place() == after


def test_scrolling_leaves_no_step(desk: Opened) -> None:
    desk.desk.panes.panes[0].view.verticalScrollBar().setValue(80)
    back(desk)
    assert desk.window.pages.currentWidget() is desk.window.library


def test_from_another_page_one_comes_back_to_the_very_line_in_each_pane(desk: Opened) -> None:
    first, second = (pane.view for pane in desk.desk.panes.panes)
    first.go_to(150)
    second.go_to(300)
    places = [first.place(), second.place()]
    desk.window.go(LIBRARY)
    desk.window.go_back()
    QApplication.processEvents()
    assert [pane.view.place() for pane in desk.desk.panes.panes] == places
    assert desk.window.pages.page() is desk.desk


def test_from_another_stage_one_comes_back_to_the_texts_of_before(desk: Opened) -> None:
    desk.type("a")
    desk.go("read-say", EVERY)
    assert desk.pages.stage is not None
    assert desk.pages.stage.id == "read-say"
    back(desk)
    assert desk.pages.stage is not None
    assert desk.pages.stage.id == STAGE
    assert sources(desk) == ["log", "lorne"]
    back(desk)
    assert sources(desk) == ["packet", "lorne"]


def test_going_back_within_the_texts_leaves_the_question_as_it_is(desk: Opened) -> None:
    column = desk.desk.column
    column.go(2)
    body = column.body
    desk.desk.panes.focus(0)
    desk.desk.panes.choose_source(0, "log" if "log" not in sources(desk) else "diary")
    back(desk)
    assert column.number == 2
    assert column.body is body


def test_the_buttons_of_the_mouse_go_back_and_forward_even_over_a_text(desk: Opened) -> None:
    desk.type("a")
    viewport = desk.desk.panes.panes[0].view.viewport()
    press(viewport, Qt.MouseButton.BackButton)
    assert sources(desk) == ["packet", "lorne"]
    press(viewport, Qt.MouseButton.ForwardButton)
    assert sources(desk) == ["log", "lorne"]


def press(widget: QWidget, button: Qt.MouseButton) -> None:
    """Press a button of the mouse over a widget, as the window system does: whoever takes it, acts."""
    where = QPointF(20, 20)
    on_screen = QPointF(widget.mapToGlobal(where.toPoint()))
    event = QMouseEvent(QEvent.Type.MouseButtonPress, where, on_screen, button, button, Mod.NoModifier)
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def test_going_back_puts_swapped_panes_right_again(desk: Opened) -> None:
    desk.type("w")
    assert sources(desk) == ["lorne", "packet"]
    back(desk)
    assert sources(desk) == ["packet", "lorne"]


def test_what_was_shown_in_the_others_is_taken_back_in_all_of_them(desk: Opened) -> None:
    desk.go("read-words", EVERY)
    panes = desk.desk.panes
    panes.restore((PanePlace("log"), PanePlace("packet"), PanePlace("lorne")), (), 0)
    desk.qtbot.wait(30)
    places = [pane.view.place() for pane in panes.panes]
    first = panes.panes[0]
    panes.focus(0)
    start = first.text.shown.index("nine minutes before her time")
    first.view.read_from(start)
    desk.type("i")
    moved = [pane.view.place() for pane in panes.panes]
    assert moved[1:] != places[1:]
    back(desk)
    assert [pane.view.place() for pane in panes.panes][1:] == places[1:]


def test_a_place_names_a_passage_and_a_question_for_other_pages_to_lead_to(every: Opened) -> None:
    every.window.resize(1500, 700)
    every.go("", EVERY)
    question = every.pages.opened.pack.questions_of(STAGE)[1]
    every.window.go(Place("stage", EVERY, STAGE, spot=Spot("diary", "digest", 30, 60), question=question.id))
    assert every.desk.column.question is question
    shown = every.desk.panes.in_hand.view.shown_range()
    assert shown is not None
    assert (shown.start, shown.end) == (30, 60)
    assert every.desk.panes.in_hand.source_id == "diary"
    assert every.desk.panes.in_hand.view.hasFocus()
