"""All answers before there is one: the way to a pack, and nothing to narrow."""

from crossread.desktop.pages.progress.history_page import HistoryPage
from crossread.desktop.place import Place
from tests.desktop.pages.conftest import Opened
from tests.desktop.pages.progress.answered import answer_night


def _page(opened: Opened) -> HistoryPage:
    opened.window.go(Place("history"))
    page = opened.window.pages.page()
    assert isinstance(page, HistoryPage)
    opened.wait(lambda: not page.is_looking())
    return page


def test_before_there_is_an_answer_it_leads_to_a_pack(opened: Opened) -> None:
    page = _page(opened)
    choose = page.nothing.choose
    opened.wait(choose.isVisible)
    assert not page.filter.isVisible()
    assert choose in page.parts()
    opened.click(choose)
    assert opened.window.pages.currentWidget() is opened.window.library


def test_from_the_first_answer_on_it_can_be_narrowed(opened: Opened) -> None:
    _page(opened)
    answer_night(opened)
    page = _page(opened)
    opened.wait(lambda: bool(page.rows()))
    assert page.filter.isVisible()
    assert not page.nothing.isVisible()
    page.filter.ask("a word that stands nowhere", [""] * 6)
    opened.wait(lambda: not page.rows() and not page.is_looking())
    assert page.filter.isVisible()
    assert not page.nothing.isVisible()
