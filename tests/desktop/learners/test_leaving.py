"""Leaving: a guest is asked once something would be gone, and whoever was asked goes where they wanted to."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from crossread.base.folders import DataFolders
from crossread.desktop.seat import Seat, Taken
from tests.desktop.learners.playing import play
from tests.desktop.pages.conftest import Opened, library, open_window, opened

__all__ = ["library", "open_window", "opened"]


@pytest.fixture
def guest(opened: Opened) -> Opened:
    opened.saved()
    opened.window._around.seats.taken = Taken(is_guest=True)
    return opened


def way(opened: Opened, words: str) -> QPushButton:
    return next(one for one in opened.window.banners.leaving.buttons() if one.text() == words)


def answer(opened: Opened) -> None:
    opened.go("read-night")
    opened.press(Qt.Key.Key_N)
    opened.press(Qt.Key.Key_2)


def test_a_guest_who_only_looked_around_is_asked_nothing(guest: Opened) -> None:
    for stage in ("", "before", "meet", "read-night"):
        guest.go(stage)
    assert guest.window.close()


def test_a_guest_who_answered_is_told_that_nothing_is_kept_and_may_stay(guest: Opened) -> None:
    answer(guest)
    assert not guest.window.close()
    assert guest.window.isVisible()
    assert "Nothing you did here is kept" in guest.window.banners.leaving.message()
    assert guest.focus() is way(guest, "Stay")
    guest.saved()  # what is saved meanwhile takes no question away
    guest.window._show_status()
    assert guest.window.banners.leaving.message()
    guest.press(Qt.Key.Key_Return)
    assert guest.window.isVisible()
    assert guest.window.banners.leaving.message() == ""
    assert not guest.window.close()
    guest.click(way(guest, "Leave all the same"))
    assert not guest.window.isVisible()


def test_a_learner_is_asked_nothing_as_all_is_kept(opened: Opened) -> None:
    answer(opened)
    assert opened.window.close()


def test_who_stays_is_taken_nowhere_when_they_close_the_window_later(guest: Opened) -> None:
    answer(guest)
    guest.window.leave_for(Seat("start-page"))
    assert guest.window.isVisible()
    guest.click(way(guest, "Stay"))
    assert guest.window.leaving_for is None
    guest.window.leave_for(Seat("start-page"))
    guest.window.close()  # by the window's own button, while it is asked
    guest.click(way(guest, "Leave all the same"))
    assert not guest.window.isVisible()
    assert guest.window.leaving_for is None


def test_the_system_ends_the_window_of_a_guest_without_a_question(guest: Opened) -> None:
    answer(guest)
    guest.window.leave_for(Seat("start-page"))
    assert guest.window.close_now()
    assert guest.window.leaving_for is None


GUEST = """
def type():
    window = shown(MainWindow)
    if ready(window):
        window._around.session.set_typed("p", "field", "mine", "")
        window.frame.do("switch-learner")
        return True
def agree():
    window = shown(MainWindow)
    if window and window.banners.leaving.message():
        say(len(list(folders.guests.iterdir())))
        window.banners.leaving.buttons()[1].click()
        return True
def there():
    window = shown(MainWindow)
    if ready(window):
        say(window._around.session.has_own(), window.bar._learner.accessibleName())
        return True
steps = [type, agree, there, close]
"""


def test_a_guest_who_agrees_makes_room_for_the_next(tmp_path: Path) -> None:
    data = DataFolders(tmp_path / "data")
    done = play(data.root, GUEST, mode="open")
    assert "left 0" in done.stdout, f"{done.stdout}\n{done.stderr}"
    assert done.stdout.splitlines()[:2] == ["1", "False A guest reads here"]
    assert not data.guests.exists()


UNUSED = """
import crossread.desktop.learners.sitting_down as sitting
made = sitting.Unused
sitting.Unused = lambda seconds, *more: made(seconds / 400, *more)
def guest():
    start = shown(StartWindow)
    if start:
        start.choosing.guest.click()
        return True
def type():
    window = shown(MainWindow)
    if ready(window):
        window._around.session.set_typed("p", "field", "mine", "")
        return True
def back():
    start = shown(StartWindow)
    if start:
        start.close()
        return True
steps = [guest, type, back]
"""


def test_an_unused_window_of_a_guest_goes_back_to_the_start_page_unasked(tmp_path: Path) -> None:
    data = DataFolders(tmp_path / "data")
    done = play(data.root, UNUSED, mode="classroom")
    assert "left 0" in done.stdout, f"{done.stdout}\n{done.stderr}"
    assert not data.guests.exists()
