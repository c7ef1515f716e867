"""The buttons back and forward in the bar: for who has only a mouse."""

from crossread.desktop.place import LIBRARY, Place
from tests.desktop.pages.conftest import Opened


def test_back_leads_from_settings_to_the_question_and_forward_to_settings_again(opened: Opened) -> None:
    opened.go("read-night")
    bar, page = opened.window.bar, opened.window.pages.page
    stage = page()
    opened.window.go(Place("settings"))
    assert bar.back.isEnabled()
    assert not bar.forward.isEnabled()
    opened.click(bar.back)
    assert page() is stage
    assert bar.forward.isEnabled()
    opened.click(bar.forward)
    shown = page()
    assert shown is not None
    assert shown.name == "settings"


def test_in_the_library_there_is_nowhere_to_go_back_to(opened: Opened) -> None:
    window = opened.window
    opened.go("read-night")
    for _step in range(10):
        if window.bar.back.isEnabled():
            opened.click(window.bar.back)
    assert window.pages.trail.here == LIBRARY
    assert not window.bar.back.isEnabled()
    assert window.bar.forward.isEnabled()


def test_the_menu_offers_only_the_way_that_there_is(opened: Opened) -> None:
    opened.go("read-night")
    frame = opened.window.frame
    assert frame.can("back")
    assert not frame.can("forward")
    opened.click(opened.window.bar.back)
    assert frame.can("forward")


def test_a_jump_within_the_desk_can_be_taken_back_with_the_mouse(opened: Opened) -> None:
    opened.go("read-night")
    bar = opened.window.bar
    panes = opened.desk.panes
    panes.focus(0)
    before = [pane.source_id for pane in panes.panes]
    opened.type(next(one.letter for one in opened.pages.opened.pack.sources if one.id == before[1]).lower())
    assert [pane.source_id for pane in panes.panes] != before
    opened.click(bar.back)
    assert [pane.source_id for pane in panes.panes] == before
