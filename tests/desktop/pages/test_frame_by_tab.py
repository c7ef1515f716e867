"""Settings, help and about by keyboard alone: Tab comes to everything, and everything has a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from crossread.desktop.pages.page import Page
from crossread.desktop.pages.settings.settings_words import GROUPS
from crossread.desktop.place import Place
from crossread.desktop.tab_order import stops
from crossread.desktop.theme import theme
from tests.desktop.pages.conftest import Opened
from tests.desktop.pages.test_tab_through import walked

PLACES = [*(Place("settings", about=group) for group in GROUPS), Place("help"), Place("about")]


def _page(opened: Opened, place: Place) -> Page:
    opened.window.go(place)
    QApplication.processEvents()
    page = opened.window.pages.page()
    assert page is not None
    return page


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.page}-{place.about}")
def test_tab_comes_to_everything_on_the_page_and_back(opened: Opened, place: Place) -> None:
    page = _page(opened, place)
    found = walked(opened, opened.focus())
    groups = {stop.parentWidget() for stop in found}
    for stop in stops(page):
        if stop.isVisible() and stop.isEnabled():
            # Of a row of options Tab comes to one, and arrow keys to the others.
            assert stop in found or stop.parentWidget() in groups, stop


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.page}-{place.about}")
def test_everything_that_takes_the_focus_has_a_name(opened: Opened, place: Place) -> None:
    page = _page(opened, place)
    for stop in stops(page):
        named = stop.accessibleName() or (isinstance(stop, QLabel) and stop.text())
        assert named, stop


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.page}-{place.about}")
def test_f6_goes_round_the_parts_of_the_page(opened: Opened, place: Place) -> None:
    page = _page(opened, place)
    first = opened.focus()
    seen: list[QWidget] = []
    for _press in range(len(page.parts()) + 3):
        opened.press(Qt.Key.Key_F6)
        seen.append(opened.focus())
    assert len(set(seen)) >= 2
    assert any(one is first or page.isAncestorOf(one) for one in seen)


@pytest.mark.parametrize("place", [Place("settings"), Place("settings", about="keys"), Place("help")])
def test_single_keys_do_nothing_while_one_writes(opened: Opened, place: Place) -> None:
    page = _page(opened, place)
    field = page.findChildren(QLineEdit)[-1]
    field.setFocus()
    opened.type("t?")
    assert field.text() == "t?"
    assert theme.current().name == "paper"
