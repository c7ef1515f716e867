"""What the pages say, and what closing asks, where the record cannot be opened."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

from crossread.desktop.pages.backups.backups_page import BackupsPage
from crossread.desktop.place import PRACTICE, REVIEW, Place
from crossread.inquiry.commands import Answer, EnterStage
from crossread.operations.opening.opened import OpenPack
from tests.desktop.pages.conftest import PACK, Opened, words_of


def back_up(opened: Opened) -> None:
    done: list[object] = []
    opened.session.back_up(done.append)
    opened.wait(lambda: done == [True])


@pytest.fixture
def elsewhere(open_window: Callable[[], Opened]) -> Opened:
    """Open a window that holds the record, and has answered and made two backups."""
    opened = open_window()
    got: list[object] = []
    opened.session.open_pack(PACK, got.append)
    opened.wait(lambda: bool(got))
    assert isinstance(got[0], OpenPack)
    opened.session.do(got[0], EnterStage(stage="read-night"))
    for text in ("3", "4"):
        opened.session.do(got[0], Answer(question="night-planks", response={"text": text}))
        opened.saved()
        back_up(opened)
    return opened


@pytest.fixture
def second(elsewhere: Opened, open_window: Callable[[], Opened]) -> Opened:
    opened = open_window()
    assert opened.session.status.kind == "failed"
    return opened


@pytest.mark.parametrize("place", [REVIEW, PRACTICE])
def test_review_and_practice_say_that_the_answers_cannot_be_reached_and_go_on_once_they_can(
    second: Opened, elsewhere: Opened, place: Place
) -> None:
    second.window.go(place)
    told = words_of(second.window.pages)
    assert "Your answers cannot be reached now" in told
    assert "open in another window" in told
    assert "yet" not in told
    elsewhere.close()
    again = next(one for one in second.window.pages.findChildren(QPushButton) if one.text() == "Try again")
    second.click(again)
    second.wait(lambda: "yet" in words_of(second.window.pages))
    assert "cannot be reached" not in words_of(second.window.pages)


def test_the_page_of_backups_says_once_that_nothing_can_be_compared_and_goes_on_once_it_can(
    second: Opened, elsewhere: Opened
) -> None:
    second.window.go(Place("backups"))
    page = second.window.pages.page()
    assert isinstance(page, BackupsPage)
    second.wait(lambda: len(page.rows) == 2)
    second.wait(page.rows[1].isVisible)
    told = words_of(page)
    assert told.count("record is not open") == 1
    assert "open in another window" not in told  # which the window says above all its pages
    assert "Comparing" not in told
    assert not any(button.isEnabled() for button in (page.now, page.bring, page.rows[0].restore))
    assert page.rows[0].copy.isEnabled()
    assert page.focusWidget() is not page.now
    elsewhere.close()
    second.session.retry()
    second.wait(lambda: len(page.rows) == 2 and all(row.difference is not None for row in page.rows))
    assert "not open" not in words_of(page)
    assert page.now.isEnabled()
    assert page.rows[0].restore.isEnabled()


def test_where_nothing_was_written_closing_asks_nothing_wherever_one_has_been(second: Opened) -> None:
    for stage in ("", "before", "meet", "read-night"):
        second.go(stage)
    for place in (REVIEW, PRACTICE, Place("progress"), Place("history"), Place("backups"), Place("learners")):
        second.window.go(place)
        second.wait(lambda: words_of(second.window.pages) != "")
    assert second.window.close()


def test_how_many_questions_wait_is_not_counted_over_a_record_that_is_not_open(second: Opened) -> None:
    second.window.go(REVIEW)
    second.wait(lambda: "cannot be reached" in words_of(second.window.pages))
    assert "kept/review" not in second.session.held  # it would be written over the count of before
