"""The timeline, as a learner uses it: by eye, by mouse, by keyboard, and as a table."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.timeline.timeline import TimelinePage
from crossread.desktop.pages.timeline.timeline_row import TimelineRow
from crossread.desktop.place import Place
from crossread.desktop.widgets.pressing.source_button import SourceButton
from tests.desktop.pages.conftest import PACK, Opened, words_of

TIMELINE = """
- id: flood
  date: "2011-10-18"
  what: The water almost reaches the planks of the bridge.
  passages:
    - {source: warden, quote: "the water had almost reached the planks"}
- id: survey
  date: "2006"
  what: The county surveys the bridge.
"""


@pytest.fixture
def timeline(library: Path, open_window: Callable[[], Opened]) -> tuple[Opened, TimelinePage]:
    (library / PACK / "timeline.yaml").write_text(TIMELINE, "utf-8")
    opened = open_window()
    opened.window.go(Place("timeline", PACK))
    opened.wait(lambda: not opened.window.is_opening())
    page = opened.pages.page
    assert isinstance(page, TimelinePage)
    return opened, page


def written(page: TimelinePage) -> list[str]:
    return [row.written for row in page.rows]


def test_events_and_sources_stand_on_one_axis(timeline: tuple[Opened, TimelinePage]) -> None:
    _opened, page = timeline
    assert written(page) == ["2006", "2011-10-18", "2011-11", "2011-12-02"]
    words = words_of(page)
    assert "18 October 2011" in words
    assert "“Why the Fuller Bridge Was Closed” is written" in words
    assert "about 5 years later" in words


def test_an_event_that_no_source_tells_says_so(timeline: tuple[Opened, TimelinePage]) -> None:
    _opened, page = timeline
    assert "None of the sources says this." in words_of(page.lines[0])
    assert not page.lines[0].findChildren(SourceButton)


def test_a_badge_leads_to_the_very_passage(timeline: tuple[Opened, TimelinePage]) -> None:
    opened, page = timeline
    badge = page.lines[1].findChild(SourceButton)
    assert badge is not None
    opened.click(badge)
    desk = opened.pages.page
    assert isinstance(desk, Desk)
    pane = next(pane for pane in desk.panes.panes if pane.source_id == "warden")
    shown = pane.view.shown_range()
    assert shown is not None
    assert pane.text.words(shown) == "the water had almost reached the planks"


def test_the_arrows_go_from_row_to_row_and_enter_leads_on(timeline: tuple[Opened, TimelinePage]) -> None:
    opened, page = timeline
    assert opened.focus() is page.lines[0]
    opened.press(Qt.Key.Key_Down)
    assert opened.focus() is page.lines[1]
    opened.press(Qt.Key.Key_End)
    assert opened.focus() is page.lines[-1]
    opened.press(Qt.Key.Key_Up)
    opened.press(Qt.Key.Key_Return)
    desk = opened.pages.page
    assert isinstance(desk, Desk)
    assert "warden" in [pane.source_id for pane in desk.panes.panes]


def test_tab_comes_to_one_row_only(timeline: tuple[Opened, TimelinePage]) -> None:
    opened, page = timeline
    opened.press(Qt.Key.Key_Down)
    passed = set()
    for _step in range(12):
        opened.press(Qt.Key.Key_Tab)
        if isinstance(opened.focus(), TimelineRow):
            passed.add(opened.focus())
    assert passed <= {page.lines[1]}


def test_the_table_says_the_same_and_enter_leads_on(timeline: tuple[Opened, TimelinePage]) -> None:
    opened, page = timeline
    page._form.choose("table")
    table = page.table
    told = [str(table.model().index(1, column).data()) for column in range(3)]
    assert told == [
        "18 October 2011",
        "The water almost reaches the planks of the bridge.",
        "A, The warden",
    ]
    assert opened.focus() is table
    table.setCurrentCell(1, 1)
    opened.press(Qt.Key.Key_Return)
    assert isinstance(opened.pages.page, Desk)


def test_what_was_written_can_be_seen_alone(timeline: tuple[Opened, TimelinePage]) -> None:
    _opened, page = timeline
    page._moments.choose("written")
    assert written(page) == ["2011-11", "2011-12-02"]


def test_a_click_on_the_strip_goes_to_the_nearest_moment(timeline: tuple[Opened, TimelinePage]) -> None:
    opened, page = timeline
    x = round(page.strip.across(page.rows[1].first))
    QTest.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 4))
    assert opened.focus() is page.lines[1]


def test_a_row_says_all_of_it_to_a_screen_reader(timeline: tuple[Opened, TimelinePage]) -> None:
    _opened, page = timeline
    assert page.lines[1].accessibleName() == (
        "18 October 2011: The water almost reaches the planks of the bridge. Says so: A, The warden."
    )


def test_a_pack_without_dates_says_what_is_missing(opened: Opened) -> None:
    opened.window.go(Place("timeline", PACK))
    opened.wait(lambda: not opened.window.is_opening())
    page = opened.pages.page
    assert isinstance(page, TimelinePage)
    page._moments.choose("happened")
    assert "No dates here" in words_of(page)
