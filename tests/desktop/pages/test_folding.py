"""The desk folds where it is narrow, and a pane keeps its 38 characters."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from crossread.base.declared import TEXT_SIZE
from crossread.base.folders import content_folder
from crossread.desktop.pages.desk.folding import fold
from crossread.desktop.widgets.reading.column import LEAST
from tests.desktop.pages.conftest import EVERY, Opened

widths = st.integers(200, 4000)
heights = st.integers(200, 2000)
leasts = st.lists(st.integers(100, 900), min_size=1, max_size=4)
columns = st.integers(100, 900)


@given(widths, heights, leasts, columns)
def test_a_pane_never_has_less_than_it_needs_while_another_form_would_give_it(
    width: int, height: int, panes: list[int], column: int
) -> None:
    form = fold(width, height, panes, 250, column)
    beside = width - column
    if form == "wide":
        assert beside >= sum(panes)
    elif form == "square":
        assert len(panes) > 2
        assert height >= 500
        assert beside >= panes[0] + panes[1]
        assert beside >= sum(panes[2:])
    elif form == "tabs":
        assert max(panes) <= beside < sum(panes)
    elif form == "drawer":
        assert width >= max(panes)
    else:
        assert width < max(panes)


@given(widths, heights, leasts, columns)
def test_more_room_never_folds_further(width: int, height: int, panes: list[int], column: int) -> None:
    order = ["single", "drawer", "tabs", "square", "wide"]
    here = order.index(fold(width, height, panes, 250, column))
    assert here <= order.index(fold(width + 50, height, panes, 250, column)) or len(panes) > 3
    taller = order.index(fold(width, height + 50, panes, 250, column))
    assert min(here, order.index("square")) <= taller


@given(st.integers(0, 3))
def test_four_panes_stand_two_by_two_however_wide_the_window_is_and_fewer_side_by_side(fewer: int) -> None:
    panes = [300] * (4 - fewer)
    assert fold(3000, 1000, panes, 250, 300) == ("wide" if fewer else "square")


def test_three_panes_stand_in_two_rows_where_the_width_holds_only_two_of_them() -> None:
    assert fold(1000, 700, [300, 300, 300], 250, 320) == "square"
    assert fold(1000, 400, [300, 300, 300], 250, 320) == "tabs"


@pytest.mark.parametrize(
    ("width", "size", "form"),
    [
        (1920, 17, "wide"),
        (1366, 17, "wide"),
        (800, 17, "tabs"),
        (640, 17, "drawer"),
        (1920, 28, "wide"),
        (1366, 28, "tabs"),
        (1024, 28, "drawer"),
        (640, 28, "drawer"),
        (1366, 34, "tabs"),
        (1024, 34, "drawer"),
    ],
)
def test_the_desk_folds_by_width_and_text_size(
    open_window: Callable[[int, int], Opened], width: int, size: int, form: str
) -> None:
    opened = open_window(width, 800)
    opened.settings.set(TEXT_SIZE, size)
    opened.go("read-night")
    opened.qtbot.wait(20)
    desk = opened.desk
    assert opened.window.width() == width, "the window must fit where it is asked to"
    assert desk.layout_.form == form
    shown = [pane for pane in desk.panes.panes if pane.isVisible()]
    assert len(shown) == (2 if form == "wide" else 1)
    for pane in shown:
        if form != "single":
            assert pane.view.width() >= pane.view.width_for(LEAST) - 1
    assert desk.column.isVisible() == (form in ("wide", "tabs"))


def test_the_drawer_opens_by_one_key_to_half_the_height(open_window: Callable[[int, int], Opened]) -> None:
    opened = open_window(640, 800)
    opened.go("read-night")
    desk = opened.desk
    assert not desk.column.isVisible()
    opened.type("q")
    assert desk.column.isVisible()
    opened.qtbot.wait(20)
    assert abs(desk.column.height() - desk.layout_.height() / 2) < 60
    opened.press(Qt.Key.Key_F6)
    opened.press(Qt.Key.Key_F6)
    opened.type("q")
    assert not desk.column.isVisible()


def test_tabs_bring_the_other_text_to_the_front(open_window: Callable[[int, int], Opened]) -> None:
    opened = open_window(800, 800)
    opened.go("read-night")
    first, second = opened.desk.panes.panes
    assert (first.isVisible(), second.isVisible()) == (True, False)
    opened.click(opened.desk.layout_.tab(1))
    assert (first.isVisible(), second.isVisible()) == (False, True)
    assert opened.window.focusWidget() is second.view


def test_a_letter_puts_its_source_in_front_in_tabs_too(open_window: Callable[[int, int], Opened]) -> None:
    opened = open_window(800, 800)
    opened.go("read-night")
    opened.type("b")
    (shown,) = [pane for pane in opened.desk.panes.panes if pane.isVisible()]
    assert shown.source_id == "miller"


def come_to_the_table(opened: Opened) -> None:
    """Open the question with a table, in the drawer."""
    opened.go("read-sort", EVERY)
    table = next(one for one in opened.pages.opened.pack.questions if one.kind == "matrix")
    opened.go(table.stage, EVERY)
    column = opened.desk.column
    opened.desk.layout_.set_drawer(True)
    column.go(list(column.answering.questions).index(table))
    opened.qtbot.wait(50)


@pytest.mark.parametrize("companion", ["questions", "words", "conclude"])
def test_escape_closes_the_drawer_and_leads_to_the_text(
    open_window: Callable[[int, int], Opened], library: Path, companion: str
) -> None:
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    opened = open_window(1024, 700)
    opened.settings.set(TEXT_SIZE, 34)
    opened.go("read-know", EVERY)
    layout = opened.desk.layout_
    assert layout.form in ("drawer", "single")
    layout.set_drawer(True)
    opened.desk.show_companion(companion)
    for _again in range(2):  # from a companion that does not stay to the questions first
        if layout.drawer_open():
            opened.press(Qt.Key.Key_Escape)
    assert not layout.drawer_open()
    assert opened.focus() is opened.desk.panes.in_hand.view


def test_a_low_drawer_closes_at_its_own_foot_and_keeps_the_height_of_the_bar(
    open_window: Callable[[int, int], Opened], library: Path
) -> None:
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    opened = open_window(700, 748)
    opened.settings.set(TEXT_SIZE, 28)
    come_to_the_table(opened)
    column, desk = opened.desk.column, opened.desk
    below = desk.layout_.mapToGlobal(desk.layout_.rect().bottomLeft()).y()
    assert column.mapToGlobal(column.rect().bottomLeft()).y() == below
    assert column.area.height() >= 200
    assert not column.footer.note.isVisible()
    opened.click(column.footer.close_drawer)
    assert not column.isVisible()
    assert opened.window.focusWidget() is desk.panes.panes[0].view


def test_a_low_drawer_takes_more_than_half_while_the_text_keeps_six_lines(
    open_window: Callable[[int, int], Opened], library: Path
) -> None:
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    opened = open_window(640, 700)
    come_to_the_table(opened)
    column, view = opened.desk.column, opened.desk.panes.panes[0].view
    assert column.height() > 0.54 * opened.desk.layout_.height()
    opened.wait(lambda: view.height() >= 6 * 1.5 * view.text_size() - 2)  # once all is laid out
