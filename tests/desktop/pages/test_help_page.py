"""The help in the window: opened by F1, gone through by keyboard, searched, with the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from crossread.desktop.pages.help.help_page import HelpPage
from crossread.desktop.pages.help.help_pages import ORDER
from crossread.desktop.place import Place
from tests.desktop.pages.conftest import Opened

Key = Qt.Key


@pytest.fixture
def page(opened: Opened) -> HelpPage:
    opened.press(Key.Key_F1)
    shown = opened.window.pages.currentWidget()
    assert isinstance(shown, HelpPage)
    return shown


def _listed(page: HelpPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_f1_opens_the_help_and_the_text_can_be_read_at_once(page: HelpPage) -> None:
    assert page.view.hasFocus()
    assert page.view.accessibleName() == "Help: Reading and panes"
    assert "several accounts" in page.view.toPlainText()


def test_arrow_keys_go_through_the_contents(page: HelpPage, opened: Opened) -> None:
    page.list.setFocus()
    opened.press(Key.Key_Down)
    assert page.topic.id == "answering"
    opened.press(Key.Key_Return)
    assert page.view.hasFocus()


def test_a_link_leads_on_and_alt_left_back(page: HelpPage, opened: Opened) -> None:
    link = next(one for one in page._see.findChildren(QPushButton) if one.text() == "How it looks")
    link.setFocus()
    opened.press(Key.Key_Return)
    assert page.topic.id == "look"
    opened.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.topic.id == "reading"
    opened.press(Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.topic.id == "look"


def test_words_leave_the_pages_that_hold_them_and_f3_goes_from_one_to_the_next(
    page: HelpPage, opened: Opened
) -> None:
    opened.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.field.hasFocus()
    opened.type("teacher")
    assert "Highlights and notes" in _listed(page)
    assert "Searching" not in _listed(page)
    seen = set()
    for _press in range(20):
        opened.press(Key.Key_F3)
        seen.add(page.topic.title)
    assert seen == set(_listed(page))
    page.field.setText("xyzzy")
    assert _listed(page) == []
    assert page._none.isVisible()
    page.field.clear()
    assert len(_listed(page)) == len(ORDER)


def test_a_section_is_gone_to_by_its_number(page: HelpPage, opened: Opened) -> None:
    opened.window.resize(900, 420)
    page.go_to(Place("help", about="keys#3"))
    assert page.topic.id == "keys"
    assert page.view.place() > 0


def test_who_has_changed_keys_is_told_that_the_help_names_the_usual_ones(
    page: HelpPage, opened: Opened
) -> None:
    assert page._changed_keys.isHidden()
    opened.settings.set_keys({"flag": ["F9"]})
    page.go_to(Place("help", about="keys"))
    assert not page._changed_keys.isHidden()
    opened.settings.set_keys({})


@pytest.mark.parametrize("width", [560, 1366])
def test_contents_and_page_have_room_beside_or_above_each_other(
    page: HelpPage, opened: Opened, width: int
) -> None:
    opened.window.resize(width, 600)

    def stand_as_they_should() -> bool:
        beside = page._side.geometry().right() < page.view.geometry().left()
        return page.width() == width and beside == (width > 1000)

    opened.wait(stand_as_they_should)
    assert page.view.height() > 150
    assert page.view.width() > 500
