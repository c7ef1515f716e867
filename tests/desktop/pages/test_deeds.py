"""Every action does something on a page of those where it holds: no key of the list is an empty promise."""

from typing import get_args

from crossread.desktop.keys import ACTIONS, PAGES
from crossread.desktop.place import PackPage, Place, PlainPage
from tests.desktop.pages.conftest import PACK, WAYS, Opened


def _found(opened: Opened, names: set[str]) -> None:
    """Add each action that does something on the page in view."""
    page = opened.window.pages.page()
    keymap = opened.window.frame._keymap
    assert page is not None
    assert keymap is not None
    names |= {action.id for action in ACTIONS if keymap.can(action.id)}
    unknown = set(page.deeds()) - {action.id for action in ACTIONS}
    assert unknown == set(), (page.name, unknown)
    outside = {
        action.id
        for action in ACTIONS
        if action.id in page.deeds() and page.name not in PAGES[action.where] and not action.owned
    }
    assert outside == set(), (page.name, outside)


def test_every_action_does_something_on_some_page(ways: Opened) -> None:
    done: set[str] = set()
    for page in get_args(PlainPage):
        ways.window.go(Place(page))
        _found(ways, done)
    for pack in (PACK, WAYS):
        ways.go("", pack)
        _found(ways, done)
        for stage in ways.pages.opened.pack.stages:
            ways.go(stage.id, pack)
            _found(ways, done)
        for page in set(get_args(PackPage)) - {"stage"}:
            ways.window.go(Place(page, pack))
            _found(ways, done)
    letters = {source.letter for source in ways.pages.opened.pack.sources}
    for action in ACTIONS:
        has_source = not action.nth.isalpha() or action.nth in letters
        if not action.owned and has_source:
            assert action.id in done, action.id
    assert len(letters) == 4
